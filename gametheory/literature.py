"""Sets of claims: which of them cannot be true together, and what parts them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from gametheory.claims import Claim, Reading
from gametheory.errors import ConceptError
from gametheory.formulas.formula import conjunction
from gametheory.formulas.solver import DEFAULT
from gametheory.point import make_point
from gametheory.premise import Premise, Premises, premises
from gametheory.recipes import Combined, Complement
from gametheory.region import make_region
from gametheory.verdicts.pairs import Pairs
from gametheory.verdicts.prove import prove, status_of
from gametheory.verdicts.recheck import holds_as_written
from gametheory.verdicts.statement import Statement, never, possible
from gametheory.verdicts.verdict import Pair, Verdict


@dataclass(frozen=True, eq=False)
class Party:
    """A claim that takes part in a tension.

    Parameters
    ----------
    name : str
        The claim's id, or what stands for it.
    statement : Statement or None
        What it says, in one of its readings; None for a claim that is only listed.
    stated : Premises
        Under which premises.
    """

    name: str
    statement: Statement | None = None
    stated: Premises = field(default_factory=Premises)


@dataclass(frozen=True, eq=False)
class Parting:
    """What one parameter or premise does to a tension.

    Parameters
    ----------
    by : Parameter or Premise
        What was tried.
    status : {"parts", "does not part", "undecided"}
        A parameter parts two claims if each is true at one of two points that differ in that parameter alone; a
        premise, if one claim can be true only with it and another only without it.
    pair : Pair or None
        For a parameter: the two points, the one with the lower value first.
    needing, refusing : tuple of str
        For a premise: the claims that cannot be true without it, and those that cannot be true with it.
    reason : str
        For "undecided": what was tried.
    """

    by: Any
    status: str
    pair: Pair | None = None
    needing: tuple[str, ...] = ()
    refusing: tuple[str, ...] = ()
    reason: str = ""

    def __str__(self) -> str:
        if self.pair is not None:
            return f"{self.by} parts them: {self.pair}"
        if self.needing and self.refusing:
            return f"{self.by} parts them: {', '.join(self.needing)} with it, {', '.join(self.refusing)} without it"
        return f"{self.by}: {self.status}" + (f" ({self.reason})" if self.reason else "")


@dataclass(frozen=True, eq=False)
class Tension:
    """A contradiction between claims, as a value.

    Parameters
    ----------
    name : str
        What it is about.
    parties : tuple of Party
        The claims.
    status : {"contradiction", "compatible", "undecided", "listed"}
        "contradiction": at no point are all of them true, shown by an unsat; "compatible": at some point they are;
        "listed": nothing was computed, and `reason` says why.
    core : tuple of str
        For a contradiction: the smallest set of the claims that cannot be true together.
    verdict : Verdict or None
        On the statement that they are never all true; "vacuous" if their premises already contradict each other.
    partings : tuple of Parting
        What each parameter or premise asked about does.
    reason : str
        Why nothing was computed, or what was left open.
    """

    name: str
    parties: tuple[Party, ...]
    status: str
    core: tuple[str, ...] = ()
    verdict: Verdict | None = None
    partings: tuple[Parting, ...] = ()
    reason: str = ""

    def __str__(self) -> str:
        lines = [f"{self.name}: {self.status}", f"  claims: {', '.join(party.name for party in self.parties)}"]
        if self.core and len(self.core) < len(self.parties):
            lines.append(f"  already among: {', '.join(self.core)}")
        if self.status == "contradiction" and self.verdict is not None:
            if self.verdict.status == "vacuous":
                lines.append(f"  their premises contradict each other: {self.verdict.core}")
            else:
                lines.append(f"  proof: {self.verdict.proof}, from {self.verdict.premises}")
        if self.status == "compatible" and self.verdict is not None:
            lines.append(f"  all true at {self.verdict.counterexample}")
        lines += [f"  {parting}" for parting in self.partings]
        return "\n".join(lines + ([f"  {self.reason}"] if self.reason else []))


def tension(claims: Sequence[Any], separated_by: Iterable[Any] = (), *, name: str = "", reason: str = "") -> Tension:
    """Whether claims can be true together, and what parts them.

    A claim is true at a point if its first reading is: the premises it states hold there, and so does its conclusion.

    Parameters
    ----------
    claims : sequence of Claim, Reading, Statement, Region or relation
        At least two (one only, if it is listed: a paper may be at odds with itself within a sentence). A statement
        that compares pairs of points (grows, shrinks) is true or false of no single point: use a region for the sign
        of the effect instead.
    separated_by : iterable of Parameter, Premise or relation
        What may part them.
    name : str
        What the tension is about; the names of the claims by default.
    reason : str
        Why nothing is computed. The tension is then only listed.

    Returns
    -------
    Tension
        "contradiction" only from a proof that they are never all true; "compatible" with a point at which they are.

    Raises
    ------
    ConceptError
        For fewer than two claims, a claim without a reading, or a statement about pairs of points.

    Examples
    --------
    >>> import gametheory as gt
    >>> T, R = gt.parameters("T R")
    >>> theta = gt.Parameter("theta", at_least=0)
    >>> cheating_pays = gt.Reading("cheating pays", T - theta > R)
    >>> honouring_pays = gt.Reading("honouring pays", T - theta <= R)
    >>> found = gt.tension([cheating_pays, honouring_pays], separated_by=[theta, T > R + theta])
    >>> found.status, found.core
    ('contradiction', ('cheating pays', 'honouring pays'))
    >>> [parting.status for parting in found.partings]
    ['parts', 'parts']
    """
    if reason:
        parties = tuple(Party(_name(claim, number)) for number, claim in enumerate(claims, 1))
        return Tension(name or _title(parties), parties, "listed", reason=reason)
    parties = tuple(_party(claim, number) for number, claim in enumerate(claims, 1))
    if len(parties) < 2:
        raise ConceptError("a tension is between at least two claims; give them as a list, or a reason to list it.")
    verdict = prove(*_never_together(parties))
    status = {"proved": "contradiction", "vacuous": "contradiction", "undecided": "undecided"}.get(
        verdict.status, "compatible"
    )
    if status != "contradiction":
        return Tension(name or _title(parties), parties, status, verdict=verdict, reason=verdict.reason)
    partings = tuple(_parting(parties, by) for by in separated_by)
    return Tension(name or _title(parties), parties, status, _smallest(parties), verdict, partings)


def _title(parties: Sequence[Party]) -> str:
    return " against ".join(party.name for party in parties)


def _name(claim: Any, number: int) -> str:
    if isinstance(claim, str):
        return claim
    if isinstance(claim, (Claim, Reading)):
        return claim.id if isinstance(claim, Claim) else claim.name
    return getattr(claim, "title", "") or f"claim {number}"


def _party(claim: Any, number: int) -> Party:
    if isinstance(claim, Claim):
        if not claim.readings:
            raise ConceptError(f"no game decides {claim.id}; give a reason, and the tension is listed with it.")
        reading = claim.readings[0]
        return Party(claim.id, reading.statement, reading.stated)
    if isinstance(claim, Reading):
        return Party(claim.name, claim.statement, claim.stated)
    statement = claim if isinstance(claim, Statement) else possible(claim)
    return Party(_name(statement.region, number), statement, statement.region.premises)


def _true(party: Party, under: Premises) -> Any:
    """Return the recipe of where a party's statement is true."""
    assert party.statement is not None  # only listed parties have none
    recipe = party.statement.region.recipe
    match party.statement.kind:
        case "always" | "possible":
            return recipe
        case "never":
            return Complement(recipe)
        case kind:
            raise ConceptError(
                f'{party.name} is a statement of the kind "{kind}", which is true of no single point; give the region '
                "in which its sign or its equality holds."
            )


