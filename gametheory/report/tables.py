"""The list of claims as a table: for the terminal, as CSV and as LaTeX."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from gametheory.report.record import Judged, record_data

COLUMNS = ("id", "model", "locator", "status", "bearing", "condition", "proof", "seconds")
LATEX_SPECIAL = {"\\": r"\textbackslash{}", "<": r"\textless{}", ">": r"\textgreater{}", "~": r"\textasciitilde{}"}


def _rows(records: Sequence[Judged]) -> list[dict[str, Any]]:
    return [{column: data[column] for column in COLUMNS} for data in map(record_data, records)]


def claims_csv(records: Sequence[Judged]) -> str:
    """Return the table as comma-separated values with a header."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_rows(records))
    return out.getvalue()


def claims_latex(records: Sequence[Judged]) -> str:
    """Return the table as a LaTeX tabular that needs no package."""
    kept = ("id", "locator", "status", "bearing", "condition")
    lines = [rf"\begin{{tabular}}{{{'l' * len(kept)}}}", r"\hline", " & ".join(kept) + r" \\ \hline"]
    for row in _rows(records):
        lines.append(" & ".join(latex_escaped(str(row[column] or "")) for column in kept) + r" \\")
    return "\n".join([*lines, r"\hline", r"\end{tabular}"]) + "\n"


def latex_escaped(text: str) -> str:
    """Return plain text with the characters that LaTeX reserves written out."""
    return "".join(LATEX_SPECIAL.get(c, f"\\{c}" if c in "&%$#_{}" else c) for c in text).replace("^", r"\^{}")


def claims_table(records: Sequence[Judged]) -> Any:
    """Return the table for the terminal (a rich Table)."""
    from rich.table import Table
    from rich.text import Text

    table = Table(title="Claims: verdict of the first reading, and its bearing on the paper")
    for column in ("claim", "verdict", "bearing on the paper", "holds exactly when", "proof"):
        table.add_column(column, overflow="fold")
    for row in _rows(records):
        cells = (row["id"], row["status"], row["bearing"], row["condition"], row["proof"])
        table.add_row(*(Text(cell or "") for cell in cells))  # as text: square brackets are no markup
    return table
