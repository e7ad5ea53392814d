// Brings a script or a style into the page when somebody wants what is in it. By its element, since
// pages from a disk may not fetch.

/**
 * @param {string} address
 * @returns {Promise<unknown>} kept once the script has run
 */
export function load(address) {
  const script = document.createElement("script");
  script.src = address;
  return added(script);
}

/**
 * @param {string} address
 * @returns {Promise<unknown>} kept once the page looks as it says
 */
export function loadStyle(address) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  return added(link);
}

/** @param {HTMLElement} element which fetches something */
function added(element) {
  return new Promise((resolve, reject) => {
    element.onload = resolve;
    element.onerror = reject;
    document.head.append(element);
  });
}
