from __future__ import annotations

from tests.factories.telling import bond_of, told
from tests.web.telling.test_sentence import KAZAN

from peyvand.web.shared.naming import Naming
from peyvand.web.telling.sides import panel


def panels(bond, naming: Naming) -> list[tuple[str, str, tuple[str, ...]]]:  # type: ignore[no-untyped-def]
    made = [panel(side, naming, silent=False) for side in bond.sides]
    return [(one.standing, one.cord, one.details) for one in made]


def test_a_side_on_the_way_says_how_far(en: Naming) -> None:
    first, second = panels(bond_of(*KAZAN, on="2025-04-08"), en)

    assert first == ("On the way to a sister-city agreement", "reaching", ("approvals: 3 of 3", "Signing scheduled"))
    assert second[:2] == ("On the way to a sister-city agreement", "reaching")


def test_a_side_in_force_says_since_when_and_how_known(en: Naming) -> None:
    first, _second = panels(bond_of(told("signing", when="2000-10-27")), en)

    assert first == ("Sister city", "tied", ("since 27 October 2000", "reported"))


def test_a_suspended_side_is_cut(en: Naming) -> None:
    bond = bond_of(
        told("signing", when="2000-10-27"), told("suspension", when="2023-01-24", acts=(1,), sides=(1,), by="post")
    )

    assert [one[:2] for one in panels(bond, en)] == [("Sister city", "tied"), ("Sister city: suspended", "cut")]


def test_nothing_is_said_plainly(en: Naming) -> None:
    assert [one[:2] for one in panels(bond_of(told("visit", instrument=None)), en)] == [
        ("Nothing in force", "none")
    ] * 2


def test_a_silent_side_is_named(en: Naming) -> None:
    (side, _other) = bond_of(told("signing", when="2000-10-27")).sides

    assert panel(side, en, silent=True).details[-1] == "no source speaks for this side"
