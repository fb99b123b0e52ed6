"""A second verifier of Peyvand's ledger, for whoever does not want to trust the first.

It shares nothing with Peyvand and needs only Python's standard library. One file, made to be read:

    python verify_ledger.py ledger LEDGER [--checkpoint FILE]... [--key FILE]...
    python verify_ledger.py inclusion PROOF --key FILE
    python verify_ledger.py consistency PROOF --checkpoint FILE... --key FILE

LEDGER is an export (``peyvand export ledger``) or a SQLite database, which is only read. Every leaf is hashed anew from
its entry, the Merkle root (RFC 6962) from the leaves, and each checkpoint (C2SP: a text signed with Ed25519) is held
against the root at its size. Prints what does not hold; status 0 where all holds, 3 where not, 2 for wrong usage.
"""

import argparse
import base64
import json
import sqlite3
import sys
from datetime import UTC, datetime
from hashlib import sha256, sha512
from pathlib import Path

# Entries whose key is made of a part of them, with the name that stands in it.
PARTS = {"statement": "statement", "claim": "count", "area": "area"}


class Wrong(Exception):
    """What does not hold, in words."""


def node(left, right):
    return sha256(b"\x01" + left + right).digest()


def split(size):
    """The largest power of two below size."""
    return 1 << (size - 1).bit_length() - 1


class Tree:
    """Grows leaf by leaf; keeps the roots of its full subtrees with their sizes, the largest first."""

    def __init__(self):
        self.size, self.full = 0, []

    def grow(self, leaf):
        self.size += 1
        self.full.append((1, leaf))
        while len(self.full) > 1 and self.full[-1][0] == self.full[-2][0]:
            (width, right), (_, left) = self.full.pop(), self.full.pop()
            self.full.append((width * 2, node(left, right)))

    def root(self):
        root = self.full[-1][1] if self.full else sha256().digest()
        for _, left in self.full[-2::-1]:
            root = node(left, root)
        return root


def root_by_path(leaf, index, size, path):
    """The root that an audit path, from the leaf upward, leads to. A path too short ends in an IndexError."""

    def climb(index, size):
        if size == 1:
            return leaf
        half, sibling = split(size), rest.pop()
        return node(climb(index, half), sibling) if index < half else node(sibling, climb(index - half, size - half))

    rest = list(path)
    root = climb(index, size) if 0 <= index < size else None
    if rest or root is None:
        raise Wrong("the path does not belong to this entry")
    return root


def roots_by_path(old_root, old, new, path):
    """The old and the new root that a consistency path leads to, for 0 < old <= new."""

    def climb(old, new, whole):
        if old == new:
            return (old_root,) * 2 if whole else (rest.pop(),) * 2
        half, other = split(new), rest.pop()
        if old <= half:
            before, after = climb(old, half, whole)
            return before, node(after, other)
        before, after = climb(old - half, new - half, False)
        return node(other, before), node(other, after)

    rest = list(path)
    roots = climb(old, new, True)
    if rest:
        raise Wrong("the path does not belong to these sizes")
    return roots


P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


