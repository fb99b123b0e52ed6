"""``peyvand demo``: a sample office, its members, and sample articles read in through the reader."""

from __future__ import annotations

import argparse
import os
import secrets
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from django.conf import settings

from peyvand.adapters.readers import read_capture
from peyvand.adapters.sources import capture_file
from peyvand.cli import store
from peyvand.cli.messages import _, say
from peyvand.cli.sample_papers import write_papers
from peyvand.cli.status import Status

MEMBERS = {
    "mina": "head", "reza": "officer", "sara": "press", "auditor": "auditor", "admin": "administrator",
    "kazan": "partner",
}  # fmt: skip
# What is open to the partner.
KAZAN = "geonames:551487"
# What the office has looked at; the rest waits in its inbox.
ACCEPTED_UP_TO = "07"
ISFAHAN = "geonames:418863"


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """This command takes nothing."""


def run(_options: argparse.Namespace) -> Status:
    """Prepare what is not there yet; a second run adds nothing and loses nothing."""
    accounts = store.open_store("records.accounts.actions")
    if store.needs_migration():
        store.migrate()
    notes = _notes_path()
    if not notes.exists():
        # Kept at once: whoever stops the reading must not be left without them.
        _keep(notes, _add_members(accounts))
    if not store.open_store("records.ledger.queries").head().size:
        _read_samples()
    say(_("Members of the sample office and their passwords (kept in %s):") % notes)
    say(notes.read_text("utf-8"))
    return Status.WELL


def _notes_path() -> Path:
    return Path(settings.HOME) / "demo-members.txt"


def _add_members(accounts: Any) -> dict[str, str]:
    """Members that are not there yet, each with a random password; nobody's password is changed."""
    present = {member.username for member in store.open_store("records.accounts.queries").members()}
    passwords = {name: secrets.token_urlsafe(12) for name in MEMBERS if name not in present}
    for name, password in passwords.items():
        city = KAZAN if MEMBERS[name] == "partner" else ISFAHAN
        member = accounts.add_member(name, role=MEMBERS[name], password=password, by=None, city=city)
        if MEMBERS[name] == "partner":
            granting = store.open_store("records.accounts.granting")
            granting.grant(member, [ISFAHAN, KAZAN], reason=_("the bond of the sample office"), by=None)
    return passwords


def _read_samples() -> None:
    intake = store.open_store("cli.intake")
    accepting, proposing = intake.opened("mina", accept=True), intake.opened("mina", accept=False)
    with as_file(files("peyvand.cli") / "sample") as folder:
        for path in sorted(folder.iterdir()):
            captured = capture_file(path)
            taker = accepting if path.name[:2] <= ACCEPTED_UP_TO else proposing
            taker.take(captured, read_capture(captured))
    write_papers("mina")


def _keep(path: Path, passwords: dict[str, str]) -> None:
    """The passwords for the next run to print; readable by the owner of the installation alone."""
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.writelines(f"  {name:10} {MEMBERS[name]:15} {password}\n" for name, password in passwords.items())
