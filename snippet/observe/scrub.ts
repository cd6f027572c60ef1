// Keeps personal data out of what is remembered: e-mail addresses, phone, card and account numbers, tokens.
//
// One scrubber for everything that is stored: addresses, search terms, dataLayer props, `track` and `set`.
// It looks at the text as given and decoded, more than once, because addresses carry both. It cannot know a name or a
// street when it sees one: those are refused by the name of their field (props.ts).

const EMAIL = /[^\s@]@[^\s@]+\.\w\w/;
// none of them looks back or ahead without bounds: a text may be as long as an address, and anybody can write one
const PERSONAL = [
  EMAIL,
  /\b[A-Z]{2}\d{2}\s?[A-Z\d]{4}\s?(\d{3,4}\s?){2}/i, // IBAN
  // tokens: JWT, UUID, IPv6 and MAC addresses, anything long that mixes letters and digits
  /eyJ[\w-]{8}|\b[\da-f]{8}-[\da-f]{4}-|([\da-f]{0,4}:){5}|(?<![a-z\d])(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{20,}/i,
  /(^|[^\w.])\+?\(?(\d[\s().–\-/]{0,3}){9}/, // phone, card, any number of nine digits or more
];
/** What every one of these has something of; most texts have none. */
const SUSPECT = /[@%:\d]/;
/** Digits that say when, not who. */
const DATE = /\b(19|20)\d\d([-/.])[01]?\d\2[0-3]?\d(?!\d)|\b[0-3]?\d([-/.])[0-3]?\d\3(19|20)\d\d(?!\d)/g;

/** Addresses within addresses are encoded as often as they were handed on. */
const DEPTH = 3;

function decode(text: string): string {
  const spaced = text.replace(/\+/g, ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    // a stray % or another encoding: letter by letter, which is enough to see an address
    return unescape(spaced);
  }
}

/**
 * Whether the text looks like something that names or reaches a person.
 *
 * @param isThing its field names a thing, whose number may be as long as it likes
 */
export function isPersonal(text: string, isThing = false): boolean {
  let before = '';
  for (
    let depth = 0, form = text.normalize('NFKC');
    depth <= DEPTH && form !== before && SUSPECT.test(form);
    depth++
  ) {
    const plain = form.replace(DATE, 'x');
    if ((isThing ? [EMAIL] : PERSONAL).some((pattern) => pattern.test(plain))) return true;
    before = form;
    form = decode(form);
  }
  return false;
}

/** The text, or '' when it looks personal. */
export function scrub(text: string): string {
  return isPersonal(text) ? '' : text;
}
/** A path with its personal segments replaced by `[removed]`. */
scrub.path = (path: string): string =>
  path
    .split('/')
    .map((part) => scrub(part) || (part && '[removed]'))
    .join('/');
