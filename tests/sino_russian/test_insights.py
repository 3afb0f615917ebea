"""What follows beyond the papers: each theorem, its premises by name, and what it says at numbers tried by hand."""

import random
from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations, permutations, product
from typing import Any

import pytest

import gametheory as gt
from sino_russian import insights as model
from sino_russian import insights_on_deterrence as deterrence
from sino_russian import insights_on_partners as partners
from sino_russian import insights_on_trust as trust
from sino_russian import ordinal_games as ordinal
from sino_russian.triangle import POWERS, TRIANGLE, likes, u

BY_NAME = {insight.name: insight for insight in model.INSIGHTS}
PROVED = [insight for insight in model.INSIGHTS if insight.statements]
HALF = Fraction(1, 2)

# The shortest premises, worked out by hand; {} where bounds of the parameters are enough.
SAFER = {"China would rather cheat than be cheated", "Russia would rather cheat than be cheated"}
WILLING = {f"{who} does not lose by an alliance left alone" for who in ("China", "Russia")}
NEEDED: dict[str, list[set[str]]] = {
    "A show of resolve deters by what it adds to the reply that is not offset, less what it adds to the baseline": [
        set(), set(), {"China is at the edge", "Russia is not the one that is deterred"},
    ],
    # The tree; then plans: contain always, contain a partnership alone, an alliance alone, never.
    "Deterrence takes containment of the alliance alone, by a reply that pays or by a plan that binds": [
        WILLING, WILLING, WILLING, set(), WILLING,
    ],
    "Mutual destruction removes one cell only": [{"prevail > both_yield", "give_way > crash"}] * 2,
    "The worse the crash, the rarer, and never impossible; the loss to be expected from it vanishes too": [
        {"prevail > both_yield", "both_yield*(1 - firm) + firm*give_way = crash*firm + prevail*(1 - firm)"}
    ] * 3,
    "Waltz and Mearsheimer differ by one parameter": [set(), {"P > S"}],
    "Between the two thresholds of the threat even odds are not enough for trust": [
        {"P > S"},
        {"P > S", "theta > T - R", "theta < P + T - R - S"},
    ],
    "Fear on one side is enough": [{"Russia gains by cheating"} | SAFER],
    "Taking the fear away makes the alliance possible, not certain": [set(), SAFER],
    "Three games of 144 end where the dilemma ends": [SAFER],
    "Free words cannot tell a friend from a rival": [{"want_rival > 0"}],
    "One price for both tells only where a friend wants trust no less than a rival does": [
        {"price_friend = price_rival"}, set(),
    ],
    "Where a pact is worth the same to both members there is no chase": [{"u_CR = u_RC", "u_CU = u_UC", "u_RU = u_UR"}],
}  # fmt: skip


@pytest.mark.parametrize("insight", PROVED, ids=lambda insight: insight.name)
def test_every_statement_is_proved_from_the_premises_it_needs(insight: model.Insight) -> None:
    found = model.proofs(insight)
    assert {verdict.status for verdict in found} == {"proved"}
    used = [{item.name or str(item) for item in verdict.premises} for verdict in found]
    assert used == NEEDED.get(insight.name, [set()] * len(found))


def test_what_is_no_theorem_says_why() -> None:
    others = [insight for insight in model.INSIGHTS if insight.kind != "theorem"]
    assert [insight.kind for insight in others] == ["example", "data-bound", "refuted"]
    assert [bool(insight.statements) for insight in others] == [True, False, True]
    assert all(insight.note for insight in others) and not model.proofs(others[1])
    assert len(BY_NAME) == len(model.INSIGHTS) and set(NEEDED) <= set(BY_NAME)


def draw(rng: random.Random, names: Iterable[Any], low: int, high: int, parts: int = 1) -> dict[Any, Fraction]:
    """Small numbers, so that ties are common."""
    return {name: Fraction(rng.randint(low * parts, high * parts), parts) for name in names}


# What deters. Gains by an alliance are a value each; duties and the partnership are worth 0.

PLAIN = dict.fromkeys(("v_C1", "v_R1", "f_C", "f_R"), Fraction(0))
LATER = deterrence.stays(deterrence.wedge_later)


