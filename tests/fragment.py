"""Reads an HTML fragment into elements that tests can ask questions of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"br", "hr", "img", "input", "link", "meta"}
_NBSP = "\N{NO-BREAK SPACE}"


def elements_of(html: str) -> "Element":
    """Return an element that holds the fragment; every element in it is closed, and in order."""
    return _Reader(html).root


@dataclass
class Element:
    """An element of the page. Its text is that of everything inside, with single spaces."""

    tag: str
    attributes: dict[str, str]
    children: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self._texts()).replace(_NBSP, " ").split())

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            yield from [child] if isinstance(child, str) else child._texts()

    def all(self, tag: str = "", **attributes: str) -> list["Element"]:
        """Return everything inside of this tag whose attributes (class: one of several) are the given ones."""
        inside = [child for child in self.children if isinstance(child, Element)]
        return [e for each in inside for e in ([each] * each._is(tag, attributes) + each.all(tag, **attributes))]

    def one(self, tag: str = "", **attributes: str) -> "Element":
        (only,) = self.all(tag, **attributes)
        return only

    def _is(self, tag: str, attributes: Mapping[str, str]) -> bool:
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
        return tag in {"", self.tag} and all(value in self._values(key) for key, value in wanted.items())

    def _values(self, key: str) -> list[str]:
        value = self.attributes.get(key, "")
        return value.split() if key == "class" else [value]


class _Reader(HTMLParser):
    """Reads a fragment into elements and insists that every element is closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.root = Element("root", {})
        self._open = [self.root]
        self.feed(html)
        self.close()
        assert self._open == [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
