"""Free messages before a game: equilibria in which they are ignored, and in which they tell types apart."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import product
from typing import Any

from gametheory.concepts.bayes import bayes_condition
from gametheory.concepts.nash import nash_condition
from gametheory.errors import ConceptError, GameError, quoted
from gametheory.forms.assessment import every_assessment, every_plan, read_plan, require_capacity
from gametheory.forms.bayesian import BayesianGame
from gametheory.forms.chance import expected
from gametheory.forms.normal import Game
from gametheory.forms.payoff import Payoff
from gametheory.forms.priors import Types
from gametheory.formulas.condition import Condition, all_of, any_of
from gametheory.formulas.formula import TRUE
from gametheory.incentive import Comparison, Incentive, shown
from gametheory.recipes import Fixed
from gametheory.region import Region, make_region


def babbling(game: Game | BayesianGame, outcome: Any = None) -> Region:
    """Where there is a pure equilibrium in which everyone says the same and nobody listens.

    Parameters
    ----------
    game : Game or BayesianGame
        What is played after the talk.
    outcome : profile or assessment, optional
        What is played whatever was said; without it, something.

    Returns
    -------
    Region
        Exactly where the outcome (or some outcome) is an equilibrium without talk: messages that cost nothing and
        change nothing are as good as any others, so talk never removes an equilibrium.

    References
    ----------
    Crawford, V., and Sobel, J. (1982), "Strategic information transmission", Econometrica 50.

    Examples
    --------
    >>> import gametheory as gt
    >>> x = gt.Parameter("x")
    >>> game = gt.Game("Meeting", ["A", "B"], ["here", "there"], {("here", "here"): (x, x), ("here", "there"): (0, 0),
    ...                ("there", "here"): (0, 0), ("there", "there"): (1, 1)})
    >>> print(gt.babbling(game, ("here", "here")), "|", gt.babbling(game))
    x >= 0 | always
    """
    if isinstance(game, Game):
        profiles = game.profiles if outcome is None else game.profiles_of(outcome)
        condition = any_of(nash_condition(game, profile) for profile in profiles)
    elif isinstance(game, BayesianGame):
        listed = every_assessment(game.choices, game.name) if outcome is None else game.profiles_of(outcome)
        condition = any_of(bayes_condition(game, one) for one in listed)
    else:
        raise ConceptError(f"babbling is asked of a game in normal form or with types, not of {quoted(game)}.")
    played = "some outcome" if outcome is None else shown(outcome)
    return make_region(
        Fixed(condition), game.premises, game.parameters, f"{played} is played whatever is said before {game.name}"
    )


def talk_equilibrium(
    game: BayesianGame, sender: str, messages: Mapping[str, str], actions: Any, replies: Mapping[str, Any]
) -> Region:
    """Where free messages before a game are part of a perfect Bayesian equilibrium in pure strategies.

    The sender knows its type and says something; then both players choose at once.

    Parameters
    ----------
    game : BayesianGame
        Two players; only the sender has more than one type.
    sender : str
        Who speaks.
    messages : mapping of type to str
        What each type says, in any words.
    actions : mapping of type to action, or one action
        What each type does afterwards.
    replies : mapping of message to action, or one action
        What the other does after each message that is sent.

    Returns
    -------
    Region
        Exact, ties included. Every message sent has positive probability there. Messages that nobody sends need no
        reply: heard as one that is sent, they tempt nobody.

    Raises
    ------
    ConceptError
        If the game has not two players, or the other one has types too.

    Examples
    --------
    >>> import gametheory as gt
    >>> bias = gt.Parameter("bias", meaning="what the sender gains if help comes", at_least=0)
    >>> def pays(types, actions):
    ...     fits = int((types[0] == "in need") == (actions[1] == "help"))
    ...     return (3 * fits + (bias if actions[1] == "help" else 0), fits)
    >>> game = gt.BayesianGame("Appeal", ["Ally", "Patron"], {"Ally": ["in need", "safe"]},
    ...                        [["wait"], ["help", "rest"]], pays, priors={"Ally": {"in need": "1/2", "safe": "1/2"}})
    >>> print(gt.talk_equilibrium(game, "Ally", {"in need": "help us", "safe": "all is well"}, "wait",
    ...                           {"help us": "help", "all is well": "rest"}))
    bias <= 3
    """
    speaks, _ = _talkers(game, sender, "talk_equilibrium")
    kinds, own = game.choices[sender]
    if not isinstance(messages, Mapping) or not all(isinstance(word, str) for word in messages.values()):
        raise GameError(f"the messages are {quoted(messages)}; give {{type: what it says}}.")
    said = dict(read_plan(messages, kinds, tuple(dict.fromkeys(messages.values())), sender, game.name))
    acts = dict(read_plan(actions, kinds, own, sender, game.name))
    listener = game.players[1 - speaks]
    heard = tuple(dict.fromkeys(said.values()))
    answers = dict(read_plan(replies, heard, game.choices[listener][1], listener, game.name))
    condition = _equilibrium(game, sender, said, acts, answers) & Condition(TRUE, game.owed)
    title = f"{sender} says {said} and does {acts}, with the replies {answers}, in {game.name} with free messages"
    return make_region(Fixed(condition), game.premises, game.parameters, title)


def informative_talk(game: BayesianGame, sender: str) -> Region:
    """Where free messages change something: in a pure equilibrium, two that are sent get different replies.

    Parameters
    ----------
    game : BayesianGame
        Two players; only the sender has more than one type.
    sender : str
        Who speaks.

    Returns
    -------
    Region
        The union over everything that types may say and do: there are as many messages as anyone wants. Mixed
        equilibria are not among them.

    Raises
    ------
    ConceptError
        If the game has not two players, or the other one has types too.
    CapacityError
        For more than 4,096 plans to look at.

    Notes
    -----
    Messages that get the same reply can be made one message, so it is enough to call each message by its reply.

    Examples
    --------
    >>> import gametheory as gt
    >>> bias = gt.Parameter("bias", meaning="what the sender gains if help comes", at_least=0)
    >>> def pays(types, actions):
    ...     fits = int((types[0] == "in need") == (actions[1] == "help"))
    ...     return (3 * fits + (bias if actions[1] == "help" else 0), fits)
    >>> game = gt.BayesianGame("Appeal", ["Ally", "Patron"], {"Ally": ["in need", "safe"]},
    ...                        [["wait"], ["help", "rest"]], pays, priors={"Ally": {"in need": "1/2", "safe": "1/2"}})
    >>> print(gt.informative_talk(game, "Ally"))
    bias <= 3
    """
    speaks, _ = _talkers(game, sender, "informative_talk")
    kinds, own = game.choices[sender]
    answers = game.actions[1 - speaks]
    require_capacity((len(own) * len(answers)) ** len(kinds), f"talk before {game.name}")
    condition = any_of(
        _equilibrium(game, sender, dict(said), dict(acts), {answer: answer for answer in heard})
        for said in every_plan(kinds, answers)
        for heard in (tuple(dict.fromkeys(answer for _, answer in said)),)
        if len(heard) > 1
        for acts in every_plan(kinds, own)
    ) & Condition(TRUE, game.owed)
    title = f"two messages of {sender} get different replies in a pure equilibrium of {game.name} with free messages"
    return make_region(Fixed(condition), game.premises, game.parameters, title)


def _talkers(game: Any, sender: str, concept: str) -> tuple[int, int]:
    if not isinstance(game, BayesianGame):
        raise ConceptError(
            f"{concept} is asked of a game with types, not of {quoted(game)}; build gt.BayesianGame(...)."
        )
    place = game.position(sender)
    if len(game.players) != 2 or len(game.types[1 - place]) > 1:
        raise ConceptError(
            f"{concept} is asked of a game of two players in which only the sender has types; {quoted(game)} is none."
        )
    return place, 1 - place


def _equilibrium(
    game: BayesianGame, sender: str, said: Mapping[str, str], acts: Mapping[str, str], answers: Mapping[str, str]
) -> Condition:
    speakers = (_says(game, sender, kind, said[kind], acts[kind], answers) for kind in said)
    listeners = (_answers(game, sender, message, said, acts, answers[message]) for message in answers)
    return all_of((*speakers, *listeners))


def _payoff(game: BayesianGame, who: int, speaks: int, kind: str, own: str, answer: str) -> Payoff:
    listens = 1 - speaks
    types: list[str] = [game.types[listens][0]] * 2
    profile = [answer] * 2
    types[speaks], profile[speaks] = kind, own
    return game.payoff(game.players[who], tuple(types), tuple(profile))


def _says(game: BayesianGame, sender: str, kind: str, message: str, own: str, answers: Mapping[str, str]) -> Condition:
    """Return where a type gains neither by saying nor by doing anything else."""
    from gametheory.formulas.translate import comparison

    place = game.position(sender)
    who = f"{sender} ({kind})" if len(game.types[place]) > 1 else sender
    staying = _payoff(game, place, place, kind, own, answers[message])
    conditions = []
    for other in product(answers, game.choices[sender][1]):
        if other != (message, own):
            leaving = _payoff(game, place, place, kind, other[1], answers[other[0]])
            conditions.append(
                comparison(staying, ">=", leaving, Incentive(who, (message, own), other, staying - leaving))
            )
    return all_of(conditions)


def _answers(
    game: BayesianGame, sender: str, message: str, said: Mapping[str, str], acts: Mapping[str, str], answer: str
) -> Condition:
    """Return where a reply is best against the types that send a message, which has a positive probability."""
    from gametheory.formulas.translate import comparison

    speaks = game.position(sender)
    listens = 1 - speaks
    listener = game.players[listens]
    meant = [kind for kind in said if said[kind] == message]
    weights = [game.priors[listens].weight(listens, _types(game, speaks, kind)) for kind in meant]

    def worth(reply: str) -> Payoff:
        return expected(
            (weight, _payoff(game, listens, speaks, kind, acts[kind], reply))
            for weight, kind in zip(weights, meant, strict=True)
        )

    mass = expected((weight, Fraction(1)) for weight in weights)
    sent = comparison(mass, ">", 0, Comparison(f"{message} is said with positive probability", mass, ">"))
    staying = worth(answer)
    conditions = [sent]
    for other in game.actions[listens]:
        if other != answer:
            leaving = worth(other)
            gap = staying - leaving if mass == 0 else (staying - leaving) / mass
            reason = Incentive(f"{listener} (after {message})", answer, other, gap)
            conditions.append(comparison(staying, ">=", leaving, reason))
    return all_of(conditions)


def _types(game: BayesianGame, speaks: int, kind: str) -> Types:
    types: list[str] = [game.types[1 - speaks][0]] * 2
    types[speaks] = kind
    return tuple(types)
