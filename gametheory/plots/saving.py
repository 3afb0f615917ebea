"""Figures that are saved with text as text, and byte for byte the same each time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from gametheory.errors import ParameterError
from gametheory.plots.painting import STYLE

SAVED: dict[Any, Any] = {**STYLE, "svg.fonttype": "none", "svg.hashsalt": "gametheory", "pdf.fonttype": 42}
UNDATED = {".svg": {"Date": None}, ".pdf": {"CreationDate": None}}
"""What to leave out, so that an unchanged figure gives an unchanged file."""


class MapFigure(Figure):
    """A matplotlib Figure outside pyplot, which keeps text as text when it is saved.

    Attributes
    ----------
    caption : str
        What it shows, in words. It is not written into saved files.
    """

    caption: str = ""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        FigureCanvasAgg(self)

    def savefig(self, fname: Any, **options: Any) -> None:
        """Save as matplotlib does; text in .svg and .pdf stays text."""
        with rc_context(SAVED):
            super().savefig(fname, **options)


def save(axes: Axes, path: str | Path, **options: Any) -> Path:
    """Save the figure of a map as .png, .svg or .pdf.

    Parameters
    ----------
    axes : matplotlib Axes
        From :func:`regions`.
    path : str or Path
        Where; the ending chooses the format.
    **options
        Passed on to matplotlib's ``savefig``.

    Returns
    -------
    Path
        The file that was written. An unchanged map gives an unchanged .svg and .pdf.
    """
    target = Path(path)
    figure = getattr(axes.figure, "figure", None)  # of a subfigure, the whole
    if figure is None:
        raise ParameterError("this Axes was taken out of its figure; draw the map again with gt.plots.regions(...).")
    metadata = UNDATED.get(target.suffix.lower())
    with rc_context(SAVED):
        figure.savefig(target, **({"metadata": metadata} if metadata else {}) | options)
    return target
