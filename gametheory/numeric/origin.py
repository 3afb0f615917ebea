"""Where a numerical picture comes from, and what it is not."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version

CAVEAT = "a numerical picture computed with floating-point numbers: no proof, no verdict, no region of parameters"


@dataclass(frozen=True)
class Origin:
    """How a numerical result was computed.

    Parameters
    ----------
    method : str
        Which process, with the options that matter.
    library : str
        Whose implementation, and its version.
    seed : int or None
        The seed of its random choices; None if there are none.
    horizon : str
        How far it was followed.
    caveat : str
        What the result is not.

    Examples
    --------
    >>> from gametheory.numeric import Origin
    >>> print(Origin("fictitious play", "nashpy 0.0.43", 1, "100 steps"))
    fictitious play by nashpy 0.0.43, 100 steps, seed 1
    (a numerical picture computed with floating-point numbers: no proof, no verdict, no region of parameters)
    """

    method: str
    library: str
    seed: int | None
    horizon: str
    caveat: str = CAVEAT

    def __str__(self) -> str:
        seed = "no random choices" if self.seed is None else f"seed {self.seed}"
        return f"{self.method} by {self.library}, {self.horizon}, {seed}\n({self.caveat})"


def by_nashpy(method: str, seed: int | None, horizon: str) -> Origin:
    """Return the origin of what nashpy computed."""
    return Origin(method, f"nashpy {version('nashpy')}", seed, horizon)
