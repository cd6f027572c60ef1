// What the name of a field says about its value: whose it is, or which thing it is of. By whole words.

/** `homePhone`, `home-phone`, `home.phone` → `home_phone` */
const toWords = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[^a-z\d]+/gi, '_')
    .toLowerCase();

/** A person's, unless what follows says that it is about a thing: `phone_type`, `token_count`, `street_wear`. */
const PERSON =
  /(^|_)(e?_?mails?|(tele|mobile|home)?phones?|tel|fax|birth|dob|date_?of_?birth|street|addr|ssn|iban|passw(or)?d|passwort|pwd|secret|tokens?|jwt|api_?key|(j_?|php_?)?s(ess(ion)?)?_?id|uu?id|(first|middle|last|full|sur|user|nick|family|given|customer|billing|shipping)_?name|(user|client|customer|visitor|account|member|profile|device|guest)_?id)((addr)?(ess)?(es)?|number|day|date|place|name)\d*(_(?!count|type|wear|style|food|case|model|brand|campaign|client|list|order|opt|status|size|accessor)|$)/;
const THING =
  /(^|_)((transaction|order|item|product|promotion|list|variant|campaign|ad|utm|article|category|offer|coupon)s?_?(id|number|no|code)|sku|gtin\d*|ean\d*|upc|isbn\d*|asin|mpn)$/;
/** Sums and instants. */
const AMOUNT =
  /(^|_)((sub)?total|price|value|revenue|amount|tax|date|(date|life)?time(stamp)?|at)(s|es)?(_|$)/;

/** Whether the field names or reaches a person, whatever it holds. */
export const isOfPerson = (name: string): boolean => PERSON.test(toWords(name));
/** Whether the field names a thing, whose number may be as long as it likes. */
export const isOfThing = (name: string): boolean => THING.test(toWords(name));
/** Whether the field's numbers are long because they say how much or when. */
export const isOfAmount = (name: string): boolean => AMOUNT.test(toWords(name));
