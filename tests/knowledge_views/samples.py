"""A few items of every kind, with names that would break a careless template."""

import json
from pathlib import Path

from core.catalogues import small_catalogue
from knowledge_base.atlas.projection import Geojson
from knowledge_base.pages.setting import Setting
from knowledge_base.texts.kinds import (
    Aim,
    Article,
    ContactPoint,
    Coordinates,
    Deed,
    Help,
    Item,
    Material,
    Method,
    MethodExample,
    MethodStep,
    Phase,
    Population,
    Profile,
    Range,
    Reference,
    Rubric,
    Suitability,
    Topic,
    Variant,
)

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = '<b>&"Fest" </script>'
TOPICS = (Topic("dialog", "Dialog", "Wie Menschen ins Gespräch kommen."), Topic("politik", "Rat & Politik", "Der Rat."))


def outline() -> Geojson:
    path = ROOT / "plugins" / "knowledge_base" / "atlas" / "bundeslaender.geojson"
    read: Geojson = json.loads(path.read_text(encoding="utf-8"))
    return read


def setting() -> Setting:
    return Setting(small_catalogue(), TOPICS, lambda path: f"../../{path}")


def article(
    slug: str = "ein-text", date: str = "2026-11-22", rubric: Rubric = Rubric.ADVICE, **more: object
) -> Article:
    values: dict[str, object] = {
        "title": f"Ein Text {HOSTILE}",
        "summary": "Worum es geht.",
        "benefit": "Für Ratsmitglieder. Sie finden hier drei Sätze.",
        "body": "Wort " * 500,
        "fields": ("steuerung",),
        "topics": ("dialog",),
        "questions": ("beschluss", "gibt-es-nicht"),
        **more,
    }
    return Article(**base(slug, "magazin"), rubric=rubric, date=date, **values)  # type: ignore[arg-type]


def profile(slug: str, longitude: str = "10", latitude: str = "51", **more: object) -> Profile:
    values: dict[str, object] = {
        "title": slug.capitalize(),
        "summary": "Was dort geschah.",
        "body": "",
        "type": "kreisfreie-stadt",
        "description": "Kreisfreie Stadt",
        "state": "Thüringen",
        "position": Coordinates(latitude, longitude),
        **more,
    }
    return Profile(**base(slug, "kommunen"), **values)  # type: ignore[arg-type]


def full_profile() -> Profile:
    return profile(
        "musterstadt",
        title=f"Musterstadt {HOSTILE}",
        key="01234567",
        population=Population(75938, "2022-05-15", "Zensus 2022"),
        website="musterstadt.example",
        members=("Nord", "Süd"),
        deeds=(Deed("Workshop", "2020-07", "Stadt, 2020"), Deed("Nennung", "", "Projektseite")),
        levels={"begegnung": "aufgestellt", "steuerung": "auf-dem-weg"},
        levels_source="Stadt, 2020",
        topics=("dialog", "politik"),
        methods=("rundgang",),
    )


def method(slug: str = "rundgang", **more: object) -> Method:
    values: dict[str, object] = {
        "title": f"Rundgang {HOSTILE}",
        "summary": "Zusammen durch den Ort.",
        "body": "Worum es geht.",
        "aims": (Aim.INFORM, Aim.CONSULT),
        "potentials": ("kennenlernen",),
        "conflict": Suitability.PARTLY,
        "people": Range(10, 30, "Am besten 15.", "Handbuch"),
        "minutes": Range(120, 180),
        "weeks": Range(3, 6),
        "cost": "gering",
        "cost_note": "Getränke.",
        "facilitation": "intern",
        "facilitation_note": "",
        "formats": ("praesenz", "hybrid"),
        "material": ("Karten",),
        "steps": (MethodStep("15", "Begrüßen."), MethodStep("20–30", "Gehen & reden.")),
        "suited_for": ("Neugierige",),
        "not_suited_for": ("Eilige",),
        "stumbling_blocks": ("Regen",),
        "language": "Einfach.",
        "childcare": "Im Wagen.",
        "accessibility": "Ohne Stufen.",
        "safety": "Zu zweit.",
        "outcome": "Ein Blatt.",
        "variants": (Variant("Online", "Mit Bildern."),),
        "examples": (MethodExample("musterstadt", "Im Park.", "Zeitung"), MethodExample("unbekannt", "Nirgends.", "–")),
        "references": (Reference("Buch", "Verlag", "https://example.org/buch"), Reference("Heft", "Amt")),
        "checked": "2026-11-22",
        "fields": ("begegnung",),
        "topics": ("dialog",),
        **more,
    }
    return Method(**base(slug, "methoden"), **values)  # type: ignore[arg-type]


def help_item(slug: str = "wer-hilft", phase: Phase = Phase.CONTACTS, **more: object) -> Help:
    values: dict[str, object] = {
        "title": "Stellen",
        "summary": "Wer hilft.",
        "body": "",
        "phase": phase,
        "audience": "Alle",
        "contacts": (
            ContactPoint("Stelle A", "Beratung", "Alle", "https://stelle.example/a", "2026-11-20"),
            ContactPoint("Stelle B", "Beratung", "Alle", "javascript:alert(1)", "2026-11-21"),
        ),
        "references": (Reference("Seite", "Amt", "javascript:alert(1)"),),
        "checked": "2026-11-22",
        **more,
    }
    return Help(**base(slug, "rueckhalt"), **values)  # type: ignore[arg-type]


def material(slug: str = "plan") -> Material:
    more: dict[str, object] = {"title": "Plan", "summary": "Zum Ausdrucken.", "body": "", "method": "rundgang"}
    return Material(**base(slug, "methoden/material"), **more)  # type: ignore[arg-type]


def every_item() -> tuple[Item, ...]:
    return (article(), method(), full_profile(), help_item(), material())


def base(slug: str, folder: str) -> dict[str, object]:
    return {"slug": slug, "source_path": f"{folder}/{slug}.md", "page_path": f"{folder}/{slug}", "body_line": 9}
