"""``peyvand read --reader llm``: the second reader asked for each source; where it is silent, the rules' reading."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from datetime import date

from peyvand.adapters.readers import read_capture
from peyvand.adapters.second_reader import REASONS, NoAnswer, Server, ask, server_of
from peyvand.adapters.sources import Captured
from peyvand.cli.messages import _, say
from peyvand.cli.status import Status, Stopped
from peyvand.core.reading import Reading
from peyvand.core.reading.comparing import compare


@dataclass
class SecondReader:
    """The server to ask, and how many sources it gave no answer for."""

    server: Server
    failed: int = 0

    def read(self, captured: Captured, *, published: date | None = None) -> Reading:
        """What the second reader found, with a line on what was dropped and where the rules read otherwise."""
        rules = read_capture(captured, published=published)
        try:
            second = ask(self.server, captured, published=published)
        except NoAnswer as fault:
            self.failed += 1
            reason = _(REASONS[fault.code]).format(**fault.details)
            say(_("%(source)s: %(reason)s The rules’ reading is given.") % {"source": captured.name, "reason": reason})
            return rules
        faults = Counter(one.fault for one in second.dropped)
        if faults:
            told = ", ".join(f"{fault} {n}" for fault, n in sorted(faults.items()))
            say(_("%(source)s: dropped of the answer: %(told)s") % {"source": captured.name, "told": told})
        other = sum(not pair.agrees for pair in compare(rules.statements, second.reading.statements))
        if other:
            say(
                _("%(source)s: %(n)d statements are read otherwise by the rules.")
                % {"source": captured.name, "n": other}
            )
        return second.reading


def opened() -> SecondReader:
    """The second reader that the environment names. Stops the command where it names none."""
    server = server_of(os.environ)
    if server is None:
        raise Stopped(Status.WRONG_USAGE, _("No second reader is named: set PEYVAND_LLM_URL and PEYVAND_LLM_MODEL."))
    return SecondReader(server)
