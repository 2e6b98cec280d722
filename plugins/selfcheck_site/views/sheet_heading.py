"""Whose sheet it is: the first line of every view of a sheet, and all that the sheet says about itself."""

from selfcheck_core.catalogue import Catalogue
from selfcheck_core.sheet import Sheet
from selfcheck_site.views import wording

_UNNAMED = "Ihre Kommune"
_IN_HEADING = ("Datum", "Umfang", "Perspektive")


def heading(catalogue: Catalogue, sheet: Sheet) -> tuple[str, ...]:
    """Return municipality, day, form and perspective; what was not given is left out, but for the municipality."""
    about = dict(_origin(catalogue, sheet))
    return (about.get("Kommune", _UNNAMED), *(about[key] for key in _IN_HEADING if key in about))


def beside_heading(catalogue: Catalogue, sheet: Sheet) -> tuple[tuple[str, str], ...]:
    """Return what the sheet says about itself that its heading does not say, as (label, value)."""
    said = ("Kommune", *_IN_HEADING)
    return tuple((label, value) for label, value in _origin(catalogue, sheet) if label not in said)


def _origin(catalogue: Catalogue, sheet: Sheet) -> tuple[tuple[str, str], ...]:
    """Return what the sheet says about itself, as (label, value); what was not given is left out."""
    types = {kind.id: kind.title for kind in catalogue.municipality_types}
    perspectives = {role.id: role.title for role in catalogue.perspectives}
    given = (
        ("Kommune", sheet.municipality.name),
        ("Art der Kommune", types.get(sheet.municipality.type, "")),
        ("Stelle", sheet.office),
        ("Perspektive", perspectives.get(sheet.perspective, "")),
        ("Datum", wording.date(sheet.date)),
        ("Umfang", wording.scope(catalogue, sheet.scope)),
        ("Fragebogen", f"{catalogue.title}, Fassung {catalogue.version}"),
    )
    return tuple((label, value) for label, value in given if value)
