"""All formats, by name."""

from __future__ import annotations

from collections.abc import Mapping

from peyvand.adapters.exports import as_csv, as_geojson, as_graphml, as_json, as_jsonl, as_jsonld, as_xlsx
from peyvand.adapters.exports.model import Writer

_ALL: tuple[Writer, ...] = (
    as_csv.WRITER, as_xlsx.WRITER, as_json.WRITER, as_jsonl.WRITER, as_jsonld.WRITER, as_geojson.WRITER,
    as_graphml.WRITER,
)  # fmt: skip
WRITERS: Mapping[str, Writer] = {writer.name: writer for writer in _ALL}
