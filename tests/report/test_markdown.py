"""The report as Markdown, read back with a Markdown parser."""

from collections.abc import Callable, Sequence

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

import gametheory as gt
from gametheory.report.catalogue import Model
from gametheory.report.markdown import report_markdown
from gametheory.report.record import judge_claims

x, y, z = gt.parameters("x y z")
share = gt.Parameter("share", above=0, below=1)

Claims = tuple[gt.Claim, ...]
MakeClaim = Callable[..., gt.Claim]


def model(name: str, *claims: gt.Claim, about: str = "About it.") -> Model:
    return Model(name, about, claims, {})


def report(*models: Model, figures: dict[str, Sequence[tuple[str, str]]] | None = None) -> str:
    records = judge_claims((model, claim) for model in models for claim in model.claims)
    return report_markdown(models, records, figures or {})


def tokens(page: str) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(page)


def shown(token: Token) -> str:
    """What a reader sees of an inline token."""
    return "".join(
        child.content if child.type in ("text", "code_inline") else " " if child.type == "softbreak" else ""
        for child in token.children or ()
    )


def texts(page: str, kind: str) -> list[str]:
    """What is seen of every heading ("h1"), list item ("li"), cell ("td") or paragraph ("p")."""
    found: list[str] = []
    open_tags: list[str] = []
    for token in tokens(page):
        if token.nesting == 1:
            open_tags.append(token.tag)
        elif token.nesting == -1:
            open_tags.pop()
        elif token.type == "inline" and kind in open_tags:
            found.append(shown(token))
    return found


def inner(page: str, kind: str) -> list[Token]:
    return [child for token in tokens(page) for child in token.children or () if child.type == kind]


# Structure


def test_the_page_has_a_heading_a_model_a_claim_and_a_reading(every_status: Claims, claim: MakeClaim) -> None:
    other = claim("d-other", gt.Reading("first", x > 0), gt.Reading("second", x > 1))
    page = report(model("two_words", *every_status), model("last", other))
    assert texts(page, "h1") == ["Claims, decided"]
    assert texts(page, "h2") == ["Two words", "Last"]
    assert texts(page, "h3") == [*(one.id for one in every_status), "d-other"]
    assert texts(page, "h4") == [*["Reading 1: r"] * 5, "Reading 1: first", "Reading 2: second"]


def test_claims_stand_below_their_own_model(claim: MakeClaim) -> None:
    page = report(model("one", claim("a", data="d")), model("two", claim("b", data="d")))
    heads = [line for line in page.splitlines() if line.startswith("##")]
    assert heads == ["## One", "### a", "## Two", "### b"]


def test_the_page_begins_with_a_caution_and_a_count(every_status: Claims) -> None:
    first, second, *_ = texts(report(model("one", *every_status)), "p")
    assert first.startswith("A verdict is about the model.")
    assert second == (
        "6 claims. First readings: 1 conditional, 1 data, 1 proved, 1 refuted, 1 undecided, 1 vacuous. Bearing on the "
        "papers: 1 contradicts, 1 data, 1 needs a premise the paper does not state, 2 not identified, 1 supports. "
        "Proofs of readings: 2 certified."
    )


def test_a_reading_that_hands_utility_over_says_so(claim: MakeClaim) -> None:
    waits = dict.fromkeys([("ally", "wait"), ("wait", "ally"), ("wait", "wait")], (0, 0))
    pact = gt.Game("Pact", ["A", "B"], ["ally", "wait"], {("ally", "ally"): (-2, 3), **waits})
    paid = gt.transfers(pact, ("ally", "ally"), "B", "A")
    items = texts(report(model("one", claim("c", gt.Reading("r", gt.possible(paid))))), "li")
    assert "supposes that utility can be handed from one player to another" in items
    unpaid = texts(
        report(model("one", claim("c", gt.Reading("r", gt.possible(gt.nash(pact, ("wait", "wait"))))))), "li"
    )
    assert not any(item.startswith("supposes") for item in unpaid)


