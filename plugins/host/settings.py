"""What ``mkdocs.yml`` may say about the site."""

from mkdocs.config import config_options
from mkdocs.config.base import Config


class Settings(Config):
    """Settings of the plugin; where texts lie is fixed, since they name one another by their places."""

    questionnaire = config_options.Dir(exists=True, default="questionnaire")
    """Folder of the questionnaire, relative to ``mkdocs.yml``."""
