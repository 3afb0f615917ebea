"""Hostile and broken input: only errors of the package come out, in time, and no text is run as code.

``python -m tests.fuzz.drive`` runs the same targets for as long as one likes; what it found is in the corpus.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from typing import Any

import pytest

import gametheory as gt
from tests.fuzz import hostile
from tests.fuzz.corpus import PRINTED, REFUSED
from tests.fuzz.doors import look
from tests.fuzz.drive import Hang, Tally, in_time, run_case
from tests.fuzz.targets import TARGETS

CASES = 400 if os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1" else 3
"""For each target; always the same ones."""


@pytest.mark.exhaustive
@pytest.mark.filterwarnings("ignore")  # of other libraries, about the input
@pytest.mark.parametrize("target", TARGETS)
def test_only_errors_of_the_package_come_out(target: str) -> None:
    for seed in range(CASES):
        run_case(target, seed)


@pytest.mark.parametrize("make", REFUSED.values(), ids=list(REFUSED))
def test_what_once_broke_something_is_refused(make: Callable[[], Any]) -> None:
    with in_time(), pytest.raises(gt.GameTheoryError) as raised:
        make()
    assert str(raised.value).strip()


@pytest.mark.parametrize("make", PRINTED.values(), ids=list(PRINTED))
def test_what_once_broke_something_prints(make: Callable[[], Any]) -> None:
    with in_time():
        look(make())


def test_text_that_looks_like_code_is_never_run() -> None:
    hostile.TRACE.unlink(missing_ok=True)
    known = gt.parameters("p q")
    for text in (*hostile.CODE, *hostile.ODDITIES):
        for place in (
            lambda text=text: gt.exact(text, known),
            lambda text=text: gt.Game("One", ["Ann"], ["stay"], {("stay",): [text]}, parameters=known),
            lambda text=text: gt.Parameter(text, above=text),
            lambda text=text: known[0] > text,
            lambda text=text: gt.premises(text),
            lambda text=text: gt.when(known[0] > known[1]).contains({known[0]: text, known[1]: 0}),
            lambda text=text: gt.interop.read_nfg(f'NFG 1 R "{text}" {{ "{text}" }} {{ 1 }} {text}'),
        ):
            with in_time():
                try:
                    place()
                except gt.GameTheoryError as error:
                    assert str(error).strip()
    assert not hostile.TRACE.exists()


# The instruments notice what they are there for.


def test_a_case_that_takes_too_long_is_a_fault() -> None:
    with pytest.raises(Hang, match="more than 1 s"), in_time(1):
        while True:
            pass


def test_a_fault_is_counted_and_told_once(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(rng: random.Random) -> None:
        raise KeyError(f"{rng.random()}")

    monkeypatch.setitem(TARGETS, "broken", broken)
    tally = Tally()
    for seed in range(3):
        tally.run("broken", seed)
    assert tally.cases["broken"] == 3 and sum(tally.faults.values()) == 3
    assert capsys.readouterr().out.count("--- broken:0 broken: KeyError") == 1
    assert "3 x broken: KeyError" in str(tally)


def test_text_that_was_run_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TARGETS, "runs", lambda rng: hostile.TRACE.touch())
    try:
        with pytest.raises(AssertionError, match="run as code"):
            run_case("runs", 0)
    finally:
        hostile.TRACE.unlink(missing_ok=True)
