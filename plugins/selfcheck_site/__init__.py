"""From the questionnaire's YAML files to the catalogue, the pages and the browser bundle."""
