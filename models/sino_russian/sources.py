"""The two papers, and how the models point into them.

Only paraphrases appear in the models, each with a locator. A locator names the paper's section and, where there is
one, the note that the passage stands at.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Paper:
    """A paper whose claims are modelled.

    Parameters
    ----------
    key : str
        How claims and premises name it.
    author, title, published : str
        For a bibliography.
    sections : str
        How its sections are counted in locators.
    """

    key: str
    author: str
    title: str
    published: str
    sections: str

    def at(self, locator: str) -> str:
        """Return a locator with the paper's key: "Kuliani 2012, section 2.2"."""
        return f"{self.key}, {locator}"


KULIANI = Paper(
    key="Kuliani 2012",
    author="Michael Kuliani",
    title="The Bear and the Dragon: "
    "Prospects of Sino-Russian alliance, rapprochement, rivalry and the things in between",
    published="Master's thesis in Chinese Society and Politics, University of Oslo, autumn 2012",
    sections="numbered in the thesis; pages by its table of contents",
)

PASZAK = Paper(
    key="Paszak",
    author="Paweł Paszak",
    title="Sino-Russian Partnership in the Face of Changing Balance of Power and Internal Barriers",
    published="War Studies University, Faculty of National Security, Warsaw",
    sections="not numbered in the paper; counted from 1 = on rhetoric and ambiguity, then Conclusions",
)

PAPERS = (KULIANI, PASZAK)
