"""Fitting lambda to choices, against likelihoods in plain Python and a published experiment."""

import math
from typing import Any

import pytest

from gametheory.numeric import fit_logit
from tests.numeric.logit_by_hand import (
    DILEMMA,
    PENNIES,
    bimatrix,
    bisect,
    close,
    coordination,
    logistic,
    pennies_at,
    summit,
)


def log_likelihood(lam: float, counts: Any) -> float:
    pairs = zip(counts, pennies_at(lam), strict=True)
    return sum(c * math.log(p) for own, chances in pairs for c, p in zip(own, chances, strict=True))


def test_a_fit_recovers_the_lambda_of_exact_frequencies() -> None:
    (p, not_p), (q, not_q) = pennies_at(1.3)
    fit = fit_logit(PENNIES, {"A": {"r0": p, "r1": not_p}, "B": [q, not_q]})
    assert fit.lam == pytest.approx(1.3, abs=1e-7)
    assert close(fit.profile, ((p, not_p), (q, not_q)), 1e-7)
    assert fit.boundary == "" and fit.branch.selected


def test_a_fit_and_its_interval_against_bisection() -> None:
    counts = ((640, 360), (170, 830))
    fit = fit_logit(PENNIES, {"A": counts[0], "B": counts[1]}, level=0.9)
    top = summit(lambda lam: log_likelihood(lam, counts), 3, 20)  # seen on a grid from 0.1 to 20
    assert fit.log_likelihood == pytest.approx(top, abs=1e-9)
    assert log_likelihood(fit.lam, counts) == pytest.approx(top, abs=1e-9)
    # 2.705543 is the 90 % point of chi-squared with one degree of freedom.
    low, high = (
        bisect(lambda lam: log_likelihood(lam, counts) - top + 2.705543454 / 2, fit.lam, end) for end in (0, 9)
    )
    assert fit.interval == pytest.approx((low, high), rel=1e-6)
    assert fit.level == 0.9


def test_a_published_experiment() -> None:
    # Asymmetric matching pennies of Ochs (1995) as analysed by McKelvey and Palfrey (1995); Gambit's guide has the
    # payoffs and shares, says that its fit replicates theirs, and arrives at the figures below.
    ochs = bimatrix([["1.1141", 0], [0, "0.2785"]], [[0, "1.1141"], ["1.1141", 0]])
    shares = ((0.527, 0.473), (0.366, 0.634))
    fit = fit_logit(ochs, {who: [128 * share for share in own] for who, own in zip("AB", shares, strict=True)})

    def likelihood(lam: float) -> float:
        def reply(p: float) -> float:
            return logistic(lam * 1.1141 * (1 - 2 * p))

        p = bisect(lambda p: p - logistic(lam * (1.1141 * reply(p) - 0.2785 * (1 - reply(p)))), 0, 1)
        fitted = (p, 1 - p, reply(p), 1 - reply(p))
        return sum(128 * s * math.log(f) for s, f in zip((*shares[0], *shares[1]), fitted, strict=True))

    assert fit.log_likelihood == pytest.approx(summit(likelihood, 0.5, 4), abs=1e-9)
    assert fit.lam == pytest.approx(1.84561, abs=1e-5)
    assert fit.log_likelihood == pytest.approx(-174.7645, abs=1e-4)


def test_fits_at_the_ends() -> None:
    # As a dilemma is defected in ever more, the likeliest is the limit.
    sharp = fit_logit(DILEMMA, {"A": [0, 10], "B": [0, 10]})
    assert sharp.lam == math.inf and sharp.interval[1] == math.inf and "no finite lambda" in sharp.boundary
    assert sharp.log_likelihood == pytest.approx(0) and close(sharp.profile, ((0, 1), (0, 1)))
    blunt = fit_logit(DILEMMA, {"A": [10, 0], "B": [9, 1]})
    assert blunt.lam == 0 == blunt.interval[0] and "guessing" in blunt.boundary
    assert blunt.log_likelihood == pytest.approx(20 * math.log(0.5))
    flat = fit_logit(coordination(3), {"A": [10, 3]})
    assert flat.lam == 0 and flat.interval == (0, math.inf) and "every lambda is as likely" in flat.boundary
    assert flat.branch.bifurcations and "were not followed" in str(flat)
    # One in ten million cooperates: far beyond where the branch is nearly at its limit.
    rare = fit_logit(DILEMMA, {"A": [1, 10**7]})
    assert rare.boundary == "" and rare.lam == pytest.approx(math.log(10**7), rel=1e-4)
    # At the mixed equilibrium itself the likelihood rises for ever, though ever less.
    assert fit_logit(PENNIES, {"A": [50, 50], "B": [10, 90]}).lam == math.inf


def test_an_interval_with_a_gap() -> None:
    # A's share of r0 first rises to 0.9, then falls to 0.5: seven in ten is as likely early as late.
    fit = fit_logit(PENNIES, {"A": [7000, 3000]})
    assert not fit.connected and "with gaps" in str(fit)
    early, late = (bisect(lambda lam: pennies_at(lam)[0][0] - 0.7, *ends) for ends in ((0, 1), (1, 40)))
    assert fit.interval[0] < early < late < fit.interval[1]
    assert min(abs(fit.lam - early), abs(fit.lam - late)) < 1e-6
