"""``peyvand half-spaces``: Persian texts with the half-spaces that were lost put back, for reading and copying.

Sources are never kept so: what is quoted stays as its page wrote it.
"""

from __future__ import annotations

import argparse

from peyvand.adapters.sources import UnreadableSource
from peyvand.cli.inputs import files_of, reason, sources_at
from peyvand.cli.messages import answer, answer_text, say
from peyvand.cli.status import Status
from peyvand.core.text.joiner import joined, restore
from peyvand.lexicon.joiner import joiner_words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="+", help="files, folders, and addresses of pages or feeds")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(options: argparse.Namespace) -> Status:
    """Print each text with its half-spaces; as JSON also before which of its own code points they were missing."""
    words = joiner_words()
    failed = 0
    for path in files_of(options.paths):
        for source in sources_at(path):
            if isinstance(source, UnreadableSource):
                say(reason(source))
                failed += 1
                continue
            text = joined(source.text, words)
            if options.format == "text":
                answer_text(text)
            else:
                answer({"path": source.name, "text": text, "missing": restore(source.text, words)})
    return Status.SOME_FAILED if failed else Status.WELL
