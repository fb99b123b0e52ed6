"""Where letters go, from one address of a mail server."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

_PORTS = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True, slots=True)
class MailSettings:
    """What Django is told of the server. The password is never shown."""

    backend: str
    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    starts_tls: bool = False
    is_tls: bool = False

    def __repr__(self) -> str:
        return f"MailSettings({self.backend}, {self.host}:{self.port})"


def mail_settings(address: str) -> MailSettings:
    """The server of an address such as ``smtp://name:password@host:587``; empty: letters are printed.

    ``smtp`` begins in the clear and turns to TLS where it signs in; ``smtps`` is TLS from the start. Raises ValueError.
    """
    if not address:
        return MailSettings("django.core.mail.backends.console.EmailBackend")
    parts = urlsplit(address)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ValueError("PEYVAND_SMTP is smtp://[name:password@]host[:port] or smtps://…")
    return MailSettings(
        backend="django.core.mail.backends.smtp.EmailBackend",
        host=parts.hostname,
        port=parts.port or _PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starts_tls=parts.scheme == "smtp" and bool(parts.username),
        is_tls=parts.scheme == "smtps",
    )
