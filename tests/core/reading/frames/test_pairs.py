from __future__ import annotations

import pytest
from tests.factories.frames import told_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norfolk signed sister city agreements with Kazan in Russia and Bursa in Turkey.",
         {"signing done: Kazan, Norfolk", "signing done: Bursa, Norfolk"}),
        ("Sister city agreements between Kazan and Bursa were signed.", {"signing done: Bursa, Kazan"}),
        ("Norfolk has Kazan and Bursa as its twins; Dayton has Konya and Lyon.",
         {"standing done: Kazan, Norfolk", "standing done: Bursa, Norfolk", "standing done: Dayton, Konya",
          "standing done: Dayton, Lyon"}),
        ("Kazan and Bursa, Lyon and Konya are sister cities.",
         {"standing done: Bursa, Kazan", "standing done: Konya, Lyon"}),
        ("Norfolk and Bursa are sister cities.\n\nThe two cities renewed the agreement.",
         {"renewal done: Bursa, Norfolk", "standing done: Bursa, Norfolk"}),
        ("The council of Norfolk wants a sister city. It approved a sister city agreement with Kazan.",
         {"approval done: Kazan, Norfolk"}),
    ],
)  # fmt: skip
def test_pairs(text: str, found: set[str]) -> None:
    assert set(told_in("en", text)) == found


def test_two_cities_of_one_country_meet_without_a_tie_in_vain() -> None:
    text = "Norfolk is a sister city of Kazan.\n\nThe mayor of Norfolk visited Dayton."
    assert told_in("en", text) == ["standing done: Kazan, Norfolk"]


def test_officers_of_many_cities_come_to_the_one_at_home() -> None:
    guests = "The mayor of Kazan, the mayor of Lyon and the mayor of Konya arrived."
    text = f"Norfolk held its week of sister cities.\n\n{guests}"
    assert sorted(one for one in told_in("en", text) if "visit" in one) == [
        "visit done: Kazan, Norfolk", "visit done: Konya, Norfolk", "visit done: Lyon, Norfolk",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nach dem Krieg geschlossen, trugen die Städtepartnerschaften Mannheims zum Frieden bei.", []),
        ("Er freute sich über die Gäste aus den Partnerstädten.", []),
        ("Beide Städte haben den Partnerschaftsvertrag im Mai unterzeichnet.", ["signing done: Lyon, Mannheim"]),
    ],
)
def test_what_is_told_of_several_ties_is_told_of_no_pair(text: str, found: list[str]) -> None:
    told = told_in("de", f"Mannheim empfing einen Gast aus der Partnerstadt Lyon.\n\n{text}")
    assert [one for one in told if one.startswith("signing")] == found
