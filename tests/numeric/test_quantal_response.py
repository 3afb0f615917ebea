"""The principal logit branch against closed forms and bisection in plain Python, and pygambit where there is one."""

import dataclasses
import itertools
import math
import random
import sys
from collections.abc import Callable
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pytest

import gametheory as gt
from gametheory.numeric import Bifurcation, fit_logit, logit_branch, logit_equilibria, logit_path
from gametheory.numeric.gambit_branch import gambit_points
from gametheory.numeric.logit_equations import logit_equations
from tests.numeric.logit_by_hand import (
    CHICKEN,
    PENNIES,
    bimatrix,
    bisect,
    close,
    coordination,
    logistic,
    pennies_at,
    residual,
    summit,
)

# A wants to differ from C, B from A, and so on: the branch folds back on itself. Worked out at `folding_lambda`.
FOLDED = gt.Game(
    "Folded", ["X", "Y", "Z"], ["a", "b"],
    {("a", "a", "a"): (1, 0, 0), ("a", "a", "b"): (1, 1, 1), ("a", "b", "a"): (1, 1, 1), ("a", "b", "b"): (0, 0, 0),
     ("b", "a", "a"): (1, 0, 1), ("b", "a", "b"): (0, 0, 0), ("b", "b", "a"): (0, 0, 0), ("b", "b", "b"): (1, 1, 1)},
)  # fmt: skip


# Two stable logit equilibria pass close to each other here: a careless step leaps from one branch to the other.
CLOSE = bimatrix(
    [[-20, 10, 13, -1], [14, 6, -6, -14], [3, 19, -16, 1], [-4, 16, -7, -19]],
    [[16, -7, -17, 17], [15, -12, 4, -19], [-11, 4, -5, -9], [-14, 19, -8, 15]],
)


def test_the_branch_starts_from_the_centre() -> None:
    for game in (PENNIES, FOLDED, bimatrix([[1, 5, 2]], [[1, 2, 3]])):
        first = logit_branch(game, up_to=0).points[0]
        assert first.lam == 0
        assert close(first.profile, tuple((1 / len(own),) * len(own) for own in game.actions), 1e-15)
        assert close(logit_equilibria(game, 0).profiles[0], first.profile, 1e-15)


@pytest.mark.parametrize("lam", [0.1, 0.5, Fraction(1), 3, 20.0])
def test_matching_pennies_against_bisection(lam: Any) -> None:
    expected = pennies_at(float(lam))
    found = logit_equilibria(PENNIES, lam)
    branch = logit_branch(PENNIES, up_to=lam)
    assert found.complete and len(found) == 1 and close(found.profiles[0], expected)
    assert branch.points[-1].lam == pytest.approx(float(lam), rel=1e-14)
    assert close(branch.points[-1].profile, expected)
    assert branch.limit is None and not branch.selected
    assert branch.ended == "lambda reached the value asked for"


def test_matching_pennies_end_at_their_nash_equilibrium() -> None:
    branch = logit_branch(PENNIES)
    assert branch.selected and branch.limit is not None and branch.regret <= 1e-6
    assert close(branch.limit, ((0.5, 0.5), (0.1, 0.9)), 1e-5)
    assert branch.turning_points == branch.bifurcations == ()
    assert max(residual(PENNIES, point.lam, point.profile) for point in branch.points) < 1e-9
    assert branch.residual < 1e-9


