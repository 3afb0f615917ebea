"""Tensions between claims as plain data, and as the last section of the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from gametheory.literature import Parting, Tension
from gametheory.premise import Premises
from gametheory.report.markdown import listed, shown

ABOUT = (
    "Which claims cannot be true together, in the readings named, and what parts them. A contradiction is proved; for "
    "a parameter that parts two claims there are two points, apart in that parameter alone, at each of which one of "
    "them is true."
)


def tension_data(tension: Tension) -> dict[str, Any]:
    """Return a tension as an object for JSON; numbers stay exact, as text."""
    found = tension.verdict
    return {
        "name": tension.name,
        "status": tension.status,
        "claims": [party.name for party in tension.parties],
        "core": list(tension.core),
        "proof": None if found is None or found.proof is None else found.proof.quality,
        "premises": [] if found is None else _premises_data(found.premises),
        "contradicting_premises": None if found is None or found.core is None else _premises_data(found.core),
        "point": None if found is None or found.counterexample is None else str(found.counterexample),
        "partings": [_parting_data(parting) for parting in tension.partings],
        "reason": tension.reason,
    }


def _parting_data(parting: Parting) -> dict[str, Any]:
    pair = parting.pair
    return {
        "by": str(parting.by),
        "status": parting.status,
        "low": None if pair is None else str(pair.low),
        "high": None if pair is None else str(pair.high),
        "needing": list(parting.needing),
        "refusing": list(parting.refusing),
        "reason": parting.reason,
    }


def _premises_data(premises: Premises) -> list[str]:
    return [str(premise) for premise in premises.all]


def tensions_markdown(tensions: Sequence[Tension]) -> str:
    """Return the section of the report; nothing if there are no tensions."""
    if not tensions:
        return ""
    counts = ", ".join(f"{count} {word}" for word, count in sorted(Counter(one.status for one in tensions).items()))
    lines = ["", "## Contradictions", "", ABOUT, "", f"{len(tensions)} in all: {counts}."]
    for tension in tensions:
        lines += ["", *_section(tension_data(tension))]
    return "\n".join(lines) + "\n"


def _section(row: dict[str, Any]) -> list[str]:
    lines = [f"### {shown(row['name'])}", "", f"- **{row['status']}**"]
    lines += [f"- between: {shown(claim)}" for claim in row["claims"]]
    if row["core"] and len(row["core"]) < len(row["claims"]):
        lines.append(f"- already among: {shown('; '.join(row['core']))}")
    if row["contradicting_premises"]:
        lines.append(f"- their premises contradict each other: {listed(row['contradicting_premises'])}")
    if row["proof"]:
        lines.append(f"- proof: {row['proof']}, from {listed(row['premises'])}")
    if row["point"]:
        lines.append(f"- all true at {shown(row['point'])}")
    lines += [f"- {_parted(parting)}" for parting in row["partings"]]
    return lines + ([f"- {shown(row['reason'])}"] if row["reason"] else [])


def _parted(parting: dict[str, Any]) -> str:
    by = f"`{parting['by']}`"
    if parting["low"]:
        return f"{by} parts them: from ({shown(parting['low'])}) to ({shown(parting['high'])})"
    if parting["status"] == "parts":
        needing, refusing = (shown("; ".join(parting[key])) for key in ("needing", "refusing"))
        return f"{by} parts them: true with it alone: {needing}; without it alone: {refusing}"
    return f"{by}: {parting['status']}" + (f" ({shown(parting['reason'])})" if parting["reason"] else "")
