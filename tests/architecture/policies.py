"""Writes the tables anew after a wanted change, that of policies and that of roles: ``python -m
tests.architecture.policies``."""

from __future__ import annotations

from peyvand.config.django import prepare

if __name__ == "__main__":
    prepare()
    from tests.architecture import roles_table, test_matrix

    test_matrix.TABLE.write_text(test_matrix.written(), "utf-8")
    for language in ("en", "fa"):
        roles_table.page(language).write_text(roles_table.renewed(language), "utf-8")
