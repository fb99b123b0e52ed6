"""An office with something on every kind of page, and the addresses of its pages: for whoever looks at all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils import timezone
from playwright.sync_api import Page

from peyvand.core.ledger.policy import LegalBar
from peyvand.core.ledger.words import Event, Modality, SourceKind
from peyvand.core.procedure.pack import Proof
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.casework import actions as casework
from peyvand.records.casework.actions import Answer
from peyvand.records.contacts import actions as contacts
from peyvand.records.documents import actions as documents
from peyvand.records.intake import actions as intake
from peyvand.records.intake import uploads
from peyvand.records.intake.paging import PAGE
from peyvand.records.letters import actions as letters
from peyvand.records.register import deciding, laws
from peyvand.records.register.audit import audit
from tests.factories.members import PASSWORD, member
from tests.factories.pictures import picture
from tests.factories.readings import FREIBURG, ISFAHAN, ISTANBUL, KAZAN, PLANNED, SIGNED, VISIT, Said, source

PARTNERS = (KAZAN, ISTANBUL)
ENGLISH = Said(words="The council of Freiburg signed with Isfahan on 27 October 2000.", places=(FREIBURG, ISFAHAN))
OLD = Said(words="پیمان دو شهر پارسال امضا خواهد شد.", modality=Modality.PLANNED, date="2024-05-01")


@dataclass(frozen=True)
class House:
    """The member who looks, and by name the addresses without their language."""

    member: Member
    pages: Mapping[str, str] = field(default_factory=dict)


def house() -> House:
    """An office with sources in two languages, one of them waiting, cases, laws and lists."""
    mina = member("mina", role=Role.HEAD)
    article = intake.accept_reading(*source(SIGNED, VISIT, claimed=16, areas=("culture",)), by=mina).source
    intake.accept_reading(*source(OLD, title="خبری از سال پیش"), by=mina)
    intake.accept_reading(*source(ENGLISH, title="Freiburg and Isfahan"), by=mina)
    waiting = intake.propose(*source(PLANNED, title="خبر دیگر"), by=mina)
    rows = [Said(words=f"ردیف {at}", event=Event.STANDING, places=(ISFAHAN, one)) for at, one in enumerate(PARTNERS)]
    intake.accept_reading(*source(*rows, title="فهرست", kind=SourceKind.DATASET_ROW), by=mina)
    deciding.name_network({"en": "Cities on Lakes", "fa": "شهرهای دریاچه‌ای"}, by=mina)
    deciding.change_membership("cities-on-lakes", ISFAHAN.id, "joined", by=mina, quote=SIGNED.words, capture=article)
    deciding.former_name(ISFAHAN.id, "سپاهان", language="fa", by=mina)
    found = next(one.found for one in audit() if one.found.slug == "isfahan--kazan")
    deciding.settle(found.finding.mark, (ISFAHAN.id, KAZAN.id), by=mina, reason="سند در بایگانی است")
    public = {
        "home": "/",
        "cities": "/cities/",
        "found nothing": "/cities/?q=x",
        "city": "/cities/isfahan/",
        "bond": "/bonds/isfahan--kazan/",
        "bond of old": "/bonds/isfahan--kazan/?as_of=1400-01-01&known_at=soon",
        "source": f"/sources/{article}/",
        "lists": "/cities/isfahan/sources/",
        "networks": "/networks/",
        "network": "/networks/cities-on-lakes/",
        "how": "/how/",
        "data": "/data/",
        "missing": "/nothing/",
        "door": "/office/sign-in/",
    }
    listed = b"City,Country,Since\nKazan,Russia,2015\nColumbus,United States,2001\nFreiburg,Germany,thirteenth\n"
    upload = uploads.bring(listed, "list.csv", uploads.Facts(city=ISFAHAN.id), by=mina)
    many = [Said(words=f"ردیف {at} از فهرست بلند") for at in range(PAGE + 3)]
    long = intake.propose(*source(*many, title="فهرست بلند", kind=SourceKind.DATASET_ROW), by=mina)
    laws.bar(LegalBar(binds="US-TX", against="IR", since=date(2025, 9, 1), law="An Act"), by=mina)
    kazan = _case(mina)
    inside = {
        "inbox": "/office/inbox/",
        "paste": "/office/paste/",
        "nothing waits so": "/office/inbox/?q=x",
        "bring a list": "/office/lists/",
        "list": f"/office/lists/{upload.key}/",
        "findings": "/office/findings/?state=all",
        "policies": "/office/policies/",
        "long desk": f"/office/inbox/{long.source}/?page=2",
        "statement by hand": f"/office/inbox/{article}/state/",
        "desk": f"/office/inbox/{waiting.source}/",
        "correction": f"/office/inbox/{waiting.source}/{waiting.keys[0]}/correct/",
    }
    return House(mina, public | inside | _casework(kazan, article) | _papers(mina, article) | _people(mina))


def _papers(mina: Member, article: str) -> dict[str, str]:
    """A letter with its scan, and whom it is from."""
    metshin = contacts.keep(
        contacts.Facts(name="Ильсур Метшин", names=(("fa", "ایلسور متشین"),), role="mayor", place=KAZAN.id), by=mina
    )
    pair = (ISFAHAN.id, KAZAN.id)
    facts = letters.Facts(
        direction="incoming", date="۱۵ تیر ۱۴۰۳", subject="دعوت به سابانتوی", their_number="К-12/7", answer_within=10,
        senders=(letters.Named(words="Мэр Казани"),), receivers=(letters.Named(words="شهردار اصفهان"),), places=pair,
    )  # fmt: skip
    letter = letters.register(facts, by=mina)
    scan = documents.bring(picture((40, 60)), "kazan.jpg", documents.Facts(title="نامه کازان", places=pair), by=mina)
    letters.attach(letter, scan, by=mina)
    return {
        "letters": "/office/letters/",
        "no such letter": "/office/letters/?q=nothing",
        "register of letters": "/office/letters/register/",
        "new letter": "/office/letters/new/",
        "letter": f"/office/letters/{letter.pk}/",
        "letter changed": f"/office/letters/{letter.pk}/edit/",
        "documents": "/office/documents/",
        "new document": "/office/documents/new/",
        "document": f"/office/documents/{scan.key}/",
        "contacts": "/office/contacts/",
        "new contact": "/office/contacts/new/",
        "people of a source": f"/office/contacts/read/{article}/",
        "contact": f"/office/contacts/{metshin.pk}/",
        "search": "/search/?q=کازان",
        "search of the office": "/office/search/?q=Kazan",
        "found nowhere": "/office/search/?q=nowhere",
    }


def _people(mina: Member) -> dict[str, str]:
    sara = member("sara")
    return {
        "account": "/office/account/",
        "second factors": "/office/account/factors/",
        "members": "/office/members/",
        "invitation": "/office/members/invite/",
        "member": f"/office/members/{sara.pk}/",
        "access": f"/office/members/{sara.pk}/access/",
        "audit": "/office/audit/",
        "audit of a member": f"/office/audit/members/{sara.pk}/",
        "audit of a bond": "/office/audit/bonds/isfahan--kazan/",
        "audit of a city": "/office/audit/cities/isfahan/",
    }


def _case(mina: Member) -> int:
    """A case with a step of each manner: done, left out, refused, running."""
    opened = timezone.localdate() - timedelta(days=60)
    case = casework.open_case(ISFAHAN.id, KAZAN.id, by=mina, on=opened)
    proofs = dict.fromkeys(Proof, "۱۲")
    casework.close(case, 0, "proposal", Answer(on=opened, proofs=proofs), by=mina, follows=None)
    casework.skip(case, 0, "study", on=opened, reason="پیش‌تر انجام شد", by=mina, follows=None)
    casework.ask(case, 1, "intent", on=opened, by=mina, follows=None)
    casework.close(case, 1, "region", Answer(on=opened, proofs=proofs), refused=True, by=mina, follows=None)
    casework.open_case(ISFAHAN.id, ISTANBUL.id, by=mina, on=opened)
    return case.pk


def _casework(case: int, article: str) -> dict[str, str]:
    return {
        "work list": "/office/agenda/",
        "work list of one kind": "/office/agenda/?kind=gate&mine=1",
        "empty work list": "/office/agenda/?q=nothing",
        "cases": "/office/cases/",
        "case": f"/office/cases/{case}/",
        "new case": "/office/cases/new/",
        "procedures": "/office/procedures/",
        "procedure": "/office/procedures/us/",
        "watching": "/office/watching/",
        "how it was read": f"/office/inbox/{article}/how/",
        "desk just judged": f"/office/inbox/{article}/?done=1-2",
        "marked statement": f"/office/inbox/{article}/state/?at=0&until=9",
    }


def sign_in(page: Page) -> None:
    """As the member of the house."""
    page.goto("/fa/office/sign-in/")
    page.fill("#username", "mina")
    page.fill("#password", PASSWORD)
    page.press("#password", "Enter")
    page.wait_for_url("**/office/inbox/")
