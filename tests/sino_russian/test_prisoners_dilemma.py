"""The alliance as a prisoner's dilemma, against play worked out move by move from what the thesis says."""

import random
from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

import gametheory as gt
from sino_russian import prisoners_dilemma as model

T, R, P, S, theta, delta = model.T, model.R, model.P, model.S, model.theta, model.delta

HONOUR, CHEAT = "honour", "cheat"
Cell = tuple[str, str]  # what China does, what Russia does
Numbers = tuple[Fraction, Fraction, Fraction, Fraction]  # temptation, reward, punishment, sucker's payoff
CELLS: tuple[Cell, ...] = ((HONOUR, HONOUR), (HONOUR, CHEAT), (CHEAT, HONOUR), (CHEAT, CHEAT))
BOTH_HONOUR, BOTH_CHEAT = CELLS[0], CELLS[3]
OTHER = {HONOUR: CHEAT, CHEAT: HONOUR}


def outcome(own: str, partner: str, numbers: Numbers) -> Fraction:
    """What one ally gets: both honour R, both cheat P, cheating a partner that honours T, being cheated S."""
    temptation, reward, punishment, sucker = numbers
    if own == partner:
        return reward if own == HONOUR else punishment
    return temptation if own == CHEAT else sucker


def payoffs(cell: Cell, china: Numbers, russia: Numbers) -> tuple[Fraction, Fraction]:
    return outcome(cell[0], cell[1], china), outcome(cell[1], cell[0], russia)


def moves(cell: Cell) -> tuple[Cell, Cell]:
    """Where China, and where Russia, gets by doing the other thing."""
    return (OTHER[cell[0]], cell[1]), (cell[0], OTHER[cell[1]])


def losses(cell: Cell, china: Numbers, russia: Numbers) -> tuple[Fraction, Fraction]:
    """What each loses by doing the other thing alone."""
    here = payoffs(cell, china, russia)
    return tuple(here[i] - payoffs(there, china, russia)[i] for i, there in enumerate(moves(cell)))  # type: ignore[return-value]


def equilibria(china: Numbers, russia: Numbers) -> set[Cell]:
    return {cell for cell in CELLS if min(losses(cell, china, russia)) >= 0}


def values(cycle: list[Cell], start: int, china: Numbers, russia: Numbers, d: Fraction) -> tuple[Fraction, Fraction]:
    """What going round the cycle for ever is worth: V = (first round) + d**length * V."""
    total = [Fraction(0), Fraction(0)]
    for time in range(len(cycle)):
        for i, amount in enumerate(payoffs(cycle[(start + time) % len(cycle)], china, russia)):
            total[i] += d**time * amount
    whole = 1 - d ** len(cycle)
    return total[0] / whole, total[1] / whole


def kept_up(cycle: list[Cell], china: Numbers, russia: Numbers, d: Fraction) -> bool:
    """Whether nobody gains by one deviation, in any phase, given that both cheat for ever after it, nor then."""
    punished = values([BOTH_CHEAT], 0, china, russia, d)
    return BOTH_CHEAT in equilibria(china, russia) and all(
        payoffs(there, china, russia)[i] + d * punished[i] <= values(cycle, phase, china, russia, d)[i]
        for phase, cell in enumerate(cycle)
        for i, there in enumerate(moves(cell))
    )


IN_TURN = [(HONOUR, CHEAT), (CHEAT, HONOUR)]
FIVE = (Fraction(5), Fraction(3), Fraction(1), Fraction(0))


def number(rng: random.Random) -> Fraction:
    return Fraction(rng.randint(-12, 12), rng.choice((1, 1, 2, 3)))


def descending(rng: random.Random) -> Numbers:
    drawn: set[Fraction] = set()
    while len(drawn) < 4:
        drawn.add(number(rng))
    return tuple(sorted(drawn, reverse=True))  # type: ignore[return-value]


def anything(rng: random.Random) -> Numbers:
    """Four payoffs in any order, ties among them."""
    few = [number(rng) for _ in range(3)]
    return tuple(rng.choice(few) for _ in range(4))  # type: ignore[return-value]


def share(rng: random.Random) -> Fraction:
    return Fraction(rng.randint(1, 59), 60)


def patience(numbers: Numbers) -> Fraction:
    """The discount factor from which honouring for ever pays, in a prisoner's dilemma."""
    return (numbers[0] - numbers[1]) / (numbers[0] - numbers[2])


def patience_in_turn(numbers: Numbers) -> Fraction:
    """The discount factor from which being cheated now is worth cheating next time."""
    return (numbers[2] - numbers[3]) / (numbers[0] - numbers[2])


