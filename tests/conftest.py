"""No property test fails because a machine is slow; repetitions, and tests of models, are run without coverage."""

import gc
import pkgutil
from importlib import import_module

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
    plugin = config.pluginmanager.getplugin("_cov")
    if hasattr(config, "workerinput") and plugin is not None and plugin.cov_controller is not None:
        plugin.cov_controller.cov.stop()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take repeated checks and tests of models out of the coverage, which would double their time.

    What only they reach counts as untested, so every line has a test that says what it is for.
    """
    repeated = [
        item for item in items if item.get_closest_marker("exhaustive") or NOT_MEASURED.intersection(item.path.parts)
    ]
    if repeated and config.pluginmanager.hasplugin("_cov"):
        # Before the first test: what a repeated check is the first to import would count as never run.
        for module in pkgutil.walk_packages(gametheory.__path__, "gametheory."):
            if not module.name.endswith("__main__"):
                import_module(module.name)
    for item in repeated:
        item.add_marker("no_cover")


def pytest_collection_finish() -> None:
    """Set what was loaded so far apart from the garbage collector, which would look through it again and again."""
    gc.collect()
    gc.freeze()
