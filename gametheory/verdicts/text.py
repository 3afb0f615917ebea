"""How a verdict reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gametheory.formulas.display import expression_text
from gametheory.point import Point

if TYPE_CHECKING:
    from gametheory.verdicts.comparative import ComparativeStatic
    from gametheory.verdicts.verdict import Verdict

UNIVERSAL = ("always", "never", "exactly")


def verdict_text(verdict: Verdict) -> str:
    """Write a verdict in a few lines: the answer, what it rests on, and where it can be seen."""
    lines = [f"{verdict.status}: {verdict.statement}" if verdict.statement is not None else verdict.status]
    kind = verdict.statement.kind if verdict.statement is not None else ""
    if verdict.status == "conditional" and kind in UNIVERSAL:
        lines.append(f"  false as worded; holds exactly when {verdict.condition}")
    if verdict.status == "conditional" and kind not in UNIVERSAL:
        lines.append("  false as worded: some pairs of points go one way and some the other")
    if verdict.status == "proved" and kind == "possible":
        lines.append(f"  holds exactly when {verdict.condition}")
    if verdict.core is not None:
        lines.append(f"  {verdict.reason or 'the premises contradict each other'}: {verdict.core}")
    if verdict.proof is not None and (verdict.status, kind) != ("proved", "possible"):
        lines.append(f"  uses: {verdict.premises}")
        if verdict.unused:
            lines.append(f"  not needed: {verdict.unused}")
    if verdict.witness is not None and (verdict.status != "proved" or kind == "possible"):
        lines.append(f"  holds at: {verdict.witness}")
    lines.extend(_counterexamples(verdict))
    if verdict.proof is not None:
        lines.append(f"  proof: {verdict.proof}")
    if verdict.reason and verdict.core is None:
        lines.append(f"  {verdict.reason}")
    if verdict.uses:
        lines.append(f"  supposes that {', and that '.join(verdict.uses)}")
    return "\n".join(lines)


def _counterexamples(verdict: Verdict) -> list[str]:
    if verdict.counterexample is None:
        return []
    if not verdict.counterexamples:
        return [f"  fails at: {verdict.counterexample}"]
    lines = []
    for description, point in verdict.counterexamples:
        where = f" ({description})" if len(verdict.counterexamples) > 1 or "alone" in description else ""
        lines.append(f"  fails at: {point}{where}")
    if (
        verdict.statement is not None
        and verdict.statement.kind == "always"
        and isinstance(verdict.counterexample, Point)
    ):
        failures = (
            verdict.statement.region.read_under(verdict.premises.joined(verdict.unused))
            .explain(verdict.counterexample)
            .failures
        )
        lines.extend(f"    {failure}" for failure in failures)
    return lines


def comparative_text(found: ComparativeStatic) -> str:
    """Write which way an expression moves, and what the answer rests on."""
    words = found.status
    if found.status in ("increasing", "decreasing", "constant"):
        words += f" in {found.parameter}"
    if found.status in ("increasing", "decreasing"):
        words += ", strictly" if found.strict else "" if found.reason else ", though not strictly"
    if found.status == "neither":
        words = f"neither increasing nor decreasing in {found.parameter}"
    where = "" if found.within is None else f", where {found.within}"
    lines = [f"{expression_text(found.expression)}{where}: {words}"]
    if found.status == "neither":
        lines += [f"  rises {found.rises}", f"  falls {found.falls}"]
    if found.proof is not None:
        lines += [f"  uses: {found.premises}", f"  proof: {found.proof}"]
    return "\n".join([*lines, *([f"  {found.reason}"] if found.reason else [])])
