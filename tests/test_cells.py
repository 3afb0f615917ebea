from fractions import Fraction
from itertools import product

import pytest

import gametheory as gt
from gametheory.formulas.solver import Answer, check

R, T, P, S, x, y = gt.parameters("R T P S x y")
HH, HC, CH, CC = [(a, b) for a in ("honour", "cheat") for b in ("honour", "cheat")]
FREE = gt.Game(
    "Free", ("China", "Russia"), ("honour", "cheat"), {HH: (R, R), HC: (S, T), CH: (T, S), CC: (P, P)}
)  # fmt: skip


def test_the_free_symmetric_game_has_the_seven_known_cells() -> None:
    cells = gt.partition(FREE)
    assert cells.complete
    assert {cell.equilibria for cell in cells} == {
        (HH,), (CC,), (HC, CH), (HH, CC), (HH, HC, CH), (HC, CH, CC), (HH, HC, CH, CC)
    }  # fmt: skip
    for cell in cells:
        assert cell.region.contains(cell.witness)
    assert len(gt.partition(FREE, concept=gt.nash, strict=True)) == 5
    assert "7 cells, complete: proved" in str(cells)


def test_cells_cover_and_do_not_overlap() -> None:
    cells = gt.partition(FREE)
    for r, t, p, s in product([Fraction(0), Fraction(1), Fraction(3, 2)], repeat=4):
        point = {R: r, T: t, P: p, S: s}
        holding = [cell for cell in cells if cell.region.contains(point)]
        assert len(holding) == 1
        assert cells.at(point) is holding[0]


def test_named_regions_are_told_apart_with_gaps_and_overlaps() -> None:
    cells = gt.partition({"low": gt.when(x < 1), "high": gt.when(x > 0)})
    assert not cells.gaps
    assert [cell.outcomes for cell in cells.overlaps] == [("low", "high")]
    gapped = gt.partition({"low": gt.when(x < 0), "high": gt.when(x > 0)})
    assert [str(cell.region) for cell in gapped.gaps] == ["x = 0"]
    assert "none: x = 0; for example x = 0" in str(gapped)
    assert not gapped.overlaps


def test_nothing_to_partition_by_is_an_error() -> None:
    with pytest.raises(gt.ConceptError, match="nothing to partition"):
        gt.partition({})


def test_an_unsettled_rest_is_said() -> None:
    cells = gt.partition({"root": gt.when(gt.equal(x**2, 2)), "any": gt.when(y > 0)})
    assert not cells.complete
    assert "irrational" in cells.reason
    assert "not complete" in str(cells)


def test_too_many_cells_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gametheory.cells.MOST_CELLS", 2)
    cells = gt.partition(FREE)
    assert (len(cells), cells.complete, cells.reason) == (2, False, "more than 2 cells")
    with pytest.raises(gt.ConceptError, match="not complete: more than 2 cells"):
        for r, t, p, s in product([0, 1], repeat=4):
            cells.at({R: r, T: t, P: p, S: s})


def test_completeness_rests_on_a_last_unsat(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def counting(formulas: object, *limit: object) -> Answer:
        answer = check(formulas, *limit)  # type: ignore[arg-type]
        asked.append(answer.status)
        return answer

    monkeypatch.setattr("gametheory.deduction.check", counting)
    cells = gt.partition(FREE)
    assert asked[-1] == "unsat"
    assert asked.count("sat") == len(cells)


def test_premises_and_undefined_payoffs() -> None:
    with pytest.raises(gt.UndefinedPayoffError):
        gt.partition({"one": gt.when(1 / x > y)})
    with pytest.raises(gt.AssumptionError, match="x > 0, x < 0"):
        gt.partition({"a": gt.when(y > 0, assuming=(x > 0,)), "b": gt.when(y > 1, assuming=(x < 0,))})
