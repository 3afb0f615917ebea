"""What several mechanisms speak of: values of the tie at each level, threats, hostility, power and trade.

Each quantity is defined here once. A quantity of one mechanism alone is defined in that mechanism.

The tie between China and Russia has three levels, after the words of both papers: none (0), partnership (1: strategic,
but no duty to stand by each other) and alliance (2: a pact with that duty). A level needs both. Endings: _C China,
_R Russia, _U the United States; _CU is "China, of or from the United States".

Utilities are each player's own. No paper gives a number for any of them: they are free parameters, and so is every
level of the United States.
"""

from __future__ import annotations

import gametheory as gt

ASSUMED = "free: neither paper gives a level"

# What each level is worth, before the United States reacts.


def _worth(letter: str, who: str) -> tuple[gt.Parameter, gt.Parameter, gt.Parameter]:
    none, partnership, alliance = (
        gt.Parameter(
            f"v_{letter}{level}", meaning=f"value of {word} to {who}, gross", unit=f"{who}'s utility", source=ASSUMED
        )
        for level, word in enumerate(("no tie", "the partnership", "the alliance"))
    )
    return none, partnership, alliance


def _amount(name: str, meaning: str, who: str) -> gt.Parameter:
    return gt.Parameter(name, meaning=meaning, unit=f"{who}'s utility", at_least=0, source=ASSUMED)


v_C0, v_C1, v_C2 = _worth("C", "China")
v_R0, v_R1, v_R2 = _worth("R", "Russia")
f_C = _amount("f_C", "what the duties of an alliance cost China", "China")
f_R = _amount("f_R", "what the duties of an alliance cost Russia", "Russia")
k_C = gt.Parameter(
    "k_C", meaning="China's loss under full containment", unit="China's utility", above=0, source=ASSUMED
)
k_R = gt.Parameter(
    "k_R", meaning="Russia's loss under full containment", unit="Russia's utility", above=0, source=ASSUMED
)

# How the United States would react, as China and Russia see it.

q = gt.Parameter(
    "q",
    meaning="chance that the United States contains an alliance",
    unit="probability",
    at_least=0,
    at_most=1,
    source="Paszak, sections 2 and 4 and Conclusions: from most likely to undoubtedly; no number",
)
h = gt.Parameter(
    "h",
    meaning="share of the loss under containment that is imposed already, alliance or not",
    unit="share",
    at_least=0,
    at_most=1,
    source="Paszak, section 2: tariffs, sanctions and treaty exit already hit; no number",
)

# The net gain from going from partnership to alliance, before the reaction, and after it.

D_C = v_C2 - v_C1 - f_C
D_R = v_R2 - v_R1 - f_R
NET_C = D_C - q * (1 - h) * k_C
NET_R = D_R - q * (1 - h) * k_R

# Threats and hostility.


def _threat(name: str, seer: str, seen: str) -> gt.Parameter:
    return gt.Parameter(
        name, meaning=f"threat that {seer} perceives from {seen}", unit="index", at_least=0, source=ASSUMED
    )


tau_CU = _threat("tau_CU", "China", "the United States")
tau_RU = _threat("tau_RU", "Russia", "the United States")
tau_CR = _threat("tau_CR", "China", "Russia")
tau_RC = _threat("tau_RC", "Russia", "China")
h_CU = gt.Parameter("h_CU", meaning="hostility of the West towards China", unit="index", at_least=0, source=ASSUMED)
h_RU = gt.Parameter("h_RU", meaning="hostility of the West towards Russia", unit="index", at_least=0, source=ASSUMED)

# Power, and its ratio.


def _power(name: str, who: str) -> gt.Parameter:
    return gt.Parameter(
        name, meaning=f"power of {who}, on one measure for all", unit="measure", above=0, source=ASSUMED
    )


power_C, power_R, power_U = (
    _power("power_C", "China"),
    _power("power_R", "Russia"),
    _power("power_U", "the United States"),
)
rho = gt.Parameter(
    "rho",
    meaning="China's power over Russia's",
    unit="ratio",
    above=0,
    source="Paszak, section 1 gives figures; see facts",
)

# China's trade. Shares are of its exports.

m_C = gt.Parameter(
    "m_C", meaning="share of China's exports that goes to the West", unit="share", above=0, at_most=1,
    source="Paszak, section 4 (2016): 34.78 per cent to five listed economies, a lower bound",
)  # fmt: skip
x_C = gt.Parameter(
    "x_C", meaning="share of China's exports that goes to Russia", unit="share", above=0, at_most=1,
    source="Paszak, section 4 (2016): 1.78 per cent",
)  # fmt: skip
psi = gt.Parameter(
    "psi", meaning="share of China's Western trade lost under containment", unit="share", at_least=0, at_most=1,
    source=ASSUMED,
)  # fmt: skip
