"""Judging the claims of many models at once, in processes of their own."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from typing import Any

from gametheory.report.catalogue import CatalogueError, Model, load_models, model_names, require_distinct
from gametheory.report.record import judge_claims, record_data

FEWEST = 4
"""Models for which it pays to start processes: each has to import the package anew."""

Row = Mapping[str, Any]


def judge_models(models: Sequence[Model]) -> tuple[Row, ...]:
    """Judge every claim of some models and return the records as plain data, in the models' order.

    Parameters
    ----------
    models : sequence of Model
        Each process imports the module of a model by its name, so that no claim has to be handed over.
    """
    if _few(len(models)):
        return tuple(row for model in models for row in _judged(model))
    return _in_processes([f"{model.package}.{model.name}" for model in models])


def judge_package(package: str, model: str | None = None) -> tuple[Row, ...]:
    """Judge every claim of a package of models, or of one of them, without importing them all here.

    Parameters
    ----------
    package : str
        An importable package.
    model : str, optional
        One of its models.

    Raises
    ------
    CatalogueError
        As for :func:`gametheory.report.catalogue.load_models`, and if there is no such model.
    """
    names = model_names(package)
    if model is not None:
        if model not in names:
            raise CatalogueError(f"no model is called {model!r}; there are {', '.join(names)}.")
        return tuple(judge_module(f"{package}.{model}"))
    if _few(len(names)):
        return judge_models(load_models(package))
    found = _in_processes([f"{package}.{name}" for name in names])
    require_distinct([row["id"] for row in found])
    return found


def judge_module(module: str) -> list[dict[str, Any]]:
    """Judge the claims of the model in a module, given by its full name."""
    claims = tuple(getattr(import_module(module), "CLAIMS", ()))
    return _judged(Model(module.rpartition(".")[2], "", claims, {}))


def _judged(model: Model) -> list[dict[str, Any]]:
    return [record_data(record) for record in judge_claims((model, claim) for claim in model.claims)]


def _few(models: int) -> bool:
    return models < FEWEST or os.cpu_count() in (None, 1)


def _in_processes(modules: Sequence[str]) -> tuple[Row, ...]:
    # Started anew, not forked: solvers may have threads, which a fork would lose.
    with ProcessPoolExecutor(min(os.cpu_count() or 1, len(modules)), mp_context=get_context("spawn")) as pool:
        return tuple(row for rows in pool.map(judge_module, modules) for row in rows)
