"""What leaves the site for other programs: feeds, structured data, open data."""
