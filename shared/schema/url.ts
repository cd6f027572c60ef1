// Tells which addresses a config may name. Browsers ignore spaces and control characters in and around a
// scheme, so those are taken out before looking; entities are read too, as html in a config may hold them.

import { readAddress } from '../grammar/address.ts';
import { t } from '../words/t.ts';
import type { Refusal } from './problem.ts';

const NAMED: Record<string, string> = {
  colon: ':',
  tab: '\t',
  newline: '\n',
  lpar: '(',
  rpar: ')',
  sol: '/',
  bsol: '\\',
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  period: '.',
  commat: '@',
  num: '#',
  semi: ';',
};

/** Reads character references the way an HTML parser would, as far as addresses need it. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));?/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[String(name).toLowerCase()] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

/** Stands for the page, which nobody knows here. */
export const BASE = 'https://site.invalid/';

/** The address without what readers may not see: control characters, marks of no width, space around it. */
export function normalizeUrl(url: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return url.replace(/[\u0000-\u001f\u007f\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]/g, '').trim();
}

/** @returns lower case without the colon; undefined for a relative address */
export function findScheme(url: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):/i.exec(normalizeUrl(url))?.[1]?.toLowerCase();
}

/** Refuses an address with a scheme outside `allowed` ("data:image" is one too); relative is always fine. */
export function findInUrl(url: string, allowed: readonly string[]): Refusal[] {
  const asked = allowed.map((scheme) => (scheme.includes(':') ? scheme : `${scheme}:`)).join(', ');
  if (normalizeUrl(url) === '' && url !== '') {
    return [{ problem: t`an address of nothing but space`, remedy: t`Write an address such as "/shoes/".` }];
  }
  for (const reading of [url, decodeEntities(url)]) {
    const scheme = findScheme(reading);
    const read = readAddress(reading, BASE);
    const isImage = /^data:image\//i.test(read?.href ?? '') && allowed.includes('data:image');
    if (scheme !== undefined && !allowed.includes(scheme) && !isImage) {
      return [
        {
          problem: t`the scheme ${scheme}: is not allowed here`,
          remedy: t`Write a relative address, or ${asked}.`,
        },
      ];
    }
    if (scheme?.startsWith('http') && !/^https?:[/\\]{2}[^/\\?#]/i.test(normalizeUrl(reading))) {
      return [
        { problem: t`an address without a host`, remedy: t`Write it whole: "https://shop.example/shoes/".` },
      ];
    }
    if (!read) return [refuseDoubt(reading)];
  }
  return [];
}

/** For an address that the page refuses because readers could disagree about where it leads. */
export function refuseDoubt(address: string): Refusal {
  return {
    problem: t`nobody can tell where ${JSON.stringify(address.slice(0, 80))} leads`,
    remedy: t`Write its host with letters, digits, "." and "-" only (xn--… for others), and no name or password before it.`,
  };
}
