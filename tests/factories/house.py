"""An office full of things that not everybody may see, each private word of them a canary: a word that stands nowhere
else, and the permission that opens it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from peyvand.adapters.sources import UnreadableSource
from peyvand.core.ledger.words import SourceKind
from peyvand.core.procedure.pack import Purpose
from peyvand.records.accounts.joining import Invited, invite
from peyvand.records.accounts.managing import deactivate
from peyvand.records.accounts.models import GrantEnd, Member, Passkey
from peyvand.records.accounts.permissions import may
from peyvand.records.accounts.roles import Role
from peyvand.records.accounts.sittings import sit_down
from peyvand.records.agenda.models import Digest, Job
from peyvand.records.casework.actions import Answer, close, edit_pack, open_case, withdraw
from peyvand.records.casework.models import Case
from peyvand.records.casework.packs import versions
from peyvand.records.contacts import actions as contacts
from peyvand.records.contacts.models import Contact
from peyvand.records.documents import actions as documents
from peyvand.records.documents.models import Document
from peyvand.records.intake import actions as intake
from peyvand.records.intake import uploads
from peyvand.records.ledger.models import Entry
from peyvand.records.ledger.rows import pack
from peyvand.records.letters import actions as letters
from peyvand.records.letters.models import Letter
from peyvand.records.register.audit import audit
from peyvand.records.register.deciding import settle
from peyvand.records.watching.actions import add_watch
from peyvand.records.watching.models import Found, Outcome, Watch
from peyvand.records.watching.reasons import packed
from tests.factories.documents import docx, paragraph
from tests.factories.members import grant, member
from tests.factories.readings import FREIBURG, ISFAHAN, PLANNED, SIGNED, Said, source
from tests.factories.tables import separated

# The bond on which everything hidden lies.
PAIR = (FREIBURG.id, ISFAHAN.id)
# Words that no page ever shows, to nobody.
NOBODY = ""
# Stands beside each canary, so that a search for it would find them all.
COMMON = "zymurgy"

# By canary: the permission that opens it, and whether it is asked of the hidden bond or of the role alone.
CANARIES: dict[str, tuple[str, bool]] = {}


def canary(name: str, permission: str, *, on_bond: bool = True) -> str:
    """A word that stands nowhere else, for members who have a permission on the hidden bond."""
    word = f"qz{name}zq"
    CANARIES[word] = permission, on_bond
    return word


def opens(somebody: Member | None, word: str) -> bool:
    """Whether somebody may see a canary."""
    permission, on_bond = CANARIES[word]
    return permission != NOBODY and may(somebody, permission, places=PAIR if on_bond else None)


def words(name: str, permission: str) -> str:
    """A canary in a sentence of its own."""
    return f"{COMMON} {canary(name, permission)}"


_INTERNAL, _PROPOSED, _SHARED = "source.see_internal", "statement.see_proposed", "shared.see"
_MEMBERS, _CONTACTS = "member.see", "contact.see"


@dataclass(frozen=True)
class Numbers:
    """Of an open invitation and of a grant; and the secret of the invitation's link."""

    invitation: int
    grant: int
    secret: str


@dataclass(frozen=True)
class House:
    """The numbers and keys of what is hidden."""

    letter: str
    proposed: str
    keys: tuple[str, ...]
    case: Case
    contact: Contact
    document: Document
    shared: Document
    registered: Letter
    watch: Watch
    upload: str
    member: Member
    numbers: Numbers


def public_part(by: Member) -> str:
    """What everybody may see: the source that says that Isfahan and Kazan have signed; and that work is scheduled."""
    Job.objects.create(name="digests", due_at=timezone.now(), fault=words("fault", NOBODY))
    return intake.accept_reading(*source(SIGNED), by=by).source


def full_house(by: Member) -> House:
    """All that is hidden: on the bond of Isfahan and Freiburg, and on the office itself."""
    letter, proposed = _sources(by)
    case = _case(by)
    withdraw(case, on=date(2025, 2, 1), reason=words("casereason", "case.see"), by=by)
    hidden, numbers = _people(by)
    watch = _watched(by)
    document, shared = _documents(by)
    contact = _contact(by)
    return House(
        letter=letter,
        proposed=proposed,
        keys=tuple(Entry.objects.filter(subject=proposed, kind="statement").values_list("key", flat=True)),
        case=case,
        contact=contact,
        document=document,
        shared=shared,
        registered=_letter(by, contact),
        watch=watch,
        upload=_upload(by),
        member=hidden,
        numbers=numbers,
    )


def _sources(by: Member) -> tuple[str, str]:
    said = Said(words=f"پیمان اصفهان و فرایبورگ امضا شد {words('lettertext', _INTERNAL)}.", places=(ISFAHAN, FREIBURG))
    told = source(
        said,
        kind=SourceKind.LETTER,
        title=words("lettertitle", _INTERNAL),
        name=canary("lettername", _INTERNAL),
        areas=(words("letterarea", _INTERNAL),),
    )
    captured, reading = told
    facts = replace(reading.source, publisher=words("letterpublisher", _INTERNAL), code=canary("lettercode", _INTERNAL))
    letter = intake.accept_reading(captured, replace(reading, source=facts), by=by).source
    waiting = Said(
        words=f"فرایبورگ و اصفهان {words('proposedtext', _PROPOSED)} می‌نویسند.",
        modality=PLANNED.modality,
        places=(ISFAHAN, FREIBURG),
    )
    article = source(waiting, title=words("proposedtitle", _PROPOSED), name=canary("proposedname", _PROPOSED))
    proposed = intake.propose(*article, by=by)
    intake.reject(proposed.keys[0], by=by, reason=words("verdictreason", _PROPOSED))
    for one in audit():
        if one.found.slug == "freiburg--isfahan":
            settle(one.found.finding.mark, PAIR, by=by, reason=words("settlereason", _PROPOSED))
            break
    return letter, proposed.source


