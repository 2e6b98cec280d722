"""Every page around its text: complete, valid, nothing of an editor's text runs, and no fact without its source."""

import pytest

from core.catalogues import small_catalogue
from fragment import Element
from knowledge_base.pages import item_pages, listings
from knowledge_base.texts.kinds import Phase, Purpose, Rubric
from knowledge_base.texts.library import pointers
from knowledge_views.samples import (
    TOPICS,
    article,
    every_item,
    full_profile,
    help_item,
    material,
    method,
    outline,
    profile,
    setting,
)
from knowledge_views.valid_html import checked

POINTERS = pointers(small_catalogue())


def method_foot(slug: str = "rundgang") -> str:
    return item_pages.method_foot(
        method(slug),
        setting(),
        profiles=(full_profile(),),
        articles=(article(),),
        materials=(material(),),
        pointers=POINTERS["methoden/rundgang"],
        related=(article(),),
    )


def pages() -> dict[str, str]:
    text, place, guide, page = article(), full_profile(), method(), help_item()
    return {
        "article head": item_pages.article_head(text, setting()),
        "article foot": item_pages.article_foot(
            text, setting(), methods=(guide,), profiles=(place,), related=(guide, place)
        ),
        "profile head": item_pages.profile_head(place, setting()),
        "bare profile head": item_pages.profile_head(profile("klein"), setting()),
        "profile foot": item_pages.profile_foot(place, setting(), articles=(text,), methods=(guide,), related=(text,)),
        "method head": item_pages.method_head(guide, setting()),
        "method foot": method_foot(),
        "help head": item_pages.help_head(page, setting()),
        "help foot": item_pages.help_foot(page, setting(), pointers=(), related=(text,)),
        "material head": item_pages.material_head(material(), setting(), method=guide),
        "question cards": item_pages.question_cards("steuerung", setting()),
        "magazine": listings.magazine_page((text,), setting(), with_feeds=True),
        "rubric": listings.rubric_page(Rubric.ADVICE, (text,), setting()),
        "topic": listings.topic_page(TOPICS[0], every_item(), setting()),
        "titles": listings.titles_page(every_item(), setting()),
        "methods": listings.methods_page((guide,), setting()),
        "profiles": listings.profiles_page((place, profile("klein", "11")), outline(), setting()),
        "help": listings.help_page((page,), setting()),
    }


@pytest.mark.parametrize("name", sorted(pages()))
def test_every_page_is_valid_html_and_shows_what_an_editor_typed_as_text(name: str) -> None:
    page = checked(pages()[name])
    assert page.all("b") == []
    assert page.all("script") == []


@pytest.mark.parametrize("name", sorted(pages()))
def test_no_link_runs_a_script(name: str) -> None:
    links = [link.attributes["href"] for link in checked(pages()[name]).all("a")]
    assert [link for link in links if not link.startswith(("../../", "https://", "#"))] == []


def items_of(page: Element, list_class: str) -> list[str]:
    return [entry.text for entry in page.one("ul", class_=list_class).all("li")]


def facts_of(page: Element) -> dict[str, str]:
    return {row.one("dt").text: row.one("dd").text for row in page.one("dl", class_="kb-facts").all("div")}


def test_an_article_says_rubric_date_reading_time_and_whom_it_helps() -> None:
    head = checked(item_pages.article_head(article(), setting()))
    assert head.one("p", class_="kb-meta").text == "Praxistipp · 22. November 2026 · 3 Minuten Lesezeit"
    assert head.one("div", class_="kb-box").text == "Wem das nützt Für Ratsmitglieder. Sie finden hier drei Sätze."


def test_an_article_leads_to_the_questions_it_helps_with_and_leaves_out_what_there_is_not() -> None:
    foot = checked(item_pages.article_foot(article(), setting(), methods=(), profiles=(), related=()))
    (link,) = foot.one("ul", class_="kb-links").all("a")
    assert link.attributes["href"] == "../../selbstcheck/fragebogen/#frage.beschluss"


def test_a_profile_gives_the_population_with_day_and_source() -> None:
    facts = facts_of(checked(item_pages.profile_head(full_profile(), setting())))
    assert facts["Einwohner"] == "75.938 am 15. Mai 2022. Quelle: Zensus 2022"
    assert facts["Amtlicher Schlüssel"] == "01234567"
    assert facts["Website"] == "musterstadt.example"


def test_the_website_of_a_part_is_shown_and_linked_with_its_path() -> None:
    part = profile("bezirk", website="stadt.example/bezirk")
    link = checked(item_pages.profile_head(part, setting())).one("a")
    assert (link.text, link.attributes["href"]) == ("stadt.example/bezirk", "https://stadt.example/bezirk")


