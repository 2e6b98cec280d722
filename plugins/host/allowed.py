"""What a finished page may hold: elements, attributes and addresses, each group with the reason why it is there.

Everything else ends the build. What stands here is what our templates and Markdown make today; a template that needs
more gets it here, together with the reason. Left out for good is whatever runs, embeds, redirects or styles in place:
handlers, `style`, `srcdoc`, `action`, `iframe`, `object`, `base`, `template`, animation and links inside of pictures.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Allowance:
    """Elements that may stand on a page, the attributes they may have beside those of every element, and the reason."""

    reason: str
    elements: str
    attributes: str = ""


class Reach(Enum):
    """How far an address may lead."""

    OWN = "a file of this site, as a relative address"
    KNOWN = "that, or an absolute address of this site or of its repository"
    ANYWHERE = "that, or a page elsewhere that a person opens"


ALLOWANCES = (
    Allowance("the frame of a page", "html", "lang"),
    Allowance("the frame of a page", "head body title header main footer nav article section div span"),
    Allowance("what stands beside a text: its contents, and what to read next", "aside"),
    Allowance("the main menu opens without a script", "nav", "popover"),
    Allowance(
        "what search engines and browsers ask for; see METAS", "meta", "charset name property content http-equiv"
    ),
    Allowance(
        "styles, icon, font, feeds, modules with the sum that they must have; see LINKS",
        "link",
        "rel href type media title as crossorigin integrity",
    ),
    Allowance(
        "scripts by name, in their order, with their sums, and structured data; see finished_page",
        "script",
        "type src defer blocking integrity crossorigin",
    ),
    Allowance("a sentence for those whose browser runs no script", "noscript"),
    Allowance("text", "h1 h2 h3 h4 h5 h6 p br hr em strong sup code pre blockquote"),
    Allowance("text", "time", "datetime"),
    Allowance("lists", "ul li dl dt dd"),
    Allowance("lists", "ol", "start"),
    Allowance("links", "a", "href title"),
    Allowance("pictures of this site", "img", "src alt width height title"),
    Allowance("pictures with a caption", "figure figcaption"),
    Allowance("tables", "table caption thead tbody tr"),
    Allowance("tables", "th td", "scope colspan rowspan"),
    Allowance("the form; it is never sent, the policy forbids it", "form", "method novalidate autocomplete"),
    Allowance("the form", "fieldset", "disabled"),
    Allowance("the form", "legend dialog"),
    Allowance("the form", "label", "for"),
    Allowance("the form", "progress", "max value"),
    Allowance("the form", "button", "type value name disabled popovertarget popovertargetaction"),
    Allowance("the menu takes the focus when it opens", "button", "autofocus"),
    Allowance("long lists are folded", "details summary"),
    Allowance(
        "the form",
        "input",
        "type name value checked disabled required accept autocapitalize autocomplete enterkeyhint inputmode maxlength "
        "pattern placeholder spellcheck min max step",
    ),
    Allowance("the form", "textarea", "name rows maxlength disabled placeholder spellcheck autocomplete"),
    Allowance("the form", "select", "name disabled autocomplete"),
    Allowance("the form", "optgroup", "label"),
    Allowance("the form", "option", "value selected"),
    Allowance("drawings", "svg", "viewbox width height focusable"),
    Allowance(
        "drawings", "g path circle line rect", "fill stroke stroke-width stroke-linejoin d cx cy r rx x y x1 x2 y1 y2"
    ),
    Allowance("drawings", "rect pattern", "width height"),
    Allowance("drawings: the map's points lie under their names", "circle", "pointer-events"),
    Allowance("drawings: hatching, which paper shows too", "defs pattern", "patterntransform patternunits"),
    Allowance("drawings", "text tspan", "x y text-anchor"),
)

_EVERYWHERE = "id class lang dir hidden role tabindex"
"""What any element may have: names for styles and links, the language, and what is told to a screen reader."""

_FAMILIES = re.compile(r"(?:aria|data)-[a-z]+(?:-[a-z]+)*")
"""What a browser reads aloud, and what our own scripts read of our own templates; neither runs nor loads anything."""

OUTSIDE = frozenset({"https", "mailto", "tel"})
"""Kinds of addresses that a link may open."""

ADDRESSES: Mapping[str, Mapping[str, Reach]] = {
    "href": {"a": Reach.ANYWHERE, "link": Reach.KNOWN},
    "src": {},
    **{f"data-{name}": {} for name in ("worker", "bundle", "pyodide", "search", "root")},
}
"""Attributes with an address → how far it may lead, by element; `Reach.OWN` where nothing is said."""

LINKS = frozenset({"icon", "preload", "modulepreload", "stylesheet", "alternate", "canonical"})
"""Relations of a `link`; only the last may name an absolute address."""

METAS = frozenset({
    "charset", "viewport", "description", "referrer", "og:site_name", "og:title", "og:description", "og:type",
    "og:locale", "og:url", "og:image", "og:image:alt",
})  # fmt: skip
"""Names of a `meta`; of what browsers obey (`http-equiv`) only the policy is allowed."""


def _by_element() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for allowance in ALLOWANCES:
        for element in allowance.elements.split():
            found[element] = found.get(element, frozenset(_EVERYWHERE.split())) | set(allowance.attributes.split())
    return found


ELEMENTS: Mapping[str, frozenset[str]] = _by_element()
"""Element → the attributes that it may have, in small letters."""


def may_have(element: str, attribute: str) -> bool:
    """Tell whether an element may have an attribute; both in small letters."""
    return attribute in ELEMENTS[element] or _FAMILIES.fullmatch(attribute) is not None
