"""Statements that a closed form rests on, put to the solver: identities, signs, and what holds for every deviation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from gametheory.deduction import discharge, search, small_point
from gametheory.errors import AssumptionError, Undecided
from gametheory.formulas.condition import Condition
from gametheory.point import Point
from gametheory.premise import Premises
from gametheory.recipes import Fixed
from gametheory.region import Region, make_region


@dataclass(frozen=True, eq=False)
class Demonstration:
    """A universal statement, and how the question whether it can fail was answered.

    Parameters
    ----------
    statement : str
        In words.
    region : Region
        Where it holds, under the premises of the result, over its parameters and those the statement speaks of "every"
        value of: ``gt.prove(one.region)`` gives the verdict with its certificate and the premises used.
    status : {"proved", "refuted", "undecided"}
        "proved": no point of the premises fails it.
    counterexample : Point or None
        Where it fails.
    reason : str
        What was tried, if undecided.
    """

    statement: str
    region: Region
    status: str
    counterexample: Point | None = None
    reason: str = ""

    def __str__(self) -> str:
        note = f" ({self.reason or self.counterexample})" if self.status != "proved" else ""
        return f"{self.status}: {self.statement}{note}"


def demonstrate(statement: str, condition: Condition, given: Premises, parameters: Iterable[Any] = ()) -> Demonstration:
    """Ask whether a condition can fail under premises.

    Parameters
    ----------
    statement : str
        In words.
    condition : Condition
        What is to hold everywhere.
    given : Premises
        Known to be consistent; the bounds of the parameters are added.
    parameters : iterable of Parameter
        Those of the condition.
    """
    region = make_region(Fixed(condition), given, parameters, statement)
    try:
        discharge(region.premises, condition, region.symbols)
    except Undecided as error:
        return Demonstration(statement, region, "undecided", reason=str(error))
    finding = search(region.premises, (~condition).formula)
    if finding.status == "impossible":
        return Demonstration(statement, region, "proved")
    if finding.values is None:
        return Demonstration(statement, region, "undecided", reason=finding.reason)
    point = small_point(region.premises, (~condition).formula, finding.values, region.symbols)
    return Demonstration(statement, region, "refuted", point)


def all_proved(proofs: Iterable[Demonstration]) -> bool:
    """Say whether every one is proved."""
    return all(one.status == "proved" for one in proofs)


def proofs_text(proofs: tuple[Demonstration, ...]) -> str:
    """Write how many are proved, and which are not."""
    left = [str(one) for one in proofs if one.status != "proved"]
    return "; ".join([f"{len(proofs) - len(left)} of {len(proofs)} statements proved", *left])


def require(owed: Mapping[str, Condition], given: Premises, parameters: Iterable[Any], what: str, remedy: str) -> None:
    """Make sure that conditions hold wherever the premises do.

    Parameters
    ----------
    owed : mapping of str to Condition
        By what each says: "China's value is above 0".
    given : Premises
        Known to be consistent.
    parameters : iterable of Parameter
        Those of the conditions.
    what : str
        What needs them, for the message.
    remedy : str
        How to mend it.

    Raises
    ------
    AssumptionError
        At a point of the premises where one fails.
    Undecided
        If that was not settled.
    """
    known = tuple(parameters)
    for text, condition in owed.items():
        answer = demonstrate(text, condition, given, known)
        if answer.counterexample is not None:
            there = f" at {answer.counterexample}" if len(answer.counterexample) else ""
            raise AssumptionError(f"{what} needs that {text}, which fails{there}; {remedy}.").at(answer.counterexample)
        if answer.status != "proved":
            raise Undecided(f"whether {text} wherever the premises hold was not settled ({answer.reason}); {remedy}.")


def fresh(word: str, about: str, taken: Iterable[Any], **described: Any) -> Any:
    """Return a parameter for "every deviation": called after a player, by a name that no other parameter has."""
    from gametheory.parameter import Parameter

    names = {parameter.name for parameter in taken}
    name = "_".join(filter(None, (word, "".join(letter if letter.isalnum() else "_" for letter in about))))
    while name in names:
        name += "_"
    return Parameter(name, **described)
