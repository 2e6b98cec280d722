"""Do links lead to a page of the platform? Its pages come as a value, from the terminal or from MkDocs."""

from collections.abc import Iterable, Iterator

from editorial.entries import Value
from editorial.findings import Finding, Severity, did_you_mean, excerpt
from selfcheck_site.rules import QuestionnaireRule


def page_names(paths: Iterable[str]) -> frozenset[str]:
    """Return what editors may write for these Markdown files: `a/b.md` is „a/b“, `a/index.md` is „a“ and „a/index“."""
    written = {path.removesuffix(".md") for path in paths if path.endswith(".md")}
    return frozenset(written | {name.removesuffix("/index") for name in written})


def dead_links(links: Iterable[Value], pages: frozenset[str]) -> Iterator[Finding]:
    """Yield every link that names none of the pages; what follows „#“ is not looked at."""
    for value in links:
        name = str(value.content).partition("#")[0]
        if name not in pages:
            near = did_you_mean(name, pages)
            remedy = (
                f"Meinten Sie „{near}“?" if near else "Schreiben Sie zuerst die Seite oder löschen Sie den Verweis."
            )
            message = f"Die Seite {excerpt(name)} gibt es auf dieser Plattform nicht."
            yield Finding(QuestionnaireRule.DEAD_REFERENCE, value.place, message, remedy, Severity.WARNING)
