"""aenderungen.yaml becomes the history of the catalogue."""

from pathlib import Path

import pytest

from selfcheck_core.migrations import Carry, Release, Step, StepKind
from selfcheck_site.compile import compile_questionnaire
from selfcheck_site.folder import CHANGES_FILE, read_folder

SAMPLE = read_folder(Path(__file__).parent / "questionnaire")
HISTORY = """
aenderungen:
  - fassung: "2025.1"
    vergleich: Das ist die erste Fassung.
    pruefsummen: ["sha256:1", "sha256:2"]
  - fassung: "2025.2"
    vergleich: Der Garten ist nicht vergleichbar.
    stufen-neu:
      - {kennung: ga-beete-pflege, stufen: [0, 1, offen, 3], grund: Die Pflege hat neue Stufen.}
    umbenannt:
      - {von: ga-pflege, zu: ga-beete-pflege, grund: Der Name war unklar.}
  - fassung: "2026.1"
    vergleich: Der Hof ist nicht vergleichbar.
    geteilt:
      - {von: ho-tor-regel, zu: [ho-tor-regel, ho-tor-alltag], grund: Es waren zwei Sachen.}
      - {von: ho-licht, zu: [ho-tor-regel, ho-tor-alltag], uebernahme: alle, grund: Es waren zwei Sachen.}
    zusammengelegt:
      - {von: [ga-plan, ga-skizze], zu: ga-beete-plan, regel: niedrigste, grund: Es war eine Sache.}
    entfallen:
      - {kennung: ga-zwerge, grund: Darüber entscheidet niemand.}
reihenfolgen:
  - fassung: "2020"
    quelle: Ein Protokoll.
    handlungsfelder:
      - {nummer: 12, handlungsfeld: garten}
"""


def test_the_steps_of_each_version_stand_in_the_catalogue_in_the_order_in_which_they_are_taken() -> None:
    compiled = compile_questionnaire({**SAMPLE, CHANGES_FILE: HISTORY.encode()})
    assert compiled.findings == ()
    assert compiled.catalogue is not None
    both = ("ho-tor-regel", "ho-tor-alltag")
    care = ("ga-beete-pflege",)
    assert compiled.catalogue.releases == (
        Release("2025.1", "Das ist die erste Fassung.", (), ("sha256:1", "sha256:2")),
        Release(
            "2025.2",
            "Der Garten ist nicht vergleichbar.",
            (
                Step(StepKind.RENAMED, ("ga-pflege",), care, "Der Name war unklar."),
                Step(StepKind.RESCALED, care, care, "Die Pflege hat neue Stufen.", rungs=(0, 1, None, 3)),
            ),
        ),
        Release(
            "2026.1",
            "Der Hof ist nicht vergleichbar.",
            (
                Step(StepKind.SPLIT, ("ho-tor-regel",), both, "Es waren zwei Sachen."),
                Step(StepKind.SPLIT, ("ho-licht",), both, "Es waren zwei Sachen.", Carry.ALL),
                Step(StepKind.MERGED, ("ga-plan", "ga-skizze"), ("ga-beete-plan",), "Es war eine Sache.", Carry.LOWEST),
                Step(StepKind.WITHDRAWN, ("ga-zwerge",), (), "Darüber entscheidet niemand."),
            ),
        ),
    )


def test_a_questionnaire_without_a_history_has_none() -> None:
    compiled = compile_questionnaire({name: data for name, data in SAMPLE.items() if name != CHANGES_FILE})
    assert compiled.catalogue is not None
    assert compiled.catalogue.releases == ()


def test_an_id_that_was_renamed_twice_leads_to_what_there_is_today() -> None:
    history = (
        'aenderungen:\n  - {fassung: "2025.1", vergleich: Erste.}\n'
        '  - {fassung: "2025.2", vergleich: Gut., umbenannt: [{von: a, zu: b, grund: Klarer.}]}\n'
        '  - {fassung: "2026.1", vergleich: Gut., umbenannt: [{von: b, zu: ga-beete-plan, grund: Klarer.}]}\n'
    )
    assert compile_questionnaire({**SAMPLE, CHANGES_FILE: history.encode()}).findings == ()


def test_an_unreadable_field_does_not_make_its_ids_seem_missing() -> None:
    broken = {**SAMPLE, CHANGES_FILE: HISTORY.encode(), "handlungsfelder/garten.yaml": b"kennung: 'garten"}
    assert "unbekanntes-ziel" not in {finding.slug for finding in compile_questionnaire(broken).findings}


def written(*releases: str) -> list[tuple[int, str, str]]:
    """Return line, slug and message of each finding about a history that goes 2025.1, then these."""
    text = "\n".join(('aenderungen:\n  - {fassung: "2025.1", vergleich: Erste.}', *releases))
    found = compile_questionnaire({**SAMPLE, CHANGES_FILE: text.encode()}).findings
    return [(finding.place.line, finding.slug, finding.message) for finding in found]


@pytest.mark.parametrize(
    ("step", "finding"),
    [
        (
            "entfallen: [{kennung: ga-alt, grund: Weg.}], umbenannt: [{von: ga-alt, zu: ho-tor, grund: Neu.}]",
            (3, "kennung-wiederverwendet", "Die Kennung „ga-alt“ ist ausgemustert"),
        ),
        (
            "geteilt: [{von: ga-alt, zu: [ho-tor-regel, ga-alt], grund: Zwei Sachen.}]",
            (3, "unbekanntes-ziel", "Die Kennung „ga-alt“ gibt es in Fassung 2026.1 nicht."),
        ),
        (
            "stufen-neu: [{kennung: xyz, stufen: [0, 1, 2, offen], grund: Anders.}]",
            (3, "unbekanntes-ziel", "Die Kennung „xyz“ gibt es in Fassung 2026.1 nicht."),
        ),
    ],
)
def test_a_step_that_leads_nowhere_is_found(step: str, finding: tuple[int, str, str]) -> None:
    line, slug, message = finding
    found = written(f'  - {{fassung: "2026.1", vergleich: Gut., {step}}}')
    assert [(line, slug) for line, slug, _ in found] == [(line, slug)]
    assert found[0][2].startswith(message)


def test_the_last_version_is_the_catalogues_own() -> None:
    last = "Die letzte Fassung hier ist 2025.1, in katalog.yaml steht 2026.1."
    assert written() == [(2, "fassungen-reihenfolge", last)]


def test_versions_are_compared_part_by_part_as_numbers() -> None:
    middle = ['  - {fassung: "2025.9", vergleich: Gut.}', '  - {fassung: "2025.10", vergleich: Gut.}']
    last = '  - {fassung: "2026.1", vergleich: Gut.}'
    assert written(*middle, last) == []
    assert written(*reversed(middle), last) == [
        (4, "fassungen-reihenfolge", "Auf Fassung 2025.10 folgt Fassung 2025.9.")
    ]


def test_a_version_without_numbers_has_no_place_in_the_order() -> None:
    found = written("  - {fassung: Sommer, vergleich: Gut.}", '  - {fassung: "2026.1", vergleich: Gut.}')
    assert found == [(3, "fassungen-reihenfolge", "„Sommer“ lässt sich nicht in eine Reihenfolge bringen.")]
