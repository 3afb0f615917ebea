"""No property test fails because a machine is slow, and repetitions of a check are run without measuring coverage."""

import pkgutil
from importlib import import_module

import pytest
from hypothesis import settings

import gametheory

settings.register_profile("patient", deadline=None)  # how long things take is a matter for `make bench`
settings.load_profile("patient")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take the repeated checks out of the coverage: it would double their time, and one example of each is enough.

    What only they reach counts as untested, so every line has a test that says what it is for.
    """
    repeated = [item for item in items if item.get_closest_marker("exhaustive")]
    if repeated and config.pluginmanager.hasplugin("_cov"):
        # Before the first test: what a repeated check is the first to import would count as never run.
        for module in pkgutil.walk_packages(gametheory.__path__, "gametheory."):
            if not module.name.endswith("__main__"):
                import_module(module.name)
    for item in repeated:
        item.add_marker("no_cover")
