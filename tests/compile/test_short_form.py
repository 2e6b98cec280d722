"""The Kurzform leaves every type of municipality as many questions of each field as katalog.yaml wants."""

from pathlib import Path

import pytest

from compile.sample import SAMPLE
from editorial.findings import Finding
from selfcheck_site.compile import compile_questionnaire
from selfcheck_site.folder import read_folder
from selfcheck_site.rules import QuestionnaireRule

ROOT = Path(__file__).resolve().parents[2]
HOF = "handlungsfelder/hof.yaml"
GARTEN = "handlungsfelder/garten.yaml"
_QUESTION = """\
      - kennung: ho-tor-{number}
        frage: Wie steht das Tor {number}?
        warum: Ein offenes Tor lädt alle ein.
        dimension: {dimension}
        kurzform: {short}
        wer-weiss-es: [Hausmeisterei]
        stufen: [zu, halb zu, halb offen, offen]
{excused}        anregungen:
          - {{bis-stufe: 1, text: Öffnen Sie es., aufwand: gering, beschluss: nein, ohne-geld: ja}}
          - {{bis-stufe: 2, text: Öffnen Sie es ganz., aufwand: gering, beschluss: nein, ohne-geld: ja}}
"""


def findings(questions: str, limits: tuple[int, int] | None) -> list[Finding]:
    """Compile a field with a question for each letter: in the Kurzform or not, small letters not for counties.

    K and k are of the Kurzform, L and l are not.
    """
    made = "".join(
        _QUESTION.format(
            number=number,
            dimension="praxis" if number % 2 else "regelung",
            short="ja" if letter in "Kk" else "nein",
            excused="" if letter.isupper() else "        nicht-zustaendig: [{kommunentyp: landkreis, wer: Stadt}]\n",
        )
        for number, letter in enumerate(questions)
    )
    head = SAMPLE[HOF].decode().partition("    fragen:\n")[0]
    catalogue = SAMPLE["katalog.yaml"].decode().replace("  - garten\n", "")
    before, _, after = catalogue.partition("kurzform:\n")
    rest = after[after.index("kommunentypen:") :]
    least, most = limits or (0, 0)
    wanted = f"kurzform:\n  mindestens: {least}\n  hoechstens: {most}\n  begruendung: So soll es sein.\n"
    files = {
        HOF: f"{head}    fragen:\n{made}".encode(),
        "katalog.yaml": f"{before}{wanted if limits else ''}{rest}".encode(),
    }
    compiled = compile_questionnaire(files)
    return [each for each in compiled.findings if each.slug in {"kurzform-umfang", "grenzen"}]


@pytest.mark.parametrize("questions", ["KKK", "KKKkLl", "KKKkk", "KKKKK", "KKKLLLL", "kKKKl"])
def test_three_to_five_for_every_type_are_right(questions: str) -> None:
    assert findings(questions, (3, 5)) == []


@pytest.mark.parametrize("questions", ["KKkL", "KkkLLL", "KKLL", "KLLLL", "KKkkkL"])
def test_fewer_stop_the_build_where_another_question_could_be_chosen(questions: str) -> None:
    found = findings(questions, (3, 5))
    assert found
    assert all(each.stops and "kurzform: ja" in each.remedy for each in found)


@pytest.mark.parametrize("questions", ["KK", "KKk", "KL", "KKlk", "KkkL"])
def test_fewer_are_a_warning_only_where_nothing_but_a_new_question_helps(questions: str) -> None:
    found = [each for each in findings(questions, (3, 5)) if "„Landkreis“" in each.message]
    assert [(each.stops, "Schreiben Sie eine Frage" in each.remedy) for each in found] == [(False, True)]


@pytest.mark.parametrize("questions", ["KKKKKK", "KKKKKKL", "KKKKKk", "kkkKKK", "KKKKKKKKK"])
def test_more_stop_the_build(questions: str) -> None:
    found = findings(questions, (3, 5))
    assert [(each.stops, "kurzform: nein" in each.remedy) for each in found] == [(True, True)]


@pytest.mark.parametrize("questions", ["K", "KKKKKKKK", "kK", "KLLL", "kkkkKKKK"])
def test_where_katalog_yaml_wants_nothing_nothing_is_found(questions: str) -> None:
    assert findings(questions, None) == []


