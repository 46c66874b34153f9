"""Compound files (OLE) made in a test, as older Office programs write them."""

import struct
from itertools import pairwise

SECTOR = 512
MINI_CUTOFF = 4096
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def ole(streams):
    """A compound file with these streams in its root or, behind a slash, in folders.

    All are padded so far that none is a small one.
    """
    padded = {name: data.ljust(MINI_CUTOFF, b"\0") for name, data in streams.items()}
    table, body = [FAT] * 4, bytearray()
    starts = {}
    for name, data in {**padded, "": directory(padded, {})}.items():
        count = -(-len(data) // SECTOR)
        starts[name] = len(table)
        table += [*range(len(table) + 1, len(table) + count), END]
        body += data.ljust(count * SECTOR, b"\0")
    body[-len(directory(padded, starts)) :] = directory(padded, starts)
    header = struct.pack(
        "<8s16x5H6x9I109I",
        bytes.fromhex("d0cf11e0a1b11ae1"), 0x3E, 3, 0xFFFE, 9, 6, 0, 4, starts[""], 0, MINI_CUTOFF, END, 0, END, 0,
        *range(4), *[FREE] * 105,
    )  # fmt: skip
    table += [FREE] * (4 * SECTOR // 4 - len(table))
    return header + struct.pack(f"<{len(table)}I", *table) + bytes(body)


def directory(streams, starts):
    """The root with its streams, then the folders with theirs; each is a chain to the right."""
    folders = {}
    for name in streams:
        folders.setdefault(name.rpartition("/")[0], []).append(name)
    named = [name for name in folders if name]
    order = [*folders.get("", []), *named, *(name for folder in named for name in folders[folder])]
    number = {name: n for n, name in enumerate(order, 1)}
    chains = [[*folders.get("", []), *named], *(folders[folder] for folder in named)]
    following = {number[a]: number[b] for chain in chains for a, b in pairwise(chain)}
    entries = [entry("Root Entry", 5, 1, END, 0)]
    for n, name in enumerate(order, 1):
        right = following.get(n, FREE)
        if name in streams:
            made = entry(name.rpartition("/")[2], 2, FREE, starts.get(name, 0), len(streams[name]), right)
        else:
            made = entry(name, 1, number[folders[name][0]], 0, 0, right)
        entries.append(made)
    entries += [bytes(128)] * (-len(entries) % 4)
    return b"".join(entries)


def entry(name, kind, child, start, size, right=FREE):
    written = name.encode("utf-16-le")
    head = struct.pack("<64sHBB3I", written, len(written) + 2, kind, 1, FREE, right, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)
