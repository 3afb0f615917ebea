"""Tensions between claims: worked by hand, and against a grid."""

from fractions import Fraction
from itertools import product

import pytest

import gametheory as gt

T, R, P, S = gt.parameters("T R P S")
theta = gt.Parameter("theta", at_least=0)
DILEMMA = gt.premises(gt.descending(T, R, P, S))
x, y, z = gt.parameters("x y z")


def claim(name: str, statement: object, stated: object = ()) -> gt.Claim:
    return gt.Claim(name, "Nobody 2020", "p. 1", "So it is.", "its author", "asserts", "threshold",
                    (gt.Reading("r", statement, stated=stated),), "the opposite")  # fmt: skip


def threatened() -> gt.Game:
    return gt.Game("Threat", ["C", "R"], ["honour", "cheat"], {
        ("honour", "honour"): (R, R), ("honour", "cheat"): (S, T - theta),
        ("cheat", "honour"): (T - theta, S), ("cheat", "cheat"): (P, P)}, assuming=DILEMMA)  # fmt: skip


def test_mearsheimer_and_waltz_part_at_one_value_of_the_threat() -> None:
    honoured = gt.nash(threatened(), ("honour", "honour"))
    fails = claim("mearsheimer", gt.never(honoured), DILEMMA)
    works = claim("waltz", honoured, DILEMMA)
    found = gt.tension([fails, works], separated_by=[theta, gt.Premise(theta >= T - R, name="large threat")])
    assert (found.status, found.core) == ("contradiction", ("mearsheimer", "waltz"))
    by_theta, by_size = found.partings
    assert by_theta.status == by_size.status == "parts"
    # theta below T - R at one point, not below at the other, and everything else the same
    low, high = (point.named for point in (by_theta.pair.low, by_theta.pair.high))
    assert low["theta"] < low["T"] - low["R"] and high["theta"] >= high["T"] - high["R"]
    assert {k: v for k, v in low.items() if k != "theta"} == {k: v for k, v in high.items() if k != "theta"}
    assert low["T"] > low["R"] > low["P"] > low["S"]
    assert (by_size.needing, by_size.refusing) == (("waltz",), ("mearsheimer",))
    assert "large threat" in str(by_size) and "waltz with it, mearsheimer without it" in str(by_size)
    text = str(found)
    assert text.startswith("mearsheimer against waltz: contradiction\n") and "theta parts them: from (" in text


def test_two_claims_that_can_both_be_true_are_compatible_at_a_point() -> None:
    found = gt.tension([claim("a", x > 1), claim("b", x < 2)], name="how large x is")
    assert (found.name, found.status, found.core, found.partings) == ("how large x is", "compatible", (), ())
    value = found.verdict.counterexample.named["x"]
    assert 1 < value < 2
    assert f"all true at x = {value}" in str(found)


def test_of_three_claims_the_smallest_contradiction_is_named() -> None:
    found = gt.tension([claim("a", x > y), claim("b", z > 0), claim("c", x < y - z**2)], separated_by=[z, x])
    assert (found.status, found.core) == ("contradiction", ("a", "c"))
    assert "already among: a, c" in str(found)
    # a at x > y and c at x < y - z**2 differ by raising x; b and a are true together at points apart in z
    assert [parting.status for parting in found.partings] == ["parts", "parts"]


def test_a_claim_that_is_never_true_contradicts_alone() -> None:
    found = gt.tension([claim("a", x > y), claim("b", x**2 < 0)])
    assert (found.status, found.core) == ("contradiction", ("b",))


def test_premises_that_contradict_each_other_are_a_contradiction_with_a_core() -> None:
    above, below = gt.Premise(x > 1, stated="p. 1"), gt.Premise(x < 0, stated="p. 2")
    found = gt.tension([claim("a", y > 0, above), claim("b", y > 0, [below, z > 0])], separated_by=[x, y])
    assert found.status == "contradiction" and found.verdict.status == "vacuous"
    assert {premise.stated for premise in found.verdict.core} == {"p. 1", "p. 2"}
    assert "their premises contradict each other: x > 1, x < 0" in str(found)
    assert [parting.status for parting in found.partings] == ["parts", "does not part"]
    assert str(found.partings[1]) == "y: does not part"


