"""What the verdicts on a claim's readings mean for the paper."""

from collections.abc import Callable, Sequence
from dataclasses import FrozenInstanceError, fields
from itertools import permutations
from typing import Any

import pytest
import sympy

import gametheory as gt

x, y, z = gt.parameters("x y z")
share = gt.Parameter("share", above=0, below=1)
T, R, P, S = gt.parameters("T R P S", unit="utility")

STATED = "p. 7"


def stated(*relations: Any) -> list[gt.Premise]:
    return [gt.Premise(relation, stated=STATED) for relation in relations]


def claim(*readings: gt.Reading, data: str = "") -> gt.Claim:
    return gt.Claim(
        id="example-claim",
        paper="Nobody 2020",
        locator="section 3 (p. 7)",
        paraphrase="The share is large.",
        attributed_to="its author",
        strength="asserts",
        kind="threshold",
        readings=readings,
        refuted_by="a small share",
        data=data,
    )


def bearing(reading: gt.Reading) -> str:
    judged = gt.judge(claim(reading))
    assert judged.bearing == judged.readings[0].bearing
    return str(judged.bearing)


def missing(reading: gt.Reading) -> list[Any]:
    (found,) = gt.judge(claim(reading)).readings
    return [premise.relation for premise in found.missing]


# One reading


def test_a_conclusion_that_follows_from_stated_premises_supports_the_paper() -> None:
    assert bearing(gt.Reading("follows", x > 0, stated=stated(x > 1))) == "supports"


@pytest.mark.parametrize("statement", [gt.always, gt.possible])
def test_what_is_proved_without_any_premise_supports_it_too(statement: Callable[[Any], gt.Statement]) -> None:
    assert bearing(gt.Reading("by bounds alone", statement(share < 2))) == "supports"


@pytest.mark.parametrize(
    ("conclusion", "premises"),
    [
        (x > 0, (x > 0,)),
        (2 * x > 2, (x > 1,)),
        ((T > R) & (R > P), (R > P, T > R)),
        (2 * share > 1, (share > gt.exact("1/2"),)),
        (share >= 1 - share, (2 * share >= 1,)),
        (gt.when(x > 1, assuming=(x > 5,)), (x > 1,)),  # the region's own premises are replaced
    ],
    ids=str,
)
def test_a_conclusion_equivalent_to_the_stated_premises_restates_them(conclusion: Any, premises: Any) -> None:
    assert bearing(gt.Reading("says it twice", conclusion, stated=stated(*premises))) == "restates its premises"


@pytest.mark.parametrize(
    ("statement", "premises"),
    [
        (gt.always(x > 0), (x > 1,)),  # weaker than the premise
        (gt.always(x > 0), (x > 0, y > 0)),  # one premise of two
        (gt.always((x > y) | (x <= y)), (x > 0,)),  # says nothing
        (gt.never(x <= 0), (x > 0,)),  # not of the form of a premise
        (gt.possible(x > 0), (x > 0,)),
        (gt.exactly(x > 0, x > -1), (x > 0,)),
        (gt.grows(x > 0, x), (x > 0,)),
        (gt.always(x**2 <= 2), (x**2 <= 2, sympy.Ne(x**2, 2))),  # whether it says less is left open
    ],
    ids=str,
)
def test_a_conclusion_that_says_less_or_something_else_does_not_restate(statement: Any, premises: Any) -> None:
    assert bearing(gt.Reading("says less", statement, stated=stated(*premises))) == "supports"


def test_a_denominator_counts_among_what_the_conclusion_says() -> None:
    # 1/x > 0 says that x > 0; x != 0 alone is what must hold for it to mean anything.
    assert bearing(gt.Reading("inverse", 1 / x > 0, stated=stated(x > 0))) == "restates its premises"
    assert bearing(gt.Reading("square", 1 / x**2 > 0, stated=stated(sympy.Ne(x, 0)))) == "restates its premises"


