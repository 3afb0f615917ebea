"""The report as Markdown: for every claim what was said, what was tested, the answer, and how to challenge it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from gametheory.report.catalogue import Model
from gametheory.report.record import Judged, record_data

CAUTION = (
    "A verdict is about the model. That a model has a property is not evidence that the world has it: the content of "
    "a verdict is which premises a conclusion needs."
)
MARKS = {"proved": "✔", "refuted": "✘", "conditional": "◐", "vacuous": "∅", "undecided": "?", "data": "▤"}


def report_markdown(
    models: Sequence[Model], records: Sequence[Judged], figures: Mapping[str, Sequence[tuple[str, str]]]
) -> str:
    """Write the report.

    Parameters
    ----------
    models : sequence of Model
        In the order of the report.
    records : sequence of Record
        Their judged claims.
    figures : mapping of model name to sequence of (file name, caption)
        The figures beside the page.
    """
    data = [record_data(record) for record in records]
    lines = ["# Claims, decided", "", CAUTION, "", _summary(data), "", *_overview(data)]
    for model in models:
        lines += ["", f"## {model.name.replace('_', ' ').capitalize()}", "", *_about(model.about)]
        for game in model.games:
            lines += ["", "```text", *str(game).splitlines(), "```"]
        for file, caption in figures.get(model.name, ()):
            lines += ["", f"![{shown(caption)}]({quote(file)})", "", f"*{shown(caption)}*"]
        for row in data:
            if row["model"] == model.name:
                lines += ["", *_claim(row)]
    return "\n".join(lines) + "\n"


def _summary(data: Sequence[Mapping[str, Any]]) -> str:
    def counted(words: Iterable[str]) -> str:
        return ", ".join(f"{count} {word}" for word, count in sorted(Counter(words).items())) or "none"

    verdicts = counted(row["status"] for row in data)
    bearings = counted(row["bearing"] for row in data)
    proofs = counted(reading["proof"] for row in data for reading in row["readings"] if reading["proof"])
    return (
        f"{len(data)} claims. First readings: {verdicts}. Bearing on the papers: {bearings}. "
        f"Proofs of readings: {proofs}."
    )


def _overview(data: Sequence[Mapping[str, Any]]) -> list[str]:
    rows = ["| claim | verdict on the first reading | bearing on the paper |", "|---|---|---|"]
    for row in data:
        mark = MARKS[row["status"]]
        rows.append(f"| [{shown(row['id'])}](#{quote(row['id'])}) | {mark} {row['status']} | {row['bearing']} |")
    return rows


def _about(text: str) -> list[str]:
    return text.splitlines()


def shown(text: str) -> str:
    """Return plain text so that Markdown shows it as it is, on one line."""
    return re.sub(r"([\\`*_{}\[\]<>|&~#!])", r"\\\1", " ".join(text.split()))


def _claim(row: Mapping[str, Any]) -> list[str]:
    said = {key: shown(value) for key, value in row.items() if isinstance(value, str)}
    lines = [
        f"### {said['id']}",
        "",
        f"{said['paraphrase']} ({said['paper']}, {said['locator']}; {said['attributed_to']}; {said['strength']}; "
        f"{said['kind']}.)",
        "",
        f"**Bearing on the paper: {row['bearing']}.** What would refute the claim: {said['refuted_by']}",
    ]
    if row["status"] == "data":
        lines += ["", f"No game decides this: {said['reason']}"]
    for number, reading in enumerate(row["readings"], start=1):
        lines += ["", f"#### Reading {number}: {shown(reading['name'])}", "", *_reading(reading)]
    return lines


def _reading(reading: Mapping[str, Any]) -> list[str]:
    mark = MARKS[reading["status"]]
    lines = [f"- **{mark} {reading['status']}**: {shown(reading['statement'])}", f"- bearing: {reading['bearing']}"]
    if reading["status"] == "conditional" and reading["condition"]:
        lines.append(f"- false as worded; holds exactly when `{reading['condition']}`")
    if reading["missing"]:
        lines.append(f"- premise not stated in the paper that suffices: {listed(reading['missing'])}")
    lines.append(f"- premises: {_premises(reading['premises'])}")
    if reading["unused"]:
        lines.append(f"- assumed but not needed: {_premises(reading['unused'])}")
    if reading["uses"]:
        lines.append(f"- supposes that {', and that '.join(map(shown, reading['uses']))}")
    for word, key in (("holds at", "witness"), ("fails at", "counterexample")):
        if reading[key]:
            lines.append(f"- {word}: {shown(reading[key])}")
    if reading["proof"]:
        lines.append(f"- proof: {reading['proof']}")
    if reading["reason"]:
        lines.append(f"- open: {shown(reading['reason'])}")
    if reading["challenge"]:
        lines.append(f"- how this formalisation could be challenged: {shown(reading['challenge'])}")
    return lines


def listed(texts: Sequence[str]) -> str:
    """Return expressions side by side, as code."""
    return "; ".join(f"`{text}`" for text in texts) or "none"


def _premises(premises: Sequence[Mapping[str, str]]) -> str:
    parts = []
    for premise in premises:
        notes = "; ".join(shown(note) for note in (premise["name"], premise["stated"]) if note)
        parts.append(f"`{premise['relation']}` ({notes})")
    return "; ".join(parts) or "none"
