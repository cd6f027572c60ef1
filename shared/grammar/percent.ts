// Percent-encoded text as it is compared: decoded, but for what is no character and what would mean something else.

/**
 * What may be one character, but no control character: its first byte says how many follow.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc3629#section-4
 */
const ESCAPED =
  /%[2-7][\da-f]|%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](%[89ab][\da-f]){2}|%f[\da-f](%[89ab][\da-f]){3}/gi;

/** What is none after all stays as it is. */
const decodeOne = (code: string): string => {
  try {
    return decodeURIComponent(code);
  } catch {
    return code;
  }
};

/** @param kept what stays encoded, because it would mean something else */
export const decode = (text: string, kept: RegExp): string =>
  text.replace(ESCAPED, (code) => (kept.test(code) ? code.toUpperCase() : decodeOne(code))).normalize();
