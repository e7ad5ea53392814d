"""A guide from other programs' data, and as data for other programs."""
