from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from threading import Barrier, Thread

import pytest
from django.conf import LazySettings
from django.db import connection
from tests.records.letters.conftest import FROM_KAZAN, OUR_ANSWER

from peyvand.records.accounts.models import Member
from peyvand.records.letters.actions import register
from peyvand.records.letters.models import Letter
from peyvand.records.letters.numbering import office_year

pytestmark = pytest.mark.django_db


def test_a_year_is_that_of_the_office(settings: LazySettings) -> None:
    assert (office_year(date(2026, 3, 20)), office_year(date(2026, 3, 21))) == (1404, 1405)
    settings.LANGUAGE_CODE = "en"
    assert office_year(date(2026, 3, 20)) == 2026


def test_each_direction_and_year_counts_for_itself(officer: Member) -> None:
    first, second, out = (register(facts, by=officer) for facts in (FROM_KAZAN, FROM_KAZAN, OUR_ANSWER))
    Letter.objects.update(year=1300)
    new = register(FROM_KAZAN, by=officer)

    assert (first.number, second.number, out.number, new.number) == (1, 2, 1, 1)


@pytest.mark.django_db(transaction=True)
def test_of_many_who_register_at_once_none_gets_a_number_twice(officer: Member) -> None:
    together = Barrier(4)

    def write() -> None:
        with closed():
            together.wait()
            for _ in range(5):
                register(FROM_KAZAN, by=officer)

    threads = [Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(Letter.objects.values_list("number", flat=True)) == list(range(1, 21))


@contextmanager
def closed() -> Iterator[None]:
    try:
        yield
    finally:
        connection.close()
