"""What can be read on a page, taken from the HTML that our own build made of it."""

import re
from dataclasses import dataclass
from html import unescape

_LEFT_OUT = re.compile(
    r'<(script|style|svg|nav|template|form|button|select)\b.*?</\1>|<a class="headerlink".*?</a>|<!--.*?-->'
    r'|<sup id="fnref.*?</sup>|<a class="footnote-backref".*?</a>|<caption class="(?:wk|kb)-spoken">.*?</caption>',
    re.DOTALL,
)
# Lists of links to other texts: their words belong to the pages they lead to.
_WAYS = re.compile(r'<(ul|dl|section) class="kb-(?:links|tags|further|pointers)\b.*?</\1>', re.DOTALL)
_MARK_BESIDE = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_SECTION = re.compile(r'<h2\b[^>]*?\bid="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
_HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)
_BLOCK_END = re.compile(r"</(?:p|li|dt|dd|td|th|tr|div|h[1-6]|legend|figcaption|caption|summary|label)>|<br\s*/?>")
_TAG = re.compile(r"<[^>]*>")
_SENTENCE_ENDS = (".", "!", "?", ":", ";", "…", "“")


@dataclass(frozen=True, slots=True)
class PageText:
    """The headings below the title, and everything else in reading order, on one line."""

    headings: tuple[str, ...]
    text: str


def page_text(html: str) -> PageText:
    """Return the text of a page's content, without scripts, navigation, forms, ways on and the marks beside headings.

    Meant for HTML that a build wrote; it neither validates nor repairs.
    """
    kept = _WAYS.sub(" ", _LEFT_OUT.sub(" ", html))
    headings = tuple(_plain(text) for level, text in _HEADING.findall(kept) if level != "1")
    blocks = (_plain(block) for block in _BLOCK_END.split(_HEADING.sub(" ", kept)))
    return PageText(headings, " ".join(_as_sentence(block) for block in blocks if block))


def sections(html: str) -> tuple[tuple[str, str], ...]:
    """Return id and title of every section of a page, in reading order, whoever wrote its heading."""
    return tuple((unescape(name), _plain(_MARK_BESIDE.sub("", title))) for name, title in _SECTION.findall(html))


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())


def _as_sentence(block: str) -> str:
    """End a cell or list item like a sentence, so that an excerpt does not run two together."""
    return block if block.endswith(_SENTENCE_ENDS) else f"{block} ·"
