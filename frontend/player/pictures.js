// What the player shows of its page: copies of its figures, for whichever side is meant, and of what
// it says about when to stop.

/** @typedef {Readonly<{id: string, side: string}>} Sight a figure of the page, and "left", "right" or "" */

/**
 * @param {Document} page
 * @param {Sight} sight
 * @returns {Element[]} its room, or nothing where the page has no such figure
 */
export function pictureOf(page, { id, side }) {
  const room = id ? page.getElementById(id)?.closest(".room")?.cloneNode(true) : null;
  if (!(room instanceof Element)) return [];
  // The words beside it say what it is. Ids stay with the original, whose patterns it uses too.
  for (const element of room.querySelectorAll("title, desc, button, .scene")) element.remove();
  withoutIds(room);
  for (const figure of room.querySelectorAll("[data-figure]")) {
    for (const attribute of ["role", "aria-labelledby"]) figure.removeAttribute(attribute);
    const drawn = figure.getAttribute("data-side");
    figure.toggleAttribute("data-mirrored", Boolean(side && drawn && side !== drawn));
  }
  room.classList.remove("thumb");
  room.setAttribute("aria-hidden", "true");
  return [room];
}

/**
 * @param {Document} page
 * @returns {Element[]} its notes on when to stop
 */
export function warnings(page) {
  return [...page.querySelectorAll(".is-stop")].map((note) => {
    const copy = /** @type {Element} */ (note.cloneNode(true));
    withoutIds(copy);
    return copy;
  });
}

/** @param {Element} copy whose original keeps them */
function withoutIds(copy) {
  copy.removeAttribute("id");
  for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
}
