"""Judged claims as plain data."""

import json
from collections.abc import Callable
from typing import Any

import pytest

import gametheory as gt
from gametheory.report import record as module
from gametheory.report.catalogue import Model
from gametheory.report.record import Record, judge_claims, record_data

x = gt.Parameter("x")
share = gt.Parameter("share", above=0, below=1)

Claims = tuple[gt.Claim, ...]

PROMISED = {
    "id", "model", "paper", "locator", "status", "bearing", "condition", "premises", "witness", "counterexample",
    "proof", "readings", "seconds",
}  # fmt: skip


def judged(*claims: gt.Claim) -> tuple[Record, ...]:
    model = Model("example", "", claims, {})
    return judge_claims((model, claim) for claim in claims)


def data(*claims: gt.Claim) -> list[dict[str, Any]]:
    """The records as they come back from JSON."""
    loaded: list[dict[str, Any]] = json.loads(json.dumps([record_data(record) for record in judged(*claims)]))
    return loaded


def test_claims_are_judged_in_order_and_keep_their_model(every_status: Claims) -> None:
    records = judged(*every_status)
    assert [record.claim for record in records] == list(every_status)
    assert {record.model for record in records} == {"example"}
    assert [record.judgement.status for record in records] == [
        "proved", "refuted", "conditional", "vacuous", "undecided", "data",
    ]  # fmt: skip


def test_every_record_has_the_promised_fields(every_status: Claims) -> None:
    for row in data(*every_status):
        assert set(row) >= PROMISED
        for reading in row["readings"]:
            assert set(reading) >= PROMISED - {"id", "model", "paper", "locator", "readings", "seconds"}
            assert set(reading) >= {"name", "statement", "missing", "challenge"}


def test_a_proved_claim_tells_premises_used_from_premises_not_needed(every_status: Claims) -> None:
    row = data(*every_status)[0]
    assert (row["id"], row["model"], row["paper"], row["locator"]) == ("c-proved", "example", "Nobody 2020", "p. 1")
    assert (row["status"], row["bearing"], row["condition"], row["proof"]) == (
        "proved", "supports", "always", "certified",
    )  # fmt: skip
    assert row["premises"] == [{"relation": "x > 1", "name": "", "stated": "p. 2"}]
    assert row["unused"] == [{"relation": "y > 0", "name": "", "stated": "unstated"}]
    assert row["counterexample"] is None and row["core"] is None and row["reason"] == ""
    x_is, y_is = (gt.exact(part.split(" = ")[1]) for part in row["witness"].split(", "))
    assert x_is > 1 and y_is > 0


def test_a_refuted_claim_has_a_counterexample_and_a_proof(every_status: Claims) -> None:
    row = data(*every_status)[1]
    assert (row["status"], row["bearing"], row["condition"]) == ("refuted", "contradicts", None)
    assert row["proof"] == "certified" and row["witness"] is None
    assert gt.exact(row["counterexample"].removeprefix("x = ")) > 1


def test_a_conditional_claim_has_a_condition_and_says_what_is_missing(every_status: Claims) -> None:
    row = data(*every_status)[2]
    assert (row["status"], row["condition"], row["proof"]) == ("conditional", "x > 1", None)
    assert row["bearing"] == "needs a premise the paper does not state"
    (reading,) = row["readings"]
    assert reading["missing"] == ["x > 2"]
    assert (reading["name"], reading["statement"], reading["challenge"]) == ("r", "x > 1", "Why?")
    assert reading["bearing"] == row["bearing"]
    assert (reading["status"], reading["condition"]) == (row["status"], row["condition"])


def test_a_vacuous_claim_has_its_core_and_an_undecided_one_its_reason(every_status: Claims) -> None:
    _, _, _, vacuous, undecided, _ = data(*every_status)
    assert [premise["relation"] for premise in vacuous["core"]] == ["x > 1", "x < 1"]
    assert vacuous["bearing"] == undecided["bearing"] == "not identified"
    assert "irrational" in undecided["reason"] and undecided["core"] is None


def test_a_claim_on_data_has_its_source_and_no_reading(every_status: Claims) -> None:
    row = data(*every_status)[-1]
    assert (row["status"], row["bearing"]) == ("data", "data")
    assert row["reason"] == "a count, from table 3"
    assert row["readings"] == [] and row["premises"] == []


def test_what_was_said_is_passed_on(claim: Callable[..., gt.Claim]) -> None:
    said = {
        "paraphrase": "Größe zählt.", "attributed_to": "A. N. Other", "strength": "doubts", "kind": "ranking",
        "refuted_by": "nothing",
    }  # fmt: skip
    (row,) = data(claim("c", data="d", **said))
    assert {key: row[key] for key in said} == said


def test_bounds_are_told_from_premises(claim: Callable[..., gt.Claim]) -> None:
    (row,) = data(claim("c", gt.Reading("r", share + x > 0, stated=(gt.Premise(x > 0, name="positive"),))))
    assert row["premises"] == [
        {"relation": "x > 0", "name": "positive", "stated": "unstated"},
        {"relation": "share > 0", "name": "", "stated": "bound of the parameter"},
    ]
    assert row["unused"] == [{"relation": "share < 1", "name": "", "stated": "bound of the parameter"}]


def test_numbers_stay_exact_as_text(claim: Callable[..., gt.Claim]) -> None:
    (row,) = data(claim("c", gt.Reading("r", gt.possible(x > gt.exact("1/3")), stated=(x < gt.exact("2/5"),))))
    assert "1/3" in row["condition"]
    value = gt.exact(row["witness"].removeprefix("x = "))
    assert gt.exact("1/3") < value < gt.exact("2/5")


def test_pairs_are_written_out(claim: Callable[..., gt.Claim]) -> None:
    (row,) = data(claim("c", gt.Reading("r", gt.grows(x**2 > 1, x))))
    assert row["status"] == "conditional" and row["condition"] is None
    assert row["witness"].startswith("from (x = ") and row["counterexample"].startswith("from (x = ")


def test_time_is_measured_in_milliseconds_and_given_in_seconds(
    every_status: Claims, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([10, 10.25, 20, 21.5])
    monkeypatch.setattr(module, "perf_counter", lambda: next(clock))
    records = judged(every_status[0], every_status[-1])
    assert [record.milliseconds for record in records] == [250, 1500]
    assert [record_data(record)["seconds"] for record in records] == [0.25, 1.5]


def test_what_is_taken_from_utilities_is_in_the_record(claim: Callable[..., gt.Claim]) -> None:
    pact = gt.CoalitionGame("Pact", ["A", "B"], value={("A",): 0, ("B",): 0, ("A", "B"): x})
    row = data(claim("c", gt.Reading("r", gt.possible(gt.core(pact)))))[0]
    assert row["uses"] == row["readings"][0]["uses"] == ["utilities are added across players"]
    assert data(claim("d", gt.Reading("r", x > 0)))[0]["uses"] == []
