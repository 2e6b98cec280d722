"""The rules for links and images: what is ours exists, what is not opens encrypted and shows no picture."""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from urllib.parse import unquote

from editorial.findings import Finding, did_you_mean, excerpt
from editorial.notations import insecure_link
from editorial.rules import ReadingRule
from knowledge_base.texts.file_names import is_picture
from knowledge_base.texts.folders import PICTURE_FOLDER
from knowledge_base.texts.kinds import Help, Method, Profile
from knowledge_base.texts.manuscript import Collection, Manuscript
from knowledge_base.texts.markdown_body import Body, Link
from knowledge_base.texts.rules import TextRule

_SCHEME = re.compile(r"(?P<scheme>[a-zA-Z][a-zA-Z0-9+.-]*):")
_UNSEEN = re.compile(r"[\x00-\x20\x7f]")
_WEBSITE = re.compile(r"(www\.|[\w-]+(\.[\w-]+)*\.(de|org|com|net|eu|info|at|ch)(/|$))", re.IGNORECASE)
_ALLOWED = {"https", "mailto", "tel"}
_MOST_PROPOSALS = 50
# Their pages have sections that come from the front matter, and with them anchors that no heading of the body gives.
_WITH_OTHER_SECTIONS = (Method, Help, Profile)


def check_links(collection: Collection) -> Iterator[Finding]:
    """Yield what is wrong with the links and images of all bodies."""
    ours = {f"{manuscript.address.page_path}.md": manuscript for manuscript in collection.manuscripts}
    pages = collection.surroundings.pages | frozenset(ours)
    for own, manuscript in ours.items():
        yield from links_of_page(manuscript.body, own, pages, ours)


def links_of_page(
    body: Body, own: str, pages: frozenset[str], ours: Mapping[str, Manuscript] | None = None
) -> Iterator[Finding]:
    """Yield what is wrong with the links and images of one page.

    Args:
        body: what stands on the page.
        own: the page, named as `Surroundings.pages` are.
        pages: all pages and pictures that there are.
        ours: the texts among them, whose sections are known.
    """
    near = _Proposals(pages)
    for link in body.links:
        yield from _problems_of(link, own, ours or {}, near)


class _Proposals:
    """The pages there are, and for a name that is none the nearest; only the first few mistakes get a proposal."""

    def __init__(self, pages: frozenset[str]) -> None:
        self.pages = pages
        self._found: dict[str, str | None] = {}

    def near(self, page: str) -> str | None:
        if page not in self._found and len(self._found) < _MOST_PROPOSALS:
            self._found[page] = did_you_mean(page, self.pages)
        return self._found.get(page)

    @cached_property
    def pictures(self) -> "_Proposals":
        return _Proposals(frozenset(filter(is_picture, self.pages)))

    @cached_property
    def by_name(self) -> Mapping[str, str]:
        """Name of a file without its folders → the first of this name."""
        return {posixpath.basename(page): page for page in sorted(self.pages, reverse=True)}


def _problems_of(link: Link, own: str, ours: Mapping[str, Manuscript], near: _Proposals) -> Iterator[Finding]:
    # Browsers ignore white space and control characters inside a scheme, and read a backslash as a slash.
    seen = _UNSEEN.sub("", link.target).replace("\\", "/")
    outside = _SCHEME.match(seen)
    if link.is_image and not link.text:
        message = "Dieses Bild hat keinen Alternativtext. Wer es nicht sieht, erfährt nicht, was es zeigt."
        remedy = "Schreiben Sie zwischen die eckigen Klammern, was zu sehen ist: ![Runde am Tisch](bild.jpg)."
        yield Finding(TextRule.IMAGE_WITHOUT_ALT, link.place, message, remedy)
    if link.is_image and (outside or seen.startswith("//")):
        message = f"Das Bild {excerpt(link.target)} käme von einem fremden Server, der dabei mitläse."
        yield Finding(
            TextRule.FOREIGN_IMAGE, link.place, message, "Legen Sie das Bild, wenn es frei ist, in dieses Projekt."
        )
    elif outside or seen.startswith("//"):
        yield from _problems_outside(link, outside["scheme"].lower() if outside else "")
    elif link.target or not link.is_image:
        yield from _problems_inside(link, own, ours, near)


