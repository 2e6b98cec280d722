"""The marks of a page: cut once, filled, and told where they name nothing."""

from editorial.findings import as_text
from host.marks import FORM, LIST, Mark, filled, marks_of, parts_of, unknown_blocks

MAKERS = {FORM: lambda: "<form></form>", LIST: lambda: "<ul></ul>"}


def test_a_page_is_cut_at_its_marks_and_put_together_with_their_blocks() -> None:
    parts = parts_of("<p>a</p><!-- selbstcheck: fragebogen --><p>b</p>\n<!--wissen:liste-->")
    assert marks_of(parts) == {FORM, LIST}
    assert filled(parts, MAKERS) == "<p>a</p><form></form><p>b</p>\n<ul></ul>"


def test_a_page_without_a_mark_stays_as_it_is() -> None:
    html = "<p>wissen: liste</p><!-- ein Kommentar -->"
    assert parts_of(html) == (html,)
    assert filled(parts_of(html), MAKERS) == html


def test_a_block_that_holds_a_mark_is_not_filled_again() -> None:
    makers = {LIST: lambda: "<!-- wissen: liste -->"}
    assert filled(parts_of("<!-- wissen: liste -->"), makers) == "<!-- wissen: liste -->"


def test_a_mark_that_names_no_block_is_told_with_the_one_that_was_meant() -> None:
    parts = parts_of("<!-- wissen: lsite -->")
    (finding,) = unknown_blocks(parts, MAKERS, "docs/seite.md")
    assert as_text(finding) == (
        "docs/seite.md:1:1: Fehler [unbekannter-baustein] Die Seite fragt nach dem Baustein „lsite“, den es nicht gibt."
        "\n    Abhilfe: Meinten Sie „liste“?"
    )
    assert filled(parts, MAKERS) == ""


def test_a_mark_of_a_room_that_the_site_does_not_have_is_told() -> None:
    (finding,) = unknown_blocks((Mark("wissen", "liste"),), {FORM: MAKERS[FORM]}, "docs/seite.md")
    assert finding.remedy == "Löschen Sie die Zeile."
