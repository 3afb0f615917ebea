"""How verdicts read, line by line."""

from collections.abc import Callable

import pytest

import gametheory as gt

x, y = gt.parameters("x y")
T, R, P, S = gt.parameters("T R P S", unit="utility")


def lines(verdict: gt.Verdict) -> list[str]:
    return str(verdict).splitlines()


def test_a_proof_names_what_it_uses_and_what_it_does_not_need() -> None:
    verdict = gt.prove(x > 0, assuming=(y > 0, x > 1))
    assert lines(verdict) == [
        "proved: x > 0",
        "  uses: x > 1",
        "  not needed: y > 0",
        "  proof: certified",
    ]


def test_a_proof_that_uses_everything_has_nothing_left_over() -> None:
    assert lines(gt.prove(x > 0, assuming=(x > 1,))) == ["proved: x > 0", "  uses: x > 1", "  proof: certified"]


def test_a_proof_from_nothing_uses_none() -> None:
    verdict = gt.prove((x > y) | (x < y + 1))
    assert lines(verdict) == ["proved: x > y or x < y + 1", "  uses: none", "  proof: certified"]


@pytest.mark.parametrize(
    ("statement", "first", "condition"),
    [
        (gt.always(x > 1), "conditional: x > 1", "x > 1"),
        (gt.never(x > 1), "conditional: never: x > 1", "x <= 1"),
        (gt.exactly(x > 0, x > 1), "conditional: x > 0, exactly when x > 1", "x > 1"),
    ],
    ids=["always", "never", "exactly"],
)
def test_a_universal_sentence_with_a_counterexample_is_false_as_worded(
    statement: gt.Statement, first: str, condition: str
) -> None:
    verdict = gt.prove(statement, assuming=(x > 0,))
    found = lines(verdict)
    assert found[:2] == [first, f"  false as worded; holds exactly when {condition}"]
    assert found[2] == f"  holds at: {verdict.witness}"
    assert found[3].startswith(f"  fails at: {verdict.counterexample}")


def test_the_player_who_would_leave_is_named_below_the_counterexample(dilemma: Callable[..., gt.Game]) -> None:
    verdict = gt.prove(gt.nash(dilemma(R > P, P > S), ("honour", "honour")))
    point = verdict.counterexample
    assert isinstance(point, gt.Point)
    assert lines(verdict)[-3:] == [
        f"  fails at: {point}",
        f"    China gains {point[T] - point[R]} by moving from (honour, honour) to cheat",
        f"    Russia gains {point[T] - point[R]} by moving from (honour, honour) to cheat",
    ]


def test_the_explanation_of_a_refuted_region_is_read_under_all_premises(dilemma: Callable[..., gt.Game]) -> None:
    # The proof needs T > R alone, yet the stage game has its single punishment only under all of them.
    delta = gt.Parameter("delta", above=0, below=1)
    repeated = gt.RepeatedGame(dilemma(*gt.descending(T, R, P, S)), discount=delta)
    region = gt.grim_trigger(repeated, ("honour", "honour"))
    text = str(gt.prove(region, assuming=(T > R, P > S, P > R)))
    assert text.startswith("refuted: ")
    assert "China gains" in text and "by moving from (honour, honour) to cheat" in text


def test_a_point_in_one_region_alone_says_in_which() -> None:
    both = str(gt.prove(gt.exactly(x > 0, y > 0)))
    assert "(the first alone)" in both and "(the second alone)" in both
    one = str(gt.prove(gt.exactly(x > 0, x > 1)))
    assert "(the first alone)" in one and "(the second alone)" not in one


def test_a_possibility_shows_its_point_and_its_condition() -> None:
    verdict = gt.prove(gt.possible(x > 5), assuming=(x > 0,))
    assert lines(verdict) == [
        "proved: possible: x > 5",
        "  holds exactly when x > 5",
        f"  holds at: {verdict.witness}",
        "  proof: certified",
    ]


def test_a_refuted_possibility_says_what_that_rests_on() -> None:
    assert lines(gt.prove(gt.possible(x < 0), assuming=(y > 0, x > 0))) == [
        "refuted: possible: x < 0",
        "  uses: x > 0",
        "  not needed: y > 0",
        "  proof: certified",
    ]


def test_a_direction_that_goes_both_ways_shows_a_pair_each() -> None:
    verdict = gt.prove(gt.grows(x**2 > 1, x))
    assert lines(verdict) == [
        "conditional: x**2 > 1: grows in x",
        "  false as worded: some pairs of points go one way and some the other",
        f"  holds at: {verdict.witness}",
        f"  fails at: {verdict.counterexample}",
    ]


def test_a_refuted_direction_shows_its_pair() -> None:
    verdict = gt.prove(gt.grows(x < 1, x))
    assert lines(verdict) == [
        "refuted: x < 1: grows in x",
        "  uses: none",
        f"  fails at: {verdict.counterexample}",
        "  proof: certified",
    ]


def test_a_proved_direction_needs_no_example() -> None:
    assert lines(gt.prove(gt.grows(x > 1, x))) == ["proved: x > 1: grows in x", "  uses: none", "  proof: certified"]


def test_contradictory_premises_are_named() -> None:
    verdict = gt.prove(x > y, assuming=(y > 0, x > 0, x < 0))
    assert lines(verdict) == ["vacuous: x > y", "  the premises contradict each other: x > 0, x < 0"]


def test_premises_that_pin_a_parameter_are_not_said_to_contradict_each_other() -> None:
    text = str(gt.prove(gt.grows(x > y, x), assuming=gt.equal(x, 1)))
    assert text.startswith("vacuous: x > y: grows in x")
    assert "x = 1" in text
    assert "contradict" not in text


def test_what_is_open_is_said() -> None:
    verdict = gt.prove(gt.always(gt.equal(x**2, 2)))
    assert lines(verdict) == [
        "undecided: x**2 = 2",
        f"  fails at: {verdict.counterexample}",
        "    x**2 = 2 is false",
        f"  {verdict.reason}",
    ]


def test_a_verdict_without_a_statement_gives_its_reason() -> None:
    assert lines(gt.Verdict(status="data", reason="a fact, from the yearbook")) == [
        "data",
        "  a fact, from the yearbook",
    ]


def test_a_counterexample_without_a_statement_can_still_be_read() -> None:
    point = gt.when(x > 0).witness()
    found = lines(gt.Verdict(status="conditional", counterexample=point, counterexamples=(("fails", point),)))
    assert found[-1] == f"  fails at: {point}"
