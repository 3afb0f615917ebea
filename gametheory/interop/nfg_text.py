"""Gambit's .nfg format, version 1, written and read without Gambit: payoff lists and outcome lists, all exact."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from typing import Any

from gametheory.errors import CapacityError, GameError, quoted
from gametheory.forms.normal import Game
from gametheory.interop.assembly import Place, game_from_cells
from gametheory.interop.digits import require_short
from gametheory.interop.names import default_actions, default_players, filled, read_actions, read_players
from gametheory.interop.nfg_tokens import Tokens
from gametheory.numeric.float_payoffs import require_numbers

LONGEST_TEXT = 10_000_000
MOST_PLAYERS = 50
MOST_ACTIONS = 1_000
MOST_PAYOFFS = 250_000


def write_nfg(game: Game) -> str:
    """Return a game as .nfg text that Gambit reads, with exact payoffs and the names of players and actions.

    It is the payoff version of the format. Named outcomes are lost. Gambit itself takes names of printable ASCII
    characters only; `read_nfg` takes any.

    Parameters
    ----------
    game : Game
        Without parameters.

    Returns
    -------
    str

    Raises
    ------
    PayoffError
        If there are parameters.
    CapacityError
        If a payoff has more digits than `read_nfg` would read.

    Examples
    --------
    >>> import gametheory as gt
    >>> game = gt.Game("Entry", ["Ann", "Bob"], [["in", "out"], ["fight", "share"]],
    ...                {("in", "fight"): (-1, 0), ("in", "share"): ("1/2", "1/2"),
    ...                 ("out", "fight"): (0, 1), ("out", "share"): (0, 1)})
    >>> print(gt.interop.write_nfg(game))
    NFG 1 R "Entry" { "Ann" "Bob" }
    <BLANKLINE>
    { { "in" "out" }
    { "fight" "share" }
    }
    ""
    <BLANKLINE>
    -1 0
    0 1
    1/2 1/2
    0 1
    <BLANKLINE>
    """
    require_numbers(game, "write_nfg")
    require_short((payoff for cell in game.cells for payoff in cell), f"write_nfg: {game.name} has a payoff")
    sides = "\n".join(_braced(actions) for actions in game.actions)
    # The first player's action changes fastest, unlike in Game.profiles.
    profiles = (profile[::-1] for profile in product(*reversed(game.actions)))
    lines = "\n".join(" ".join(map(str, game.payoffs[profile])) for profile in profiles)
    return f'NFG 1 R {_quoted(game.name)} {_braced(game.players)}\n\n{{ {sides}\n}}\n""\n\n{lines}\n'


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _braced(names: Sequence[str]) -> str:
    return "{ " + " ".join(map(_quoted, names)) + " }"


def read_nfg(text: str, *, name: str | None = None, players: Any = None, actions: Any = None) -> Game:
    """Return the game that .nfg text describes, exactly.

    Both versions of the format are read, the list of payoffs and the list of outcomes. Numbers may be whole, decimals
    or quotients of whole numbers. Outcomes that have names become the named outcomes of the game.

    Parameters
    ----------
    text : str
        The content of an .nfg file, not its path.
    name : str, optional
        What the game is to be called; else its title.
    players : sequence of str, optional
        Their names, instead of those in the text.
    actions : sequence of str, or one sequence of str a player, optional
        Their names, instead of those in the text.

    Returns
    -------
    Game

    Raises
    ------
    GameError
        If the text is not in the format; the message says on which line.
    PayoffError
        If a payoff is not a number; likewise.
    CapacityError
        If the text or the game is larger than the package is willing to read.

    Examples
    --------
    >>> import gametheory as gt
    >>> print(gt.interop.read_nfg('''NFG 1 R "Entry" { "Ann" "Bob" } { { "in" "out" } { "fight" "share" } }
    ...                              -1 0  0 1  .5 1/2  0 1'''))
    Entry
                 Bob
             fight    share
    Ann in   -1, 0    1/2, 1/2
        out  0, 1     0, 1
    """
    if not isinstance(text, str):
        raise GameError(
            f"read_nfg takes the text of a file, and {quoted(text):.60} is a {type(text).__name__}; read the file "
            "first: "
            'Path("game.nfg").read_text().'
        )
    if len(text) > LONGEST_TEXT:
        raise CapacityError(f"the .nfg text has {len(text)} characters; at most {LONGEST_TEXT} are read.")
    tokens = Tokens(text)
    for word in ("NFG", "1"):
        if tokens.next.kind != "word" or tokens.next.value != word:
            raise tokens.expected(f"{word} (the text of a strategic game begins NFG 1 R)")
        tokens.take()
    if tokens.next.kind != "word" or tokens.next.value not in ("R", "D"):
        raise tokens.expected("R (the text of a strategic game begins NFG 1 R)")
    tokens.take()
    title = tokens.quoted("the title")
    tokens.require("{", "before the names of the players")
    own = _names(tokens, "a player", MOST_PLAYERS, given=players is not None)
    called = read_players(players, filled(own, default_players(len(own))))
    own_actions = _read_sides(tokens, called, given=actions is not None)
    if tokens.next.kind == "text":  # a comment
        tokens.take()
    labels = read_actions(actions, own_actions, called)
    size = math.prod(map(len, labels)) * len(called)
    if size > MOST_PAYOFFS:
        raise CapacityError(f"the .nfg text announces {size} payoffs; at most {MOST_PAYOFFS} are read.")
    cells, outcomes = (
        _outcomes(tokens, called, labels) if tokens.accept("{") else (_payoffs(tokens, called, labels), {})
    )
    if tokens.next.kind != "end":
        raise tokens.expected(f"the end, after the {len(cells)} profiles of the game,")
    return game_from_cells(
        name or (title if title.strip() else "Game without a title"),
        called,
        labels,
        cells.__getitem__,
        outcomes={
            outcome: [tuple(labels[side][number] for side, number in enumerate(place)) for place in places]
            for outcome, places in outcomes.items()
        },
    )


def _names(tokens: Tokens, what: str, most: int, *, given: bool) -> list[str]:
    """Read names up to the closing brace; two that are the same matter unless other names are given."""
    names: list[str] = []
    while not tokens.accept("}"):
        if len(names) == most:
            raise tokens.fault(f"more than {most} names stand here, each of {what}; at most {most} are read")
        label = tokens.quoted(f"the name of {what}")
        if not given and label.strip() and label in names:
            raise tokens.fault(f"{label[:40]!r}, just before, is the name of {what} a second time; give other names")
        names.append(label)
    if not names:
        raise tokens.fault(f"the braces before this name nothing; name at least {what}")
    return names


def _read_sides(tokens: Tokens, players: Sequence[str], *, given: bool) -> list[tuple[str, ...]]:
    """Read the actions of every player: lists of names, or how many there are."""
    tokens.require("{", "before the actions of the players")
    sides = []
    for player in players:
        if tokens.accept("{"):
            own = _names(tokens, f"an action of {player}", MOST_ACTIONS, given=given)
            sides.append(filled(own, default_actions(len(own))))
        else:
            count = tokens.count(f"the actions of {player}, a list of names or how many,", MOST_ACTIONS)
            if count == 0:
                raise tokens.fault(f"{player} has 0 actions; a player needs at least one")
            sides.append(default_actions(count))
    tokens.require("}", f"after the actions of {len(players)} players")
    return sides


def _places(actions: Sequence[Sequence[str]]) -> list[Place]:
    """Return the profiles as numbers in the order of the format: the first player's action changes fastest."""
    return [place[::-1] for place in product(*(range(len(own)) for own in reversed(actions)))]


