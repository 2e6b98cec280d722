"""What ``mkdocs.yml`` may say about the knowledge platform."""

from mkdocs.config import config_options
from mkdocs.config.base import Config


class KnowledgeBaseConfig(Config):
    """Settings of the plugin ``knowledge_base``; folders are relative to ``mkdocs.yml``."""

    magazine = config_options.Dir(exists=True, default="magazine")
    """Folder of the articles and of the list of topics."""
