"""How a text of an editor is read and what is said about it: YAML, kinds of value, entries, findings."""
