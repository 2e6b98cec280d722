"""The ids of questions, themes and fields on the form's page.

An author may call a question like a property of a form, and the element of that id or name would take its place. No id
of an author holds a full stop; these do. The page's script leads `#QUESTION` to them as well.
"""


def question_place(question: str) -> str:
    """Return the id of a question's place."""
    return f"frage.{question}"


def theme_place(theme: str) -> str:
    """Return the id of a theme's place."""
    return f"thema.{theme}"


def field_place(field: str) -> str:
    """Return the id of a field's place."""
    return f"feld.{field}"
