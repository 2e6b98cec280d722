"""Feeds of the magazine: RSS 2.0 and JSON Feed 1.1, made from the same articles.

A feed is read away from the site, so its links have to be absolute. Without the site's address there is no feed at all.
Dates come from the texts, never from the clock: equal articles give equal bytes.
"""

import json
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import format_datetime

from knowledge_base.pages import vocabulary
from knowledge_base.pages.listings import newest_first
from knowledge_base.texts.kinds import Article

RSS_PATH = "magazin/feed.xml"
JSON_PATH = "magazin/feed.json"
MEDIA_TYPES: Mapping[str, str] = {RSS_PATH: "application/rss+xml", JSON_PATH: "application/feed+json"}
MOST = 50
_ATOM = "http://www.w3.org/2005/Atom"
ET.register_namespace("atom", _ATOM)


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed says about itself; `address` is the site's, absolute, or empty."""

    title: str
    description: str
    address: str

    def absolute(self, path: str) -> str:
        """Return the absolute address of a path of the site."""
        return f"{self.address.rstrip('/')}/{path}"


def feeds(articles: Sequence[Article], channel: Channel) -> Mapping[str, bytes]:
    """Return path of the site → content of both feeds with the newest articles; nothing where no address is known."""
    if not channel.address:
        return {}
    newest = newest_first(articles)[:MOST]
    return {RSS_PATH: rss(newest, channel), JSON_PATH: json_feed(newest, channel)}


def rss(articles: Sequence[Article], channel: Channel) -> bytes:
    """Return the articles, in the order given, as RSS 2.0 in UTF-8."""
    root = ET.Element("rss", version="2.0")
    top = ET.SubElement(root, "channel")
    _texts(top, title=channel.title, link=channel.absolute("magazin/"), description=channel.description, language="de")
    ET.SubElement(top, f"{{{_ATOM}}}link", href=channel.absolute(RSS_PATH), rel="self", type="application/rss+xml")
    for article in articles:
        item = ET.SubElement(top, "item")
        address = channel.absolute(f"{article.page_path}/")
        _texts(item, title=article.title, link=address, guid=address, description=article.summary)
        _texts(item, pubDate=format_datetime(_midnight(article.date)), category=vocabulary.RUBRICS[article.rubric])
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def json_feed(articles: Sequence[Article], channel: Channel) -> bytes:
    """Return the articles, in the order given, as JSON Feed 1.1 in UTF-8."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": channel.absolute("magazin/"),
        "feed_url": channel.absolute(JSON_PATH),
        "description": channel.description,
        "language": "de",
        "items": [_json_item(article, channel) for article in articles],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode()


def _json_item(article: Article, channel: Channel) -> Mapping[str, object]:
    address = channel.absolute(f"{article.page_path}/")
    return {
        "id": address,
        "url": address,
        "title": article.title,
        "summary": article.summary,
        "content_text": f"{article.summary}\n\n{article.benefit}",
        "date_published": _midnight(article.date).isoformat(),
        "tags": [vocabulary.RUBRICS[article.rubric], *article.topics],
    }


def _texts(parent: ET.Element, **texts: str) -> None:
    for name, text in texts.items():
        ET.SubElement(parent, name).text = text


def _midnight(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(), UTC)
