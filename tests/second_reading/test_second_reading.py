"""Every mechanism is read a second time, without the model; where the two disagree, this fails.

What differed, and how that was settled, stands at the head of each second reading.
"""

from dataclasses import replace
from importlib import import_module

import pytest

from gametheory.report.catalogue import load_models
from gametheory.verdicts.prove import status_of
from tests.second_reading.answer import Answer, classify

MODELS = {model.name: model for model in load_models()}
CLAIMS = [(model.name, claim.id) for model in MODELS.values() for claim in model.claims]


def second_reading(mechanism: str) -> object:
    return import_module(f"tests.second_reading.{mechanism}")


def answers(mechanism: str) -> dict[str, Answer]:
    return dict(vars(second_reading(mechanism))["ANSWERS"])


def shared(mechanism: str) -> dict[tuple[str, str], str]:
    """Further readings that both have: (claim, name in the second reading) to the model's name for it."""
    return dict(vars(second_reading(mechanism))["SAME"])


SHARED = [(name, *here, there) for name in MODELS for here, there in shared(name).items()]


def judged(mechanism: str, claim: str, name: str | None = None) -> str:
    """Say what the engine finds for a claim's first reading, or for the one of that name."""
    (found,) = (one for one in MODELS[mechanism].claims if one.id == claim)
    if not found.readings:
        return "data"
    (reading,) = found.readings[:1] if name is None else (one for one in found.readings if one.name == name)
    return status_of(reading.statement, reading.stated)


@pytest.mark.parametrize("mechanism", MODELS)
def test_every_mechanism_has_a_second_reading_of_every_claim(mechanism: str) -> None:
    assert set(answers(mechanism)) == {claim.id for claim in MODELS[mechanism].claims}
    assert "none yet compared" not in (second_reading(mechanism).__doc__ or "")
    assert shared(mechanism), "compare one further reading at least"


@pytest.mark.parametrize(("mechanism", "claim"), CLAIMS)
def test_the_second_reading_agrees(mechanism: str, claim: str) -> None:
    assert classify(answers(mechanism)[claim]) == judged(mechanism, claim)


@pytest.mark.parametrize(("mechanism", "claim", "here", "there"), SHARED)
def test_further_readings_agree(mechanism: str, claim: str, here: str, there: str) -> None:
    answer = answers(mechanism)[claim].other_readings[here]
    assert classify(replace(answer, count=min(answer.count, 50))) == judged(mechanism, claim, there)
