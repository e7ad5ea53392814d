"""The preview: a guide's site, served to its author, built anew and shown anew on each change."""
