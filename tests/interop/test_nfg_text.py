import random
from fractions import Fraction
from typing import Any

import pytest

import gametheory as gt
from gametheory.interop import nfg_text, read_nfg, write_nfg

PAYOFFS = """NFG 1 R "Market entry" { "Ann" "Bob" } { 3 2 }

1 -1  2 -2  3 -3
4 1/2  .5 -0.25  1e2 +6.
"""
"""Ann has three actions, Bob two; the first player's action changes fastest."""

OUTCOMES = """NFG 1 R "Market \\"entry\\" \\\\ x" { "Ann" "Bob" }

{ { "in" "out" "wait" }
{ "fight" "share" }
}
"Who enters?"

{
{ "war" -1, -2 }
{ "peace" 3/4 .5 }
{ "" 7, 8 }
}
1 2 0 3 2 2
"""
HEAD = 'NFG 1 R "t" { "A" "B" } { { "x" "y" } { "v" "w" } } '


def test_a_list_of_payoffs() -> None:
    game = read_nfg(PAYOFFS)
    assert (game.name, game.players) == ("Market entry", ("Ann", "Bob"))
    assert game.actions == (("first", "second", "third"), ("first", "second"))
    assert dict(game.payoffs) == {
        ("first", "first"): (1, -1),
        ("second", "first"): (2, -2),
        ("third", "first"): (3, -3),
        ("first", "second"): (4, Fraction(1, 2)),
        ("second", "second"): (Fraction(1, 2), Fraction(-1, 4)),
        ("third", "second"): (100, 6),
    }


def test_a_list_of_outcomes() -> None:
    game = read_nfg(OUTCOMES)
    assert game.name == 'Market "entry" \\ x'
    assert game.actions == (("in", "out", "wait"), ("fight", "share"))
    peace = (Fraction(3, 4), Fraction(1, 2))
    assert dict(game.payoffs) == {
        ("in", "fight"): (-1, -2),
        ("out", "fight"): peace,
        ("wait", "fight"): (0, 0),
        ("in", "share"): (7, 8),
        ("out", "share"): peace,
        ("wait", "share"): peace,
    }
    assert dict(game.outcomes) == {
        "war": (("in", "fight"),),
        "peace": (("out", "fight"), ("out", "share"), ("wait", "share")),
    }


def test_what_is_written(tariffs: gt.Game) -> None:
    assert " ".join(write_nfg(tariffs).split()) == (
        'NFG 1 R "Tariffs" { "Ann" "Bob" } { { "open" "closed" } { "none" "some" "all" } } "" '
        "0 5 10 7 1 -1/4 21/2 8 2 6 -12 9"
    )


def test_there_and_back(tariffs: gt.Game, thirds: gt.Game) -> None:
    odd = gt.Game(
        'A "game" \\ of\nnames',
        ["Zoë \\", '"Bob"', "{,}"],
        ['\\"', "é\\n"],
        {(a, b, c): (1, 2, 3) for a in ('\\"', "é\\n") for b in ('\\"', "é\\n") for c in ('\\"', "é\\n")},
    )
    for game in (tariffs, thirds, odd):
        assert read_nfg(write_nfg(game)) == game


def test_names_may_be_given_and_blank_ones_get_words() -> None:
    game = read_nfg(PAYOFFS, name="Other", players=["A", "B"], actions=[["x", "y", "z"], ["v", "w"]])
    assert (game.name, game.players, game.actions) == ("Other", ("A", "B"), (("x", "y", "z"), ("v", "w")))
    blank = read_nfg('NFG 1 D " " {""\r\n"B"}{{"" "b"} 1} 1 2 3 4')
    assert (blank.name, blank.players) == ("Game without a title", ("row", "B"))
    assert blank.actions == (("first", "b"), ("first",))
    twice = 'NFG 1 R "t" { "A" "A" } { { "x" "x" } 1 } 1 2 3 4'
    assert read_nfg(twice, players=["C", "D"], actions=[["x", "y"], ["v"]]).players == ("C", "D")
    with pytest.raises(gt.GameError, match=r"line 1 .*'A', just before, is the name of a player a second time"):
        read_nfg(twice)
    with pytest.raises(gt.GameError, match=r"'x', just before, is the name of an action of C a second time"):
        read_nfg(twice, players=["C", "D"])


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", r"line 1 of the .nfg text: the end of the text stands where NFG \(the text of a strategic game begins"),
        ("game.nfg", "line 1 .*'game.nfg' stands where NFG"),
        ('EFG 2 R "t"', "'EFG' stands where NFG"),
        ("NFG 2 R", "'2' stands where 1"),
        ("NFG 1 Q", "'Q' stands where R"),
        ('NFG 1 "R"', "'R' stands where R"),
        ("\n\nNFG 1 R t", "line 3 .*'t' stands where the title in quotation marks was expected"),
        ('NFG 1 R "t" "A"', "'A' stands where '{' before the names of the players"),
        ('NFG 1 R "t" { A }', "'A' stands where the name of a player in quotation marks"),
        ('NFG 1 R "t" { }', "the braces before this name nothing; name at least a player"),
        ('NFG 1 R "t" { "A"', "the end of the text stands where the name of a player"),
        ('NFG 1 R\n"t { }', "line 2 .*a quotation mark opens here and never closes"),
        ('NFG 1 R "t\\" { }', "a quotation mark opens here and never closes"),
        ('NFG 1 R "t" { "A" } 2', "'2' stands where '{' before the actions"),
        ('NFG 1 R "t" { "A" "B" } { 2 }', "'}' stands where the actions of B, a list of names or how many,"),
        ('NFG 1 R "t" { "A" } { 2 2 }', "'2' stands where '}' after the actions of 1 players"),
        ('NFG 1 R "t" { "A" } { -2 }', "'-2' stands where the actions of A"),
        ('NFG 1 R "t" { "A" } { 0 }', "A has 0 actions"),
        ('NFG 1 R "t" { "A" } { { } }', "name at least an action of A"),
        ('NFG 1 R "t" { "A" } { 1001 }', "1001 stands where the actions of A.* of at most 1000"),
        ('NFG 1 R "t" { "A" } { 99999999999999999999 }', "'99999999999999999999' stands where the actions of A"),
        (HEAD + "1 2 3 4 5 6 7 8 9", "'9' stands where the end, after the 4 profiles of the game"),
        (HEAD + "{ { 1 2 } } 1 1 1 1", "'1' stands where the name of the outcome in quotation marks"),
        (HEAD + '{ "o" 1 2 }', "'o' stands where '{' before an outcome, or '}' after the last"),
        (HEAD + '{ { "o" 1, 2, 3 } } 1 1 1 1', "'3' stands where '}' after the payoffs of 2 players"),
        (HEAD + '{ { "o" 1 2 } } 1 1 1 2', "2 stands where the outcome of profile 4, a number of at most 1"),
        (HEAD + '{ { "o" 1 2 } } 1 1 1', "the end of the text stands where the outcome of profile 4"),
        (HEAD + '{ { "o" 1 2 } } 1 1 1 -1', "'-1' stands where the outcome of profile 4"),
    ],
)
def test_broken_text_is_explained_with_its_line(text: str, complaint: str) -> None:
    with pytest.raises(gt.GameError, match=complaint):
        read_nfg(text)