def _payoffs(tokens: Tokens, players: Sequence[str], actions: Sequence[Sequence[str]]) -> dict[Place, list[Fraction]]:
    return {
        place: [tokens.number(f"{player}'s payoff at profile {number}") for player in players]
        for number, place in enumerate(_places(actions), 1)
    }


def _outcomes(
    tokens: Tokens, players: Sequence[str], actions: Sequence[Sequence[str]]
) -> tuple[dict[Place, list[Fraction]], dict[str, list[Place]]]:
    """Read the outcomes, then which of them each profile has; 0 is none, and pays nothing."""
    outcomes: list[tuple[str, list[Fraction]]] = [("", [Fraction(0)] * len(players))]
    while not tokens.accept("}"):
        tokens.require("{", "before an outcome, or '}' after the last")
        label = tokens.quoted("the name of the outcome")
        payoffs = []
        for player in players:
            payoffs.append(tokens.number(f"{player}'s payoff in outcome {len(outcomes)}"))
            tokens.accept(",")
        tokens.require("}", f"after the payoffs of {len(players)} players")
        outcomes.append((label, payoffs))
    cells, named = {}, dict[str, list[Place]]()
    for number, place in enumerate(_places(actions), 1):
        label, payoffs = outcomes[tokens.count(f"the outcome of profile {number}, a number", len(outcomes) - 1)]
        cells[place] = payoffs
        if label.strip():
            named.setdefault(label, []).append(place)
    return cells, named