@pytest.mark.parametrize(("edge", "other"), ["CR", "RC"])
def test_a_member_at_the_edge_is_deterred_by_the_net_change(edge: str, other: str) -> None:
    rng, seen = random.Random(f"edge {edge}"), set()
    for _ in range(100):
        n = draw(rng, ("mu_C", "mu_R", "old_1", "old_2", "new_1", "new_2"), 0, 1, 4) | draw(rng, ("k_C", "k_R"), 1, 4)
        v = draw(rng, "CR", -3, 3)
        v[edge] = n[f"k_{edge}"] * ((1 - n[f"mu_{edge}"]) * n["old_2"] - n["old_1"])
        gains = {i: v[i] + n[f"k_{i}"] * (n["new_1"] - (1 - n[f"mu_{i}"]) * n["new_2"]) for i in "CR"}
        if gains[other] < 0:
            continue
        net = (1 - n[f"mu_{edge}"]) * (n["new_2"] - n["old_2"]) - (n["new_1"] - n["old_1"])
        point = PLAIN | {name: n[name] for name in ("mu_C", "mu_R", "k_C", "k_R")}
        point |= {"v_C2": v["C"], "v_R2": v["R"], "intensity_1_later": n["new_1"], "intensity_2_later": n["new_2"]}
        assert LATER.contains(point) is (min(gains.values()) < 0) is (net > 0)
        seen.add((net > 0) - (net < 0))
    assert seen == {-1, 0, 1}


def test_replies_and_plans_against_looking_at_every_reply() -> None:
    """An alliance holds if neither leaves it; the partnership is then left by both if both gain."""
    rng, seen = random.Random("plans"), set()
    for _ in range(60):
        n = draw(rng, ("k_C", "k_R", "kappa"), 1, 3) | draw(rng, ("mu_C", "mu_R"), 0, 1, 3)
        n |= draw(rng, ("ell_1", "ell_2", "v_C2", "v_R2"), 0, 4) | PLAIN

        def kept_apart(plan: tuple[str, str], n: dict[str, Fraction] = n) -> bool:
            gains = [n[f"v_{i}2"] for i in "CR"]
            for place, i in enumerate("CR"):
                gains[place] += n[f"k_{i}"] if plan[0] == "contain" else 0
                gains[place] -= n[f"k_{i}"] * (1 - n[f"mu_{i}"]) if plan[1] == "contain" else 0
            return min(gains) < 0

        for plan, region in deterrence.kept_apart.items():
            assert region.contains(n) is kept_apart(plan)
            assert plan == deterrence.AGAINST_THE_ALLIANCE or not kept_apart(plan)
        best = [
            [do for do in ("contain", "hold back") if (saved - n["kappa"]) * (1 if do == "contain" else -1) >= 0]
            for saved in (n["ell_1"], n["ell_2"])
        ]
        in_turn = all(kept_apart(plan) for plan in product(*best))
        said = n["ell_1"] < n["kappa"] < n["ell_2"] and kept_apart(("hold back", "contain"))
        assert in_turn is said
        assert deterrence.reaction.left_at_partnership.contains(n | {"theta_U": Fraction(0)}) is in_turn
        seen.add(in_turn)
    assert seen == {True, False}


def test_containment_encourages_where_an_ally_offsets_some_of_the_loss() -> None:
    rng = random.Random("encouraged")
    values = [Fraction(part, 2) for part in range(-8, 9)]
    for mu in product((Fraction(0), HALF, Fraction(1)), repeat=2):
        n = draw(rng, ("k_C", "k_R"), 1, 3)
        contained = [[v for v in values if v >= -share * loss] for share, loss in zip(mu, n.values(), strict=True)]
        assert any(min(pair) < 0 for pair in product(*contained)) is (max(mu) > 0)
    point = PLAIN | {"ell_1": 0, "ell_2": 0, "kappa": 1, "theta_U": 0, "mu_R": 0, "v_R2": 0, "k_C": 4, "k_R": 4}
    for mu, worth, found in ((HALF, -2, True), (HALF, -3, False), (HALF, 0, False), (0, -1, False)):
        assert deterrence.encouraged.contains(point | {"mu_C": mu, "v_C2": worth}) is found


Cell = tuple[int, int, int]


def the_example(theta: int) -> dict[Cell, tuple[int, ...]]:
    """Payoffs in order China, Russia, United States; 1 is for an alliance, or to contain. Worked out by hand."""
    table = {cell: (0, 0, 0) if cell[2] == 0 else (-6, -2, -1) for cell in product((0, 1), repeat=3)}
    return table | {(1, 1, 0): (2, 4, -theta), (1, 1, 1): (-2, 3, 3 - theta)}


def moves(here: Cell, group: tuple[int, ...]) -> list[Cell]:
    return [there for there in product((0, 1), repeat=3) if all(i in group or there[i] == here[i] for i in range(3))]