def test_a_conclusion_that_cannot_be_written_down_without_its_premises_does_not_restate_them() -> None:
    delta = gt.Parameter("delta", above=0, below=1)
    stage = gt.Game(
        "Alliance cheating",
        ("China", "Russia"),
        ("honour", "cheat"),
        {
            ("honour", "honour"): (R, R), ("honour", "cheat"): (S, T),
            ("cheat", "honour"): (T, S), ("cheat", "cheat"): (P, P),
        },
        assuming=gt.descending(T, R, P, S),
    )  # fmt: skip
    honour = gt.grim_trigger(gt.RepeatedGame(stage, discount=delta), ("honour", "honour"))
    premises = stated(T > R, R > P, P > S, delta * (T - P) >= T - R)
    judged = gt.judge(claim(gt.Reading("patient allies honour", honour, stated=premises)))
    assert (judged.status, judged.bearing) == ("proved", "supports")


@pytest.mark.parametrize(
    "statement",
    [gt.always(x < 0), gt.never(x > -1), gt.possible(x < 0), gt.exactly(x > 0, x < 0), gt.grows(y > x, x)],
    ids=str,
)
def test_a_reading_that_is_false_throughout_contradicts(statement: gt.Statement) -> None:
    assert bearing(gt.Reading("false", statement, stated=stated(x > 0))) == "contradicts"


@pytest.mark.parametrize(
    "statement", [gt.always(x > 1), gt.never(x > 1), gt.exactly(x > 0, x > 1), gt.grows(x * y > 1, x)], ids=str
)
def test_a_reading_that_holds_under_a_condition_needs_a_premise(statement: gt.Statement) -> None:
    reading = gt.Reading("partly", statement, stated=stated(x > -1))
    assert bearing(reading) == "needs a premise the paper does not state"
    assert missing(reading) == []


def test_an_undecided_reading_identifies_nothing() -> None:
    reading = gt.Reading("a root", gt.possible(gt.equal(x**2, 2)), unstated=(x > 0,))
    judged = gt.judge(claim(reading))
    assert (judged.status, judged.bearing) == ("undecided", "not identified")
    assert judged.readings[0].missing == ()


def test_contradictory_stated_premises_identify_nothing_and_are_named() -> None:
    judged = gt.judge(claim(gt.Reading("muddled", x > 0, stated=stated(y > 0, x > 1, x < 1), unstated=(x > 5,))))
    assert (judged.status, judged.bearing) == ("vacuous", "not identified")
    assert judged.core is not None and [premise.relation for premise in judged.core] == [x > 1, x < 1]
    assert judged.readings[0].missing == ()


def test_only_the_stated_premises_count_and_not_those_of_the_region() -> None:
    region = gt.when(x > 0, assuming=(x > 1,))
    assert bearing(gt.Reading("as stated", region, stated=stated(x > -1))) == "needs a premise the paper does not state"


def test_a_claim_without_readings_is_data() -> None:
    judged = gt.judge(claim(data="a figure of the yearbook for 2017"))
    assert (judged.status, judged.bearing) == ("data", "data")
    assert judged.reason == "a figure of the yearbook for 2017"
    assert judged.readings == () and judged.statement is None


# The weakest premise that is missing


def test_the_weakest_candidate_that_suffices_is_named_in_whatever_order() -> None:
    # x + y > 2 under y > 0 needs x >= 2 or more; x > 1 is not enough.
    for candidates in permutations((x > 4, x >= 2, x > 1)):
        reading = gt.Reading("far", x + y > 2, stated=stated(y > 0), unstated=candidates)
        assert missing(reading) == [x >= 2]


def test_weakness_is_judged_under_the_stated_premises() -> None:
    # Given y = 2*x, the candidate y > 4 says x > 2, which is weaker than x > 3 and stronger than x > 1.
    for candidates in permutations((x > 3, y > 4, x > 1)):
        reading = gt.Reading("linked", x > 1, stated=stated(gt.equal(y, 2 * x)), unstated=candidates)
        assert missing(reading) == [x > 1]
    for candidates in permutations((x > 3, y > 4)):
        assert missing(gt.Reading("linked", x > 1, stated=stated(gt.equal(y, 2 * x)), unstated=candidates)) == [y > 4]


def test_weakness_is_judged_within_the_bounds() -> None:
    # A share is below one, so x > 1 says more than x > share.
    for candidates in permutations((x > 1, x > share)):
        assert missing(gt.Reading("bounded", x >= share, unstated=candidates)) == [x > share]


def test_of_incomparable_candidates_the_first_is_named() -> None:
    for candidates in permutations((x > 0, y > 0, z > 0)):
        reading = gt.Reading("any of them", (x > 0) | (y > 0) | (z > 0), unstated=candidates)
        assert missing(reading) == [candidates[0]]


