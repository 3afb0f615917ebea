"""The models of a package."""

from collections.abc import Callable

import pytest

import gametheory as gt
from gametheory.report.catalogue import CatalogueError, find_claim, find_model, load_models, load_tensions

Package = Callable[..., str]

BARE = "CLAIMS = ()\n"


def test_every_module_with_claims_is_a_model_in_the_order_of_names(package: Package) -> None:
    models = load_models(package())
    assert [model.name for model in models] == ["false_shares", "large_shares"]
    assert [[claim.id for claim in model.claims] for model in models] == [["beyond"], ["large", "counted"]]
    assert all(isinstance(model.claims, tuple) for model in models)


def test_a_model_brings_its_docstring_and_its_figures(package: Package) -> None:
    false, large = load_models(package())
    assert large.about == "How large a share is.\n\nThe second paragraph."
    assert list(false.figures) == ["line", "dots"] and dict(large.figures) == {}


def test_a_model_brings_the_games_it_names(package: Package) -> None:
    source = 'import gametheory as gt\nCLAIMS = ()\nGAMES = [gt.Game("Choice", ["A"], ["stay"], {("stay",): (0,)})]\n'
    with_games, without = load_models(package({"a": source, "b": BARE}))
    assert [game.name for game in with_games.games] == ["Choice"] and without.games == ()


def test_a_module_without_a_docstring_is_a_model_too(package: Package) -> None:
    (model,) = load_models(package({"silent": BARE}))
    assert (model.name, model.about, model.claims) == ("silent", "", ())


def test_the_package_s_own_models_are_the_default() -> None:
    assert "prisoners_dilemma" in [model.name for model in load_models()]


@pytest.mark.parametrize("name", ["no_such_package", "gametheory.no_such_package", "no such package", "", ".relative"])
def test_a_package_that_is_not_there_is_an_error(name: str) -> None:
    with pytest.raises(CatalogueError, match="no package of models") as caught:
        load_models(name)
    assert repr(name) in str(caught.value)
    assert isinstance(caught.value, gt.GameTheoryError)


def test_a_package_without_models_is_an_error(package: Package) -> None:
    with pytest.raises(CatalogueError, match=r"tiny_models has no module with CLAIMS"):
        load_models(package({"sources": "PAPERS = ()\n"}))


def test_a_module_that_is_no_package_is_an_error() -> None:
    with pytest.raises(CatalogueError, match="no module with CLAIMS"):
        load_models("gametheory.errors")


ONE = 'import gametheory as gt\nCLAIMS = [gt.Claim(i, "", "", "", "", "", "", (), "", data="d") for i in {ids}]\n'


@pytest.mark.parametrize(
    "modules",
    [
        {"a": ONE.format(ids=["beta", "alpha"]), "b": ONE.format(ids=["gamma", "beta", "alpha"])},
        {"a": ONE.format(ids=["beta", "alpha", "gamma", "alpha", "beta"])},
    ],
    ids=["in two modules", "in one module"],
)
def test_two_claims_of_one_id_are_an_error_that_names_them(modules: dict[str, str], package: Package) -> None:
    with pytest.raises(CatalogueError, match="two claims are called alpha, beta;"):
        load_models(package(modules))


def test_models_and_claims_are_found_by_name(package: Package) -> None:
    models = load_models(package())
    assert find_model(models, "large_shares") is models[1]
    model, claim = find_claim(models, "counted")
    assert model is models[1] and claim is models[1].claims[1]


def test_an_unknown_model_or_claim_is_an_error_that_lists_the_known_ones(package: Package) -> None:
    models = load_models(package())
    with pytest.raises(CatalogueError, match=r"'huge_shares'; there are false_shares, large_shares\."):
        find_model(models, "huge_shares")
    with pytest.raises(CatalogueError, match=r"'huge'; there are beyond, large, counted\."):
        find_claim(models, "huge")


# Tensions

TENSIONS = """
import gametheory as gt

def tensions():
    return {returned}
"""


def test_a_package_may_bring_tensions(package: Package) -> None:
    listed = 'gt.tension(["alpha", "beta"], name="{}", reason="a date")'
    source = TENSIONS.format(returned=f"[{listed.format('first')}, {listed.format('second')}]")
    found = load_tensions(package({"bare": BARE, "tensions": source}))
    assert [(one.name, one.status) for one in found] == [("first", "listed"), ("second", "listed")]
    assert isinstance(found, tuple)


def test_a_package_without_a_module_of_tensions_has_none(package: Package) -> None:
    assert load_tensions(package({"bare": BARE})) == ()
    assert load_tensions("gametheory.errors") == ()  # no package at all


def test_the_tensions_of_a_package_that_is_not_there_are_an_error() -> None:
    with pytest.raises(CatalogueError, match="no package of models is called 'no_such_package'"):
        load_tensions("no_such_package")


def test_a_module_of_tensions_without_the_function_is_an_error(package: Package) -> None:
    with pytest.raises(CatalogueError, match=r"tiny_models\.tensions has no function tensions\(\)"):
        load_tensions(package({"tensions": "tensions = ()\n"}))


@pytest.mark.parametrize("returned", ["None", "'text'", "[1]", "gt.tension(['alpha'], reason='a date')"])
def test_tensions_that_are_none_are_an_error_that_says_what_was_returned(returned: str, package: Package) -> None:
    with pytest.raises(CatalogueError, match=r"tensions\(\) returns .*; return a tuple of gt\.tension"):
        load_tensions(package({"tensions": TENSIONS.format(returned=returned)}))
