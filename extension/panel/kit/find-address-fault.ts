// Addresses that may be trusted with a token, and whose answers may be believed: http only to this computer, as anybody on
// the way could read and write what passes.

export type AddressFault =
  /** a server and a file, with nothing before them: "shop.example/selvedge.js" */
  | 'bare'
  /** http over the open net */
  | 'plain'
  /** none at all */
  | 'broken';

const HERE = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/]|$)/;
const BARE = /^[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/;

/** @returns undefined where it is fit */
export function findAddressFault(url: string): AddressFault | undefined {
  if (BARE.test(url)) return 'bare';
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) return 'broken';
  return url.startsWith('http:') && !HERE.test(url) ? 'plain' : undefined;
}
