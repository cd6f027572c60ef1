// Addresses that may be trusted with a token, and whose answers may be believed: http only to this computer, as anybody on
// the way could read and write what passes.

export const isSafeAddress = (url: string): boolean =>
  /^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/]|$)/.test(url) && URL.canParse(url);