@pytest.mark.parametrize("worth", [1, 3, "1/7", 3 * 10**9])
def test_the_pitchfork_of_a_coordination_game(worth: Any) -> None:
    # p = logistic(lambda a (2p - 1)) has slope lambda a / 2 at the centre, where it loses its footing.
    branch = logit_branch(coordination(worth))
    expected = 2 / float(Fraction(worth))
    (fork,) = branch.bifurcations
    assert fork.kind == "pitchfork" and fork.lam == pytest.approx(expected, rel=1e-9)
    assert close(fork.profile, ((0.5, 0.5), (0.5, 0.5)))
    assert close(fork.directions[0], ((1, -1), (1, -1))) or close(fork.directions[0], ((-1, 1), (-1, 1)))
    assert branch.limit is not None and not branch.selected
    assert "straight on" in branch.followed and "not selected" in branch.followed
    assert len(logit_equilibria(coordination(worth), expected * 0.99)) == 1
    arms = logit_equilibria(coordination(worth), expected * 1.5)
    assert len(arms) == 3 and arms.complete
    # The arms: m = 2p - 1 solves m = tanh(lambda a m / 2).
    upper = bisect(lambda m: m - math.tanh(1.5 * m), 0.1, 1)
    assert sorted(profile[0][0] for profile in arms) == pytest.approx([(1 - upper) / 2, 0.5, (1 + upper) / 2])


def test_the_pitchfork_of_chicken() -> None:
    # On the symmetric branch p solves p = logistic(lambda gap), and it forks where the reply falls one for one.
    def symmetric(lam: float) -> float:
        return bisect(lambda p: p - logistic(lam * (-p + 9 * (1 - p))), 0, 1)

    def steepness(lam: float) -> float:
        return lam * 10 * symmetric(lam) * (1 - symmetric(lam)) - 1

    expected = bisect(steepness, 0.01, 1)
    (fork,) = logit_branch(CHICKEN).bifurcations
    p = symmetric(expected)
    assert fork.kind == "pitchfork" and fork.lam == pytest.approx(expected, rel=1e-7)
    assert close(fork.profile, ((p, 1 - p), (p, 1 - p)), 1e-7)


def test_other_kinds_of_bifurcation() -> None:
    # The centre stays an equilibrium. The feedback of A on (2, -1, -1) is 3, and 3 lambda / 3 = 1 at lambda 1; swapping
    # the signs of that direction is no symmetry. On (0, 1, -1) it is -1, so lambda is 3, and the swap is a symmetry.
    slanted = [[3, 0, 0], [0, 1, 2], [0, 2, 1]]
    first, second = logit_branch(bimatrix(slanted, slanted)).bifurcations
    assert [first.kind, second.kind] == ["crossing", "pitchfork"]
    assert [first.lam, second.lam] == pytest.approx([1, 3], rel=1e-6)
    assert close(first.directions[0], ((1, -0.5, -0.5), (1, -0.5, -0.5)), 1e-6)
    # With three equal actions the feedback is lambda / 3 on every direction, two at once for both players together.
    equal = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    (fork,) = logit_branch(bimatrix(equal, equal)).bifurcations
    assert fork.kind == "multiple" and len(fork.directions) == 2
    assert fork.lam == pytest.approx(3)


def test_complex_feedback_is_no_bifurcation() -> None:
    # Shapley's game: play starts to circle about the centre, but the centre stays the only logit equilibrium there.
    shapley = bimatrix([[1, 0, 0], [0, 1, 0], [0, 0, 1]], [[0, 1, 0], [0, 0, 1], [1, 0, 0]])
    branch = logit_branch(shapley)
    assert branch.bifurcations == branch.turning_points == ()
    nodes = logit_path.follow(logit_equations(shapley, "test"), None).nodes
    assert {node.unstable for node in nodes} == {0, 2}


def folding_lambda(p: float) -> float:
    """The lambda at which X plays a, and Y plays b, with probability p in FOLDED; Z then plays a with probability r.

    Summed by hand: X gains (1-p)(1-r) + p(2r-1) by a, Y the same by b, and Z gains (2p-1)^2 by a.
    """

    def excess(lam: float) -> float:
        r = logistic(lam * (2 * p - 1) ** 2)
        return math.log(p / (1 - p)) - lam * ((1 - p) * (1 - r) + p * (2 * r - 1))

    return bisect(excess, 0, 50)


