"""Writing the report: a page, its figures, and the data it was made from."""

from __future__ import annotations

import json
from pathlib import Path

from gametheory.report.catalogue import Model
from gametheory.report.markdown import report_markdown
from gametheory.report.record import judge_claims, record_data


def write_report(models: tuple[Model, ...], folder: Path) -> tuple[Path, ...]:
    """Judge every claim and write the report into a folder.

    Parameters
    ----------
    models : tuple of Model
        What is reported on.
    folder : Path
        Made if it is not there; files of the same names are replaced.

    Returns
    -------
    tuple of Path
        ``report.md``, ``claims.json``, and each figure as PNG, SVG and the data to recompute it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    records = judge_claims((model, claim) for model in models for claim in model.claims)
    written: list[Path] = []
    figures: dict[str, list[tuple[str, str]]] = {}
    for model in models:
        for name in model.figures:
            files, caption = draw(model, name, folder)
            written += files
            figures.setdefault(model.name, []).append((files[0].name, caption))
    data = folder / "claims.json"
    data.write_text(json.dumps([record_data(r) for r in records], indent=2, ensure_ascii=False) + "\n", "utf-8")
    page = folder / "report.md"
    page.write_text(report_markdown(models, records, figures), "utf-8")
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