def _problems_outside(link: Link, scheme: str) -> Iterator[Finding]:
    if scheme == "http":
        yield insecure_link(link.place, link.target)
    elif scheme not in _ALLOWED:
        message = f"Der Link {excerpt(link.target)} führt weder zu einer Seite noch zu einer Adresse."
        remedy = "Möglich sind Adressen mit „https://“, „mailto:“ oder „tel:“ und Pfade zu eigenen Seiten."
        yield Finding(ReadingRule.INSECURE_LINK, link.place, message, remedy)


def _problems_inside(link: Link, own: str, ours: Mapping[str, Manuscript], near: _Proposals) -> Iterator[Finding]:
    path, _, anchor = unquote(link.target).partition("#")
    folder = posixpath.dirname(own)
    page = posixpath.normpath(posixpath.join(folder, path)) if path else own
    if path.startswith("/") or page not in near.pages or not (path or anchor):
        if link.is_image and link.target:
            yield _missing_picture(link, page, folder, near.pictures)
            return
        yield Finding(TextRule.DEAD_LINK, link.place, _dead(link), _meant(path, folder, near.near, page))
    elif anchor and page in ours:
        yield from _problems_of_anchor(link, anchor, ours[page])


def _meant(path: str, folder: str, near: Callable[[str], str | None], page: str) -> str:
    """Return what helps where a link leads to no page."""
    if _WEBSITE.match(path):
        return f"Führt der Link zu einer anderen Website, schreiben Sie „https://{path}“."
    proposed = near(page.lstrip("/")) if path else None
    return f"Meinten Sie „{_from(folder, proposed)}“?" if proposed else _HOW_TO_LINK


def _missing_picture(link: Link, page: str, folder: str, pictures: _Proposals) -> Finding:
    name = posixpath.basename(page)
    near = pictures.by_name.get(name) or pictures.near(page.lstrip("/"))
    to_place = f"Legen Sie es in den Ordner {PICTURE_FOLDER} und schreiben Sie „{_from(folder, f'bilder/{name}')}“."
    remedy = f"Meinten Sie „{_from(folder, near)}“?" if near else to_place
    return Finding(TextRule.IMAGE_MISSING, link.place, f"Das Bild {excerpt(link.target)} gibt es nicht.", remedy)


def _from(folder: str, path: str) -> str:
    return posixpath.relpath(path, folder)


def _dead(link: Link) -> str:
    if not link.target:
        return f"Der Link {excerpt(link.text)} hat kein Ziel."
    return f"Der Link {excerpt(link.target)} führt zu keiner Seite dieser Plattform."


def _problems_of_anchor(link: Link, anchor: str, target: Manuscript) -> Iterator[Finding]:
    anchors = [heading.anchor for heading in target.body.headings]
    if anchor not in anchors and not issubclass(target.address.kind, _WITH_OTHER_SECTIONS):
        near = did_you_mean(anchor, anchors)
        listed = f"Möglich sind: {', '.join(anchors)}." if anchors else "Verweisen Sie auf die ganze Seite."
        message = f"Die Seite „{target.address.page_path}“ hat keinen Abschnitt mit der Sprungmarke „#{anchor}“."
        yield Finding(TextRule.DEAD_LINK, link.place, message, f"Meinten Sie „#{near}“?" if near else listed)


_HOW_TO_LINK = (
    "Schreiben Sie den Weg von dieser Seite zur anderen mit der Endung „.md“, zum Beispiel "
    "„../methoden/world-cafe.md“. Artikel liegen auf der Website im Ordner magazin."
)
