"""What permissions and pages are called on screen."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from peyvand.web.shared.words import Words

PERMISSION_WORDS: Mapping[str, Words] = {
    "member.add": _("add members"),
    "member.see": _("see the members of the office"),
    "member.invite": _("invite members"),
    "member.edit": _("change members"),
    "member.hand_over": _("hand a member’s work over"),
    "member.grant": _("say what is open to whom"),
    "audit.see": _("see the audit"),
    "audit.export": _("take the audit away"),
    "watch.keep": _("keep the watch list"),
    "place.identify": _("say what place is meant"),
    "network.keep": _("keep the networks"),
    "policy.set": _("set laws and periods"),
    "procedure.edit": _("change procedures of countries"),
    "ledger.export": _("take the ledger away"),
    "register.rebuild": _("build the register anew"),
    "personal.erase": _("erase personal words"),
    "office.enter": _("enter the office"),
    "shared.see": _("see what is shared with partners"),
    "source.see_internal": _("see internal sources"),
    "statement.see_proposed": _("see proposals"),
    "statement.propose": _("bring in sources"),
    "statement.judge": _("judge statements"),
    "event.regroup": _("put events together or apart"),
    "finding.settle": _("settle findings"),
    "case.see": _("see cases"),
    "case.open": _("open and end cases"),
    "case.record": _("record steps of cases"),
    "case.skip": _("leave a step out"),
    "agenda.assign": _("give work to members"),
    "letter.see": _("see letters"),
    "letter.keep": _("keep letters"),
    "document.see": _("see documents"),
    "document.keep": _("keep documents"),
    "contact.see": _("see contacts"),
    "contact.keep": _("keep contacts"),
    "contact.export": _("take contacts away"),
}
# What is no permission and stands in the audit all the same: pages, and acts on oneself.
_OTHERS: Mapping[str, Words] = {
    "sign_in": _("the way in"),
    "sign_out": _("the way out"),
    "member.password": _("change the own password"),
    "agenda.calendar": _("a new address of the own calendar"),
    "outside:calendar": _("the calendar, by its secret address"),
    "portal:home": _("the first page"),
    "portal:cities": _("the list of cities"),
    "portal:city": _("the page of a city"),
    "portal:bond": _("the page of a bond"),
    "portal:source": _("the text of a source"),
    "portal:networks": _("the list of networks"),
    "portal:network": _("the page of a network"),
    "opendata:register": _("the register as a file"),
    "opendata:city": _("the bonds of a city as a file"),
    "opendata:ledger": _("the ledger as a file"),
    "office:inbox": _("the inbox"),
    "office:desk": _("the desk of a source"),
    "office:agenda": _("the work list"),
    "office:cases": _("the list of cases"),
    "office:case": _("the page of a case"),
    "office:findings": _("the findings"),
    "office:members": _("the list of members"),
    "office:member": _("the page of a member"),
    "office:access": _("what is open to a member"),
    "office:audit": _("the audit"),
    "office:audit_of_member": _("the audit of a member"),
    "office:audit_of_bond": _("the audit of a bond"),
    "office:audit_of_city": _("the audit of a city"),
    "office:audit_file": _("the audit as a file"),
}


def permission_words(code: str) -> str:
    """A permission or page in words; one that has none shows its code."""
    words = PERMISSION_WORDS.get(code) or _OTHERS.get(code)
    return str(words) if words else code
