"""The names under which programs save what somebody meant to save under another: `neu.md.txt`, `hof.yml`."""

import re

_ENDINGS = ("md", "markdown", "mdown", "mkd", "txt", "text", "yaml", "yml", "docx", "doc", "odt", "rtf", "html", "htm")
_KNOWN = re.compile(rf"(\.({'|'.join(_ENDINGS)}))+$", re.IGNORECASE)
_YAML = re.compile(r"\.ya?ml(\.[a-z]+)?$", re.IGNORECASE)


def bare_name(name: str) -> str:
    """Return the name of a file without its ending, and without all endings where a program has added one."""
    return _KNOWN.sub("", name)


def seems_yaml(name: str) -> bool:
    """Tell whether a file was meant to be YAML: `hof.yml`, `hof.yaml.txt`, `hof.YAML`."""
    return _YAML.search(name) is not None
