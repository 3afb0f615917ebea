"""Run the fuzz targets round robin: ``python -m tests.fuzz.drive --seconds 600 --seed 1 [target ...]``.

Prints every fault once, with the seed that brings it back (``--case normal:17``), and at the end the cases and seconds
per target. Needs a system with resource limits and timers (any Unix).
"""

from __future__ import annotations

import argparse
import faulthandler
import random
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from types import FrameType

from tests.fuzz.hostile import TRACE
from tests.fuzz.targets import TARGETS

SECONDS = 10
"""Processor time a case may take."""

WALL_SECONDS = 300
"""After so much time on the clock a case hangs outside Python, and the process prints where and ends."""

MEMORY = 4 * 2**30
"""Address space of the process."""


class Hang(BaseException):
    """A case took longer than it may; nothing that catches errors may swallow it."""


@contextmanager
def in_time(seconds: int = SECONDS) -> Iterator[None]:
    """Raise Hang if the block takes more than so many seconds of processor time."""

    def stop(signum: int, frame: FrameType | None) -> None:
        raise Hang(f"more than {seconds} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def run_case(target: str, seed: int) -> None:
    """Run one case; whatever comes out is a fault."""
    with in_time():
        TARGETS[target](random.Random(f"{target}:{seed}"))
    assert not TRACE.exists(), "text was run as code"


def where(error: BaseException) -> str:
    """Return what tells one fault from another: the kind of error and the last line of this project it passed."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "/gametheory/" in frame.filename]
    last = frames[-1] if frames else traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {last.filename.rpartition('/gametheory/')[2]}:{last.lineno}"


@dataclass
class Tally:
    """What a run has seen so far."""

    cases: Counter[str] = field(default_factory=Counter)
    spent: Counter[str] = field(default_factory=Counter)
    slowest: dict[str, tuple[float, str]] = field(default_factory=dict)
    faults: Counter[str] = field(default_factory=Counter)

    def run(self, name: str, seed: int) -> None:
        """Run a case; print the first fault of each kind."""
        began = time.process_time()
        faulthandler.dump_traceback_later(WALL_SECONDS, exit=True, file=sys.__stderr__)
        try:
            run_case(name, seed)
        except (Exception, Hang) as error:
            key = f"{name}: {where(error)}"
            self.faults[key] += 1
            if self.faults[key] == 1:
                print(f"--- {name}:{seed} {key}\n{''.join(_short(error))}", flush=True)
        faulthandler.cancel_dump_traceback_later()
        took = time.process_time() - began
        self.cases[name] += 1
        self.spent[name] += round(took * 1000)
        self.slowest[name] = max(self.slowest.get(name, (0.0, "")), (took, f"{name}:{seed}"))

    def __str__(self) -> str:
        lines = [f"{sum(self.cases.values())} cases in {sum(self.spent.values()) / 1000:.0f} processor seconds"]
        for name, count in self.cases.items():
            took, when = self.slowest[name]
            lines.append(f"{name:12} {count:7} cases {self.spent[name] / 1000:8.1f} s, slowest {took:.1f} s at {when}")
        lines += [f"{count:5} x {key}" for key, count in self.faults.most_common()]
        return "\n".join(lines)


def drive(names: Sequence[str], seconds: float, seed: int) -> int:
    """Run the targets in turn until the time is up, or until it is interrupted; return the number of faults."""
    tally = Tally()
    # Also when it is told to end: what it has seen so far is wanted. SIGINT is ignored in the background.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    start = time.process_time()
    with suppress(KeyboardInterrupt):
        while time.process_time() - start < seconds:
            for name in names:
                print(f"{name}:{seed}", file=sys.stderr, flush=True)
                tally.run(name, seed)
            seed += 1
    print(f"{tally}\nnext seed {seed}")
    return len(tally.faults)


def _short(error: BaseException) -> list[str]:
    lines = traceback.format_exception(error)
    shown = lines if len(lines) < 14 else [*lines[:3], *lines[-10:]]
    return [line if len(line) < 400 else f"{line[:400]}\n" for line in shown]


def main() -> int:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("targets", nargs="*", choices=[*TARGETS, []], help="all, if none is named")
    reader.add_argument("--seconds", type=float, default=60, help="processor time")
    reader.add_argument("--seed", type=int, default=0)
    reader.add_argument("--case", help="one case, target:seed")
    given = reader.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    if given.case:
        target, seed = given.case.rsplit(":", 1)
        run_case(target, int(seed))
        return 0
    return 1 if drive(given.targets or list(TARGETS), given.seconds, given.seed) else 0


if __name__ == "__main__":
    sys.exit(main())
