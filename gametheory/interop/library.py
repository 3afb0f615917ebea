"""Libraries that are used only where they are installed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from gametheory.errors import MissingLibraryError


def load(module: str, library: str, command: str) -> Any:
    """Return a module of an optional library.

    Raises
    ------
    MissingLibraryError
        If it is not installed; the message has the command that installs it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingLibraryError(
            f"this needs {library}, which cannot be imported here ({error}): {command}."
        ) from error