def test_an_overview_lists_every_claim_with_verdict_and_bearing(every_status: Claims) -> None:
    page = report(model("one", *every_status))
    assert texts(page, "th") == ["claim", "verdict on the first reading", "bearing on the paper"]
    cells = texts(page, "td")
    rows = [cells[i : i + 3] for i in range(0, len(cells), 3)]
    assert [row[0] for row in rows] == [one.id for one in every_status]
    marks, words = zip(*(row[1].split(" ", 1) for row in rows), strict=True)
    assert list(words) == ["proved", "refuted", "conditional", "vacuous", "undecided", "data"]
    assert len(set(marks)) == 6
    assert [row[2] for row in rows][:3] == ["supports", "contradicts", "needs a premise the paper does not state"]
    links = [child.attrGet("href") for child in inner(page, "link_open")]
    assert links == [f"#{one.id}" for one in every_status]


def test_a_claim_says_what_was_claimed_where_and_by_whom(claim: MakeClaim) -> None:
    page = report(model("one", claim("c", gt.Reading("r", x > 0), refuted_by="a negative number")))
    assert "So it is. (Nobody 2020, p. 1; its author; asserts; threshold.)" in texts(page, "p")
    assert (
        "Bearing on the paper: needs a premise the paper does not state. "
        "What would refute the claim: a negative number" in texts(page, "p")
    )


def test_a_proved_reading_lists_its_premises_with_name_and_place(claim: MakeClaim) -> None:
    stated = (gt.Premise(x > 1, name="large", stated="p. 2"), gt.Premise(y > 0))
    items = texts(report(model("one", claim("c", gt.Reading("r", x + share > 1, stated=stated)))), "li")
    assert items[:4] == [
        "✔ proved: share + x > 1",
        "bearing: supports",
        "premises: x > 1 (large; p. 2); share > 0 (bound of the parameter)",
        "assumed but not needed: y > 0 (unstated); share < 1 (bound of the parameter)",
    ]
    assert items[4].startswith("holds at: ")
    assert items[5:] == ["proof: certified"]


def test_a_conditional_reading_shows_condition_missing_premise_points_and_challenge(every_status: Claims) -> None:
    page = report(model("one", every_status[2]))
    items = texts(page, "li")
    assert items[:5] == [
        "◐ conditional: x > 1",
        "bearing: needs a premise the paper does not state",
        "false as worded; holds exactly when x > 1",
        "premise not stated in the paper that suffices: x > 2",
        "premises: x > 0 (unstated)",
    ]
    assert items[5].startswith("holds at: x = ") and items[6].startswith("fails at: x = ")
    assert items[7:] == ["how this formalisation could be challenged: Why?"]


def test_a_refuted_reading_has_no_witness(every_status: Claims) -> None:
    items = texts(report(model("one", every_status[1])), "li")
    assert items[:3] == ["✘ refuted: x < 0", "bearing: contradicts", "premises: x > 1 (unstated)"]
    assert items[3].startswith("fails at: x = ") and items[4:] == ["proof: certified"]


def test_a_vacuous_reading_names_the_contradiction_and_an_undecided_one_what_is_open(every_status: Claims) -> None:
    vacuous = texts(report(model("one", every_status[3])), "li")
    assert vacuous == [
        "∅ vacuous: x > 0", "bearing: not identified", "premises: x > 1 (unstated); x < 1 (unstated)",
    ]  # fmt: skip
    undecided = texts(report(model("one", every_status[4])), "li")
    assert undecided[:3] == ["? undecided: x**2 = 2", "bearing: not identified", "premises: none"]
    assert undecided[3].startswith("fails at: ") and undecided[4].startswith("open: z3 ")


def test_a_direction_that_goes_both_ways_has_no_condition(claim: MakeClaim) -> None:
    items = texts(report(model("one", claim("c", gt.Reading("r", gt.grows(x**2 > 1, x))))), "li")
    assert items[0] == "◐ conditional: x**2 > 1: grows in x"
    assert not any("holds exactly when" in item for item in items)
    assert any(item.startswith("fails at: from (x = ") for item in items)


def test_a_claim_on_data_gives_its_source(every_status: Claims) -> None:
    page = report(model("one", every_status[-1]))
    assert "No game decides this: a count, from table 3" in texts(page, "p")
    assert texts(page, "li") == []


def test_a_model_s_docstring_comes_first(claim: MakeClaim) -> None:
    page = report(model("one", claim("c", data="d"), about="What it is.\n\n* first\n* second"))
    assert "What it is." in texts(page, "p")
    assert texts(page, "li") == ["first", "second"]


