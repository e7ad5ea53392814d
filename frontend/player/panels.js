// What takes the place of the hold view for a while: what one can choose, and when to stop.

import { soon } from "../soon.js";

/**
 * `fill` is told whether the session ran until its panel was opened.
 * @typedef {Readonly<{
 *   panel: HTMLElement, opener: HTMLElement, fill: (ran: boolean) => void,
 * }>} Panel
 */

/**
 * @param {readonly Panel[]} panels of which one is open at a time; [data-shut] in it closes it
 * @param {() => boolean} pause gives whether it was running
 * @param {() => void} goOn
 */
export function bindPanels(panels, pause, goOn) {
  /** @type {Panel | null} */
  let open = null;
  let goesOn = false;

  /** @param {Panel | null} next */
  function show(next) {
    open = next;
    for (const each of panels) {
      const isOpen = each === next;
      if (isOpen) each.fill(goesOn);
      each.panel.hidden = !isOpen;
      each.opener.setAttribute("aria-expanded", String(isOpen));
    }
  }

  /** @param {Panel} wanted opens, or closes where it is open */
  function toggle(wanted) {
    if (!open) goesOn = pause();
    show(open === wanted ? null : wanted);
    const place = open ? wanted.panel : wanted.opener;
    soon(() => place.focus());
    if (!open && goesOn) goOn();
  }

  for (const each of panels) {
    each.opener.addEventListener("click", () => toggle(each));
    each.panel.addEventListener("submit", (event) => event.preventDefault());
    each.panel.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest("[data-shut]")) toggle(each);
    });
  }

  return {
    isOpen: () => open !== null,
    /** As its own button does. */
    back: () => open && toggle(open),
    /** For another session: nothing goes on. */
    close: () => show(null),
  };
}
