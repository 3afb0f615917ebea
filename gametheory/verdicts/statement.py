"""What can be said of regions, and then proved, refuted or found to hold under a condition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gametheory.errors import ConceptError, quoted
from gametheory.region import Region, as_region

KINDS = ("always", "never", "possible", "exactly", "grows", "shrinks")


@dataclass(frozen=True, eq=False)
class Statement:
    """A sentence about one region, or two, or one region and a parameter.

    Parameters
    ----------
    kind : {"always", "never", "possible", "exactly", "grows", "shrinks"}
        What is said.
    region : Region
        What it is said of.
    other : Region or None
        For "exactly": the region it is compared with.
    parameter : Parameter or None
        For "grows" and "shrinks": what changes.
    """

    kind: str
    region: Region
    other: Region | None = None
    parameter: Any = None

    @property
    def regions(self) -> tuple[Region, ...]:
        """The regions it speaks of."""
        return (self.region,) if self.other is None else (self.region, self.other)

    def __str__(self) -> str:
        title = self.region.title or "the condition"
        match self.kind:
            case "always":
                return title
            case "never":
                return f"never: {title}"
            case "possible":
                return f"possible: {title}"
            case "exactly":
                assert self.other is not None  # exactly() gives both
                return f"{title}, exactly when {self.other.title or 'the other condition holds'}"
            case _:
                return f"{title}: {self.kind} in {self.parameter}"


def always(region: Any) -> Statement:
    """The region holds at every point of the premises.

    Parameters
    ----------
    region : Region or relation
        What is claimed.

    Examples
    --------
    >>> import gametheory as gt
    >>> x = gt.Parameter("x", above=0)
    >>> gt.prove(gt.always(x > -1)).status
    'proved'
    """
    return Statement("always", as_region(region))


def never(region: Any) -> Statement:
    """The region holds at no point of the premises.

    Examples
    --------
    >>> import gametheory as gt
    >>> x = gt.Parameter("x", above=0)
    >>> gt.prove(gt.never(x > 1)).status
    'conditional'
    """
    return Statement("never", as_region(region))


def possible(region: Any) -> Statement:
    """The region holds at some point of the premises.

    Examples
    --------
    >>> import gametheory as gt
    >>> x = gt.Parameter("x", above=0)
    >>> print(gt.prove(gt.possible(x > 5)).witness)
    x = 6
    """
    return Statement("possible", as_region(region))


def exactly(region: Any, other: Any) -> Statement:
    """The two regions hold at the same points of the premises.

    Examples
    --------
    >>> import gametheory as gt
    >>> x = gt.Parameter("x", above=0)
    >>> gt.prove(gt.exactly(x**2 > 4, x > 2)).status
    'proved'
    """
    return Statement("exactly", as_region(region), as_region(other))


def grows(region: Any, parameter: Any) -> Statement:
    """Raising one parameter alone never leads out of the region.

    Parameters
    ----------
    region : Region or relation
        What is claimed to grow.
    parameter : Parameter
        What is raised, within the premises; everything else stays.

    Examples
    --------
    >>> import gametheory as gt
    >>> x, y = gt.parameters("x y")
    >>> gt.prove(gt.grows(x > y, x)).status, gt.prove(gt.grows(x > y, y)).status
    ('proved', 'refuted')
    """
    return _directed("grows", region, parameter)


def shrinks(region: Any, parameter: Any) -> Statement:
    """Raising one parameter alone never leads into the region.

    Examples
    --------
    >>> import gametheory as gt
    >>> x, y = gt.parameters("x y")
    >>> gt.prove(gt.shrinks(x > y, y)).status
    'proved'
    """
    return _directed("shrinks", region, parameter)


def _directed(kind: str, region: Any, parameter: Any) -> Statement:
    given = as_region(region)
    if not getattr(parameter, "is_Symbol", False):
        raise ConceptError(f"{kind}() needs a parameter, not {quoted(parameter)}; write gt.{kind}(region, delta).")
    known = given.symbols.get(parameter.name)
    if known is not None and known != parameter:
        raise ConceptError(
            f"{parameter} is a different parameter from the {parameter} of the region; use the same one."
        )
    return Statement(kind, given, parameter=parameter)


def as_statement(given: Any) -> Statement:
    """Return a statement as it is; of a region or a relation, the statement that it always holds."""
    return given if isinstance(given, Statement) else always(given)
