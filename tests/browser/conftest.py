"""A browser, a host, and people who use both."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from selfcheck_core.catalogue import Catalogue, Field, Theme
from selfcheck_site.compile import compile_questionnaire
from selfcheck_site.folder import read_folder
from site_server import Fault, SiteServer, serving

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Return the questionnaire that the site was built from."""
    compiled = compile_questionnaire(read_folder(ROOT / "questionnaire")).catalogue
    assert compiled
    return compiled


@pytest.fixture(scope="session")
def kurzform(catalogue: Catalogue) -> Catalogue:
    """Return the catalogue with those questions alone that a person is asked unless they want the Langform."""
    return replace(catalogue, fields=tuple(replace(field, themes=_short(field)) for field in catalogue.fields))


def _short(field: Field) -> tuple[Theme, ...]:
    themes = (replace(theme, questions=tuple(q for q in theme.questions if q.short_form)) for theme in field.themes)
    return tuple(theme for theme in themes if theme.questions)


@pytest.fixture(scope="module")
def slow_host(site: Path) -> Iterator[SiteServer]:
    """Return a host from which the runtime never arrives: answering and saving need none."""
    with serving(site, faults={r"\.wasm": Fault.STALLED}) as running:
        yield running
