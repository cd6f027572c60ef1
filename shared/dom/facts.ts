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

/**
 * @param arrival how the visitor came to this page
 * @returns facts that are looked up when a rule asks: few rules ask for most of them, and the first paint waits
 *   (the time zone alone costs 20 ms in a fresh process, the connection 0.1)
 */
export function readFacts(url: URL, { landing, ...arrival }: Arrival): Facts {
  const { userAgent, language, languages, maxTouchPoints } = navigator;
  const media = (condition: string) => matchMedia(`(${condition})`).matches;
  // iPadOS calls itself a Mac; no Mac has a touch screen: https://developer.apple.com/forums/thread/119186
  const isPad = () => /iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
  const facts: Facts = {
    ...arrival,
    path: readPath(url),
    language: language?.split('-')[0]?.toLowerCase(),
    languages: languages && [...languages],
    get timeZone() {
      return new Intl.DateTimeFormat().resolvedOptions().timeZone;
    },
    get country() {
      return findCountry(String(facts.timeZone));
    },
    get device() {
      return isPad() || /Tablet|Android(?!.*Mobile)/.test(userAgent)
        ? 'tablet'
        : /Mobi|iPhone|iPod/.test(userAgent)
          ? 'phone'
          : 'desktop';
    },
    get os() {
      return isPad() ? 'ios' : find(SYSTEMS, userAgent);
    },
    get browser() {
      return find(BROWSERS, userAgent);
    },
    get 'viewport.width'() {
      return innerWidth;
    },
    get colorScheme() {
      return media('prefers-color-scheme: dark') ? 'dark' : 'light';
    },
    get pointer() {
      return media('pointer: fine') ? 'fine' : media('pointer: coarse') ? 'coarse' : 'none';
    },
    get saveData() {
      return !!(navigator as { connection?: { saveData?: boolean } }).connection?.saveData;
    },
  };
  const query = readQuery(url);
  if (query) for (const [name, value] of new URLSearchParams(query)) facts[`query.${name}`] ??= value;
  return facts;
}
