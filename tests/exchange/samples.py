"""Data of others that tests import."""

from pathlib import Path

FREE_EXERCISE_DB = Path(__file__).parent / "free-exercise-db.json"
"""Forty exercises of the public data set; free-exercise-db.txt says whence, and its licence."""
