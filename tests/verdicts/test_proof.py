"""How good a proof is, and what it is made of."""

from collections.abc import Callable, Sequence
from itertools import product

import pytest

import gametheory as gt
from gametheory.formulas.formula import Formula, atom, conjunction
from gametheory.formulas.polynomial import constant, variable
from gametheory.formulas.solver import Limit
from gametheory.verdicts import proof as module
from gametheory.verdicts.proof import Proof, Refutation, refute

x, y = gt.parameters("x y")
BELOW = atom((variable("x"),), "<")  # what cannot be where x > 0


@pytest.fixture
def no_identity(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "certify", lambda formulas: None)


def second_solver(monkeypatch: pytest.MonkeyPatch, answer: bool | None) -> list[Sequence[Formula]]:
    """Lets the second solver answer as told; returns what it was asked."""
    asked: list[Sequence[Formula]] = []

    def agrees(formulas: Sequence[Formula], limit: Limit) -> bool | None:
        asked.append(formulas)
        return answer

    monkeypatch.setattr(module, "agrees", agrees)
    return asked


def test_an_identity_makes_a_proof_certified_and_asks_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = second_solver(monkeypatch, False)
    part = refute(gt.premises(y > 0, x > 0), BELOW)
    assert part.quality == "certified" and asked == []
    assert part.certificate is not None and part.certificate.verify()
    assert [premise.relation for premise in part.premises] == [x > 0]
    assert part.formulas == (part.premises.items[0].formula, BELOW)


@pytest.mark.parametrize(("answer", "quality"), [(True, "two solvers"), (None, "one solver")])
def test_without_an_identity_the_second_solver_is_asked(
    answer: bool | None, quality: str, monkeypatch: pytest.MonkeyPatch, no_identity: None
) -> None:
    asked = second_solver(monkeypatch, answer)
    part = refute(gt.premises(y > 0, x > 0), BELOW)
    assert part.quality == quality and part.certificate is None
    assert asked == [part.formulas] and len(part.formulas) == 2


@pytest.mark.parametrize(("answer", "quality"), [(True, "two solvers"), (None, "one solver")])
@pytest.mark.parametrize(
    ("statement", "status"),
    [
        (gt.always(x > -1), "proved"),
        (gt.never(x < 0), "proved"),
        (gt.possible(x < 0), "refuted"),
        (gt.exactly(x**2 > 0, x > 0), "proved"),
        (gt.grows(x * y > 1, y), "proved"),
        (gt.shrinks(x * y > 1, y), "refuted"),
    ],
    ids=str,
)
def test_a_verdict_says_who_vouches_for_it(
    statement: gt.Statement,
    status: str,
    answer: bool | None,
    quality: str,
    monkeypatch: pytest.MonkeyPatch,
    no_identity: None,
) -> None:
    second_solver(monkeypatch, answer)
    verdict = gt.prove(statement, assuming=(x > 0,))
    assert verdict.status == status
    assert verdict.proof is not None and verdict.proof.quality == str(verdict.proof) == quality
    assert f"proof: {quality}" in str(verdict)


def test_a_refutation_that_the_second_solver_contradicts_is_not_called_proved(
    monkeypatch: pytest.MonkeyPatch, no_identity: None
) -> None:
    second_solver(monkeypatch, False)
    for statement in (gt.always(x > -1), gt.possible(x < 0), gt.grows(x * y > 1, y), gt.shrinks(x * y > 1, y)):
        verdict = gt.prove(statement, assuming=(x > 0,))
        assert verdict.status == "undecided"
        assert verdict.proof is None and verdict.reason


def test_a_proof_is_as_good_as_its_weakest_part() -> None:
    def proof(*qualities: str) -> Proof:
        return Proof(tuple(Refutation(gt.premises(), (), None, quality) for quality in qualities), None)

    best_first = ("certified", "two solvers", "one solver")
    for qualities in product(best_first, repeat=3):
        weakest = next(quality for quality in reversed(best_first) if quality in qualities)
        assert proof(*qualities).quality == weakest
    assert proof().quality == "certified"


def test_the_premises_of_a_proof_are_those_of_its_parts_each_once() -> None:
    parts = [Refutation(gt.premises(*relations), (), None, "certified") for relations in ((x > 0,), (y > 0, x > 0))]
    assert [premise.relation for premise in Proof(tuple(parts), None).premises] == [x > 0, y > 0]
    assert not Proof((), None).premises


def test_what_a_premise_contributes_may_be_more_than_its_formula() -> None:
    # Read at two places, x > 0 says x > 0 and y > 0; then x + y <= 0 is impossible.
    def at_both(formula: Formula) -> Formula:
        return conjunction((formula, atom((variable("y"),), ">")))

    failure = atom((variable("x") + variable("y"),), "<=")
    part = refute(gt.premises(x > 0), failure, at_both)
    assert [premise.relation for premise in part.premises] == [x > 0]
    assert part.quality == "certified" and len(part.formulas) == 2


def test_every_certificate_of_a_verdict_checks_out(dilemma: Callable[..., gt.Game]) -> None:
    T, R, P, S = gt.parameters("T R P S", unit="utility")
    delta = gt.Parameter("delta", above=0, below=1)
    game = dilemma(*gt.descending(T, R, P, S))
    grim = gt.grim_trigger(gt.RepeatedGame(game, discount=delta), ("honour", "honour"))
    verdict = gt.prove(gt.exactly(grim, delta >= (T - R) / (T - P)))
    assert verdict.proof is not None
    # Two ways to fail, and three lemmas: 1 - delta, the only punishment, T - P.
    assert len(verdict.proof.refutations) >= 4
    for part in verdict.proof.refutations:
        assert part.certificate is not None and part.certificate.verify()
        assert part.certificate.formulas == part.formulas


def test_a_point_of_the_premises_is_kept_with_the_proof() -> None:
    verdict = gt.prove(x > -1, assuming=(x > 3, y < x))
    assert verdict.proof is not None
    point = verdict.proof.consistent_at
    assert point is not None and point[x] > 3 and point[y] < point[x]


def test_a_failure_that_is_false_by_itself_needs_no_premise() -> None:
    false = atom((constant(1),), "<")
    part = refute(gt.premises(x > 0), false)
    assert not part.premises and part.quality == "certified"