def test_what_parts_claims_agrees_with_a_grid() -> None:
    def a(x: Fraction, y: Fraction) -> bool:
        return x + y >= 2 and x >= 0

    def b(x: Fraction, y: Fraction) -> bool:
        return x + y < 2 and y > 1

    found = gt.tension([claim("a", (x + y >= 2) & (x >= 0)), claim("b", (x + y < 2) & (y > 1))], [x, y, x > 1])
    grid = [Fraction(n, 2) for n in range(-6, 7)]
    assert not any(a(*p) and b(*p) for p in product(grid, grid))
    assert any(a(u, v) and b(w, v) for u, v, w in product(grid, grid, grid))
    assert any(a(u, v) and b(u, w) for u, v, w in product(grid, grid, grid))
    assert [parting.status for parting in found.partings[:2]] == ["parts", "parts"]
    # b needs x <= 1, because y > 1 and x + y < 2; a can do with and without
    assert (found.partings[2].status, found.partings[2].needing, found.partings[2].refusing) == (
        "does not part", (), ("b",),
    )  # fmt: skip


def test_a_parameter_that_would_have_to_change_with_another_does_not_part() -> None:
    found = gt.tension([claim("a", (x > 1) & (y > 1)), claim("b", (x < 0) & (y < 0))], [x, y])
    assert [parting.status for parting in found.partings] == ["does not part", "does not part"]


def test_a_listed_tension_says_why_nothing_is_computed() -> None:
    found = gt.tension(["kuliani L240", claim("a", x > 0), gt.Reading("r", x > 0)], reason="a matter of dates")
    assert (found.status, found.verdict, found.reason) == ("listed", None, "a matter of dates")
    assert [party.name for party in found.parties] == ["kuliani L240", "a", "r"]
    assert str(found).endswith("a matter of dates")


def test_regions_statements_and_readings_take_part_under_their_own_premises() -> None:
    game = threatened()
    honoured = gt.nash(game, ("honour", "honour"), strict=True).called("honoured")
    cheated = gt.never(honoured)
    found = gt.tension([honoured, cheated, x > 0])
    assert (found.status, found.core) == ("contradiction", ("honoured", "honoured"))
    assert [party.name for party in found.parties] == ["honoured", "honoured", "x > 0"]


def test_a_denominator_is_kept_away_from_zero_at_both_points() -> None:
    found = gt.tension([claim("a", 1 / x > 2, x > 0), claim("b", 1 / x <= 2, x > 0)], separated_by=[x])
    (parting,) = found.partings
    assert 0 < parting.pair.low.named["x"] < Fraction(1, 2) <= parting.pair.high.named["x"]


def test_an_open_question_is_undecided() -> None:
    irrational = claim("a", gt.equal(x**2, 2))
    found = gt.tension([irrational, claim("b", x > 0)])
    assert found.status == "undecided" and found.reason
    parted = gt.tension([irrational, claim("b", gt.equal(x**2, 3))], separated_by=[x, x > 0])
    assert parted.status == "contradiction"
    assert [parting.status for parting in parted.partings] == ["undecided", "undecided"]
    assert all(parting.reason for parting in parted.partings)
    assert "undecided (" in str(parted.partings[0])


def test_what_cannot_be_compared_is_refused() -> None:
    with pytest.raises(gt.ConceptError, match="at least two claims"):
        gt.tension([claim("a", x > 0)])
    with pytest.raises(gt.ConceptError, match='a is a statement of the kind "grows"'):
        gt.tension([claim("a", gt.grows(x > y, x)), claim("b", x > 0)])
    data = gt.Claim("d", "N", "p. 1", "", "", "", "figure", (), "", data="counted")
    with pytest.raises(gt.ConceptError, match="no game decides d; give a reason"):
        gt.tension([data, claim("b", x > 0)])
    with pytest.raises(gt.ConceptError, match="no claim of the tension speaks of w; name one of x, y"):
        gt.tension([claim("a", x > y), claim("b", x < y)], separated_by=[gt.Parameter("w")])


def test_a_pair_that_fails_the_second_look_parts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gametheory.literature.holds_as_written", lambda formula, values: False)
    found = gt.tension([claim("a", x > 0), claim("b", x < 0)], separated_by=[x])
    assert (found.partings[0].status, found.partings[0].pair) == ("undecided", None)
    assert "did not pass the check" in found.partings[0].reason
