"""Concepts by hand: small games whose answers can be read off. Random games are checked elsewhere by brute force."""

import pytest

import gametheory as gt
from gametheory.deduction import Finding

T, R, P, S, x = gt.parameters("T R P S x", unit="utility")
HH, HC, CH, CC = [(a, b) for a in ("honour", "cheat") for b in ("honour", "cheat")]
FREE = gt.Game(
    "Free", ("China", "Russia"), ("honour", "cheat"), {HH: (R, R), HC: (S, T), CH: (T, S), CC: (P, P)},
    outcomes={"alliance": [HH], "one-sided": [HC, CH]},
)  # fmt: skip
DILEMMA = gt.Game("Dilemma", FREE.players, FREE.actions, dict(FREE.payoffs), assuming=gt.descending(T, R, P, S))


def same(region: gt.Region, relation: object) -> bool:
    return region.equivalent(gt.when(relation))


def test_best_replies() -> None:
    assert same(gt.best_reply(FREE, HH, player="China"), R >= T)
    assert same(gt.best_reply(FREE, HH, player="China", strict=True), R > T)
    assert same(gt.best_reply(FREE, "one-sided", player="China"), (S >= P) | (T >= R))
    assert gt.best_reply(FREE, CC, "Russia").title == "(cheat, cheat) has Russia at a best reply in Free"
    with pytest.raises(gt.GameError, match="no player 'India'"):
        gt.best_reply(FREE, HH, player="India")


def test_nash_equilibria() -> None:
    assert same(gt.nash(FREE, HH), R >= T)
    assert same(gt.nash(FREE, CC, strict=True), P > S)
    assert same(gt.nash(FREE, "alliance"), R >= T)
    assert same(gt.nash(FREE, "one-sided"), (T >= R) & (S >= P))
    regions = gt.nash(DILEMMA)
    assert list(regions) == [HH, HC, CH, CC]
    assert list(regions.nonempty()) == [CC]
    assert regions.complete
    assert len(regions) == 4
    assert str(regions).splitlines()[-1] == "  (cheat, cheat): always"
    assert repr(regions) == "<Regions: Nash equilibria of Dilemma, 4 outcomes>"
    assert list(regions.to_frame().columns) == ["outcome", "condition"]
    assert list(regions.to_frame()["condition"]) == ["never", "never", "never", "always"]
    assert gt.nash(DILEMMA, strict=True).title == "Strict nash equilibria of Dilemma"
    with pytest.raises(KeyError):
        regions[("honour", "ally")]


def test_dominance() -> None:
    assert same(gt.dominant(FREE, CC), (T > R) & (P > S))
    assert same(gt.dominant(FREE, CC, strict=False), (T >= R) & (P >= S) & ((T > R) | (P > S)))
    assert same(gt.dominant(FREE, HC, player="China"), (R > T) & (S > P))
    assert same(gt.dominates(FREE, "Russia", "cheat", "honour"), (T > R) & (P > S))
    weakly = gt.dominates(FREE, "Russia", "cheat", "honour", strict=False)
    assert same(weakly, (T >= R) & (P >= S) & ((T > R) | (P > S)))
    assert weakly.title == "Russia's cheat weakly dominates honour in Free"
    for action, other in (("cheat", "cheat"), ("cheat", "ally"), ("ally", "cheat")):
        with pytest.raises(gt.ConceptError, match="name two different ones"):
            gt.dominates(FREE, "Russia", action, other)


def test_pareto_dominance() -> None:
    assert same(gt.pareto_dominates(FREE, HH, CC), R > P)
    assert same(gt.pareto_dominates(FREE, HH, HC), (R >= S) & (R >= T) & ((R > S) | (R > T)))
    assert same(gt.pareto_dominates(FREE, HH, HC, strict=True), (R > S) & (R > T))
    assert same(gt.pareto_dominates(FREE, "alliance", CC), R > P)
    with pytest.raises(gt.ConceptError, match=r"has 2 profiles"):
        gt.pareto_dominates(FREE, "one-sided", CC)


