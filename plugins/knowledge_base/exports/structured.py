"""Structured data for search engines: schema.org as JSON-LD in an inert script element.

Only what stands on the page is said, and addresses only where the site's own is known.
"""

import json
from collections.abc import Mapping

from knowledge_base.pages import vocabulary
from knowledge_base.texts.kinds import Article, Item, Method, Profile

_CONTEXT = "https://schema.org"
_TYPES = {"landkreis": "AdministrativeArea", "stadtbezirk": "AdministrativeArea"}


def structured_data(item: Item, site_name: str, site_address: str = "", changed: str = "") -> str:
    """Return a script element with Article, City or AdministrativeArea, or HowTo; nothing for other kinds of items.

    `site_address` is absolute; where it is empty, the page's own address is left out. `changed` is the day of an
    article's last change, or empty.
    """
    data: Mapping[str, object]
    match item:
        case Article():
            data = {**_article(item, site_name), **({"dateModified": changed} if changed else {})}
        case Profile():
            data = _place(item)
        case Method():
            data = _how_to(item)
        case _:
            return ""
    address = {"url": f"{site_address.rstrip('/')}/{item.page_path}/"} if site_address else {}
    return f'<script type="application/ld+json">{_inert({**data, **address})}</script>'


def _inert(data: Mapping[str, object]) -> str:
    """Return JSON without any letter that could end the element or begin another."""
    text = json.dumps({"@context": _CONTEXT, **data}, ensure_ascii=False)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _article(article: Article, site_name: str) -> Mapping[str, object]:
    return {
        "@type": "Article",
        "headline": article.title,
        "description": article.summary,
        "datePublished": article.date,
        "articleSection": vocabulary.RUBRICS[article.rubric],
        "inLanguage": "de",
        "license": vocabulary.LICENCE,
        "isPartOf": {"@type": "WebSite", "name": site_name},
    }


def _place(profile: Profile) -> Mapping[str, object]:
    data: dict[str, object] = {
        "@type": _TYPES.get(profile.type, "City"),
        "name": profile.title,
        "description": profile.summary,
        "geo": {
            "@type": "GeoCoordinates",
            "latitude": profile.position.latitude,
            "longitude": profile.position.longitude,
        },
        "containedInPlace": {"@type": "State", "name": profile.state},
    }
    if profile.key:
        data["identifier"] = {
            "@type": "PropertyValue",
            "propertyID": "Amtlicher Schlüssel (AGS)",
            "value": profile.key,
        }
    if address := vocabulary.web_address(profile.website):
        data["sameAs"] = address
    return data


def _how_to(method: Method) -> Mapping[str, object]:
    return {
        "@type": "HowTo",
        "name": method.title,
        "description": method.summary,
        "inLanguage": "de",
        "license": vocabulary.LICENCE,
        "supply": [{"@type": "HowToSupply", "name": each} for each in method.material],
        "step": [
            {"@type": "HowToStep", "position": position, "text": step.text}
            for position, step in enumerate(method.steps, start=1)
        ],
    }
