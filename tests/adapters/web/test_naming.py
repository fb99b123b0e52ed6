from __future__ import annotations

import pytest

from peyvand.adapters.sources import UnreadableSource
from peyvand.adapters.web.naming import address_of, is_address


def refusal(written: str) -> str:
    with pytest.raises(UnreadableSource) as refused:
        address_of(written)
    return refused.value.code


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("https://a.example.org", "https://a.example.org/"),
        ("HTTP://A.Example.org:80/x?y=1#z", "http://a.example.org/x?y=1"),
        ("https://a.example.org/خبر/۱?ک=خ", "https://a.example.org/%D8%AE%D8%A8%D8%B1/%DB%B1?%DA%A9=%D8%AE"),
        ("https://a.example.org/%D8%AE", "https://a.example.org/%D8%AE"),
        ("https://شهر.ایران/", "https://xn--wgbf1d.xn--mgba3a4f16a/"),
        ("http://93.184.216.34/", "http://93.184.216.34/"),
        ("http://[2606:4700::1]/", "http://[2606:4700::1]/"),
    ],
)
def test_addresses_travel_in_one_form(written: str, whole: str) -> None:
    assert str(address_of(written)) == whole


def test_a_page_leads_on_to_addresses_beside_it() -> None:
    base = address_of("https://a.example.org/news/1")

    assert [str(address_of(to, base)) for to in ("2", "/3", "//b.example.org/4", "http://c.example.org")] == [
        "https://a.example.org/news/2",
        "https://a.example.org/3",
        "https://b.example.org/4",
        "http://c.example.org/",
    ]


@pytest.mark.parametrize(
    "written",
    [
        "file:///etc/passwd",
        "ftp://a.example.org/",
        "gopher://a.example.org/",
        "https://",
        "https:///etc",
        "https://user@a.example.org/",
        "https://user:secret@a.example.org/",
        "https://a.example.org:8080/",
        "http://a.example.org:443/",
        "https://a.example.org:99999/",
        "https://a.example.org\\@b.example.org/",
        "https://a.example.org/x y",
        "https://a.example.org/\n",
        "https://a..example.org/",
        "https://-a.example.org/",
        f"https://a.example.org/{'x' * 2_000}",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://0x7f.1/",
        "http://[::1/",
        "http://[::1%25eth0]/x",
        "",
    ],
)
def test_what_could_mean_something_else_is_refused(written: str) -> None:
    assert refusal(written) in ("bad_address", "not_public")


@pytest.mark.parametrize(
    "written",
    [
        "http://localhost/",
        "http://LOCALHOST./",
        "http://a.localhost/",
        "http://printer/",
        "http://printer.local/",
        "http://metadata.google.internal/",
        "http://127.0.0.1/",
        "http://①②⑦.⓪.⓪.①/",
        "http://127。0。0。1/",
        "http://169.254.169.254/latest",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://0.0.0.0/",
        "http://10.0.0.1/",
    ],
)
def test_inner_hosts_are_refused_before_anybody_is_asked(written: str) -> None:
    assert refusal(written) == "not_public"


def test_addresses_are_told_from_paths() -> None:
    told = [is_address(one) for one in ("https://a", "HTTP://a", "file://a", "a/b.html", "https:/a")]

    assert told == [True, True, False, False, False]
