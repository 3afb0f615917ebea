"""Perfect Bayesian equilibria of signalling games: separating, pooling, and all others in pure strategies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import prod
from typing import Any, overload

from gametheory.concepts.off_path import some_belief
from gametheory.concepts.outcomes import Regions
from gametheory.errors import ConceptError, GameError, quoted
from gametheory.forms.assessment import Assessment, Plan, every_plan, read_plan, require_capacity
from gametheory.forms.chance import expected
from gametheory.forms.payoff import Payoff, read_payoff, symbols_of
from gametheory.forms.priors import Distribution, read_distribution
from gametheory.forms.signalling import SignallingGame
from gametheory.formulas.condition import Condition, all_of, any_of
from gametheory.formulas.formula import TRUE, is_true
from gametheory.incentive import Incentive
from gametheory.recipes import Fixed
from gametheory.region import Region, make_region

Beliefs = Mapping[str, Distribution]
"""By signal, what the receiver believes of the sender's type."""


@overload
def perfect_bayesian(
    game: SignallingGame, outcome: None = None, *, signals: None = None, replies: None = None, beliefs: Any = None
) -> Regions: ...
@overload
def perfect_bayesian(
    game: SignallingGame, outcome: Any = None, *, signals: Any = None, replies: Any = None, beliefs: Any = None
) -> Region: ...
def perfect_bayesian(
    game: SignallingGame, outcome: Any = None, *, signals: Any = None, replies: Any = None, beliefs: Any = None
) -> Region | Regions:
    """Where a signalling game has a weak perfect Bayesian equilibrium in pure strategies.

    Parameters
    ----------
    game : SignallingGame
        Any number of types, signals and replies.
    outcome : mapping of player to plan, optional
        Both plans at once, instead of `signals` and `replies`: ``{"sender": {...}, "receiver": {...}}``.
    signals : mapping of type to signal, or one signal, optional
        What the sender's types send. Without it: some signals.
    replies : mapping of signal to reply, or one reply, optional
        What the receiver does after each signal, sent or not. Without it: some replies.
    beliefs : mapping of signal to mapping of type to probability, optional
        What the receiver believes after some of the signals: numbers, expressions, text, or parameters of their own.

    Returns
    -------
    Region or Regions
        With signals or replies or both, a region; with neither, the region of every assessment. Exact, ties included.

    Raises
    ------
    AssumptionError
        If beliefs may leave [0, 1] or miss the sum 1 within the premises; the point is named.
    GameError
        For an unknown or missing type, signal or reply.
    CapacityError
        For more than 4,096 assessments to look at, or more than 300 beliefs to try after a signal.

    Notes
    -----
    Every type sends what it gains most from, types of probability 0 included. After a signal that is sent with positive
    probability, beliefs follow by Bayes' rule; comparisons are multiplied by the probability of the signal, so nothing
    is divided by it. After any other signal the reply must be best for some belief, or for the one that is given. A
    belief given for a signal that is sent must agree with Bayes' rule: that is part of the region.

    References
    ----------
    Fudenberg, D., and Tirole, J. (1991), Game Theory, MIT Press, section 8.2.

    Examples
    --------
    >>> import gametheory as gt
    >>> t = gt.Parameter("t", meaning="chance that the sender is sincere", above=0, below=1)
    >>> cost = gt.Parameter("cost", at_least=0)
    >>> def pays(kind, signal, reply):
    ...     paid = 0 if signal == "stay" else cost if kind == "sincere" else 3
    ...     if reply == "refuse":
    ...         return -paid, 0
    ...     return 2 - paid, 1 if kind == "sincere" else -1
    >>> game = gt.SignallingGame("Reassurance", ["sincere", "hostile"], ["withdraw", "stay"], ["trust", "refuse"], pays,
    ...                          prior={"sincere": t, "hostile": 1 - t}, players=("China", "Russia"))
    >>> print(gt.perfect_bayesian(game, signals={"sincere": "withdraw", "hostile": "stay"},
    ...                           replies={"withdraw": "trust", "stay": "refuse"}))
    cost <= 2
    >>> print(gt.perfect_bayesian(game, signals="stay", replies="trust"))
    t >= 1/2
    """
    _require_signalling(game, "perfect_bayesian")
    if outcome is not None:
        if signals is not None or replies is not None:
            raise ConceptError("perfect_bayesian got both plans at once and one of them again; give each once.")
        chosen = game.assessment(outcome)
        signals, replies = chosen[game.sender], chosen[game.receiver]
    sent = None if signals is None else read_plan(signals, *game.choices[game.sender], game.sender, game.name)
    answered = None if replies is None else read_plan(replies, *game.choices[game.receiver], game.receiver, game.name)
    believed = _read_beliefs(game, beliefs)
    if sent is None and answered is None:
        return _all(game, believed)
    words = {"signals": sent, "replies": answered}
    title = f"a perfect Bayesian equilibrium with {', '.join(f'{k} {dict(v)}' for k, v in words.items() if v)}"
    return _some(game, [sent] if sent else _plans(game, game.sender), answered, believed, title)