def test_risk_and_payoff_dominance() -> None:
    both_strict = (R > T) & (P > S)
    assert same(gt.risk_dominant(FREE, HH), both_strict & (R - T > P - S))
    assert same(gt.risk_dominant(FREE, CC), both_strict & (R - T < P - S))
    assert same(
        gt.payoff_dominant(FREE, HH), (R >= T) & ((P < S) | (R > P)) & ((T < R) | (S < P) | ((R > S) & (R > T)))
    )
    three = gt.Game("Three", ["A", "B"], [["x", "y", "z"], ["x", "y"]], {(a, b): (0, 0) for a in "xyz" for b in "xy"})
    with pytest.raises(gt.ConceptError, match=r"2x2"):
        gt.risk_dominant(three, ("x", "x"))
    only_one = gt.payoff_dominant(DILEMMA, CC)
    assert only_one.is_everywhere()


def test_strong_equilibria() -> None:
    assert same(gt.strong_nash(FREE, CC), (P >= S) & (P >= R) & ((P >= T) | (P >= S)))
    assert gt.strong_nash(DILEMMA).nonempty().title == "Strong Nash equilibria of Dilemma"
    assert list(gt.strong_nash(DILEMMA).nonempty()) == []
    assert gt.strong_nash(FREE, CC, coalitions=[]).equivalent(gt.nash(FREE, CC))
    assert gt.strong_nash(FREE, CC, coalitions=[("Russia", "China")]).equivalent(gt.strong_nash(FREE, CC))
    with pytest.raises(gt.ConceptError, match=r'write \("China",\)'):
        gt.strong_nash(FREE, CC, coalitions=["China"])
    with pytest.raises(gt.GameError, match="no player"):
        gt.strong_nash(FREE, CC, coalitions=[("China", "India")])


def test_a_coalition_of_some_players_among_three() -> None:
    cells = {(a, b, c): (0, 0, 0) for a in "01" for b in "01" for c in "01"}
    cells[("1", "1", "0")] = (x, x, 0)
    game = gt.Game("Pair", ["A", "B", "C"], ["0", "1"], cells)
    idle = ("0", "0", "0")
    assert same(gt.strong_nash(game, idle, coalitions=[("A", "B")]), x <= 0)
    assert gt.strong_nash(game, idle, coalitions=[("A", "C")]).is_everywhere()


def test_only() -> None:
    assert same(gt.only(gt.nash, FREE, CC), (P > S) & (T > R))
    assert same(gt.only(gt.nash, FREE, CC, strict=True), (P > S) & (R <= T))
    assert same(gt.only(gt.nash, FREE, "one-sided"), (T > R) & (S > P))
    assert same(gt.only(gt.nash, FREE, "alliance"), (R > T) & (S > P) | (R > T) & (S > P))
    assert gt.only(gt.strong_nash, DILEMMA, CC).is_empty()
    with pytest.raises(gt.ConceptError, match="regions of all outcomes"):
        gt.only(lambda game: {}, FREE, CC)


def test_grim_trigger_by_hand() -> None:
    delta = gt.Parameter("delta", above=0, below=1)
    game = gt.RepeatedGame(DILEMMA, discount=delta)
    honour = gt.grim_trigger(game, HH)
    assert honour.equivalent(delta >= (T - R) / (T - P))
    assert gt.grim_trigger(game, HH, punishment=CC).equivalent(honour)
    assert gt.grim_trigger(game, HH, punishment=HH).is_empty()  # cheating on the punishment pays
    turns = gt.grim_trigger(game, [HC, CH])
    assert turns.equivalent(delta >= (P - S) / (T - P))
    five = {T: 5, R: 3, P: 1, S: 0}
    for value, kept, taken in (("1/5", False, False), ("1/4", False, True), ("2/5", False, True), ("1/2", True, True)):
        assert honour.contains(five | {delta: value}) is kept
        assert turns.contains(five | {delta: value}) is taken
    with_names = gt.RepeatedGame(FREE, discount=delta)
    assert gt.grim_trigger(with_names, "alliance", punishment=CC).title.startswith("(honour, honour) is sustained")
    with pytest.raises(gt.ConceptError, match=r"has 2 profiles"):
        gt.grim_trigger(with_names, "one-sided", punishment=CC)
    with pytest.raises(gt.ConceptError, match=r"no single pure equilibrium"):
        gt.grim_trigger(with_names, HH)
    with pytest.raises(gt.ConceptError, match=r"build gt.RepeatedGame"):
        gt.grim_trigger(FREE, HH)  # type: ignore[arg-type]


