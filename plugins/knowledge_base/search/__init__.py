"""The search: from finished pages to an index that a browser loads in small pieces."""
