"""The commands: arguments to the pipeline, and its outcome in words."""
