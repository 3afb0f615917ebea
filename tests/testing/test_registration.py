"""What importing costs, and what Hypothesis learns through its entry point."""

import subprocess
import sys
from pathlib import Path

import pytest

import gametheory as gt

# An entry point as an installed distribution declares it, for the interpreter that runs this.
ENTRY = """
import sys, importlib.metadata as metadata
found = metadata.entry_points
class Points:
    def __call__(self, **wanted):
        if wanted == {"group": "hypothesis"}:
            return [metadata.EntryPoint("gametheory", "gametheory.testing.registration:register", "hypothesis")]
        return found(**wanted)
metadata.entry_points = Points()
"""


def run(code: str, folder: Path) -> str:
    ran = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_hypothesis_loads_nothing_heavy_and_knows_games(tmp_path: Path) -> None:
    heavy = "print(*sorted({'sympy', 'z3', 'numpy', 'matplotlib'} & set(sys.modules)), 'gametheory' in sys.modules)"
    draw = (
        "from gametheory import Game\n"
        "game = hypothesis.find(hypothesis.strategies.from_type(Game), lambda game: True)\n"
        "print(type(game).__name__, game.cells[0][0])\n"
    )
    first, second = run(f"{ENTRY}\nimport hypothesis\n{heavy}\n{draw}", tmp_path).splitlines()
    assert first == "True"
    assert second == "Game 0"


def test_without_hypothesis_the_room_says_how_to_get_it(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['hypothesis'] = None\n"
        "import gametheory as gt\n"
        "try:\n    gt.testing\nexcept gt.MissingLibraryError as error:\n    print(error)\n"
    )
    assert "pip install 'alliance-games[testing]'" in run(code, tmp_path)


def test_the_names_of_the_room() -> None:
    assert set(gt.testing.__all__) <= set(dir(gt.testing))
    for name in gt.testing.__all__:
        assert getattr(gt.testing, name).__name__ == name
    with pytest.raises(AttributeError, match="__all__"):
        gt.testing.strategies  # noqa: B018


def test_registering_draws_games() -> None:
    from hypothesis import strategies as st

    from gametheory.testing.registration import register
    from tests.testing.draws import draws

    register()
    assert {type(game) for game in draws(st.from_type(gt.Game), 3)} == {gt.Game}
