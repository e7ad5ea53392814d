"""Whether a page fits: nobody has to push it sideways, and no word of it is cut off."""

from playwright.sync_api import Page

LARGE_LETTERS = "document.documentElement.style.fontSize = '200%'"

SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"

STICKING_OUT = """
() => {
  const named = (one) => one.outerHTML.split("\\n")[0].slice(0, 80);
  const out = ({ left, right }) => left < -1 || right > document.documentElement.clientWidth + 1;
  return [...document.body.querySelectorAll("*")]
    .filter((one) => one.checkVisibility() && out(one.getBoundingClientRect()))
    .map((one) => `${location.pathname}: sticks out: ${named(one)}`);
}
"""

# What is clipped to nothing is for screen readers, what can be scrolled isn't lost.
CUT = """
() => {
  const hides = (overflow) => ["hidden", "clip"].includes(overflow);
  const scrolls = (overflow) => ["auto", "scroll"].includes(overflow);
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const holder = text.parentElement;
    if (!text.data.trim() || !holder.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    for (let one = holder; one !== document.body; one = one.parentElement) {
      const inside = one.getBoundingClientRect();
      if (inside.width <= 1 || getComputedStyle(one).clipPath !== "none") break;
      const { overflowX, overflowY } = getComputedStyle(one);
      if (hides(overflowX) && (box.left < inside.left - 1 || box.right > inside.right + 1)
          || hides(overflowY) && (box.top < inside.top - 1 || box.bottom > inside.bottom + 1)) {
        found.push(`${location.pathname}: cut off: ${text.data.trim().slice(0, 60)}`);
        break;
      }
      if (scrolls(overflowX) && scrolls(overflowY)) break;
    }
  }
  return found;
}
"""


def sideways(page: Page) -> list[str]:
    """Why a page can be pushed sideways: the elements that stick out, or at least its address."""
    if not page.evaluate(SIDEWAYS):
        return []
    return page.evaluate(STICKING_OUT) or [f"{page.url}: can be pushed sideways"]


def misfits(page: Page) -> list[str]:
    """All that doesn't fit into a page as it is shown now."""
    return [*sideways(page), *page.evaluate(CUT)]
