"""The words of an .nfg file: quoted text, numbers and braces, each with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from gametheory.errors import GameError, PayoffError
from gametheory.rationals import MOST_DIGITS

LARGEST_EXPONENT = 1_000

_TOKEN = re.compile(r'"(?P<text>(?:[^"\\]++|\\.)*+)"|(?P<sign>[{},])|(?P<word>[^\s{},"]+)', re.DOTALL)
_NUMBER = re.compile(r"[-+]?(?:[0-9]+/[0-9]+|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE](?P<exponent>[-+]?[0-9]+))?)")
_ESCAPED = re.compile(r'\\(["\\])')
_SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the file: its kind (text, sign, word or end), what it says, and where it begins."""

    kind: str
    value: str
    position: int


class Tokens:
    """Reads an .nfg text word by word."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.next = self._at(0)

    def _at(self, start: int) -> Token:
        begin = _SPACE.match(self.text, start).end()  # type: ignore[union-attr]  # an empty match is one
        self.after = begin
        if begin == len(self.text):
            return Token("end", "the end of the text", begin)
        match = _TOKEN.match(self.text, begin)
        if match is None:  # only a quotation mark can begin nothing
            raise self.fault('a quotation mark opens here and never closes; add the closing "', begin)
        self.after = match.end()
        kind = str(match.lastgroup)
        value = match.group(kind)
        return Token(kind, _ESCAPED.sub(r"\1", value) if kind == "text" else value, begin)

    def line(self, position: int) -> int:
        """Return the line of a place in the text, counted from 1."""
        return self.text.count("\n", 0, position) + 1

    def fault(
        self, complaint: str, position: int | None = None, error: type[GameError | PayoffError] = GameError
    ) -> GameError | PayoffError:
        """Return the error that says what is wrong at a place, by default at the next word."""
        place = self.next.position if position is None else position
        return error(f"line {self.line(place)} of the .nfg text: {complaint}.")

    def expected(self, what: str, error: type[GameError | PayoffError] = GameError) -> GameError | PayoffError:
        """Return the error that says that something else stands where `what` was expected."""
        found = self.next.value if self.next.kind == "end" else repr(self.next.value[:40])
        return self.fault(f"{found} stands where {what} was expected", error=error)

    def take(self) -> Token:
        """Return the next word and go on."""
        token = self.next
        self.next = self._at(self.after)
        return token

    def accept(self, sign: str) -> bool:
        """Go on if a certain sign comes next, and say whether it did."""
        found = self.next.kind == "sign" and self.next.value == sign
        if found:
            self.take()
        return found

    def require(self, sign: str, where: str) -> None:
        """Go on past a sign that must come next."""
        if not self.accept(sign):
            raise self.expected(f"{sign!r} {where}")

    def quoted(self, what: str) -> str:
        """Return quoted text that must come next."""
        if self.next.kind != "text":
            raise self.expected(f"{what} in quotation marks")
        return self.take().value

    def count(self, what: str, most: int) -> int:
        """Return a whole number from 0 to `most` that must come next."""
        token = self.next
        if token.kind != "word" or not re.fullmatch("[0-9]{1,9}", token.value):
            raise self.expected(what)
        if int(token.value) > most:
            raise self.fault(f"{token.value} stands where {what} of at most {most} was expected")
        return int(self.take().value)

    def number(self, what: str) -> Fraction:
        """Return an exact number that must come next: whole, decimal or a/b."""
        token = self.next
        match = _NUMBER.fullmatch(token.value) if token.kind == "word" else None
        if match is None:
            raise self.expected(what, PayoffError)
        exponent = (match.group("exponent") or "0").lstrip("+-0")
        if len(token.value) > MOST_DIGITS or int(exponent or 0) > LARGEST_EXPONENT:
            raise self.fault(
                f"{what} has more than {MOST_DIGITS} digits or an exponent beyond {LARGEST_EXPONENT}", error=PayoffError
            )
        try:
            value = Fraction(token.value)
        except ZeroDivisionError:
            raise self.fault(f"{what} is {token.value[:40]}, which divides by zero", error=PayoffError) from None
        self.take()
        return value
