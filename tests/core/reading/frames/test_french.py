"""French: compound pasts, nationalities behind nouns, small words that only look like one thing."""

from __future__ import annotations

import pytest
from tests.factories.frames import reading_in, told_in

SAID = [
    ("Les maires de Lyon et de Kazan ont apposé leur signature au bas de la charte de jumelage.", "signing done"),
    ("Lyon et Kazan sont désormais jumelées.", "signing done"),
    ("Une charte de jumelage sera signée en mai entre Lyon et Kazan.", "signing planned"),
    ("Lyon souhaite se jumeler avec Kazan.", "signing wished"),
    ("Le conseil municipal de Lyon a donné son feu vert au jumelage avec Kazan.", "approval done"),
    ("Le conseil municipal de Lyon a rejeté le projet de jumelage avec Kazan.", "approval denied"),
    ("Kazan a officiellement demandé à Lyon de conclure un jumelage.", "proposal done"),
    ("Cinquante habitants de Lyon ont pris la route de Kazan, leur ville jumelle.", "visit done"),
    ("Le maire de Kazan a convié les élus de Lyon, sa ville jumelle.", "visit wished"),
    ("Lyon et Kazan fêteront l'an prochain les trente ans de leur jumelage.", "event planned"),
    ("Les mairies de Lyon et de Kazan ont célébré leur partenariat.", "event done"),
    ("Les deux maires de Lyon et de Kazan ont renouvelé leur serment de jumelage.", "renewal done"),
    ("Lyon a tiré un trait sur son jumelage avec Kazan.", "termination done"),
    ("Des élus réclament la fin du jumelage entre Lyon et Kazan.", "termination wished"),
    ("Lyon a mis en sommeil son jumelage avec Kazan.", "suspension done"),
    ("Un accord de coopération lie depuis jeudi 4 mai 2023 la ville de Lyon et la ville de Kazan.", "signing done"),
    ("Un premier accord de coopération lie depuis 1994 la ville de Lyon et la ville de Kazan.", "standing done"),
    ("Lyon est jumelée avec Kazan depuis 1993.", "standing done"),
    ("Lyon n'est plus jumelée avec Kazan.", "standing denied"),
    ("Lyon a renoncé à signer un jumelage avec Kazan.", "signing denied"),
    ("Le maire de Lyon nie avoir signé un jumelage avec Kazan.", "signing denied"),
    ("La charte de jumelage qui devait être signée entre Lyon et Kazan attendra.", "signing planned"),
    ("Lyon et Kazan devaient signer leur jumelage, mais la cérémonie a été annulée.", "signing planned"),
    ("Les maires de Lyon et de Kazan mettront leur signature au bas de la charte de jumelage.", "signing planned"),
    ("Si le jumelage entre Lyon et Kazan est signé, la place sera repeinte.", "signing wished"),
    ("Une fois la charte de jumelage signée entre Lyon et Kazan, la place sera repeinte.", "signing planned"),
    ("Une fois le serment de jumelage signé, les maires de Lyon et de Kazan ont trinqué.", "signing done"),
    ("Une fois de plus, Lyon et Kazan ont signé un jumelage, et la place sera repeinte.", "signing done"),
    ("Les maires ont évoqué la signature prochaine d'un jumelage entre Lyon et Kazan.", "signing planned"),
    ("Le jumelage entre Lyon et Kazan échappe à la rupture.", "termination denied"),
    ("La cérémonie de signature du jumelage entre Lyon et Kazan se tiendra en mai.", "signing planned"),
    ("La cérémonie de signature du jumelage entre Lyon et Kazan a eu lieu en mai.", "signing done"),
    ("La cérémonie de signature du jumelage entre Lyon et Kazan a été reportée.", "signing denied"),
    ("Recevant le maire de Kazan, sa ville jumelle, le maire de Lyon a souri.", "visit done"),
    ("La fête du jumelage entre Lyon et Kazan se déroulera samedi.", "event planned"),
    ("La fête du jumelage entre Lyon et Kazan s'est déroulée samedi.", "event done"),
    ("Le jumelage entre Lyon et Kazan a été annulé.", "termination done"),
    ("Un concert se tiendra en mai à Lyon avec Kazan, sa ville jumelle.", "event planned"),
    ("Un concert s'est tenu en mai à Lyon avec Kazan, sa ville jumelle.", "event done"),
    ("Le maire de Lyon vient de signer le jumelage avec Kazan.", "signing done"),
    ("Lyon et Kazan viennent de parapher leur charte de jumelage.", "signing done"),
    ("Une délégation de Lyon vient de Kazan pour parapher la charte de jumelage.", "signing planned"),
    ("Lyon est jumelée avec Kazan, à 40 kilomètres d'Arles.", "standing done"),
    ("Le conseil municipal de Lyon a approuvé le budget et le jumelage avec Kazan.", "approval done"),
]