def each(china: Numbers, russia: Numbers) -> dict[Any, Fraction]:
    mine = zip((model.T_C, model.R_C, model.P_C, model.S_C), china, strict=True)
    theirs = zip((model.T_R, model.R_R, model.P_R, model.S_R), russia, strict=True)
    return dict([*mine, *theirs])


def shared(numbers: Numbers) -> dict[Any, Fraction]:
    return dict(zip((T, R, P, S), numbers, strict=True))


# The games


def test_the_matrix_is_the_one_on_paper() -> None:
    assert (model.stage.players, model.stage.actions) == (("China", "Russia"), ((HONOUR, CHEAT), (HONOUR, CHEAT)))
    assert model.repeated.stage == model.stage and model.repeated.discount == delta
    assert dict(model.stage.payoffs) == {
        (HONOUR, HONOUR): (model.R_C, model.R_R),
        (HONOUR, CHEAT): (model.S_C, model.T_R),
        (CHEAT, HONOUR): (model.T_C, model.S_R),
        (CHEAT, CHEAT): (model.P_C, model.P_R),
    }
    assert not model.stage.premises.items
    assert dict(model.stage.outcomes) == {"alliance": (BOTH_HONOUR,)}


def test_the_threat_takes_something_from_a_lone_cheat_and_from_nobody_else() -> None:
    assert dict(model.threat_game.payoffs) == {
        (HONOUR, HONOUR): (R, R),
        (HONOUR, CHEAT): (S, T - theta),
        (CHEAT, HONOUR): (T - theta, S),
        (CHEAT, CHEAT): (P, P),
    }
    assert [premise.relation for premise in model.threat_game.premises] == [T > R, R > P, P > S]
    from_the_name = [premise.stated.endswith("by the game's name") for premise in model.threat_game.premises]
    assert from_the_name == [False, True, False]
    assert (theta.bounds, delta.bounds) == ((theta >= 0,), (delta > 0, delta < 1))


# Once


def test_what_is_solved_is_what_looking_at_every_cell_finds() -> None:
    rng = random.Random("one shot")
    solved = set()
    for _ in range(150):
        china, russia = (rng.choice((anything, descending))(rng) for _ in range(2))
        point = each(china, russia)
        found = equilibria(china, russia)
        assert model.an_equilibrium.contains(point) is (BOTH_HONOUR in found)
        cheating_pays = found == {BOTH_CHEAT} and all(
            outcome(CHEAT, reply, n) > outcome(HONOUR, reply, n) for reply in OTHER for n in (china, russia)
        )
        solution = cheating_pays and all(n[1] > n[2] for n in (china, russia))
        assert model.both_cheat.contains(point) is cheating_pays
        assert model.cheating_is_the_solution.contains(point) is solution
        solved.add((cheating_pays, solution, BOTH_HONOUR in found))
    assert solved == {(True, True, False), (True, False, False), (False, False, True), (False, False, False)}


def test_one_ally_that_would_honour_is_not_enough() -> None:
    # The ledger's note on what refutes the claim: one-sided assurance removes dominance, not the equilibrium.
    one_sided = (model.R_C >= model.T_C, model.T_R > model.R_R, model.P_C > model.S_C, model.P_R > model.S_R)
    assert gt.prove(gt.only(gt.nash, model.stage, BOTH_CHEAT), one_sided).status == "proved"
    assert gt.prove(gt.never(gt.dominant(model.stage, BOTH_CHEAT)), one_sided).status == "proved"
    assert gt.prove(model.an_equilibrium, (model.R_C >= model.T_C, model.R_R >= model.T_R)).status == "proved"
    assert gt.prove(gt.never(gt.nash(model.stage, BOTH_CHEAT)), (model.S_C > model.P_C,)).status == "proved"


def test_mutual_cheating_is_the_hardest_punishment_in_a_dilemma() -> None:
    rng = random.Random("minmax")
    for _ in range(50):
        numbers = descending(rng)
        worst = {
            chance: max(
                chance * outcome(own, HONOUR, numbers) + (1 - chance) * outcome(own, CHEAT, numbers) for own in OTHER
            )
            for chance in (Fraction(i, 12) for i in range(13))  # the partner honours with this chance
        }
        assert min(worst.values()) == worst[Fraction(0)] == numbers[2]


def test_in_deadlock_no_punishment_at_all_could_deter() -> None:
    rng = random.Random("deadlock")
    for _ in range(50):  # whatever a partner does leaves more than R, even where mutual cheating is not the worst
        high, middle, reward, sucker = descending(rng)
        for numbers in ((high, reward, middle, sucker), (middle, reward, high, sucker)):
            assert min(max(outcome(own, reply, numbers) for own in OTHER) for reply in OTHER) > reward


# For ever


