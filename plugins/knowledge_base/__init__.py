"""Articles, profiles, methods and pages of help: typed front matter, listings, relations, map and feeds."""
