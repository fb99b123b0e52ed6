"""Pages made to hurt: read or refused by counts, not by the clock, with work that grows with the length alone."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from peyvand.adapters.sources import UnreadableSource, capture_bytes

HOSTILE = {
    "scripts": lambda n: "<script>if(a<b){}</script>" * n + "<p>متن",
    "attributes": lambda n: f"<div {' '.join(f'a{i}=1' for i in range(n))}>متن",
    "nested": lambda n: "<div>" * n + "متن",
    "nested and closed": lambda n: "<div>" * n + "متن" + "</div>" * n,
    "open inline": lambda n: "<b><i><a href=x>" * n + "<p>متن",
    "inline ends": lambda n: "<i><div>" + "<b>" * n + "</i>" * n + "متن",
    "list items": lambda n: "<dd><li>" * n + "متن",
    "cells": lambda n: "<table><tr><td>" * n + "متن",
    "entities": lambda n: "<!DOCTYPE x [<!ENTITY a 'aa'>]><p>متن" + "&a;&lt;&amp;" * n,
    "long entities": lambda n: "<p>متن &#" + "9" * n + ";",
    "comments": lambda n: "<p>متن</p>" + "<!--" * n,
    "declarations": lambda n: "<p>متن</p>" + "<!" * n,
    "open quotes": lambda n: "<p>متن</p>" + "<a b='" * n,
    "open tags": lambda n: "<p>متن</p>" + "<a " * n,
    "angles": lambda n: "<p>متن " + "<" * n,
    "spaces": lambda n: "<p>متن" + " " * n + "<p" + " " * n + ">x",
    "titles": lambda n: "<title>" + "ا" * n + "</title>" + "<h1>اااااااااااا</h1>" * n + "<p>متن",
    "tags": lambda n: "<p>متن</p><div class=tags>" + "<a>ا</a>" * n,
    "boxes": lambda n: "<p>متن</p>" + "<div>اخبار مرتبط" * n,
    "classes": lambda n: f"<p class='{' '.join(f'a{i}' for i in range(n))}'>متن",
    "data": lambda n: f"<script type='application/ld+json'>{'[' * n}</script><p>متن",
}


def calls(work: Callable[[], object]) -> int:
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("kind", HOSTILE)
def test_work_grows_with_the_length_alone(kind: str) -> None:
    small, large = (f"<html>{HOSTILE[kind](n)}</html>".encode() for n in (1000, 2000))
    capture_bytes(small, "n.html")

    once = calls(lambda: capture_bytes(small, "n.html"))
    twice = calls(lambda: capture_bytes(large, "n.html"))

    assert twice <= 2.2 * once + 500


@pytest.mark.parametrize("kind", ["scripts", "attributes", "nested", "nested and closed", "entities", "comments"])
def test_a_hostile_page_is_read_for_its_words(kind: str) -> None:
    page = f"<html>{HOSTILE[kind](20_000)}</html>".encode()

    assert "متن" in capture_bytes(page, "n.html").text


def test_limits_fall_alike_on_every_machine() -> None:
    codes = []
    for page in ("<b>" * 400_001, "ا" * 500_001):
        with pytest.raises(UnreadableSource) as refusal:
            capture_bytes(f"<html>{page}".encode(), "n.html")
        codes.append(refusal.value.code)

    assert codes == ["too_complex", "too_long"]
