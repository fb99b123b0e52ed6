"""The ``peyvand`` command. Each subcommand is a module with ``HELP``, ``add_arguments(parser)`` and ``run(options)``."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module

from peyvand import __version__
from peyvand.cli.messages import say
from peyvand.cli.status import Status, Stopped

COMMANDS = ("migrate", "serve", "member", "read", "show", "audit", "verify", "demo")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status of contracts: 0, 1, 2, 3, 4 or 130."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    options = _parser(given).parse_args(given)
    try:
        return int(options.run(options))
    except Stopped as stop:
        say(stop.message)
        return int(stop.status)
    except KeyboardInterrupt:
        return int(Status.STOPPED)
    except BrokenPipeError:
        # The reader of our output has gone; a second fault while Python flushes would print a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(Status.WELL)


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="peyvand", description="What cities promise each other, with the proof.")
    parser.add_argument("--version", action="version", version=f"peyvand {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    # Only the named command is imported: reading a file must not wait for the web framework.
    named = [name for name in given[:1] if name in COMMANDS]
    for name in named or COMMANDS:
        module = import_module(f"peyvand.cli.{name}")
        command = commands.add_parser(name, help=module.HELP, description=module.HELP)
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