def separating(game: SignallingGame, *, replies: Any = None, beliefs: Any = None) -> Region:
    """Where every type sends a signal of its own in some perfect Bayesian equilibrium in pure strategies.

    Parameters
    ----------
    game : SignallingGame
        With at least as many signals as types, and two types or more.
    replies, beliefs
        As in :func:`perfect_bayesian`; without replies, some replies.

    Returns
    -------
    Region
        The union over who sends which signal.

    Raises
    ------
    ConceptError
        If there is only one type, or if there are fewer signals than types.

    Examples
    --------
    >>> import gametheory as gt
    >>> cost = gt.Parameter("cost", at_least=0)
    >>> def pays(kind, signal, reply):
    ...     paid = 0 if signal == "stay" else cost if kind == "sincere" else 3 * cost
    ...     return (2 - paid, 1 if kind == "sincere" else -1) if reply == "trust" else (-paid, 0)
    >>> game = gt.SignallingGame("Reassurance", ["sincere", "hostile"], ["withdraw", "stay"], ["trust", "refuse"], pays,
    ...                          prior={"sincere": "1/2", "hostile": "1/2"})
    >>> print(gt.separating(game))
    cost <= 2 and cost >= 2/3
    """
    _require_signalling(game, "separating")
    if not 2 <= len(game.types) <= len(game.signals):
        raise ConceptError(
            f"{game.name} has {len(game.types)} types and {len(game.signals)} signals; types can only be told apart if "
            "there are two or more, and a signal for each."
        )
    answered = None if replies is None else read_plan(replies, *game.choices[game.receiver], game.receiver, game.name)
    apart = [plan for plan in _plans(game, game.sender) if len({signal for _, signal in plan}) == len(plan)]
    return _some(game, apart, answered, _read_beliefs(game, beliefs), "a separating equilibrium")


def pooling(game: SignallingGame, signal: str | None = None, *, replies: Any = None, beliefs: Any = None) -> Region:
    """Where all types send the same signal in some perfect Bayesian equilibrium in pure strategies.

    Parameters
    ----------
    game : SignallingGame
        Any.
    signal : str, optional
        Which; without it, any.
    replies, beliefs
        As in :func:`perfect_bayesian`; without replies, some replies.

    Returns
    -------
    Region
        A union over replies, and over signals if none is given.

    Examples
    --------
    >>> import gametheory as gt
    >>> t = gt.Parameter("t", above=0, below=1)
    >>> def pays(kind, signal, reply):
    ...     return (1, 1 if kind == "sincere" else -1) if reply == "trust" else (0, 0)
    >>> game = gt.SignallingGame("Words", ["sincere", "hostile"], ["friendly", "cool"], ["trust", "refuse"], pays,
    ...                          prior={"sincere": t, "hostile": 1 - t})
    >>> print(gt.pooling(game, "friendly", replies="trust"), "|", gt.pooling(game).is_everywhere())
    t >= 1/2 | True
    """
    _require_signalling(game, "pooling")
    chosen = game.signals if signal is None else (signal,)
    together = [read_plan(one, *game.choices[game.sender], game.sender, game.name) for one in chosen]
    answered = None if replies is None else read_plan(replies, *game.choices[game.receiver], game.receiver, game.name)
    title = f"a pooling equilibrium{f' on {signal}' if signal else ''}"
    return _some(game, together, answered, _read_beliefs(game, beliefs), title)


def _require_signalling(game: Any, concept: str) -> None:
    if not isinstance(game, SignallingGame):
        raise ConceptError(
            f"{concept} is asked of a signalling game, not of {quoted(game)}; build gt.SignallingGame(...)."
        )


def _plans(game: SignallingGame, player: str) -> list[Plan]:
    """Return all plans of a player, after making sure that all assessments are few enough to look at."""
    require_capacity(prod(len(acts) ** len(where) for where, acts in game.choices.values()), game.name)
    return list(every_plan(*game.choices[player]))


def _all(game: SignallingGame, beliefs: Beliefs) -> Regions:
    listed = []
    for sent in _plans(game, game.sender):
        for answered in _plans(game, game.receiver):
            one = Assessment(((game.sender, sent), (game.receiver, answered)))
            listed.append((one, _some(game, [sent], answered, beliefs, f"{one} is a perfect Bayesian equilibrium")))
    return Regions(f"Perfect Bayesian equilibria of {game.name}", tuple(listed))


