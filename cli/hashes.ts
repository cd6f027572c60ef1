// Hashes that a browser compares a script with.
import { createHash } from 'node:crypto';

const hash = (algorithm: 'sha256' | 'sha384', text: string): string =>
  `${algorithm}-${createHash(algorithm).update(text, 'utf8').digest('base64')}`;

/** For the `integrity` of a script element. */
export const integrityOf = (text: string): string => hash('sha384', text);

/** The policy that lets a script run that stands in the page, and what that loads from the site. @param text between the tags */
export const policyOf = (text: string): string => `script-src 'self' '${hash('sha256', text)}'`;
