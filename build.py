"""Builds the guide in this folder: the same as `supple build`, from wherever it is called."""

import sys
from pathlib import Path

from supple.cli import main

if __name__ == "__main__":
    sys.exit(main(["build", str(Path(__file__).parent), *sys.argv[1:]]))
