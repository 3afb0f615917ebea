"""Claims of a paper: their readings, the verdict on each, and what the verdicts mean for the paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from itertools import combinations
from typing import Any

from gametheory.deduction import search
from gametheory.errors import ConceptError, GameTheoryError, quoted
from gametheory.formulas.condition import Obligation
from gametheory.formulas.formula import conjunction, negate
from gametheory.premise import Premise, Premises, premises
from gametheory.verdicts.prove import is_proved, prove
from gametheory.verdicts.statement import Statement, as_statement
from gametheory.verdicts.verdict import Verdict

SUPPORTS = "supports"
RESTATES = "restates its premises"
NEEDS = "needs a premise the paper does not state"
CONTRADICTS = "contradicts"
UNIDENTIFIED = "not identified"
DATA = "data"


def _require_text(given: Any, what: str) -> None:
    if not isinstance(given, str):
        raise ConceptError(f"{what} is {quoted(given):.60}, which is no text; write it in words.")


def _require_readings(given: Any, claim: str) -> None:
    if not isinstance(given, (tuple, list)) or not all(isinstance(one, Reading) for one in given):
        raise ConceptError(f"the readings of {claim} are {quoted(given):.60}; give a tuple of gt.Reading, () for none.")


@dataclass(frozen=True, init=False, eq=False)
class Reading:
    """One formalisation of a sentence of prose.

    Parameters
    ----------
    name : str
        What tells it from the other readings.
    statement : Statement, Region or relation
        What the sentence then says.
    stated : relations, Premise or Premises
        The premises the paper states, each with its place; they are what the statement is decided under.
    unstated : sequence of relations or Premise
        Candidates for a premise that would make it true and that the paper does not state.
    challenge : str
        How this formalisation could be challenged.
    """

    name: str
    statement: Statement
    stated: Premises
    unstated: tuple[Premise, ...]
    challenge: str

    def __init__(
        self, name: str, statement: Any, stated: Any = (), unstated: Iterable[Any] = (), challenge: str = ""
    ) -> None:
        _require_text(name, "the name of a reading")
        _require_text(challenge, f"the challenge to the reading {name}")
        if isinstance(unstated, str) or not isinstance(unstated, Iterable):
            raise ConceptError(f"the unstated premises of {name} are {quoted(unstated):.60}; give a list of relations.")
        candidates = tuple(c if isinstance(c, Premise) else Premise(c) for c in unstated)
        values = (name, as_statement(statement), premises(stated), candidates, challenge)
        for slot, value in zip(fields(self), values, strict=True):
            object.__setattr__(self, slot.name, value)


@dataclass(frozen=True, eq=False)
class Claim:
    """A claim of a paper, paraphrased, with a locator and at least one reading.

    Parameters
    ----------
    id : str
        Short and unique: "kuliani-pd-defection".
    paper, locator, paraphrase, attributed_to, strength, kind : str
        Which paper; where in it; what it says, in other words; whose claim it is there; how firmly it is said; what
        sort of claim it is.
    readings : tuple of Reading
        The first one is the one nearest to what the paper says. Empty for a claim that no game decides.
    refuted_by : str
        What would refute it.
    data : str
        For a claim that no game decides: why not, and the source.
    """

    id: str
    paper: str
    locator: str
    paraphrase: str
    attributed_to: str
    strength: str
    kind: str
    readings: tuple[Reading, ...]
    refuted_by: str
    data: str = ""

    def __post_init__(self) -> None:
        for slot in fields(self):
            value = getattr(self, slot.name)
            if slot.name == "readings":
                _require_readings(value, self.id)
            else:
                _require_text(value, f"the {slot.name.replace('_', ' ')} of a claim")


@dataclass(frozen=True, eq=False)
class ReadingVerdict:
    """The verdict on one reading and what it means for the paper.

    Parameters
    ----------
    reading : Reading
        Which one.
    verdict : Verdict
        Under the premises that the paper states.
    bearing : str
        As for :class:`Judgement`.
    missing : tuple of Premise
        For a reading that needs an unstated premise: the weakest listed one (or smallest set) that suffices. Empty if
        none listed does; the verdict's condition then says what is missing.
    """

    reading: Reading
    verdict: Verdict
    bearing: str
    missing: tuple[Premise, ...] = ()


@dataclass(frozen=True, eq=False, kw_only=True)
class Judgement(Verdict):
    """The verdict on a claim's first reading, with all readings and their bearing on the paper.

    Parameters
    ----------
    claim : Claim
        What was judged.
    bearing : str
        Computed: "supports" (every reading follows from stated premises), "restates its premises" (the conclusion
        is equivalent to them), "needs a premise the paper does not state", "contradicts" (every reading is false
        throughout its premises), "not identified" (readings differ, or are undecided), "data".
    readings : tuple of ReadingVerdict
        In the claim's order.
    """

    claim: Claim
    bearing: str
    readings: tuple[ReadingVerdict, ...] = field(default=())

    def __str__(self) -> str:
        lines = [f"{self.claim.id}: {self.bearing}", f"  {self.claim.paper}, {self.claim.locator}"]
        lines += [f"  {self.claim.paraphrase}"] if self.claim.paraphrase else []
        lines += [f"  {self.reason}"] if self.status == DATA else []
        for found in self.readings:
            lines.append(f"  reading: {found.reading.name} -> {found.bearing}")
            if found.missing:
                lines.append(f"    missing premise: {', '.join(map(str, found.missing))}")
            lines.extend(f"    {line}" for line in str(found.verdict).splitlines())
        return "\n".join(lines)


def judge(claim: Claim) -> Judgement:
    """Decide every reading of a claim under the premises its paper states, and compute the bearing on the paper.

    Parameters
    ----------
    claim : Claim
        With at least one reading, unless its `data` says why no game decides it.

    Returns
    -------
    Judgement
        The Verdict of the first reading (the one nearest to what the paper says), with `.bearing` and all `.readings`.
        A verdict is about the model: that a model has a property is no evidence that the world has it.

    Examples
    --------
    >>> import gametheory as gt
    >>> T, R = gt.parameters("T R")
    >>> claim = gt.Claim("tempting", "an example", "p. 1", "Cheating tempts.", "its author", "asserts", "ranking",
    ...                  (gt.Reading("as ranked", T > R, stated=gt.Premise(T > R + 1, stated="p. 1")),), "T <= R")
    >>> gt.judge(claim).bearing
    'supports'
    """
    if not isinstance(claim, Claim):
        raise ConceptError(f"judge() is asked of a gt.Claim, not of {quoted(claim):.60}; for a region use gt.prove.")
    if not claim.readings:
        return Judgement(status=DATA, claim=claim, bearing=DATA, reason=claim.data)
    found = tuple(_judged(reading) for reading in claim.readings)
    first = {slot.name: getattr(found[0].verdict, slot.name) for slot in fields(Verdict)}
    return Judgement(claim=claim, bearing=_overall([one.bearing for one in found]), readings=found, **first)


def _overall(bearings: list[str]) -> str:
    """Combine the bearings of the readings."""
    kinds = set(bearings)
    if len(kinds) == 1:
        return bearings[0]
    if kinds == {SUPPORTS, RESTATES}:
        return SUPPORTS
    return NEEDS if NEEDS in kinds and kinds <= {NEEDS, SUPPORTS, RESTATES} else UNIDENTIFIED


def _judged(reading: Reading) -> ReadingVerdict:
    verdict = prove(reading.statement, assuming=reading.stated)
    if verdict.status == "proved":
        return ReadingVerdict(reading, verdict, RESTATES if _restates(reading) else SUPPORTS)
    if verdict.status == "refuted":
        return ReadingVerdict(reading, verdict, CONTRADICTS)
    if verdict.status == "conditional":
        return ReadingVerdict(reading, verdict, NEEDS, _weakest(_sufficient(reading), reading))
    return ReadingVerdict(reading, verdict, UNIDENTIFIED)


def _restates(reading: Reading) -> bool:
    """Say whether the conclusion also implies the stated premises, so that it says nothing beyond them."""
    if reading.statement.kind != "always" or not reading.stated.items:
        return False
    region = reading.statement.region
    bounds = premises(parameters=(*region.parameters, *reading.stated.parameters))
    try:
        condition = region.recipe(bounds)
    except GameTheoryError:  # without the premises the conclusion cannot even be written down
        return False
    more = conjunction((condition.formula, *map(_formula, condition.obligations)))
    stated = conjunction(item.formula for item in reading.stated.items)
    return search(bounds, conjunction((more, negate(stated)))).status == "impossible"


def _formula(owed: Obligation) -> Any:
    return owed.formula


def _sufficient(reading: Reading) -> list[tuple[Premise, ...]]:
    """Return the smallest sets of candidates that, added to the stated premises, prove the statement."""
    for size in range(1, len(reading.unstated) + 1):
        found = [
            chosen
            for chosen in combinations(reading.unstated, size)
            if is_proved(reading.statement, (reading.stated, *chosen))
        ]
        if found:
            return found
    return []


def _weakest(sets: list[tuple[Premise, ...]], reading: Reading) -> tuple[Premise, ...]:
    """Return the first set that every other one implies, or failing that one that implies no weaker one."""

    def implies(left: tuple[Premise, ...], right: tuple[Premise, ...]) -> bool:
        given = premises(reading.stated, *left, parameters=reading.statement.region.parameters)
        return prove_all(given, right)

    for chosen in sets:
        if not any(implies(chosen, other) and not implies(other, chosen) for other in sets if other is not chosen):
            return chosen
    return ()


def prove_all(given: Premises, conclusions: Iterable[Premise]) -> bool:
    """Say whether premises are proved to imply others."""
    failure = negate(conjunction(conclusion.formula for conclusion in conclusions))
    return search(given, failure).status == "impossible"