def test_a_break_up_hazard_raises_the_threshold() -> None:
    delta = gt.Parameter("delta", above=0, below=1)
    hazard = gt.Parameter("h", at_least=0, below=1)
    game = gt.RepeatedGame(DILEMMA, discount=delta, breakup=hazard)
    assert gt.grim_trigger(game, HH).equivalent(delta * (1 - hazard) >= (T - R) / (T - P))


def test_the_punishment_is_found_anew_when_the_premises_are_replaced() -> None:
    delta = gt.Parameter("delta", above=0, below=1)
    honour = gt.grim_trigger(gt.RepeatedGame(DILEMMA, discount=delta), HH)
    harmony = gt.prove(honour, assuming=(R > T, S > P))  # honouring is dominant, so it is its own "punishment"
    assert harmony.status == "proved"
    with pytest.raises(gt.ConceptError, match=r"not the only pure equilibrium|no single pure equilibrium"):
        gt.prove(honour, assuming=(R > P,))


def test_a_punishment_that_cannot_be_looked_for_is_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    delta = gt.Parameter("delta", above=0, below=1)
    game = gt.RepeatedGame(DILEMMA, discount=delta)
    monkeypatch.setattr("gametheory.concepts.repetition.search", lambda *_: Finding("open", reason="no time"))
    with pytest.raises(gt.Undecided, match="no punishment either: no time"):
        gt.grim_trigger(game, HH)


def test_concepts_are_asked_of_the_right_form() -> None:
    delta = gt.Parameter("delta", above=0, below=1)
    repeated = gt.RepeatedGame(DILEMMA, discount=delta)
    for ask in (
        lambda: gt.nash(repeated, HH),
        lambda: gt.best_reply(repeated, HH, "China"),
        lambda: gt.dominant(repeated, HH),
        lambda: gt.dominates(repeated, "China", "honour", "cheat"),
        lambda: gt.pareto_dominates(repeated, HH, CC),
        lambda: gt.risk_dominant(repeated, HH),
        lambda: gt.payoff_dominant(repeated, HH),
        lambda: gt.strong_nash(repeated, HH),
    ):
        with pytest.raises(gt.ConceptError, match=r"game\.stage"):
            ask()
    with pytest.raises(gt.ConceptError, match="not of 3"):
        gt.nash(3)  # type: ignore[call-overload]


def test_only_takes_the_names_that_a_concept_gives_its_outcomes() -> None:
    v = gt.Parameter("v", above=0)
    fight = gt.Game("Hawks", ["A", "B"], ["hawk", "dove"], {
        ("hawk", "hawk"): (v - 2, v - 2), ("hawk", "dove"): (2 * v, 0), ("dove", "hawk"): (0, 2 * v),
        ("dove", "dove"): (v, v)})  # fmt: skip
    assert same(gt.only(gt.evolutionarily_stable, fight, ("hawk",)), v >= 2)
    assert same(gt.only(gt.evolutionarily_stable, fight, ("hawk", "dove")), v < 2)
    with pytest.raises(gt.ConceptError, match=r"\(hawk, hawk\) is none of the .*they are asked about"):
        gt.only(gt.evolutionarily_stable, fight, ("hawk", "hawk"))
