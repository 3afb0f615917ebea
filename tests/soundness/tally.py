"""Planted, changed, caught: every mutant is put to `prove` and to enumeration."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import gametheory as gt
from gametheory.formulas.solver import DEFAULT, Limit
from tests.soundness.operators import OPERATORS, mutants
from tests.soundness.sentence import Enumeration, Facts, Sentence


@dataclass
class Tally:
    """Counts by operator, and what went wrong."""

    planted: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    undecided: Counter[str] = field(default_factory=Counter)
    falsehoods: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        width = max(map(len, OPERATORS))
        lines = [f"{'operator':{width}}  planted  changed  caught"]
        for name in OPERATORS:
            lines.append(f"{name:{width}}  {self.planted[name]:7}  {self.changed[name]:7}  {self.caught[name]:6}")
        totals = (self.planted.total(), self.changed.total(), self.caught.total())
        lines.append(f"{'total':{width}}  {totals[0]:7}  {totals[1]:7}  {totals[2]:6}")
        lines.append(f"changed and left undecided: {self.undecided.total()}")
        lines.append(f"of those changed, true ones made false: {self.falsehoods.total()}")
        lines.append("verdicts on mutants: " + ", ".join(f"{k} {v}" for k, v in sorted(self.statuses.items())))
        return "\n".join([*lines, *self.wrong])


def disagreements(sentence: Sentence, asked: Enumeration, facts: Facts, verdict: Any) -> list[str]:
    """Return what a verdict gets wrong, as far as enumeration can tell."""
    status, found = verdict.status, []
    universal = sentence.kind != "possible"
    if status == "vacuous" and facts.premises_hold:
        found.append("vacuous, but the premises hold somewhere")
    if facts.complete and not facts.premises_hold and status not in ("vacuous", "undecided"):
        found.append("the premises (or pairs) are impossible")
    if status == "proved" and universal and facts.failing is not None:
        found.append(f"proved, but fails at {facts.failing}")
    if status == "refuted" and facts.holding is not None:
        found.append(f"refuted, but holds at {facts.holding}")
    if status == "proved" and facts.premises_hold and facts.complete and not universal and facts.holding is None:
        found.append("proved possible, but holds nowhere")
    if status == "conditional" and facts.complete and (facts.holding is None or facts.failing is None):
        found.append("conditional, but it is not")
    for point, holds in ((verdict.witness, True), (verdict.counterexample, False)):
        if point is None or (status == "proved" and sentence.along is not None):
            continue
        ends = (point.low, point.high) if isinstance(point, gt.Pair) else (point,)
        answers = [asked.told(asked.at(end.named)) for end in ends]
        if None in answers:
            found.append(f"{point} breaks a premise")
        elif isinstance(point, gt.Pair):
            leads_in = (sentence.kind == "grows") == holds
            if answers != [not leads_in, leads_in]:
                found.append(f"{point} does not show it")
        elif answers[0] != holds:
            found.append(f"{point} does not show it")
    return found


def agrees(truth: bool, status: str) -> bool:
    """Say whether a verdict tells a truth from a falsehood."""
    return status == "proved" if truth else status in ("conditional", "refuted")


@dataclass
class Harness:
    """Puts sentences and their mutants to a prover and to enumeration.

    Parameters
    ----------
    prove : callable
        What is held to account; the package's own unless a test says otherwise.
    tries : int
        How many mutants of one operator are enumerated in search of one that changes the truth.
    points : int
        Drawn for a sentence of more than two parameters.
    limit : Limit
        For each question to the solver.
    unchanged : float
        Which part of the mutants that change nothing are put to the prover all the same.
    """

    prove: Callable[..., Any] = gt.prove
    tries: int = 3
    points: int = 60
    limit: Limit = DEFAULT
    unchanged: float = 1
    tally: Tally = field(default_factory=Tally)

    def count(self, sentences: Iterable[tuple[str, Sentence]]) -> Tally:
        """Return the tally of mutants of named sentences."""
        for name, sentence in sentences:
            self.plant(random.Random(name), sentence)
        return self.tally

    def plant(self, rng: random.Random, original: Sentence) -> None:
        """Put a sentence, and one mutant of every operator, to both; one that changes the truth where there is one."""
        asked = Enumeration(original, rng, self.points)
        before = asked.facts.truth(original)
        complaints = len(self.tally.wrong)
        status = self._examined("original", original, asked)
        if before is not None and status != "undecided" and not agrees(before, status):
            if asked.complete or len(self.tally.wrong) > complaints:
                self.tally.wrong.append(f"original: {status}, in truth {before}: {original}")
            else:  # no drawn point showed it, but the verdict's own point did, by enumeration's arithmetic
                before = False
        for name, made in mutants(rng, original):
            chosen: tuple[Sentence, Enumeration, bool | None] | None = None
            for mutant in islice(made, self.tries):
                asked = Enumeration(mutant, rng, self.points)
                after = asked.facts.truth(mutant)
                chosen = mutant, asked, after
                if None not in (before, after) and before != after:
                    break
            if chosen is not None and (chosen[2] not in (None, before) or rng.random() < self.unchanged):
                self._planted(name, before, *chosen)

    def _planted(
        self, name: str, before: bool | None, mutant: Sentence, asked: Enumeration, after: bool | None
    ) -> None:
        self.tally.planted[name] += 1
        status = self._examined(name, mutant, asked)
        self.tally.statuses[status] += 1
        if before is None or after is None or before == after:
            return
        self.tally.changed[name] += 1
        self.tally.falsehoods[name] += not after
        if agrees(after, status):
            self.tally.caught[name] += 1
        elif status == "undecided":
            self.tally.undecided[name] += 1
        else:
            self.tally.wrong.append(f"{name}: {status}, in truth {after}: {mutant}")

    def _examined(self, name: str, sentence: Sentence, asked: Enumeration) -> str:
        verdict = self.prove(sentence.statement(), assuming=sentence.premises, limit=self.limit)
        for complaint in disagreements(sentence, asked, asked.facts, verdict):
            self.tally.wrong.append(f"{name}: {complaint}: {sentence}")
        return str(verdict.status)