def _case(by: Member) -> Case:
    case = open_case(ISFAHAN.id, FREIBURG.id, by=by, on=date(2025, 1, 1))
    step = versions("IR")[-1].steps(Purpose.CONCLUDE)[0]
    proofs = {proof: words(f"proof{proof}", "case.see") for proof in step.proofs}
    text = words("papertext", _INTERNAL)
    close(case, 0, step.key, Answer(on=date(2025, 1, 5), proofs=proofs, text=text), by=by, follows=None)
    edition = [pack(version) for version in versions("DE")]
    reason = canary("editionreason", "case.see", on_bond=False)
    edit_pack("DE", edition, reason=reason, by=member("editor", role=Role.HEAD))
    return case


def _people(by: Member) -> tuple[Member, Numbers]:
    member("keeper", role=Role.ADMINISTRATOR)
    hidden = member(canary("username", _INTERNAL), role=Role.LEGAL)
    hidden.display_name = words("membername", _INTERNAL)
    hidden.email = f"{canary('membermail', _MEMBERS)}@example.org"
    hidden.password = words("password", NOBODY)
    hidden.save()
    Passkey.objects.create(
        member=hidden, name=words("passkeyname", _MEMBERS), credential=canary("credential", NOBODY), public_key=b"",
        signed=0, added_at=timezone.now(),
    )  # fmt: skip
    deactivate(hidden, reason=words("leavereason", _MEMBERS), by=None)
    told = {"subject": words("digestsubject", NOBODY), "body": words("digestbody", NOBODY)}
    Digest.objects.create(member=hidden, day=timezone.localdate(), **told)
    sit_down(hidden, address=canary("sittingaddress", _MEMBERS)[:45], agent=words("sittingagent", _MEMBERS))
    name = words("invitedname", _MEMBERS)
    invited = Invited(display_name=name, role="officer", email=f"{canary('invitedmail', _MEMBERS)}@example.org")
    invitation, secret = invite(invited, by=None)
    granted = grant(hidden, *PAIR, reason=words("grantreason", _MEMBERS))
    GrantEnd.objects.create(
        grant=grant(hidden, reason="تمام"), on=timezone.localdate(), at=timezone.now(),
        reason=words("grantend", _MEMBERS),
    )  # fmt: skip
    return hidden, Numbers(invitation.pk, granted.pk, secret)


def _watched(by: Member) -> Watch:
    now = timezone.now()
    address = f"https://news.example.org/{canary('watchaddress', _PROPOSED)}"
    watch = add_watch(address, hours=6, by=by, now=now)
    Watch.objects.filter(pk=watch.pk).update(
        reason=_reason("watchreason"), etag=canary("etag", NOBODY), modified=canary("modified", NOBODY)
    )
    Found.objects.create(
        key="f" * 64, watch=watch, address=f"https://news.example.org/{canary('foundaddress', _PROPOSED)}", at=now,
        outcome=Outcome.FAILED, reason=_reason("foundreason"),
    )  # fmt: skip
    return watch


def _reason(name: str) -> str:
    return packed(UnreadableSource("page", "broken_reader", cause=words(name, _PROPOSED)))


def _documents(by: Member) -> tuple[Document, Document]:
    made = []
    for name, permission in (("internal", _INTERNAL), ("partner", _SHARED)):
        data = docx(paragraph(words(f"{name}scan", permission)))
        facts = documents.Facts(title=words(f"{name}title", permission), places=PAIR, visibility=name)
        made.append(documents.bring(data, f"{canary(f'{name}file', permission)}.docx", facts, by=by))
    return made[0], made[1]


def _contact(by: Member) -> Contact:
    told = contacts.Facts(
        name=words("contactname", _CONTACTS),
        names=(("en", words("contactother", _CONTACTS)),),
        role=words("contactrole", _CONTACTS),
        body=words("contactbody", _CONTACTS),
        address=words("contactaddress", _CONTACTS),
        note=words("contactnote", _CONTACTS),
        place=FREIBURG.id,
        phone=canary("contactphone", _CONTACTS),
        mail=f"{canary('contactmail', _CONTACTS)}@example.org",
    )
    kept = contacts.keep(replace(told, note=words("contactbefore", _CONTACTS)), by=by)
    office = contacts.Office(role=words("termrole", _CONTACTS), body=words("termbody", _CONTACTS))
    contacts.hold_office(kept, office, by=by)
    return contacts.change(kept, told, follows=kept.version, by=by)


def _letter(by: Member, contact: Contact) -> Letter:
    return letters.register(
        letters.Facts(
            direction="incoming",
            date="2025-03-01",
            subject=words("lettersubject", _INTERNAL),
            senders=(letters.Named(words=words("sender", _INTERNAL)), letters.Named(contact=contact.pk)),
            receivers=(letters.Named(words=words("receiver", _INTERNAL)),),
            their_number=canary("theirnumber", _INTERNAL),
            note=words("letternote", _INTERNAL),
            places=PAIR,
        ),
        by=by,
    )


def _upload(by: Member) -> str:
    rows = [("شهر", "کشور", "تاریخ امضا"), (words("uploadcell", _INTERNAL), "آلمان", "")]
    facts = uploads.Facts(city=ISFAHAN.id)
    return uploads.bring(separated(rows), f"{canary('uploadname', _INTERNAL)}.csv", facts, by=by).key
