"""Every mechanism is read a second time, without the model; where the two disagree, this fails.

What differed, and how that was settled, stands at the head of each second reading.
"""

from importlib import import_module

import pytest

from gametheory.report.catalogue import load_models
from gametheory.verdicts.prove import status_of
from tests.second_reading.answer import Answer, classify

MODELS = {model.name: model for model in load_models()}
CLAIMS = [(model.name, claim.id) for model in MODELS.values() for claim in model.claims]


def answers(mechanism: str) -> dict[str, Answer]:
    return dict(import_module(f"tests.second_reading.{mechanism}").ANSWERS)


def judged(mechanism: str, claim: str) -> str:
    (found,) = (one for one in MODELS[mechanism].claims if one.id == claim)
    return status_of(found.readings[0].statement, found.readings[0].stated) if found.readings else "data"


@pytest.mark.parametrize("mechanism", MODELS)
def test_every_mechanism_has_a_second_reading_of_every_claim(mechanism: str) -> None:
    reading = import_module(f"tests.second_reading.{mechanism}")
    assert set(reading.ANSWERS) == {claim.id for claim in MODELS[mechanism].claims}
    assert "none yet compared" not in (reading.__doc__ or "")


@pytest.mark.parametrize(("mechanism", "claim"), CLAIMS)
def test_the_second_reading_agrees(mechanism: str, claim: str) -> None:
    assert classify(answers(mechanism)[claim]) == judged(mechanism, claim)
