"""The historical record as the two papers tell it, and what their pattern claims come to on it.

An episode says how, according to a paper, three relations moved: Russia (before 1991 the Soviet Union) with the West,
Russia with China, China with the West. The coding is ours: "better", "worse", or "not said". The record is small and
was chosen by the papers' authors to make their points, so that a pattern which survives it is not thereby shown, while
one counterexample is enough against a sentence that says "whenever".
"""

from __future__ import annotations

from dataclasses import dataclass

from sino_russian.sources import KULIANI, PASZAK

BETTER, WORSE, NOT_SAID = "better", "worse", "not said"


@dataclass(frozen=True)
class Episode:
    """What moved in one period.

    Parameters
    ----------
    name, years : str
        What it is called here, and when.
    russia_west, russia_china, china_west : {"better", "worse", "not said"}
        How each relation moved.
    sources : tuple of str
        Where the papers say so.
    doubt : str
        What the coding rests on, where it could be read otherwise.
    """

    name: str
    years: str
    russia_west: str
    russia_china: str
    china_west: str
    sources: tuple[str, ...]
    doubt: str = ""


EPISODES = (
    Episode("the alliance of the 1950s", "1950-1959", NOT_SAID, BETTER, NOT_SAID,
            (KULIANI.at("section 5.5"), PASZAK.at("section 1, last para")),
            "both were rivals of the West; neither paper says how that moved"),
    Episode("split and border clashes", "1960-1969", NOT_SAID, WORSE, NOT_SAID,
            (KULIANI.at("section 5.5"), PASZAK.at("section 1, last para"))),
    Episode("China turns to the United States", "1972", NOT_SAID, WORSE, BETTER,
            (PASZAK.at("section 1, last para"), PASZAK.at("section 2, para 1")),
            "that the tie with Moscow stayed bad is said; that it became worse in that year is not"),
    Episode("Gorbachev's New Thinking and the Beijing summit", "1985-1989", NOT_SAID, BETTER, NOT_SAID,
            (KULIANI.at("section 4, at note 29"),),
            "that relations with the West improved too is common knowledge; the thesis does not say it there"),
    Episode("sanctions after Tiananmen", "1989", NOT_SAID, BETTER, WORSE,
            (KULIANI.at("section 4.6, at note 51"), KULIANI.at("section 4, at note 29")),
            "the summit came before the sanctions; after them the thesis reports only Beijing's wish for broader "
            "relations"),
    Episode("Yeltsin leans west and mends fences with China", "1991-1994", BETTER, BETTER, NOT_SAID,
            (KULIANI.at("section 3.2.1, at note 26"), KULIANI.at("section 4, at note 31"), KULIANI.at("section 4.6")),
            "priority of the West, yet agreements affirmed and a constructive partnership in 1994; section 4 also says "
            "that pro-Western moves kept a real rapprochement from coming about until 1996"),
    Episode("NATO expands, Primakov replaces Kozyrev", "1996-1997", WORSE, BETTER, NOT_SAID,
            (KULIANI.at("section 3.2.1"), KULIANI.at("section 4.6, at note 52"))),
    Episode("Russia turns to Washington after 9/11", "2001-2002", BETTER, WORSE, NOT_SAID,
            (PASZAK.at("section 2, para 1"),),
            "Beijing became secondary; the Shanghai organisation was founded the same year"),
    Episode("Russia turns from Washington to Beijing", "2003-2007", WORSE, BETTER, NOT_SAID,
            (PASZAK.at("section 2, para 1"), KULIANI.at("section 4"))),
    Episode("war in Georgia", "2008", WORSE, BETTER, NOT_SAID,
            (PASZAK.at("section 2, para 2"), KULIANI.at("section 4.6")),
            "Paszak: it stimulated relations; Kuliani: Beijing did not endorse it"),
    Episode("Crimea, sanctions and the gas deal", "2014", WORSE, BETTER, NOT_SAID, (PASZAK.at("section 2, para 2"),)),
    Episode("trade war and the new defence strategy", "2018", WORSE, BETTER, WORSE,
            (PASZAK.at("section 2, paras 3 and 4"),)),
)  # fmt: skip


@dataclass(frozen=True)
class Pattern:
    """What a sentence about history comes to on the record.

    Parameters
    ----------
    sentence : str
        What is claimed, in our words.
    wording : str
        How far it is meant to reach, in the paper.
    source : str
        Where.
    agreeing, contrary : tuple of Episode
        The episodes about which the sentence says something, and the papers too.
    silent : tuple of Episode
        The rest.
    """

    sentence: str
    wording: str
    source: str
    agreeing: tuple[Episode, ...]
    contrary: tuple[Episode, ...]
    silent: tuple[Episode, ...]

    @property
    def finding(self) -> str:
        """What the record does to it: "falls" to a counterexample, "survives" (which shows no more), or "untested"."""
        return "falls" if self.contrary else "survives" if self.agreeing else "untested"

    def __str__(self) -> str:
        tested = len(self.agreeing) + len(self.contrary)
        told = (f"{episode.name} ({episode.doubt})" if episode.doubt else episode.name for episode in self.contrary)
        names = f": {', '.join(told)}" if self.contrary else ""
        return (
            f"{self.sentence} ({self.source}; {self.wording}): {self.finding}; {len(self.agreeing)} of {tested} "
            f"episodes agree, {len(self.contrary)} do not{names}; {len(self.silent)} say nothing. A record of {tested} "
            "episodes that the authors chose can refute a universal sentence, and cannot show one."
        )


def _pattern(sentence: str, wording: str, source: str, cause: str, effect: str, pairs: dict[str, str]) -> Pattern:
    agreeing: list[Episode] = []
    contrary: list[Episode] = []
    silent: list[Episode] = []
    for episode in EPISODES:
        expected, found = pairs.get(getattr(episode, cause)), getattr(episode, effect)
        if expected is None or found == NOT_SAID:
            silent.append(episode)
        else:
            (agreeing if found == expected else contrary).append(episode)
    return Pattern(sentence, wording, source, tuple(agreeing), tuple(contrary), tuple(silent))


def patterns() -> tuple[Pattern, ...]:
    """Return the pattern claims of the papers, tested on the record."""
    inverse = PASZAK.at("section 2, para 3")
    return (
        _pattern("when Moscow gets on better with the West, its tie with Beijing weakens", "whenever", inverse,
                 "russia_west", "russia_china", {BETTER: WORSE}),
        _pattern("when Russia faces opposition from the West, it draws closer to China", "whenever", inverse,
                 "russia_west", "russia_china", {WORSE: BETTER}),
        _pattern("Russia's tie with China moves against its tie with the West", "in many cases",
                 PASZAK.at("section 2, para 1"), "russia_west", "russia_china", {BETTER: WORSE, WORSE: BETTER}),
        _pattern("China's tie with Moscow moves against its tie with the West", "the same mechanism, of 1972",
                 PASZAK.at("section 2, para 1"), "china_west", "russia_china", {BETTER: WORSE, WORSE: BETTER}),
    )  # fmt: skip
