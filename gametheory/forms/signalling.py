"""Signalling games: who knows its type chooses a signal, and who sees the signal replies."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any

from gametheory.errors import CapacityError, GameError, PayoffError, quoted
from gametheory.forms.assessment import Assessment, Choices, read_assessment
from gametheory.forms.named_payoffs import named_at, read_named
from gametheory.forms.payoff import Payoff
from gametheory.forms.priors import Distribution, read_distribution, require_probabilities
from gametheory.forms.words import distinct_words, require_name
from gametheory.formulas.condition import Obligation
from gametheory.formulas.display import expression_text
from gametheory.incentive import shown
from gametheory.point import point_given
from gametheory.premise import Premises

Play = tuple[str, str, str]
"""A type, the signal it sends and the reply to it."""

MOST_PLAYS = 100_000
"""A game has so many types times signals times replies, and no more."""


@dataclass(frozen=True, init=False)
class SignallingGame:
    """A game in which a sender knows its type and sends a signal, and a receiver sees the signal alone and replies.

    Parameters
    ----------
    name : str
        What the game is called.
    types : sequence of str
        Of the sender; at least one, distinct.
    signals : sequence of str
        What every type can send.
    replies : sequence of str
        What the receiver can do after every signal.
    payoffs : mapping of (type, signal, reply) to (sender's payoff, receiver's payoff), or callable
        Numbers, expressions or text. A callable gets the type, the signal and the reply.
    prior : mapping of type to probability
        Numbers, expressions or text.
    players : sequence of two str
        What sender and receiver are called.
    assuming : relations, Premise or Premises, optional
        What is assumed of the parameters.
    parameters : sequence of Parameter, optional
        Further ones that text may use.

    Raises
    ------
    AssumptionError
        If the premises let the probabilities leave [0, 1] or miss the sum 1 (the point is named), or contradict each
        other.
    GameError
        If types, signals, replies, payoffs and prior do not fit together.
    PayoffError
        For a payoff or a probability that is not exact.
    CapacityError
        For more than 100,000 plays.

    References
    ----------
    Spence, M. (1973), "Job market signaling", Quarterly Journal of Economics 87.

    Examples
    --------
    >>> import gametheory as gt
    >>> t = gt.Parameter("t", meaning="chance that the sender is sincere", at_least=0, at_most=1)
    >>> cost = gt.Parameter("cost", at_least=0)
    >>> def pays(kind, signal, reply):
    ...     paid = cost if signal == "withdraw" else 0
    ...     if reply == "refuse":
    ...         return -paid, 0
    ...     return 2 - paid, 1 if kind == "sincere" else -1
    >>> gt.SignallingGame("Reassurance", ["sincere", "hostile"], ["withdraw", "stay"], ["trust", "refuse"], pays,
    ...                   prior={"sincere": t, "hostile": 1 - t}, players=("China", "Russia"))
    <SignallingGame 'Reassurance': China (sincere, hostile) sends withdraw or stay; Russia replies trust or refuse>
    """

    name: str
    players: tuple[str, ...]
    types: tuple[str, ...]
    signals: tuple[str, ...]
    replies: tuple[str, ...]
    cells: tuple[tuple[Payoff, ...], ...]
    prior: Distribution
    premises: Premises
    parameters: tuple[Any, ...]

    def __init__(
        self,
        name: str,
        types: Sequence[str],
        signals: Sequence[str],
        replies: Sequence[str],
        payoffs: Mapping[Play, Sequence[Any]] | Callable[[str, str, str], Sequence[Any]],
        *,
        prior: Mapping[str, Any],
        players: Sequence[str] = ("sender", "receiver"),
        assuming: Any = (),
        parameters: Sequence[Any] = (),
    ) -> None:
        def put(field: str, value: Any) -> None:
            object.__setattr__(self, field, value)

        put("name", require_name(name))
        put("players", distinct_words(players, "the players", name))
        if len(self.players) != 2:
            raise GameError(f"{name} has the players {', '.join(self.players)}; give two, sender and receiver.")
        put("types", distinct_words(types, "the types", name))
        put("signals", distinct_words(signals, "the signals", name))
        put("replies", distinct_words(replies, "the replies", name))
        count = len(self.types) * len(self.signals) * len(self.replies)
        if count > MOST_PLAYS:
            raise CapacityError(f"{name} has {count:,} plays, more than {MOST_PLAYS:,}; leave out signals or replies.")
        raw = _read_plays(self, payoffs)
        what = f"{self.players[0]}'s types"
        chances = read_distribution(prior, self.types, what, name)
        where = {
            f"{player}'s payoff at {shown(play)}": payoff
            for play, row in raw.items()
            for player, payoff in zip(self.players, row, strict=True)
        }
        probabilities = {f"the probability of {kind}": p for kind, p in zip(self.types, chances, strict=True)}
        flat, given, used = read_named({**where, **probabilities}, assuming, parameters, name)
        put("cells", tuple(flat[i : i + 2] for i in range(0, len(where), 2)))
        put("prior", Distribution((0,), tuple((kind,) for kind in self.types), flat[len(where) :], what))
        put("premises", given)
        put("parameters", used)
        require_probabilities((self.prior,), given, {parameter.name: parameter for parameter in used})

    @cached_property
    def plays(self) -> tuple[Play, ...]:
        """Every type, signal and reply, the reply changing fastest."""
        return tuple(product(self.types, self.signals, self.replies))

    @cached_property
    def _table(self) -> dict[Play, tuple[Payoff, ...]]:
        return dict(zip(self.plays, self.cells, strict=True))

    @cached_property
    def owed(self) -> tuple[Obligation, ...]:
        """What premises must say of the prior before anything can be said of the game."""
        return self.prior.owed()

    @property
    def sender(self) -> str:
        """Who knows its type."""
        return self.players[0]

    @property
    def receiver(self) -> str:
        """Who sees the signal."""
        return self.players[1]

    @property
    def choices(self) -> Choices:
        """The sender's signals by type, and the receiver's replies by signal."""
        return {self.sender: (self.types, self.signals), self.receiver: (self.signals, self.replies)}

    def probability(self, kind: str) -> Payoff:
        """Return the prior probability of a type."""
        return self.prior.probability((kind,))

    def payoff(self, player: str, play: Play) -> Payoff:
        """Return what a player gets from a type, a signal and a reply, in that player's utility."""
        if not isinstance(player, str) or player not in self.players:
            raise GameError(f"{self.name} has no player {quoted(player)}; its players are {', '.join(self.players)}.")
        if play not in self._table:
            raise GameError(f"{quoted(play)} is no play of {self.name}; one is {shown(self.plays[0])}.")
        return self._table[play][self.players.index(player)]

    def assessment(self, given: Any) -> Assessment:
        """Return an assessment of the game: a signal for every type and a reply to every signal, checked."""
        return read_assessment(given, self.choices, self.name)

    def profiles_of(self, outcome: Any) -> tuple[Assessment, ...]:
        """Return the assessments that an outcome stands for: itself alone."""
        return (self.assessment(outcome),)

    def at(self, point: Mapping[Any, Any] | None = None, /, **values: Any) -> SignallingGame:
        """Return the game with numbers for some or all parameters, as :meth:`Game.at` does."""
        given = point_given(point, values)
        if not given:
            return self
        flat = [payoff for row in self.cells for payoff in row]
        read, left = named_at([*flat, *self.prior.probabilities], self.premises, self.parameters, given, self.name)
        cells = {play: (read[2 * i], read[2 * i + 1]) for i, play in enumerate(self.plays)}
        prior = dict(zip(self.types, read[len(flat) :], strict=True))
        return SignallingGame(
            self.name, self.types, self.signals, self.replies, cells, prior=prior, players=self.players, assuming=left
        )

    def __str__(self) -> str:
        chances = zip(self.types, map(expression_text, self.prior.probabilities), strict=True)
        lines = [
            self.name,
            f"{self.sender}: " + ", ".join(f"{kind} ({chance})" for kind, chance in chances),
            f"payoffs of {self.sender}, {self.receiver} by type, signal and reply:",
            *(f"  {shown(play)}: {', '.join(map(expression_text, row))}" for play, row in self._table.items()),
        ]
        return "\n".join([*lines, *([f"assuming {self.premises}"] if self.premises else [])])

    def __repr__(self) -> str:
        sends = f"{self.sender} ({', '.join(self.types)}) sends {' or '.join(self.signals)}"
        return f"<SignallingGame {self.name!r}: {sends}; {self.receiver} replies {' or '.join(self.replies)}>"


def _read_plays(game: SignallingGame, payoffs: Any) -> dict[Play, tuple[Any, ...]]:
    if callable(payoffs):
        given = {play: payoffs(*play) for play in game.plays}
    elif isinstance(payoffs, Mapping):
        given = dict(payoffs)
    else:
        raise GameError(f"the payoffs of {game.name} are {quoted(payoffs)}; give {{(type, signal, reply): payoffs}}.")
    known = frozenset(game.plays)
    for play in given:
        if play not in known:
            raise GameError(f"{quoted(play)} is no play of {game.name}; one is {shown(game.plays[0])}.")
    missing = [play for play in game.plays if play not in given]
    if missing:
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        raise GameError(
            f"{game.name} has no payoffs at {shown(missing[0])}{more}; give the sender's and the receiver's."
        )
    for play, row in given.items():
        if isinstance(row, (str, bytes)) or not isinstance(row, Sequence) or len(row) != 2:
            raise PayoffError(
                f"the payoffs of {game.name} at {shown(play)} are {quoted(row)}; give two, the sender's first."
            )
    return {play: tuple(given[play]) for play in game.plays}
