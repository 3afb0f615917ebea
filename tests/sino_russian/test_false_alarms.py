"""The alliance when breaches are seen where there are none, against values worked out by hand."""

from fractions import Fraction
from typing import Any

from sino_russian import prisoners_dilemma as model


def at(**more: Any) -> dict[Any, Any]:
    """Temptation 5, reward 3, punishment 1, sucker's payoff 0, for both."""
    numbers = {"T": 5, "R": 3, "P": 1, "S": 0}
    both = {getattr(model, f"{letter}_{i}"): number for letter, number in numbers.items() for i in "CR"}
    return both | {getattr(model, name): value for name, value in more.items()}


def test_one_false_alarm_in_five_asks_for_more_patience() -> None:
    # v = 3 + d*(4/5*v + 1/5*p) against 5 + d*p, with p = 1/(1 - d): equal at d = 5/8; without alarms at 1/2.
    least = Fraction(5, 8)
    for d in (least - Fraction(1, 1000), least, least + Fraction(1, 1000)):
        punished = 1 / (1 - d)
        kept = (3 + d * punished / 5) / (1 - d * Fraction(4, 5)) >= 5 + d * punished
        assert model.honour_until_alarm.contains(at(delta=d, alarm=Fraction(1, 5))) is kept is (d >= least)
    assert model.honour_until_alarm.contains(at(delta=Fraction(1, 2), alarm=0))


def test_an_equilibrium_survives_no_more_than_its_luck() -> None:
    # The chance x that honouring never ends is that of no alarm now times x: any x without alarms, else 0 alone.
    for alarm, lasting in ((Fraction(1, 5), Fraction(1)), (Fraction(0), Fraction(1)), (Fraction(0), Fraction(0))):
        repeats_itself = lasting == (1 - alarm) * lasting
        ends = not repeats_itself or lasting == 0
        assert model.ends_in_the_end.contains(at(delta=Fraction(9, 10), alarm=alarm, lasting=lasting)) is ends
    assert Fraction(4, 5) ** 40 < Fraction(1, 5000)  # the chance of forty periods without an alarm
    # Where impatience rules the equilibrium out there is nothing that could end.
    assert model.ends_in_the_end.contains(at(delta=Fraction(1, 10), alarm=0, lasting=1))
