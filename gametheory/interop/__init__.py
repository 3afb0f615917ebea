"""Games to other libraries and back: nashpy, pygambit, quantecon, Gambit's .nfg and .efg files and pandas.

A library is imported when a function that needs it is called. Games with parameters are refused: choose a point first.
What comes back is exact, or refused with advice.
"""

from gametheory.interop.efg_text import write_efg
from gametheory.interop.frames import from_frame, to_frame
from gametheory.interop.gambit_games import from_gambit, to_gambit
from gametheory.interop.nashpy_games import from_nashpy, to_nashpy
from gametheory.interop.nfg_text import read_nfg, write_nfg
from gametheory.interop.quantecon_games import from_quantecon, to_quantecon

__all__ = [
    "from_frame",
    "from_gambit",
    "from_nashpy",
    "from_quantecon",
    "read_nfg",
    "to_frame",
    "to_gambit",
    "to_nashpy",
    "to_quantecon",
    "write_efg",
    "write_nfg",
]