def test_turning_points() -> None:
    branch = logit_branch(FOLDED)
    expected = [summit(folding_lambda, 0.6, 0.8), -summit(lambda p: -folding_lambda(p), 0.76, 0.95)]
    assert [point.lam for point in branch.turning_points] == pytest.approx(expected, rel=1e-10)
    assert set(branch.turning_points) <= set(branch.points)
    assert branch.selected and branch.limit is not None and close(branch.limit, ((1, 0), (0, 1), (1, 0)))
    assert max(residual(FOLDED, point.lam, point.profile) for point in branch.points) < 1e-9
    for lam, count in ((3.0, 1), (3.0925, 3), (3.0926, 1)):
        found = logit_equilibria(FOLDED, lam)
        assert len(found) == count and not found.complete and "principal branch" in found.reason
        assert max(residual(FOLDED, lam, profile) for profile in found) < 1e-9
    at_a_turn = logit_equilibria(FOLDED, branch.turning_points[0].lam)
    assert len(at_a_turn) in (1, 2, 3)
    assert str(branch).count("turns at lambda") == 2


def test_a_leap_to_another_branch_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    careful = logit_branch(CLOSE)
    assert len(careful.turning_points) == 2
    assert careful.limit is not None
    for missed, bent in ((0.5, 10.0), (0.2, 1.0), (0.1, 10.0)):
        monkeypatch.setattr(logit_path, "MISSED", missed)
        monkeypatch.setattr(logit_path, "BENT", bent)
        hasty = logit_branch(CLOSE)
        assert hasty.limit is not None and close(hasty.limit, careful.limit)
        assert len(hasty.turning_points) == 2 and not hasty.bifurcations


def test_random_games_keep_to_the_equations() -> None:
    draw = random.Random(5)
    for sizes in ((3, 2), (3, 3), (2, 2, 2), (2, 1, 3), (4,)):
        names = [[f"{player}{i}" for i in range(size)] for player, size in zip("ABC", sizes, strict=False)]
        cells = {profile: [draw.randint(-9, 9) for _ in sizes] for profile in itertools.product(*names)}
        game = gt.Game("Random", list("ABC"[: len(sizes)]), names, cells)
        branch = logit_branch(game)
        assert branch.limit is not None
        assert max(residual(game, point.lam, point.profile) for point in branch.points) < 1e-8
        assert all(math.fsum(own) == pytest.approx(1, abs=1e-12) for point in branch.points for own in point.profile)
        (point,) = {point.profile for point in logit_branch(game, up_to=0.3).points[-1:]}
        assert any(close(point, profile, 1e-9) for profile in logit_equilibria(game, 0.3))


def test_payoffs_of_any_size() -> None:
    def times(factor: Any) -> gt.Game:
        cells = {profile: [factor * payoff for payoff in cell] for profile, cell in PENNIES.payoffs.items()}
        return gt.Game("Scaled", PENNIES.players, PENNIES.actions, cells)

    for factor in (3 * 10**9, Fraction(1, 10**9), 10**200):
        small = Fraction(2) / factor
        assert close(logit_branch(times(factor), up_to=small).points[-1].profile, pennies_at(2.0))
        assert close(logit_equilibria(times(factor), small).profiles[0], pennies_at(2.0))
    fit = fit_logit(times(3 * 10**9), {"A": [64, 36], "B": [17, 83]})
    assert fit.lam * 3e9 == pytest.approx(fit_logit(PENNIES, {"A": [64, 36], "B": [17, 83]}).lam)
    for factor in (Fraction(10) ** 300, Fraction(10) ** -300):
        with pytest.raises(gt.PayoffError, match=r"about 30. digits .*another unit"):
            logit_branch(times(factor))


def test_gains_too_small_to_matter() -> None:
    # B's choice is settled by a gain of 1e-9, which matters only where lambda passes 1e9.
    tiny = bimatrix([[1, 1], [0, 0]], [["0.000000001", 0], [0, 1]])
    branch = logit_branch(tiny)
    assert branch.limit is None and not branch.selected
    assert branch.ended.endswith("before all gains mattered; no limit found")
    # In the dilemma the gain of 1e-9 is gone by the time the other defects.
    nearly = bimatrix([[3, 0], ["3.000000001", 1]], [[3, "3.000000001"], [0, 1]])
    assert logit_branch(nearly).limit is not None


