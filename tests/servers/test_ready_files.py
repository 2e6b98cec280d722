"""The ready files for servers that no test can start say of every file of the site what the page's tables say."""

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest

from host import given_files
from servers import rules
from servers.ready_files import HeadersFile, WebConfig, uploaded
from servers.running import READY, adapted

ONLY_BY_THE_STORE = {"Content-Type", "Cache-Control"}


@pytest.fixture(scope="module")
def paths(site: Path) -> list[str]:
    """Return the paths of all files of the site."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


def directives(headers: Mapping[str, str]) -> Mapping[str, object]:
    """Return the headers without the order of what Cache-Control says."""
    return {name: set(v.split(", ")) if name == "Cache-Control" else v for name, v in headers.items()}


def test_every_kind_of_file_that_is_served_or_may_be_added_has_a_type(paths: list[str]) -> None:
    added = {suffix for suffix in given_files.ALLOWED if not suffix.startswith((".md", ".mark", ".mdown", ".mkd"))}
    assert {PurePosixPath(path).suffix for path in paths} | added <= set(rules.types())


def test_a_file_is_kept_for_ever_exactly_where_its_path_names_its_content(paths: list[str]) -> None:
    kept = {path for path in paths if "immutable" in rules.expected(path)["Cache-Control"]}
    named = {path for path in paths if re.search(r"assets/.*[-/.](?=[0-9a-f]*\d)[0-9a-f]{8,16}[/.]", path)}
    assert kept == named != set()


def test_web_config_says_what_the_page_says(paths: list[str]) -> None:
    config = WebConfig()
    assert {path: directives(config.at(path)) for path in paths} == {p: directives(rules.expected(p)) for p in paths}
    assert config.types == rules.types()


def test_web_config_takes_out_every_type_before_it_puts_it_in_because_iis_refuses_to_hear_it_twice() -> None:
    config = WebConfig()
    assert config.removed == set(config.types)


def test_headers_says_what_the_page_says_and_leaves_types_and_the_short_time_to_the_host(paths: list[str]) -> None:
    file = HeadersFile()
    for path in paths:
        left = {name: v for name, v in rules.expected(path).items() if name != "Content-Type" and v != "no-cache"}
        assert file.at(path) == left, path


def test_the_store_gets_every_file_once_with_its_type_and_its_time(
    site: Path, paths: list[str], tmp_path: Path
) -> None:
    stored = uploaded(site, tmp_path)
    said = {path: {k: v for k, v in rules.expected(path).items() if k in ONLY_BY_THE_STORE} for path in paths}
    assert stored == said


def test_the_store_s_file_names_what_has_to_be_set_in_front_of_it() -> None:
    text = (READY / "objektspeicher.txt").read_text(encoding="utf-8")
    named = re.findall(r"^#   (\S+) +(\S+): (.+)$", text, re.MULTILINE)
    rest = [rule for rule in rules.rules() if rule.name not in ONLY_BY_THE_STORE]
    assert named == [(f"{r.where[0]}*" if r.where else "überall", r.name, r.value) for r in rest]


def test_the_shell_reads_the_store_s_file() -> None:
    subprocess.run(["sh", "-n", READY / "objektspeicher.txt"], check=True)


def test_what_is_to_be_adapted_is_replaced_and_nothing_else() -> None:
    text = "a 1;\n# Anpassen: b\nb 2;\nb 3;\n\nc 3;\n    # Anpassen: d\n    d 4;\n    e 5;\n"
    assert adapted(text, {"b": "b x;"}, {"e": "e y;"}) == "a 1;\nb x;\n\nc 3;\n    e y;\n    d 4;\n"
    with pytest.raises(AssertionError):
        adapted(text, {"c": "c x;"}, {})
