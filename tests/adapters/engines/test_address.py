from __future__ import annotations

import pytest

from peyvand.adapters.engines import BadAddress, database_settings


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("sqlite:////srv/peyvand/store.sqlite3", "/srv/peyvand/store.sqlite3"),
        ("sqlite:///store.sqlite3", "store.sqlite3"),
        ("sqlite:////srv/%D9%BE%DB%8C%D9%88%D9%86%D8%AF%20100%25.sqlite3", "/srv/پیوند 100%.sqlite3"),
    ],
)
def test_sqlite_address_is_a_path(url: str, name: str) -> None:
    settings = database_settings(url)

    assert (settings["ENGINE"], settings["NAME"]) == ("django.db.backends.sqlite3", name)


def test_postgres_address_has_all_its_parts() -> None:
    settings = database_settings("postgresql://office:p%40ss@db.example:5433/peyvand?sslmode=require")

    wanted = {"NAME": "peyvand", "USER": "office", "PASSWORD": "p@ss", "HOST": "db.example", "PORT": "5433"}
    assert {key: settings[key] for key in wanted} == wanted
    assert settings["OPTIONS"] == {"sslmode": "require"}


def test_postgres_may_listen_in_a_folder() -> None:
    settings = database_settings("postgresql://office@/peyvand?host=/run/postgresql")

    assert (settings["HOST"], settings["PORT"], settings["OPTIONS"]) == ("/run/postgresql", "", {})


@pytest.mark.parametrize(
    "url",
    [
        "",
        "peyvand.sqlite3",
        "mysql://office@db/peyvand",
        "sqlite://",
        "sqlite://store.sqlite3",
        "sqlite:///",
        "postgresql://office@db",
        "postgresql://office@db:port/peyvand",
        "postgresql://[half",
    ],
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(BadAddress):
        database_settings(url)


def test_refusal_never_tells_the_password() -> None:
    with pytest.raises(BadAddress) as refusal:
        database_settings("postgresql://office:s3cret@db:port/peyvand")

    assert "s3cret" not in str(refusal.value)
