import subprocess
import sys

import pytest

import gametheory as gt


def test_every_name_is_there_and_documented() -> None:
    assert dir(gt.numeric) == gt.numeric.__all__
    for name in gt.numeric.__all__:
        assert getattr(gt.numeric, name).__doc__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match=r"gametheory.numeric has no 'nonsense'; see gametheory.numeric.__all__"):
        gt.numeric.nonsense  # noqa: B018


def test_the_room_is_light_and_its_games_need_no_sympy() -> None:
    program = """
import sys
import gametheory as gt
gt.numeric, gt.interop
assert not {"numpy", "nashpy", "pandas", "quantecon", "pygambit", "sympy"} & set(sys.modules), sys.modules
text = gt.interop.write_nfg(gt.interop.read_nfg('NFG 1 R "t" { "A" } { 2 } 1 1/2'))
assert not {"numpy", "nashpy", "pandas", "quantecon", "pygambit", "sympy"} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", program], check=True)
