"""The sample questionnaire becomes exactly this catalogue."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from selfcheck_core.catalogue_json import catalogue_from_json, catalogue_to_json, seal
from selfcheck_site.compile import Explanation, compile_questionnaire
from selfcheck_site.folder import read_folder

HERE = Path(__file__).parent
SAMPLE = read_folder(HERE / "questionnaire")
COMPILED = compile_questionnaire(SAMPLE)


def test_the_sample_compiles_to_the_expected_catalogue() -> None:
    assert COMPILED.findings == ()
    assert COMPILED.catalogue is not None
    expected = json.loads((HERE / "golden" / "catalogue.json").read_text(encoding="utf-8"))
    assert catalogue_to_json(COMPILED.catalogue) == expected


def test_the_catalogue_is_sealed_and_can_be_read_back() -> None:
    assert COMPILED.catalogue is not None
    assert seal(COMPILED.catalogue) == COMPILED.catalogue
    assert catalogue_from_json(catalogue_to_json(COMPILED.catalogue)) == COMPILED.catalogue


@given(st.permutations(sorted(SAMPLE)))
def test_the_order_of_the_files_does_not_matter(names: list[str]) -> None:
    assert compile_questionnaire({name: SAMPLE[name] for name in names}) == COMPILED


def test_every_number_of_the_model_is_given_with_its_reason() -> None:
    assert COMPILED.explanations == (
        Explanation("level:am-anfang", "0", "So beginnt es."),
        Explanation("level:weit", "1/2", "Die Mitte ist verabredet."),
        Explanation("coverage:none-below", "1/2", "Das ist die Halbregel."),
        Explanation("coverage:tentative-below", "4/5", "Das ist unsere Festlegung."),
        Explanation("coverage:firm-from-answers", "2", "Eine Antwort allein trägt nicht."),
        Explanation("not-applicable-warning-above", "1/4", "Mehr als ein Viertel ist viel."),
        Explanation("weight", "1", "Jede Frage zählt gleich."),
        Explanation("rungs", None, "Gleiche Schritte sind verabredet."),
        Explanation("short-form", None, "Kurz soll kurz bleiben."),
        Explanation("weight:ga-beete-plan", "3/2", "Ohne Plan hilft auch die beste Pflege wenig."),
    )


def test_only_the_files_of_the_questionnaire_are_read(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("geheim", encoding="utf-8")
    folder = tmp_path / "questionnaire"
    (folder / "handlungsfelder").mkdir(parents=True)
    for name in ("katalog.yaml", "notiz.yaml", "handlungsfelder/hof.yaml", "handlungsfelder/hof.yaml~"):
        (folder / name).write_text(name, encoding="utf-8")
    (folder / "handlungsfelder" / "link.yaml").symlink_to(outside)
    assert read_folder(folder) == {
        "handlungsfelder/hof.yaml": b"handlungsfelder/hof.yaml",
        "katalog.yaml": b"katalog.yaml",
    }


def test_a_folder_that_does_not_exist_is_an_empty_questionnaire(tmp_path: Path) -> None:
    assert read_folder(tmp_path / "nowhere") == {}
