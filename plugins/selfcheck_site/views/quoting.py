"""What a message quotes of a file or of a question. Apart from ``wording``, for which a bare score need not wait."""

from selfcheck_core.plain_text import cleaned

# A question is quoted whole as far as that goes; of what else stands in a file, enough is quoted to find it there.
QUESTION_LENGTH = 240


def excerpt(text: str, length: int = 80) -> str:
    """Return the text on one line, to be quoted: of at most ``length`` characters, cut behind a word with „…“."""
    line = " ".join(cleaned(text[: 4 * length]).split())
    if len(line) <= length:
        return line
    words = line[: length - 1].rpartition(" ")[0]
    # What has no word to cut behind, such as a long address, is cut where it ends.
    return f"{words} …" if words else f"{line[: length - 1]}…"
