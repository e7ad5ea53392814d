"""A guide into its problems: what no single file can show."""
