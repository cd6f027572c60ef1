// A colleague's word that a draft may be published: signed with a key that never leaves their browser, and about the very
// bytes that would go out. A draft that is changed by one letter needs another one.
//
// ECDSA on P-256, as every browser has it: https://www.w3.org/TR/webcrypto-2/#ecdsa

import type { Config } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import { isRecord } from '../../wire/is-record.ts';
import { writeConfig } from './write-config.ts';

const MARK = { selvedge: 'approval', version: 1 } as const;
export const KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;
/** Characters; an approval has some hundreds. */
const MOST = 10_000;

/** Who may approve, as the author wrote it down. */
export interface Approver {
  name: string;
  /** the public key, as `writeKey` gives it */
  key: string;
}
/** What is signed. */
interface Statement {
  origin: string;
  revision: number;
  /** SHA-256 of the config's file, in hex */
  sha256: string;
  /** ms since epoch */
  at: number;
}
export type Judged =
  | { kind: 'approved'; by: string; at: number }
  /** it is none, or none for this */
  | { kind: 'refused'; why: string };

const refuse = (why: string): Judged => ({ kind: 'refused', why });

const toBase64 = (bytes: ArrayBuffer): string =>
  btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

/** Of the file that would go out. */
export async function hashConfig(config: Config): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', utf8(writeConfig(config)));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A public key as a line that can be sent. */
export const writeKey = async (key: CryptoKey): Promise<string> =>
  toBase64(await crypto.subtle.exportKey('raw', key));

/** Nothing where it is no such key. */
const readKey = (text: string): Promise<CryptoKey | undefined> =>
  Promise.resolve()
    .then(() => crypto.subtle.importKey('raw', toBytes(text), KEY, true, ['verify']))
    .catch(() => undefined);

export const isKey = async (text: string): Promise<boolean> => (await readKey(text)) !== undefined;

/** @returns the text of an approval's file */
export async function approve(
  config: Config,
  origin: string,
  { privateKey, publicKey }: CryptoKeyPair,
  now: number,
): Promise<string> {
  const said: Statement = { origin, revision: config.revision, sha256: await hashConfig(config), at: now };
  const statement = JSON.stringify(said);
  const signature = toBase64(await crypto.subtle.sign(SIGNING, privateKey, utf8(statement)));
  return JSON.stringify({ ...MARK, statement, key: await writeKey(publicKey), signature });
}

function readJson(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** @param key a line as `writeKey` gives it */
async function isSigned(statement: string, signature: string, key: string): Promise<boolean> {
  const found = await readKey(key);
  if (!found) return false;
  return await Promise.resolve()
    .then(() => crypto.subtle.verify(SIGNING, found, toBytes(signature), utf8(statement)))
    .catch(() => false);
}

/**
 * Whether this approval is by one of them, and about what would go out.
 *
 * @param text of a file that anybody may have made
 * @param approvers only their keys count; what a file says of its maker does not
 */
export async function judgeApproval(
  text: string,
  config: Config,
  origin: string,
  approvers: readonly Approver[],
): Promise<Judged> {
  const value = text.length > MOST ? undefined : readJson(text);
  if (value?.selvedge !== MARK.selvedge)
    return refuse(t`This is no approval. Choose selvedge-approval.json.`);
  if (value.version !== MARK.version)
    return refuse(t`A newer Selvedge made this approval. Update the extension.`);
  const { statement, signature, key } = value;
  if (typeof statement !== 'string' || typeof signature !== 'string' || typeof key !== 'string')
    return refuse(t`This approval is damaged. Ask for it again.`);
  const by = approvers.find((one) => one.key === key);
  if (!by) return refuse(t`It is signed with a key that is not on your list of who approves.`);
  if (!(await isSigned(statement, signature, by.key)))
    return refuse(t`This approval was changed after it was signed, so it does not count.`);
  const said = readJson(statement);
  if (said?.origin !== origin) return refuse(t`This approval is for another site.`);
  if (said.sha256 !== (await hashConfig(config)))
    return refuse(
      t`This approval is for another state of the draft. What has changed since has to be approved anew.`,
    );
  return { kind: 'approved', by: by.name, at: typeof said.at === 'number' ? said.at : 0 };
}