def add(one, two):
    """Two points in extended coordinates (X, Y, Z, T)."""
    a, b = (one[1] - one[0]) * (two[1] - two[0]) % P, (one[1] + one[0]) * (two[1] + two[0]) % P
    c, d = 2 * one[3] * two[3] * D % P, 2 * one[2] * two[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(factor, point):
    result = (0, 1, 1, 0)
    while factor:
        if factor & 1:
            result = add(result, point)
        point, factor = add(point, point), factor >> 1
    return result


def unpack(packed):
    """A point from its 32 bytes; None where they are none."""
    number = int.from_bytes(packed, "little")
    sign, y = number >> 255, number & (1 << 255) - 1
    squared = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(squared, (P + 3) // 8, P)
    if (x * x - squared) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - squared) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def pack(point):
    inverse = pow(point[2], -1, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


BASE = unpack((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def signed(public, signature, message):
    """Whether the signature was made with the public key."""
    point, s = unpack(public), int.from_bytes(signature[32:], "little")
    if point is None or len(signature) != 64 or s >= ORDER:
        return False
    k = int.from_bytes(sha512(signature[:32] + public + message).digest(), "little") % ORDER
    negative = (P - point[0], point[1], point[2], P - point[3])
    return pack(add(times(s, BASE), times(k, negative))) == signature[:32]


def decoded(text):
    data = base64.b64decode(text, validate=True)
    if base64.b64encode(data).decode() != text:
        raise Wrong("base64 that is spelt in another way")
    return data


def key_of(line):
    """(name, id) and public key, from a key's written form."""
    name, key_id, encoded = line.strip().split("+", 2)
    material = decoded(encoded)
    if len(material) != 33 or sha256(name.encode() + b"\n" + material).hexdigest()[:8] != key_id or material[0] != 1:
        raise Wrong("not an Ed25519 key")
    return (name, bytes.fromhex(key_id)), material[1:]


def checkpoint_of(note, keys):
    """Size and root of a checkpoint that one of the keys has signed."""
    text, separator, lines = note.rpartition("\n\n")
    origin, size, root = text.split("\n") if text.count("\n") == 2 else ("", "", "")
    if not separator or not lines.endswith("\n") or not origin or size != str(int(size or "0")) or int(size) < 0:
        raise Wrong("not a signed checkpoint")
    good = False
    for line in lines[:-1].split("\n"):
        dash, name, encoded = line.split(" ")
        blob = decoded(encoded)
        public = keys.get((name, blob[:4]))
        if dash != "—" or len(blob) < 5:
            raise Wrong("not a line with a signature")
        if public and name == origin:
            if not signed(public, blob[4:], f"{text}\n".encode()):
                raise Wrong("a signature is false")
            good = True
    if not good or len(decoded(root)) != 32:
        raise Wrong("signed by none of the keys")
    return int(size), decoded(root)


def leaf_of(entry):
    """The leaf hash of an entry: of its canonical JSON, in which the body stands as it is kept."""
    names = ("key", "kind", "member", "number", "recorded_at", "subject")
    facts = "".join(f',"{name}":{json.dumps(entry[name], ensure_ascii=False)}' for name in names)
    return sha256(f'\0{{"body":{entry["body"]}{facts}}}'.encode()).digest()


def key_by_content(kind, body):
    if kind == "source":
        return body["capture"]
    said = body["said"] if kind in PARTS else body
    plain = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(f"peyvand/{PARTS.get(kind, kind)}/1\n{plain}".encode()).hexdigest()


def exported(path):
    """Entry, leaf and the text of a source, row by row from an export; last, what its first line says of them all."""
    text = None
    with path.open(encoding="utf-8", newline="\n") as lines:
        first = json.loads(next(lines))
        for row in map(json.loads, lines):
            text = row["source"]["text"] if "source" in row else text
            if "entry" in row:
                yield row["entry"], row["entry"]["leaf"], text
    yield None, first["root"], first["size"]


ROWS = """SELECT number, entry.kind, key, subject, body, entry.member_id AS member, recorded_at, leaf, text
    FROM ledger_entry AS entry LEFT JOIN ledger_source ON entry.kind = 'source' AND capture = key ORDER BY number"""


def stored(path):
    """The same from a database."""
    store = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    size, root = store.execute("SELECT size, root FROM ledger_head").fetchone() or (0, sha256().hexdigest())
    store.row_factory = sqlite3.Row
    for row in store.execute(ROWS):
        time = datetime.fromisoformat(row["recorded_at"]).replace(tzinfo=UTC)
        yield {**row, "recorded_at": time.isoformat(timespec="microseconds")}, row["leaf"], row["text"]
    yield None, root, size


def faults_of(rows, checkpoints):
    """What does not hold in a ledger, and against checkpoints (size, root)."""
    tree, last, roots, wanted = Tree(), "", {0: Tree().root()}, {size for size, _ in checkpoints}
    # What is otherwise than its hashes, by the source it is of, and what later entries say is left of sources whose
    # words were struck out. Such an entry stands in the tree by the leaf of what it was.
    otherwise, left = [], {}
    for entry, leaf, text in rows:
        if entry is None:
            if (tree.size, tree.root().hex()) != (text, leaf):
                yield "the root is not the one that is written down"
            break
        where = f"entry {entry['number']}"
        body, of, number = json.loads(entry["body"]), entry["subject"], str(entry["number"])
        if entry["kind"] == "erasure" and "bodies" in body:
            left[of] = {**body["bodies"], "text": body["text"]}
        if leaf_of(entry).hex() != leaf:
            otherwise.append((of, number, entry["body"], f"{where} is not what its leaf was made of"))
        if key_by_content(entry["kind"], body) != entry["key"]:
            otherwise.append((of, number, entry["body"], f"{where} has the key of another content"))
        if entry["kind"] == "source" and sha256((text or "").encode()).hexdigest() != entry["key"]:
            otherwise.append((of, "text", text or "", f"{where} is a source whose text is lost or changed"))
        if entry["number"] != tree.size or entry["recorded_at"] < last:
            yield f"{where} stands in the wrong place"
        last = entry["recorded_at"]
        tree.grow(bytes.fromhex(leaf))
        if tree.size in wanted:
            roots[tree.size] = tree.root()
    for of, what, found, fault in otherwise:
        if left.get(of, {}).get(what) != sha256(found.encode()).hexdigest():
            yield fault
    yield from (
        f"the checkpoint at {size} entries is of another ledger"
        for size, root in checkpoints
        if roots.get(size) != root
    )


def inclusion(proof, keys):
    size, root = checkpoint_of(proof["checkpoint"], keys)
    if root_by_path(leaf_of(proof["entry"]), proof["entry"]["number"], size, map(bytes.fromhex, proof["path"])) != root:
        raise Wrong("the entry is not in the ledger of this checkpoint")


def consistency(proof, checkpoints):
    old, new = ((proof[name]["size"], bytes.fromhex(proof[name]["root"])) for name in ("old", "new"))
    path = [bytes.fromhex(one) for one in proof["path"]]
    if not checkpoints or not {old, new} >= set(checkpoints):
        raise Wrong("the proof is of other checkpoints")
    grown = 0 < old[0] <= new[0] and roots_by_path(old[1], old[0], new[0], path) == (old[1], new[1])
    if not grown and (path or old != (0, Tree().root()) or new[0] < (new != old)):
        raise Wrong("the later ledger has not only grown")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("what", choices=("ledger", "inclusion", "consistency"))
    parser.add_argument("file", type=Path)
    parser.add_argument("--checkpoint", type=Path, action="append", default=[])
    parser.add_argument("--key", type=Path, action="append", default=[])
    asked = parser.parse_args()
    try:
        keys = dict(key_of(path.read_text("utf-8")) for path in asked.key)
        checkpoints = [checkpoint_of(path.read_text("utf-8"), keys) for path in asked.checkpoint]
        if asked.what == "ledger":
            with asked.file.open("rb") as file:
                rows = (stored if file.read(15) == b"SQLite format 3" else exported)(asked.file)
            found = list(faults_of(rows, checkpoints))
        else:
            proof = json.loads(asked.file.read_text("utf-8"))
            found = [inclusion(proof, keys) if asked.what == "inclusion" else consistency(proof, checkpoints)]
    except (Wrong, ValueError, LookupError, TypeError, OSError, sqlite3.Error) as fault:
        found = [f"{type(fault).__name__}: {fault}"]
    sys.stdout.write("".join(f"{fault}\n" for fault in found if fault) or "everything holds\n")
    return 3 if any(found) else 0


if __name__ == "__main__":
    sys.exit(main())