def _some(game: SignallingGame, sent: Iterable[Plan], answered: Plan | None, beliefs: Beliefs, title: str) -> Region:
    """Return the region of the equilibria with one of these signal plans, and with these replies or any."""
    replying = _plans(game, game.receiver) if answered is None else [answered]
    owed = tuple(one for belief in beliefs.values() for one in belief.owed())
    condition = any_of(
        equilibrium_condition(game, dict(plan), dict(replies), beliefs) for plan in sent for replies in replying
    ) & Condition(TRUE, (*game.owed, *owed))
    used = symbols_of((*game.parameters, *(p for one in beliefs.values() for p in one.probabilities)), title)
    region = make_region(Fixed(condition), game.premises, used, f"{title} of {game.name}")
    if beliefs:
        region.readable  # noqa: B018 - a belief that is none is an error here, not later
    return region


def equilibrium_condition(
    game: SignallingGame, sent: Mapping[str, str], answered: Mapping[str, str], beliefs: Beliefs
) -> Condition:
    """Return where these plans are best replies and the beliefs follow by Bayes' rule where it applies."""
    senders = (_sends(game, kind, sent, answered) for kind in game.types)
    receivers = (_replies(game, signal, sent, answered[signal], beliefs.get(signal)) for signal in game.signals)
    return all_of((*senders, *receivers))


def _sends(game: SignallingGame, kind: str, sent: Mapping[str, str], answered: Mapping[str, str]) -> Condition:
    from gametheory.formulas.translate import comparison

    who = f"{game.sender} ({kind})" if len(game.types) > 1 else game.sender
    chosen = sent[kind]
    staying = game.payoff(game.sender, (kind, chosen, answered[chosen]))
    conditions = []
    for signal in game.signals:
        if signal != chosen:
            leaving = game.payoff(game.sender, (kind, signal, answered[signal]))
            conditions.append(comparison(staying, ">=", leaving, Incentive(who, chosen, signal, staying - leaving)))
    return all_of(conditions)


def _replies(
    game: SignallingGame, signal: str, sent: Mapping[str, str], reply: str, belief: Distribution | None
) -> Condition:
    from gametheory.formulas.translate import comparison

    weights = [game.probability(kind) if sent[kind] == signal else Fraction(0) for kind in game.types]
    mass = expected((weight, Fraction(1)) for weight in weights)
    if belief is not None:
        # Bayes' rule times the probability of the signal: it says nothing of a signal that is never sent.
        follows = all_of(
            comparison(expected(((share, mass),)), "==", weight)
            for share, weight in zip(belief.probabilities, weights, strict=True)
        )
        return follows & _best_reply(game, signal, reply, belief.probabilities, Fraction(1))
    if mass == 0:
        return some_belief(game, signal, reply)
    by_bayes = _best_reply(game, signal, reply, weights, mass)
    possible = comparison(mass, ">", 0)
    certain = is_true(possible.formula)
    return by_bayes if certain else by_bayes & (possible | some_belief(game, signal, reply))


def _best_reply(game: SignallingGame, signal: str, reply: str, weights: Iterable[Payoff], mass: Payoff) -> Condition:
    """Return where a reply is best against types of these weights; the weights add up to the mass."""
    from gametheory.formulas.translate import comparison

    weighing = list(zip(game.types, weights, strict=True))

    def worth(answer: str) -> Payoff:
        return expected((weight, game.payoff(game.receiver, (kind, signal, answer))) for kind, weight in weighing)

    staying = worth(reply)
    conditions = []
    for other in game.replies:
        if other != reply:
            leaving = worth(other)
            reason = Incentive(f"{game.receiver} (after {signal})", reply, other, (staying - leaving) / mass)
            conditions.append(comparison(staying, ">=", leaving, reason))
    return all_of(conditions)


def _read_beliefs(game: SignallingGame, given: Any) -> Beliefs:
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise GameError(f"the beliefs are {quoted(given)}; give {{signal: {{type: probability}}}}.")
    read = {}
    for signal, chances in given.items():
        if signal not in game.signals:
            raise GameError(f"{quoted(signal)} is no signal of {game.name}; its signals are {', '.join(game.signals)}.")
        raw = read_distribution(chances, game.types, f"{game.sender}'s types after {signal}", game.name)
        what = f"{game.sender}'s types, as {game.receiver} believes after {signal}"
        known = symbols_of((*game.parameters, *raw), what)
        shares = tuple(read_payoff(p, known, f"the belief in {k}") for k, p in zip(game.types, raw, strict=True))
        read[signal] = Distribution((0,), tuple((kind,) for kind in game.types), shares, what)
    return read
