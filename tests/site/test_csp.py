"""The policy that a page carries: files of this site and nothing that stands in the page itself."""

import pytest

from host.policy import PolicyError, policy, with_policy


@pytest.mark.parametrize("runs_selfcheck", [True, False])
def test_no_policy_lets_anything_run_that_stands_in_a_page(runs_selfcheck: bool) -> None:
    said = policy(runs_selfcheck=runs_selfcheck)
    assert "default-src 'none'" in said
    assert "script-src 'self'" in said
    assert not [word for word in ("unsafe-inline", "'unsafe-eval'", "sha256-", "nonce-", "data: blob:") if word in said]


def test_only_the_form_may_compile_webassembly_and_start_a_worker() -> None:
    assert "script-src 'self' 'wasm-unsafe-eval';" in policy(runs_selfcheck=True)
    assert "worker-src 'self' blob:" in policy(runs_selfcheck=True)
    assert "wasm" not in policy(runs_selfcheck=False)
    assert "blob:" not in policy(runs_selfcheck=False)


def test_every_page_but_the_form_makes_nothing_that_runs_out_of_text() -> None:
    said = policy(runs_selfcheck=False)
    assert "require-trusted-types-for 'script'" in said
    assert "trusted-types 'none'" in said
    assert "trusted-types" not in policy(runs_selfcheck=True)


def test_the_policy_stands_behind_the_character_set_and_before_all_else() -> None:
    page = with_policy('<!doctype html><meta charset="utf-8"><title>x</title>', "default-src 'none'")
    assert page.index("charset") < page.index("default-src") < page.index("<title>")


def test_a_page_that_cannot_carry_a_policy_is_not_published() -> None:
    with pytest.raises(PolicyError):
        with_policy("<title>x</title>", "default-src 'none'")
