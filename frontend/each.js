// What the scripts of a page begin with: they look for what there is to bring to life.

/**
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} type others are left alone
 * @param {(element: T) => void} bind
 */
export function each(selector, type, bind) {
  for (const element of document.querySelectorAll(selector)) {
    if (element instanceof type) bind(element);
  }
}

/**
 * @param {string} id of a script element with JSON
 * @returns {any} undefined where the page has none
 */
export function readJson(id) {
  const text = document.getElementById(id)?.textContent;
  return text ? JSON.parse(text) : undefined;
}
