"""What ``mkdocs.yml`` may say about the self-check."""

from mkdocs.config import config_options
from mkdocs.config.base import Config


class SelfcheckSiteConfig(Config):
    """Settings of the plugin ``selfcheck_site``."""

    questionnaire = config_options.Dir(exists=True, default="questionnaire")
    """Folder of the questionnaire, relative to ``mkdocs.yml``."""
