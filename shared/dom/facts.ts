// This page view's facts, as conditions of kind `context` ask for them. Nothing here is stored.

import { readPath, readQuery } from '../engine/address.ts';
import type { Arrival } from '../engine/profile.ts';
import type { Facts } from '../engine/view.ts';
import { findCountry } from './country.ts';

const find = (table: [string, RegExp][], text: string) =>
  table.find(([, words]) => words.test(text))?.[0] ?? 'other';

/** Order matters: every browser claims to be the ones before it. */
const BROWSERS: [string, RegExp][] = [
  ['edge', /Edg/],
  ['opera', /OPR\//],
  ['samsung', /SamsungBrowser/],
  ['firefox', /Firefox|FxiOS/],
  ['chrome', /Chrom|CriOS/],
  ['safari', /Safari/],
];
const SYSTEMS: [string, RegExp][] = [
  ['android', /Android/],
  ['ios', /iPhone|iPad|iPod/],
  ['windows', /Windows/],
  ['chromeos', /CrOS/],
  ['macos', /Mac OS/],
  ['linux', /Linux|X11/],
];

// Each by its own name, as the script of the first paint holds those only that its config asks for.

const media = (condition: string): boolean => matchMedia(`(${condition})`).matches;

/** iPadOS calls itself a Mac; no Mac has a touch screen: https://developer.apple.com/forums/thread/119186 */
const isPad = ({ userAgent, maxTouchPoints }: Navigator): boolean =>
  /iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);

export const readLanguage = (): unknown => navigator.language?.split('-')[0]?.toLowerCase();
export const readLanguages = (): unknown => navigator.languages && [...navigator.languages];
/** This alone costs 20 ms in a fresh process. */
export const readTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
export const readCountry = (): unknown => findCountry(String(readTimeZone()));
export const readDevice = (): unknown =>
  isPad(navigator) || /Tablet|Android(?!.*Mobile)/.test(navigator.userAgent)
    ? 'tablet'
    : /Mobi|iPhone|iPod/.test(navigator.userAgent)
      ? 'phone'
      : 'desktop';
export const readOs = (): unknown => (isPad(navigator) ? 'ios' : find(SYSTEMS, navigator.userAgent));
export const readBrowser = (): unknown => find(BROWSERS, navigator.userAgent);
export const readWidth = (): unknown => innerWidth;
export const readScheme = (): unknown => (media('prefers-color-scheme: dark') ? 'dark' : 'light');
export const readPointer = (): unknown =>
  media('pointer: fine') ? 'fine' : media('pointer: coarse') ? 'coarse' : 'none';
export const readSaveData = (): unknown =>
  !!(navigator as { connection?: { saveData?: boolean } }).connection?.saveData;

const READERS: { [key: string]: () => unknown } = {
  language: readLanguage,
  languages: readLanguages,
  timeZone: readTimeZone,
  country: readCountry,
  device: readDevice,
  os: readOs,
  browser: readBrowser,
  'viewport.width': readWidth,
  colorScheme: readScheme,
  pointer: readPointer,
  saveData: readSaveData,
};

/**
 * @param arrival how the visitor came to this page
 * @returns facts that are looked up when a rule asks: few rules ask for most of them, and the first paint waits (the
 *   connection alone costs 0.1 ms)
 */
export function readFacts(url: URL, { landing, ...arrival }: Arrival): Facts {
  const facts: Facts = { ...arrival, path: readPath(url) };
  for (const [key, get] of Object.entries(READERS))
    Object.defineProperty(facts, key, { get, enumerable: true });
  const query = readQuery(url);
  if (query) for (const [name, value] of new URLSearchParams(query)) facts[`query.${name}`] ??= value;
  return facts;
}
