"""The policy that a page carries, from the page's own text."""

import base64
import hashlib

import pytest

from host.policy import PolicyError, policy, with_policy

PAGE = '<!doctype html><meta charset="utf-8"><title>x</title>{}'


@pytest.mark.parametrize("opening", ["<script>", "<script type=module>", "<SCRIPT id=a>"])
def test_a_script_in_the_page_is_allowed_by_its_hash_and_nothing_else_is(opening: str) -> None:
    said = policy(PAGE.format(f"{opening}let a = 1;</script>"), runs_selfcheck=False)
    source = base64.b64encode(hashlib.sha256(b"let a = 1;").digest()).decode()
    assert f"script-src 'self' 'sha256-{source}'" in said
    assert "unsafe" not in said


@pytest.mark.parametrize(
    "harmless", ["", '<script src="a.mjs"></script>', '<script type="application/ld+json">{}</script>']
)
def test_a_page_without_a_script_of_its_own_allows_files_only(harmless: str) -> None:
    assert "script-src 'self';" in policy(PAGE.format(harmless), runs_selfcheck=False)


def test_a_page_that_cannot_carry_a_policy_is_not_published() -> None:
    with pytest.raises(PolicyError):
        with_policy("<title>x</title>", runs_selfcheck=False)
