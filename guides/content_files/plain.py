"""Nodes of a content file as the values of a JSON field."""

import json
import re

from django.utils.translation import gettext as _

from guides.content_files.nodes import Fields, Items, Node, Scalar
from guides.content_files.reading import BadValueError

_FLAGS = {"true": True, "false": False}
_WHOLE = re.compile(r"-?[0-9]{1,12}")


def plain(node: Node) -> object:
    """The value of a node. Numbers stay texts, so that nothing is lost of them."""
    if isinstance(node, Items):
        return [plain(part) for part in node.nodes]
    if isinstance(node, Fields):
        return {name: plain(part) for name, part in node.nodes.items()}
    return _scalar(node)


def _scalar(node: Scalar) -> object:
    text = node.text.strip()
    if node.is_quoted:
        return text
    return None if node.is_null else _FLAGS.get(text.lower(), text)


def text_list(node: Node) -> list[str]:
    """A list of texts."""
    if not isinstance(node, Items) or not all(isinstance(part, Scalar) for part in node.nodes):
        raise BadValueError(_("write a list of texts here."))
    return [part.text.strip() for part in node.nodes if isinstance(part, Scalar)]


def row_list(node: Node, names: tuple[str, ...]) -> list[dict[str, str]]:
    """A list of rows with these keys and no others; what is left out is empty."""
    if not isinstance(node, Items):
        raise BadValueError(_("write a list here: begin each entry with “- ”."))
    return [_row(part, names) for part in node.nodes]


def _row(node: Node, names: tuple[str, ...]) -> dict[str, str]:
    if not isinstance(node, Fields):
        raise BadValueError(_("each entry must be keys with values: %s.") % ", ".join(names))
    if unknown := [name for name in node.nodes if name not in names]:
        text = _("the key “%(key)s” is unknown. Known keys: %(known)s.")
        raise BadValueError(text % {"key": unknown[0], "known": ", ".join(names)})
    found = {name: part for name, part in node.nodes.items() if isinstance(part, Scalar)}
    if len(found) < len(node.nodes):
        raise BadValueError(_("write one value a key here, not a list."))
    return {name: "" if name not in found or found[name].is_null else found[name].text.strip() for name in names}


def canonical(value: object) -> str:
    """JSON that is always written the same way."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def with_whole_numbers(body: object, keys: frozenset[str]) -> object:
    """A rule's body in which the keys that count months and days hold numbers."""
    if not isinstance(body, dict):
        return body
    return {
        name: int(value) if name in keys and isinstance(value, str) and _WHOLE.fullmatch(value) else value
        for name, value in body.items()
    }
