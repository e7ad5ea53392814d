// Names the place that the keyboard is at, and answers beside the body map, where there is room beside it: with the beginning of the list that a
// place leads to. Elsewhere, and if it is chosen again, a place is the link that it is without this.

const WIDE = "(min-width: 56rem)"; // as in supple.css

/** @param {HTMLElement} map with its places, as data-place, and the answers to them */
export function bindBodyMap(map) {
  map.addEventListener("click", (event) => {
    const { target, button, ctrlKey, metaKey, shiftKey, altKey } = event;
    const link = target instanceof Element ? target.closest("[data-place]") : null;
    const isPlain = button === 0 && !(ctrlKey || metaKey || shiftKey || altKey);
    if (!link || !isPlain || !matchMedia(WIDE).matches || link.hasAttribute("aria-current")) return;
    event.preventDefault();
    show(map, link.getAttribute("data-place") ?? "");
  });
  const pointed = map.querySelector("[data-pointed]");
  for (const kind of ["focusin", "focusout"]) {
    map.addEventListener(kind, ({ target }) => {
      const spot = target instanceof Element ? target.closest(".spot:focus-visible") : null;
      if (pointed) pointed.textContent = (kind === "focusin" && spot?.getAttribute("aria-label")) || "";
    });
  }
}

/**
 * @param {HTMLElement} map
 * @param {string} place
 */
function show(map, place) {
  for (const link of map.querySelectorAll("[data-place]")) {
    if (link.getAttribute("data-place") === place) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  for (const answer of map.querySelectorAll(".answer")) {
    answer.toggleAttribute("hidden", answer.id !== `answer-${place}`);
  }
  document.getElementById(`answer-${place}`)?.focus({ preventScroll: true });
}
