// Brings a script into the page when somebody wants what is in it. By a <script>, since pages from
// a disk may not fetch.

/**
 * @param {string} address
 * @returns {Promise<unknown>} kept once the script has run
 */
export function load(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.onload = resolve;
    script.onerror = reject;
    script.src = address;
    document.head.append(script);
  });
}
