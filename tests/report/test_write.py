"""Writing the report into a folder."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import gametheory as gt
from gametheory.report.catalogue import load_models
from gametheory.report.write import draw, write_report

Package = Callable[..., str]
Drawn = list[tuple[Any, Path]]


def test_the_report_is_a_page_its_data_and_its_figures(package: Package, drawn: Drawn, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "report"
    written = write_report(load_models(package()), folder)
    assert [path.name for path in written] == [
        "report.md",
        "claims.json",
        "false_shares-line.png", "false_shares-line.svg", "false_shares-line.json",
        "false_shares-dots.png", "false_shares-dots.svg", "false_shares-dots.json",
    ]  # fmt: skip
    assert sorted(folder.iterdir()) == sorted(written)
    assert [path.name for _, path in drawn] == [path.name for path in written if path.suffix in (".png", ".svg")]


def test_the_page_shows_every_claim_and_figure(package: Package, drawn: Drawn, tmp_path: Path) -> None:
    page, *_ = write_report(load_models(package()), tmp_path)
    text = page.read_text("utf-8")
    assert [line for line in text.splitlines() if line.startswith("##") and not line.startswith("####")] == [
        "## False shares", "### beyond", "## Large shares", "### large", "### counted",
    ]  # fmt: skip
    assert r"![The share \[0, 1\]](false_shares-line.png)" in text
    assert "*Dots*" in text and "(false_shares-dots.png)" in text
    assert "How large a share is.\n\nThe second paragraph.\n" in text


def test_the_data_is_what_the_page_was_made_from(package: Package, drawn: Drawn, tmp_path: Path) -> None:
    _, data, *_ = write_report(load_models(package()), tmp_path)
    assert '"locator": "§ 1"' in data.read_text("utf-8")  # as it is, not escaped
    rows = json.loads(data.read_text("utf-8"))
    assert [(row["id"], row["model"], row["status"], row["bearing"]) for row in rows] == [
        ("beyond", "false_shares", "refuted", "contradicts"),
        ("large", "large_shares", "proved", "needs a premise the paper does not state"),
        ("counted", "large_shares", "data", "data"),
    ]
    assert [reading["missing"] for reading in rows[1]["readings"]] == [[], ["x > 4/5 (more than four fifths)"]]


def test_each_figure_comes_with_the_data_to_draw_it_again(package: Package, drawn: Drawn, tmp_path: Path) -> None:
    write_report(load_models(package()), tmp_path)
    text = (tmp_path / "false_shares-line.json").read_text("utf-8")
    assert json.loads(text) == {"about": "The share [0, 1]", "é": ["1/2"]}
    assert "é" in text  # as it is, not escaped


def test_a_report_replaces_the_one_before(package: Package, drawn: Drawn, tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text("an older page", "utf-8")
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    models = load_models(package())
    first = write_report(models, tmp_path)
    assert write_report(models, tmp_path) == first
    assert "older" not in (tmp_path / "report.md").read_text("utf-8")
    assert (tmp_path / "notes.txt").read_text("utf-8") == "mine"


def test_one_figure_can_be_drawn_alone(package: Package, drawn: Drawn, tmp_path: Path) -> None:
    false, _ = load_models(package())
    files, caption = draw(false, "dots", tmp_path)
    assert caption == "Dots"
    assert files == [tmp_path / f"false_shares-dots.{suffix}" for suffix in ("png", "svg", "json")]
    assert all(axes is drawn[0][0] for axes, _ in drawn)


DOTTED = '''
"""Two figures."""


class Drawing:
    def __init__(self, words):
        self.words = words

    def caption(self):
        return self.words


CLAIMS = ()
FIGURES = {"delta-0.5": lambda: Drawing("a half"), "delta-0.9": lambda: Drawing("nine tenths")}
'''


def test_figures_with_a_dot_in_their_name_keep_files_of_their_own(
    package: Package, drawn: Drawn, tmp_path: Path
) -> None:
    written = write_report(load_models(package({"dotted": DOTTED})), tmp_path)
    assert len(set(written)) == len(written) == 8
    assert (tmp_path / "dotted-delta-0.5.png").read_text("utf-8") == "a picture of a half"


def test_a_figure_that_cannot_be_drawn_is_not_passed_over(package: Package, drawn: Drawn, tmp_path: Path) -> None:
    false, _ = load_models(package())
    with pytest.raises(KeyError):
        draw(false, "circle", tmp_path)
    assert drawn == []


def test_tensions_come_at_the_end_of_the_page_and_as_data(package: Package, drawn: Drawn, tmp_path: Path) -> None:
    x = gt.Parameter("x")
    above, below = gt.Reading("above", x > 1), gt.Reading("below §", x < 0)
    tensions = [gt.tension([above, below], [x], name="how large"), gt.tension(["a", "b"], reason="a date")]
    models = load_models(package())
    page, _, apart, *figures = written = write_report(models, tmp_path, tensions)
    assert apart.name == "tensions.json" and sorted(tmp_path.glob("*.*")) == sorted(written)
    assert all(file.suffix != ".md" for file in figures)
    text = page.read_text("utf-8")
    plain = tmp_path / "plain"
    assert text.startswith(write_report(models, plain)[0].read_text("utf-8") + "\n## Contradictions\n")
    assert not (plain / "tensions.json").exists()
    data = apart.read_text("utf-8")
    assert "below §" in data and data.endswith("]\n")  # as it is, not escaped
    assert [(row["name"], row["status"]) for row in json.loads(data)] == [
        ("how large", "contradiction"), ("a against b", "listed"),
    ]  # fmt: skip
