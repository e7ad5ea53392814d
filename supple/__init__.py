"""Supple turns a folder of Markdown exercise pages into a stretching guide."""

__version__ = "0.1.0"