def test_what_a_profile_does_not_know_is_said_or_left_out() -> None:
    facts = facts_of(checked(item_pages.profile_head(profile("klein"), setting())))
    assert facts["Einwohner"] == "Dafür fehlt uns eine Quelle."
    assert "Amtlicher Schlüssel" not in facts
    assert "Website" not in facts


def test_what_a_municipality_did_stands_with_date_and_source() -> None:
    deeds = checked(item_pages.profile_head(full_profile(), setting())).one("ol", class_="kb-deeds").all("li")
    assert [deed.text for deed in deeds] == [
        "Juli 2020 Workshop Quelle: Stadt, 2020",
        "ohne Datum Nennung Quelle: Projektseite",
    ]


def test_published_levels_stand_in_the_order_of_the_questionnaire_in_picture_and_table() -> None:
    head = checked(item_pages.profile_head(full_profile(), setting()))
    rows = [(row.attributes["data-field"], row.attributes["data-level"]) for row in head.all("tr") if row.attributes]
    assert rows == [("steuerung", "auf-dem-weg"), ("begegnung", "aufgestellt")]
    for picture in head.all("svg", class_="figure"):
        assert [row.attributes["data-figure"] for row in picture.all("g")] == ["steuerung", "begegnung"]


def test_a_level_covers_its_band_up_to_the_next_level_and_the_last_one_up_to_the_end() -> None:
    head = checked(item_pages.profile_head(full_profile(), setting()))
    first, last = head.all("svg", class_="figure")[0].all("g")
    assert (first.attributes["data-low"], first.attributes["data-high"]) == ("1/4", "1/2")
    assert (last.attributes["data-low"], last.attributes["data-high"]) == ("3/4", "1")
    assert first.attributes["data-point"] == ""


def test_a_level_that_the_questionnaire_does_not_have_is_not_drawn() -> None:
    odd = profile("klein", levels={"steuerung": "gibt-es-nicht", "gibt-es-nicht": "am-anfang"})
    assert item_pages.published_levels(odd, small_catalogue()) == ()


def test_a_guide_tells_group_and_duration_with_remark_and_source() -> None:
    facts = facts_of(checked(item_pages.method_head(method(), setting())))
    assert facts["Gruppe"] == "10 bis 30 Personen Am besten 15. Quelle: Handbuch"
    assert facts["Dauer"] == "2 bis 3 Stunden"
    assert facts["Form"] == "vor Ort, vor Ort und online zugleich"


def test_a_guide_has_its_steps_with_minutes_and_the_examples_of_known_municipalities_only() -> None:
    foot = checked(method_foot())
    steps = [[row.one("td").text, row.one("th").text] for row in foot.one("tbody").all("tr")]
    assert steps == [["15", "Begrüßen."], ["20–30", "Gehen & reden."]]
    (example,) = items_of(foot, "kb-examples")
    assert "Im Park. Quelle: Zeitung" in example


def test_a_guide_leads_back_to_the_suggestions_that_point_to_it() -> None:
    found = checked(method_foot()).one("ul", class_="kb-pointers").all("a")
    assert [link.attributes["href"].partition("#")[2] for link in found] == [
        f"frage.{question}" for question in ("beschluss", "beschluss", "bekanntheit")
    ]


def test_only_the_guide_to_the_workshop_offers_the_question_cards() -> None:
    assert "fragekarten-" not in method_foot()
    assert method_foot("selbstcheck-workshop").count("fragekarten-") == 2


def test_every_contact_point_says_when_it_was_last_read_and_a_link_without_web_address_is_left_out() -> None:
    foot = checked(item_pages.help_foot(help_item(), setting(), pointers=(), related=()))
    assert [link for link in foot.all("a") if link.attributes["href"].endswith("impressum/#fehler-melden")]
    assert "Zuletzt geprüft am" in foot.text
    contacts = foot.one("ul", class_="kb-contacts").all("li")
    assert [contact.one("time").attributes["datetime"] for contact in contacts] == ["2026-11-20", "2026-11-21"]
    assert all("zuletzt gelesen am" in contact.text for contact in contacts)
    assert [len(contact.all("a")) for contact in contacts] == [1, 0]


