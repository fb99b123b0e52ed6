"""The site of the drill's own home, run as an installation runs it, and browsers on it."""

from __future__ import annotations

import html
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from tests.factories.members import PASSWORD

from drills.homes import environment

_STARTING_SECONDS = 60
_ROOT = Path(__file__).parents[1]
_HIDDEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_FOLLOWS = re.compile(r'name="follows" value="([0-9a-f]*)"')
_VERDICT = re.compile(r'<p class="verdict">(.*?)</p>')
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the site answered, and how long that took in seconds."""

    status: int
    text: str
    seconds: float

    @property
    def follows(self) -> str:
        """The verdict that the next one on the card answers."""
        return found[1] if (found := _FOLLOWS.search(self.text)) else ""

    @property
    def verdict(self) -> str:
        """What the card says of the verdict that stands."""
        return html.unescape(_TAG.sub("", found[1])) if (found := _VERDICT.search(self.text)) else ""


class Browser:
    """A browser with its cookies; of a member where one is named."""

    def __init__(self, port: int, name: str = "") -> None:
        self._site = HTTPConnection("127.0.0.1", port, timeout=60)
        self._cookies: dict[str, str] = {}
        self._token = ""
        if name:
            self._sign_in(name)

    def _sign_in(self, name: str) -> None:
        self.get("/en/office/sign-in/")
        answer = self.post("/en/office/sign-in/", {"username": name, "password": PASSWORD})
        if answer.status != 302:
            raise AssertionError(f"{name} does not get in: {answer.status}")

    def get(self, address: str) -> Answer:
        """A page."""
        answer = self._asked("GET", address, "", {})
        if found := _HIDDEN.search(answer.text):
            self._token = found[1]
        return answer

    def post(self, address: str, form: Mapping[str, str]) -> Answer:
        """A form as the page's own script sends it; status 0 where the connection is cut."""
        body = urlencode({"csrfmiddlewaretoken": self._token, **form})
        kind = {"Content-Type": "application/x-www-form-urlencoded", "HX-Request": "true"}
        return self._asked("POST", address, body, kind)

    def _asked(self, method: str, address: str, body: str, headers: dict[str, str]) -> Answer:
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        begun = time.perf_counter()
        try:
            self._site.request(method, address, body or None, headers | {"Cookie": cookies})
            response = self._site.getresponse()
            text = response.read().decode()
        except (HTTPException, OSError) as fault:
            return Answer(0, str(fault), time.perf_counter() - begun)
        finally:
            # The site would close it anyhow before the next question, or in the middle of it.
            self._site.close()
        for set_cookie in response.headers.get_all("Set-Cookie", []):
            name, _, value = set_cookie.partition(";")[0].partition("=")
            self._cookies[name] = value
        return Answer(response.status, text, time.perf_counter() - begun)


@contextmanager
def served(without: str = "", *, home: Path | None = None, **settings_of: str) -> Iterator[int]:
    """The site over the drill's home and store, or another home, while the block runs; its port. ``without`` names a
    protection that is taken away."""
    port = _free_port()
    program = ["drills.careless", without] if without else ["peyvand.cli.main"]
    command = [sys.executable, "-m", *program, "serve", "--bind", f"127.0.0.1:{port}"]
    store = {name: os.environ[name] for name in ("DATABASE_URL", "PEYVAND_DRILL_STORE") if name in os.environ}
    around = environment(home or Path(settings.HOME)) | store | settings_of
    with subprocess.Popen(command, cwd=_ROOT, env=around, stderr=subprocess.DEVNULL) as site:
        try:
            _wait_for(port, site)
            yield port
        finally:
            site.send_signal(signal.SIGTERM)


def _wait_for(port: int, site: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _STARTING_SECONDS
    while time.monotonic() < until and site.poll() is None:
        with socket.socket() as asking:
            if asking.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the site does not start")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
