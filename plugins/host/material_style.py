"""What our pages need of Material's style sheet: a quarter of it at most, the rest dresses what no page of ours has."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise

import tinycss2  # type: ignore[import-untyped]
from tinycss2.ast import (  # type: ignore[import-untyped]
    AtRule,
    Declaration,
    FunctionBlock,
    IdentToken,
    LiteralToken,
    Node,
    QualifiedRule,
)

# The classes of that sheet which stand on our pages; a page that has another one fails a test.
CLASSES = frozenset({
    "admonition", "admonition-title", "footnote", "footnote-backref", "footnote-ref", "headerlink",
    "md-button", "md-button--primary", "md-typeset", "note", "warning",
})  # fmt: skip
_GROUPS = ("media", "supports")


@cache
def needed(sheet: str, *ours: str) -> str:
    """Return the rules of Material's sheet that can apply to our pages, with the properties that anything reads.

    A preview builds again at every save, and the sheets stay: what was found is kept.

    Args:
        sheet: Material's sheet.
        ours: the text of each sheet of our own, which may read properties that Material's sets.
    """
    rules = list(_that_apply(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)))
    texts = (tinycss2.serialize(rules), *ours)
    read = {name for text in texts for name in _read_in(tinycss2.parse_component_value_list(text))}
    return "".join(_written(rule, read) for rule in rules)


def _classes_of(selector: Sequence[Node]) -> set[str]:
    """Return the classes that an element, or one around or before it, must have; those inside of „:not()“ are none."""
    pairs = pairwise(selector)
    return {name.value for dot, name in pairs if _is_literal(dot, ".") and isinstance(name, IdentToken)}


def _that_apply(rules: Iterable[Node]) -> Iterator[Node]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = [
                list(each)
                for is_comma, each in groupby(rule.prelude, lambda part: _is_literal(part, ","))
                if not is_comma
            ]
            kept = [selector for selector in selectors if _classes_of(selector) <= CLASSES]
            rule.prelude = [part for selector in kept for part in (LiteralToken(0, 0, ","), *selector)][1:]
            if kept:
                yield rule
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in _GROUPS and rule.content is not None:
            rule.content = list(_that_apply(tinycss2.parse_rule_list(rule.content, skip_whitespace=True)))
            if rule.content:
                yield rule
        else:
            yield rule


def _read_in(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, FunctionBlock) and node.lower_name == "var":
            yield from (part.value for part in node.arguments if isinstance(part, IdentToken))
        yield from _read_in(getattr(node, "arguments", None) or getattr(node, "content", None) or ())


def _written(rule: Node, read: set[str]) -> str:
    """Return the rule's text without the properties that nobody reads; empty where nothing is left of it."""
    if isinstance(rule, QualifiedRule):
        declared = tinycss2.parse_blocks_contents(rule.content, skip_whitespace=True)
        kept = [each for each in declared if not _is_unread(each, read)]
        return f"{tinycss2.serialize(rule.prelude)}{{{tinycss2.serialize(kept)}}}" if kept else ""
    if isinstance(rule, AtRule) and rule.lower_at_keyword in _GROUPS and rule.content is not None:
        inside = "".join(_written(each, read) for each in rule.content)
        return f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inside}}}" if inside else ""
    return str(rule.serialize())


def _is_unread(declared: Node, read: set[str]) -> bool:
    return isinstance(declared, Declaration) and declared.name.startswith("--") and declared.name not in read


def _is_literal(node: Node, value: str) -> bool:
    return isinstance(node, LiteralToken) and node.value == value
