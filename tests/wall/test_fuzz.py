"""Random bodies from the signs of Markdown and HTML: whatever they make, no wall lets through what is dangerous."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wall.fuzz import TOKENS, failures
from wall.markdown_attacks import BODIES, CASES, SEEDS


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(TOKENS), st.text(max_size=3)), max_size=14).map("".join))
def test_no_random_body_gets_through_a_wall(body: str) -> None:
    assert failures(body) == []


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(BODIES), st.sampled_from(TOKENS), st.integers(min_value=0, max_value=80), st.sampled_from(TOKENS)
)
def test_no_mutation_of_a_known_attack_gets_through(body: str, token: str, place: int, before: str) -> None:
    assert failures(f"{before}{body[:place]}{token}{body[place:]}") == []


@pytest.mark.parametrize("body", [*CASES.values(), *SEEDS])
def test_what_failed_once_fails_never_again(body: str) -> None:
    assert failures(body) == []
