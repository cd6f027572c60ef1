// A template tag that escapes what is put in, so that a page cannot be broken by its own data (or by ?q=).

const escapes = /** @type {Record<string, string>} */ ({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
});

/** Markup that has been made by `html` and goes in as it is. */
class Markup {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}

/** @param {unknown} value @returns {string} */
function print(value) {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(print).join('');
  if (value === undefined || value === null || value === false) return '';
  return String(value).replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

/**
 * @param {TemplateStringsArray} strings
 * @param {...unknown} values strings are escaped; markup and arrays of markup are not; undefined and false print nothing
 */
export function html(strings, ...values) {
  return new Markup(strings.reduce((text, part, index) => text + print(values[index - 1]) + part));
}
