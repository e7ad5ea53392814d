"""The formats of a guide's files: every key, what it is for, and an example.

This is the one schema: it reads and checks the files, and editors are told from it.
The domain's own form of the same things, with defaults filled in, is made from these records.
"""
