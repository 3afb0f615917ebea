"""What Hypothesis runs when it is imported: ``st.from_type(gt.Game)`` draws games, and nothing heavy is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from gametheory.forms.normal import Game


def register() -> None:
    """Make games known to ``hypothesis.strategies.from_type``; the entry point of the group "hypothesis".

    The class of games needs neither sympy nor z3; the strategy is built when a game is first asked for.
    """
    from hypothesis.strategies import register_type_strategy

    from gametheory.forms.normal import Game

    register_type_strategy(Game, _games)


def _games(kind: Any) -> SearchStrategy[Game]:
    from gametheory.testing.random_games import games

    return games()
