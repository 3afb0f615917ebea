"""A game in normal form on paper: as text, HTML and LaTeX, best replies marked where the premises settle them."""

from __future__ import annotations

from html import escape
from itertools import product
from typing import TYPE_CHECKING

from gametheory.deduction import search
from gametheory.formulas.condition import all_of
from gametheory.formulas.display import expression_latex, expression_text

if TYPE_CHECKING:
    from gametheory.forms.normal import Game, Profile


def matrix_text(game: Game) -> str:
    """Write a game as labelled matrices, one for each choice of the players after the first two."""
    lines = [game.name]
    for others in product(*game.actions[2:]):
        if others:
            lines.append(_slice_title(game, others))
        lines.extend(_text_slice(game, others))
    if game.premises:
        lines.append(f"assuming {game.premises}")
    return "\n".join(lines)


def _slice_title(game: Game, others: Profile) -> str:
    return ", ".join(f"{player}: {action}" for player, action in zip(game.players[2:], others, strict=True))


def _columns(game: Game) -> tuple[tuple[str, ...], ...]:
    """Return the second player's actions as one-tuples; one empty column for a single player."""
    return tuple((action,) for action in game.actions[1]) if len(game.players) > 1 else ((),)


def _text_slice(game: Game, others: Profile) -> list[str]:
    columns = _columns(game)
    table = [
        [", ".join(expression_text(payoff) for payoff in game.payoffs[(row, *column, *others)]) for column in columns]
        for row in game.actions[0]
    ]
    heads = [column[0] if column else "payoff" for column in columns]
    widths = [max(map(len, (head, *(row[i] for row in table)))) for i, head in enumerate(heads)]
    stub = max(map(len, game.actions[0]))
    margin = " " * (len(game.players[0]) + 1 + stub + 2)

    def aligned(entries: list[str]) -> str:
        return "    ".join(entry.ljust(width) for entry, width in zip(entries, widths, strict=True)).rstrip()

    lines = [f"{margin}    {game.players[1]}"] if len(game.players) > 1 else []
    lines.append(margin + aligned(heads))
    for i, (action, row) in enumerate(zip(game.actions[0], table, strict=True)):
        label = game.players[0] if i == 0 else " " * len(game.players[0])
        lines.append(f"{label} {action.ljust(stub)}  {aligned(row)}")
    return lines


def best_replies(game: Game) -> frozenset[tuple[str, Profile]]:
    """Return the (player, profile) pairs at which the player's action is a best reply throughout the premises.

    A pair that the premises leave open, or the solver does not settle, is not among them.
    """
    return frozenset(
        (player, profile) for player in game.players for profile in game.profiles if _settled(game, player, profile)
    )


def _settled(game: Game, player: str, profile: Profile) -> bool:
    reply = all_of(
        game.prefers(player, profile, ">=", game.deviation(profile, player, action))
        for action in game.alternatives(profile, player)
    )
    return search(game.premises, (~reply).formula).status == "impossible"


def matrix_html(game: Game) -> str:
    """Write a game as HTML tables; settled best replies are underlined, and a line says so."""
    marked = best_replies(game)
    tables = []
    for others in product(*game.actions[2:]):
        caption = escape(game.name) + (f" &ndash; {escape(_slice_title(game, others))}" if others else "")
        columns = _columns(game)
        head = "".join(f'<th scope="col">{escape(column[0]) if column else "payoff"}</th>' for column in columns)
        rows = "".join(
            f'<tr><th scope="row">{escape(action)}</th>'
            + "".join(f"<td>{_html_cell(game, (action, *column, *others), marked)}</td>" for column in columns)
            + "</tr>"
            for action in game.actions[0]
        )
        corner = escape(" \\ ".join(game.players[:2]))
        tables.append(
            f"<table><caption>{caption}</caption><thead><tr><th>{corner}</th>{head}</tr></thead>"
            f"<tbody>{rows}</tbody></table>"
        )
    notes = [f"assuming {escape(str(game.premises))}"] if game.premises else []
    return "".join(tables) + f"<p>{'; '.join(['underlined: best reply', *notes])}</p>"


def _html_cell(game: Game, profile: Profile, marked: frozenset[tuple[str, Profile]]) -> str:
    return ", ".join(
        f"<u>{text}</u>" if (player, profile) in marked else text
        for player, payoff in zip(game.players, game.payoffs[profile], strict=True)
        for text in (escape(expression_text(payoff)),)
    )


def matrix_latex(game: Game) -> str:
    """Write a game as LaTeX arrays (for math mode, without further packages); settled best replies are underlined."""
    marked = best_replies(game)
    blocks = []
    for others in product(*game.actions[2:]):
        columns = _columns(game)
        head = " & ".join(rf"\text{{{_latex_name(column[0] if column else 'payoff')}}}" for column in columns)
        lines = [rf"\text{{{_latex_name(' / '.join(game.players[:2]))}}} & {head} \\ \hline"]
        for action in game.actions[0]:
            cells = " & ".join(_latex_cell(game, (action, *column, *others), marked) for column in columns)
            lines.append(rf"\text{{{_latex_name(action)}}} & {cells} \\")
        title = rf"\text{{{_latex_name(_slice_title(game, others))}}}\quad " if others else ""
        body = "\n".join(lines)
        blocks.append(f"{title}\\begin{{array}}{{r|{'c' * len(columns)}}}\n{body}\n\\end{{array}}")
    return "$\\displaystyle " + "\\qquad ".join(blocks) + "$"


def _latex_cell(game: Game, profile: Profile, marked: frozenset[tuple[str, Profile]]) -> str:
    return ",\\; ".join(
        rf"\underline{{{text}}}" if (player, profile) in marked else text
        for player, payoff in zip(game.players, game.payoffs[profile], strict=True)
        for text in (expression_latex(payoff),)
    )


def _latex_name(name: str) -> str:
    return "".join(f"\\{letter}" if letter in "&%$#_{}" else letter for letter in name)
