"""Pages into files: what was written before, and files that are whole at every moment."""