def test_games_without_gains_stay_at_the_centre() -> None:
    zero = bimatrix([[0, 0], [0, 0]], [[0, 0], [0, 0]])
    branch = logit_branch(zero)
    assert branch.points[-1].lam > 10
    assert all(close(point.profile, ((0.5, 0.5), (0.5, 0.5)), 1e-15) for point in branch.points)
    assert branch.residual < 1e-15 and branch.limit == ((0.5, 0.5), (0.5, 0.5))
    assert logit_equilibria(zero, 7).profiles == (((0.5, 0.5), (0.5, 0.5)),)


def test_a_path_that_cannot_be_followed_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(logit_path, "MOST_POINTS", 5)
        branch = logit_branch(FOLDED)
        assert len(branch.points) == 5 and branch.ended == "gave up after 5 points" and branch.limit is None
        with pytest.raises(gt.Undecided, match=r"could not be followed to lambda 3; logit_branch\(game\) says"):
            logit_equilibria(FOLDED, 3)
        fit = fit_logit(PENNIES, {"B": [10, 90]})
        assert "rises to the end" in fit.boundary and math.isfinite(fit.lam)
    monkeypatch.setattr(logit_path, "BENT", 0.0)
    assert logit_branch(FOLDED).ended.startswith("the path could not be followed further")


def test_a_correction_that_fails_shortens_the_step(monkeypatch: pytest.MonkeyPatch) -> None:
    far_off = logit_equations(PENNIES, "test").centre() + 5
    assert logit_path.correct(logit_equations(PENNIES, "test"), far_off) is None
    correct, asked = logit_path.correct, []

    def moody(*arguments: Any, **options: Any) -> Any:
        asked.append(arguments)
        return None if len(asked) % 5 == 0 else correct(*arguments, **options)

    monkeypatch.setattr(logit_path, "correct", moody)
    assert close(logit_branch(PENNIES, up_to=0.5).points[-1].profile, pennies_at(0.5))


def test_results_say_what_they_are() -> None:
    branch = logit_branch(CHICKEN)
    assert isinstance(branch.bifurcations[0], Bifurcation)
    assert "1/utility" in branch.units and "no verdict" in branch.caveat
    frame = branch.to_frame()
    assert list(frame.columns) == ["lambda", "A: r0", "A: r1", "B: c0", "B: c1"]
    assert len(frame) == len(branch.points)
    text = str(branch)
    assert "pitchfork at lambda 0.489182" in text and "1/utility" in text and "no proof" in text
    found = logit_equilibria(CHICKEN, 1)
    assert found.to_frame()["lambda"].tolist() == [1, 1, 1]
    assert str(found).startswith("All logit equilibria of Chicken at lambda 1\n")
    fit = fit_logit(PENNIES, {"A": [64, 36]})
    table = fit.to_frame()
    assert table["action"].tolist() == ["A: r0", "A: r1", "B: c0", "B: c1"]
    assert table["share"][0] == 0.64 and math.isnan(table["share"][3])
    assert fit.method.startswith("largest likelihood") and fit.residual < 1e-9
    assert "95% interval" in str(fit)
    with pytest.raises(dataclasses.FrozenInstanceError):
        fit.lam = 2.0  # type: ignore[misc]


