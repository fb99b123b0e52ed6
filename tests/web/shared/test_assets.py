from __future__ import annotations

from pathlib import Path

import pytest

from peyvand.web.shared import assets


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """As npm leaves them."""
    font = tmp_path / "node_modules" / "@fontsource-variable" / "vazirmatn"
    (font / "files").mkdir(parents=True)
    (font / "LICENSE").write_text("OFL", "utf-8")
    for letters in ("arabic", "latin", "latin-ext"):
        (font / "files" / f"vazirmatn-{letters}-wght-normal.woff2").write_bytes(b"font of " + letters.encode())
    return tmp_path / "node_modules"


def test_fonts_come_whole_where_they_cannot_be_cut(
    packages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assets, "CAN_CUT", False)

    assets.bring_fonts(packages, tmp_path / "built")

    assert (tmp_path / "built" / "vazirmatn-arabic.woff2").read_bytes() == b"font of arabic"
    assert (tmp_path / "built" / "vazirmatn.LICENSE.txt").read_text("utf-8") == "OFL"
    assert (tmp_path / "built" / assets.STYLE).read_text("utf-8").count("@font-face") == 3


def test_a_machine_without_npm_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "package-lock.json").write_text("{}", "utf-8")
    monkeypatch.setattr(assets, "ROOT", tmp_path)
    monkeypatch.setattr(assets, "_npms", lambda: iter([[str(tmp_path / "no-npm")]]))

    assert assets.main() == 0
