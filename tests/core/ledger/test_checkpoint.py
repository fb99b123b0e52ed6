from __future__ import annotations

from base64 import b64encode
from hashlib import sha512

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.ledger.checkpoint import (
    BadNote,
    Checkpoint,
    Note,
    NotSigned,
    Signature,
    VerifierKey,
    open_checkpoint,
    read_checkpoint,
    read_key,
    read_note,
    signer_of,
)

KEY = VerifierKey("peyvand/aa", bytes(32))
OTHER = VerifierKey("witness/bb", bytes(range(32)))
ROOT = bytes(range(100, 132))
CHECKPOINT = Checkpoint(KEY.name, 12, ROOT)


def check(public: bytes, signature: bytes, message: bytes) -> bool:
    """A signature that anybody could make stands for a real one here."""
    return signature == made(public, message)


def made(public: bytes, message: bytes) -> bytes:
    return sha512(public + message).digest()


def signed(text: str, *keys: VerifierKey) -> Note:
    return Note(text, tuple(Signature(key.name, key.id, made(key.public, text.encode())) for key in keys))


def test_form_is_that_of_the_specification() -> None:
    key = read_key("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")

    assert (key.name, key.id.hex(), len(key.public)) == ("example.com/foo", "530d903a", 32)
    assert CHECKPOINT.text == f"peyvand/aa\n12\n{b64encode(ROOT).decode()}\n"
    assert str(signed("یک\n", KEY)).startswith(f"یک\n\n— peyvand/aa {b64encode(KEY.id).decode()[:5]}")


@given(st.integers(0, 2**62), st.binary(min_size=32, max_size=32))
def test_checkpoint_comes_back_as_it_was(size: int, root: bytes) -> None:
    checkpoint = Checkpoint(KEY.name, size, root)

    assert open_checkpoint(str(signed(checkpoint.text, OTHER, KEY)), [KEY], check) == checkpoint


@given(st.binary(min_size=32, max_size=32))
def test_key_comes_back_as_it_was(public: bytes) -> None:
    key = VerifierKey("peyvand/aa", public)

    assert read_key(f"{key}\n") == key


@given(st.data())
def test_note_with_one_bit_changed_is_no_note_of_the_key(data: st.DataObject) -> None:
    written = bytearray(str(signed(CHECKPOINT.text, KEY)).encode())
    bit = data.draw(st.integers(0, len(written) * 8 - 1))
    written[bit // 8] ^= 1 << bit % 8

    with pytest.raises((BadNote, NotSigned, UnicodeDecodeError)):
        open_checkpoint(written.decode(), [KEY], check)


@pytest.mark.parametrize(
    "written",
    ["", "text\n", "text\n\n", "text\n\n— a b\n", "\n\n— peyvand/aa AAAAAAA=\n", "a\x00b\n\n— peyvand/aa AAAAAAA=\n",
     "text\n\n- peyvand/aa AAAAAAA=\n", "text\n\n— peyvand/aa AAAAAAA=", "text\n\n— peyvand/aa AAAAAAB=\n",
     "text\n\n— peyvand/aa AAAAAA==\n", "text\n\n—  AAAAAAA=\n",
     "text\n\npeyvand/aa AAAAAAA=\n", "text\n\n" + "— peyvand/aa AAAAAAA=\n" * 101],
)  # fmt: skip
def test_what_is_not_quite_a_note_is_none(written: str) -> None:
    with pytest.raises(BadNote):
        read_note(written)


@pytest.mark.parametrize("size", ["", "-1", "012", "1.0", "۱۲", "1e3", "9" * 20])
def test_size_is_a_plain_number(size: str) -> None:
    with pytest.raises(BadNote):
        read_checkpoint(f"peyvand/aa\n{size}\n{b64encode(ROOT).decode()}\n")


@pytest.mark.parametrize(
    "text",
    ["peyvand/aa\n1\n", CHECKPOINT.text.replace(KEY.name, ""), "peyvand/aa\n1\nAA==\n", CHECKPOINT.text + "more"],
)
def test_checkpoint_is_three_lines_and_whole(text: str) -> None:
    with pytest.raises(BadNote):
        read_checkpoint(text)


@pytest.mark.parametrize("written", ["", "a+b", f"{KEY}A", str(KEY).replace("+", "+0", 1), f"a b{KEY}"])
def test_what_is_not_quite_a_key_is_none(written: str) -> None:
    with pytest.raises(BadNote):
        read_key(written)


def spelt(name: str, material: bytes) -> str:
    """A key's written form with an id that would be right for an Ed25519 key."""
    return f"{name}+{VerifierKey(name, material[1:]).id.hex()}+{b64encode(material).decode()}"


@pytest.mark.parametrize("name", ["a b", "", "a\u2028b"])
def test_key_has_a_plain_name(name: str) -> None:
    with pytest.raises(BadNote):
        read_key(spelt(name, b"\x01" + bytes(32)))


@pytest.mark.parametrize("material", [b"\x02" + bytes(32), b"\x01" + bytes(31), b"\x01" + bytes(33), b""])
def test_key_is_of_the_one_kind_and_whole(material: bytes) -> None:
    with pytest.raises(BadNote):
        read_key(spelt("peyvand/aa", material))


def test_note_may_bear_a_hundred_signatures() -> None:
    note = signed("متن\n", *[KEY] * 100)

    assert read_note(str(note)) == note


def test_stranger_s_signature_says_nothing() -> None:
    note = signed(CHECKPOINT.text, OTHER)

    with pytest.raises(NotSigned):
        signer_of(note, [KEY], check)
    assert signer_of(note, [KEY, OTHER], check) == OTHER


def test_false_signature_of_a_known_key_spoils_a_note() -> None:
    good = signed(CHECKPOINT.text, KEY, OTHER)
    spoilt = Note(good.text, (good.signatures[0], Signature(OTHER.name, OTHER.id, bytes(64))))

    assert signer_of(spoilt, [KEY], check) == KEY
    with pytest.raises(NotSigned):
        signer_of(spoilt, [KEY, OTHER], check)


def test_key_signs_for_its_own_log_alone() -> None:
    with pytest.raises(NotSigned):
        open_checkpoint(str(signed(Checkpoint("another", 12, ROOT).text, KEY)), [KEY], check)
