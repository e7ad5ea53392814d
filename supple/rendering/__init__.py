"""A guide into pages: the plan of every output, its data, and the templates' words."""
