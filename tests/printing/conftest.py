"""Here PDFs are made."""

import pytest

from supple.rendering.paper.plan import plan_prints


@pytest.fixture(autouse=True)
def _with_pdfs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("supple.pipeline.plan_prints", plan_prints)
