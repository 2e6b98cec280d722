"""A body in a small project of its own, as the check command reads it; and an eye that does not know our lists."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from justhtml import JustHTML

from editorial.findings import Finding
from host.project import read_project
from knowledge.samples import QUESTIONNAIRE

IMPRINT = "docs/impressum.md"
_ELEMENTS = {"script", "iframe", "object", "embed", "base", "meta", "link", "style", "math", "template"}


def project_with(root: Path, text: str, file: str = IMPRINT) -> Path:
    """Return a project with one page, and with two targets for its links."""
    for name in (file, "docs/x.md", "docs/x.png", "docs/y.png"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("", encoding="utf-8")
    (root / file).write_text(text, encoding="utf-8")
    shutil.copytree(QUESTIONNAIRE, root / "questionnaire", dirs_exist_ok=True)
    return root


def findings_about_body(root: Path, body: str) -> list[Finding]:
    """Return what the check says about a page with this body."""
    project = read_project(project_with(root, f"# Impressum\n\n{body}\n"), root / "questionnaire", converting=True)
    return [finding for finding in project.findings if finding.place.file == IMPRINT]


def dangers_in(html: str) -> list[str]:
    """Return what could run, load or send in HTML, as another reader sees it that knows nothing of our lists.

    It builds the tree as the standard says too, and as a browser does that runs scripts.
    """
    return [danger for node in JustHTML(html, sanitize=False).query("*") for danger in _dangers(node.name, node.attrs)]


def _dangers(tag: str, attributes: Mapping[str, str | None]) -> Iterator[str]:
    if tag in _ELEMENTS:
        yield tag
    for name, value in attributes.items():
        address = "".join((value or "").split()).lower()
        scheme = address.partition(":")[0] if ":" in address else ""
        runs = name in {"href", "src", "xlink:href"} and scheme in {"javascript", "data", "vbscript"}
        away = tag == "img" and name == "src" and (address.startswith("//") or scheme.isalpha())
        if name.startswith("on") or name in {"style", "srcdoc", "formaction"} or runs or away:
            yield f"{tag} {name}"
