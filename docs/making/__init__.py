"""What makes docs/poses.md, docs/figures.md and their pictures: `make figures`."""