def test_a_candidate_weaker_than_the_first_wins_even_if_a_third_is_incomparable() -> None:
    reading = gt.Reading("either", (x > 0) | (y > 0), unstated=(x > 2, y > 0, x > 1))
    assert missing(reading) == [y > 0]
    assert missing(gt.Reading("either", (x > 0) | (y > 0), unstated=(x > 2, x > 1, y > 0))) == [x > 1]


def test_of_equivalent_candidates_the_first_is_named() -> None:
    assert missing(gt.Reading("twice", x > 0, unstated=(2 * x > 2, x > 1))) == [2 * x > 2]
    assert missing(gt.Reading("twice", x > 0, unstated=(x > 1, 2 * x > 2))) == [x > 1]


@pytest.mark.no_cover
def test_candidates_that_are_needed_together_are_named_together() -> None:
    reading = gt.Reading("a sum", x + y > 2, unstated=(x > 3, x > 1, y > 1))
    assert missing(reading) == [x > 1, y > 1]
    of_two_pairs = gt.Reading("a sum", x + y > 2, unstated=(x > 1, y > 1, x > 2, y > 0))
    assert missing(of_two_pairs) == [x > 1, y > 1]
    in_threes = gt.Reading("a sum", x + y + z > 3, unstated=(x > 1, z > 0, z > 1, y > 1))
    assert missing(in_threes) == [x > 1, z > 1, y > 1]


def test_one_candidate_is_preferred_to_a_weaker_pair() -> None:
    reading = gt.Reading("a sum", x + y > 2, unstated=(x > 1, y > 1, x + y > 5))
    assert missing(reading) == [x + y > 5]


def test_if_none_suffices_none_is_named_and_the_condition_says_what_is_missing() -> None:
    judged = gt.judge(claim(gt.Reading("far", x > 3, stated=stated(x > 0), unstated=(x > 1, y > 0))))
    assert judged.bearing == "needs a premise the paper does not state"
    assert judged.readings[0].missing == ()
    assert judged.condition is not None and judged.condition.equivalent(gt.when(x > 3, assuming=(x > 0,)))


def test_a_candidate_that_contradicts_the_stated_premises_does_not_suffice() -> None:
    assert missing(gt.Reading("against", x > 3, stated=stated(x > 0), unstated=(x < -1, x > 4))) == [x > 4]
    assert missing(gt.Reading("against", x > 3, stated=stated(x > 0), unstated=(x < -1,))) == []
    assert missing(gt.Reading("against each other", x > 3, unstated=(y > 0, y < 0))) == []


def test_candidates_for_other_statements_are_found_in_the_same_way() -> None:
    assert missing(gt.Reading("never", gt.never(x > 1), unstated=(x < 0, x <= 1))) == [x <= 1]
    assert missing(gt.Reading("grows", gt.grows(x * y > 1, x), unstated=(y > 0, y >= 0))) == [y >= 0]
    assert missing(gt.Reading("exactly", gt.exactly(x**2 > 1, x > 1), unstated=(x > 0, x >= -1))) == [x >= -1]


def test_nothing_is_missing_where_the_reading_is_proved_or_refuted() -> None:
    assert missing(gt.Reading("proved", x > 0, stated=stated(x > 1), unstated=(x > 2,))) == []
    assert missing(gt.Reading("refuted", x < 0, stated=stated(x > 1), unstated=(x > 2,))) == []


def test_a_candidate_keeps_its_name() -> None:
    reading = gt.Reading("named", x > 0, unstated=(gt.Premise(x > 1, name="more than one"),))
    (found,) = gt.judge(claim(reading)).readings
    assert [str(premise) for premise in found.missing] == ["x > 1 (more than one)"]


# Several readings

READINGS = {
    "supports": gt.Reading("follows", x > 0, stated=stated(x > 1)),
    "restates its premises": gt.Reading("again", x > 0, stated=stated(x > 0)),
    "needs a premise the paper does not state": gt.Reading("partly", x > 1, stated=stated(x > 0)),
    "contradicts": gt.Reading("false", x < 0, stated=stated(x > 0)),
    "not identified": gt.Reading("vacuous", x > 0, stated=stated(x > 1, x < 1)),
}
SUPPORTS, RESTATES, NEEDS, CONTRADICTS, UNIDENTIFIED = READINGS

