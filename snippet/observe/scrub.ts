// Keeps personal data out of what is remembered: e-mail addresses, phone, card and account numbers, tokens.
//
// One scrubber for everything that is stored: addresses, search terms, dataLayer props, `track` and `set`.
// It looks at the text as given and decoded twice, because addresses carry both.

const PERSONAL = [
  /[^\s@]+@[^\s@]+\.\w\w/, // e-mail
  /(^|[^\w.])\+?\(?(\d[\s().\-/]{0,2}){9}/, // phone, card, any number of nine digits or more
  /\b[A-Z]{2}\d{2}(\s?[A-Z0-9]{4}){3,}/i, // IBAN
  /\beyJ[\w-]+\.|\b[\da-f]{8}-[\da-f]{4}-|\b(?=[\w-]*\d)(?=[\w-]*[a-z])[a-z\d]{20,}/i, // tokens: JWT, UUID, long and mixed
];

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
}

/** Whether the text looks like something that names or reaches a person. */
export function isPersonal(text: string): boolean {
  const once = decode(text);
  return [text, once, decode(once)].some((form) => PERSONAL.some((pattern) => pattern.test(form)));
}

/** The text, or '' when it looks personal. */
export function scrub(text: string): string {
  return isPersonal(text) ? '' : text;
}
/** A path with its personal segments replaced by `[removed]`. */
scrub.path = (path: string): string =>
  path
    .split('/')
    .map((part) => (isPersonal(part) ? '[removed]' : part))
    .join('/');
