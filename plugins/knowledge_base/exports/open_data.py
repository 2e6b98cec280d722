"""The open data of the platform: profiles and methods in one JSON file, with licence, format and version.

Keys are English like those of the questionnaire's file formats; texts and slugs are German. Numbers of inhabitants
carry their own source, because they are not ours.
"""

import json
from collections.abc import Iterable, Mapping

from knowledge_base.pages import vocabulary
from knowledge_base.texts.kinds import Method, Profile, Range, Reference

PATH = "daten/wissen.json"
FORMAT = "weltoffene-kommune/knowledge"
FORMAT_VERSION = 1


def open_data(profiles: Iterable[Profile], methods: Iterable[Method]) -> bytes:
    """Return the file in UTF-8; both lists are sorted by slug, so equal items give equal bytes."""
    data = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "licence": {"id": "CC-BY-4.0", "url": vocabulary.LICENCE},
        "attribution": "Weltoffene Kommune",
        "municipalities": [_profile(profile) for profile in sorted(profiles, key=lambda profile: profile.slug)],
        "methods": [_method(method) for method in sorted(methods, key=lambda method: method.slug)],
    }
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def _profile(profile: Profile) -> Mapping[str, object]:
    population = profile.population
    return {
        "id": profile.slug,
        "name": profile.title,
        "page": profile.page_path,
        "summary": profile.summary,
        "type": profile.type,
        "description": profile.description,
        "state": profile.state,
        "key": profile.key or None,
        "population": population
        and {"number": population.number, "date": population.date, "source": population.source},
        "position": {"latitude": profile.position.latitude, "longitude": profile.position.longitude},
        "on_map": profile.on_map,
        "website": vocabulary.web_address(profile.website) or None,
        "members": list(profile.members),
        "deeds": [{"what": deed.what, "date": deed.date or None, "source": deed.source} for deed in profile.deeds],
        "levels": dict(profile.levels),
        "levels_source": profile.levels_source or None,
        "fields": list(profile.fields),
        "topics": list(profile.topics),
        "methods": list(profile.methods),
    }


def _method(method: Method) -> Mapping[str, object]:
    return {
        "id": method.slug,
        "name": method.title,
        "page": method.page_path,
        "summary": method.summary,
        "aims": list(method.aims),
        "potentials": list(method.potentials),
        "conflict": method.conflict.value,
        "people": _range(method.people),
        "minutes": _range(method.minutes),
        "preparation_weeks": _range(method.weeks),
        "cost": {"level": method.cost, "note": method.cost_note},
        "facilitation": {"by": method.facilitation, "note": method.facilitation_note},
        "formats": list(method.formats),
        "material": list(method.material),
        "steps": [{"minutes": step.minutes, "text": step.text} for step in method.steps],
        "suited_for": list(method.suited_for),
        "not_suited_for": list(method.not_suited_for),
        "stumbling_blocks": list(method.stumbling_blocks),
        "language": method.language,
        "childcare": method.childcare,
        "accessibility": method.accessibility,
        "safety": method.safety,
        "outcome": method.outcome,
        "variants": [{"title": variant.title, "text": variant.text} for variant in method.variants],
        "examples": [
            {"municipality": each.municipality, "text": each.text, "source": each.source} for each in method.examples
        ],
        "references": [_reference(each) for each in method.references],
        "fields": list(method.fields),
        "topics": list(method.topics),
        "checked": method.checked,
    }


def _range(span: Range) -> Mapping[str, object]:
    return {"low": span.low, "high": span.high, "note": span.note, "source": span.source}


def _reference(reference: Reference) -> Mapping[str, object]:
    return {"title": reference.title, "publisher": reference.publisher, "link": reference.link or None}
