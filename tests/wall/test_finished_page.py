"""A finished page holds what is allowed and nothing else, whatever made it; each rule stops what no other one stops."""

import pytest

from host.allowed import ALLOWANCES, ELEMENTS
from host.finished_page import Guard, Permit, check_page
from wall.page_attacks import (
    ATTACKS,
    FIRST,
    LINKS_AWAY,
    META,
    OF_THE_FORM,
    OURS,
    PERMIT,
    WITHOUT_A_POLICY,
    WITHOUT_THE_FIRST_SCRIPT,
    page,
)

EVERY_ATTACK = [(guard, attack) for guard, attacks in ATTACKS.items() for attack in attacks]


def test_an_allowed_page_brings_no_offence() -> None:
    body = (
        "<h1>Tor &lt;script&gt;</h1><p>a <a href='#b'>b</a> <a href='https://example.org'>c</a> "
        "<a href='mailto:a@b.de'>d</a>"
        "<img src='x.png' alt='x'></p><!-- <script>alert(1)</script> --><select><option>a</option></select>"
        "<noscript><p class='a b'>x</p></noscript><svg viewBox='0 0 1 1'><path d='M0 0'/></svg>"
    )
    assert check_page(page(body), PERMIT) == ()


@pytest.mark.parametrize(("guard", "attack"), EVERY_ATTACK)
def test_an_attack_is_stopped_and_gets_through_without_its_guard(guard: Guard, attack: str) -> None:
    assert guard in {offence.guard for offence in check_page(page(attack), PERMIT)}


@pytest.mark.parametrize("guard", ATTACKS)
def test_at_least_five_attacks_of_each_kind_are_stopped_by_its_guard_alone(guard: Guard) -> None:
    others = [each for each in Guard if each is not guard]
    through = [attack for attack in ATTACKS[guard] if check_page(page(attack), PERMIT, others) == ()]
    assert len(through) >= 5


@pytest.mark.parametrize("html", WITHOUT_A_POLICY)
def test_a_page_whose_policy_is_missing_or_stands_where_no_browser_obeys_it_is_not_published(html: str) -> None:
    assert Guard.POLICY in {offence.guard for offence in check_page(html, PERMIT)}
    assert Guard.POLICY not in {
        each.guard for each in check_page(html, PERMIT, [g for g in Guard if g != Guard.POLICY])
    }


def form(head: str, body: str = "") -> str:
    """Return a page like that of the form."""
    return f"<!doctype html><html lang=de><head><meta charset=utf-8>{META}{head}</head><body>{body}</body></html>"


def offended(html: str, *off: Guard) -> set[Guard]:
    """Return the guards that stop the form's page, with some of them off."""
    return {each.guard for each in check_page(html, OF_THE_FORM, [guard for guard in Guard if guard not in off])}


def test_the_form_s_page_may_link_inside_the_site_and_load_its_scripts_behind_the_first() -> None:
    assert offended(form(FIRST + OURS, "<a href='../methode/'>x</a> <a href='#b'>y</a>")) == set()


@pytest.mark.parametrize("head", WITHOUT_THE_FIRST_SCRIPT)
def test_a_form_on_which_something_could_run_first_is_stopped_and_gets_through_without_its_guard(head: str) -> None:
    assert Guard.FIRST in offended(form(head))
    assert Guard.FIRST not in offended(form(head), Guard.FIRST)


def test_at_least_five_such_forms_are_stopped_by_that_guard_alone() -> None:
    assert len([head for head in WITHOUT_THE_FIRST_SCRIPT if offended(form(head)) == {Guard.FIRST}]) >= 5


@pytest.mark.parametrize("link", LINKS_AWAY)
def test_a_link_from_the_form_to_another_site_is_stopped_by_its_guard_alone(link: str) -> None:
    assert offended(form(FIRST, link)) == {Guard.AWAY}
    assert offended(form(FIRST, link), Guard.AWAY) == set()


@pytest.mark.parametrize("attack", ATTACKS[Guard.SCRIPT])
def test_a_script_in_the_head_is_no_better_than_one_in_the_body(attack: str) -> None:
    assert check_page(page(head=attack), PERMIT)


def test_a_script_and_data_are_allowed_on_the_page_they_belong_to_and_nowhere_else() -> None:
    found = check_page(page(), Permit(policy=PERMIT.policy))
    assert [offence.guard for offence in found] == [Guard.SCRIPT, Guard.SCRIPT]


@pytest.mark.parametrize("address", ["https://kommune.example/magazin/", "magazin/feed.xml", "../"])
def test_a_page_may_name_its_own_address(address: str) -> None:
    assert check_page(page(head=f"<link rel=canonical href='{address}'>"), PERMIT) == ()


def test_the_repository_of_an_intranet_may_be_linked_without_encryption() -> None:
    permit = Permit(PERMIT.scripts, PERMIT.data, PERMIT.policy, ("http://git.intern/",))
    assert check_page(page("<a href='http://git.intern/x.md'>x</a>"), permit) == ()
    assert check_page(page("<a href='http://git.intern.example/x.md'>x</a>"), permit)


def test_every_allowance_has_a_reason_and_none_allows_what_runs() -> None:
    assert all(allowance.reason for allowance in ALLOWANCES)
    allowed = {name for names in ELEMENTS.values() for name in names}
    assert not [name for name in allowed if name.startswith("on")]
    assert not allowed & {
        "style",
        "srcdoc",
        "srcset",
        "action",
        "formaction",
        "ping",
        "nonce",
        "background",
    }
    assert not ELEMENTS.keys() & {"iframe", "object", "embed", "base", "style", "template", "math", "foreignobject"}