GROUPS = [group for size in (1, 2, 3) for group in combinations(range(3), size)]


def blocks(pays: dict[Cell, tuple[int, ...]], here: Cell, group: tuple[int, ...], credible: bool) -> bool:
    return any(
        all(pays[there][i] > pays[here][i] for i in group)
        and not (credible and any(blocks(pays, there, sub, True) for sub in GROUPS if set(sub) < set(group)))
        for there in moves(here, group)
    )


@pytest.mark.parametrize(("theta", "strong"), [(2, [(1, 1, 1)]), (3, [(1, 1, 1)]), (4, [])])
def test_the_example_against_every_coalition(theta: int, strong: list[Cell]) -> None:
    pays = the_example(theta)
    for credible, expected in ((False, strong), (True, [(1, 1, 1)])):
        assert [c for c in pays if not any(blocks(pays, c, group, credible) for group in GROUPS)] == expected
    for cell, payoffs in pays.items():
        words = (*(("partnership", "alliance")[i] for i in cell[:2]), ("hold back", "contain")[cell[2]])
        found = deterrence.at_once.at({"theta_U": theta})
        assert tuple(found.payoff(who, words) for who in found.players) == payoffs
    # In turn: contain after an alliance (3 > 0), hold back before (-1 < 0); China then refuses (-2 < 0).
    assert pays[1, 1, 1][2] > pays[1, 1, 0][2] and pays[0, 0, 1][2] < pays[0, 0, 0][2]
    assert pays[1, 1, 1][0] < pays[0, 0, 0][0]


def test_a_chicken_at_numbers() -> None:
    # 4, 3, 2 and the crash: firm*(2 - crash) = (1 - firm)*(4 - 3), so 1, -7, -97 give 1/2, 1/10, 1/100.
    for worst, firm in ((1, HALF), (-7, Fraction(1, 10)), (-97, Fraction(1, 100))):
        assert firm * 2 + (1 - firm) * 3 == firm * worst + (1 - firm) * 4
        for small in (firm, firm + Fraction(1, 1000)):
            assert (2 - worst > (1 - small) / small) is (firm < small)
        assert firm**2 * (2 - worst) == firm * (1 - firm) < firm


# Who trusts whom.


def test_the_threshold_of_trust_under_a_threat() -> None:
    # T, R, P, S = 5, 3, 1, 0: the thresholds of the threat are 2 and 3; at 5/2 it takes 1/(1 + 1/2).
    n = {"T": 5, "R": 3, "P": 1, "S": 0, "spoils": 3}
    for theta, needed in ((Fraction(5, 2), Fraction(2, 3)), (Fraction(9, 4), Fraction(4, 5)), (Fraction(3), HALF)):
        for chance in (needed - Fraction(1, 99), needed, needed + Fraction(1, 99)):
            honoured, cheated = chance * 3 + (1 - chance) * 0, chance * (5 - theta) + (1 - chance) * 1
            point = n | {"theta": theta, "t_C": chance, "t_R": Fraction(1)}
            assert trust.trusting.contains(point) is (honoured >= cheated) is (chance >= needed)


@pytest.mark.parametrize("dropped", range(3))
def test_fear_on_one_side_needs_each_of_its_premises(dropped: int) -> None:
    insight = BY_NAME["Fear on one side is enough"]
    rest = [premise for place, premise in enumerate(insight.premises) if place != dropped]
    assert gt.prove(insight.statements[0], assuming=rest).status == "conditional"


Table = tuple[tuple[int, ...], tuple[int, ...]]


def swapped(table: Table) -> set[Table]:
    """The table of cells 00, 01, 10, 11 with rows, columns, both or neither in the other order."""
    orders = [(0, 1, 2, 3), (2, 3, 0, 1), (1, 0, 3, 2), (3, 2, 1, 0)]
    return {tuple(tuple(one[place] for place in order) for one in table) for order in orders}  # type: ignore[misc]