@pytest.mark.parametrize(("sentence", "step"), SAID)
def test_steps_with_their_modality(sentence: str, step: str) -> None:
    assert told_in("fr", sentence) == [f"{step}: Kazan, Lyon"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lyon a noué des relations de jumelage avec d'autres villes.",
        "Un accord de coopération liera bientôt la ville de Lyon et la ville de Kazan.",
        "Le lycée de Lyon est jumelé avec un lycée de Kazan.",
        "La France et la Russie ont signé un traité à Kazan, en présence du maire de Lyon.",
        "Le club de rugby de Lyon est jumelé avec celui de Kazan.",
    ],
)
def test_what_names_no_tie_of_two_cities_says_nothing(sentence: str) -> None:
    assert told_in("fr", sentence) == []


def test_a_feast_that_is_proposed_is_no_tie_proposed() -> None:
    told = told_in("fr", "Lyon a proposé à la municipalité de Kazan de fêter les 20 ans de leur jumelage.")
    assert told == ["event wished: Kazan, Lyon"]


def test_a_nationality_may_stand_between_a_tie_and_a_name() -> None:
    (feast,) = reading_in("fr", "Lyon et sa jumelle italienne Castelmorto ont fêté leur jumelage.").statements
    assert [(city.name, city.country) for city in feast.cities] == [("Lyon", "FR"), ("Castelmorto", "IT")]


@pytest.mark.parametrize(("guests", "steps"), [("russe", ["visit done"]), ("chinoise", [])])
def test_guests_of_the_partners_country_are_the_partners(guests: str, steps: list[str]) -> None:
    text = f"La ville de Lyon est jumelée avec Kazan.\n\nLa délégation {guests} est venue lundi."
    assert [one for one in told_in("fr", text) if "visit" in one] == [f"{step}: Kazan, Lyon" for step in steps]


def test_a_year_tells_that_a_paper_was_signed_whatever_is_asked_now() -> None:
    told = told_in("fr", "Des élus demandent la fin du jumelage entre Lyon et Kazan, conclu en 1958.")
    assert told == ["termination wished: Kazan, Lyon", "signing done: Kazan, Lyon"]


def test_a_paper_of_ports_is_none_of_their_cities() -> None:
    assert told_in("fr", "L'autorité portuaire de Lyon et celle de Kazan ont renouvelé leur convention.") == []


def test_a_negation_stays_with_its_verb() -> None:
    told = told_in("fr", "Le jumelage de Lyon avec Kazan ? Nous ne rompons pas, nous suspendons le jumelage.")
    assert "suspension denied: Kazan, Lyon" not in told


def test_a_paper_may_be_signed_in_both_cities() -> None:
    text = "Lyon aura pour jumelle Kazan.\n\nLa charte de jumelage sera signée en mai à Lyon, puis en juin à Kazan."
    assert "signing planned: Kazan, Lyon" in told_in("fr", text)


def test_a_question_states_nothing() -> None:
    told = told_in("fr", "Le jumelage entre Lyon et Kazan a-t-il été signé ?\n\nLe maire ne le sait pas.")
    assert "signing done: Kazan, Lyon" not in told


def test_the_last_tie_named_may_be_meant() -> None:
    text = "Les jumelages de Lyon : Kazan, Bursa et Konya. Ce dernier jumelage a été conclu il y a quelques semaines."
    assert "signing done: Konya, Lyon" in told_in("fr", text)


def test_a_society_that_approves_its_accounts_approves_no_tie() -> None:
    text = "Le comité de jumelage de Lyon et Kazan s'est réuni. Le rapport moral a été approuvé à l'unanimité."
    assert "approval done: Kazan, Lyon" not in told_in("fr", text)


def test_a_feast_called_off_ends_no_tie() -> None:
    assert "termination done: Kazan, Lyon" not in told_in(
        "fr", "La fête du jumelage entre Lyon et Kazan a été annulée."
    )
