"""The last look at a finished page: nothing on it may run, open or load but what is allowed by name.

Whatever made the page, Markdown, a template or a list, what a browser would build of it is held against the lists of
``allowed``. The page is read by Lexbor, which builds the tree as the HTML standard says, and so as browsers do.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from selectolax.lexbor import LexborHTMLParser, LexborNode

from host.allowed import ADDRESSES, ELEMENTS, LINKS, METAS, OUTSIDE, Reach, may_have

_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0]")
_SCHEME = re.compile(r"(?P<scheme>[^/?#:]*):")
_CHOICE = re.compile(r"<(/?)(select)\b|<(?!/?(?:option|optgroup)\b)", re.IGNORECASE)
_PLAIN_SENTENCES = re.compile(r'<noscript>(?:[^<]|<p(?: class="[a-z _-]+")?>[^<]*</p>)*</noscript>')
_DATA = "application/ld+json"


@dataclass(frozen=True, slots=True)
class Permit:
    """What one page may hold beside what every page may.

    Attributes:
        scripts: the addresses of the scripts it loads, as they stand in the page.
        data: the element with structured data that our serializer wrote for it, empty where it has none.
        policy: the policy it carries.
        origins: the site's own address and that of its repository, where they are known.
        first: the address of the script that has to come before every other one, empty where none has to.
        leads_away: whether it may link to other sites.
    """

    scripts: frozenset[str] = frozenset()
    data: str = ""
    policy: str = ""
    origins: tuple[str, ...] = ()
    first: str = ""
    leads_away: bool = True


class Guard(Enum):
    """The rules for finished pages; each stops what no other one does."""

    POLICY = "a page carries its policy"
    ELEMENT = "elements are known"
    ATTRIBUTE = "attributes are known"
    ADDRESS = "addresses lead no farther than they may"
    AWAY = "from the form no link leads to another site"
    FIRST = "the form begins by giving up what it does not need"
    SCRIPT = "scripts are known by name, and structured data is our own"
    LINK = "what is fetched for a page is of this site"
    META = "of what browsers obey only the policy is there"
    NOSCRIPT = "what replaces a script holds sentences only"
    CHOICE = "lists of choices hold choices only"


@dataclass(frozen=True, slots=True)
class Offence:
    """Something that no page may hold: what it is, and what to look for in the sources, the most telling first."""

    guard: Guard
    message: str
    signs: tuple[str, ...] = ()


def check_page(html: str, permit: Permit, guards: Collection[Guard] = tuple(Guard)) -> tuple[Offence, ...]:
    """Return everything on a finished page that is not allowed, each thing once, as far as the guards look."""
    parser = LexborHTMLParser(html)
    found: dict[Offence, None] = {}
    if permit.policy and parser.css_first("html > head > meta[http-equiv]") is None:
        found[Offence(Guard.POLICY, "eine Seite ohne ihre Policy")] = None
    if permit.first and not _begins_with(html, parser, permit.first):
        found[Offence(Guard.FIRST, f"eine Seite, die nicht mit dem Skript „{permit.first}“ beginnt")] = None
    for node in parser.root.traverse(include_text=False) if parser.root else ():
        found.update(dict.fromkeys(_offences(node, permit)))
    if "<select" in html.lower():
        found.update(dict.fromkeys(_hidden_in_choices(html)))
    return tuple(offence for offence in found if offence.guard in guards)


def _offences(node: LexborNode, permit: Permit) -> Iterator[Offence]:
    tag = (node.tag or "").lower()
    if tag not in ELEMENTS:
        if not tag.startswith(("-", "!")):  # comments and the document type hold nothing
            yield Offence(Guard.ELEMENT, f"das Element „<{tag}>“", (f"<{tag}",))
        return
    attributes = node.attributes
    for name, value in attributes.items():
        if not may_have(tag, name.lower()):
            signs = (f"{name}=", name, f"<{tag}")
            yield Offence(Guard.ATTRIBUTE, f"das Attribut „{name}“ am Element „<{tag}>“", signs)
        elif name in ADDRESSES and not _leads(value or "", ADDRESSES[name].get(tag, Reach.OWN), permit):
            signs = (value or "", f"{name}=", f"<{tag}")
            yield Offence(Guard.ADDRESS, f"die Adresse „{value}“ am Element „<{tag}>“", signs)
        elif name == "href" and tag == "a" and not permit.leads_away and not _leads(value or "", Reach.OWN, permit):
            away = f"„{value}“, ein Link vom Fragebogen zu einer anderen Website"
            yield Offence(Guard.AWAY, away, (value or "", f"{name}="))
    if tag in _SPECIAL:
        guard, holds = _SPECIAL[tag]
        if not holds(node, attributes, permit):
            named = " ".join([tag, *(f"{name}={value}" for name, value in attributes.items())])
            yield Offence(guard, f"das Element „<{named}>“", (*_values(attributes), f"<{tag}"))


def _begins_with(html: str, parser: LexborHTMLParser, first: str) -> bool:
    """Tell whether the first script of a page is this one, and one that everything after it waits for."""
    script = parser.css_first("script")
    if script is None or script != parser.css_first("head > script") or script.attributes.get("src") != first:
        return False
    waited_for = script.attributes.keys() <= {"src", "integrity", "crossorigin"}
    return (
        waited_for and "<noscript" not in html[: html.find(first)].lower()
    )  # a browser takes what stands there for text


def _values(attributes: Mapping[str, str | None]) -> tuple[str, ...]:
    return tuple(value for value in attributes.values() if value)


def _leads(address: str, reach: Reach, permit: Permit) -> bool:
    """Tell whether an address leads no farther than it may; browsers ignore what one does not see in it."""
    seen = _IGNORED.sub("", address).replace("\\", "/")
    if reach is not Reach.OWN and any(seen.startswith(origin) for origin in permit.origins):
        return True
    scheme = _SCHEME.match(seen)
    if scheme:
        return reach is Reach.ANYWHERE and scheme["scheme"].lower() in OUTSIDE
    return not seen.startswith("//")


def _script(node: LexborNode, attributes: Mapping[str, str | None], permit: Permit) -> bool:
    text = node.text()
    if attributes.get("type") == _DATA:
        return f'<script type="{_DATA}">{text}</script>' == permit.data
    return attributes.get("type", "module") == "module" and attributes.get("src") in permit.scripts and not text.strip()


def _link(node: LexborNode, attributes: Mapping[str, str | None], permit: Permit) -> bool:
    relation = attributes.get("rel")
    return relation == "canonical" or (relation in LINKS and _leads(attributes.get("href") or "", Reach.OWN, permit))


def _meta(node: LexborNode, attributes: Mapping[str, str | None], permit: Permit) -> bool:
    if "http-equiv" in attributes:
        return attributes["http-equiv"] == "Content-Security-Policy" and attributes.get("content") == permit.policy
    return (attributes.get("name") or attributes.get("property") or "charset") in METAS


def _title(node: LexborNode, attributes: Mapping[str, str | None], permit: Permit) -> bool:
    """Tell whether this is the title of the page; elsewhere it would take what follows for text."""
    return node.parent is not None and node.parent.tag == "head"


def _without_script(node: LexborNode, attributes: Mapping[str, str | None], permit: Permit) -> bool:
    """Tell whether what stands here reads the same with scripts, where a browser takes it all for text."""
    return _PLAIN_SENTENCES.fullmatch(node.html or "") is not None


_SPECIAL = {
    "script": (Guard.SCRIPT, _script),
    "link": (Guard.LINK, _link),
    "meta": (Guard.META, _meta),
    "noscript": (Guard.NOSCRIPT, _without_script),
    "title": (Guard.ELEMENT, _title),
}


def _hidden_in_choices(html: str) -> Iterator[Offence]:
    """Yield what stands in a list of choices beside choices: browsers differ in what they make of it."""
    inside = False
    for found in _CHOICE.finditer(html):
        if found[2]:
            if inside is not bool(found[1]):
                yield Offence(Guard.CHOICE, "das Element „<select>“ in einem anderen", ("<select", "</select"))
            inside = not found[1]
        elif inside:
            start = html[found.start() : found.start() + 30]
            yield Offence(Guard.CHOICE, f"„{start} …“ im Element „<select>“", (start, "<select"))