def test_the_thresholds_at_5_3_1_0() -> None:
    point = each(FIVE, FIVE)
    assert (patience(FIVE), patience_in_turn(FIVE)) == (Fraction(1, 2), Fraction(1, 4))
    tiny = Fraction(1, 10**6)
    for region, threshold in ((model.honour_for_ever, Fraction(1, 2)), (model.take_turns, Fraction(1, 4))):
        truths = [region.contains({**point, delta: threshold + shift}) for shift in (-tiny, 0, tiny)]
        assert truths == [False, True, True]


@pytest.mark.parametrize("draw", [descending, anything], ids=["dilemmas", "any payoffs"])
def test_both_paths_are_kept_up_where_no_single_deviation_gains(draw: Callable[[random.Random], Numbers]) -> None:
    rng, seen = random.Random(f"for ever {draw.__name__}"), set()
    for _ in range(120):
        china, russia, d = draw(rng), draw(rng), share(rng)
        point = each(china, russia) | {delta: d}
        for_ever, in_turn = kept_up([BOTH_HONOUR], china, russia, d), kept_up(IN_TURN, china, russia, d)
        assert model.honour_for_ever.contains(point) is for_ever
        assert model.take_turns.contains(point) is in_turn
        seen.add((for_ever, in_turn))
    assert len(seen) == 4 if draw is descending else len(seen) > 1


def test_the_thresholds_are_exact_in_every_dilemma_and_hold_at_equality() -> None:
    rng = random.Random("thresholds")
    impatient = [gt.when(r, assuming=model.prisoners_dilemma) for r in (model.china_impatient, model.russia_impatient)]
    for _ in range(40):
        china, russia = descending(rng), descending(rng)
        for region, least in ((model.honour_for_ever, patience), (model.take_turns, patience_in_turn)):
            threshold = max(least(china), least(russia))
            for d in (threshold, threshold - Fraction(1, 1000), threshold + Fraction(1, 1000), share(rng)):
                if 0 < d < 1:
                    point = each(china, russia) | {delta: d}
                    assert region.contains(point) is (d >= threshold)
                    assert [r.contains(point) for r in impatient] == [d < patience(china), d < patience(russia)]


# Under a threat


def test_the_threat_s_cut_offs_are_where_the_incentives_turn() -> None:
    rng = random.Random("threat")
    for _ in range(60):
        numbers = descending(rng)
        temptation, exposure = numbers[0] - numbers[1], numbers[2] - numbers[3]
        cut_offs = (temptation, temptation + exposure)
        for loss in (Fraction(0), *cut_offs, *(c - Fraction(1, 1000) for c in cut_offs), abs(number(rng))):
            if loss < 0:
                continue
            point = shared(numbers) | {theta: loss}
            changed = (numbers[0] - loss, *numbers[1:])
            found = equilibria(changed, changed)
            assert BOTH_CHEAT in found
            assert model.an_equilibrium_under_threat.contains(point) is (BOTH_HONOUR in found) is (loss >= cut_offs[0])
            honouring, cheating = (min(losses(cell, changed, changed)) for cell in (BOTH_HONOUR, BOTH_CHEAT))
            safer = min(honouring, cheating) > 0 and honouring**2 > cheating**2
            assert model.safer_under_threat.contains(point) is safer is (loss > cut_offs[1])


@pytest.mark.parametrize(
    ("region", "condition"),
    [
        (model.an_equilibrium_under_threat, theta >= T - R),
        (model.safer_under_threat, theta > (T - R) + (P - S)),
    ],
    ids=["equilibrium", "risk dominance"],
)
def test_the_threat_s_cut_offs_are_proved(region: gt.Region, condition: Any) -> None:
    assert gt.prove(gt.exactly(region, condition)).status == "proved"


def test_a_threat_makes_less_patience_enough() -> None:
    rng = random.Random("threat and patience")
    region = gt.grim_trigger(model.repeated_threat, "alliance", punishment=BOTH_CHEAT)
    for _ in range(60):
        numbers = descending(rng)
        loss = (numbers[0] - numbers[2]) * Fraction(rng.randint(0, 11), 12)  # so that T - theta > P
        needed = max(Fraction(0), patience((numbers[0] - loss, *numbers[1:])))
        for d in filter(None, (share(rng), needed)):
            assert region.contains(shared(numbers) | {theta: loss, delta: d}) is (d >= needed)


# The claims

NEEDS = "needs a premise the paper does not state"


@pytest.fixture(scope="module")
def judged() -> dict[str, gt.Judgement]:
    return {claim.id: gt.judge(claim) for claim in model.CLAIMS[:2]}


