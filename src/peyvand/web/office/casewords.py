"""The words for what a case and a procedure are made of, by their codes."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from peyvand.core.procedure.pack import Confidence, Effect, Level, Proof, Rank
from peyvand.core.procedure.plan import Objection
from peyvand.core.procedure.record import Closing, Recorded
from peyvand.core.procedure.track import Where

WHERE = {
    Where.DONE: gettext_noop("done"),
    Where.AGREED_BY_SILENCE: gettext_noop("agreed by silence"),
    Where.REFUSED: gettext_noop("refused"),
    Where.SKIPPED: gettext_noop("left out"),
    Where.NOT_ASKED: gettext_noop("not asked for here"),
    Where.RUNNING: gettext_noop("its clock runs"),
    Where.READY: gettext_noop("can be begun"),
    Where.WAITING: gettext_noop("waits for the steps before it"),
}
MARKS = {
    Where.DONE: "done",
    Where.AGREED_BY_SILENCE: "done",
    Where.REFUSED: "denied",
    Where.SKIPPED: "broken",
    Where.NOT_ASKED: "open",
    Where.RUNNING: "planned",
    Where.READY: "wished",
    Where.WAITING: "open",
}
STATES = {
    "open": gettext_noop("open"),
    "signed": gettext_noop("completed"),
    "withdrawn": gettext_noop("withdrawn"),
}
PURPOSES = {
    "conclude": gettext_noop("a new bond"),
    "renew": gettext_noop("a renewal"),
    "suspend": gettext_noop("a suspension"),
    "end": gettext_noop("an ending"),
    "change": gettext_noop("a change of type"),
}
PROOFS = {
    Proof.DOCUMENT: gettext_noop("Document (title or file number)"),
    Proof.NUMBER: gettext_noop("Number"),
    Proof.BODY: gettext_noop("Body"),
    Proof.VOTE: gettext_noop("Vote (for, against, abstaining)"),
    Proof.DATE: gettext_noop("Date"),
}
RECORDED = {
    Recorded.ASKED: gettext_noop("asked for"),
    Recorded.DONE: gettext_noop("done"),
    Recorded.REFUSED: gettext_noop("refused"),
    Recorded.SKIPPED: gettext_noop("left out"),
    Recorded.REOPENED: gettext_noop("reopened"),
    Closing.WITHDRAWN: gettext_noop("case withdrawn"),
    Closing.RESUMED: gettext_noop("case taken up again"),
    Closing.HANDED_OVER: gettext_noop("case handed over"),
}
CONFIDENCE = {
    Confidence.HIGH: gettext_noop("the law’s text or official practice was read"),
    Confidence.MEDIUM: gettext_noop("known from practice"),
    Confidence.LOW: gettext_noop("from memory; check it before relying on it"),
}
OBJECTIONS = {
    Objection.REFUSED: gettext_noop("{step} was refused ({place})."),
    Objection.BANNED: gettext_noop("The law of {place} forbids it: {law}."),
    Objection.SKIPPED: gettext_noop("{step} was left out ({place}); it counts as no proof."),
    Objection.LACKS_PROOF: gettext_noop("{step} is recorded as done without all of its proof ({place})."),
    Objection.UNDECIDED: gettext_noop(
        "Whether {step} is asked for depends on something that nobody has said ({place})."
    ),
    Objection.NO_TERM: gettext_noop(
        "The law sets no term for {step}, and no past case tells how long it takes ({place})."
    ),
    Objection.UNVERIFIED: gettext_noop("The procedure of {place} has not been checked against the law’s text."),
    Objection.BORROWED: gettext_noop("No rule of {place} for just this is known here; the nearest procedure is shown."),
    Objection.NO_PROCEDURE: gettext_noop("No procedure of {place} is known here."),
}
GRAVE = frozenset({Objection.REFUSED, Objection.BANNED, Objection.SKIPPED, Objection.LACKS_PROOF})
LEVELS = {
    Level.MUNICIPALITY: gettext_noop("municipality"),
    Level.DISTRICT: gettext_noop("district"),
    Level.COUNTY: gettext_noop("county"),
    Level.PROVINCE: gettext_noop("province"),
}
RANKS = {
    Rank.MAYOR: gettext_noop("the mayor"),
    Rank.DEPUTY: gettext_noop("a deputy mayor"),
    Rank.PROVINCIAL_LEADER: gettext_noop("a leader of the province"),
}
EFFECTS = {
    Effect.ACT: gettext_noop("own work"),
    Effect.DECISION: gettext_noop("decision"),
    Effect.PERMISSION: gettext_noop("permission"),
    Effect.NOTICE: gettext_noop("notice"),
    Effect.SILENCE: gettext_noop("silence is consent"),
    Effect.SIGNING: gettext_noop("signature"),
    Effect.DUTY: gettext_noop("duty after signing"),
}
