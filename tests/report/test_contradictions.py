"""Tensions as data and as Markdown, read back with a Markdown parser."""

from markdown_it import MarkdownIt
from markdown_it.token import Token

import gametheory as gt
from gametheory.literature import Parting, Party, Tension
from gametheory.report.contradictions import tension_data, tensions_markdown

x, y = gt.parameters("x y")
LARGE = gt.Premise(x > 1, name="x is large", stated="p. 2")
SMALL = gt.Premise(x < 0, name="x is small", stated="p. 3")


def seen(token: Token) -> str:
    return "".join(child.content for child in token.children or () if child.type in ("text", "code_inline"))


def read(*tensions: Tension) -> list[str]:
    """What a reader sees, line by line."""
    tokens = MarkdownIt("commonmark").parse(tensions_markdown(tensions))
    return [seen(token) for token in tokens if token.type == "inline"]


def parted() -> Tension:
    above, below, aside = gt.Reading("above", x > 1), gt.Reading("below", x < 0), gt.Reading("aside", y > 0)
    return gt.tension([aside, above, below], [x, LARGE, y > 5], name="how large [x] is")


def test_a_contradiction_shows_its_claims_its_proof_and_what_parts_them() -> None:
    found = parted()
    title, about, counted, name, status, *lines = read(found)
    assert title == "Contradictions" and about.startswith("Which claims cannot be true together")
    assert counted == "1 in all: 1 contradiction." and name == "how large [x] is" and status == "contradiction"
    assert lines[:4] == ["between: aside", "between: above", "between: below", "already among: above; below"]
    assert lines[4] == "proof: certified, from none"
    pair = found.partings[0].pair
    assert pair is not None and pair.low.named["x"] != pair.high.named["x"]
    assert lines[5] == f"x parts them: from ({pair.low}) to ({pair.high})"
    # above needs x > 1, below refuses it, aside does neither; nobody needs or refuses y > 5
    assert lines[6] == (
        "x > 1 (x is large; stated: p. 2) parts them: true with it alone: above; without it alone: below"
    )
    assert lines[7:] == ["y > 5: does not part"]


def test_its_data_has_the_points_as_text() -> None:
    found = parted()
    row = tension_data(found)
    assert (row["name"], row["status"], row["core"]) == ("how large [x] is", "contradiction", ["above", "below"])
    assert (row["claims"], row["proof"], row["point"]) == (["aside", "above", "below"], "certified", None)
    by_x, by_premise, by_other = row["partings"]
    pair = found.partings[0].pair
    assert pair is not None
    assert (by_x["by"], by_x["low"], by_x["high"]) == ("x", str(pair.low), str(pair.high))
    assert (by_premise["needing"], by_premise["refusing"], by_premise["low"]) == (["above"], ["below"], None)
    assert (by_other["by"], by_other["status"]) == ("y > 5", "does not part")


def test_premises_that_contradict_each_other_are_shown() -> None:
    found = gt.tension([gt.Reading("a", y > 0, stated=LARGE), gt.Reading("b", y > 0, stated=SMALL)])
    row = tension_data(found)
    large, small = "x > 1 (x is large; stated: p. 2)", "x < 0 (x is small; stated: p. 3)"
    assert sorted(row["contradicting_premises"]) == sorted([large, small]) and row["proof"] is None
    *_, line = read(found)
    assert line in {f"their premises contradict each other: {one}; {two}"
                    for one, two in ((large, small), (small, large))}  # fmt: skip


def test_compatible_claims_are_shown_with_a_point() -> None:
    found = gt.tension([gt.Reading("a", x >= 2), gt.Reading("b", x <= 2)])
    assert tension_data(found)["point"] == "x = 2"
    assert read(found)[4:] == ["compatible", "between: a", "between: b", "all true at x = 2"]


def test_listed_tensions_show_why_nothing_is_computed() -> None:
    found = gt.tension(["a*b", "c"], name="two dates", reason="Data: a date_of <2003>.")
    row = tension_data(found)
    assert (row["proof"], row["premises"], row["contradicting_premises"], row["partings"]) == (None, [], None, [])
    assert read(found)[3:] == ["two dates", "listed", "between: a*b", "between: c", "Data: a date_of <2003>."]


def test_what_was_left_open_is_shown_with_its_reason() -> None:
    parties = (Party("a"), Party("b"))
    left_open = Parting(x, "undecided", reason="the solver gave up")
    found = Tension("open", parties, "undecided", partings=(left_open,), reason="the limit was reached")
    assert read(found)[4:] == [
        "undecided", "between: a", "between: b", "x: undecided (the solver gave up)", "the limit was reached",
    ]  # fmt: skip


def test_the_section_counts_by_status_and_without_tensions_there_is_none() -> None:
    listed = gt.tension(["a", "b"], reason="a date")
    assert read(listed, parted(), listed)[2] == "3 in all: 1 contradiction, 2 listed."
    assert tensions_markdown([]) == ""
