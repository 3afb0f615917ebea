"""Games in which players have types that only they know, and beliefs about the types of the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import prod
from typing import Any

from gametheory.errors import CapacityError, GameError, PayoffError, quoted
from gametheory.forms.assessment import Assessment, Choices, every_plan, plan_text, read_assessment
from gametheory.forms.chance import expected
from gametheory.forms.named_payoffs import named_at, read_named
from gametheory.forms.normal import Game, Profile
from gametheory.forms.payoff import Payoff
from gametheory.forms.priors import (
    Distribution,
    Prior,
    Types,
    named,
    read_numbers,
    read_priors,
    require_probabilities,
    written,
)
from gametheory.forms.words import UNINFORMED, distinct_words, require_name, words_by_player
from gametheory.formulas.condition import Obligation
from gametheory.formulas.display import expression_text
from gametheory.incentive import shown
from gametheory.point import point_given
from gametheory.premise import Premises

MOST_CELLS = 100_000
"""A game has so many cells, type profiles times action profiles, and no more."""

MOST_PROFILES = 10_000
"""Its normal form has so many profiles: they multiply with every type."""


@dataclass(frozen=True, init=False)
class BayesianGame:
    """A game with private information: each player knows its own type and chooses at once with the others.

    Parameters
    ----------
    name : str
        What the game is called.
    players : sequence of str
        At least one; distinct.
    types : mapping of player to sequence of str, or sequence
        Each player's types. A player that a mapping leaves out has nothing to hide: one type, called ``known``. A
        sequence of names serves all players; a sequence of sequences has one a player.
    actions : sequence of str, one sequence a player, or mapping of player to sequence
        The same for all types of a player; the payoffs say what a type would rather not do.
    payoffs : mapping of type profile to mapping of profile to payoffs, or callable
        One payoff a player, as in :class:`Game`. A callable gets a type profile and a profile, both tuples.
    priors : mapping
        ``{player: {type: probability}}`` for independent types, ``{type profile: probability}`` for a joint
        distribution (profiles left out have probability 0), or ``{player: either}`` where players believe different
        things; there an independent prior may leave out the player's own types. Numbers, expressions or text.
    assuming : relations, Premise or Premises, optional
        What is assumed of the parameters.
    parameters : sequence of Parameter, optional
        Further ones that text may use.

    Raises
    ------
    AssumptionError
        If the premises let probabilities leave [0, 1] or miss the sum 1 (the point is named), or contradict each other.
    GameError
        If players, types, actions, cells and priors do not fit together.
    PayoffError
        For a payoff or a probability that is not exact.
    CapacityError
        For more than 100,000 cells.

    References
    ----------
    Harsanyi, J. C. (1967-68), "Games with incomplete information played by 'Bayesian' players", Management Science 14.

    Examples
    --------
    >>> import gametheory as gt
    >>> t = gt.Parameter("t", meaning="chance that the other is friendly", at_least=0, at_most=1)
    >>> def pays(types, actions):
    ...     worth = 2 if types[1] == "friendly" else -1
    ...     return (worth, worth) if actions == ("trust", "trust") else (0, 0)
    >>> game = gt.BayesianGame("Trust", ["China", "Russia"], {"Russia": ["friendly", "rival"]}, ["trust", "refuse"],
    ...                        pays, priors={"Russia": {"friendly": t, "rival": 1 - t}})
    >>> print(game)
    Trust
    China: known
    Russia: friendly (t), rival (1 - t)
    If (known, friendly):
                      Russia
                  trust    refuse
    China trust   2, 2     0, 0
          refuse  0, 0     0, 0
    If (known, rival):
                      Russia
                  trust     refuse
    China trust   -1, -1    0, 0
          refuse  0, 0      0, 0
    assuming t >= 0, t <= 1
    """

    name: str
    players: tuple[str, ...]
    types: tuple[tuple[str, ...], ...]
    actions: tuple[tuple[str, ...], ...]
    cells: tuple[tuple[tuple[Payoff, ...], ...], ...]
    priors: tuple[Prior, ...]
    premises: Premises
    parameters: tuple[Any, ...]

    def __init__(
        self,
        name: str,
        players: Sequence[str],
        types: Any,
        actions: Any,
        payoffs: Mapping[Types, Mapping[Profile, Sequence[Any]]] | Callable[[Types, Profile], Sequence[Any]],
        *,
        priors: Mapping[Any, Any],
        assuming: Any = (),
        parameters: Sequence[Any] = (),
    ) -> None:
        def put(field: str, value: Any) -> None:
            object.__setattr__(self, field, value)

        put("name", require_name(name))
        put("players", distinct_words(players, "the players", name))
        put("types", words_by_player(types, self.players, "types", name, UNINFORMED))
        put("actions", words_by_player(actions, self.players, "actions", name))
        count = prod(map(len, (*self.types, *self.actions)))
        if count > MOST_CELLS:
            raise CapacityError(f"{name} has {count:,} cells, more than {MOST_CELLS:,}; leave out types or actions.")
        raw = _read_cells(self, payoffs)
        beliefs = read_priors(priors, self.players, self.types, name)
        where = {
            f"{player}'s payoff at {shown(profile)} if the types are {shown(kinds)}": payoff
            for (kinds, profile), row in raw.items()
            for player, payoff in zip(self.players, row, strict=True)
        }
        probabilities = named(beliefs)
        flat, given, used = read_named({**where, **probabilities}, assuming, parameters, name)
        put("cells", _by_types(self, flat[: len(where)]))
        put("priors", read_numbers(beliefs, dict(zip(probabilities, flat[len(where) :], strict=True))))
        put("premises", given)
        put("parameters", used)
        require_probabilities(self.distributions, given, {parameter.name: parameter for parameter in used})

    @cached_property
    def type_profiles(self) -> tuple[Types, ...]:
        """One type a player in every way, the last player's changing fastest."""
        return tuple(product(*self.types))

    @cached_property
    def profiles(self) -> tuple[Profile, ...]:
        """One action a player in every way, the last player's changing fastest."""
        return tuple(product(*self.actions))

    @cached_property
    def _table(self) -> dict[Types, dict[Profile, tuple[Payoff, ...]]]:
        return {
            kinds: dict(zip(self.profiles, rows, strict=True))
            for kinds, rows in zip(self.type_profiles, self.cells, strict=True)
        }

    @cached_property
    def distributions(self) -> tuple[Distribution, ...]:
        """Every distribution that some prior is made of, each once."""
        return tuple(dict.fromkeys(part for prior in self.priors for part in prior.parts))

    @cached_property
    def owed(self) -> tuple[Obligation, ...]:
        """What premises must say of the probabilities before anything can be said of the game."""
        return tuple(owed for part in self.distributions for owed in part.owed())

    @property
    def choices(self) -> Choices:
        """The types and the actions of every player."""
        return {
            player: (own, actions) for player, own, actions in zip(self.players, self.types, self.actions, strict=True)
        }

    def position(self, player: str) -> int:
        """Return a player's place in the order of players; an unknown name is a GameError."""
        if not isinstance(player, str) or player not in self.players:
            raise GameError(f"{self.name} has no player {quoted(player)}; its players are {', '.join(self.players)}.")
        return self.players.index(player)

    def payoff(self, player: str, types: Types, profile: Profile) -> Payoff:
        """Return what a player gets when the types and the actions are these, in that player's utility."""
        place = self.position(player)
        return self._table[self._known_types(types)][self._known_profile(profile)][place]

    def _known_types(self, given: Any) -> Types:
        if not isinstance(given, (tuple, list)) or tuple(given) not in self._table:
            raise GameError(
                f"{quoted(given)} is no type profile of {self.name}; one is {shown(self.type_profiles[0])}."
            )
        return tuple(given)

    def _known_profile(self, given: Any) -> Profile:
        if not isinstance(given, (tuple, list)) or tuple(given) not in self._table[self.type_profiles[0]]:
            raise GameError(f"{quoted(given)} is no profile of {self.name}; one is {shown(self.profiles[0])}.")
        return tuple(given)

    def assessment(self, given: Any) -> Assessment:
        """Return an assessment of the game: an action for every type of every player, checked.

        A player with one action for all its types may be given that action alone.
        """
        return read_assessment(given, self.choices, self.name)

    def profiles_of(self, outcome: Any) -> tuple[Assessment, ...]:
        """Return the assessments that an outcome stands for: itself alone."""
        return (self.assessment(outcome),)

    def weighted_payoff(self, player: str, own: str, action: str, assessment: Assessment) -> Payoff:
        """Return what an action is worth to a type against an assessment, times the weight of its belief.

        The weight is 1 where types are independent, and the probability of the type where the prior is joint.
        """
        place = self.position(player)
        prior = self.priors[place]
        plans = [assessment[name] for name in self.players]
        weighted = []
        for kinds in self.type_profiles:
            if kinds[place] == own:
                chosen = [plan[kind] for plan, kind in zip(plans, kinds, strict=True)]
                chosen[place] = action
                weighted.append((prior.weight(place, kinds), self._table[kinds][tuple(chosen)][place]))
        return expected(weighted)

    def weight(self, player: str, own: str) -> Payoff:
        """Return the weight that :meth:`weighted_payoff` carries."""
        place = self.position(player)
        return self.priors[place].mass(place, own)

    def known(self, types: Types) -> Game:
        """Return the game in normal form that is played once these types are known to all."""
        kinds = self._known_types(types)
        name = f"{self.name} if {shown(kinds)}"
        return Game(name, self.players, self.actions, self._table[kinds], None, self.premises, self.parameters)

    def normal_form(self) -> Game:
        """Return the game in normal form, as it is before anyone learns its type.

        An action is a plan for every type: ``stay if strong, yield if weak``. Payoffs are expected by each player's
        own prior. Its Nash equilibria are the Bayesian Nash equilibria wherever every type has a positive probability;
        a type of probability 0 may do anything in it.

        Raises
        ------
        GameError
            If a player's prior leaves out the player's own types.
        CapacityError
            For more than 10,000 profiles.
        """
        for place, (player, prior) in enumerate(zip(self.players, self.priors, strict=True)):
            if not any(place in part.places for part in prior.parts):
                raise GameError(f"{player}'s prior in {self.name} says nothing of {player}'s own types; add them.")
        count = prod(len(actions) ** len(own) for own, actions in self.choices.values())
        if count > MOST_PROFILES:
            raise CapacityError(
                f"{self.name} has {count:,} profiles in normal form, and at most {MOST_PROFILES:,} are listed; ask the "
                "game itself: gt.bayes_nash(game, assessment)."
            )
        plans = [{plan_text(plan): dict(plan) for plan in every_plan(*own)} for own in self.choices.values()]
        chances = [{kinds: prior.probability(kinds) for kinds in self.type_profiles} for prior in self.priors]
        cells = {}
        for words in product(*plans):
            chosen = [own[word] for own, word in zip(plans, words, strict=True)]
            acts = {kinds: tuple(p[k] for p, k in zip(chosen, kinds, strict=True)) for kinds in self.type_profiles}
            cells[words] = tuple(
                expected((chances[i][kinds], self._table[kinds][acts[kinds]][i]) for kinds in self.type_profiles)
                for i in range(len(self.players))
            )
        return Game(self.name, self.players, [tuple(own) for own in plans], cells, None, self.premises, self.parameters)

    def at(self, point: Mapping[Any, Any] | None = None, /, **values: Any) -> BayesianGame:
        """Return the game with numbers for some or all parameters, as :meth:`Game.at` does."""
        given = point_given(point, values)
        if not given:
            return self
        flat = [payoff for rows in self.cells for row in rows for payoff in row]
        chances = named(self.priors)
        read, left = named_at([*flat, *chances.values()], self.premises, self.parameters, given, self.name)
        priors = read_numbers(self.priors, dict(zip(chances, read[len(flat) :], strict=True)))
        cells = {
            kinds: dict(zip(self.profiles, rows, strict=True))
            for kinds, rows in zip(self.type_profiles, _by_types(self, read[: len(flat)]), strict=True)
        }
        rewritten = written(priors, self.players)
        return BayesianGame(self.name, self.players, self.types, self.actions, cells, priors=rewritten, assuming=left)

    def __str__(self) -> str:
        from gametheory.forms.matrix import matrix_text

        lines = [self.name, *map(self._player_line, self.players)]
        if any(prior != self.priors[0] for prior in self.priors):
            lines.append("beliefs differ between the players")
        ending = f"\nassuming {self.premises}" if self.premises else ""
        for kinds in self.type_profiles:
            text = matrix_text(self.known(kinds)).removesuffix(ending)
            lines.append("\n".join([f"If {shown(kinds)}:", *text.splitlines()[1:]]))
        return "\n".join(lines) + ending

    def __repr__(self) -> str:
        shape = ", ".join(f"{player} ({', '.join(own)})" for player, own in zip(self.players, self.types, strict=True))
        return f"<BayesianGame {self.name!r}: {shape}>"

    def _player_line(self, player: str) -> str:
        place = self.position(player)
        own = [part for part in self.priors[0].parts if part.places == (place,)]
        kinds = self.types[place]
        if own and len(kinds) > 1:
            chances = map(expression_text, own[0].probabilities)
            return f"{player}: " + ", ".join(f"{one} ({chance})" for one, chance in zip(kinds, chances, strict=True))
        return f"{player}: {', '.join(kinds)}"


