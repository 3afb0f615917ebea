"""The public names are a promise: this list changes only together with CHANGELOG.md."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import gametheory as gt

PROMISED = (Path(__file__).parent / "public_names.txt").read_text().split()


def test_the_public_names_are_the_promised_ones() -> None:
    assert sorted(gt.__all__) == sorted(PROMISED)
    assert dir(gt) == gt.__all__


@pytest.mark.parametrize("name", PROMISED)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    assert getattr(gt, name).__doc__


def test_modules_among_the_names_are_loaded_when_asked_for() -> None:
    assert gt.__getattr__("plots").__name__ == "gametheory.plots"


@pytest.mark.parametrize(("module", "name"), [(gt, "nash"), (gt.numeric, "fit_logit"), (gt.testing, "params")])
def test_a_name_is_looked_up_once_and_kept(module: Any, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = getattr(module, name)
    monkeypatch.delitem(vars(module), name)
    assert getattr(module, name) is found
    assert vars(module)[name] is found


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="public names"):
        gt.nonsense  # noqa: B018


def test_games_of_numbers_need_neither_sympy_nor_a_solver() -> None:
    program = """
import sys
import gametheory as gt
game = gt.Game("Duel", ["A", "B"], ["x", "y"], {(a, b): ("1/3", 2) for a in "xy" for b in "xy"})
assert gt.nash(game, ("x", "x")).contains({})
assert len(gt.partition(game)) == 1
assert not {"sympy", "z3", "numpy", "matplotlib"} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", program], check=True)
