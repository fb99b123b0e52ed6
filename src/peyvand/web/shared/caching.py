"""Pages of anonymous visitors: the same bytes until the ledger grows, the day ends or the program changes."""

from __future__ import annotations

import gzip
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags, quote_etag

from peyvand import __version__
from peyvand.records.ledger.queries import head

_CAPACITY = 32 * 1024 * 1024
_WORTH_PACKING = 1024


@dataclass(frozen=True, slots=True)
class _Kept:
    content: bytes
    packed: bytes
    content_type: str

    @property
    def size(self) -> int:
        return len(self.content) + len(self.packed)


class _Shelf:
    """Rendered pages by key, those asked for longest ago dropped first; one for each process."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def get(self, key: str) -> _Kept | None:
        with self._lock:
            kept = self._kept.get(key)
            if kept:
                self._kept.move_to_end(key)
            return kept

    def put(self, key: str, kept: _Kept) -> None:
        with self._lock:
            before = self._kept.pop(key, None)
            self._size += kept.size - (before.size if before else 0)
            self._kept[key] = kept
            while self._size > self._capacity:
                _, dropped = self._kept.popitem(last=False)
                self._size -= dropped.size


SHELF = _Shelf(_CAPACITY)


def serve(
    request: HttpRequest, params: tuple[str, ...], render: Callable[[], HttpResponse], beside: object = ""
) -> HttpResponse:
    """The page from the shelf, or rendered and put there; 304 where the visitor has it. Only whole pages are kept.

    ``beside`` is what the page hangs on beside the ledger, the day and the address.
    """
    key = page_key(request, params, beside)
    etag = quote_etag(key)
    if _has(request, etag):
        return _finish(HttpResponseNotModified(), etag)
    kept = SHELF.get(key)
    if kept is None:
        response = render()
        if response.status_code != 200:
            return response
        kept = _keep(response)
        SHELF.put(key, kept)
    return _finish(_response(request, kept), etag)


def page_key(request: HttpRequest, params: tuple[str, ...], beside: object = "") -> str:
    """What the page depends on, as one word. Query words that the page does not heed make no other page."""
    ledger = head()
    heeded = urlencode([(name, request.GET[name]) for name in params if name in request.GET])
    facts = (
        __version__,
        f"{ledger.size}:{ledger.root}",
        translation.get_language() or "",
        request.get_host(),
        request.path,
        heeded,
        timezone.localdate().isoformat(),
        str(beside),
    )
    return sha256("\n".join(facts).encode()).hexdigest()[:32]


def _has(request: HttpRequest, etag: str) -> bool:
    return etag in [seen.removeprefix("W/") for seen in parse_etags(request.headers.get("If-None-Match", ""))]


def _keep(response: HttpResponse) -> _Kept:
    content = response.content
    packed = gzip.compress(content, 6, mtime=0) if len(content) > _WORTH_PACKING else b""
    return _Kept(content, packed, response.headers["Content-Type"])


def _response(request: HttpRequest, kept: _Kept) -> HttpResponse:
    if kept.packed and "gzip" in request.headers.get("Accept-Encoding", ""):
        return HttpResponse(kept.packed, content_type=kept.content_type, headers={"Content-Encoding": "gzip"})
    return HttpResponse(kept.content, content_type=kept.content_type)


def _finish(response: HttpResponse, etag: str) -> HttpResponse:
    # Weak, since packed and plain bytes share it.
    response.headers["ETag"] = f"W/{etag}"
    response.headers["Cache-Control"] = "public, no-cache"
    patch_vary_headers(response, ["Accept-Encoding", "Cookie"])
    return response
