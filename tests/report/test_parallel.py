"""Judging many models in processes: the same answers, in the same order, as one after another."""

from collections.abc import Callable

import pytest

from gametheory.report import parallel
from gametheory.report.catalogue import CatalogueError, load_models
from gametheory.report.parallel import judge_models, judge_module, judge_package
from tests.report.conftest import FALSE, LARGE

Package = Callable[..., str]
MANY = {f"large_{n}": LARGE.replace('"large"', f'"large-{n}"').replace('"counted"', f'"counted-{n}"') for n in range(3)}


def without_times(rows: object) -> list[dict[str, object]]:
    return [{key: value for key, value in row.items() if key != "seconds"} for row in rows]  # type: ignore[attr-defined]


def test_processes_give_what_one_process_gives(package: Package, monkeypatch: pytest.MonkeyPatch) -> None:
    name = package({**MANY, "false_shares": FALSE, "sources": "x = 1\n"})
    models = load_models(name)
    assert len(models) == parallel.FEWEST
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    together = judge_package(name)
    assert without_times(together) == without_times(judge_models(models))
    monkeypatch.setattr("os.cpu_count", lambda: None)
    assert without_times(together) == without_times(judge_models(models)) == without_times(judge_package(name))
    assert [row["id"] for row in together] == [claim.id for model in models for claim in model.claims]
    assert {row["model"] for row in together} == {model.name for model in models}


def test_two_claims_of_one_name_are_found_by_processes_too(package: Package, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    with pytest.raises(CatalogueError, match="two claims are called counted, large"):
        judge_package(package({f"large_{n}": LARGE for n in range(4)}))


def test_one_model_is_judged_by_its_name(package: Package) -> None:
    name = package()
    models = load_models(name)
    for model in models:
        assert without_times(judge_package(name, model.name)) == without_times(judge_models([model]))
        assert without_times(judge_module(f"{name}.{model.name}")) == without_times(judge_models([model]))
    with pytest.raises(CatalogueError, match="no model is called 'sources'; there are false_shares, large_shares"):
        judge_package(name, "sources")


def test_a_module_that_speaks_of_claims_and_has_none_adds_nothing(package: Package) -> None:
    name = package({"large_shares": LARGE, "about": "# CLAIMS stand elsewhere\n"})
    assert [row["id"] for row in judge_package(name)] == ["large", "counted"]
    assert judge_module(f"{name}.about") == []
