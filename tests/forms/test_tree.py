"""Trees: what is refused and why, plays and plans, numbers put in, the normal form, the text."""

from fractions import Fraction
from typing import Any

import pytest

import gametheory as gt
from gametheory.forms import information, plays, strategies, tree_text

x, y = gt.parameters("x y")
HERE = gt.End((0, 0))


def entry(**options: Any) -> gt.Tree:
    reply = gt.Move("B", {"fight": gt.End((-1, 1 - x)), "share": gt.End(("1/2", 1), "peace")})
    root = gt.Move("A", {"in": reply, "out": gt.End((0, 2), "monopoly")})
    return gt.Tree("Entry", ("A", "B"), root, **options)


def gamble(likely: Any, **options: Any) -> gt.Tree:
    """Chance, then a choice on one side."""
    choice = gt.Move("A", {"l": gt.End((1, 0), "won"), "r": gt.End((x, 2))})
    root = gt.Chance({"heads": (likely, choice), "tails": (1 - likely, gt.End((y, 0), "won"))})
    return gt.Tree("Gamble", ("A", "B"), root, **options)


def test_a_tree_is_a_value() -> None:
    tree = entry(assuming=(x > 0,))
    assert repr(tree) == "<Tree 'Entry': A, B>"
    assert tree.parameters == (x,)
    assert str(tree.premises) == "x > 0"
    assert tree.outcomes == ("peace", "monopoly")
    assert tree.plays == (("in", "fight"), ("in", "share"), ("out",))
    assert tree.plays_of("peace") == (("in", "share"),)
    assert tree.plays_of(["out"]) == (("out",),)
    assert tree.payoffs(("in", "share")) == (Fraction(1, 2), 1)
    assert str(tree) == (
        "Entry (A, B)\nA\n  in: B\n    fight: (-1, 1 - x)\n    share: peace (1/2, 1)\n  out: monopoly (0, 2)\n"
        "assuming x > 0"
    )
    with pytest.raises(AttributeError):
        tree.name = "other"
    assert gt.Tree("Over", ("A",), gt.End((3,))).plays == ((),)
    assert gt.subgame_perfect(gt.Tree("Over", ("A",), gt.End((3,))), ()).is_everywhere()
    text = gt.Tree("Text", ("A",), gt.End(("2*x",)), parameters=[x])
    assert text.payoffs(()) == (2 * x,)


def test_nodes_say_what_they_are() -> None:
    assert repr(HERE) == "<End: (0, 0)>"
    assert repr(gt.End((0,), "war")) == "<End: war>"
    assert repr(gt.Move("A", {"l": HERE, "r": HERE})) == "<Move: A, l or r>"
    assert repr(gt.Stage(("A", "B"), {("l", "u"): HERE})) == "<Stage: A and B, 1x1>"
    assert repr(gt.Chance({"heads": (1, HERE)})) == "<Chance: heads>"


def test_a_point_is_put_in() -> None:
    tree = entry(assuming=(x > 0,))
    assert tree.at() is tree
    at = tree.at(x=3)
    assert at.payoffs(("in", "fight")) == (-1, -2)
    assert at.parameters == ()
    with pytest.raises(gt.AssumptionError, match="violates the premise x > 0"):
        tree.at({x: -1})
    with pytest.raises(gt.PayoffError, match="no parameter z"):
        tree.at(z=1)
    p = gt.Parameter("p", at_least=0, at_most=1)
    chancy = gamble(p)
    plan = (("heads", "r"), ("tails",))
    assert chancy.at(p="1/3", x=3, y=6).payoffs(plan) == (5, Fraction(2, 3))
    assert chancy.at(p=0, x=3).payoffs(plan) == (y, 0)
    assert chancy.at(p=1, y=3).payoffs(plan) == (x, 2)
    half = chancy.at(x=3, y=6).payoffs(plan)
    assert half[0].subs(p, 0) == 6


