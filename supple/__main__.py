"""`python -m supple`."""

from supple.cli import command

command()
