"""The command line."""

import csv
import importlib
import io
import json
import os
import runpy
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from gametheory.cli import main

ROOT = Path(__file__).resolve().parents[1]

SHARES = '''"""How large a share is."""

import gametheory as gt

x = gt.Parameter("x", meaning="share", above=0, below=1)


class Drawing:
    def caption(self):
        return "The share"


CLAIMS = (
    gt.Claim("large", "Nobody 2020", "p. 1", "The share is large.", "its author", "asserts", "threshold",
             (gt.Reading("as worded", x > gt.exact("1/2")),), "half"),
    gt.Claim("small", "Nobody 2020", "p. 2", "The share is below two.", "its author", "asserts", "threshold",
             (gt.Reading("as worded", x < 2),), "two"),
)
FIGURES = {"line": Drawing}
'''
COUNTS = '''"""What was counted."""

import gametheory as gt

CLAIMS = (gt.Claim("counted", "Nobody 2020", "table 3", "Seven.", "its author", "reports", "figure", (), "eight",
                   data="a count"),)
'''


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The name of an importable package with the models `counts` and `shares`."""
    folder = tmp_path / "importable" / "models_for_the_command_line"
    folder.mkdir(parents=True)
    for name, source in (("__init__", ""), ("counts", COUNTS), ("shares", SHARES)):
        (folder / f"{name}.py").write_text(source, "utf-8")
    monkeypatch.syspath_prepend(str(folder.parent))
    importlib.invalidate_caches()
    yield folder.name
    for loaded in [loaded for loaded in sys.modules if loaded.split(".")[0] == folder.name]:
        del sys.modules[loaded]


@pytest.fixture
def plots(monkeypatch: pytest.MonkeyPatch) -> None:
    """Replaces the drawing of figures."""
    stand_in = ModuleType("gametheory.plots")
    stand_in.save = lambda axes, path: path.write_text(axes.caption(), "utf-8")  # type: ignore[attr-defined]
    stand_in.region_data = lambda axes: {"caption": axes.caption()}  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "gametheory.plots", stand_in)


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Returns a function that runs a command and returns its exit code, its output and its complaints."""
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("TERM", "dumb")

    def command(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        code = ended.value.code
        out, err = capsys.readouterr()
        return (code if isinstance(code, int) else 0), out, err

    return command


# claims


def test_claims_are_listed_as_a_table(run: Run, package: str) -> None:
    code, out, err = run("claims", "--models", package)
    assert (code, err) == (0, "")
    rows = [[cell.strip() for cell in line.split("│")[1:-1]] for line in out.splitlines() if line.startswith("│")]
    assert rows == [
        ["counted", "data", "data", "", ""],
        ["large", "conditional", "needs a premise the paper does not state", "x > 1/2", ""],
        ["small", "proved", "supports", "always", "certified"],
    ]
    assert "A verdict is about the model, not about the world." in out.splitlines()[-1]


def test_claims_as_json_are_a_list_of_objects(run: Run, package: str) -> None:
    code, out, err = run("claims", "--models", package, "--format", "json")
    assert (code, err) == (0, "")
    rows = json.loads(out)
    assert [(row["id"], row["model"], row["status"]) for row in rows] == [
        ("counted", "counts", "data"), ("large", "shares", "conditional"), ("small", "shares", "proved"),
    ]  # fmt: skip
    assert set(rows[1]) >= {
        "id", "model", "paper", "locator", "status", "bearing", "condition", "premises", "witness", "counterexample",
        "proof", "readings", "seconds",
    }  # fmt: skip
    assert rows[1]["condition"] == "x > 1/2"


def test_claims_as_csv_can_be_read_back(run: Run, package: str) -> None:
    code, out, err = run("claims", "--models", package, "--format", "csv")
    assert (code, err) == (0, "")
    assert [(row["id"], row["condition"]) for row in csv.DictReader(io.StringIO(out))] == [
        ("counted", ""), ("large", "x > 1/2"), ("small", "always"),
    ]  # fmt: skip
    assert out.endswith("\n") and not out.endswith("\n\n")


def test_claims_as_latex_are_one_tabular(run: Run, package: str) -> None:
    code, out, err = run("claims", "--models", package, "--format", "latex")
    assert (code, err) == (0, "")
    assert out.startswith(r"\begin{tabular}") and out.endswith("\\end{tabular}\n")
    assert r"large & p. 1 & conditional & needs a premise the paper does not state & x \textgreater{} 1/2 \\" in out


def test_claims_of_one_model_alone(run: Run, package: str) -> None:
    code, out, _ = run("claims", "--models", package, "--model", "counts", "--format", "json")
    assert code == 0
    assert [row["id"] for row in json.loads(out)] == ["counted"]


@pytest.mark.no_cover
def test_the_default_models_are_the_package_s_own(run: Run) -> None:
    code, out, _ = run("claims", "--model", "prisoners_dilemma", "--format", "json")
    assert code == 0
    assert {"kuliani-pd-defection", "kuliani-alliance-inevitable-failure"} <= {row["id"] for row in json.loads(out)}


def test_an_unknown_format_is_refused(run: Run, package: str) -> None:
    code, out, err = run("claims", "--models", package, "--format", "xml")
    assert (code, out) == (2, "")
    assert "xml" in err and "latex" in err


# claim


def test_a_claim_is_shown_with_every_reading(run: Run, package: str) -> None:
    code, out, err = run("claim", "large", "--models", package)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[:4] == [
        "large: needs a premise the paper does not state",
        "  Nobody 2020, p. 1",
        "  The share is large.",
        "  reading: as worded -> needs a premise the paper does not state",
    ]
    assert "      false as worded; holds exactly when x > 1/2" in lines


# Errors


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["claim", "huge"], "'huge'; there are counted, large, small."),
        (["claims", "--model", "sizes"], "'sizes'; there are counts, shares."),
        (["plot", "sizes"], "'sizes'; there are counts, shares."),
    ],
    ids=["claim", "claims", "plot"],
)
def test_an_unknown_name_is_one_sentence_and_exit_code_2(
    arguments: list[str], words: str, run: Run, package: str
) -> None:
    code, out, err = run(*arguments, "--models", package)
    assert (code, out) == (2, "")
    (sentence,) = err.splitlines()
    assert sentence.startswith("CatalogueError: ") and sentence.endswith(words)


