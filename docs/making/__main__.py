"""Writes all that is made: `python -m docs.making`. Pictures that nothing shows any more go."""

from .everything import PICTURES, files


def main() -> None:
    made = files()
    for path, text in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for path in PICTURES.glob("*.svg"):
        if path not in made:
            path.unlink()


if __name__ == "__main__":
    main()
