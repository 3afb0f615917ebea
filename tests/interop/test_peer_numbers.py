from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
import sympy

import gametheory as gt
from gametheory.interop.peer_numbers import read_number


class LibraryFraction(Fraction):
    """As pygambit's Rational: a subclass whose objects must not stay in our games."""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (3, Fraction(3)),
        (np.int8(-100), Fraction(-100)),
        (np.uint8(200), Fraction(200)),
        (np.uint64(2**64 - 1), Fraction(2**64 - 1)),
        (Decimal("0.1"), Fraction(1, 10)),
        (sympy.Rational(2, 7), Fraction(2, 7)),
        ("1/3", Fraction(1, 3)),
        (LibraryFraction(1, 3), Fraction(1, 3)),
        (2.0, Fraction(2)),
        (-0.0, Fraction(0)),
        (np.float32(3), Fraction(3)),
        (np.float16(-7), Fraction(-7)),
        (2.0**53, Fraction(2**53)),
    ],
)
def test_whole_numbers_and_exact_ones_need_no_word(value: Any, expected: Fraction) -> None:
    read = read_number(value, "it")
    assert read == expected
    assert type(read) is Fraction


def test_narrow_integers_do_not_wrap_round() -> None:
    high, low = read_number(np.int8(100), "it"), read_number(np.int8(-100), "it")
    assert high - low == 200
    assert -read_number(np.uint8(200), "it") == -200


@pytest.mark.parametrize(
    ("value", "decimal", "binary"),
    [
        # 0.5 + 2**-52 is the least double above 1/2 + 2**-53; the binary values are written as powers of two by hand.
        (0.5, "1/2", Fraction(1, 2)),
        (0.1, "1/10", Fraction(3602879701896397, 2**55)),
        (np.float32(0.1), "1/10", Fraction(13421773, 2**27)),
        (np.float16(0.1), "1/10", Fraction(1638, 2**14)),
        (1e23, 10**23, Fraction(10**23 - 8388608)),
        (1e-7, "1/10000000", Fraction(*(1e-7).as_integer_ratio())),
    ],
)
def test_other_floats_mean_what_is_said(value: Any, decimal: Any, binary: Fraction) -> None:
    assert read_number(value, "it", "decimal") == Fraction(decimal)
    assert read_number(value, "it", "binary") == binary
    with pytest.raises(gt.PayoffError, match=r'it is .*, a float; .*floats="decimal".*floats="binary"'):
        read_number(value, "it")


@pytest.mark.parametrize("value", [np.nan, np.inf, np.float32("-inf")])
@pytest.mark.parametrize("floats", [None, "binary", "decimal"])
def test_what_is_not_finite_is_refused(value: Any, floats: str | None) -> None:
    with pytest.raises(gt.PayoffError, match="not a finite number"):
        read_number(value, "it", floats)


@pytest.mark.parametrize("value", [True, np.bool_(False), 1j, None, "x", "__import__('os')", b"1", [1]])
def test_what_is_no_number_is_refused(value: Any) -> None:
    with pytest.raises(gt.PayoffError, match=r"^it is"):
        read_number(value, "it", "decimal")


def test_an_unknown_word_for_floats_is_refused() -> None:
    with pytest.raises(gt.PayoffError, match="floats='exact' says nothing; write floats=\"decimal\""):
        read_number(1, "it", "exact")
