from __future__ import annotations

import pytest
from django.test import Client
from tests.factories.readings import KAZAN

from peyvand import lexicon
from peyvand.web.office.placing import Offer, offered_of, offered_places, resolved_place
from peyvand.web.shared.naming import Naming


@pytest.fixture
def naming() -> Naming:
    return Naming(lexicon.gazetteer(), "en")


def test_an_offer_comes_back_as_just_the_place_that_it_named(naming: Naming) -> None:
    offers = offered_places("valenc", naming)

    assert Offer("Valencia, Spain", "Spain") in offers
    assert resolved_place("Valencia, Spain", "", naming)[0] == "geonames:2509954"


def test_a_name_of_one_place_needs_no_country() -> None:
    persian = Naming(lexicon.gazetteer(), "fa")

    assert offered_of([KAZAN.id, KAZAN.id, "geonames:none"], persian) == [Offer("کازان", "روسیه")]


def test_fields_are_completed_in_the_pages_language(signed_in: Client) -> None:
    answer = signed_in.get("/fa/office/offers/places/?q=کاز")

    assert '<option value="کازان">روسیه</option>' in answer.content.decode()


def test_visitors_complete_nothing(db: None, client: Client) -> None:
    assert client.get("/fa/office/offers/places/?q=کاز").status_code == 302