def _by_types(game: BayesianGame, flat: Sequence[Payoff]) -> tuple[tuple[tuple[Payoff, ...], ...], ...]:
    width, height = len(game.players), len(game.profiles)
    rows = [tuple(flat[i : i + width]) for i in range(0, len(flat), width)]
    return tuple(tuple(rows[i : i + height]) for i in range(0, len(rows), height))


def _read_cells(game: BayesianGame, payoffs: Any) -> dict[tuple[Types, Profile], tuple[Any, ...]]:
    if callable(payoffs):
        given = {kinds: {profile: payoffs(kinds, profile) for profile in game.profiles} for kinds in game.type_profiles}
    elif isinstance(payoffs, Mapping):
        given = dict(payoffs)
    else:
        raise GameError(f"the payoffs of {game.name} are {quoted(payoffs)}; give {{types: {{actions: payoffs}}}}.")
    _same_keys(given, game.type_profiles, "type profile", game.name)
    cells = {}
    for kinds in game.type_profiles:
        where = f"{game.name} if the types are {shown(kinds)}"
        if not isinstance(given[kinds], Mapping):
            raise GameError(f"the payoffs of {where} are {quoted(given[kinds])}; give {{actions: payoffs}}.")
        _same_keys(given[kinds], game.profiles, "profile", where)
        for profile in game.profiles:
            row = given[kinds][profile]
            if isinstance(row, (str, bytes)) or not isinstance(row, Sequence) or len(row) != len(game.players):
                raise PayoffError(
                    f"the payoffs of {where} at {shown(profile)} are {quoted(row)}; give one a player, in the order "
                    f"{', '.join(game.players)}."
                )
            cells[kinds, profile] = tuple(row)
    return cells


def _same_keys(given: Mapping[Any, Any], known: tuple[Any, ...], what: str, where: str) -> None:
    names = frozenset(known)
    for one in given:
        if one not in names:
            raise GameError(f"{quoted(one)} is no {what} of {where}; one is {shown(known[0])}.")
    missing = [one for one in known if one not in given]
    if missing:
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        raise GameError(f"there are no payoffs of {where} for the {what} {shown(missing[0])}{more}; give them.")