MIXTURES = [
    *(((kind,), kind) for kind in READINGS),
    *(((kind, kind), kind) for kind in READINGS),
    ((SUPPORTS, RESTATES), SUPPORTS),
    ((SUPPORTS, NEEDS), NEEDS),
    ((RESTATES, NEEDS), NEEDS),
    ((SUPPORTS, RESTATES, NEEDS), NEEDS),
    *(((kind, CONTRADICTS), UNIDENTIFIED) for kind in (SUPPORTS, RESTATES, NEEDS, UNIDENTIFIED)),
    *(((kind, UNIDENTIFIED), UNIDENTIFIED) for kind in (SUPPORTS, RESTATES, NEEDS)),
    ((SUPPORTS, RESTATES, CONTRADICTS), UNIDENTIFIED),
    ((SUPPORTS, NEEDS, UNIDENTIFIED), UNIDENTIFIED),
]


@pytest.mark.parametrize(("kinds", "overall"), MIXTURES, ids=lambda value: " + ".join(value) if len(value) < 5 else "")
def test_the_bearing_of_several_readings_is_computed_from_theirs(kinds: Sequence[str], overall: str) -> None:
    for order in permutations(kinds):
        judged = gt.judge(claim(*(READINGS[kind] for kind in order)))
        assert [found.bearing for found in judged.readings] == list(order)
        assert judged.bearing == overall


# What is handed back


@pytest.mark.parametrize("first", READINGS)
def test_a_judgement_is_the_verdict_on_the_first_reading(first: str) -> None:
    given = claim(READINGS[first], READINGS["contradicts"])
    judged = gt.judge(given)
    assert isinstance(judged, gt.Verdict) and isinstance(judged, gt.Judgement)
    assert judged.claim is given
    assert [found.reading for found in judged.readings] == list(given.readings)
    for slot in fields(gt.Verdict):
        assert getattr(judged, slot.name) is getattr(judged.readings[0].verdict, slot.name)


def test_a_reading_takes_relations_regions_and_statements() -> None:
    for statement in (x > 1, gt.when(x > 1), gt.always(x > 1)):
        assert gt.Reading("bare", statement).statement.kind == "always"
    never = gt.never(x > 1)
    reading = gt.Reading("whole", never, stated=x > 0, unstated=[y > 0, gt.Premise(z > 0, name="third")], challenge="?")
    assert reading.statement is never
    assert [premise.relation for premise in reading.stated] == [x > 0]
    assert [(premise.relation, premise.name) for premise in reading.unstated] == [(y > 0, ""), (z > 0, "third")]
    assert (reading.name, reading.challenge) == ("whole", "?")
    with pytest.raises(FrozenInstanceError):
        reading.name = "another"


def test_a_judgement_reads_as_a_page() -> None:
    reading = gt.Reading("as worded", x > 1, stated=stated(x > 0), unstated=(gt.Premise(x > 2, name="a large share"),))
    judged = gt.judge(claim(reading, READINGS["supports"]))
    lines = str(judged).splitlines()
    assert lines[:5] == [
        "example-claim: needs a premise the paper does not state",
        "  Nobody 2020, section 3 (p. 7)",
        "  The share is large.",
        "  reading: as worded -> needs a premise the paper does not state",
        "    missing premise: x > 2 (a large share)",
    ]
    assert "    conditional: x > 1" in lines
    start = lines.index("  reading: follows -> supports")
    assert lines[start + 1 :] == [f"    {line}" for line in str(judged.readings[1].verdict).splitlines()]


def test_a_judgement_on_data_gives_the_source() -> None:
    lines = str(gt.judge(claim(data="a figure of the yearbook"))).splitlines()
    assert lines == [
        "example-claim: data",
        "  Nobody 2020, section 3 (p. 7)",
        "  The share is large.",
        "  a figure of the yearbook",
    ]


def test_a_claim_without_a_paraphrase_leaves_no_empty_line() -> None:
    bare = gt.Claim("bare", "Nobody 2020", "p. 1", "", "", "", "", (READINGS["supports"],), "")
    lines = str(gt.judge(bare)).splitlines()
    assert lines[:3] == [
        "bare: supports",
        "  Nobody 2020, p. 1",
        "  reading: follows -> supports",
    ]
