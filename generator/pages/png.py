"""A PNG file from a picture of up to 16 colours, the same bytes on every machine.

zlib builds differ in what they write, and site/ is compared byte by byte, so the picture is compressed here: fixed
Huffman codes (RFC 1951, 3.2.6) over runs and repeated rows, which is what a drawing is made of.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence

LONGEST, SHORTEST = 258, 3  # of a match, in bytes
# RFC 1951, 3.2.5: first length of each code from 257 on, first distance of each code from 0 on
LENGTHS = (
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    10,
    11,
    13,
    15,
    17,
    19,
    23,
    27,
    31,
    35,
    43,
    51,
    59,
    67,
    83,
    99,
    115,
    131,
    163,
    195,
    227,
    258,
)
DISTANCES = (1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073)
Colour = tuple[int, int, int]
Bits = tuple[int, int]  # value, its least significant bit first; number of bits


def png(rows: Sequence[bytes], colours: Sequence[Colour]) -> bytes:
    """The file for rows of colour numbers, one byte a pixel, an even number in a row."""
    packed = b"".join(
        b"\0" + bytes(high << 4 | low for high, low in zip(row[::2], row[1::2], strict=True)) for row in rows
    )
    header = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 4, 3, 0, 0, 0)
    palette = b"".join(bytes(colour) for colour in colours)
    data = b"\x78\x01" + deflate(packed, len(rows[0]) // 2 + 1) + struct.pack(">I", zlib.adler32(packed))
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def deflate(data: bytes, row: int) -> bytes:
    """The data as one deflate block; matches reach one byte or one row back."""
    return _packed([(1, 1), (1, 2), *_codes(data, row), _literal(256)])


def _codes(data: bytes, row: int) -> Iterator[Bits]:
    position = 0
    while position < len(data):
        length, distance = max((_match(data, position, distance), distance) for distance in (1, row))
        if length >= SHORTEST:
            yield from _reference(length, distance)
            position += length
        else:
            yield _literal(data[position])
            position += 1


def _match(data: bytes, position: int, distance: int) -> int:
    """How many bytes from here on equal those `distance` before."""
    if position < distance:
        return 0
    end = min(position + LONGEST, len(data))
    length = 0
    while position + length < end and data[position + length] == data[position + length - distance]:
        length += 1
    return length


def _reference(length: int, distance: int) -> Iterator[Bits]:
    code = max(number for number, first in enumerate(LENGTHS) if first <= length)
    yield _literal(257 + code)
    yield length - LENGTHS[code], _extra_bits_of_length(code)
    code = max(number for number, first in enumerate(DISTANCES) if first <= distance)
    yield _reversed(code, 5), 5
    yield distance - DISTANCES[code], max(0, code // 2 - 1)


def _extra_bits_of_length(code: int) -> int:
    return 0 if code < 8 or code == len(LENGTHS) - 1 else code // 4 - 1


def _literal(number: int) -> Bits:
    """The fixed code of a byte, of the end (256) or of a length (RFC 1951, 3.2.6)."""
    if number < 144:
        return _reversed(0b00110000 + number, 8), 8
    if number < 256:
        return _reversed(0b110010000 + number - 144, 9), 9
    if number < 280:
        return _reversed(number - 256, 7), 7
    return _reversed(0b11000000 + number - 280, 8), 8


def _reversed(code: int, width: int) -> int:
    """Huffman codes go into the stream with their most significant bit first, everything else the other way."""
    return int(f"{code:0{width}b}"[::-1], 2)


def _packed(bits: list[Bits]) -> bytes:
    out, held, count = bytearray(), 0, 0
    for value, width in bits:
        held |= value << count
        count += width
        while count >= 8:
            out.append(held & 255)
            held >>= 8
            count -= 8
    return bytes(out) + (bytes([held]) if count else b"")
