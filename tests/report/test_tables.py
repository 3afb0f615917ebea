"""The list of claims as a table."""

import csv
import io
import re
from collections.abc import Callable

import pytest
from rich.console import Console

import gametheory as gt
from gametheory.report.catalogue import Model
from gametheory.report.record import Record, judge_claims, record_data
from gametheory.report.tables import claims_csv, claims_latex, claims_table, latex_escaped

x, y = gt.parameters("x y")

Claims = tuple[gt.Claim, ...]
MakeClaim = Callable[..., gt.Claim]


def judged(*claims: gt.Claim) -> tuple[Record, ...]:
    return judge_claims((Model("example_model", "", claims, {}), claim) for claim in claims)


# CSV


def test_csv_comes_back_as_it_went_in(every_status: Claims) -> None:
    records = judged(*every_status)
    rows = list(csv.DictReader(io.StringIO(claims_csv(records))))
    columns = ["id", "model", "locator", "status", "bearing", "condition", "proof", "seconds"]
    assert list(rows[0]) == columns
    assert len(rows) == len(every_status)
    for row, record in zip(rows, records, strict=True):
        data = record_data(record)
        assert row == {column: "" if data[column] is None else str(data[column]) for column in columns}


@pytest.mark.parametrize("locator", ['p. 1, note "2"', "first\nsecond", "a;b\tc", "§ 3, „so“", ",", '"'])
def test_csv_keeps_commas_quotes_line_breaks_and_other_letters(locator: str, claim: MakeClaim) -> None:
    text = claims_csv(judged(claim("c", data="d", locator=locator), claim("last", data="d")))
    first, second = csv.DictReader(io.StringIO(text, newline=""))
    assert first["locator"] == locator
    assert second["id"] == "last"


def test_csv_ends_its_lines_with_a_line_feed(every_status: Claims) -> None:
    text = claims_csv(judged(*every_status))
    assert text.endswith("\n") and "\r" not in text


def test_without_claims_there_is_a_header_alone() -> None:
    assert claims_csv(()).splitlines() == ["id,model,locator,status,bearing,condition,proof,seconds"]


# LaTeX


def latex_rows(text: str) -> list[list[str]]:
    """The cells of a tabular, split where LaTeX would split them."""
    body = text.split(r"\hline", 1)[1].rsplit(r"\hline", 1)[0].replace(r"\hline", "")
    lines = [line for line in re.split(r"\\\\", body) if line.strip()]
    return [[cell.strip() for cell in re.split(r"(?<!\\)&", line)] for line in lines]


def test_latex_is_one_tabular_with_a_row_a_claim(every_status: Claims) -> None:
    text = claims_latex(judged(*every_status))
    assert text.startswith("\\begin{tabular}{lllll}\n\\hline\n") and text.endswith("\\hline\n\\end{tabular}\n")
    head, *rows = latex_rows(text)
    assert head == ["id", "locator", "status", "bearing", "condition"]
    assert [row[0] for row in rows] == [claim.id for claim in every_status]
    assert [row[2] for row in rows] == ["proved", "refuted", "conditional", "vacuous", "undecided", "data"]
    assert [row[4] for row in rows] == ["always", "", r"x \textgreater{} 1", "", "", ""]


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("50 % & more", r"50 \% \& more"),
        ("T_C > R_C", r"T\_C \textgreater{} R\_C"),
        ("delta < 1", r"delta \textless{} 1"),
        ("#1, $2, {3}", r"\#1, \$2, \{3\}"),
        ("x^2", r"x\^{}2"),
        ("a~b", r"a\textasciitilde{}b"),
        (r"\alpha", r"\textbackslash{}alpha"),
        (r"\^~", r"\textbackslash{}\^{}\textasciitilde{}"),
        ("Größe, § 2.2", "Größe, § 2.2"),
        ("", ""),
    ],
)
def test_what_latex_reserves_is_written_out(given: str, written: str) -> None:
    assert latex_escaped(given) == written


def test_cells_with_reserved_characters_stay_cells(claim: MakeClaim) -> None:
    T_C, R_C = gt.parameters("T_C R_C")
    reading = gt.Reading("r", T_C > R_C, stated=(T_C > 0,))
    text = claims_latex(judged(claim("a_b", reading, locator="5 % & p. 3")))
    _, row = latex_rows(text)
    assert row[:2] == [r"a\_b", r"5 \% \& p. 3"]
    assert row[4] == r"T\_C \textgreater{} R\_C"


# The terminal


def rendered(records: tuple[Record, ...]) -> str:
    out = io.StringIO()
    Console(file=out, width=200).print(claims_table(records))
    return out.getvalue()


def test_the_terminal_s_table_has_a_row_a_claim(every_status: Claims) -> None:
    lines = rendered(judged(*every_status)).splitlines()
    for claim, words in zip(
        every_status,
        (
            ["proved", "supports", "always", "certified"],
            ["refuted", "contradicts", "", "certified"],
            ["conditional", "needs a premise the paper does not state", "x > 1", ""],
            ["vacuous", "not identified", "", ""],
            ["undecided", "not identified", "", ""],
            ["data", "data", "", ""],
        ),
        strict=True,
    ):
        (line,) = [line for line in lines if claim.id in line]
        assert [cell.strip() for cell in line.strip("│").split("│")] == [claim.id, *words]


def test_square_brackets_are_not_taken_for_markup(claim: MakeClaim) -> None:
    assert "c[red]1" in rendered(judged(claim("c[red]1", data="d")))
