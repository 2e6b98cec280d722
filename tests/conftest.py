"""What every test may ask for."""

from pathlib import Path

import pytest

from building import Built, build


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the site, built once for all tests."""
    done = build(tmp_path_factory.mktemp("website"))
    assert done.code == 0, done.said
    return done


@pytest.fixture(scope="session")
def site(built: Built) -> Path:
    """Return the folder of the built site."""
    return built.site
