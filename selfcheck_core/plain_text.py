"""Text that a person typed or a file brought along, freed of what cannot be seen but does something."""

import re

# Control characters except tab and line break; half surrogates, which no UTF-8 can hold; and the marks that turn the
# direction of reading around, with which one text can look like another. Joiners stay: names and emoji need them.
# Python and JavaScript (with its flag u) mean the same by this: what the reader takes away, the page does not write.
INVISIBLE = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
_INVISIBLE = re.compile(INVISIBLE)

_CALENDAR_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_TIME_OF_DAY = re.compile(r"T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def cleaned(text: str) -> str:
    """Return the text with plain line breaks and without invisible characters."""
    return _INVISIBLE.sub("", with_plain_breaks(text))


def with_plain_breaks(text: str) -> str:
    """Return the text with every line break as a single line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_calendar_date(text: str) -> bool:
    """Whether the text is a day of the calendar, written as 2026-05-31."""
    match = _CALENDAR_DATE.fullmatch(text)
    if match is None:
        return False
    year, month, day = (int(part) for part in match.groups())
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return (
        year > 0
        and month in range(1, 13)
        and day in range(1, _DAYS[month - 1] + 1)
        and (leap or (month, day) != (2, 29))
    )


def is_moment(text: str) -> bool:
    """Whether the text is a day and a time with its distance from Greenwich: 2026-05-31T14:05:00+02:00."""
    return is_calendar_date(text[:10]) and _TIME_OF_DAY.fullmatch(text, 10) is not None
