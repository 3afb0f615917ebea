"""What is said of assumptions, checked by hand and with fractions."""

import gametheory as gt

T, R, P, S, x = gt.parameters("T R P S x")


def test_needed_and_implied() -> None:
    report = gt.testing.check_assumptions((T > R, R > P, T > P, P > S, 2 * T > 2 * P))
    assert report.status == "consistent"
    by_text = {one.premise.text: one for one in report.assumptions}
    assert by_text["T > R"].status == by_text["P > S"].status == "needed"
    assert by_text["T > P"].status == "implied"
    assert [premise.text for premise in report.implied] == ["T > P", "2*T > 2*P"]
    relations = {
        "T > R": lambda n: n["T"] > n["R"],
        "R > P": lambda n: n["R"] > n["P"],
        "T > P": lambda n: n["T"] > n["P"],
        "P > S": lambda n: n["P"] > n["S"],
    }
    for text, one in by_text.items():
        if one.witness is not None:
            failing = [name for name, holds in relations.items() if not holds(one.witness.named)]
            assert failing == [text]
    assert report.witness is not None and all(holds(report.witness.named) for holds in relations.values())


def test_bounds_of_parameters_are_assumptions() -> None:
    share = gt.Parameter("share", at_least=0, at_most=1)
    report = gt.testing.check_assumptions((2 * share > 1,))
    statuses = {one.premise.text: one.status for one in report.assumptions}
    assert statuses == {"2*share > 1": "needed", "share >= 0": "implied", "share <= 1": "needed"}
    assert "share >= 0: implied by" in str(report)


def test_a_game_a_region_and_nothing() -> None:
    game = gt.Game("One choice", ["A"], ["stay", "go"], {("stay",): (x,), ("go",): (0,)}, assuming=(x > 0,))
    assert str(gt.testing.check_assumptions(game)).startswith("The assumptions of One choice are consistent")
    region = gt.nash(game, ("stay",))
    assert gt.testing.check_assumptions(region).assumptions[0].status == "needed"
    free = gt.Game("Free", ["A"], ["stay"], {("stay",): (x,)})
    assert str(gt.testing.check_assumptions(free)) == "Free assumes nothing"


def test_a_contradiction_is_reported_by_its_core() -> None:
    report = gt.testing.check_assumptions((S > 0, T > R, R > T))
    assert report.status == "contradictory"
    assert str(report) == "The assumptions of the premises contradict each other: T > R, R > T"
    assert report.assumptions == () and report.witness is None


def test_what_is_undecided_is_said_to_be() -> None:
    report = gt.testing.check_assumptions((gt.equal(x**2, 2),))
    assert report.status == "undecided"
    assert "is undecided (" in str(report)


def test_one_premise_may_be_undecided() -> None:
    # Without T >= 5 the product still is not negative where T**2 = 3, at no rational point.
    report = gt.testing.check_assumptions((T > 0, (T**2 - 3) * (T**2 - 3) * (T - 5) >= 0, T >= 5))
    assert {one.premise.text: one.status for one in report.assumptions}["T > 0"] == "implied"
    [open_one] = [one for one in report.assumptions if one.premise.text == "T >= 5"]
    assert open_one.status == "undecided"
    assert "undecided (" in str(open_one)
