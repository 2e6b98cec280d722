"""What ``mkdocs.yml`` may say about the self-check."""

from mkdocs.config import config_options
from mkdocs.config.base import Config


class SelfcheckSiteConfig(Config):
    """Settings of the plugin ``selfcheck_site``."""

    questionnaire = config_options.Dir(exists=True, default="questionnaire")
    """Folder of the questionnaire, relative to ``mkdocs.yml``."""

    form = config_options.Type(str, default="selbstcheck/fragebogen.md")
    """The page that asks for the form, inside ``docs_dir``; results are shown there, and their links start there."""
