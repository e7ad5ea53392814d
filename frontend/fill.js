// Words come from the page, with names in braces for what is filled in.

/**
 * @param {string} template
 * @param {Readonly<Record<string, string | number>>} values
 * @returns {string}
 */
export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (placeholder, key) => String(values[key] ?? placeholder));
}

/**
 * A text that is for one thing and for several.
 * @param {Readonly<Record<string, string>>} words with `KEY.one` and `KEY.other`
 * @param {string} key
 * @param {number} n what {n} stands for
 * @param {Readonly<Record<string, string | number>>} [values] of other names in braces
 * @returns {string}
 */
export function counted(words, key, n, values = {}) {
  return fill(words[`${key}.${n === 1 ? "one" : "other"}`] ?? "", { n, ...values });
}