@pytest.mark.parametrize(
    ("number", "complaint"),
    [
        ('"comment" "c"', "'c' stands where A's payoff at profile 1"),
        ("x", r"line 2 of the .nfg text: 'x' stands where A's payoff at profile 1 was expected"),
        ("__import__('os').system('true')", "stands where A's payoff at profile 1"),
        ("", "the end of the text stands where B's payoff at profile 4"),
        (",", "',' stands where A's payoff"),
        ("1/0", "A's payoff at profile 1 is 1/0, which divides by zero"),
        ("1/-2", "stands where"),
        ("1/2/3", "stands where"),
        ("1.5/2", "stands where"),
        ("0x10", "stands where"),
        ("1_000", "stands where"),
        ("nan", "stands where"),
        ("inf", "stands where"),
        ("\u0663", "stands where"),
        ("1e", "stands where"),
        ("1e1001", "has more than 1000 digits or an exponent beyond 1000"),
        ("1e-999999999999", "has more than 1000 digits or an exponent beyond 1000"),
        ("7" * 1001, "has more than 1000 digits"),
    ],
)
def test_a_payoff_that_is_no_number_is_explained(number: str, complaint: str) -> None:
    with pytest.raises(gt.PayoffError, match=complaint):
        read_nfg(HEAD + "\n" + number + " 2 3 4 5 6 7 8")


def test_what_is_too_large_is_refused_before_it_is_expanded(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(gt.CapacityError, match="announces 3000000000 payoffs; at most 250000"):
        read_nfg('NFG 1 R "t" { "A" "B" "C" } { 1000 1000 1000 } 1')
    with pytest.raises(gt.GameError, match="more than 50 names stand here"):
        read_nfg('NFG 1 R "t" {' + '"A"' * 60, players=["A"])
    huge = gt.Game("Huge", ["A"], ["x"], {("x",): (Fraction(10**600, 7),)})
    with pytest.raises(gt.CapacityError, match="Huge has a payoff of more than 500 digits; rescale it"):
        write_nfg(huge)
    large = gt.Game("Large", ["A"], ["x"], {("x",): (Fraction(-(10**440), 10**440 + 1),)})
    assert read_nfg(write_nfg(large)) == large
    monkeypatch.setattr(nfg_text, "LONGEST_TEXT", 10)
    with pytest.raises(gt.CapacityError, match="has 11 characters; at most 10 are read"):
        read_nfg("NFG 1 R " + 3 * " ")


def test_what_is_no_text_is_refused(symbolic: gt.Game) -> None:
    wrong: Any = b"NFG 1 R"
    with pytest.raises(gt.GameError, match=r"takes the text of a file, and b'NFG 1 R' is a bytes; .*read_text\(\)"):
        read_nfg(wrong)
    with pytest.raises(gt.PayoffError, match="write_nfg needs numbers for payoffs"):
        write_nfg(symbolic)


def test_damaged_text_is_read_or_refused_and_nothing_else() -> None:
    chance, read = random.Random(7), 0
    pieces = [*'{}",\\/.-+eE0179 \n', "\u0000", '"\\', "1/0", "{ {", "1e9999", "NFG"]
    for _ in range(600):
        text = chance.choice((PAYOFFS, OUTCOMES))
        for _ in range(chance.randint(1, 3)):
            start = chance.randrange(len(text))
            text = text[:start] + chance.choice(pieces) + text[start + chance.randint(0, 3) :]
        try:
            game = read_nfg(text)
        except gt.GameTheoryError as error:
            assert isinstance(error, gt.GameError | gt.PayoffError | gt.CapacityError)
        else:
            read += 1
            assert read_nfg(write_nfg(game)).cells == game.cells
    assert 50 < read < 550


def test_a_mark_that_never_closes_is_found_quickly() -> None:
    with pytest.raises(gt.GameError, match="never closes"):
        read_nfg('NFG 1 R "' + "\\\\" * 2_000_000)