def _joined(parties: Sequence[Party], *more: Any) -> Premises:
    parameters = {p for party in parties if party.statement for p in party.statement.region.parameters}
    return premises(*(party.stated for party in parties), *more, parameters=parameters)


def _never_together(parties: Sequence[Party], *more: Any) -> tuple[Statement, Premises]:
    """Return the statement that the parties are never all true, and the premises it is made under."""
    given = _joined(parties, *more)
    recipe = Combined("and", tuple(_true(party, given) for party in parties))
    parameters = [p for party in parties if party.statement for p in party.statement.region.parameters]
    return never(make_region(recipe, given, parameters, " and ".join(party.name for party in parties))), given


def _together(parties: Sequence[Party], *more: Any) -> str:
    """Return the status of that statement."""
    return status_of(*_never_together(parties, *more))


def _smallest(parties: Sequence[Party]) -> tuple[str, ...]:
    for size in range(1, len(parties)):
        for some in combinations(parties, size):
            if _together(some) in ("proved", "vacuous"):
                return tuple(party.name for party in some)
    return tuple(party.name for party in parties)


def _parting(parties: Sequence[Party], by: Any) -> Parting:
    if getattr(by, "is_Symbol", False):
        return _by_parameter(parties, by)
    premise = by if isinstance(by, Premise) else Premise(by)
    without = Premise(~premise.relation)
    needing, refusing, open_ = [], [], []
    for party in parties:
        with_it, without_it = _together([party], premise), _together([party], without)
        if "undecided" in (with_it, without_it):
            open_.append(party.name)
        impossible_with = with_it in ("proved", "vacuous")
        impossible_without = without_it in ("proved", "vacuous")
        if impossible_without and not impossible_with:
            needing.append(party.name)
        if impossible_with and not impossible_without:
            refusing.append(party.name)
    status = "parts" if needing and refusing else "undecided" if open_ else "does not part"
    reason = f"not settled for {', '.join(open_)}" if status == "undecided" else ""
    return Parting(premise, status, needing=tuple(needing), refusing=tuple(refusing), reason=reason)


def _by_parameter(parties: Sequence[Party], parameter: Any) -> Parting:
    """Look for two points, apart in one parameter alone, at which two of the claims are true."""
    symbols = {p.name: p for party in parties if party.statement for p in party.statement.region.parameters}
    symbols |= {p.name: p for party in parties for p in party.stated.parameters}
    if parameter.name not in symbols:
        raise ConceptError(f"no claim of the tension speaks of {parameter}; name one of {', '.join(sorted(symbols))}.")
    pairs = Pairs(premises(parameters=symbols.values()), parameter, DEFAULT)
    reasons: list[str] = []
    for first, second in combinations(parties, 2):
        low, high = (_formula(party) for party in (first, second))
        for lower, upper in ((low, high), (high, low)):
            wanted = conjunction((lower, pairs.raised(upper), pairs.apart))
            answer = pairs.ask(wanted)
            if answer.values is not None:
                points = pairs.small(wanted, answer.values, symbols)
                if not (holds_as_written(lower, points[0]) and holds_as_written(upper, points[1])):
                    reasons.append("a pair of points did not pass the check in the payoffs as written")
                    continue
                return Parting(parameter, "parts", Pair(*(make_point(point, symbols) for point in points)))
            if answer.status == "unknown":
                reasons.append(answer.reason)
    return Parting(parameter, "undecided" if reasons else "does not part", reason="; ".join(dict.fromkeys(reasons)))


def _formula(party: Party) -> Any:
    """Return where a party's premises and statement are true, its denominators away from zero included."""
    given = _joined([party])
    condition = _true(party, given)(given)
    return conjunction((*given.formulas, condition.formula, *(owed.formula for owed in condition.obligations)))
