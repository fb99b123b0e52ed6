"""How a clause says a thing; with ``mode``, ``governor`` and ``mention``, on which it rests."""

from __future__ import annotations

import pytest
from tests.factories.towns import sentence

from peyvand.core.ledger.words import Modality
from peyvand.core.reading.governor import governor, is_cleft, is_own
from peyvand.core.reading.mention import mentioned_mode, mode_without_verb
from peyvand.core.reading.modality import mode_of, mode_of_verb
from peyvand.core.reading.mode import Force, Mode, governed, mentioned, stated


def mode(text: str, label: str = "sign") -> Mode | None:
    for clause in sentence(text).clauses:
        for head in clause.all(label):
            return mode_of(head, clause)
    raise AssertionError(text)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("سند امضا شد.", "done"),
        ("سند امضا شده است.", "done"),
        ("سند به امضا رسید.", "done"),
        ("سند امضا می‌شود.", "planned"),
        ("سند امضا خواهد شد.", "planned"),
        ("سند امضا نشد.", "denied"),
        ("هیچ سندی امضا نخواهد شد.", "denied"),
        ("سند نه امضا شد و نه خوانده.", "denied"),
        ("قرار است سند امضا شود.", "planned"),
        ("امیدواریم سند امضا شود.", "wished"),
        ("شاید سند امضا شود.", "wished"),
        ("باید سند امضا شود.", "wished"),
        ("سند می‌تواند امضا شود.", "wished"),
        ("نمی‌توان گفت سند امضا شده است.", "denied"),
        ("پیشنهاد کرد سند امضا شود.", "wished"),
        ("آیین امضای سند برگزار شد.", "done"),
        ("آیین امضای سند برگزار می‌شود.", "planned"),
        ("امضای سند که دو بار عقب افتاده بود، انجام شد.", "done"),
        ("شهردار از امضای سند خبر داد.", "done"),
        ("شهردار از امضای سند در آینده نزدیک خبر داد.", "planned"),
        ("شهردار برای امضای سند به اوش رفت.", "planned"),
        ("خبر امضای سند تکذیب شد.", "denied"),
        ("امضای سند بی‌نتیجه ماند.", "denied"),
        ("در صورت دعوت، سند را امضا خواهیم کرد.", "wished"),
        ("امضای سند", "done"),
        ("امضای سند به‌زودی", "planned"),
        ("در آرزوی امضای سند", "wished"),
    ],
)
def test_the_predicate_and_the_words_beside_it_tell(text: str, modality: str) -> None:
    found = mode(text)
    assert found is not None
    assert found.modality == modality


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("سند امضا شد.", Force.STATED),
        ("شهردار از امضای سند خبر داد.", Force.GOVERNED),
        ("پس از امضای سند، شهردار به تالار رفت.", Force.MENTIONED),
        ("امضای سند", Force.MENTIONED),
    ],
)
def test_words_may_say_it_more_or_less_surely(text: str, force: Force) -> None:
    found = mode(text)
    assert found is not None
    assert found.force is force


def test_a_denied_deed_beside_it_says_nothing_of_the_thing() -> None:
    assert mode("شهردار درباره امضای سند چیزی نگفت.") is None


def test_a_present_tells_of_what_lasts() -> None:
    lasting, coming = mode("گفت‌وگو ادامه دارد.", "talk"), mode("گفت‌وگو آغاز می‌شود.", "talk")
    assert [found.modality for found in (lasting, coming) if found] == ["done", "planned"]


def test_a_predicate_has_a_mode_of_its_own() -> None:
    (clause,) = sentence("پیمان بسته خواهد شد.").clauses
    found = mode_of_verb(clause.verbs[0], clause)
    assert found is not None
    assert (found.modality, found.why) == ("planned", "future")


def test_the_governor_is_the_main_verb_after_a_relative_clause() -> None:
    said = sentence("امضای سند که پارسال آماده شد، انجام شد.")
    verb = governor(said.clauses[0].all("sign")[0], said)
    assert verb is said.verbs[-1]


def test_no_predicate_governs_across_a_colon() -> None:
    said = sentence("امضای سند: شهردار آمد.")
    assert governor(said.clauses[0].all("sign")[0], said) is None


def test_a_cleft_leaves_the_telling_to_the_next_verb() -> None:
    said = sentence("این آن است که سند امضا می‌شود.")
    assert is_cleft(said.verbs[0], said)
    assert not is_cleft(said.verbs[-1], said)


def test_a_verb_is_a_nouns_own_if_it_only_carries_it() -> None:
    said = sentence("سند امضا شد.")
    assert is_own(said.clauses[0].all("sign")[0], said.verbs[0], said)
    other = sentence("پس از امضا شهردار و همراهان به تالار شهر رفتند.")
    assert not is_own(other.clauses[0].all("sign")[0], other.verbs[0], other)


def test_a_headline_is_only_a_mention() -> None:
    (clause,) = sentence("امضای سند").clauses
    assert mode_without_verb(clause.all("sign")[0], clause) == mentioned(Modality.DONE, None, "no verb")


def test_a_noun_beside_another_predicate_is_mentioned() -> None:
    (clause,) = sentence("شهردار از امضای سند خبر داد.").clauses
    (verb,) = clause.verbs
    assert mentioned_mode(clause.all("sign")[0], verb, clause) == governed(Modality.DONE, verb, "report")


def test_modes_are_built_by_how_surely_they_are_said() -> None:
    made = [build(Modality.DONE, None, "x").force for build in (mentioned, governed, stated)]
    assert made == sorted(made) == [Force.MENTIONED, Force.GOVERNED, Force.STATED]
