"""Networks that no pair wants to add a link to and nobody wants to cut a link of."""

from __future__ import annotations

from typing import Any, overload

from gametheory.concepts.outcomes import Regions
from gametheory.errors import ConceptError, quoted
from gametheory.forms.network import Link, Network, NetworkGame
from gametheory.formulas.condition import Condition, all_of
from gametheory.incentive import shown
from gametheory.recipes import Fixed
from gametheory.region import Region, make_region

BLOCKING = ("weak", "strict")


@overload
def pairwise_stable(game: NetworkGame, network: None = None, *, blocking: str = "weak") -> Regions: ...
@overload
def pairwise_stable(game: NetworkGame, network: Any, *, blocking: str = "weak") -> Region: ...
def pairwise_stable(game: NetworkGame, network: Any = None, *, blocking: str = "weak") -> Region | Regions:
    """Where nobody gains by cutting one of its links, and no two by adding one: a link needs both, a cut one.

    Parameters
    ----------
    game : NetworkGame
        What every network pays.
    network : sequence of links, optional
        Without it, every network.
    blocking : {"weak", "strict"}
        When a missing link is added: "weak", where one of the two gains and the other does not lose (the definition of
        the source); "strict", where both gain. A link is cut where one of the two gains by that.

    Returns
    -------
    Region or Regions
        Several links at once, or a link cut and another added, are not considered.

    Raises
    ------
    ConceptError
        For a game of another form, or another way of blocking.
    GameError
        For a network with links that the game does not have.

    References
    ----------
    Jackson, M. O. and Wolinsky, A. (1996), "A strategic model of social and economic networks", Journal of Economic
    Theory 71, section 2.

    Examples
    --------
    >>> import gametheory as gt
    >>> v, w = gt.parameters("v w")
    >>> pact = gt.NetworkGame("Pact", ["China", "Russia"], {(): (0, 0), (("China", "Russia"),): (v, w)})
    >>> print(gt.pairwise_stable(pact, [("China", "Russia")]))
    v >= 0 and w >= 0
    >>> print(gt.pairwise_stable(pact, (), blocking="strict"))
    v <= 0 or w <= 0
    """
    if not isinstance(game, NetworkGame):
        raise ConceptError(
            f"pairwise_stable is asked of a game on networks, not of {quoted(game)}; build gt.NetworkGame(...)."
        )
    if blocking not in BLOCKING:
        raise ConceptError(f'blocking is "weak" or "strict", not {quoted(blocking)}.')
    if network is None:
        regions = tuple((known, _stable(game, known, blocking)) for known in game.networks)
        return Regions(f"Pairwise stable networks of {game.name}", regions)
    return _stable(game, game.network(network), blocking)


def _stable(game: NetworkGame, here: Network, blocking: str) -> Region:
    condition = all_of(
        _kept(game, here, link) if link in here else _left_out(game, here, link, blocking) for link in game.links
    )
    title = f"{shown(here)} is pairwise stable in {game.name}"
    return make_region(Fixed(condition), game.premises, game.parameters, title)


def _kept(game: NetworkGame, here: Network, link: Link) -> Condition:
    without = tuple(other for other in here if other != link)
    return all_of(game.prefers(end, here, ">=", without) for end in link)


def _left_out(game: NetworkGame, here: Network, link: Link, blocking: str) -> Condition:
    first, second = link
    there = game.network((*here, link))
    refusing = ">" if blocking == "weak" else ">="
    return all_of(
        game.prefers(one, here, ">=", there) | game.prefers(other, here, refusing, there)
        for one, other in ((first, second), (second, first))
    )
