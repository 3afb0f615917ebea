"""Premises: what is assumed, under which name, and where the source states it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any

from gametheory.errors import AssumptionError, Undecided, quoted
from gametheory.formulas.condition import Condition
from gametheory.formulas.core import smallest_core
from gametheory.formulas.display import text
from gametheory.formulas.formula import Formula, conjunction, evaluate
from gametheory.formulas.solver import check
from gametheory.rationals import as_fraction


@dataclass(frozen=True)
class Premise:
    """One relation that is assumed.

    Parameters
    ----------
    relation : sympy relation
        ``P > S``, ``gt.equal(T, R)``, or ``&``, ``|``, ``~`` of relations. A relation with a denominator also says
        that the denominator is not zero.
    name : str
        A short name for reports: "being cheated is worst".
    stated : str
        Where the source states it ("Kuliani 2.2"); empty for a premise that no source states.

    Raises
    ------
    AssumptionError
        For a bool (``T == R`` is False in Python), for a relation that is always true or never, and for anything
        that is not a relation.

    Examples
    --------
    >>> import gametheory as gt
    >>> P, S = gt.parameters("P S")
    >>> print(gt.Premise(P > S, name="being cheated is worst", stated="Kuliani 2.2"))
    P > S (being cheated is worst; stated: Kuliani 2.2)
    """

    relation: Any
    name: str = field(default="", kw_only=True)
    stated: str = field(default="", kw_only=True)

    def __post_init__(self) -> None:
        relation = self.relation
        if isinstance(relation, bool):
            raise AssumptionError(
                f"the premise {self.name or 'given'} is {relation}, a truth value; for an equation write "
                "gt.equal(T, R), because T == R is False in Python."
            )
        if not getattr(relation, "is_Relational", False) and not getattr(relation, "is_Boolean", False):
            raise AssumptionError(f"{quoted(relation)} is not a premise; write a relation such as T > R.")
        if type(relation).__name__ in ("BooleanTrue", "BooleanFalse"):
            raise AssumptionError(
                f"the premise {self.name or 'given'} is {relation} whatever the parameters are; leave it out."
            )

        from sympy import Rational

        for number in relation.atoms(Rational):
            as_fraction(number, f"a number of the premise {self.name or 'given'}", AssumptionError)

    @property
    def formula(self) -> Formula:
        """The relation as a formula; it includes that no denominator in it is zero."""
        return conjunction((self.condition.formula, *(owed.formula for owed in self.condition.obligations)))

    @cached_property
    def condition(self) -> Condition:
        """The relation and what it divides by."""
        from gametheory.formulas.translate import relation_condition

        return relation_condition(self.relation)

    @property
    def text(self) -> str:
        """The relation alone, as text."""
        return text(self.condition.formula)

    def __str__(self) -> str:
        notes = [note for note in (self.name, f"stated: {self.stated}" if self.stated else "") if note]
        return f"{self.text} ({'; '.join(notes)})" if notes else self.text


@dataclass(frozen=True)
class Premises:
    """An ordered set of premises, with the bounds of the parameters kept apart.

    Parameters
    ----------
    items : tuple of Premise
        What iterating gives.
    bounds : tuple of Premise
        The bounds that the parameters were declared with.

    Examples
    --------
    >>> import gametheory as gt
    >>> T, R = gt.parameters("T R")
    >>> print(gt.premises(T > R))
    T > R
    >>> gt.premises(T > R, R > T).consistent
    False
    """

    items: tuple[Premise, ...] = ()
    bounds: tuple[Premise, ...] = ()

    def __iter__(self) -> Iterator[Premise]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __bool__(self) -> bool:
        return bool(self.items or self.bounds)

    def __str__(self) -> str:
        return ", ".join(premise.text for premise in self.all) or "none"

    @property
    def all(self) -> tuple[Premise, ...]:
        """The premises, then the bounds."""
        return self.items + self.bounds

    @cached_property
    def parameters(self) -> tuple[Any, ...]:
        """The parameters that occur, sorted by name."""
        return _gathered(self.all)

    @cached_property
    def formulas(self) -> tuple[Formula, ...]:
        """The premises as formulas, then the bounds."""
        return tuple(premise.formula for premise in self.all)

    @cached_property
    def consistent(self) -> bool:
        """Whether some point satisfies them all.

        Raises
        ------
        Undecided
            If the solver gave up.
        """
        if not self.items:
            own = {bound for parameter in self.parameters for bound in parameter.bounds}
            if all(bound.relation in own for bound in self.bounds):
                return True  # a parameter's own bounds leave room (it refuses others), and each is about it alone
        answer = check(self.formulas)
        if answer.status == "unknown":
            raise Undecided(f"whether the premises {self} contradict each other was not settled: {answer.reason}.")
        return answer.status == "sat"

    @cached_property
    def core(self) -> Premises:
        """The smallest set of premises that contradict each other; empty if none do."""
        return Premises() if self.consistent else self.needed_against(())

    def needed_against(
        self, background: Iterable[Formula], reading: Callable[[Formula], Formula] = lambda formula: formula
    ) -> Premises:
        """Return the smallest part of these premises that contradicts the background.

        Of several, the smallest; stated premises before unstated ones; bounds are minimised last and listed apart.
        All the premises together must contradict it. `reading` says what a premise contributes, if it is more than
        its own formula (two copies of it, in a comparison of two points).
        """
        fixed = tuple(background)
        bounds = [reading(bound.formula) for bound in self.bounds]
        items = [reading(item.formula) for item in self.items]
        chosen = smallest_core(items, (*fixed, *bounds), cost=lambda index: not self.items[index].stated)
        limits = smallest_core(bounds, (*fixed, *(items[i] for i in chosen)))
        return Premises(tuple(self.items[i] for i in chosen), tuple(self.bounds[i] for i in limits))

    def violated_by(self, values: Mapping[str, Fraction]) -> Premise | None:
        """Return the first premise that fails at a point, None if all hold."""
        return next((premise for premise in self.all if not evaluate(premise.formula, values)), None)

    def joined(self, *others: Premises) -> Premises:
        """Return these premises and others, each relation once; of two copies the stated one stays."""
        groups = (self, *others)
        return Premises(
            _distinct(premise for group in groups for premise in group.items),
            _distinct(bound for group in groups for bound in group.bounds),
        )

    def without(self, used: Premises) -> Premises:
        """Return the premises that are not in another set."""
        return Premises(
            tuple(p for p in self.items if p not in used.items), tuple(b for b in self.bounds if b not in used.bounds)
        )

    def required(self) -> Premises:
        """Return these premises, or raise an error that names the ones that contradict each other.

        Raises
        ------
        AssumptionError
            With the smallest contradictory set as its `core`.
        """
        if not self:  # nothing is assumed
            return self
        _gathered(self.all)
        if not self.consistent:
            raise AssumptionError(
                f"the premises contradict each other: {self.core}; drop or weaken one of them.", self.core
            )
        return self


def premises(*relations: Any, parameters: Iterable[Any] = ()) -> Premises:
    """Collect relations, :class:`Premise` and :class:`Premises` objects, and tuples of them.

    Parameters
    ----------
    *relations : relation, Premise, Premises, or iterable of them
        In the order in which reports list them.
    parameters : iterable of Parameter
        Parameters whose bounds belong to the set even if no relation mentions them.

    Returns
    -------
    Premises
        Not yet checked for consistency: see ``.consistent`` and ``.core``.

    Raises
    ------
    AssumptionError
        For something that is not a relation.
    ParameterError
        If two parameters of one name meet.

    Examples
    --------
    >>> import gametheory as gt
    >>> T, R, P = gt.parameters("T R P")
    >>> str(gt.premises(gt.descending(T, R, P)))
    'T > R, R > P'
    """
    items: list[Premise] = []
    bounds: list[Premise] = []
    for relation in relations:
        if isinstance(relation, Premises):
            items.extend(relation.items)
            bounds.extend(relation.bounds)
        elif isinstance(relation, Premise):
            items.append(relation)
        elif isinstance(relation, (tuple, list)):
            inner = premises(*relation)
            items.extend(inner.items)
            bounds.extend(inner.bounds)
        else:
            items.append(Premise(relation))
    known = (*_gathered(items), *parameters)
    if not (known or bounds):  # every game without parameters comes this way
        return Premises()
    declared = _distinct_parameters(known)
    bounds.extend(Premise(bound) for parameter in sorted(declared, key=lambda p: p.name) for bound in parameter.bounds)
    return Premises(_distinct(items), _distinct(bounds))


def _distinct(given: Iterable[Premise]) -> tuple[Premise, ...]:
    kept: dict[Any, Premise] = {}
    for premise in given:
        known = kept.get(premise.relation)
        if known is None or (premise.stated and not known.stated):
            kept[premise.relation] = premise
    return tuple(kept.values())


def _distinct_parameters(given: Iterable[Any]) -> set[Any]:
    declared = set(given)
    if declared:
        from gametheory.parameter import gather

        gather(declared, "the set of premises")
    return declared


def _gathered(given: Iterable[Premise]) -> tuple[Any, ...]:
    relations = [premise.relation for premise in given]
    if not relations:  # a game of numbers has none, and needs no sympy
        return ()
    from gametheory.parameter import gather

    return gather(relations, "the set of premises")
