"""Text into domain and problems: strict YAML, front matter, prose, settings, the whole folder."""
