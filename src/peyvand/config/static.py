"""Static files under names that change with their content, so that browsers may keep them for ever."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from whitenoise.storage import CompressedManifestStaticFilesStorage


class CollectedFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Hashed names once the files have been collected; before that (a fresh checkout, the tests) the plain names."""

    # A file that came after the collection is served by its plain name.
    manifest_strict = False

    def stored_name(self, name: str) -> str:
        return str(super().stored_name(name)) if name in self.hashed_files else name


def collect() -> None:
    """Collect the static files into the installation's folder, hashed and compressed, unless they lie there already.

    Done before the site starts: a running one does not look again.
    """
    manifest = Path(settings.STATIC_ROOT) / CollectedFiles.manifest_name
    collected = manifest.stat().st_mtime if manifest.exists() else 0.0
    if any(path.stat().st_mtime > collected for path in _files()):
        call_command("collectstatic", interactive=False, verbosity=0)


def _files() -> Iterator[Path]:
    for finder in get_finders():
        for name, storage in finder.list([]):
            yield Path(storage.path(name))
