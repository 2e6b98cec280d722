"""What the build puts into the pages of the site, knowing neither MkDocs nor the file system.

A page asks for a block by its name, see `host.marks`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial

from selfcheck_core.catalogue import Catalogue
from selfcheck_core.question_sets import QuestionSet
from selfcheck_site.backing import KnownPages, Standing, backing, count
from selfcheck_site.bundling.bundle import Bundle
from selfcheck_site.compile import Compiled
from selfcheck_site.drawings import range_parts, way
from selfcheck_site.examples import Example
from selfcheck_site.glimpses import Glimpse, field_glimpse, result_glimpse
from selfcheck_site.mirrors import answering, mirrored
from selfcheck_site.sensitivity import in_words, row, sensitivity, together
from selfcheck_site.views.questionnaire import Module, questionnaire
from selfcheck_site.views.rendering import environment

WITHOUT_THE_FORM_S_STYLES = frozenset({"beispiel-ergebnis", "beispiel-handlungsfeld", "spanne", "weg"})
"""Blocks that the theme's own styles are enough for."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks one page may ask for.

    Attributes:
        compiled: a compiled questionnaire without errors.
        bundle: what the browser loads.
        url: turns a path of the site into an address relative to the page.
        examples: the worked examples whose sensitivity the method page shows.
        platform: which pages of the platform name which questions.
        glimpse: what a page shows of a result and of a field, None where nobody has chosen.
    """

    compiled: Compiled
    bundle: Bundle
    url: Callable[[str], str]
    examples: tuple[Example, ...] = ()
    platform: KnownPages = field(default_factory=KnownPages)
    glimpse: Glimpse | None = None

    def named(self) -> Mapping[str, Callable[[], str]]:
        """Return every block's maker under the name that editors write."""
        return {
            "fragebogen": self.form,
            "reifegrade": self.levels,
            "schwellen": self.limits,
            "umfang": self.extent,
            "empfindlichkeit": self.sensitivity,
            "abdeckungskarte": self.backing,
            "weg": way,
            "spanne": lambda: range_parts(self._catalogue, self.glimpse.example) if self.glimpse else "",
            "beispiel-ergebnis": lambda: result_glimpse(self._catalogue, self.glimpse.example) if self.glimpse else "",
            "beispiel-handlungsfeld": lambda: (
                field_glimpse(self._catalogue, self.glimpse.field, self.url) if self.glimpse else ""
            ),
            "spiegelkarte": self.mirrors,
            **{f"fragensatz-{each.id}": partial(self.form, each) for each in self._catalogue.sets},
        }

    def form(self, asked: QuestionSet | None = None) -> str:
        """Return the questionnaire, or one question set, as a form that also works on paper."""
        bundle = self.bundle
        assets = {name: self.url(path) for name, path in bundle.assets.items()}
        # Whoever comes to the wrong form is told of the others where one begins.
        others = {"sets": self.url(_PAGE_OF_SETS)} if self._catalogue.sets else {}
        sums = {"main-integrity": bundle.integrity(bundle.assets["main"]), "sums": bundle.sums}
        modules = [Module(self.url(path), bundle.integrity(path)) for path in bundle.modules]
        return questionnaire(self._catalogue, {**assets, **bundle.sizes, **sums, **others}, modules, asked)

    def levels(self) -> str:
        """Return the table of levels with the value each begins at and the reason given for it."""
        reasons = {explanation.key: explanation.reason for explanation in self.compiled.explanations}
        rows = [(level.title, level.start, reasons.get(f"level:{level.id}", "")) for level in self._catalogue.levels]
        return environment().get_template("method_levels.html").render(rows=rows)

    def limits(self) -> str:
        """Return the table of every other number of the model with its reason, questions' own weights among them."""
        titles = {**_LIMITS, **{f"weight:{q.id}": f"Gewicht der Frage „{q.text}“" for q in self._catalogue.questions()}}
        rows = [
            (titles[e.key], Fraction(e.value) if e.value else None, e.reason)
            for e in self.compiled.explanations
            if e.key in titles
        ]
        return environment().get_template("method_limits.html").render(rows=rows)

    def extent(self) -> str:
        """Return one sentence that says how many fields, themes and questions there are."""
        return environment().get_template("extent.html").render(catalogue=self._catalogue)

    def sensitivity(self) -> str:
        """Return a table for each worked example: how often a level changes when one number changes by a tenth."""
        found = [(example.title, sensitivity(self._catalogue, example.sheet)) for example in self.examples]
        everything = [field for _, fields in found for field in fields]
        return (
            environment()
            .get_template("method_sensitivity.html")
            .render(
                examples=[
                    {"title": title, "rows": [row(self._catalogue, field) for field in fields]}
                    for title, fields in found
                ],
                weights=in_words(together(everything, lambda field: field.weights)),
                limits=in_words(together(everything, lambda field: field.limits)),
            )
        )

    def backing(self) -> str:
        """Return the tables that show which questions and rungs have pages of the platform behind them."""
        fields = backing(self._catalogue, self.platform)
        return (
            environment()
            .get_template("backing.html")
            .render(
                fields=fields,
                questions=[question for field in fields for question in field.questions],
                standings=tuple(Standing),
                count=count,
                titles=self.platform.titles,
                url=self.url,
            )
        )

    def mirrors(self) -> str:
        """Return the tables that show which question set asks about which theme, or why none does."""
        catalogue = self._catalogue
        return (
            environment()
            .get_template("mirrors.html")
            .render(
                fields=mirrored(catalogue, self.compiled.unmirrored),
                answering=[answering(catalogue, each) for each in catalogue.sets],
            )
        )

    @property
    def _catalogue(self) -> Catalogue:
        assert self.compiled.catalogue is not None  # noqa: S101 - compiled without errors
        return self.compiled.catalogue


_PAGE_OF_SETS = "selbstcheck/sichten/"
_LIMITS = {
    "coverage:none-below": "Keine Einstufung unter dieser Abdeckung",
    "coverage:tentative-below": "Vorläufig unter dieser Abdeckung",
    "coverage:firm-from-answers": "Belastbar erst ab so vielen gewerteten Fragen",
    "coverage:compared-from-answers": "Regelung und Praxis verglichen erst ab je so vielen gewerteten Fragen",
    "not-applicable-warning-above": "Hinweis, wenn mehr als dieser Anteil „entfällt“",
    "weight": "Gewicht einer Frage, wenn nichts anderes angegeben ist",
    "rungs": "Wert der Stufen 0 bis 3",
    "short-form": "Fragen der Kurzform, die in jedem Handlungsfeld zählen",
    "question-sets": "Fragen eines Fragensatzes",
}
