"""Against a stand-in with the part of pygambit's interface that is used, and against pygambit where it is installed."""

import sys
from decimal import Decimal
from fractions import Fraction
from io import StringIO
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest

import gametheory as gt
from gametheory.interop import from_gambit, to_gambit, write_nfg


class Labelled:
    """A player or a strategy: its label must be ASCII, and is unique among its fellows at every moment."""

    def __init__(self, fellows: list[Any], label: str, strategies: int = 0) -> None:
        self.fellows, self._label = fellows, label
        self.strategies: list[Labelled] = []
        self.strategies += [Labelled(self.strategies, str(number + 1)) for number in range(strategies)]

    @property
    def label(self) -> str:
        return self._label

    @label.setter
    def label(self, text: str) -> None:
        text.encode("ascii")
        if text in [fellow.label for fellow in self.fellows]:
            raise ValueError("label must be unique")
        self._label = text


class StandIn:
    """A strategic game, as pygambit's: payoffs by outcome and player, an outcome or None by profile."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        self.title = "Untitled strategic game"
        self.players: list[Labelled] = []
        self.players += [Labelled(self.players, str(side + 1), count) for side, count in enumerate(shape)]
        self.outcomes: dict[tuple[int, ...], Any] = {place: None for place in product(*map(range, shape))}

    @classmethod
    def from_arrays(cls, *arrays: Any) -> "StandIn":
        made = cls(arrays[0].shape)
        for place in made.outcomes:
            made.outcomes[place] = {player: array[place] for player, array in zip(made.players, arrays, strict=True)}
        return made

    def __getitem__(self, place: tuple[int, ...]) -> Any:
        return self.outcomes[place]

    def to_nfg(self) -> str:
        raise NotImplementedError


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygambit", SimpleNamespace(Game=StandIn))


@pytest.mark.usefixtures("stand_in")
def test_there_and_back_by_the_stand_in(tariffs: gt.Game, thirds: gt.Game) -> None:
    for game in (tariffs, thirds):
        peer = to_gambit(game)
        assert peer.title == game.name
        assert [player.label for player in peer.players] == list(game.players)
        assert from_gambit(peer) == game
    assert peer[1, 0, 3][peer.players[2]] == Fraction(1000 - 1 - 21, 9)


@pytest.mark.usefixtures("stand_in")
def test_labels_may_change_places() -> None:
    game = gt.Game("Turned", ["2", "1"], ["2", "1"], {(a, b): (int(a), int(b)) for a in "12" for b in "12"})
    assert from_gambit(to_gambit(game)) == game


@pytest.mark.usefixtures("stand_in")
def test_a_name_that_gambit_refuses_is_explained() -> None:
    game = gt.Game("One choice", ["Zoë"], ["go"], {("go",): (1,)})
    with pytest.raises(gt.GameError, match=r"pygambit refuses a name of One choice: .*printable ASCII"):
        to_gambit(game)


def test_what_has_no_outcome_pays_nothing_and_what_has_no_label_gets_a_word() -> None:
    peer = StandIn((2, 1))
    peer.outcomes[1, 0] = {peer.players[0]: Decimal("0.1"), peer.players[1]: Fraction(1, 3)}
    peer.title = ""
    for thing in (*peer.players, *peer.players[0].strategies):
        thing._label = ""
    game = from_gambit(peer)
    assert (game.name, game.players, game.actions) == (
        "Game from Gambit",
        ("row", "column"),
        (("first", "second"), ("1",)),
    )
    assert game.cells == ((0, 0), (Fraction(1, 10), Fraction(1, 3)))
    again = from_gambit(peer, name="Named", players=["A", "B"], actions=[["x", "y"], ["z"]])
    assert (again.name, again.players, again.actions) == ("Named", ("A", "B"), (("x", "y"), ("z",)))


def test_what_is_not_of_gambit_is_refused(tariffs: gt.Game, symbolic: gt.Game) -> None:
    with pytest.raises(gt.GameError, match=r"from_gambit takes a pygambit.Game; <Game 'Tariffs'.* is a Game"):
        from_gambit(tariffs)
    with pytest.raises(gt.PayoffError, match="to_gambit needs numbers for payoffs"):
        to_gambit(symbolic)


def test_where_it_is_missing_the_message_says_how_to_install_it(
    tariffs: gt.Game, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pygambit", None)
    with pytest.raises(gt.MissingLibraryError, match=r"needs pygambit.*pip install alliance-games\[gambit\]"):
        to_gambit(tariffs)


def test_there_and_back_by_pygambit(tariffs: gt.Game, thirds: gt.Game) -> None:
    pygambit = pytest.importorskip("pygambit", reason="pygambit is an extra that is built from source")
    for game in (tariffs, thirds):
        peer = to_gambit(game)
        assert isinstance(peer, pygambit.Game)
        assert from_gambit(peer) == game
        assert all(type(payoff) is Fraction for cell in from_gambit(peer).cells for payoff in cell)
        assert from_gambit(pygambit.read_nfg(StringIO(write_nfg(game)))) == game
        assert gt.interop.read_nfg(peer.to_nfg()) == game
    turned = gt.Game("Turned", ["2", "1"], ["2", "1"], {(a, b): (int(a), int(b)) for a in "12" for b in "12"})
    assert from_gambit(to_gambit(turned)) == turned
    with pytest.raises(gt.GameError, match="printable ASCII"):
        to_gambit(gt.Game("One choice", ["Zoë"], ["go"], {("go",): (1,)}))


def test_pygambit_reads_missing_outcomes_and_trees_as_we_do() -> None:
    pygambit = pytest.importorskip("pygambit", reason="pygambit is an extra that is built from source")
    text = 'NFG 1 R "" { "A" "B" } { { "x" "y" } { "v" "w" } } "" { { "win" 1/3, -2 } { "draw" .5 2e1 } } 1 0 2 1'
    theirs, ours = from_gambit(pygambit.read_nfg(StringIO(text)), name="N"), gt.interop.read_nfg(text, name="N")
    assert theirs.cells == ours.cells
    assert theirs.cells == ((Fraction(1, 3), -2), (Fraction(1, 2), 20), (0, 0), (Fraction(1, 3), -2))
    tree = pygambit.read_efg(
        StringIO(
            'EFG 2 R "Tree" { "Ann" "Bob" } ""\n'
            'p "" 1 1 "" { "l" "r" } 0\n'
            'p "" 2 1 "" { "x" "y" } 0\n'
            't "" 1 "a" { 1, 2 }\nt "" 2 "b" { 3/2, 0 }\nt "" 3 "c" { 0, 5 }\n'
        )
    )
    read = from_gambit(tree, actions=[["l", "r"], ["x", "y"]])
    assert read.payoffs["l", "y"] == (Fraction(3, 2), 0)
    assert read.payoffs["r", "x"] == read.payoffs["r", "y"] == (0, 5)
