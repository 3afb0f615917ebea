"""Cheap talk with quadratic losses and a uniform state: how much a biased sender can say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import isqrt
from typing import Any

from gametheory.errors import CapacityError, ConceptError, quoted
from gametheory.forms.named_payoffs import read_named
from gametheory.forms.payoff import Payoff, payoff_at
from gametheory.formulas.condition import Condition, all_of, any_of
from gametheory.formulas.display import expression_text
from gametheory.incentive import Comparison
from gametheory.premise import Premises
from gametheory.recipes import Fixed
from gametheory.region import Region, make_region
from gametheory.solutions.demonstration import Demonstration, all_proved, demonstrate, fresh, proofs_text, require

MOST_LISTED = 10_000
"""A longer list of cutoffs is not written out; ask for one of them."""


MOST_MESSAGES = 1_000


@dataclass(frozen=True, eq=False)
class CheapTalk:
    """The equilibrium with a given number of messages.

    Parameters
    ----------
    bias : payoff
        How much higher an action than the state the sender would like best, above 0.
    messages : int
        Into how many intervals of states the sender tells its state, at least 1.
    largest : int or None
        The most messages an equilibrium can have; None if the bias is not a number.
    premises : Premises
        Under these the bias is proved to be above 0.
    parameters : tuple of Parameter
        Of the bias and the premises.
    """

    bias: Payoff
    messages: int
    largest: int | None
    premises: Premises
    parameters: tuple[Any, ...]

    @property
    def obtained(self) -> str:
        """Where the closed forms come from."""
        return "indifference of the types between two messages: a difference equation, solved"

    @property
    def uses(self) -> tuple[str, ...]:
        """Nothing: each payoff is compared with the same player's others."""
        return ()

    @cached_property
    def possible(self) -> Region:
        """Where an equilibrium with so many messages exists."""
        return self.at_least(self.messages)

    @cached_property
    def most(self) -> Region:
        """Where it exists and none has more messages."""
        return (self.possible & ~self.at_least(self.messages + 1)).called(f"{self.messages} messages are the most")

    def at_least(self, messages: int) -> Region:
        """Return where an equilibrium with this many messages exists (and then one with any smaller number)."""
        from gametheory.formulas.translate import comparison

        count = _whole(messages)
        needed = 2 * count * (count - 1) * self.bias
        condition = comparison(needed, "<", 1, Comparison(f"{count} intervals fit", needed - 1, "<"))
        return make_region(Fixed(condition), self.premises, self.parameters, f"{count} messages are possible")

    def cutoff(self, k: int) -> Payoff:
        """Return the k-th cutoff between intervals; the 0-th is 0, the last is 1."""
        if not isinstance(k, int) or not 0 <= k <= self.messages:
            raise ConceptError(f"there is no cutoff {quoted(k)}; they are numbered from 0 to {self.messages}.")
        return payoff_at(_cutoff(k, Fraction(self.messages), self.bias), {})

    @cached_property
    def cutoffs(self) -> tuple[Payoff, ...]:
        """All cutoffs from 0 to 1."""
        self._require_listed()
        return tuple(map(self.cutoff, range(self.messages + 1)))

    @cached_property
    def actions(self) -> tuple[Payoff, ...]:
        """What the receiver does after each message: the middle of its interval."""
        return tuple(payoff_at((low + high) / 2, {}) for low, high in zip(self.cutoffs, self.cutoffs[1:], strict=False))

    @property
    def receiver_payoff(self) -> Payoff:
        """What the receiver expects: minus the variance that the messages leave."""
        return payoff_at(_receiver(Fraction(self.messages), self.bias), {})

    @property
    def sender_payoff(self) -> Payoff:
        """What the sender expects: less than the receiver by the square of the bias."""
        return payoff_at(self.receiver_payoff - self.bias**2, {})

    @cached_property
    def proofs(self) -> tuple[Demonstration, ...]:
        """What makes this an equilibrium, of the most messages or fewer; worked out when asked for."""
        return tuple(_proofs(self))

    @property
    def complete(self) -> bool:
        """Whether all of `proofs` are proved: then, inside `possible`, no other equilibrium has so many intervals."""
        return all_proved(self.proofs)

    def _require_listed(self) -> None:
        if self.messages > MOST_LISTED:
            raise CapacityError(f"{self.messages} intervals are more than {MOST_LISTED:,}; ask for one with cutoff(k).")

    def __str__(self) -> str:
        lines = [f"Cheap talk with bias {expression_text(self.bias)}: {_counted(self.messages)}"]
        if self.largest is not None:
            lines.append(f"  the most there can be: {self.largest}")
        else:
            lines.append(f"  possible: {self.possible}")
        if self.messages <= 8:
            lines.append(f"  cutoffs: {', '.join(map(expression_text, self.cutoffs))}")
        payoffs = expression_text(self.receiver_payoff), expression_text(self.sender_payoff)
        return "\n".join([*lines, "  receiver {}, sender {}".format(*payoffs), f"  {proofs_text(self.proofs)}"])


