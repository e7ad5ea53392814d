// The form above a page made for paper: it needs this script. Styles show it where scripts run; where
// they can't know, it is hidden until this comes.

/**
 * What is chosen: the form's fields, the paper's name, and whether an exercise is on it, where some
 * can be left out.
 * @typedef {(number: number) => boolean} IsKept
 * @typedef {{fields: FormData, paper: string, isKept: IsKept | undefined}} Chosen
 */

/**
 * @param {Document} page
 * @param {string} id of what the page says to its script, as JSON
 * @param {() => void} print
 * @param {(said: any) => (chosen: Chosen) => void} begin what sets the page as it is chosen
 */
export function followChoices(page, id, print, begin) {
  const form = /** @type {HTMLFormElement | null} */ (page.querySelector("form.choices"));
  const data = page.getElementById(id)?.textContent;
  if (!form || !data) return;
  const said = JSON.parse(data);
  const set = begin(said);
  const follow = () => {
    const fields = new FormData(form);
    const paper = String(fields.get("paper") ?? Object.keys(said.forms)[0]);
    const kept = new Set(fields.getAll("exercise").map(Number));
    const isKept = (/** @type {number} */ number) => kept.has(number);
    const picks = form.elements.namedItem("exercise") !== null;
    set({ fields, paper, isKept: picks ? isKept : undefined });
    refuse(form, picks && !kept.size);
  };
  form.classList.add("is-ready");
  for (const hint of page.querySelectorAll(".by-hand")) /** @type {HTMLElement} */ (hint).hidden = true;
  form.addEventListener("change", follow);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    print();
  });
  follow();
}

/**
 * Without any exercise there is nothing to print, which is said beside the button.
 * @param {HTMLFormElement} form
 * @param {boolean} isEmpty
 */
function refuse(form, isEmpty) {
  const button = form.querySelector("button");
  if (button) button.disabled = isEmpty;
  const none = /** @type {HTMLElement | null} */ (form.querySelector(".none"));
  const words = (isEmpty && none?.dataset["says"]) || "";
  if (none && none.textContent !== words) none.textContent = words;
}

/**
 * Names of what is said the exercises that are left; as it came, where all are. `data-exercises`
 * has their numbers.
 * @param {Element} where
 * @param {IsKept} isKept
 * @param {(left: readonly number[]) => string} nameOf how those are named
 * @returns {boolean} whether there is any left
 */
export function nameLeft(where, isKept, nameOf) {
  const numbers = (where.getAttribute("data-exercises") ?? "").split(" ").map(Number);
  const left = numbers.filter(isKept);
  const whole = where.getAttribute("data-all") ?? where.textContent ?? "";
  where.setAttribute("data-all", whole);
  where.textContent = left.length === numbers.length ? whole : `\u00a0(${nameOf(left)})`;
  return left.length > 0;
}