def test_defection_restates_its_premises_or_is_false(judged: dict[str, gt.Judgement]) -> None:
    found = judged["kuliani-pd-defection"]
    assert [(one.verdict.status, one.bearing) for one in found.readings] == [
        ("proved", "restates its premises"), ("proved", "restates its premises"), ("proved", "supports"),
        ("refuted", "contradicts"),
    ]  # fmt: skip
    assert found.bearing == "not identified"


def test_that_something_is_lost_is_what_the_game_s_name_adds() -> None:
    # T > R and P > S settle what is played and leave R against P open: in deadlock nothing is lost.
    lost = [(model.R_C > model.P_C), (model.R_R > model.P_R)]
    assert gt.prove(model.cheating_is_the_solution, model.cheating_pays).status == "conditional"
    assert gt.prove(model.cheating_is_the_solution, [*model.cheating_pays, *lost]).status == "proved"
    for one in lost:
        assert gt.prove(model.cheating_is_the_solution, [*model.cheating_pays, one]).status == "conditional"
    assert gt.prove(model.cheating_is_the_solution, model.deadlock).status == "refuted"


def test_honouring_if_sure_is_marked_as_inferred() -> None:
    inferred = [premise for premise in model.assurance if premise.stated == model.FROM_DOUBT]
    assert [premise.relation for premise in inferred] == [model.R_C > model.T_C, model.R_R > model.T_R]
    for claim in model.CLAIMS:
        for reading in claim.readings:
            if any(premise.stated == model.FROM_DOUBT for premise in reading.stated):
                assert reading.challenge.endswith(model.AGAINST_PAYOFFS)


def test_inevitable_failure_needs_impatience_or_is_about_another_game(judged: dict[str, gt.Judgement]) -> None:
    found = judged["kuliani-alliance-inevitable-failure"]
    assert [(one.verdict.status, one.bearing) for one in found.readings] == [
        ("conditional", NEEDS), ("conditional", NEEDS), ("proved", "supports"), ("proved", "supports"),
        ("refuted", "contradicts"), ("conditional", NEEDS), ("conditional", NEEDS), ("conditional", NEEDS),
    ]  # fmt: skip
    assert found.bearing == "not identified"
    assert [[premise.name for premise in one.missing] for one in found.readings] == [
        ["one of the two is too impatient"], [], [], [], [], ["the threat is smaller than the temptation"],
        ["the threat is no larger than temptation and exposure together"], ["breaches are seen where there are none"],
    ]  # fmt: skip


def test_inevitable_failure_holds_exactly_where_one_ally_is_impatient(judged: dict[str, gt.Judgement]) -> None:
    readings = judged["kuliani-alliance-inevitable-failure"].readings
    rng = random.Random("inevitable")
    for _ in range(40):
        china, russia, d = descending(rng), descending(rng), share(rng)
        point = each(china, russia) | {delta: d}
        for_ever, in_turn = kept_up([BOTH_HONOUR], china, russia, d), kept_up(IN_TURN, china, russia, d)
        for reading, holds in zip(readings, (not for_ever, for_ever or not in_turn), strict=False):
            assert reading.verdict.condition is not None
            assert reading.verdict.condition.contains(point) is holds


def test_every_premise_has_its_place_or_is_unstated_on_purpose() -> None:
    for claim in model.CLAIMS:
        assert claim.paper == "Kuliani 2012" and "section 2.2" in claim.locator
        assert all((claim.paraphrase, claim.attributed_to, claim.strength, claim.kind, claim.refuted_by))
        for reading in claim.readings:
            assert reading.challenge
            assert all(premise.stated.startswith("Kuliani 2012, section 2.2") for premise in reading.stated)
            assert all(premise.name and not premise.stated for premise in reading.unstated)


# The figure


def test_the_figure_names_the_two_sets_of_equilibria_that_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Any] = {}

    class Plots:
        @staticmethod
        def regions(game: gt.Game, *axes: Any, **options: Any) -> str:
            asked.update(options, game=game, axes=axes)
            return "drawn"

    monkeypatch.setattr(gt, "plots", Plots, raising=False)
    assert model.FIGURES["threat"]() == "drawn"
    assert (asked["game"], asked["axes"]) == (model.threat_game, (theta, T))
    fixed = [Fraction(asked["fixed"][letter]) for letter in (R, P, S)]
    (low_loss, high_loss), (low, high) = (asked["ranges"][axis] for axis in (theta, T))
    found = set()
    for i, j in product(range(1, 25), repeat=2):
        temptation, loss = low + Fraction(j * (high - low), 24), low_loss + Fraction(i * (high_loss - low_loss), 24)
        numbers: Numbers = (temptation - loss, fixed[0], fixed[1], fixed[2])
        found.add(tuple(cell for cell in CELLS if cell in equilibria(numbers, numbers)))
    assert found == set(asked["names"])
