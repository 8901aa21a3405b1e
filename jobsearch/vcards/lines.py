"""The lines of a card: torn ones put together, each taken apart into its name, its marks and its value."""

import base64
import binascii
import quopri
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kit.said import Said
from kit.said import gettext_noop as _

# Only these end a line here: `splitlines` would also tear at characters that stand in names and notes.
_END = re.compile(r"\r\n|\r|\n")
# Nothing is given back once it is taken, so a long line without an end costs no more than its length.
_HEAD = re.compile(r'((?:"[^"]*+"|[^":]++)*+):(.*+)', re.DOTALL)
_PART = re.compile(r'(?:"[^"]*+"|[^";]++)++')
_NAME = re.compile(r"(?:[\w-]+\.)?([\w-]+)", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PIECE = re.compile(r"\\.|[^\\;]++|;|\\", re.DOTALL)
# Longer than any line that a person can have meant.
_LONGEST = 30_000
# What programs write; another name is refused, because some of Python's encodings are slow or do something else.
_CHARSETS = {
    *("utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "iso-8859-2", "iso-8859-15", "latin1", "windows-1250"),
    *("windows-1251", "windows-1252", "shift_jis", "gb2312", "gbk", "gb18030", "big5", "euc-jp", "euc-kr", "koi8-r"),
}


class DamagedCardError(ValueError):
    """A card cannot be read: on which line, and why."""

    def __init__(self, line: int, said: Said) -> None:
        super().__init__(str(said))
        self.line, self.said = line, said


@dataclass(frozen=True)
class RawLine:
    """A line as it stands in the file, with the pieces that belong to it."""

    number: int
    text: str
    # All of it as it stood.
    source: str


@dataclass(frozen=True)
class Property:
    """A line that says something: its name in capitals, its marks in small letters, and its value."""

    line: int
    name: str
    value: str
    marks: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def kinds(self) -> Sequence[str]:
        """What sort it is: home, work, cell, pref."""
        preferred = ["pref"] if "pref" in self.marks else []
        return [*self.marks.get("type", ()), *preferred]

    @property
    def text(self) -> str:
        """The value as people read it."""
        return unescaped(self.value)

    @property
    def parts(self) -> Sequence[str]:
        """The value of a line that has several parts, such as a name."""
        parts = [""]
        for piece in _PIECE.findall(self.value):
            if piece == ";":
                parts.append("")
            else:
                parts[-1] += piece
        return [unescaped(part) for part in parts]


def raw_lines(text: str) -> Iterator[RawLine]:
    """Lines with their continuations: those that begin with a space, and after an equals sign where that is the way."""
    number, pieces, is_quoted = 0, [""], False
    for count, line in enumerate(_END.split(text), start=1):
        continues = line[:1] in {" ", "\t"} or (is_quoted and pieces[-1].endswith("="))
        if continues and number:
            pieces.append(line)
            continue
        if number:
            yield _joined(number, pieces, is_quoted=is_quoted)
        number, pieces = count, [line]
        is_quoted = "QUOTED-PRINTABLE" in line.partition(":")[0].upper()
    yield _joined(number, pieces, is_quoted=is_quoted)


def property_of(line: RawLine) -> Property:
    """A line taken apart; what makes no sense raises DamagedCardError."""
    if len(line.text) > _LONGEST:
        raise DamagedCardError(line.number, Said(_("It is too long to be read. Shorten it, or take it out.")))
    found = _HEAD.fullmatch(line.text)
    head, colon, value = (found[1], ":", found[2]) if found else line.text.partition(":")
    parts = _PART.findall(head)
    name = _NAME.fullmatch(parts[0].strip()) if parts else None
    if not colon or not name:
        said = Said(_("It has no name with a colon behind it, such as TEL:555-0100. Perhaps a line is torn in two."))
        raise DamagedCardError(line.number, said)
    marks = _marks(parts[1:])
    return Property(line.number, name[1].upper(), _CONTROL.sub("", _decoded(value, marks, line.number)), marks)


def unescaped(text: str) -> str:
    """The text without the strokes before commas and semicolons."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text).strip()


def _joined(number: int, pieces: Sequence[str], *, is_quoted: bool) -> RawLine:
    text = pieces[0]
    if is_quoted:
        # Decoding puts the pieces together.
        text = "\n".join(pieces)
    elif len(pieces) > 1:
        text += "".join(piece[1:] for piece in pieces[1:])
    return RawLine(number, text, "\n".join(pieces))


def _marks(parts: Sequence[str]) -> dict[str, list[str]]:
    marks: dict[str, list[str]] = {}
    for part in parts:
        key, equals, value = part.strip().lower().partition("=")
        if not equals:
            # The oldest version writes a kind or an encoding without its key.
            key, value = ("encoding" if key in {"quoted-printable", "base64", "b", "8bit"} else "type"), key
        marks.setdefault(key, []).extend(each.strip() for each in value.strip('"').split(","))
    return marks


def _decoded(value: str, marks: Mapping[str, Sequence[str]], line: int) -> str:
    encoding = marks.get("encoding", [""])[0]
    if encoding == "quoted-printable":
        return _text(quopri.decodestring(value.encode()), marks, line)
    if encoding in {"b", "base64"}:
        try:
            return _text(base64.b64decode("".join(value.split()), validate=True), marks, line)
        except (binascii.Error, ValueError) as error:
            raise DamagedCardError(
                line, Said(_("It should be in Base64 and is not. Perhaps its end is lost."))
            ) from error
    return value


def _text(data: bytes, marks: Mapping[str, Sequence[str]], line: int) -> str:
    charset = marks.get("charset", ["utf-8"])[0]
    if charset not in _CHARSETS:
        said = Said(_("We don’t know the characters “%(charset)s”. Save the card as UTF-8."), {"charset": charset[:40]})
        raise DamagedCardError(line, said)
    try:
        return data.decode(charset)
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
