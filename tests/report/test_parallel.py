"""Judging many models in processes: the same answers, in the same order, as one after another."""

from collections.abc import Callable

import pytest

from gametheory.report import parallel
from gametheory.report.catalogue import load_models
from gametheory.report.parallel import judge_models, judge_module
from tests.report.conftest import FALSE, LARGE

Package = Callable[..., str]
MANY = {f"large_{n}": LARGE.replace('"large"', f'"large-{n}"').replace('"counted"', f'"counted-{n}"') for n in range(3)}


def without_times(rows: object) -> list[dict[str, object]]:
    return [{key: value for key, value in row.items() if key != "seconds"} for row in rows]  # type: ignore[attr-defined]


def test_processes_give_what_one_process_gives(package: Package, monkeypatch: pytest.MonkeyPatch) -> None:
    models = load_models(package({**MANY, "false_shares": FALSE}))
    assert len(models) == parallel.FEWEST
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    together = judge_models(models)
    monkeypatch.setattr("os.cpu_count", lambda: None)
    assert without_times(together) == without_times(judge_models(models))
    assert [row["id"] for row in together] == [claim.id for model in models for claim in model.claims]
    assert {row["model"] for row in together} == {model.name for model in models}


def test_a_process_imports_the_module_of_a_model(package: Package) -> None:
    name = package()
    (model,) = (model for model in load_models(name) if model.name == "false_shares")
    assert without_times(judge_module(f"{name}.false_shares")) == without_times(judge_models([model]))
