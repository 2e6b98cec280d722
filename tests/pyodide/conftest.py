"""The bundle of the transcripts' catalogue, built once and kept in the same cache that the site is built with."""

from pathlib import Path

import pytest

from selfcheck_site.bundling.bundle import Bundle, build_bundle

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def catalogue_text() -> str:
    """Return the small catalogue the transcripts are about."""
    return (ROOT / "tests" / "transcripts" / "catalogue.json").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def bundle(catalogue_text: str) -> Bundle:
    """Return the bundle for the small catalogue."""
    return build_bundle(catalogue_text, ROOT / "build", log=print)


@pytest.fixture(scope="session")
def archive(bundle: Bundle) -> Path:
    """Return the zip that the worker loads."""
    path = bundle.files[bundle.assets["bundle"]]
    assert isinstance(path, Path)
    return path