def test_there_is_one_card_for_each_question_of_the_field_with_all_its_rungs() -> None:
    cards = checked(item_pages.question_cards("steuerung", setting())).all("section", class_="kb-card")
    assert [card.one("h2").text for card in cards] == [q.text for q in small_catalogue().fields[0].questions]
    assert [len(card.one("ol").all("li")) for card in cards] == [4, 4, 4]
    assert "Regelung" in cards[0].text
    assert "Praxis" in cards[1].text
    assert cards[0].text.endswith("Was läuft gut? Was noch nicht? Was brauchen wir?")


def test_the_magazine_stands_by_what_readers_want_to_do_then_by_rubric_and_names_the_rubrics_that_have_any() -> None:
    texts = (
        article("ohne", "2026-03-31"),
        article("regeln", "2026-02-28", purpose=Purpose.SET_RULES),
        article("alt", "2024-01-31", purpose=Purpose.PREPARE),
        article("neu", "2026-01-31", purpose=Purpose.PREPARE),
    )
    page = checked(listings.magazine_page(texts, setting(), with_feeds=False))
    assert [heading.text for heading in page.all("h2")][:3] == [
        "Den Selbstcheck vorbereiten", "Im eigenen Haus etwas regeln", "Praxistipps",
    ]  # fmt: skip
    links = [
        card.one("a").attributes["href"] for cards in page.all("ul", class_="kb-cards") for card in cards.all("li")
    ]
    assert links == [f"../../magazin/{slug}/" for slug in ("neu", "alt", "regeln", "ohne")]
    assert page.one("nav").text == "Praxistipps 4"
    assert "feed" not in page.text.lower()


def test_the_start_of_a_large_magazine_shows_the_newest_texts_only_and_its_rubrics_show_all() -> None:
    many = [article(f"text-{number}") for number in range(listings.NEWEST + 1)]
    start = checked(listings.magazine_page(many, setting(), with_feeds=False))
    rubric = checked(listings.rubric_page(Rubric.ADVICE, many, setting()))
    assert len(start.one("ul", class_="kb-cards").all("li")) == listings.NEWEST
    assert len(rubric.one("ul", class_="kb-cards").all("li")) == listings.NEWEST + 1


def test_the_list_of_municipalities_says_in_two_words_what_each_is_and_the_map_stands_before_the_filter() -> None:
    statuses = {
        "kreisfreie-stadt": ("Kreisfreie Stadt (Hansestadt)", "Stadt, kreisfrei"),
        "kreisangehoerige-gemeinde": ("Große Kreisstadt, Landkreis Zwickau", "Stadt, kreisangehörig"),
        "landkreis": ("Landkreis", "Landkreis"),
        "stadtbezirk": ("Bezirk von Hamburg (keine eigene Gemeinde)", "Bezirk"),
    }
    places = [
        profile(kind, str(number + 8), type=kind, description=text)
        for number, (kind, (text, _)) in enumerate(statuses.items())
    ]
    village = profile(
        "dorf", "13", type="kreisangehoerige-gemeinde", description="Gemeinde (amtsfrei), Landkreis Vorpommern"
    )
    html = listings.profiles_page([*places, village], outline(), setting())
    rows = {row.attributes["data-row"]: row.all("td")[1].text for row in checked(html).one("tbody").all("tr")}
    assert rows == {**{kind: short for kind, (_, short) in statuses.items()}, "dorf": "Gemeinde, kreisangehörig"}
    assert html.index("kb-map-box") < html.index("kb-filter") < html.index("<table")


def test_a_topic_lists_every_kind_that_is_about_it() -> None:
    page = checked(listings.topic_page(TOPICS[0], every_item(), setting()))
    assert [heading.text for heading in page.all("h2")] == ["Magazin", "Methoden", "Kommunen"]


def test_titles_are_sorted_as_german_lists_are() -> None:
    names = ("Zwickau", "Öffnung", "Oberstadt", "„Angst“ im Rat", "Ägypten")
    page = checked(listings.titles_page([profile(f"ort-{n}", title=name) for n, name in enumerate(names)], setting()))
    links = [entry.one("a").text for entry in page.all("li")]
    assert links == ["Ägypten", "„Angst“ im Rat", "Oberstadt", "Öffnung", "Zwickau"]
    assert [shelf.text for shelf in page.all("summary")] == ["A 2 Titel", "O 2 Titel", "Z 1 Titel"]


def test_help_begins_with_what_is_urgent() -> None:
    items = (
        help_item("vorher", Phase.PREPARE),
        help_item("jetzt", Phase.ACUTE),
        help_item("spaeter", Phase.AFTERWARDS),
    )
    headings = checked(listings.help_page(items, setting())).all("h2")
    assert [heading.text for heading in headings] == ["Im akuten Fall", "Danach", "Vorbereiten"]
