"""No property test fails because a machine is slow; coverage is measured where it says something."""

import gc
import pkgutil
from collections.abc import Generator
from importlib import import_module
from typing import Any

import pytest
from hypothesis import settings

import gametheory

settings.register_profile("patient", deadline=None)  # how long things take is a matter for `make bench`
settings.load_profile("patient")

# What these folders test is the models, or the package as a whole against a slow reading of the same question.
NOT_MEASURED = {"properties", "second_reading", "sino_russian", "soundness"}


def pytest_configure(config: pytest.Config) -> None:
    """Stop the measurement that pytest-cov starts in a worker before it knows that it is in one.

    It starts a second one later, and pauses that one alone: a test marked no_cover would still be measured by the
    first, which nobody reads, and take twice the time.
    """
    controller = _coverage(config)
    if controller and hasattr(config, "workerinput"):
        controller.cov.stop()


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """Load the package under coverage, and then collect without it.

    Loading the models and the tests takes twice its time under coverage, in every worker, and measures nothing that
    has no test of its own. The package is loaded first: what a test without coverage is the first to import would
    count as never run.
    """
    controller = _coverage(session.config)
    if not controller or session.config.getoption("dist", "no") != "no":  # or the workers collect, not we
        return (yield)
    for module in pkgutil.walk_packages(gametheory.__path__, "gametheory."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    controller.pause()
    try:
        return (yield)
    finally:
        controller.resume()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Take repeated checks, tests of models and the pages' examples out of the coverage, which would double their time.

    What only they reach counts as untested, so every line has a test that says what it is for. They come last: what
    they leave in a cache would keep a measured test from the lines that put it there.
    """
    for item in items:
        if item.get_closest_marker("exhaustive") or _is_not_measured(item):
            item.add_marker("no_cover")
    items.sort(key=lambda item: item.get_closest_marker("no_cover") is not None)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, object, object]:
    """Leave out what a test of models builds for its neighbours too; `no_cover` leaves out the test alone."""
    controller = _coverage(item.config)
    if not controller or not _is_not_measured(item):
        return (yield)
    controller.pause()
    try:
        return (yield)
    finally:
        controller.resume()


def pytest_collection_finish() -> None:
    """Set what was loaded so far apart from the garbage collector, which would look through it again and again."""
    gc.collect()
    gc.freeze()


def _coverage(config: pytest.Config) -> Any:
    """What pytest-cov measures with, or None."""
    return getattr(config.pluginmanager.getplugin("_cov"), "cov_controller", None)


def _is_not_measured(item: pytest.Item) -> bool:
    return item.path.suffix == ".md" or not NOT_MEASURED.isdisjoint(item.path.parts)
