"""Judged claims as plain data: what every page and the JSON file are written from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from gametheory.claims import Claim, Judgement, ReadingVerdict, judge
from gametheory.premise import Premises
from gametheory.report.catalogue import Model
from gametheory.verdicts.verdict import Verdict


@dataclass(frozen=True, eq=False)
class Record:
    """One judged claim.

    Parameters
    ----------
    model : str
        The mechanism's name.
    judgement : Judgement
        The verdicts and their bearing.
    milliseconds : int
        How long it took to decide.
    """

    model: str
    judgement: Judgement
    milliseconds: int

    @property
    def claim(self) -> Claim:
        """The claim."""
        return self.judgement.claim


def judge_claims(chosen: Iterable[tuple[Model, Claim]]) -> tuple[Record, ...]:
    """Judge claims one after another, and time each."""
    records = []
    for model, claim in chosen:
        start = perf_counter()
        judgement = judge(claim)
        records.append(Record(model.name, judgement, int((perf_counter() - start) * 1000)))
    return tuple(records)


Judged = Record | Mapping[str, Any]
"""A record, or the plain data of one: what comes back from another process."""


def record_data(record: Judged) -> dict[str, Any]:
    """Return a record as an object for JSON; numbers stay exact, as text."""
    if isinstance(record, Mapping):
        return dict(record)
    claim, judgement = record.claim, record.judgement
    return {
        "id": claim.id,
        "model": record.model,
        "paper": claim.paper,
        "locator": claim.locator,
        "paraphrase": claim.paraphrase,
        "attributed_to": claim.attributed_to,
        "strength": claim.strength,
        "kind": claim.kind,
        "refuted_by": claim.refuted_by,
        **_verdict_data(judgement),
        "bearing": judgement.bearing,
        "readings": [_reading_data(reading) for reading in judgement.readings],
        "seconds": record.milliseconds / 1000,
    }


def _verdict_data(verdict: Verdict) -> dict[str, Any]:
    return {
        "status": verdict.status,
        "condition": None if verdict.condition is None else str(verdict.condition),
        "premises": _premises_data(verdict.premises),
        "unused": _premises_data(verdict.unused),
        "uses": list(verdict.uses),
        "witness": None if verdict.witness is None else str(verdict.witness),
        "counterexample": None if verdict.counterexample is None else str(verdict.counterexample),
        "proof": None if verdict.proof is None else verdict.proof.quality,
        "core": None if verdict.core is None else _premises_data(verdict.core),
        "reason": verdict.reason,
    }


def _reading_data(found: ReadingVerdict) -> dict[str, Any]:
    return {
        "name": found.reading.name,
        "statement": str(found.reading.statement),
        **_verdict_data(found.verdict),
        "bearing": found.bearing,
        "missing": [str(premise) for premise in found.missing],
        "challenge": found.reading.challenge,
    }


def _premises_data(premises: Premises) -> list[dict[str, str]]:
    stated = [{"relation": p.text, "name": p.name, "stated": p.stated or "unstated"} for p in premises.items]
    return stated + [{"relation": p.text, "name": "", "stated": "bound of the parameter"} for p in premises.bounds]