@pytest.mark.parametrize("limits", [(5, 3), (2, 1), (9, 8), (4, 1), (99, 1)])
def test_limits_that_nothing_can_keep_are_told(limits: tuple[int, int]) -> None:
    assert [each.slug for each in findings("KKK", limits)] == [QuestionnaireRule.LIMITS]


def test_types_with_the_same_number_are_named_together() -> None:
    (found,) = findings("KKL", (3, 5))
    assert "„Kreisangehörige Gemeinde“ und „Landkreis“ 2 Fragen" in found.message


@pytest.mark.parametrize("name", ["hof.yml", "hof.yaml.txt", "hof.YAML", "hof.yml.txt", "hof.Yml"])
def test_a_field_under_a_wrong_ending_is_told_once_with_the_right_name(name: str, tmp_path: Path) -> None:
    for file, content in SAMPLE.items():
        path = tmp_path / (f"handlungsfelder/{name}" if file == HOF else file)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    found = compile_questionnaire(read_folder(tmp_path)).findings
    assert [(each.slug, each.place.file) for each in found] == [("falsche-endung", f"handlungsfelder/{name}")]
    assert found[0].remedy == "Nennen Sie die Datei „hof.yaml“."


@pytest.mark.parametrize("file", ["katalog.yaml", "aenderungen.yaml"])
@pytest.mark.parametrize("ending", ["yml", "yaml.txt", "YAML"])
def test_the_other_files_too(file: str, ending: str, tmp_path: Path) -> None:
    wrong = f"{file.removesuffix('.yaml')}.{ending}"
    for name, content in SAMPLE.items():
        path = tmp_path / (wrong if name == file else name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    found = compile_questionnaire(read_folder(tmp_path)).findings
    assert ("falsche-endung", wrong) in {(each.slug, each.place.file) for each in found}
    assert "katalog-fehlt" not in {each.slug for each in found}


def test_beside_the_right_file_the_other_is_to_be_merged_into_it() -> None:
    found = compile_questionnaire({**SAMPLE, "handlungsfelder/hof.yml": b"kennung: hof\n"}).findings
    assert [each.remedy.partition(".")[0] for each in found] == ["„hof"]
    assert "gibt es schon" in found[0].remedy


def test_our_own_questionnaire_says_what_it_wants_and_keeps_it() -> None:
    files = read_folder(ROOT / "questionnaire")
    assert b"\nkurzform:\n  mindestens: 3\n  hoechstens: 5\n" in files["katalog.yaml"]
    assert QuestionnaireRule.SHORT_FORM_SIZE not in {each.slug for each in compile_questionnaire(files).findings}


@pytest.mark.parametrize(
    ("field", "question", "who", "number"),
    [
        ("fairer-zugang-und-teilhabechancen", "fz-bildung-kita", "Kreisangehörige Stadt oder Gemeinde", "2 Fragen"),
        ("arbeit-und-wirtschaftliche-entwicklung", "aw-gruendung-beratung", "Kreisangehörige Stadt", "2 Fragen"),
        ("kommunikation-und-konfliktmanagement", "kk-information-kanaele", "Landkreis", "2 Fragen"),
        ("kommunikation-und-konfliktmanagement", "kk-anfeindungen-ablauf", "Landkreis", "2 Fragen"),
        ("management-und-steuerung", "ms-leitbild-beschluss", "Kreisfreie Stadt", "2 Fragen"),
    ],
)
def test_one_question_less_of_ours_is_told_with_field_type_number_and_remedy(
    field: str, question: str, who: str, number: str
) -> None:
    files = read_folder(ROOT / "questionnaire")
    name = f"handlungsfelder/{field}.yaml"
    before, after = files[name].decode().split(f"kennung: {question}\n", 1)
    changed = f"{before}kennung: {question}\n{after.replace('kurzform: ja', 'kurzform: nein', 1)}"
    (found,) = compile_questionnaire({**files, name: changed.encode()}).findings
    assert (found.slug, found.place.file, found.stops) == ("kurzform-umfang", name, True)
    assert all(part in found.message for part in (f"„{field}“", who, number, "3 bis 5"))
    assert "„kurzform: ja“" in found.remedy
