"""Passkeys (WebAuthn): what a browser is asked for, and whether its answer holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

import webauthn
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

# A browser's answer is a kilobyte or two.
LONGEST_ANSWER = 20_000
# What a hostile answer can set off below the library's own checks.
_BROKEN = (
    WebAuthnException, ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError, RecursionError
)  # fmt: skip


class Refused(Exception):
    """The answer of a browser does not hold."""


@dataclass(frozen=True, slots=True)
class Site:
    """To whom passkeys are bound: the scheme and host that the browser sees, such as ``https://office.example``."""

    origin: str
    name: str

    @property
    def host(self) -> str:
        return urlsplit(self.origin).hostname or ""

    @property
    def takes_passkeys(self) -> bool:
        """Browsers bind passkeys to names, never to numbers of machines."""
        try:
            ip_address(self.host)
        except ValueError:
            return bool(self.host)
        return False


@dataclass(frozen=True, slots=True)
class Question:
    """What the browser is asked, as JSON, and the random word that its answer has to hold (base64url)."""

    options: str
    challenge: str


@dataclass(frozen=True, slots=True)
class Credential:
    """What is kept of a passkey: its name among all passkeys (base64url), its public key, and how often it signed."""

    id: str
    public_key: bytes
    signed: int


def ask_for_new(site: Site, *, handle: bytes, member: str, shown: str, known: Iterable[str]) -> Question:
    """The question for a new passkey of a member; ``known`` are the ids of those that there are already."""
    options = webauthn.generate_registration_options(
        rp_id=site.host,
        rp_name=site.name,
        user_id=handle,
        user_name=member,
        user_display_name=shown,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.PREFERRED, user_verification=UserVerificationRequirement.REQUIRED
        ),
        exclude_credentials=_descriptors(known),
    )
    return Question(webauthn.options_to_json(options), bytes_to_base64url(options.challenge))


def take_new(site: Site, answer: str, challenge: str) -> Credential:
    """The passkey in a browser's answer. Raises `Refused`."""
    _check_length(answer)
    _check_asked(challenge)
    try:
        made = webauthn.verify_registration_response(
            credential=answer,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=site.host,
            expected_origin=site.origin,
            require_user_verification=True,
        )
    except _BROKEN as fault:
        raise Refused from fault
    return Credential(bytes_to_base64url(made.credential_id), made.credential_public_key, made.sign_count)


def ask_for_known(site: Site, known: Sequence[str]) -> Question:
    """The question for one of these passkeys; for any that the browser has where none is named."""
    options = webauthn.generate_authentication_options(
        rp_id=site.host,
        allow_credentials=_descriptors(known),
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return Question(webauthn.options_to_json(options), bytes_to_base64url(options.challenge))


def id_in(answer: str) -> str:
    """Which passkey an answer says it is from; nothing is believed yet. Raises `Refused`."""
    _check_length(answer)
    try:
        return bytes_to_base64url(webauthn.helpers.parse_authentication_credential_json(answer).raw_id)
    except _BROKEN as fault:
        raise Refused from fault


def check_known(site: Site, answer: str, challenge: str, credential: Credential) -> int:
    """How often the passkey has signed by now, where its answer holds. Raises `Refused`, also for a copied passkey
    whose count goes back."""
    _check_length(answer)
    _check_asked(challenge)
    try:
        return webauthn.verify_authentication_response(
            credential=answer,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=site.host,
            expected_origin=site.origin,
            credential_public_key=credential.public_key,
            credential_current_sign_count=credential.signed,
            require_user_verification=True,
        ).new_sign_count
    except _BROKEN as fault:
        raise Refused from fault


def _descriptors(ids: Iterable[str]) -> list[PublicKeyCredentialDescriptor]:
    return [PublicKeyCredentialDescriptor(id=base64url_to_bytes(one)) for one in ids]


def _check_asked(challenge: str) -> None:
    """An answer to no question is none."""
    if not challenge:
        raise Refused


def _check_length(answer: str) -> None:
    if len(answer) > LONGEST_ANSWER:
        raise Refused
