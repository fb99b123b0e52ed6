"""The ``peyvand`` command. Each subcommand is a module here with ``add_arguments(parser)`` and ``run(options)``."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module

from peyvand import __version__
from peyvand.cli.messages import _, say, speak_everywhere
from peyvand.cli.status import Status, Stopped
from peyvand.core.text.marking import gettext_noop

COMMANDS = {
    "migrate": gettext_noop("prepare the database, or upgrade it"),
    "serve": gettext_noop("run the site"),
    "member": gettext_noop("add and invite members of the office, and help out whoever is locked out"),
    "read": gettext_noop("read sources (files, folders, archives, feeds and pages of the web) and print what they say"),
    "half-spaces": gettext_noop("print Persian texts with the half-spaces that they lost"),
    "evaluate": gettext_noop("measure the reader against what members have judged"),
    "propose": gettext_noop("bring what was read from archives into the ledger"),
    "watch": gettext_noop("keep a list of feeds and pages, and look at them for new articles"),
    "show": gettext_noop("show a city's bonds, or the biography of one bond"),
    "search": gettext_noop("find what is on record under some words, in any spelling and script"),
    "audit": gettext_noop("list what does not agree, is missing or is due"),
    "state": gettext_noop("enter a statement by hand: what a source says, in its own words"),
    "decide": gettext_noop("what members decide that no source says: events, findings settled, places, networks, laws"),
    "import": gettext_noop("take data in: lists and data sets, each row with its source"),
    "export": gettext_noop("give the register out, with its sources"),
    "contacts": gettext_noop("contacts of the office out for other programs, and in"),
    "worker": gettext_noop("run scheduled work: the watch list, digests, what a new day changes"),
    "rebuild": gettext_noop("make anew what follows from the ledger: the register, the search’s index"),
    "verify": gettext_noop("check that nothing in the ledger was changed"),
    "checkpoint": gettext_noop("sign the ledger as it stands, to be kept outside"),
    "prove": gettext_noop("print the proof that an entry is in the ledger, or that it has only grown"),
    "erase": gettext_noop("erase the words of reasons that members gave"),
    "redact": gettext_noop("strike a person's name out of the texts of sources"),
    "backup": gettext_noop("copy the installation into a folder, while it is in use"),
    "restore": gettext_noop("make an installation of a backup"),
    "demo": gettext_noop("prepare a sample office, read in from sample articles"),
}
# Where a command's word is none that a module can be called by.
_MODULES = {"import": "imports", "export": "exports", "half-spaces": "half_spaces"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is one of `Status`."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    speak_everywhere()
    try:
        options = _parser(given).parse_args(given)
        return int(options.run(options))
    except Stopped as stop:
        say(stop.message)
        return int(stop.status)
    except KeyboardInterrupt:
        say(_("Stopped."))
        return int(Status.STOPPED)
    except BrokenPipeError:
        # The reader of our output has gone; a second fault while Python flushes would print a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(Status.WELL)


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="peyvand", description=_("What cities promise each other, with the proof."))
    parser.add_argument("--version", action="version", version=f"peyvand {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=_(summary), description=_(summary))
        # Only the named command is imported: reading a file must not wait for the web framework.
        if given[:1] == [name]:
            module = import_module(f"peyvand.cli.{_MODULES.get(name, name)}")
            module.add_arguments(command)
            command.set_defaults(run=module.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
