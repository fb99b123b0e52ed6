from __future__ import annotations

from tests.factories.towns import cast, hits, line, page, reading, told, words

from peyvand.core.reading.choosing import choose
from peyvand.core.reading.drafting import drafts_of


def test_one_statement_for_each_thing_said() -> None:
    text = "کاشمر و اوش خواهرخوانده شدند. آری، کاشمر و اوش خواهرخوانده شدند."
    drafts = list(drafts_of(page(text), hits(text), cast(text), words().authorities, None))
    assert (len(drafts), len(choose(drafts))) == (2, 1)


def test_the_body_gives_the_words_and_the_headline_only_where_it_is_alone() -> None:
    both = reading("کاشمر و اوش خواهرخوانده شدند\n\nکاشمر و اوش دیروز خواهرخوانده شدند.\n\nباران نبارید.")
    assert [proposal.statement.part for proposal in both.statements] == ["lead"]
    alone = reading("کاشمر و اوش خواهرخوانده شدند\n\nشهردار کاشمر آمد.\n\nشهردار اوش و شهردار کاشمر خندیدند.")
    assert [(line(proposal), proposal.statement.part) for proposal in alone.statements] == [
        ("signing done: Kashmar, Osh", "title")
    ]


def test_what_is_dated_is_better() -> None:
    text = "کاشمر و اوش خواهرخوانده شدند. کاشمر و اوش در ۲ مهر ۱۴۰۱ خواهرخوانده شدند."
    (proposal,) = reading(text).statements
    assert proposal.resolution.date == "2022-09-24"


def test_a_headline_that_the_body_refutes_is_told_as_a_headline() -> None:
    text = "کاشمر خواهرخوانده اوش شد\n\nخواهرخواندگی کاشمر با اوش هفته آینده امضا می‌شود.\n\nشهردار کاشمر خندید."
    found = {(line(proposal), str(proposal.statement.part)) for proposal in reading(text).statements}
    assert found == {("signing done: Kashmar, Osh", "title"), ("signing planned: Kashmar, Osh", "lead")}


def test_a_headline_without_a_verb_gives_way_to_the_body() -> None:
    text = "امضای پیمان کاشمر و اوش\n\nپیمان خواهرخواندگی کاشمر با اوش هفته آینده امضا می‌شود.\n\nباران بارید."
    assert told(text) == {"signing planned: Kashmar, Osh"}


def test_what_was_told_before_it_happened_gives_way() -> None:
    text = "پیمان خواهرخواندگی کاشمر و اوش دیروز امضا شد. قرار بود پیمان خواهرخواندگی کاشمر و اوش امضا شود."
    assert told(text) == {"signing done: Kashmar, Osh"}


def test_two_ties_of_one_pair_are_two_signings() -> None:
    text = "یادداشت تفاهم همکاری کاشمر و اوش امضا شد. پیمان خواهرخواندگی کاشمر و اوش سال آینده امضا می‌شود."
    assert told(text) == {"signing done: Kashmar, Osh", "signing planned: Kashmar, Osh"}


def test_a_signing_that_says_of_what_lends_it_to_one_that_does_not() -> None:
    text = "قرارداد دوستی شهرهای کاشمر و اوش امضا شد. کاشمر و اوش سندی امضا کردند."
    assert [proposal.statement.instrument for proposal in reading(text).statements] == ["friendship"]


def test_leaves_of_several_bodies_stand_side_by_side() -> None:
    text = "شورای شهر کاشمر خواهرخواندگی با اوش را تصویب کرد. وزارت کشور با خواهرخواندگی کاشمر و اوش موافقت نکرد."
    assert told(text) == {"approval done: Kashmar, Osh", "approval denied: Kashmar, Osh"}
