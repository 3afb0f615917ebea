"""Writing the report: a page, its figures, and the data it was made from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from gametheory.literature import Tension
from gametheory.report.catalogue import Model
from gametheory.report.contradictions import tension_data, tensions_markdown
from gametheory.report.markdown import report_markdown
from gametheory.report.parallel import judge_models


def write_report(models: tuple[Model, ...], folder: Path, tensions: Sequence[Tension] = ()) -> tuple[Path, ...]:
    """Judge every claim and write the report into a folder.

    Parameters
    ----------
    models : tuple of Model
        What is reported on.
    folder : Path
        Made if it is not there; files of the same names are replaced.
    tensions : sequence of Tension
        Shown at the end of the page.

    Returns
    -------
    tuple of Path
        ``report.md``, ``claims.json``, ``tensions.json`` if there are any, and each figure as PNG, SVG and the data to
        recompute it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    records = judge_models(models)
    written: list[Path] = []
    figures: dict[str, list[tuple[str, str]]] = {}
    for model in models:
        for name in model.figures:
            files, caption = draw(model, name, folder)
            written += files
            figures.setdefault(model.name, []).append((files[0].name, caption))
    data = folder / "claims.json"
    data.write_text(json.dumps(records, indent=2, ensure_ascii=False) + "\n", "utf-8")
    if tensions:
        apart = folder / "tensions.json"
        apart.write_text(json.dumps([*map(tension_data, tensions)], indent=2, ensure_ascii=False) + "\n", "utf-8")
        written.insert(0, apart)
    page = folder / "report.md"
    page.write_text(report_markdown(models, records, figures) + tensions_markdown(tensions), "utf-8")
    return (page, data, *written)


def draw(model: Model, name: str, folder: Path) -> tuple[list[Path], str]:
    """Draw one figure of a model; return the files (PNG first) and the caption."""
    axes = model.figures[name]()
    from gametheory.plots import region_data, save

    stem = f"{model.name}-{name}"
    files = [folder / f"{stem}{suffix}" for suffix in (".png", ".svg")]
    for file in files:
        save(axes, file)
    data = folder / f"{stem}.json"
    data.write_text(json.dumps(region_data(axes), indent=2, ensure_ascii=False) + "\n", "utf-8")
    return [*files, data], axes.caption()