def crawford_sobel(
    bias: Any, messages: int | None = None, *, assuming: Any = (), parameters: Sequence[Any] = ()
) -> CheapTalk:
    """Solve cheap talk about a state that is uniform on [0, 1], by a sender who wants the action higher by a bias.

    The receiver loses (action - state)^2, the sender (action - state - bias)^2.

    Parameters
    ----------
    bias : payoff
        Above 0: a number, an expression or text.
    messages : int, optional
        How many intervals of states the sender tells apart. Without it, as many as possible; for that the bias has to
        be a number.
    assuming : relations, Premise or Premises, optional
        What is assumed of the parameters. Their declared bounds are always assumed.
    parameters : sequence of Parameter, optional
        Further ones that text may use.

    Returns
    -------
    CheapTalk
        Cutoffs, actions and payoffs, exact. Inside `possible` they are an equilibrium. `complete` if every statement is
        proved: the cutoffs rise, types on a cutoff are indifferent, all others strictly prefer their message, the
        receiver's actions are best, and no other cutoffs have these properties.

    Raises
    ------
    AssumptionError
        If the bias is 0 or less at some point of the premises.
    ConceptError
        For a number of messages that no equilibrium has; for a bias with parameters, without a number of messages.

    Notes
    -----
    All equilibria are of this kind, up to messages that mean the same (their Theorem 1). An equilibrium with N messages
    exists if and only if 2 N (N - 1) bias < 1; at a bias of 1/4 or more nothing can be said. A bias below 0 is the same
    game with the state read from 1 down to 0.

    References
    ----------
    Crawford, V. and Sobel, J. (1982), "Strategic information transmission", Econometrica 50, 1431-1451, section 4.

    Examples
    --------
    >>> import gametheory as gt
    >>> print(gt.crawford_sobel("1/20"))
    Cheap talk with bias 1/20: 3 messages
      the most there can be: 3
      cutoffs: 0, 2/15, 7/15, 1
      receiver -43/2700, sender -199/10800
      11 of 11 statements proved
    >>> b = gt.Parameter("b", above=0)
    >>> print(gt.crawford_sobel(b, 2).possible)
    b < 1/4
    """
    (amount,), given, used = read_named({"the bias": bias}, assuming, parameters, "cheap talk")
    from gametheory.formulas.translate import comparison

    remedy = "with a bias of 0 everything is told; for one below 0, read the state from 1 down to 0"
    require({"the bias is above 0": comparison(amount, ">", 0)}, given, used, "cheap talk", remedy)
    largest = _largest(amount) if isinstance(amount, Fraction) else None
    count = largest if messages is None else _whole(messages)
    if messages is not None and messages > MOST_MESSAGES:
        raise CapacityError(f"more than {MOST_MESSAGES:,} messages are more cutoffs than can be listed; give fewer.")
    if count is None:
        raise ConceptError(
            f"how many messages are possible depends on {', '.join(map(str, used))}; name a number of messages, or "
            "give the bias as a number."
        )
    talk = CheapTalk(amount, count, largest, given, used)
    if talk.possible.is_empty():
        most = "no such bias is left by the premises" if largest is None else f"the most for this bias are {largest}"
        raise ConceptError(f"no equilibrium has {_counted(talk.messages)}; {most}.")
    return talk


def _whole(messages: Any) -> int:
    if isinstance(messages, bool) or not isinstance(messages, int) or messages < 1:
        raise ConceptError(f"the number of messages is {quoted(messages)}; give a whole number, at least 1.")
    return messages


def _counted(messages: int) -> str:
    return f"{messages} message{'s' if messages > 1 else ', which tells nothing'}"


