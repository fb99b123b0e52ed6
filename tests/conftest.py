"""What every test may rely on: a home of its own, the chosen engine, and tables that can be emptied between tests."""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.db import connection
from django.test import TransactionTestCase
from hypothesis import settings

from peyvand.records.ledger.guard import lift_guards
from tests.postgres import cluster

_RUN = ExitStack()
# A busy machine is no fault of the code.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def pytest_configure(config: pytest.Config) -> None:
    """Start the PostgreSQL cluster once, in the process that all workers inherit from."""
    home = Path(os.environ["PEYVAND_TEST_HOME"])
    if hasattr(config, "workerinput"):
        return
    _RUN.callback(shutil.rmtree, home, ignore_errors=True)
    if os.environ.get("PEYVAND_TEST_ENGINE") == "postgres":
        _RUN.enter_context(cluster(home / "postgres"))


def pytest_unconfigure() -> None:
    _RUN.close()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> None:
    """Tests that commit empty their tables afterwards, which the guards of the ledger rightly refuse: the emptying
    alone lifts them. The migration signal that Django sends after it puts them back."""
    empty = TransactionTestCase._fixture_teardown

    def teardown(case: TransactionTestCase) -> None:
        lift_guards(connection)
        empty(case)

    TransactionTestCase._fixture_teardown = teardown  # type: ignore[method-assign]
