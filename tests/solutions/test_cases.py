"""Case distinctions as one writes them by hand; in every test the derivation stands above the expected text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

import gametheory as gt

b = gt.Parameter("b")
a = gt.Parameter("a")


def named(rows: str, columns: str, payoffs: Sequence[Sequence[Any]], name: str = "Game", **more: Any) -> gt.Game:
    own = tuple(rows.split()), tuple(columns.split())
    cells = {(x, y): payoffs[i][j] for i, x in enumerate(own[0]) for j, y in enumerate(own[1])}
    return gt.Game(name, ("Row", "Column"), own, cells, **more)


def three(name: str, paid: Any) -> gt.Game:
    cells = product(("go", "stay"), repeat=3)
    return gt.Game(name, ("A", "B", "C"), ("go", "stay"), {cell: paid(cell) for cell in cells})


def lines(text: str) -> str:
    return "\n".join(line[4:] for line in text.strip("\n").splitlines()).rstrip()


# One parameter, two changes or more.


def test_cycle_dominance_and_coordination() -> None:
    # Column matches. Row: b against 1 if Column plays left, 0 against b if right. b < 0: left makes Row go down, down
    # makes Column go right, ...; y*b = y + (1 - y)*b gives y = b/(2b - 1). b = 0: (up, down) tie against right, which
    # is best if down has half of the weight or more. 0 < b < 1: down is dominant. b = 1: they tie against left, which
    # is best if up has half or more; (down, right) stays strict. b > 1: both match.
    game = named("up down", "left right", [[(b, 1), (0, 0)], [(1, 0), (b, 1)]], "Matching")
    assert str(gt.equilibrium_cases(game)) == lines("""
    Equilibria of Matching, case by case (5 cases, complete: proved)
      b < 0: Row 1/2 up + 1/2 down; Column -b/(1 - 2*b) left + (1 - b)/(1 - 2*b) right
      b = 0: Row every convex combination of 1/2 up + 1/2 down and down; Column right
      0 < b < 1: Row down; Column right
      b = 1:
        Row down; Column right
        Row every convex combination of up and 1/2 up + 1/2 down; Column left
      b > 1:
        Row up; Column left
        Row down; Column right
        Row 1/2 up + 1/2 down; Column b/(2*b - 1) left + (b - 1)/(2*b - 1) right
    """)


def test_inspection() -> None:
    # Cheating pays b, and b - 1 when inspected; undetected it costs the inspector 2, an inspection costs 1. b < 0:
    # nobody cheats. b = 0: cheating ties while nobody inspects, and nobody does while cheating has at most half of the
    # weight. 0 < b < 1: the worker is indifferent if b - x = 0, the inspector if -1 = -2y. b = 1: cheating ties when
    # inspected for sure, which is best if y is at least half. b > 1: all cheat, and are inspected.
    payoffs = [[(-1, b - 1), (-1, 0)], [(-2, b), (0, 0)]]
    game = named("inspect trust", "cheat work", payoffs, "Inspection")
    assert str(gt.equilibrium_cases(game)) == lines("""
    Equilibria of Inspection, case by case (5 cases, complete: proved)
      b < 0: Row trust; Column work
      b = 0: Row trust; Column every convex combination of 1/2 cheat + 1/2 work and work
      0 < b < 1: Row b inspect + (1 - b) trust; Column 1/2 cheat + 1/2 work
      b = 1: Row inspect; Column every convex combination of cheat and 1/2 cheat + 1/2 work
      b > 1: Row inspect; Column cheat
    """)


def test_a_safe_third_action() -> None:
    # Up and middle win 3 by guessing Column's action, safe pays b; Column wants to be guessed, and does not care when
    # Row plays safe. b < 3/2: safe is never best. b = 3/2: safe ties at Column's half and half. Then safe is best while
    # 3y <= b and 3(1 - y) <= b. b = 3: up ties at y = 1, but only there: whoever mixes up and safe wants y = 1.
    payoffs = [[(3, 1), (0, 0)], [(0, 0), (3, 1)], [(b, 1), (b, 1)]]
    game = named("up middle safe", "left right", payoffs, "Safety")
    assert str(gt.equilibrium_cases(game)) == lines("""
    Equilibria of Safety, case by case (5 cases, complete: proved)
      b < 3/2:
        Row up; Column left
        Row middle; Column right
        Row 1/2 up + 1/2 middle; Column 1/2 left + 1/2 right
      b = 3/2:
        Row up; Column left
        Row middle; Column right
        Row every convex combination of 1/2 up + 1/2 middle and safe; Column 1/2 left + 1/2 right
      3/2 < b < 3:
        Row up; Column left
        Row middle; Column right
        Row safe; Column every convex combination of b/3 left + (3 - b)/3 right and (3 - b)/3 left + b/3 right
      b = 3:
        one component of several pieces:
          Row every convex combination of up and safe; Column left
          Row every convex combination of middle and safe; Column right
          Row safe; Column every convex combination of left and right
      b > 3: Row safe; Column every convex combination of left and right
    """)


def test_two_players_whose_interests_turn_at_different_points() -> None:
    # Row matches if b > 0 (0 or b against 1 or 0), Column if b > 2 (b against 2 when up; 0 against 1 when down). b < 0:
    # down dominates (1 > 0 against right, 0 > b against left), so right. b = 0: up ties against left; against it Column
    # gets 0x against 2x + (1 - x): right is strictly better. 0 < b < 2: right dominates left, so down. b = 2: left ties
    # when up, which is best if by >= 1 - y, so y >= 1/3. b > 2: both match; bx = 2x + 1 - x gives x = 1/(b - 1), and
    # by = 1 - y gives y = 1/(b + 1).
    payoffs = [[(b, b), (0, 2)], [(0, 0), (1, 1)]]
    game = named("up down", "left right", payoffs, "Late")
    assert str(gt.equilibrium_cases(game)) == lines("""
    Equilibria of Late, case by case (3 cases, complete: proved)
      b < 2: Row down; Column right
      b = 2:
        Row down; Column right
        Row up; Column every convex combination of left and 1/3 left + 2/3 right
      b > 2:
        Row up; Column left
        Row down; Column right
        Row 1/(b - 1) up + (b - 2)/(b - 1) down; Column 1/(b + 1) left + b/(b + 1) right
    """)


def test_hawk_and_dove() -> None:
    # Worth 2, a fight costs b each: (1 - b/2, 1 - b/2) and (2, 0), (1, 1). Hawk dominates while b < 2; at b = 2 hawk
    # pays 0 against hawk, as dove does; then x(1 - b/2) + 2(1 - x) = 1 - x gives x = 2/b.
    payoffs = [[(1 - b / 2, 1 - b / 2), (2, 0)], [(0, 2), (1, 1)]]
    game = named("hawk dove", "hawk dove", payoffs, "Fight")
    assert str(gt.equilibrium_cases(game)) == lines("""
    Equilibria of Fight, case by case (3 cases, complete: proved)
      b < 2: Row hawk; Column hawk
      b = 2:
        one component of several pieces:
          Row hawk; Column every convex combination of hawk and dove
          Row every convex combination of hawk and dove; Column hawk
      b > 2:
        Row hawk; Column dove
        Row dove; Column hawk
        Row 2/b hawk + (b - 2)/b dove; Column 2/b hawk + (b - 2)/b dove
    """)


def test_rock_paper_scissors_with_a_prize() -> None:
    # Losing pays -1, winning b. b < 0: no action is worse than to be copied, so three strict equilibria; rock ties with
    # paper where -(1 - y) = b*y, and scissors does worse there because b^2 + b + 1 > 0. b = 0: paper ties with rock
    # against rock, but whoever plays it invites scissors. b > 0: a cycle.
    payoffs = [[(0, 0), (-1, b), (b, -1)], [(b, -1), (0, 0), (-1, b)], [(-1, b), (b, -1), (0, 0)]]
    assert str(gt.equilibrium_cases(named("r p s", "r p s", payoffs, "Prize"))) == lines("""
    Equilibria of Prize, case by case (3 cases, complete: proved)
      b < 0:
        Row r; Column r
        Row p; Column p
        Row s; Column s
        Row 1/(1 - b) r + -b/(1 - b) p; Column 1/(1 - b) r + -b/(1 - b) p
        Row -b/(1 - b) r + 1/(1 - b) s; Column -b/(1 - b) r + 1/(1 - b) s
        Row 1/(1 - b) p + -b/(1 - b) s; Column 1/(1 - b) p + -b/(1 - b) s
        Row 1/3 r + 1/3 p + 1/3 s; Column 1/3 r + 1/3 p + 1/3 s
      b = 0:
        Row r; Column r
        Row p; Column p
        Row s; Column s
        Row 1/3 r + 1/3 p + 1/3 s; Column 1/3 r + 1/3 p + 1/3 s
      b > 0: Row 1/3 r + 1/3 p + 1/3 s; Column 1/3 r + 1/3 p + 1/3 s
    """)


# A continuum that shrinks to a point.


def test_a_continuum_whose_corners_meet_is_a_case_of_its_own() -> None:
    # Row's actions tie against wait. Waiting is best for Column while 2x - 1 <= 0 (against one) and 1 - b - 2x <= 0
    # (against two), x being up's chance: (1 - b)/2 <= x <= 1/2, a segment if b > 0 and a point if b = 0.
    positive = gt.Parameter("b", at_least=0, below=1)
    payoffs = [[(0, 0), (1, 1), (1, -1 - positive)], [(0, 0), (0, -1), (0, 1 - positive)]]
    cases = gt.equilibrium_cases(named("up down", "wait one two", payoffs, "Window"))
    assert [(case.witness[positive] == 0, case.is_point) for case in cases] == [(True, True), (False, False)]
    point, segment = (str(case).splitlines()[1:] for case in cases)
    assert point == ["  Row up; Column one", "  Row 1/2 up + 1/2 down; Column wait"]
    ends = "1/2 up + 1/2 down and (1 - b)/2 up + (b + 1)/2 down"
    assert segment == ["  Row up; Column one", f"  Row every convex combination of {ends}; Column wait"]


# Several parameters, no rational break, three players.


def test_two_parameters_meet_in_lines_and_a_corner() -> None:
    # Two kinds of coordination: up, left pays (a, b), down, right (1, 1). It takes a > 0 and b > 0 to have both and the
    # mixture; on a = 0 Row's actions tie against left, which is best if b*x >= 1 - x, so x >= 1/(1 + b).
    game = named("up down", "left right", [[(a, b), (0, 0)], [(0, 0), (1, 1)]], "Meeting")
    cases = gt.equilibrium_cases(game)
    assert cases.complete
    assert len(cases) == 5
    both = ["Row up; Column left", "Row down; Column right"]
    mixed = "Row 1/(b + 1) up + b/(b + 1) down; Column 1/(a + 1) left + a/(a + 1) right"
    on_a = "Row every convex combination of up and 1/(b + 1) up + b/(b + 1) down; Column left"
    on_b = "Row up; Column every convex combination of left and 1/(a + 1) left + a/(a + 1) right"
    expected = {(-1, 2): both[1:], (2, -1): both[1:], (-1, -1): both[1:], (0, -1): both[1:], (0, 0): both}
    expected |= {(2, 3): [*both, mixed], (0, 3): [both[1], on_a], (2, 0): [both[1], on_b]}
    for (first, second), written in expected.items():
        text = str(cases.at({a: first, b: second}))
        assert (
            text.partition(": " if len(written) == 1 else ":\n")[2].split("\n  ") == written
            or [line.strip() for line in text.splitlines()[1:]] == written
        )


def test_irrational_breaks_are_left_open_and_said_so() -> None:
    # Up is a best reply to left if b^2 >= 2; b*b*y = 2y + 1 - y gives y = 1/(b^2 - 1).
    game = named("up down", "left right", [[(b * b, 1), (0, 0)], [(2, 0), (1, 1)]], "Square")
    cases = gt.equilibrium_cases(game)
    assert not cases.complete
    assert "irrational" in cases.reason
    assert f"(2 cases, not complete: {cases.reason})" in str(cases)
    assert str(cases.at({b: "7/5"})) == "b**2 < 2: Row down; Column right"
    for value in ("17/12", -2):
        assert len(cases.at({b: value}).equilibria) == 3


@pytest.mark.no_cover
def test_a_benefit_that_needs_two_of_three() -> None:
    # Going costs 1 and pays b if two or three go. All mix with chance x where 2x(1 - x)*b = 1: twice if b > 2. If one
    # stays for sure, the others need x*b = 1, and the one who stays 2x(1 - x)*b = 2 - 2/b <= 1, so b <= 2. If one goes
    # for sure, (1 - x)*b = 1, and that one needs 2x(1 - x)*b = 2 - 2/b >= 1. At b = 2 all of these meet.
    worth = gt.Parameter("b", above=0)

    def paid(cell: tuple[str, ...]) -> tuple[Any, ...]:
        return tuple((worth if cell.count("go") >= 2 else 0) - int(own == "go") for own in cell)

    cases = gt.equilibrium_cases(three("Benefit", paid))
    conditions = [str(case).partition(":")[0] for case in cases]
    assert conditions == ["b < 1", "b = 1", "1 < b < 2", "b = 2", "b > 2"]
    regular = [sum(not one.degenerate for one in case.equilibria) for case in cases]
    assert regular == [1, 4, 4 + 3, 4 + 3 + 3, 4 + 3 + 2]
    assert [len(case.equilibria) > some for case, some in zip(cases, regular, strict=True)] == [False] * 3 + [
        True,
        False,
    ]
    assert cases.complete
    assert str(cases.found[0]) == "b < 1: A stay; B stay; C stay"
    assert "  A 1/b go + (b - 1)/b stay; B 1/b go + (b - 1)/b stay; C stay" in str(cases.found[2]).splitlines()
    assert "  A (b - 1)/b go + 1/b stay; B go; C (b - 1)/b go + 1/b stay" in str(cases.found[4]).splitlines()
    assert sum(not component.is_point for component in cases.found[3].at_witness.components) == 1


def test_what_may_not_exist_is_said() -> None:
    # Nobody's action matters to anybody: every profile is an equilibrium, but the equations leave all of it open.
    cases = gt.equilibrium_cases(three("Nothing", lambda cell: (a, a, a)))
    assert not cases.complete
    assert cases.reason == "always: the equations do not determine how the players mix"


# The value.


def test_a_game_without_parameters_has_one_case() -> None:
    # Matching pays (2, 1) or (1, 2): 2y = 1 - y and x = 2(1 - x).
    game = named("up down", "left right", [[(2, 1), (0, 0)], [(0, 0), (1, 2)]], "Numbers")
    assert str(gt.equilibrium_cases(game)) == lines("""
    Equilibria of Numbers, case by case (1 cases, complete: proved)
      always:
        Row up; Column left
        Row down; Column right
        Row 2/3 up + 1/3 down; Column 1/3 left + 2/3 right
    """)


def test_a_point_finds_its_case() -> None:
    game = named("up down", "left right", [[(b, 1), (0, 0)], [(1, 0), (b, 1)]], assuming=(b > -1,))
    cases = gt.equilibrium_cases(game)
    assert [list(cases).index(cases.at({b: x})) for x in ("-1/2", 0, "1/3", 1, 7)] == [0, 1, 2, 3, 4]
    assert [case.is_point for case in cases] == [False, True, False, True, False]
    assert all(case.region.contains(case.witness) for case in cases)
    with pytest.raises(gt.AssumptionError, match="violates the premise"):
        cases.at({b: -1})


def test_a_point_of_no_case_is_an_error_that_says_so() -> None:
    game = named("up down", "left right", [[(b * b, 1), (0, 0)], [(2, 0), (1, 1)]])
    cases = gt.equilibrium_cases(game)
    fewer = replace(cases, found=cases.found[:1])
    with pytest.raises(gt.ConceptError, match="no case found so far has the point; the cases are not complete: "):
        fewer.at({b: 5})


def test_the_witness_knows_the_exact_equilibria() -> None:
    # Up and down tie against left, which is best while x*b <= 1 - x, so x <= 1/(1 + b).
    game = named("up down", "left right", [[(0, 0), (0, b)], [(0, 1), (1, 0)]], assuming=(b > 0,))
    case = gt.equilibrium_cases(game).at({b: 5})
    value = case.witness[b]
    assert ((1 / (1 + value), value / (1 + value)), (1, 0)) in case.at_witness.extreme
    assert (1 / (1 + b), b / (1 + b)) in [corner.strategy for corner in case.corners]
