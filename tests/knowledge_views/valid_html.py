"""What a fragment must keep to: closed elements, nothing where it may not stand, ids once, references that lead on."""

from fragment import Element, elements_of

_PHRASING = {"a", "b", "br", "button", "em", "input", "label", "select", "small", "span", "strong", "svg", "time"}
_ONLY = {
    "ul": {"li"}, "ol": {"li"}, "dl": {"div", "dt", "dd"}, "table": {"caption", "thead", "tbody"},
    "thead": {"tr"}, "tbody": {"tr"}, "tr": {"th", "td"}, "select": {"option", "optgroup"},
}  # fmt: skip
_REFERRING = ("for", "aria-labelledby", "aria-describedby", "aria-controls")


def checked(html: str) -> Element:
    """Return the fragment's elements; fails where the fragment is not valid in one of the ways that are checked."""
    root = elements_of(html)
    everything = root.all()
    for element in everything:
        inside = {child.tag for child in element.children if isinstance(child, Element)}
        if element.tag in {"p", "h2", "h3", "span", "label", "button", "dt", "caption"}:
            assert inside <= _PHRASING, (element.tag, inside)
        assert inside <= _ONLY.get(element.tag, inside), (element.tag, inside)
        if element.tag in {"a", "button", "label"}:
            assert not {"a", "button"} & {each.tag for each in element.all()}
        assert "style" not in element.attributes
    ids = [element.attributes["id"] for element in everything if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    referred = {ref for element in everything for key in _REFERRING for ref in element.attributes.get(key, "").split()}
    assert referred <= set(ids)
    return root