def test_three_of_144_games_have_one_equilibrium_next_to_worst_for_both() -> None:
    games: set[Table] = {min(swapped(pair)) for pair in product(permutations((1, 2, 3, 4)), repeat=2)}  # type: ignore[type-var]
    assert len(games) == 144 == sum(1 for _ in ordinal.ordinal_games())
    found = set()
    for row, column in games:
        stable = [cell for cell in range(4) if row[cell] > row[cell ^ 2] and column[cell] > column[cell ^ 1]]
        if len(stable) == 1 and row[stable[0]] == column[stable[0]] == 2:
            found.add((row, column))
    dilemma, assurance = (3, 1, 4, 2), (4, 1, 3, 2)  # what the one who chooses rows makes of 00, 01, 10, 11
    column_of = {order: (order[0], order[2], order[1], order[3]) for order in (dilemma, assurance)}
    kinds = [(dilemma, dilemma), (dilemma, assurance), (assurance, dilemma)]
    assert found == {min(swapped((mine, column_of[yours]))) for mine, yours in kinds}
    cells = list(product(("honour", "cheat"), repeat=2))
    listed = {
        tuple(tuple(int(game.payoff(who, cell)) for cell in cells) for who in game.players)
        for game in ordinal.like_the_dilemma()
    }
    assert {min(swapped(table)) for table in listed} == found  # type: ignore[arg-type]


def test_a_promise_at_numbers() -> None:
    # Honouring an honest partner pays 1 more than cheating it, being cheated 1 less than mutual cheating: an assurance
    # game. If believed, the promise is answered by honouring: kept, and a cheat's gain by it is T - P.
    n = {"keeping_faith": 1, "exposure": 1}
    for temptation, punishment in ((2, 1), (1, 1), (1, 2)):
        meant = trust.talk.said_only_if_meant.contains(n | {"temptation": temptation, "punishment": punishment})
        assert meant is (temptation - punishment < 0)


def test_one_price_for_both_at_numbers() -> None:
    for friend, rival in product(range(-2, 4), repeat=2):
        some = any(price <= friend and price >= rival for price in range(5))
        assert some is (rival <= friend and friend >= 0)
        point = dict.fromkeys(trust.some_price_tells.parameters, HALF)
        named = {str(parameter): parameter for parameter in point}
        point |= {named["want_friend"]: Fraction(friend), named["want_rival"]: Fraction(rival)}
        assert trust.some_price_tells.contains(point) is some


# Who joins whom, and who pays.


def at(region: gt.Region, **values: Fraction) -> bool:
    """Whether a region holds at these values, everything else being 0 (losses: 1)."""
    point = {str(p): Fraction(str(p).startswith("k_")) for p in region.parameters}
    return region.contains(point | {name: value for name, value in values.items() if name in point})


PRICE = "An alliance breaks at the price of the less eager member, or of both if they can pay each other"
PAYMENTS = [Fraction(part, 2) for part in range(-24, 25)]


def test_payment_moves_the_decision_from_the_smaller_gain_to_the_sum() -> None:
    rng = random.Random("payment")
    for _ in range(30):
        china, russia = draw(rng, "CR", -3, 3, 2).values()
        payable = any(china - p >= 0 and russia + p >= 0 for p in PAYMENTS)
        assert at(partners.paid, v_C2=china, v_R2=russia) is payable


def test_the_price_of_breaking_an_alliance_against_every_offer_and_payment() -> None:
    rng, seen = random.Random("price"), set()
    easily, at_any_payment = (statement.region for statement in BY_NAME[PRICE].statements[2:])
    for _ in range(40):
        gains, offers = (tuple(draw(rng, "CR", low, 3, 2).values()) for low in (-1, 0))
        spend = Fraction(rng.randint(0, 12), 2)

        def held(given: tuple[Fraction, ...], p: Fraction, gains: tuple[Fraction, ...] = gains) -> bool:
            return gains[0] - p >= given[0] and gains[1] + p >= given[1]

        def never_held(given: tuple[Fraction, ...]) -> bool:
            return not any(held(given, p) for p in PAYMENTS)

        n = {"v_C2": gains[0], "v_R2": gains[1], "offer_C": offers[0], "offer_R": offers[1], "spend": spend}
        assert at(partners.broken, **n) is not held(offers, Fraction(0))
        assert at(partners.broken_whatever_is_paid, **n) is never_held(offers)
        splits = [(p, spend - p) for p in PAYMENTS if 0 <= p <= spend]
        answers = any(not held(split, Fraction(0)) for split in splits), any(never_held(split) for split in splits)
        assert (at(easily, **n), at(at_any_payment, **n)) == answers == (spend > min(gains), spend > sum(gains))
        seen.add(answers)
    assert seen == {(False, False), (True, False), (True, True)}


Worth = dict[tuple[str, str], Fraction]


def has(power: str, pact: tuple[str, ...], worth: Worth) -> Fraction:
    return next((worth[power, other] for other in pact if power in pact and other != power), Fraction(0))


