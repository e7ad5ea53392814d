"""Pages for those who write guides and those who change Supple."""