def test_plays_and_plans() -> None:
    tree = gamble(Fraction(1, 2))
    left, right = (("heads", "l"), ("tails",)), (("heads", "r"), ("tails",))
    assert tree.plays == (left, right)
    assert tree.plays_of("won") == (left,)  # a plan has the name that all its ends share
    assert tree.plays_of([["tails"], ["heads", "r"]]) == (right,)  # in the order of the tree
    assert tree.payoffs((("tails",), ("heads", "r"))) == tree.payoffs(right)
    sure = gt.Tree("Sure", ("A",), gt.Chance({"sun": (1, gt.Move("A", {"go": gt.End((1,))}))}))
    assert sure.plays == (("sun", "go"),)
    twice = gt.Tree("Twice", ("A", "B"), gt.Stage(("A", "B"), {("l", "u"): gt.Stage(("A", "B"), {("r", "d"): HERE})}))
    assert twice.plays == ((("l", "u"), ("r", "d")),)
    assert twice.payoffs(twice.plays[0]) == (0, 0)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (("in",), "the play says nothing in Entry after .in.; what can happen there: fight, share"),
        (("in", "share", "twice"), r"Entry ends after \(in, share\), but the play goes on"),
        (("up",), "the play says up in Entry at the root; what can happen there: in, out"),
        (3, "3 is no play of Entry; give the steps from the root"),
        ((1, 2), "is no play of Entry"),
        ((), "the play says nothing in Entry at the root"),
        ("war", "no outcome 'war'; its named outcomes are peace, monopoly"),
    ],
)
def test_what_is_no_play(given: Any, message: str) -> None:
    with pytest.raises(gt.GameError, match=message):
        entry().plays_of(given)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (("heads", "l"), r"says nothing of Gamble after \(tails\), and chance may fall so; give a plan"),
        ((("heads", "l"), ("heads", "r"), ("tails",)), r"does several things in Gamble after \(heads\): l, r"),
        ((("heads",), ("tails",)), r"the play says nothing in Gamble after \(heads\)"),
        ((("heads", "l"), ("tails",), ("tails",)), r"Gamble ends after \(tails\), but the play goes on"),
        (("edge",), "the play says edge in Gamble at the root, where chance falls: heads, tails"),
        ((), "the play says nothing in Gamble at the root, where chance falls: heads, tails"),
    ],
)
def test_what_is_no_plan(given: Any, message: str) -> None:
    with pytest.raises(gt.GameError, match=message):
        gamble(Fraction(1, 2)).plays_of(given)


def test_chance_multiplies_plays(monkeypatch: pytest.MonkeyPatch) -> None:
    side = gt.Move("A", {"l": gt.End((0,)), "r": gt.End((1,))})
    tree = gt.Tree("Lottery", ("A",), gt.Chance({"h": ("1/2", side), "t": ("1/2", side)}))
    assert len(tree.plays) == 4
    monkeypatch.setattr(plays, "MOST_PLAYS", 3)
    other = gt.Tree("Lottery", ("A",), gt.Chance({"h": ("1/2", side), "t": ("1/2", side)}))
    with pytest.raises(gt.CapacityError, match="Lottery has 4 plays, and at most 3 are listed; ask for one play"):
        other.plays  # noqa: B018


BAD_NODES: list[tuple[Any, type[Exception], str]] = [
    (lambda: gt.End("12"), gt.PayoffError, "the payoffs of an end are '12'; give a tuple"),
    (lambda: gt.End({"A": 1}), gt.PayoffError, "give a tuple with one payoff a player"),
    (lambda: gt.End(3), gt.PayoffError, "give a tuple with one payoff a player"),
    (lambda: gt.End((1,), ""), gt.GameError, "the outcome of an end is '', which is not a name"),
    (lambda: gt.Move("", {"l": HERE}), gt.GameError, "the player of a move is '', which is not a name"),
    (lambda: gt.Move("A", {}), gt.GameError, "a move of A leads nowhere; give at least one branch, or write gt.End"),
    (lambda: gt.Move("A", [HERE]), gt.GameError, "a move of A is given .*; give a mapping from an action"),
    (lambda: gt.Move("A", {1: HERE}), gt.GameError, "an action at a move of A is 1, which is not a name"),
    (lambda: gt.Move("A", {"l": (0, 0)}), gt.GameError, r"what follows l at a move of A is \(0, 0\); write gt.End"),
    (lambda: gt.Move("A", {"l": HERE}, " "), gt.GameError, "the information of a move of A is ' '"),
    (lambda: gt.Stage("A", {}), gt.GameError, "a stage has the players 'A'; name at least two, or write gt.Move"),
    (lambda: gt.Stage(("A",), {}), gt.GameError, "name at least two, or write gt.Move for one"),
    (lambda: gt.Stage(("A", "A"), {}), gt.GameError, "a stage has the player 'A' twice"),
    (lambda: gt.Stage(("A", 2), {}), gt.GameError, "a player of a stage is 2, which is not a name"),
    (lambda: gt.Stage(("A", "B"), {}), gt.GameError, "a stage of A and B leads nowhere"),
    (lambda: gt.Stage(("A", "B"), {"lu": HERE}), gt.GameError, "'lu' is no profile of a stage of A and B"),
    (lambda: gt.Stage(("A", "B"), {("l",): HERE}), gt.GameError, "one action a player in the order A, B"),
    (lambda: gt.Stage(("A", "B"), {("l", ""): HERE}), gt.GameError, "an action at a stage of A and B is ''"),
    (lambda: gt.Stage(("A", "B"), {("l", "u"): 0}), gt.GameError, r"what follows \(l, u\) at a stage of A and B is 0"),
    (
        lambda: gt.Stage(("A", "B"), {("l", "u"): HERE, ("r", "d"): HERE}),
        gt.GameError,
        r"says nothing of \(l, d\) and 1 more; every combination of actions leads on",
    ),
    (
        lambda: gt.Stage(("A", "B"), {("l", "u"): HERE, ("r", "d"): HERE, ("l", "d"): HERE}),
        gt.GameError,
        r"says nothing of \(r, u\); every combination",
    ),
    (lambda: gt.Chance({}), gt.GameError, "a chance move leads nowhere"),
    (lambda: gt.Chance({"h": HERE}), gt.GameError, "what follows 'h' at a chance move is .*; give a probability and a"),
    (lambda: gt.Chance({"h": (1, 0)}), gt.GameError, "what follows h at a chance move is 0; write gt.End"),
]


