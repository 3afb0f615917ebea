"""Indifference surfaces: where a player's payoffs from two actions are equal, and which of them can be drawn from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from gametheory.errors import AssumptionError, CapacityError, ConceptError, Undecided, quoted
from gametheory.forms.normal import Game
from gametheory.formulas.display import expression_text, polynomial_expression
from gametheory.formulas.formula import Formula, Leaf, atoms, conjunction, is_false, is_true
from gametheory.formulas.simplify import QUICK
from gametheory.formulas.solver import check
from gametheory.formulas.translate import comparison
from gametheory.incentive import Incentive, shown
from gametheory.testing.ground import Ground, make_sampler, read_ground
from gametheory.testing.numbers_drawn import Scale
from gametheory.testing.sampler import Sampler

SIDES = (0, -1, 1)


@dataclass(frozen=True)
class Surface:
    """Where a difference of payoffs is zero.

    Parameters
    ----------
    gap : sympy expression
        Zero on the surface, positive on one side: a player's payoff at one profile minus that at another, in the
        player's utility.
    incentives : tuple of Incentive
        Whose comparisons these are; several deviations may share one surface. Empty for a boundary of a region that
        is nobody's incentive.
    """

    gap: Any
    incentives: tuple[Incentive, ...] = ()

    def where(self, relation: str, bound: Fraction = Fraction(0)) -> Formula:
        """Return where the gap stands in the relation to a number."""
        return comparison(self.gap, relation, bound).formula

    def __str__(self) -> str:
        equation = f"{expression_text(self.gap)} = 0"
        if not self.incentives:
            return equation
        first = self.incentives[0]
        more = f", and {len(self.incentives) - 1} more" if len(self.incentives) > 1 else ""
        return f"{equation} ({first.player} between {shown(first.outcome)} and {shown(first.deviation)}{more})"


@dataclass(frozen=True)
class Surfaces:
    """The indifference surfaces of a game, by what can be done with them.

    Parameters
    ----------
    drawn : tuple of (Surface, tuple of int)
        Those that points are drawn from, each with its sides: 0 on it, -1 and 1 just beside it.
    out_of_reach : tuple of Surface
        Those without a point under the premises.
    not_drawn : tuple of (Surface, int, str)
        Those that no way was found to draw from, the side, and why.
    """

    drawn: tuple[tuple[Surface, tuple[int, ...]], ...]
    out_of_reach: tuple[Surface, ...] = ()
    not_drawn: tuple[tuple[Surface, int, str], ...] = ()

    def __str__(self) -> str:
        lines = [f"{surface}; sides {', '.join(map(str, sorted(sides)))}" for surface, sides in self.drawn]
        lines += [f"{surface}; no point under the premises" for surface in self.out_of_reach]
        lines += [f"{surface}; side {side} not drawn: {why}" for surface, side, why in self.not_drawn]
        return "\n".join(lines) or "no indifference depends on a parameter"


@dataclass(frozen=True)
class Located:
    """A surface with what draws points of it, by side."""

    surface: Surface
    samplers: tuple[tuple[int, Sampler], ...]
    problems: tuple[tuple[int, str], ...]


def surfaces(game: Any, also: Any = (), *, beside: Any = Fraction(1, 1000)) -> Surfaces:
    """Return the indifference surfaces of a game, and say of each whether points can be drawn from it.

    Parameters
    ----------
    game : Game, Tree or Region
        Of a game in normal form, each player's comparison of two actions against the same actions of the others; of a
        tree, those of its normal form; of a region, each of its comparisons.
    also : relations, Premise or Premises, optional
        What is to hold as well.
    beside : exact number
        Greater than 0: how much the payoffs differ, at most, just beside a surface.

    Returns
    -------
    Surfaces

    Raises
    ------
    ConceptError
        For another form of game.
    AssumptionError
        If the premises and `also` contradict each other.

    Examples
    --------
    >>> import gametheory as gt
    >>> w, c = gt.parameters("w c")
    >>> game = gt.Game("Signing", ["A", "B"], ["sign", "wait"], {
    ...     ("sign", "sign"): (w, w), ("sign", "wait"): (-c, 0), ("wait", "sign"): (0, -c), ("wait", "wait"): (0, 0)},
    ...     assuming=(c > 0,))
    >>> print(gt.testing.surfaces(game))
    w = 0 (A between (sign, sign) and (wait, sign), and 1 more); sides -1, 0, 1
    -c = 0 (A between (sign, wait) and (wait, wait), and 1 more); no point under the premises
    """
    ground = boundary_ground(game, also)
    located = tuple(locate(game, ground, Scale(), positive(beside)))
    return Surfaces(
        tuple((one.surface, tuple(side for side, _ in one.samplers)) for one in located if one.samplers),
        tuple(one.surface for one in located if not (one.samplers or one.problems)),
        tuple((one.surface, side, why) for one in located for side, why in one.problems),
    )


def locate(game: Any, ground: Ground, scale: Scale, beside: Fraction) -> Iterator[Located]:
    """Yield each surface with what draws points on it and just beside it."""
    for surface in _all_surfaces(game, ground):
        samplers: list[tuple[int, Sampler]] = []
        problems: list[tuple[int, str]] = []
        for side in SIDES:
            part = ground.within(_side(surface, side, beside), f"the surface {surface}")
            if check((part.formula,), QUICK).status == "unsat":
                if side == 0:
                    break
                continue
            try:
                samplers.append((side, make_sampler(part, scale)))
            except (AssumptionError, CapacityError, Undecided) as error:
                problems.append((side, str(error)))
        yield Located(surface, tuple(samplers), tuple(problems))


def _side(surface: Surface, side: int, beside: Fraction) -> Formula:
    if side == 0:
        return surface.where("==")
    if side > 0:
        return conjunction((surface.where(">"), surface.where("<=", beside)))
    return conjunction((surface.where("<"), surface.where(">=", -beside)))


def boundary_ground(game: Any, also: Any) -> Ground:
    """Return where surfaces are looked for: under the premises; those of a region have an outer side too."""
    return read_ground((game.premises, *game.parameters) if hasattr(game, "readable") else game, also)


def positive(beside: Any) -> Fraction:
    """Return how far beside a surface points may lie; 0 and less are refused."""
    from gametheory.grammar import exact

    distance: Fraction = exact(beside, what="beside")
    if distance <= 0:
        raise ConceptError(f"beside={distance}: write a number above 0, for example Fraction(1, 1000).")
    return distance


def _all_surfaces(game: Any, ground: Ground) -> Iterator[Surface]:
    found: dict[object, Surface] = {}
    for surface in _of_region(game, ground) if hasattr(game, "readable") else _of_game(_normal_form(game)):
        on_it = surface.where("==")
        if is_true(on_it) or is_false(on_it):  # whatever the parameters are
            continue
        key: object = on_it.atom if isinstance(on_it, Leaf) else surface.gap
        known = found.get(key, Surface(surface.gap))
        found[key] = Surface(known.gap, known.incentives + surface.incentives)
    return iter(found.values())


def _normal_form(game: Any) -> Game:
    if isinstance(game, Game):
        return game
    if hasattr(game, "normal_form"):
        form: Game = game.normal_form()
        return form
    raise ConceptError(
        f"indifference surfaces are those of a game in normal form, a tree or a region, not of {quoted(game)}; ask for "
        "those of a concept's region, for example gt.testing.boundary_params(gt.nash(game, outcome))."
    )


def _of_game(game: Game) -> Iterator[Surface]:
    for player in game.players:
        for here in game.profiles:
            for action in game.alternatives(here, player):
                there = game.deviation(here, player, action)
                if game.profiles.index(here) < game.profiles.index(there):
                    gap = game.gap(player, here, there)
                    yield Surface(gap, (Incentive(player, here, there, gap, "=="),))


def _of_region(region: Any, ground: Ground) -> Iterator[Surface]:
    for atom in atoms(region.readable.formula):
        for factor in atom.factors:
            yield Surface(polynomial_expression(factor, ground.symbols))
