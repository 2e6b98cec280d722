"""Answering: figures that move with each answer, presets, the way back, and what the page asks before it forgets."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Locator, Route, expect

from browser.answering import dealt_with, report_of, rows_of, sheet_of, still_open
from browser.leaving import ways_of_the_page
from browser.person import Person
from selfcheck_core.catalogue import Catalogue, Field, Question
from selfcheck_core.sheet import State
from selfcheck_site.views.places import field_place, question_place
from site_server import SiteServer

TOWN = "Kreisangehörige Stadt oder Gemeinde"
COUNTY = "Landkreis"
SCRIPT = "<script>document.title = 'gehackt'</script><img src=x onerror=alert(1)>"


@pytest.fixture
def person(slow_host: SiteServer, visitor: Callable[..., Person]) -> Person:
    """Return somebody who has the form in front of them and no runtime: answering needs none."""
    person = visitor(slow_host)
    person.watch.allow("failed-request", r"ERR_ABORTED .*/assets/laufzeit/")
    person.visits_the_questionnaire()
    return person


@pytest.fixture
def evaluator(visitor: Callable[..., Person]) -> Person:
    """Return somebody who has the form in front of them and gets results."""
    person = visitor()
    person.visits_the_questionnaire()
    return person


def preset(kurzform: Catalogue, type_title: str) -> dict[str, str]:
    """Return the carriers that a type of municipality presets, by question."""
    (type_id,) = [kind.id for kind in kurzform.municipality_types if kind.title == type_title]
    entries = [(q.id, entry) for q in kurzform.questions() for entry in q.not_responsible]
    return {id_: entry.carrier for id_, entry in entries if entry.municipality_type == type_id}


def choose_type(person: Person, title: str) -> None:
    person.is_of(title)


def option(person: Person, question: Question, rung: int) -> Locator:
    """Return an option that may be out of sight."""
    return person.page.locator(f'#selbstcheck [data-question="{question.id}"] input[value="{rung}"]')


def left_out(person: Person, kurzform: Catalogue) -> dict[str, str]:
    answers = sheet_of(person.saves(), kurzform).answers
    return {id_: each.carrier for id_, each in answers.items() if each.state is State.NOT_RESPONSIBLE}


def test_the_figure_of_what_is_open_follows_every_answer(person: Person, kurzform: Catalogue) -> None:
    first, second, _ = kurzform.fields[0].questions
    person.begins()
    figure = person.page.get_by_text(re.compile(r"^(Noch|Nichts mehr) offen")).filter(visible=True)
    expect(figure).to_have_text(still_open(kurzform))
    person.answers(first, 1)
    expect(figure).to_have_text(still_open(kurzform, 1))
    person.answers(second, "unknown")
    expect(figure).to_have_text(f"{still_open(kurzform, 2)}, dazu 1 „weiß nicht“")
    person.answers(second, 3)
    expect(figure).to_have_text(still_open(kurzform, 2))
    person.question(first).get_by_role("button", name="Antwort zurücknehmen").click()
    expect(figure).to_have_text(still_open(kurzform, 1))
    expect(person.option(first, 0)).to_be_focused()


def test_the_langform_asks_everything_and_changing_one_s_mind_loses_nothing(
    person: Person, catalogue: Catalogue, kurzform: Catalogue
) -> None:
    everything = len(catalogue.questions())
    field = next(each for each in catalogue.fields if not all(q.short_form for q in each.questions))
    longer = next(q for q in field.questions if not q.short_form)
    person.chooses_the_langform()
    person.goes_to(field)
    expect(person.page.get_by_role("group").filter(has=person.page.get_by_role("radio"))).to_have_count(
        len(field.questions)
    )
    person.answers(longer, 2)
    said = f"Noch offen: {everything - 1} von {everything} Fragen"
    expect(person.page.get_by_text(said).filter(visible=True)).to_have_count(1)
    saved = sheet_of(person.saves(), catalogue)
    assert (saved.scope.form, saved.answer(longer.id).rung) == ("full", 2)

    person.follows("Zur Übersicht")
    person.chooses_the_kurzform()
    expect(person.page.get_by_text(still_open(kurzform)).filter(visible=True)).to_have_count(1)
    person.goes_to(field)
    expect(person.question(longer)).to_be_hidden()
    saved = sheet_of(person.saves(), catalogue)
    assert (saved.scope.form, saved.answer(longer.id).rung) == ("short", 2)


def test_the_task_list_says_of_each_field_how_far_it_is(person: Person, kurzform: Catalogue) -> None:
    whole, part = kurzform.fields[:2]
    person.begins()
    for question in whole.questions:
        person.answers(question, 0)
    person.goes_on()
    person.answers(part.questions[0], 3)
    person.follows("Zur Übersicht")
    tasks = person.page.get_by_role("listitem").filter(has_text=re.compile("Fertig|von 3|Noch nicht begonnen"))
    expect(tasks).to_have_text(
        [re.compile("Fertig$"), re.compile("1 von 3$"), *[re.compile("Noch nicht begonnen$")] * 5]
    )


def test_a_result_half_way_is_that_of_the_answers_so_far(evaluator: Person, kurzform: Catalogue) -> None:
    evaluator.begins()
    for question in kurzform.fields[0].questions:
        evaluator.answers(question, 3)
    evaluator.looks_at_the_result()
    assert evaluator.rows() == rows_of(report_of(evaluator.saves(), kurzform))
    assert [row["confidence"] for row in evaluator.rows()] == ["tentative", *["none"] * 6]
    expect(evaluator.page.get_by_text(still_open(kurzform, 3)).filter(visible=True)).to_have_count(1)


def test_without_an_answer_the_result_says_how_to_get_one(person: Person, kurzform: Catalogue) -> None:
    person.presses("Ergebnis ansehen")
    expect(person.page.get_by_text("Noch ist keine Frage bearbeitet.").filter(visible=True).first).to_be_visible()
    person.presses("Mit Feld 1 beginnen")
    expect(person.heading(kurzform.fields[0].title)).to_be_focused()


def test_the_type_of_municipality_presets_who_else_is_in_charge(person: Person, kurzform: Catalogue) -> None:
    choose_type(person, TOWN)
    expect(person.page.get_by_text("Bei 2 Fragen ist jetzt „nicht zuständig“ voreingestellt.")).to_be_visible()
    assert left_out(person, kurzform) == preset(kurzform, TOWN)
    choose_type(person, COUNTY)
    expect(person.page.get_by_text("Bei 1 Frage ist jetzt „nicht zuständig“ voreingestellt.")).to_be_visible()
    assert left_out(person, kurzform) == preset(kurzform, COUNTY)
    choose_type(person, "Kreisfreie Stadt")
    expect(person.page.get_by_text("Für diese Art der Kommune ist keine Frage voreingestellt.")).to_be_visible()
    assert left_out(person, kurzform) == {}


def test_what_was_chosen_before_the_script_arrived_counts(
    slow_host: SiteServer, visitor: Callable[..., Person], kurzform: Catalogue
) -> None:
    person = visitor(slow_host)
    held: list[Route] = []
    person.page.route("**/main.js", lambda route: held.append(route))  # noqa: PLW0108
    person.page.goto(slow_host.url + "selbstcheck/fragebogen/", wait_until="commit")
    choose_type(person, TOWN)
    person.answers(kurzform.questions()[0], 1)
    held[0].continue_()
    expect(person.page.get_by_text("Bei 2 Fragen ist jetzt „nicht zuständig“ voreingestellt.")).to_be_visible()
    said = f"{still_open(kurzform, 3)}, dazu 2 voreingestellt, bitte prüfen"
    expect(person.page.get_by_text(said, exact=True).filter(visible=True)).to_have_count(1)
    assert left_out(person, kurzform) == preset(kurzform, TOWN)


TWIN = """() => {
  const form = document.querySelector("form.sc");
  const twin = form.cloneNode(true);
  const described = ["aria-describedby", "aria-labelledby", "aria-controls"];
  const names = ["id", "for", "name", "data-go", ...described];
  const other = (name) => name.split(" ").map((each) => `zwei-${each}`).join(" ");
  for (const part of [twin, ...twin.querySelectorAll("*")])
    for (const name of names) {
      const value = part.getAttribute(name);
      if (value && !(name === "name" && value.startsWith("selbstcheck."))) part.setAttribute(name, other(value));
    }
  form.after(twin);
}"""


def test_two_forms_on_a_page_have_nothing_in_common(
    slow_host: SiteServer, visitor: Callable[..., Person], kurzform: Catalogue
) -> None:
    person = visitor(slow_host)
    person.watch.allow("failed-request", r"ERR_ABORTED .*/assets/laufzeit/")
    held: list[Route] = []
    person.page.route("**/main.js", lambda route: held.append(route))  # noqa: PLW0108
    person.page.goto(slow_host.url + "selbstcheck/fragebogen/", wait_until="commit")
    person.page.wait_for_function("() => document.readyState === 'interactive'")
    person.page.evaluate(TWIN)
    held[0].continue_()
    one, other = (person.page.locator("form.sc").nth(place) for place in range(2))
    figures = [form.locator("#uebersicht, #zwei-uebersicht").locator("[data-open-figure]") for form in (one, other)]
    for figure in figures:
        expect(figure).to_have_text(still_open(kurzform))
    one.get_by_label("Was für eine Kommune ist es?").select_option(index=1)
    option(person, kurzform.questions()[0], 1).dispatch_event("click")
    other.get_by_label("Stelle", exact=True).fill("Zweites Amt")
    expect(figures[0]).to_have_text(f"{still_open(kurzform, 3)}, dazu 2 voreingestellt, bitte prüfen")
    expect(figures[1]).to_have_text(still_open(kurzform))
    expect(one.get_by_label("Stelle", exact=True)).to_have_value("")
    with person.page.expect_download() as download:
        other.get_by_role("button", name="Bogen speichern").click()
    saved = sheet_of(Path(download.value.path()).read_text(encoding="utf-8"), kurzform)
    assert (saved.office, saved.municipality.type, dict(saved.answers)) == ("Zweites Amt", "", {})


def test_entfaellt_without_a_reason_is_asked_about_once(person: Person, kurzform: Catalogue) -> None:
    first = kurzform.questions()[0]
    person.begins()
    person.answers(first, "not-applicable")
    person.goes_on()
    message = f"Bitte tragen Sie ein, warum die Frage „{first.text}“ entfällt."
    summary = person.page.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text(message)
    expect(person.page).to_have_title(re.compile("^Fehler: "))
    summary.get_by_role("link", name=message).click()
    reason = person.question(first).get_by_label("Warum entfällt die Frage?")
    expect(reason).to_be_focused()
    expect(reason).to_have_accessible_description(f"Fehler: {message}")
    reason.fill("Kein eigenes Leitbild möglich")
    expect(summary).to_be_hidden()
    expect(person.page).not_to_have_title(re.compile("Fehler"))
    person.goes_on()
    expect(person.heading(kurzform.fields[1].title)).to_be_focused()


def test_a_person_may_go_on_without_the_reason(person: Person, kurzform: Catalogue) -> None:
    person.begins()
    person.answers(kurzform.questions()[0], "not-applicable")
    person.goes_on()
    expect(person.page.get_by_role("alert")).to_contain_text("Sie können auch ohne Begründung weitergehen.")
    person.goes_on()
    expect(person.heading(kurzform.fields[1].title)).to_be_focused()
    expect(person.page.get_by_role("alert")).to_be_hidden()


def test_a_missing_reason_is_asked_about_on_every_way_out_of_a_field(evaluator: Person, kurzform: Catalogue) -> None:
    page, (before, field, after) = evaluator.page, kurzform.fields[:3]
    alert = page.get_by_role("alert")
    there = {"on": after.title, "back": before.title, "result": "Ergebnis", "overview": "Übersicht"}
    ways = ways_of_the_page(evaluator)
    assert ways.keys() == there.keys()
    for name, leave in ways.items():
        evaluator.goes_to(before)
        evaluator.goes_to(field)
        evaluator.answers(field.questions[0], 0)
        evaluator.answers(field.questions[0], "not-applicable")
        address = page.url
        leave()
        expect(alert).to_be_focused()
        expect(evaluator.heading(field.title)).to_be_visible()
        assert page.url == address
        leave()
        expect(evaluator.heading(there[name])).to_be_focused()
        expect(alert).to_be_hidden()
    evaluator.waits_for_the_runtime()


def test_the_browser_s_own_ways_lead_where_they_say_and_the_missing_reason_is_asked_about_there(
    evaluator: Person, kurzform: Catalogue
) -> None:
    page, alert = evaluator.page, evaluator.page.get_by_role("alert")
    questions = {question_place(question.id): question for question in kurzform.questions()}
    last = kurzform.fields[-1]
    evaluator.goes_to(kurzform.fields[0])
    evaluator.answers(kurzform.questions()[0], 1)
    evaluator.looks_at_the_result()
    ways: tuple[tuple[Callable[[], object], str, str], ...] = (
        (page.go_back, "Ergebnis", "ergebnis"),
        (lambda: page.evaluate("() => { location.hash = 'ergebnis' }"), "Ergebnis", "ergebnis"),
        (lambda: evaluator.goes_to(last), last.title, field_place(last.id)),
    )
    for leave, title, place in ways:
        page.locator('#ergebnis-inhalt a[href^="#frage."]:visible').first.click()
        question = questions[page.url.partition("#")[2]]
        expect(evaluator.heading(question.text)).to_be_focused()
        evaluator.answers(question, "not-applicable")
        leave()
        assert page.url.endswith(f"#{place}")
        expect(evaluator.heading(title)).to_be_visible()
        expect(alert).to_be_focused()
        alert.get_by_role("link", name=question.text).click()
        expect(evaluator.question(question).get_by_label("Warum entfällt die Frage?")).to_be_focused()
        assert page.url.endswith(f"#{question_place(question.id)}")
        evaluator.looks_at_the_result()


def test_whoever_went_on_without_a_reason_is_asked_again_only_after_changing_the_answer(
    evaluator: Person, kurzform: Catalogue
) -> None:
    field, after, *_ = kurzform.fields
    question = field.questions[0]
    alert = evaluator.page.get_by_role("alert")
    evaluator.goes_to(field)
    evaluator.answers(question, "not-applicable")
    evaluator.goes_on()
    evaluator.goes_on()
    passes(evaluator, field, after)
    saved = evaluator.saves()
    evaluator.presses("Die Datei ist da")
    evaluator.visits_the_questionnaire()
    evaluator.opens_the_file(saved)
    evaluator.waits_for_the_opened_sheet(dealt_with(kurzform, 1))
    passes(evaluator, field, after)
    evaluator.goes_to(field)
    evaluator.gives_the_reason(question, "doch nicht")
    evaluator.gives_the_reason(question, "")
    evaluator.goes_on()
    expect(alert).to_be_focused()


def passes(person: Person, field: Field, after: Field) -> None:
    """Look at a field and leave it; nothing is asked."""
    person.goes_to(field)
    person.goes_on()
    expect(person.heading(after.title)).to_be_focused()
    expect(person.page.get_by_role("alert")).to_be_hidden()


def test_the_address_of_a_field_that_is_left_out_leads_to_the_overview_and_says_so(
    evaluator: Person, kurzform: Catalogue
) -> None:
    about, left_out, *_ = kurzform.fields
    sheet = json.loads(evaluator.saves())
    evaluator.opens_the_file(json.dumps({**sheet, "scope": {"form": "short", "fields": [about.id]}}))
    evaluator.waits_for_the_opened_sheet("Der Bogen ist geöffnet")
    evaluator.page.evaluate("id => { location.hash = id }", field_place(left_out.id))
    expect(evaluator.heading("Übersicht")).to_be_focused()
    assert evaluator.page.url.endswith("#uebersicht")


def test_a_link_inside_a_field_is_no_way_out_of_it(evaluator: Person, kurzform: Catalogue) -> None:
    field = kurzform.fields[0]
    evaluator.goes_to(field)
    evaluator.answers(field.questions[0], "not-applicable")
    evaluator.page.goto(f"{evaluator.server.url}selbstcheck/fragebogen/#{field.questions[1].id}")
    expect(evaluator.heading(field.questions[1].text)).to_be_focused()
    expect(evaluator.page.get_by_role("alert")).to_be_hidden()
    evaluator.waits_for_the_runtime()


def test_tags_that_a_person_typed_are_shown_as_text_and_nothing_else(evaluator: Person, kurzform: Catalogue) -> None:
    first, second, third = kurzform.fields[0].questions
    evaluator.page.get_by_label("Name der Kommune").fill(SCRIPT)
    evaluator.begins()
    title = evaluator.page.title()
    evaluator.answers(first, 1)
    evaluator.opens_the_note_of(first)
    evaluator.notes(first, SCRIPT)
    evaluator.proves(first, SCRIPT, "javascript:alert(1)")
    evaluator.answers(second, "not-responsible")
    evaluator.names_the_carrier(second, SCRIPT)
    evaluator.answers(third, "not-applicable")
    evaluator.question(third).get_by_label("Warum entfällt die Frage?").fill(SCRIPT)
    evaluator.looks_at_the_result()
    content = evaluator.page.locator("#ergebnis-inhalt")
    content.get_by_text("Anhang: Notizen und Nachweise").click()
    for place in (".result-note", ".result-origin", ".result-left-out li >> nth=0", ".result-left-out li >> nth=1"):
        expect(content.locator(place)).to_contain_text(SCRIPT)
    expect(content.get_by_text(f"{SCRIPT} (javascript:alert(1))", exact=True)).to_be_visible()
    assert content.locator("script, img, [href^=javascript], [onerror]").count() == 0
    assert evaluator.page.title() == title.replace("Feld 1 von 7: Management und Steuerung", "Ergebnis")


def test_the_way_back_leads_through_the_fields(person: Person, kurzform: Catalogue) -> None:
    first, second = kurzform.fields[:2]
    person.begins()
    person.answers(first.questions[0], 2)
    person.goes_on()
    expect(person.heading(second.title)).to_be_focused()
    person.page.go_back()
    expect(person.heading(first.title)).to_be_focused()
    expect(person.option(first.questions[0], 2)).to_be_checked()
    person.page.go_back()
    expect(person.heading("Selbstcheck beginnen")).to_be_visible()
    person.page.go_forward()
    expect(person.heading(first.title)).to_be_visible()
    person.presses("Zurück")
    expect(person.heading("Übersicht")).to_be_visible()


def test_the_address_names_the_view_and_no_answer(person: Person, kurzform: Catalogue) -> None:
    person.begins()
    person.answers(kurzform.questions()[0], 2)
    assert person.page.url.partition("#")[2] == field_place(kurzform.fields[0].id)
    assert kurzform.fields[0].title in person.page.title()


@pytest.fixture
def asked(person: Person) -> Iterator[list[str]]:
    """Collect the kinds of dialogs, each answered by staying here."""
    kinds: list[str] = []

    def stay(dialog: Dialog) -> None:
        kinds.append(dialog.type)
        dialog.dismiss()

    person.page.on("dialog", stay)
    yield kinds
    person.page.remove_listener("dialog", stay)
    person.page.on("dialog", lambda dialog: dialog.accept())


def closes(person: Person) -> None:
    person.page.close(run_before_unload=True)
    person.page.wait_for_timeout(300)


def test_leaving_with_unsaved_answers_warns_until_the_person_has_their_file(
    person: Person, asked: list[str], kurzform: Catalogue
) -> None:
    first: Question = kurzform.questions()[0]
    person.begins()
    person.answers(first, 1)
    closes(person)
    assert asked == ["beforeunload"]
    expect(person.option(first, 1)).to_be_checked()
    person.saves()
    closes(person)
    assert asked == ["beforeunload"] * 2
    person.presses("Die Datei ist da")
    person.visits("datenschutz/")
    assert asked == ["beforeunload"] * 2


def test_leaving_without_any_answer_warns_nobody(person: Person, asked: list[str], kurzform: Catalogue) -> None:
    person.goes_to(kurzform.fields[0])
    person.visits("datenschutz/")
    assert asked == []


def test_a_file_does_not_replace_unsaved_answers_unasked(evaluator: Person, kurzform: Catalogue) -> None:
    first = kurzform.questions()[0]
    evaluator.begins()
    evaluator.answers(first, 1)
    saved = evaluator.saves()
    evaluator.answers(first, 3)
    evaluator.follows("Zur Übersicht")
    dialog = evaluator.page.get_by_role("dialog", name="Antworten ersetzen?")

    evaluator.opens_the_file(saved)
    expect(dialog).to_be_visible()
    evaluator.presses("Abbrechen")
    expect(evaluator.page.get_by_text("Die Datei wurde nicht übernommen.")).to_be_visible()
    expect(option(evaluator, first, 3)).to_be_checked()

    evaluator.opens_the_file(saved)
    expect(dialog).to_be_visible()
    evaluator.presses("Antworten ersetzen")
    evaluator.waits_for_the_opened_sheet(dealt_with(kurzform, 1))
    expect(option(evaluator, first, 1)).to_be_checked()


def test_a_link_that_is_no_web_address_is_quoted_when_its_field_is_left_and_kept_as_text(
    person: Person, kurzform: Catalogue
) -> None:
    first = kurzform.questions()[0]
    person.begins()
    person.opens_the_note_of(first)
    note = person.question(first).get_by_text(re.compile("keine Internetadresse"))
    link = person.question(first).get_by_label("Link zu Nachweis 1", exact=True)
    for typed in ("Regal 3", "example.org", "ftp://a.b/c", "C:\\Plan.pdf", "javascript:alert(1)"):
        link.fill(typed)
        expect(note).to_have_count(0)
        link.blur()
        expect(note).to_contain_text(f"„{typed}“ ist keine Internetadresse")
    person.question(first).get_by_label("Nachweis 1", exact=True).fill("Plan")
    expect(note).to_contain_text("„javascript:alert(1)“")
    assert sheet_of(person.saves(), kurzform).answer(first.id).evidence[0].title == "Plan (javascript:alert(1))"
    link.fill("https://example.org")
    link.blur()
    expect(note).to_have_count(0)