@pytest.mark.parametrize(("build", "error", "message"), BAD_NODES)
def test_nodes_that_are_refused(build: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        build()


def test_branches_are_copied_so_no_node_follows_itself() -> None:
    branches: dict[str, Any] = {"stop": HERE}
    node = gt.Move("A", branches)
    branches["again"] = node
    assert gt.Tree("Loop", ("A", "B"), node).plays == (("stop",),)


BAD_TREES: list[tuple[Any, type[Exception], str]] = [
    (lambda: gt.Tree("T", "AB", HERE), gt.GameError, "the players are 'AB'; give a sequence of names"),
    (lambda: gt.Tree("T", (), HERE), gt.GameError, "the players are empty; name at least one"),
    (lambda: gt.Tree("T", ("A", 3), HERE), gt.GameError, "3 among the players is not a name"),
    (lambda: gt.Tree("T", ("A", "A"), HERE), gt.GameError, "the players have 'A' twice"),
    (lambda: gt.Tree("T", ("A",), 0), gt.GameError, "the root of T is 0; write gt.Move"),
    (lambda: gt.Tree("T", ("A",), HERE), gt.PayoffError, "the payoffs of T at the root are 2 for 1 players"),
    (
        lambda: gt.Tree("T", ("A", "B"), gt.Move("C", {"l": HERE})),
        gt.GameError,
        "'C' moves in T at the root, but the players are A, B",
    ),
    (
        lambda: gt.Tree("T", ("A", "B"), gt.Move("A", {"l": gt.Stage(("A", "C"), {("l", "u"): HERE})})),
        gt.GameError,
        r"'C' moves in T after \(l\)",
    ),
    (lambda: gt.Tree("T", ("A",), gt.End((0.5,))), gt.PayoffError, "A's payoff in T at the root"),
    (lambda: gt.Tree("T", ("A",), gt.End(("z",))), gt.PayoffError, "A's payoff in T at the root"),
    (lambda: gt.Tree("T", ("A",), gt.End((1 / x,))), gt.UndefinedPayoffError, "A's payoff in T at the root.*divides"),
    (lambda: gt.Tree("T", ("A",), gt.End((x,)), (x > 0, x < 0)), gt.AssumptionError, "contradict each other"),
    (
        lambda: gt.Tree("T", ("A",), gt.Chance({"h": (0.5, gt.End((0,)))})),
        gt.PayoffError,
        "the probability of h in T at the root",
    ),
    (
        lambda: gt.Tree("T", ("A", "B"), gt.Chance({"h": ("1/2", HERE), "t": ("1/3", HERE)})),
        gt.GameError,
        "the probabilities 1/2, 1/3 of the chance move at the root are not at least 0 with the sum 1 at any point",
    ),
    (
        lambda: gt.Tree("T", ("A", "B"), gt.Move("A", {"l": gt.Chance({"h": (2, HERE), "t": (-1, HERE)})})),
        gt.GameError,
        r"the probabilities 2, -1 of the chance move after \(l\) are not at least 0",
    ),
    (lambda: gamble(x), gt.GameError, "the probabilities x, 1 - x of the chance move at the root .* at x = "),
    (lambda: gamble(x, assuming=(x >= 0,)), gt.GameError, "the probabilities x, 1 - x .*; correct them, or add"),
]


@pytest.mark.parametrize(("build", "error", "message"), BAD_TREES)
def test_trees_that_are_refused(build: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        build()


def test_information_sets() -> None:
    blind = gt.Move("B", {"l": gt.End((1, 0)), "r": gt.End((0, 1))}, information="dark")
    tree = gt.Tree("Blind", ("A", "B"), gt.Move("A", {"u": blind, "d": blind}))
    (known,) = tree.information
    assert (known.name, known.player, known.histories) == ("dark", "B", (("u",), ("d",)))
    assert "u: B, knowing dark" in str(tree)
    game = tree.normal_form()
    assert game.actions == (("u", "d"), ("l", "r"))
    assert gt.subgame_perfect(gt.Tree("Seen", ("A", "B"), blind), ("r",)).is_everywhere()  # one move knows where it is
    same = gt.Stage(("A", "B"), {(i, j): gt.End((int(j == "l"), int(j == "r"))) for i in "ud" for j in "lr"})
    assert gt.Tree("Stage", ("A", "B"), same).normal_form().cells == game.cells


def move(player: str, actions: str, known: str | None) -> gt.Move:
    return gt.Move(player, {action: HERE for action in actions}, information=known)


@pytest.mark.parametrize(
    ("root", "message"),
    [
        (
            gt.Move("A", {"u": move("A", "lr", "dark"), "d": move("B", "lr", "dark")}),
            r"the information set 'dark' of T is A's after \(u\) and B's after \(d\); .*different names",
        ),
        (
            gt.Move("A", {"u": move("B", "lr", "dark"), "d": move("B", "lm", "dark")}),
            r"B has the actions l, r after \(u\), but l, m after \(d\), and could tell the two apart",
        ),
        (
            gt.Move("A", {"u": move("A", "lr", "dark"), "d": move("A", "lr", "dark")}),
            r"joins A's moves after \(u\) and after \(d\), before which A knew or did different things",
        ),
        (
            gt.Move("A", {"l": move("A", "lr", "dark"), "r": HERE}, information="dark"),
            "players who forget are not supported",
        ),
        (
            gt.Stage(("A", "B"), {(i, "u"): move("A", "lr", "dark") for i in "lr"}),
            "before which A knew or did different things",
        ),
    ],
)
def test_information_that_does_not_fit_together(root: gt.Move, message: str) -> None:
    with pytest.raises(gt.GameError, match=message):
        gt.Tree("T", ("A", "B"), root)


def test_the_normal_form() -> None:
    game = entry(assuming=(x > 0,)).normal_form()
    assert game.actions == (("in", "out"), ("fight", "share"))
    assert game.payoff("B", ("in", "fight")) == 1 - x
    assert dict(game.outcomes) == {"peace": (("in", "share"),), "monopoly": (("out", "fight"), ("out", "share"))}
    assert str(game.premises) == "x > 0"
    idle = gt.Tree("Idle", ("A", "B"), gt.Move("A", {"l": HERE})).normal_form()
    assert idle.actions == (("l",), ("no choice",))
    two = gt.Tree("Two", ("A",), gt.Move("A", {"u": gt.Move("A", {"l": gt.End((1,)), "r": gt.End((2,))})}))
    assert two.normal_form().actions == (("u/l", "u/r"),)
    chancy = gamble(Fraction(1, 3)).normal_form()
    assert chancy.payoff("A", ("r", "no choice")).subs({x: 3, y: 6}) == 5
    assert dict(chancy.outcomes) == {"won": (("l", "no choice"),)}


def test_a_normal_form_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strategies, "MOST_PROFILES", 3)
    with pytest.raises(gt.CapacityError, match="Entry has 4 profiles in normal form, and at most 3 are listed"):
        entry().normal_form()
    monkeypatch.setattr(information, "MOST_PLACES", 4)
    with pytest.raises(gt.CapacityError, match="Entry has more than 4 places"):
        entry().normal_form()


def test_a_long_tree_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree_text, "MOST_LINES", 3)
    assert str(entry()).splitlines()[-1] == "... in all 5 nodes"


def test_stages_and_chance_in_print() -> None:
    stage = gt.Stage(("A", "B"), {("l", "u"): HERE})
    tree = gt.Tree("Both", ("A", "B"), gt.Chance({"heads": ("1/3", stage), "tails": ("2/3", HERE)}))
    assert str(tree) == (
        "Both (A, B)\nchance\n  heads [1/3]: A and B at once\n    (l, u): (0, 0)\n  tails [2/3]: (0, 0)"
    )
