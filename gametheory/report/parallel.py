"""Judging the claims of many models at once, in processes of their own."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from typing import Any

from gametheory.report.catalogue import Model
from gametheory.report.record import judge_claims, record_data

FEWEST = 4
"""Models for which it pays to start processes: each has to import the package anew."""


def judge_models(models: Sequence[Model]) -> tuple[Mapping[str, Any], ...]:
    """Judge every claim of some models and return the records as plain data, in the models' order.

    Parameters
    ----------
    models : sequence of Model
        Each process imports the module of a model by its name, so that no claim has to be handed over.
    """
    cores = os.cpu_count() or 1
    if len(models) < FEWEST or cores == 1:
        return tuple(row for model in models for row in judge_model(model))
    # Started anew, not forked: solvers may have threads, which a fork would lose. The longest lists first.
    order = sorted(models, key=lambda model: -len(model.claims))
    with ProcessPoolExecutor(min(cores, len(models)), mp_context=get_context("spawn")) as pool:
        found = dict(zip((model.name for model in order), pool.map(judge_module, map(_module, order)), strict=True))
    return tuple(row for model in models for row in found[model.name])


def judge_model(model: Model) -> list[dict[str, Any]]:
    """Judge the claims of one model."""
    return [record_data(record) for record in judge_claims((model, claim) for claim in model.claims)]


def judge_module(module: str) -> list[dict[str, Any]]:
    """Judge the claims of the model in a module, given by its full name."""
    claims = tuple(import_module(module).CLAIMS)
    return judge_model(Model(module.rpartition(".")[2], "", claims, {}))


def _module(model: Model) -> str:
    return f"{model.package}.{model.name}"
