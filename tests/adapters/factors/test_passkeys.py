from __future__ import annotations

import json

import pytest
from tests.factories.passkeys import SoftKey

from peyvand.adapters.factors.passkeys import (
    LONGEST_ANSWER,
    Credential,
    Refused,
    Site,
    ask_for_known,
    ask_for_new,
    check_known,
    id_in,
    take_new,
)

SITE = Site("http://testserver", "Peyvand")


def made(key: SoftKey, site: Site = SITE) -> Credential:
    question = ask_for_new(site, handle=b"7", member="mina", shown="مینا", known=())
    return take_new(site, key.make(question.options), question.challenge)


def test_a_passkey_is_made_and_known_again() -> None:
    key = SoftKey()
    credential = made(key)
    question = ask_for_known(SITE, [credential.id])
    answer = key.sign(question.options)

    assert id_in(answer) == credential.id
    assert check_known(SITE, answer, question.challenge, credential) == 1


def test_the_browser_is_told_what_is_there_already() -> None:
    known = made(SoftKey()).id
    asked = json.loads(ask_for_new(SITE, handle=b"7", member="mina", shown="مینا", known=[known]).options)

    assert [one["id"] for one in asked["excludeCredentials"]] == [known]
    assert (asked["rp"]["id"], asked["authenticatorSelection"]["userVerification"]) == ("testserver", "required")


@pytest.mark.parametrize(
    "key", [SoftKey(origin="http://testserver.example"), SoftKey(origin="https://testserver"), SoftKey(verifies=False)]
)
def test_a_passkey_of_elsewhere_or_without_its_owner_is_refused(key: SoftKey) -> None:
    with pytest.raises(Refused):
        made(key)


def test_an_answer_to_another_question_is_refused() -> None:
    key = SoftKey()
    credential = made(key)
    answer = key.sign(ask_for_known(SITE, []).options)

    with pytest.raises(Refused):
        check_known(SITE, answer, ask_for_known(SITE, []).challenge, credential)


def test_an_answer_to_no_question_is_refused() -> None:
    key = SoftKey()
    credential = made(key)
    answer = key.sign('{"rpId": "testserver", "challenge": ""}')

    with pytest.raises(Refused):
        check_known(SITE, answer, "", credential)


def test_the_signature_of_another_key_is_refused() -> None:
    credential, question = made(SoftKey()), ask_for_known(SITE, [])

    with pytest.raises(Refused):
        check_known(SITE, SoftKey().sign(question.options), question.challenge, credential)


def test_a_copied_passkey_is_refused() -> None:
    key = SoftKey()
    credential, question = made(key), ask_for_known(SITE, [])
    ahead = Credential(credential.id, credential.public_key, signed=5)

    with pytest.raises(Refused):
        check_known(SITE, key.sign(question.options), question.challenge, ahead)


BROKEN = [
    "",
    "null",
    "{}",
    "[]",
    "7",
    '{"id": 1}',
    json.dumps({"id": "AA", "rawId": "AA", "type": "public-key", "response": {}}),
    json.dumps({"id": "AA", "rawId": "AA", "type": "public-key", "response": 7}),
    json.dumps({"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "AA",
               "attestationObject": "oA", "authenticatorData": "AA", "signature": "AA"}}),
    "[" * 5_000,
    "x" * (LONGEST_ANSWER + 1),
]  # fmt: skip


@pytest.mark.parametrize("answer", BROKEN, ids=range(len(BROKEN)))
def test_broken_answers_are_refused(answer: str) -> None:
    credential = made(SoftKey())
    with pytest.raises(Refused):
        take_new(SITE, answer, "AAAA")
    with pytest.raises(Refused):
        check_known(SITE, answer, "AAAA", credential)


@pytest.mark.parametrize(
    ("origin", "takes"),
    [("http://localhost:8000", True), ("https://office.example", True), ("http://127.0.0.1:8000", False)],
)
def test_passkeys_need_a_site_with_a_name(origin: str, takes: bool) -> None:
    assert Site(origin, "Peyvand").takes_passkeys is takes
