"""A site that is the self-check alone: no magazine, no profiles, no methods, no help."""

import shutil

import pytest

from building import ROOT, Built, build

CONFIGURATION = """
site_name: Nur der Selbstcheck
theme:
  name: material
  custom_dir: theme
  language: de
  font: false
plugins:
  - weltoffene_kommune:
      questionnaire: questionnaire
nav:
  - Start: index.md
  - Fragebogen: fragebogen.md
extra:
  generator: false
  footer: []
"""


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = tmp_path_factory.mktemp("allein")
    for name in ("questionnaire", "theme"):
        shutil.copytree(ROOT / name, project / name)
    for name in ("build", "node_modules"):
        (project / name).symlink_to(ROOT / name)
    (project / "docs").mkdir()
    (project / "docs" / "index.md").write_text("# Start\n\n<!-- selbstcheck: umfang -->\n", encoding="utf-8")
    (project / "docs" / "fragebogen.md").write_text(
        "# Fragebogen\n\n<!-- selbstcheck: fragebogen -->\n", encoding="utf-8"
    )
    (project / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    # Not strictly: the suggestions name pages of the platform, and each that is missing is a warning.
    return build(project / "site", project=project, strict=False)


def test_the_site_is_built_with_form_runtime_and_policy(alone: Built) -> None:
    assert alone.code == 0, alone.said
    form = (alone.site / "fragebogen" / "index.html").read_text(encoding="utf-8")
    assert 'id="selbstcheck"' in form
    assert "wasm-unsafe-eval" in form
    assert list(alone.site.glob("assets/laufzeit/*.zip"))


def test_nothing_of_the_platform_is_served(alone: Built) -> None:
    assert not (alone.site / "assets" / "suche").exists()
    assert not (alone.site / "assets" / "wissen").exists()
    assert not (alone.site / "kommunen").exists()
    start = (alone.site / "index.html").read_text(encoding="utf-8")
    assert "assets/wissen" not in start
    assert "suche/" not in start
    assert "Handlungsfelder" in start
