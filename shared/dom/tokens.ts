// Fills `{{trait.NAME|fallback}}` and `{{context.NAME|fallback}}`. What comes out is text, wherever it goes.

/** @param read answers a trait or a fact by name; lists and objects count as missing */
export function fillTokens(
  template: string,
  read: (kind: 'trait' | 'context', name: string) => unknown,
): string {
  return template.replace(
    /\{\{\s*(trait|context)\.([^|{}]+?)\s*(?:\|([^{}]*))?\}\}/g,
    (_, kind, name, fallback = '') => {
      const value = read(kind, name);
      return /string|number|boolean/.test(typeof value) && value !== '' ? String(value) : fallback.trim();
    },
  );
}
