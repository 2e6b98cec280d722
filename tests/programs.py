"""Programs of the system that some tests need: where one is missing, they are skipped, which CI takes for a failure."""

import pytest

from bootstrap import find_apache, find_firefox, find_nginx

PATHS = {"Firefox": find_firefox(), "nginx": find_nginx(), "Apache": find_apache()}


def needing(name: str) -> list[pytest.MarkDecorator]:
    """Return the mark that skips a test before anything is set up for it, or none where the program is there."""
    remedy = f"„make setup-tests“ installiert ihn, oder {name.upper()} nennt seinen Pfad."
    return [] if PATHS[name] else [pytest.mark.skip(f"Kein {name} gefunden; {remedy}")]


def path_of(name: str) -> str:
    """Return where a program lies that is there."""
    path = PATHS[name]
    assert path, name
    return path
