// A draft as a link: the address of a page of its site, with the draft behind `#selvedge-draft=`, deflated. No browser
// sends that part to a server; scripts of the page can read it, as all of an address.
//
// What comes in such an address may be anybody's: it is bounded before it is inflated, and while it is.

import { t } from '../../../shared/words/t.ts';

const START = '#selvedge-draft=';
/** Characters after the page's address, of what is written and of what is read. */
export const MOST_IN_LINK = 32_768;
/** Bytes that a link may hold once it is inflated: a config of that length deflates to a link's at best. */
export const MOST_INFLATED = 1_000_000;

const base64Of = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

/** @throws Error where it is more than `most` bytes, or where the bytes are no such stream */
async function readAll(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > most) {
      await reader.cancel();
      throw new Error(t`too much is in it`);
    }
    parts.push(next.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const pass = (bytes: Uint8Array<ArrayBuffer>, through: CompressionStream | DecompressionStream) =>
  new Blob([bytes]).stream().pipeThrough(through);

/**
 * @param url of the page in front
 * @param text of the draft that is handed over
 * @returns nothing where it is too long for a link
 */
export async function writeDraftLink(url: string, text: string): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > MOST_INFLATED) return undefined;
  const packed = await readAll(pass(bytes, new CompressionStream('deflate-raw')), MOST_INFLATED * 2);
  const part = START + base64Of(packed);
  return part.length > MOST_IN_LINK ? undefined : url.replace(/#.*/s, '') + part;
}

/** The part of an address that holds a draft; nothing where none is in it. */
export function findDraftPart(url: string): string | undefined {
  const at = url.indexOf('#');
  const part = at < 0 ? '' : url.slice(at);
  return part.startsWith(START) ? part : undefined;
}

/** @throws Error in plain words where it holds no text */
export async function readDraftPart(part: string): Promise<string> {
  const packed = part.slice(START.length);
  if (part.length > MOST_IN_LINK) throw new Error(t`The link is longer than any that Selvedge makes.`);
  try {
    if (!/^[\w-]+$/.test(packed)) throw new Error('no base64url');
    const bytes = await readAll(pass(bytesOf(packed), new DecompressionStream('deflate-raw')), MOST_INFLATED);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(
      t`The link is damaged or was cut on its way. Ask for it again, or for the draft as a file.`,
    );
  }
}
