"""What the wheel holds."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = {"gametheory": ROOT / "gametheory", "sino_russian": ROOT / "models" / "sino_russian"}
BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-c", BUILD, str(out)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    [wheel] = out.glob("*.whl")
    return set(ZipFile(wheel).namelist())


def test_the_top_level_is_the_two_packages(contents: set[str]) -> None:
    top = {name.split("/")[0] for name in contents}
    assert {name for name in top if not name.endswith(".dist-info")} == set(SOURCES)
    [info] = top - set(SOURCES)
    assert info.startswith("alliance_games-")


def test_the_wheel_leaves_no_file_of_the_packages_out(contents: set[str]) -> None:
    expected = {
        f"{package}/{path.relative_to(folder).as_posix()}"
        for package, folder in SOURCES.items()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }
    assert {name for name in contents if name.split("/")[0] in SOURCES} == expected


def test_the_types_are_announced(contents: set[str]) -> None:
    assert "gametheory/py.typed" in contents


def test_models_is_a_source_root_and_no_package() -> None:
    assert (ROOT / "models").is_dir()
    assert not (ROOT / "models" / "__init__.py").exists()
