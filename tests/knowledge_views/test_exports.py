"""Feeds, structured data and open data: what machines read, with absolute links or none, and nothing that runs."""

import json
import xml.etree.ElementTree as ET

import pytest

from knowledge_base.exports.feeds import JSON_PATH, MOST, RSS_PATH, Channel, feeds
from knowledge_base.exports.open_data import open_data
from knowledge_base.exports.structured import structured_data
from knowledge_base.texts.kinds import Item, Population
from knowledge_views.samples import HOSTILE, article, full_profile, help_item, method, profile

CHANNEL = Channel("Magazin", "Neue Texte", "https://example.org/wissen/")
OPENING, CLOSING = '<script type="application/ld+json">', "</script>"


def test_without_the_sites_address_there_is_no_feed() -> None:
    assert feeds((article(),), Channel("Magazin", "Neue Texte", "")) == {}


def test_both_feeds_hold_the_newest_texts_with_absolute_links() -> None:
    made = feeds((article("alt", "2025-03-30"), article("neu", "2026-11-22")), CHANNEL)
    expected = ["https://example.org/wissen/magazin/neu/", "https://example.org/wissen/magazin/alt/"]
    channel = ET.fromstring(made[RSS_PATH]).find("channel")  # noqa: S314 - our own text
    assert channel is not None
    assert [item.findtext("link") for item in channel.findall("item")] == expected
    assert [item["url"] for item in json.loads(made[JSON_PATH])["items"]] == expected


def test_an_rss_item_says_title_date_and_rubric() -> None:
    channel = ET.fromstring(feeds((article(),), CHANNEL)[RSS_PATH]).find("channel")  # noqa: S314
    assert channel is not None
    item = channel.find("item")
    assert item is not None
    assert item.findtext("title") == f"Ein Text {HOSTILE}"
    assert item.findtext("pubDate") == "Sun, 22 Nov 2026 00:00:00 +0000"
    assert item.findtext("category") == "Praxistipp"


def test_a_json_feed_says_its_version_and_when_each_text_appeared() -> None:
    feed = json.loads(feeds((article(),), CHANNEL)[JSON_PATH])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["items"][0]["date_published"] == "2026-11-22T00:00:00+00:00"
    assert feed["items"][0]["content_text"]


def test_a_feed_ends_after_the_newest_texts() -> None:
    many = [article(f"text-{number}") for number in range(MOST + 5)]
    assert len(json.loads(feeds(many, CHANNEL)[JSON_PATH])["items"]) == MOST


def data_of(item: Item, address: str = "") -> dict[str, object]:
    element = structured_data(item, "Weltoffene Kommune", address)
    assert element.startswith(OPENING)
    assert element.endswith(CLOSING)
    inside = element.removeprefix(OPENING).removesuffix(CLOSING)
    assert "<" not in inside
    read: dict[str, object] = json.loads(inside)
    return read


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        (article(), "Article"),
        (full_profile(), "City"),
        (profile("kreis", type="landkreis"), "AdministrativeArea"),
        (method(), "HowTo"),
    ],
)
def test_each_kind_has_its_type_of_schema_org_and_nothing_ends_the_element_early(item: Item, kind: str) -> None:
    assert data_of(item)["@type"] == kind


def test_structured_data_names_the_page_only_where_the_sites_address_is_known() -> None:
    assert "url" not in data_of(article())
    assert data_of(article(), "https://example.org/")["url"] == "https://example.org/magazin/ein-text/"


def test_other_kinds_have_no_structured_data() -> None:
    assert structured_data(help_item(), "Weltoffene Kommune") == ""


def test_the_steps_of_a_guide_are_told_in_order() -> None:
    steps = data_of(method())["step"]
    assert isinstance(steps, list)
    assert [(step["position"], step["text"]) for step in steps] == [(1, "Begrüßen."), (2, "Gehen & reden.")]


def test_open_data_names_format_version_and_licence() -> None:
    data = json.loads(open_data((), ()))
    assert (data["format"], data["format_version"]) == ("weltoffene-kommune/knowledge", 1)
    assert data["licence"]["id"] == "CC-BY-4.0"


def test_open_data_is_the_same_whatever_the_order_and_holds_keys_as_text() -> None:
    towns = (full_profile(), profile("altdorf", population=Population(9009, "2022-05-15", "Zensus")))
    assert open_data(towns, (method(),)) == open_data(towns[::-1], (method(),))
    first, second = json.loads(open_data(towns, ()))["municipalities"]
    assert (first["id"], first["key"], first["population"]["number"]) == ("altdorf", None, 9009)
    assert second["key"] == "01234567"


def test_every_attribute_of_profile_and_method_is_in_the_open_data() -> None:
    shared = {"slug", "title", "source_path", "page_path", "body", "body_line"}
    renamed = {"weeks", "cost_note", "facilitation_note"}
    data = json.loads(open_data((full_profile(),), (method(),)))
    for item, entry in ((full_profile(), data["municipalities"][0]), (method(), data["methods"][0])):
        names = {name for kind in type(item).__mro__ for name in getattr(kind, "__slots__", ())}
        assert names - shared - renamed <= set(entry)
