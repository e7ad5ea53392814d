"""Pictures of every page in every light, to be looked at: `python -m tests.pictures`."""