def a_pact_holds(worth: Worth) -> bool:
    """All alone, or one of three pairs: two leave who both gain strictly, and one who would rather be alone."""
    pairs = list(combinations(POWERS, 2))
    return any(
        all(has(i, pact, worth) >= 0 for i in pact)
        and not any(all(has(i, pair, worth) > has(i, pact, worth) for i in pair) for pair in pairs)
        for pact in [(), *pairs]
    )


def test_a_chase_leaves_no_pact_that_somebody_would_not_leave() -> None:
    rng, chased = random.Random("chase"), gt.when(partners.chase)
    seen: list[bool] = []
    while len(seen) < 40 or len(set(seen)) == 1:
        worth = {pair: Fraction(rng.randint(-1, 4)) for pair in u}
        seen.append(not a_pact_holds(worth))
        assert chased.contains({u[pair]: value for pair, value in worth.items()}) is seen[-1]


def friendly(own: dict[str, Fraction], balance: Fraction) -> set[bool]:
    """What may be stable: friends unless one gains by cutting, foes unless both gain by a friendship."""
    gains = [2 * (worth + balance) for worth in own.values()]
    return {sign for sign, holds in ((True, min(gains) >= 0), (False, min(gains) <= 0)) if holds}


def test_three_foes_and_the_outside_driver_against_every_move() -> None:
    rng, seen = random.Random("driven"), set()
    foes = partners.triangle.STABLE[()]
    for _ in range(60):
        worth, weight = draw(rng, TRIANGLE, -2, 2), Fraction(rng.randint(0, 3))
        stay = all(False in friendly({"each": worth[side]}, weight) for side in TRIANGLE)
        point = dict(zip(("m_CR", "m_CU", "m_RU"), worth.values(), strict=True)) | {"omega": weight}
        assert foes.contains(point) is stay is all(m + weight <= 0 for m in worth.values())
        tie = draw(rng, "CR", -2, 2)
        # The triad is balanced by friendship if Russia is, like China, Washington's foe; not if it is its friend.
        with_foe, with_friend = friendly(tie, weight), friendly(tie, -weight)
        driven, own = (with_foe, with_friend) == ({True}, {False}), with_foe == with_friend and len(with_foe) == 1
        named = {str(likes["China", "Russia"]): tie["C"], str(likes["Russia", "China"]): tie["R"], "omega": weight}
        rest = {str(worth): Fraction(0) for worth in likes.values()}
        assert (
            partners.triangle.inverse_if_hostile.contains(rest | named) is driven is (weight > abs(min(tie.values())))
        )
        assert partners.own_structure.contains(rest | named) is own is (weight < abs(min(tie.values())))
        seen.add((driven, own))
    assert seen == {(True, False), (False, True), (False, False)}


def gains_by(own: Fraction, taste: int, income: Fraction, other: Fraction) -> bool:
    """Whether some other contribution is better, at a taste of so many tenths: payoffs to the tenth power."""

    def worth(given: Fraction) -> Fraction:
        return (income - given) ** (10 - taste) * (given + other) ** taste

    return any(worth(Fraction(part, 200) * income) > worth(own) for part in range(201))


def test_the_poorer_of_two_with_one_taste_against_every_contribution() -> None:
    for taste, poor in product((3, 5, 8), (Fraction(1), Fraction(2), Fraction(4), Fraction(5))):
        share, rich = Fraction(taste, 10), Fraction(10)
        nothing = not gains_by(Fraction(0), taste, poor, share * rich)  # the richer gives what it would give alone
        assert not gains_by(share * rich, taste, rich, Fraction(0))
        assert nothing is (share * rich <= rich - poor)
        n = {"y_C": rich, "y_R": poor, "a": share}
        assert partners.burden.pays_nothing("Russia").contains(n) is nothing


def test_the_figures_of_the_burden_by_hand() -> None:
    # 1 - 1.57/12.23 = 1066/1223; both would have to be left with the same, and are left with 12.002 and 1.504.
    end = next(insight for insight in partners.PARTNERS if "the poorer" in insight.name).statements[2].other
    assert end.contains({"a": Fraction(1066, 1223)}) and not end.contains({"a": Fraction(1067, 1223)})
    china, russia = (partners.GDP[who] - partners.SPENT[who] for who in ("China", "Russia"))
    assert (china, russia) == (Fraction("12.002"), Fraction("1.504"))
    for taste in range(1, 10):
        spent, income = partners.SPENT, partners.GDP
        assert any(
            gains_by(spent[i], taste, income[i], spent[j]) for i, j in (("China", "Russia"), ("Russia", "China"))
        )