def _largest(bias: Fraction) -> int:
    """Return the largest N with 2 N (N - 1) bias < 1, in whole numbers."""
    # N (N - 1) < 1/(2 bias) says N (N - 1) <= bound, and so (2 N - 1)^2 <= 4 bound + 1.
    bound = -(-bias.denominator // (2 * bias.numerator)) - 1
    return (isqrt(4 * bound + 1) + 1) // 2


def _cutoff(k: Any, count: Any, bias: Payoff) -> Payoff:
    return k / count + 2 * bias * k * (k - count)


def _receiver(count: Any, bias: Payoff) -> Payoff:
    return -(1 / (12 * count**2) + bias**2 * (count**2 - 1) / 3)


def _proofs(talk: CheapTalk) -> Iterator[Demonstration]:
    """Yield the statements for every number of messages N and every interval k at once, then for this N alone."""
    from gametheory.formulas.translate import comparison
    from gametheory.premise import premises

    known, b = talk.parameters, talk.bias
    count, k = fresh("N", "", known, at_least=1), fresh("k", "", known)
    state, action, other = (fresh(word, "", known) for word in ("state", "action", "other"))
    low, high = fresh("low", "", known), fresh("high", "", known)

    def holds(statement: str, condition: Condition, *others: Any, given: Any = ()) -> Demonstration:
        under = premises(talk.premises, *given, parameters=known)
        return demonstrate(statement, condition, under, (*known, *others))

    def cut(place: Any) -> Any:
        return _cutoff(place, count, b)

    def middle(place: Any) -> Any:
        return (cut(place - 1) + cut(place)) / 2

    fits = comparison(2 * count * (count - 1) * b, "<", 1)
    ends = all_of([comparison(cut(Fraction(0)), "==", 0), comparison(cut(count), "==", 1)])
    yield holds("the first cutoff is 0 and the last is 1", ends, count)
    inside = [k >= 1, k <= count]
    rises = comparison(cut(k), ">", cut(k - 1))
    text = "the cutoffs rise, if 2 N (N - 1) bias is below 1"
    yield holds(text, ~fits | rises, count, k, given=inside)
    yield holds("and fall short of that otherwise", fits | ~comparison(cut(1), ">", cut(0)), count)
    loss, farther = (-((choice - state - b) ** 2) for choice in (action, other))
    same = comparison(
        loss.xreplace({action: middle(k), state: cut(k)}), "==", farther.xreplace({other: middle(k + 1), state: cut(k)})
    )
    yield holds("the type at a cutoff is indifferent between the messages on its two sides", same, count, k)
    prefers = comparison(loss, ">", farther), comparison(2 * (state + b), "<", action + other)
    single = any_of([all_of(prefers), ~prefers[0] & ~prefers[1]])
    text = "of two actions a type prefers the lower one exactly if it and the bias are below their middle"
    yield holds(text, single, state, action, other, given=[action < other])
    between = comparison(middle(k) + middle(k + 1), "==", 2 * (cut(k) + b))
    climbing = ~fits | comparison(middle(k + 1), ">", middle(k))
    text = "the middle of the actions on two sides of a cutoff is the cutoff and the bias, and actions rise"
    yield holds(text, all_of([between, climbing]), count, k, given=[k >= 1, k <= count - 1])
    # The receiver's expected loss over an interval, integrated: a quotient of polynomials.
    expected = ((low - action) ** 3 - (high - action) ** 3) / (3 * (high - low))
    best = expected.xreplace({action: (low + high) / 2})
    short = comparison(best - expected, "==", (action - (low + high) / 2) ** 2)
    slope = expected.diff(action)
    flat = comparison(slope.xreplace({action: (low + high) / 2}), "==", 0)
    bends = comparison(slope.diff(action), "<", 0)
    text = (
        "the middle of an interval is the receiver's only best action: slope 0, strictly concave, others a square worse"
    )
    yield holds(text, all_of([short, flat, bends]), low, high, action, given=[low < high])
    # Added up from 1 to k, by induction on k: the cubes of widths first + (k - 1) 4 b.
    first, step = cut(1), 4 * b
    base = first - step
    cubes = base**3 * k + base**2 * step * k * (k + 1) * Fraction(3, 2)
    cubes += base * step**2 * k * (k + 1) * (2 * k + 1) / 2 + step**3 * k**2 * (k + 1) ** 2 / 4
    grown = comparison(cubes - cubes.xreplace({k: k - 1}), "==", (cut(k) - cut(k - 1)) ** 3)
    started = comparison(cubes.xreplace({k: k * 0}), "==", 0)
    sums = comparison(-cubes.xreplace({k: count}) / 12, "==", _receiver(count, b))
    yield holds(
        "the receiver's payoffs over the intervals add up to its payoff", all_of([grown, started, sums]), count, k
    )
    told = (low - (low + high) / 2 + b) ** 3 - (high - (low + high) / 2 + b) ** 3
    yield holds(
        "over each interval the sender has the receiver's payoff less the square of the bias",
        comparison(told / (3 * (high - low)), "==", best - b**2),
        low,
        high,
        given=[low < high],
    )
    # Uniqueness: indifference makes each width larger by 4 b than the one before; N of them fill [0, 1].
    following = fresh("following", "", known)
    indifferent = comparison((low + high) / 2 + (high + following) / 2, "==", 2 * (high + b))
    wider = comparison(following - high, "==", high - low + 4 * b)
    text = "indifference at a cutoff makes the interval above it wider by 4 times the bias, and nothing else"
    yield holds(text, any_of([indifferent & wider, ~indifferent & ~wider]), low, high, following)
    width = fresh("width", "", known, above=0)
    filled = comparison(count * width + 2 * b * count * (count - 1), "==", 1)
    text = (
        "intervals that fill [0, 1] so start with the width that the cutoffs have, and leave 2 N (N - 1) bias below 1"
    )
    yield holds(text, any_of([~filled, comparison(width, "==", cut(1)) & fits]), count, width)
