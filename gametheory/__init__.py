"""Games with symbols in their payoffs, solved as regions of parameter space and proved.

``import gametheory as gt``, then name parameters, write a game, ask a concept for a region and prove statements about
it. Nothing heavy is imported until it is needed.
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOMES = {
    "errors": (
        "AssumptionError CapacityError ConceptError EmptyRegionError ExactnessError GameError GameTheoryError "
        "MissingLibraryError ParameterError PayoffError PointError Undecided UndefinedPayoffError"
    ),
    "parameter": "Parameter descending equal parameters",
    "grammar": "exact",
    "point": "Point",
    "premise": "Premise Premises premises",
    "region": "Region",
    "forms.normal": "Game",
    "forms.repeated": "RepeatedGame",
    "forms.moves": "Chance End Move Stage",
    "forms.tree": "Tree",
    "forms.coalitional": "CoalitionGame",
    "forms.network": "NetworkGame",
    "concepts.outcomes": "Regions",
    "concepts.nash": "best_reply nash",
    "concepts.dominance": "dominant dominates pareto_dominates payoff_dominant risk_dominant",
    "concepts.elimination": "iterated_strict_dominance iterated_weak_dominance",
    "concepts.stability": "collusion_resilient strong_nash weakly_immune",
    "concepts.coalition_proof": "coalition_proof",
    "concepts.core_of_coalitions": "core",
    "concepts.networks": "pairwise_stable",
    "concepts.side_payments": "transfers",
    "concepts.uniqueness": "only",
    "concepts.mixed": "mixed",
    "concepts.mixed_set": "MixedEquilibria MixedEquilibrium SymbolicCorner",
    "concepts.evolution": "evolutionarily_stable",
    "concepts.basins": "basin",
    "concepts.rest_points": "rest_points",
    "concepts.rest_point_set": "RestPoint RestPoints",
    "concepts.repetition": "grim_trigger",
    "concepts.automata": "automaton",
    "concepts.tit_for_tat": "tit_for_tat",
    "concepts.limited_punishment": "limited_punishment",
    "concepts.monitoring": "noisy_grim_trigger noisy_limited_punishment",
    "concepts.critical_discount": "critical_discount",
    "concepts.subgame": "subgame_perfect",
    "forms.assessment": "Assessment",
    "forms.bayesian": "BayesianGame",
    "forms.signalling": "SignallingGame",
    "concepts.bayes": "bayes_nash",
    "concepts.signalling": "perfect_bayesian pooling separating",
    "concepts.cheap_talk": "self_committing self_signalling",
    "concepts.talk_of_types": "babbling informative_talk talk_equilibrium",
    "cells": "Cell Partition partition",
    "solutions.shapley": "ShapleyValue shapley_value",
    "solutions.demonstration": "Demonstration",
    "solutions.contest": "Contest contest",
    "solutions.bargaining": "NashBargain nash_bargaining",
    "solutions.alternating_offers": "AlternatingOffers rubinstein",
    "solutions.value_cases": "ValueCase ValueCases",
    "solutions.quasilinear_burden": "QuasilinearBurden quasilinear_burden",
    "solutions.cobb_douglas_burden": "CobbDouglasBurden cobb_douglas_burden",
    "solutions.crawford_sobel": "CheapTalk crawford_sobel",
    "solutions.equilibrium_set": "Component Equilibria Piece",
    "solutions.equilibria": "equilibria",
    "solutions.cases": "Case Cases equilibrium_cases",
    "verdicts.verdict": "Pair Verdict",
    "verdicts.prove": "prove when",
    "verdicts.comparative": "ComparativeStatic comparative_static",
    "verdicts.statement": "Statement always exactly grows never possible shrinks",
    "claims": "Claim Judgement Reading judge",
    "literature": "Party Parting Tension tension",
    "numeric.share": "Share share",
}
_WHERE = {name: module for module, names in _HOMES.items() for name in names.split()}
_MODULES = ("interop", "numeric", "plots", "testing")

__all__ = sorted([*_WHERE, *_MODULES])


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(f"gametheory.{name}")
    if name not in _WHERE:
        raise AttributeError(f"gametheory has no {name!r}; see gametheory.__all__ for the public names")
    value = getattr(import_module(f"gametheory.{_WHERE[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