def test_figures_stand_below_their_model_with_their_captions(claim: MakeClaim) -> None:
    models = (model("one", claim("a", data="d")), model("two", claim("b", data="d")))
    page = report(*models, figures={"two": [("two-line.png", "A line"), ("two-dots.png", "Dots")]})
    images = [(image.attrGet("src"), image.content) for image in inner(page, "image")]
    assert images == [("two-line.png", "A line"), ("two-dots.png", "Dots")]
    lines = page.splitlines()
    assert lines.index("## Two") < lines.index("*A line*") < lines.index("*Dots*") < lines.index("### b")


def test_the_page_ends_with_one_line_feed(claim: MakeClaim) -> None:
    page = report(model("one", claim("c", data="d")))
    assert page.endswith("\n") and not page.endswith("\n\n")


# Characters that mean something in Markdown

AWKWARD = [
    "costs a*b rise with b*c",
    "_so_ it is said",
    "a < b > c and <b>so</b> on",
    "see [note] (p. 3), one | two, ![this] & more",
    r"a &lt; b, back\_slash",
]


@pytest.mark.parametrize("text", AWKWARD)
def test_what_models_say_is_shown_as_it_was_written(text: str, claim: MakeClaim) -> None:
    reading = gt.Reading(text, gt.when(x > 0).called(text), stated=gt.Premise(x > 1, name=text), challenge=text)
    said = claim("a", reading, paraphrase=text, locator=text, attributed_to=text, refuted_by=text)
    page = report(model("one", said, claim("b", data=text)))
    assert f"{text} (Nobody 2020, {text}; {text}; asserts; threshold.)" in texts(page, "p")
    assert f"Bearing on the paper: supports. What would refute the claim: {text}" in texts(page, "p")
    assert f"No game decides this: {text}" in texts(page, "p")
    assert texts(page, "h4") == [f"Reading 1: {text}"]
    items = texts(page, "li")
    assert items[0] == f"✔ proved: {text}"
    assert f"premises: x > 1 ({text}; unstated)" in items
    assert items[-1] == f"how this formalisation could be challenged: {text}"


def test_products_in_a_statement_are_not_taken_for_emphasis(claim: MakeClaim) -> None:
    statement = (x * y > 1) & (x * z > 1)
    page = report(model("one", claim("c", gt.Reading("r", statement))))
    assert f"conditional: {gt.always(statement)}" in texts(page, "li")[0]
    assert not inner(page, "em_open")


def test_products_in_points_and_conditions_are_not_taken_for_emphasis(claim: MakeClaim) -> None:
    P_C, P_R = gt.parameters("_P_C_ P_R_")
    page = report(model("one", claim("c", gt.Reading("r", P_C * P_R > 1))))
    assert not inner(page, "em_open")
    assert any(item.startswith("holds at: P_R_ = ") and "_P_C_ = " in item for item in texts(page, "li"))


@pytest.mark.parametrize("text", [*AWKWARD, "over\ntwo lines"])
def test_captions_are_one_line_without_markup(text: str, claim: MakeClaim) -> None:
    page = report(model("one", claim("c", data="d")), figures={"one": [("f.png", text)]})
    (image,) = inner(page, "image")
    assert image.attrGet("src") == "f.png"
    expected = text.replace("\n", " ")
    assert expected in texts(page, "p")


def test_an_id_with_a_bar_stays_in_its_cell(claim: MakeClaim) -> None:
    page = report(model("one", claim("a|b", data="d")))
    assert texts(page, "td") == ["a|b", "▤ data", "data"]


def test_a_figure_whose_file_has_a_space_in_its_name_is_shown(claim: MakeClaim) -> None:
    page = report(model("one", claim("c", data="d")), figures={"one": [("one-a map.png", "A map")]})
    assert [image.attrGet("src") for image in inner(page, "image")] == ["one-a%20map.png"]


def test_the_games_of_a_model_are_shown_as_matrices(claim: MakeClaim) -> None:
    game = gt.Game(
        "Duel", ["A", "B"], ["keep", "break"], {(a, b): (x, 0) for a in ("keep", "break") for b in ("keep", "break")}
    )
    page = report(Model("one", "About it.", (claim("c", data="d"),), {}, (game,)))
    (block,) = [token for token in tokens(page) if token.type == "fence"]
    assert block.content == f"{game}\n"
