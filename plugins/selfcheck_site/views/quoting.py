"""What a message quotes of a file or of a question. Apart from ``wording``, for which a bare score need not wait."""

from selfcheck_core.plain_text import cleaned


def excerpt(text: str, length: int = 80) -> str:
    """Return the text on one line, cut to ``length`` characters with an ellipsis, to be quoted in a message."""
    line = " ".join(cleaned(text[: 4 * length]).split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