@pytest.mark.parametrize("command", ["claims", "claim large", "tensions", "plot shares", "report"])
def test_a_package_that_is_not_there_is_one_sentence_and_exit_code_2(
    command: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*command.split(), "--models", "no_such_package")
    assert (code, out) == (2, "")
    (sentence,) = err.splitlines()
    assert "no package of models is called 'no_such_package'" in sentence
    assert list(tmp_path.iterdir()) == []


def test_help_lists_the_commands(run: Run) -> None:
    code, out, _ = run("--help")
    assert code == 0
    assert all(command in out for command in ("claims", "claim", "tensions", "plot", "report"))


def test_an_unknown_command_is_refused(run: Run) -> None:
    code, _, err = run("solve")
    assert code == 2 and "solve" in err


# tensions


TENSIONS = """import gametheory as gt

x = gt.Parameter("x", above=0, below=1)


def tensions():
    few, most = gt.Reading("few: a minority", x < gt.exact("1/2")), gt.Reading("large: most", x > gt.exact("1/2"))
    return gt.tension([few, most], [x], name="how many"), gt.tension(["counted"], name="when", reason="A date.")
"""


def test_tensions_are_printed_one_after_another(run: Run, package: str, tmp_path: Path) -> None:
    (tmp_path / "importable" / package / "tensions.py").write_text(TENSIONS, "utf-8")
    importlib.invalidate_caches()
    code, out, err = run("tensions", "--models", package)
    assert (code, err) == (0, "")
    first, second = out.rstrip("\n").split("\n\n")
    assert first.splitlines()[:2] == ["how many: contradiction", "  claims: few: a minority, large: most"]
    assert "  x parts them: from (x = " in first
    assert second.splitlines() == ["when: listed", "  claims: counted", "  A date."]


def test_a_package_without_tensions_says_so(run: Run, package: str) -> None:
    assert run("tensions", "--models", package) == (0, f"{package} has no tensions.\n", "")


# plot and report


@pytest.mark.usefixtures("plots")
def test_plot_writes_each_figure_and_says_where(run: Run, package: str, tmp_path: Path) -> None:
    out_folder = tmp_path / "a" / "b"
    for _ in range(2):  # what is there is replaced
        code, out, err = run("plot", "shares", "--out", str(out_folder), "--models", package)
        assert (code, err) == (0, "")
    files = [out_folder / f"shares-line.{suffix}" for suffix in ("png", "svg", "json")]
    assert out.splitlines() == ["The share", *(f"  {file}" for file in files)]
    assert all(file.is_file() for file in files)


def test_plot_of_a_model_without_figures_says_so_and_writes_nothing(run: Run, package: str, tmp_path: Path) -> None:
    code, out, err = run("plot", "counts", "--out", str(tmp_path / "none"), "--models", package)
    assert (code, out, err) == (0, "counts has no figures.\n", "")
    assert not (tmp_path / "none").exists()


@pytest.mark.usefixtures("plots")
def test_report_writes_the_page_and_lists_its_files(run: Run, package: str, tmp_path: Path) -> None:
    folder = tmp_path / "report"
    code, out, err = run("report", "--out", str(folder), "--models", package)
    assert (code, err) == (0, "")
    names = ["report.md", "claims.json", "shares-line.png", "shares-line.svg", "shares-line.json"]
    assert out.splitlines() == [str(folder / name) for name in names]
    assert sorted(path.name for path in folder.iterdir()) == sorted(names)


@pytest.mark.usefixtures("plots")
def test_without_a_folder_files_go_below_build(
    run: Run, package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("report", "--models", package)[0] == run("plot", "shares", "--models", package)[0] == 0
    assert (tmp_path / "build" / "report" / "report.md").is_file()
    assert (tmp_path / "build" / "figures" / "shares-line.png").is_file()


# python -m gametheory


def environment(*folders: Path) -> dict[str, str]:
    known = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    path = [*map(str, folders), *filter(None, known), *(entry for entry in sys.path if entry)]
    return os.environ | {"PYTHONPATH": os.pathsep.join(path)}


def test_the_module_is_the_command_line(package: str, tmp_path: Path) -> None:
    command = [sys.executable, "-W", "error", "-m", "gametheory", "claim", "small", "--models", package]
    paths = environment(tmp_path / "importable", ROOT, ROOT / "models")
    ran = subprocess.run(command, cwd=tmp_path, env=paths, capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("small: supports\n")


def test_the_module_runs_main(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["gametheory", "claim", "no-such-claim"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("gametheory", run_name="__main__")
    assert ended.value.code == 2
    assert "no claim is called 'no-such-claim'" in capsys.readouterr().err
