"""What follows beyond the papers: each theorem, its premises by name, and what it says at numbers tried by hand."""

import random
from fractions import Fraction
from itertools import combinations

import pytest

import gametheory as gt
from sino_russian import insights as model
from sino_russian.triangle import POWERS, u

BY_NAME = {insight.name: insight for insight in model.INSIGHTS}
THEOREMS = [insight for insight in model.INSIGHTS if insight.kind == "theorem"]

# The shortest premises, worked out by hand; {} where bounds of the parameters are enough.
NEEDED: dict[str, list[set[str]]] = {
    "Waltz and Mearsheimer differ by one parameter": [set(), {"P > S"}],
    "Fear on one side is enough": [{"T_R > R_R", "P_R > S_R", "P_C > S_C"}],
    "Where a pact is worth the same to both members there is no chase": [{"u_CR = u_RC", "u_CU = u_UC", "u_RU = u_UR"}],
    "Mutual destruction removes one cell only": [{"T > R", "S > P"}] * 2,
    "The worse the crash, the rarer, and never impossible": [
        {"T > R", "R*(1 - firm) + S*firm = P*firm + T*(1 - firm)"}
    ] * 2,
    "Free words cannot tell a friend from a rival": [{"want_rival > 0"}],
}  # fmt: skip


@pytest.mark.parametrize("insight", THEOREMS, ids=lambda insight: insight.name)
def test_every_theorem_is_proved_from_the_premises_it_needs(insight: model.Insight) -> None:
    found = model.proofs(insight)
    assert found
    assert {verdict.status for verdict in found} == {"proved"}
    used = [{str(item) for item in verdict.premises} for verdict in found]
    assert used == NEEDED.get(insight.name, [set()] * len(found))


def test_what_is_no_theorem_says_why_and_has_nothing_to_prove() -> None:
    others = [insight for insight in model.INSIGHTS if insight.kind != "theorem"]
    assert [insight.kind for insight in others] == ["example", "data-bound", "refuted"]
    assert all(insight.note and not insight.statements and not model.proofs(insight) for insight in others)
    assert len(BY_NAME) == len(model.INSIGHTS)


@pytest.mark.parametrize("dropped", range(3))
def test_fear_on_one_side_needs_each_of_its_premises(dropped: int) -> None:
    insight = BY_NAME["Fear on one side is enough"]
    rest = [premise for place, premise in enumerate(insight.premises) if place != dropped]
    assert gt.prove(insight.statements[0], assuming=rest).status == "conditional"


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
    rng = random.Random("chase")
    seen: list[bool] = []
    while len(seen) < 40 or len(set(seen)) == 1:
        worth = {pair: Fraction(rng.randint(-1, 4)) for pair in u}
        seen.append(not a_pact_holds(worth))
        point = {u[pair]: value for pair, value in worth.items()}
        assert gt.when(model.chase).contains(point) is seen[-1]


def test_payment_moves_the_decision_from_the_smaller_gain_to_the_sum() -> None:
    rng = random.Random("payment")
    for _ in range(30):
        gains = Fraction(rng.randint(-6, 6), 2), Fraction(rng.randint(-6, 6), 2)
        payable = any(gains[0] - Fraction(p, 2) >= 0 and gains[1] + Fraction(p, 2) >= 0 for p in range(-20, 21))
        point = {parameter: Fraction(0) for parameter in model.paid.parameters}
        shared = {str(parameter): parameter for parameter in point}
        assert model.paid.contains(point | {shared["v_C2"]: gains[0], shared["v_R2"]: gains[1]}) is payable


def test_a_chicken_at_numbers() -> None:
    # T, R, S = 4, 3, 2: firm*(S - P) = (1 - firm)*(T - R), so P = 1, -7, -97 give 1/2, 1/10, 1/100.
    for worst, firm in ((1, Fraction(1, 2)), (-7, Fraction(1, 10)), (-97, Fraction(1, 100))):
        assert firm * 2 + (1 - firm) * 3 == firm * worst + (1 - firm) * 4
        for small in (firm, firm + Fraction(1, 1000)):
            assert (2 - worst > (1 - small) / small) is (firm < small)
