"""One walk in Firefox: the result is that of the core, and the worker is held by the page's policy there, too."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from browser.answering import rows_of
from programs import needing, path_of
from selfcheck_core.catalogue import Catalogue
from selfcheck_core.scoring import score
from selfcheck_core.sheet import Answer, CatalogueRef, Municipality, Scope, Sheet, State
from site_server import SiteServer, serving

pytestmark = [pytest.mark.browser, *needing("Firefox")]

NODE = Path(sys.executable).parent / "node"
SMOKE = Path(__file__).with_name("firefox_smoke.mjs")
MAP = Path(__file__).with_name("firefox_map.mjs")


@dataclass(frozen=True)
class Walk:
    """What the walk saw, and the two hosts it went past."""

    saw: dict[str, Any]
    host: SiteServer
    elsewhere: SiteServer


@pytest.fixture(scope="module")
def walk(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    """Walk once; the tests of this module look at what was seen."""
    copy = tmp_path_factory.mktemp("firefox") / "site"
    shutil.copytree(site, copy)
    with serving(copy) as host, serving(tmp_path_factory.mktemp("elsewhere"), "") as elsewhere:
        (worker,) = copy.glob("assets/selbstcheck/*/runtime/worker.js")
        said = (
            f'fetch("{elsewhere.url}" + (location.protocol === "blob:" ? "imported" : "direct"), {{mode: "no-cors"}})'
        )
        worker.with_name("probe.js").write_text(
            f'{said}.then(() => postMessage("reached"), () => postMessage("blocked"));', encoding="utf-8"
        )
        command = [NODE, SMOKE, path_of("Firefox"), f"{host.url}selbstcheck/fragebogen/", elsewhere.url]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=180)
        assert done.returncode == 0, done.stderr
        yield Walk(json.loads(done.stdout), host, elsewhere)


def answered(catalogue: Catalogue) -> Sheet:
    """Return the sheet with the answers that the walk gives."""
    answers = {q.id: Answer(State.ANSWERED, rung=index % 4) for index, q in enumerate(catalogue.questions())}
    nobody = Municipality("", "")
    return Sheet(CatalogueRef.of(catalogue), Scope("short", None), "", "", "", "", nobody, answers)


def test_the_result_is_that_of_the_core(walk: Walk, catalogue: Catalogue, kurzform: Catalogue) -> None:
    assert walk.saw["rows"] == rows_of(score(catalogue, answered(kurzform)))


def test_nothing_breaks_the_policy_and_nothing_fails(walk: Walk) -> None:
    assert walk.saw["violations"] == []
    assert walk.saw["errors"] == []
    assert {request.status for request in walk.host.requests} <= {200, 304}


def test_nobody_else_is_asked(walk: Walk) -> None:
    assert walk.saw["requests"]
    made_by_the_browser = ("blob:", "data:")
    asked = [url for url in walk.saw["requests"] if not url.startswith(made_by_the_browser)]
    assert [url for url in asked if not url.startswith(walk.host.url)] == []


def test_only_a_worker_without_the_page_s_policy_reaches_another_host(walk: Walk) -> None:
    assert walk.saw["probe"] == {"page": "blocked", "inline": "blocked", "imported": "blocked", "direct": "reached"}
    assert {request.path for request in walk.elsewhere.requests} == {"/direct"}


def test_each_link_of_the_map_is_in_sight_when_it_has_the_focus(server: SiteServer) -> None:
    command = [NODE, MAP, path_of("Firefox"), f"{server.url}kommunen/"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=180)
    assert done.returncode == 0, done.stderr
    stops = json.loads(done.stdout)
    assert len({stop["name"] for stop in stops}) > 25
    assert [stop for stop in stops if not 0 <= stop["top"] <= stop["bottom"] <= stop["height"]] == []
