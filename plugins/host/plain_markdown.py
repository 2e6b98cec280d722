"""Markdown in which HTML is text: what an editor writes cannot become an element, whatever the checks overlook.

Python-Markdown passes HTML through and lets attribute lists set any attribute. Here neither exists: `<b>` is shown as
it was typed, and comments vanish, but for the marks by which a page asks for its blocks.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from host.described_tables import describe_tables
from host.marks import is_mark
from knowledge_base.texts.markdown_body import BUTTON
from knowledge_base.texts.number_marks import NUMBER_MARK
from knowledge_base.texts.prose import comments_of

MARKDOWN_EXTENSIONS = ("admonition", "def_list", "fenced_code", "footnotes", "tables", "toc")
"""What of Markdown the texts may use; mkdocs.yml says how, a test compares both."""

EXTENSION = "host.plain_markdown"
"""The name of this one for Python-Markdown."""

_AFTER_FENCES, _AFTER_CODE, _AFTER_INLINE, _LAST = 22, 90, 15, 0
_ALIGNED = re.compile(r"text-align: (?P<where>left|center|right);")
_CODE_BLOCK = re.compile("<pre><code(?=[ >])")
_BUTTON = re.compile(BUTTON.pattern.removeprefix(r"(?<=\))"))


class PlainMarkdown(Extension):
    """Takes raw HTML out of Markdown, and puts in comments of one's own and links that look like buttons."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Change the converter."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.preprocessors.register(_Comments(md), "comments", _AFTER_FENCES)
        md.inlinePatterns.register(_Numbers(NUMBER_MARK, md), "numbers", _AFTER_CODE)
        md.treeprocessors.register(_Classes(md), "classes", _AFTER_INLINE)
        md.treeprocessors.register(_Tables(md), "described_tables", _AFTER_INLINE)
        md.postprocessors.register(_Code(md), "reachable_code", _LAST)


def makeExtension(**_: object) -> PlainMarkdown:  # noqa: N802 - Python-Markdown's name
    """Return the extension, for whoever names it by its module."""
    return PlainMarkdown()


def converted(text: str) -> str:
    """Return the HTML that the site makes of a body, with links as they are written."""
    return Markdown(extensions=[*MARKDOWN_EXTENSIONS, EXTENSION]).convert(text)


class _Comments(Preprocessor):
    """Leaves out comments that have lines of their own, and keeps marks as they are."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        parts: list[str] = []
        done = 0
        for start, end in comments_of(text):
            comment = text[start:end]
            kept = self.md.htmlStash.store(comment) if is_mark(comment) else ""
            parts += [text[done:start], f"\n\n{kept}\n\n"]
            done = end
        return "".join([*parts, text[done:]]).split("\n")


class _Numbers(InlineProcessor):
    """Keeps marks for numbers in the middle of a sentence as they are."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name and its newer signature
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        return self.md.htmlStash.store(m.group()), m.start(), m.end()


class _Classes(Treeprocessor):
    """Gives a link the classes of a button that stand behind it, and says with a class how a cell is aligned."""

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            found = _BUTTON.match(link.tail or "")
            if found and link.tail:
                link.set("class", found["classes"].replace(".", ""))
                link.tail = link.tail[found.end() :]
        for element in root.iter():
            aligned = _ALIGNED.fullmatch(element.attrib.pop("style", ""))
            if aligned:
                element.set("class", f"wk-{aligned['where']}")


class _Tables(Treeprocessor):
    """Gives every table a caption, and headers for its columns and rows."""

    def run(self, root: Element) -> None:
        describe_tables(root)


class _Code(Postprocessor):
    """Lets the keyboard reach a block of code, which may be wider than the page; no other HTML begins so."""

    def run(self, text: str) -> str:
        return _CODE_BLOCK.sub(r'<pre><code tabindex="0"', text)
