from __future__ import annotations

import pytest

from peyvand.config.mail import mail_settings


def test_letters_are_printed_where_no_server_is_named() -> None:
    assert mail_settings("").backend.endswith("console.EmailBackend")


def test_an_address_tells_all_of_a_server() -> None:
    told = mail_settings("smtp://mina%40city:p%3Ass@mail.example:2525")

    assert (told.host, told.port, told.user, told.password) == ("mail.example", 2525, "mina@city", "p:ss")
    assert (told.starts_tls, told.is_tls) == (True, False)
    assert "p:ss" not in repr(told)


def test_tls_from_the_start_has_its_own_port() -> None:
    told = mail_settings("smtps://mail.example")

    assert (told.port, told.starts_tls, told.is_tls) == (465, False, True)


@pytest.mark.parametrize("address", ["mail.example", "http://mail.example", "smtp://"])
def test_what_is_no_mail_server_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="PEYVAND_SMTP"):
        mail_settings(address)
