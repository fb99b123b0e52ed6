"""``peyvand evaluate``: how well the reader reads this office's sources, by what its members have judged."""

from __future__ import annotations

import argparse

from tqdm import tqdm

from peyvand.adapters.readers import read_text
from peyvand.cli.messages import _, answer, answer_text, say
from peyvand.cli.status import Status
from peyvand.cli.store import open_store
from peyvand.core.reading.measuring import Measured, Score


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(options: argparse.Namespace) -> Status:
    """Every source is read anew, so that a better reader shows at once."""
    evaluation = open_store("records.intake.evaluation")
    progress = tqdm(evaluation.evaluate(read_text), total=len(evaluation.judged_sources()), disable=None)
    *_before, measured = Measured(), *progress
    if options.format == "json":
        answer(measured.json())
    elif measured.sources:
        answer_text(_text(measured))
    else:
        say(_("No source has been judged yet."))
    return Status.WELL


def _text(measured: Measured) -> str:
    lines = [_("sources: %d") % measured.sources]
    scores = (
        (_("events"), measured.events),
        (_("signings called done"), measured.signings),
        (_("pairs of cities"), measured.pairs),
    )
    lines += [f"{name}: {_score(score)}" for name, score in scores]
    names = {"date": _("dates"), "instrument": _("instruments"), "authority": _("authorities")}
    lines += [
        _("%(what)s right: %(right)d of %(of)d") % {"what": names[name], "right": right, "of": of}
        for name, (right, of) in measured.fields.items()
    ]
    lines.append(_("read and not judged yet: %d") % measured.unjudged)
    return "\n".join(lines)


def _score(score: Score) -> str:
    rates = {
        name: "–" if rate is None else f"{rate:.2f}"
        for name, rate in (("p", score.precision), ("r", score.recall), ("f", score.f1))
    }
    counts = {"right": score.right, "wrong": score.wrong, "missed": score.missed}
    told = _("precision %(p)s, recall %(r)s, F1 %(f)s (right %(right)d, wrong %(wrong)d, missed %(missed)d)")
    return told % (rates | counts)
