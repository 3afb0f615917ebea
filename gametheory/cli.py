"""The command line: ``gametheory claims``, ``claim ID``, ``tensions``, ``plot MODEL`` and ``report``."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from gametheory.errors import GameTheoryError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Decide the claims of papers as games with symbols in their payoffs.",
)

Models = Annotated[str, typer.Option("--models", help="The package with the models.")]
OWN = "sino_russian"


class Format(StrEnum):
    """How a list of claims is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    LATEX = "latex"


@app.command()
def claims(
    model: Annotated[str | None, typer.Option(help="Only the claims of this model.")] = None,
    format: Annotated[Format, typer.Option(help="How to print them.")] = Format.TABLE,
    models: Models = OWN,
) -> None:
    """Decide all claims and list the verdicts."""
    from gametheory.report.parallel import judge_package

    records = judge_package(models, model)
    if format is Format.JSON:
        typer.echo(json.dumps(records, indent=2, ensure_ascii=False))
        return
    from gametheory.report.tables import claims_csv, claims_latex, claims_table

    if format is Format.TABLE:
        from rich.console import Console

        Console().print(claims_table(records))
        typer.echo("A verdict is about the model, not about the world. Details: gametheory claim ID")
    else:
        typer.echo(claims_csv(records) if format is Format.CSV else claims_latex(records), nl=False)


@app.command()
def claim(id: Annotated[str, typer.Argument(help="The claim's id.")], models: Models = OWN) -> None:
    """Decide one claim and show every reading with its premises, condition and counterexample."""
    from gametheory.claims import judge
    from gametheory.report.catalogue import find_claim, load_models

    _, found = find_claim(load_models(models), id)
    typer.echo(str(judge(found)))


@app.command()
def tensions(models: Models = OWN) -> None:
    """Show which claims cannot be true together, and what parts them."""
    from gametheory.report.catalogue import load_tensions

    found = load_tensions(models)
    if not found:
        typer.echo(f"{models} has no tensions.")
    for tension in found:
        typer.echo(f"{tension}\n")


@app.command()
def plot(
    model: Annotated[str, typer.Argument(help="The model.")],
    out: Annotated[Path, typer.Option(help="The folder for the files.")] = Path("build/figures"),
    models: Models = OWN,
) -> None:
    """Draw the figures of a model."""
    from gametheory.report.catalogue import find_model, load_models
    from gametheory.report.write import draw

    found = find_model(load_models(models), model)
    if not found.figures:
        typer.echo(f"{model} has no figures.")
        return
    out.mkdir(parents=True, exist_ok=True)
    for name in found.figures:
        files, caption = draw(found, name, out)
        typer.echo(caption)
        for file in files:
            typer.echo(f"  {file}")


@app.command()
def report(
    out: Annotated[Path, typer.Option(help="The folder for the report.")] = Path("build/report"),
    models: Models = OWN,
) -> None:
    """Decide all claims and tensions and write the report: a page, its figures and the data."""
    from gametheory.report.catalogue import load_models, load_tensions
    from gametheory.report.write import write_report

    for file in write_report(load_models(models), out, load_tensions(models)):
        typer.echo(str(file))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; an error of the package's own, or of a file, is printed as one sentence, exit code 2."""
    try:
        app(args=arguments, prog_name="gametheory")
    except (GameTheoryError, OSError, UnicodeEncodeError) as error:  # the last: a name that the terminal cannot print
        typer.echo(f"{type(error).__name__}: {error}", err=True)
        sys.exit(2)