@pytest.mark.parametrize(
    ("ask", "error", "message"),
    [
        (lambda: logit_branch("dilemma"), gt.GameError, "logit_branch takes a gt.Game"),
        (lambda: logit_branch(PENNIES, up_to=-1), gt.ConceptError, "lambda is -1; give a number from 0"),
        (lambda: logit_equilibria(PENNIES, math.nan), gt.ConceptError, "lambda is nan; give"),
        (lambda: logit_equilibria(PENNIES, True), gt.ConceptError, "lambda is True; give"),
        (lambda: logit_equilibria(PENNIES, "1"), gt.ConceptError, "lambda is '1'; give"),
        (lambda: logit_equilibria(PENNIES, 10**9), gt.ConceptError, "passes 1e[+]08.*ask gt.equilibria"),
        (lambda: logit_branch(PENNIES, method="tea"), gt.ConceptError, "no method 'tea'; write 'own' or 'gambit'"),
        (lambda: fit_logit(PENNIES, [1, 2]), gt.GameError, r"give a mapping of players, for example {'A': \[1, 1\]}"),
        (lambda: fit_logit(PENNIES, {"C": [1, 2]}), gt.GameError, "no player 'C'"),
        (lambda: fit_logit(PENNIES, {"A": [1, 2, 3]}), gt.GameError, "A's actions are r0, r1: give one count"),
        (lambda: fit_logit(PENNIES, {"A": {"up": 1}}), gt.GameError, "A's actions are r0, r1: give one count"),
        (lambda: fit_logit(PENNIES, {"A": [1, -2]}), gt.GameError, "the count of A's r1 is -2; give a number that"),
        (lambda: fit_logit(PENNIES, {"A": [0, 0]}), gt.GameError, "all zero; give at least one"),
        (lambda: fit_logit(PENNIES, {"A": [1, 2]}, level=1), gt.ConceptError, "level of the interval is 1; give"),
    ],
)
def test_errors_teach(ask: Callable[[], Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        ask()


def test_parameters_need_numbers_first(symbolic: gt.Game) -> None:
    for ask in (logit_branch, lambda game: logit_equilibria(game, 1), lambda game: fit_logit(game, {"Ann": [1, 2]})):
        with pytest.raises(gt.PayoffError, match=r"has the parameters x; choose a point first: game.at\(x=\.\.\.\)"):
            ask(symbolic)
    assert logit_branch(symbolic.at(x=2), up_to=3).points[-1].lam == 3


def gambit_stand_in(points: list[tuple[float, dict[str, float]]]) -> SimpleNamespace:
    """What the route to pygambit uses of it."""

    def from_arrays(*arrays: Any) -> SimpleNamespace:
        players = [
            SimpleNamespace(strategies=[f"{i}{j}" for j in range(size)]) for i, size in enumerate(arrays[0].shape)
        ]
        return SimpleNamespace(players=players)

    branch = [SimpleNamespace(lam=lam, profile=profile) for lam, profile in points]
    return SimpleNamespace(
        Game=SimpleNamespace(from_arrays=from_arrays), qre=SimpleNamespace(logit_solve_branch=lambda game: branch)
    )


def test_the_route_to_pygambit_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    half = {"00": 0.5, "01": 0.5, "10": 0.5, "11": 0.5}
    monkeypatch.setitem(sys.modules, "pygambit", gambit_stand_in([(0.0, half), (2.0, half), (1e5, half)]))
    branch = logit_branch(coordination(4), method="gambit")
    assert [point.lam for point in branch.points] == [0, 0.5, 25000]  # pygambit is given gains over the largest
    assert branch.limit is not None and not branch.selected
    assert "pygambit" in branch.method and "a matter of rounding" in branch.followed
    assert len(logit_branch(coordination(4), method="gambit", up_to=1).points) == 2
    monkeypatch.setitem(sys.modules, "pygambit", None)
    with pytest.raises(gt.MissingLibraryError, match=r"not installed: pip install .* or leave out method='gambit'"):
        logit_branch(PENNIES, method="gambit")


def test_pygambit_agrees() -> None:
    pytest.importorskip("pygambit")
    for game in (PENNIES, FOLDED, CLOSE):
        own, other = logit_branch(game), gambit_points(logit_equations(game, "test"), None)
        assert own.limit is not None
        assert close(own.limit, logit_equations(game, "test").profile(other[-1]), 1e-4)
    branch = logit_branch(PENNIES, method="gambit", up_to=3)
    assert branch.residual < 1e-5 and len(branch.points) > 10
    assert all(close(point.profile, pennies_at(point.lam), 1e-5) for point in branch.points)
    # Gambit's path takes an arm of the pitchfork; ours says that it forks.
    limit = logit_branch(CHICKEN, method="gambit").points[-1].profile
    assert not close(limit, ((0.9, 0.1), (0.9, 0.1)), 1e-3)
