// Keeps personal data out of what is remembered: e-mail addresses, phone, card and account numbers, tokens.
//
// One scrubber for everything that is stored: addresses, search terms, dataLayer props, `track` and `set`.
// It looks at the text as given and decoded, more than once, because addresses carry both. It cannot know a name or a
// street when it sees one: those are refused by the name of their field (names.ts).
//
// A UUID, or nine bare digits, may be a person or a tent. Below another segment of a path (`/tents/550e8400-…`) and in
// a field that names a thing it is a tent; below a word such as `reset`, `invite` or `members`, among words, in fields
// that name nothing and alone in an address it is taken for a person.

import { isOfPerson } from './names.ts';
import { hasAccount, hasBareNumber, hasCard, hasPhone } from './numbers.ts';

type Check = (text: string) => boolean;
const has =
  (pattern: RegExp): Check =>
  (text) =>
    pattern.test(text);

// none of them looks back or ahead without bounds: a text may be as long as an address, and anybody can write one
// also at a host without a dot, but no picture for dense screens: logo@2x.png
const EMAIL = /[^\s@]@(?!\dx\.)[^\s@]+\.\p{L}\p{L}|[\p{L}\d._-]@(localhost|intranet|local|lan|corp)\b/iu;
/** A JWT, keys of well-known services. */
const KEY = /(?<![a-zA-Z\d])(eyJ[\w-]{8}|[spr]k_(live|test)_|xox[a-z]-|A[KS]IA[A-Z\d]{12}|AIza|ya29\.)/;
/**
 * Long, and of letters and digits (but not the name of a file), or going to and fro between them as by chance. The
 * latter begins at the last digit of a run, so that a run is read once.
 */
const MIXED =
  /(?<![a-z\d])(?=[a-z]*\d)(?=\d*[a-z])(?![a-z\d]+\.(js|css|jpe?g|png|webp|svg)\b)[a-z\d]{20}|\d[_-]?[a-z][a-z_-]*(\d+[_-]?[a-z][a-z_-]*){5}/i;
const UUID = /\b[\da-f]{8}-[\da-f]{4}-/i;
/** Addresses of machines: IPv4, IPv6, MAC. */
const MACHINE = /(?<![\w.])(?=[\d.]{10})((1?\d?\d|2[0-5]\d)\.){3}\d{1,3}(?![\w.])|([\da-f]{0,4}:){5}/i;

/** A parameter that names a person or a secret: `next=/x?sid=…`. */
const hasNamed: Check = (text) =>
  [...text.matchAll(/(?<![\w.-])([\w.-]{1,40})=[^&;\s]/g)].some(([, name = '']) => isOfPerson(name));

/** From what is never kept to what is kept where it can only be a thing; how far a text is checked is its `Depth`. */
const CHECKS: Check[] = [
  has(EMAIL),
  hasCard,
  has(KEY),
  hasNamed,
  has(MIXED),
  hasAccount,
  hasPhone,
  has(MACHINE),
  has(UUID),
  hasBareNumber,
];
/** A field or a segment that names a thing, segments that the config calls things, other segments, everything else. */
export const THING = 3;
const PLAIN = 5;
const SEGMENT = 8;
type Depth = number;

/** What every one of these has something of; most texts have none. */
const SUSPECT = /[@%:=\d]/;

/** Addresses within addresses are encoded as often as they were handed on. */
const OFTEN = 3;

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
 * @param within so many addresses; what is further within is not looked at and taken for personal
 */
export function isPersonal(text: string, depth: Depth = CHECKS.length, within = 0): boolean {
  // an address as a value is judged as one
  const [, host = '', path, rest = ''] = /^(https?:\/\/[^/?#\s]*)?(\/[^?#\s]*)([?#]\S*)?$/.exec(text) ?? [];
  if (path && depth > SEGMENT)
    return (
      within > OFTEN ||
      isPersonal(host, SEGMENT) ||
      scrubPath(path, false) !== path ||
      isPersonal(rest.slice(1), depth, within + 1)
    );
  let before = '';
  for (
    let times = 0, form = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
    times <= OFTEN && form !== before && SUSPECT.test(form);
    times++
  ) {
    const now = form;
    if (CHECKS.slice(0, depth).some((check) => check(now))) return true;
    before = form;
    form = decode(form);
  }
  return false;
}

/** The text, or '' when it looks personal. */
export const scrub = (text: string): string => (isPersonal(text) ? '' : text);

/** Below these every segment is a secret, to the path's end: `/reset/MQ/c5-5d41402a`, `/email-confirmation/…`. */
const SECRET =
  /^(.*-)?(reset|invit(e|ation)|verif(y|ication)|confirm(ation)?|magic-?link|callback|token|password|activate|unsubscribe)$/i;
/** Below these somebody is named, also behind a number or a page: `/members/anna-schmidt`, `/members/12345/anna-schmidt`. */
const SOMEBODY = /^(users?|members?|customers?|profiles?|u)$/i;
/** Below these words are pages, and codes somebody's own. */
const OWN =
  /^(.*-)?(login|sign-?in|o?auth|session|register|accounts?|e?mail|invit(e|ation)s|join|activation)$/i;
/** What pages below secrets and persons are called; owners have `privacy.plain` for theirs. */
const PAGE =
  /^(?!\d)((new|edit|me|all|search|settings|einstellungen|profile?|orders?|reviews|posts|activity|wishlist|forgot|change|set|reset|password|done|success|step|html|\d)([-.]|$))+$/i;
/** Below these a number is an order's, a UUID opens it. */
const ORDER = /^(orders?|checkouts?|cart|invoices?|bookings?|tickets?)$/i;
/** Below these everything is a thing, but for e-mail addresses, cards and keys. */
const GOODS =
  /^(p|dp|gp|ip|c|itm|items?|produ[ck]t[oeis]*|articles?|artikel|sku|isbn|ean|gtin|books?|buch|collections?|category|assets|img|media)$/i;
/** What no word looks like; a number may stand at its end (`step-2`). */
const CODE = /\d.|^\d|[a-z][A-Z]|[A-Z]{3}|[a-z]{20}/;

/**
 * A path with its personal segments replaced by `[removed]`.
 *
 * @param isPlain the config says that the segments of this page's path are things
 */
export function scrubPath(path: string, isPlain: boolean): string {
  let above = '';
  // of what stands above, however many empty segments lie between
  let isSecret = false;
  let isName = false;
  let isOwn = false;
  return path
    .split('/')
    .map((part) => {
      const depth = isOwn || isName || !above ? CHECKS.length : GOODS.test(above) ? THING : SEGMENT;
      const isText = /[\p{L}\d]/u.test(part);
      const isBad =
        isPersonal(part, isPlain ? Math.min(depth, PLAIN) : depth) ||
        (!isPlain &&
          isText &&
          (isName ? !PAGE.test(part) : (isOwn && CODE.test(part)) || (ORDER.test(above) && UUID.test(part))));
      if (isText) {
        above = part;
        isSecret ||= SECRET.test(part);
        isName = isSecret || SOMEBODY.test(part) || (isName && (PAGE.test(part) || !/\p{L}/u.test(part)));
        isOwn = OWN.test(part);
      }
      return isBad ? '[removed]' : part;
    })
    .join('/');
}
