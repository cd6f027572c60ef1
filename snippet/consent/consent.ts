// What was said about remembering this visitor on this page, and where it stands: the table in standing.ts, with what
// the owner wrote, what is on file and what the browser asks for.

import type { Config } from '../../shared/schema/config.ts';
import type { Denial, Grant, OnFile } from '../remember/grant.ts';
import {
  forget,
  hear,
  isOwnGrant,
  markOf,
  reread,
  type Said,
  type Standing,
  standingOf,
  type Words,
} from './standing.ts';

export interface Consent {
  standing(): Standing;
  /** What allows memory, if anything does. */
  grant(): Grant | undefined;
  /** The denial that is to be written down, if there is one. */
  mark(): Denial | undefined;
  /** Whether a signal is honoured by letting nothing out, while memory goes on (`gpc: 'local'`). */
  isLocal(): boolean;
  /** Who asks not to be followed, unless the owner ignores it: the browser, or the visitor's choice for a US state. */
  signal(): 'gpc' | 'gpp' | undefined;
  hear(said: Said): void;
  /**
   * Looks at what is on file. With `isAfresh` somebody else may have written or erased there: unless that is a denial,
   * nothing counts any more that was said to this site on this page.
   */
  reread(isAfresh?: boolean): void;
  /** Returns to the default; with `isIn`, by `optIn()`, though a tool has denied. */
  forget(isIn?: boolean): void;
}

/**
 * @param attribute the tag's `data-consent`
 * @param isAsked whether the browser says Global Privacy Control
 * @param readFile what is on file
 */
export function createConsent(
  privacy: Config['privacy'],
  attribute: string | undefined,
  isAsked: unknown,
  readFile: () => OnFile,
): Consent {
  const rule = privacy?.gpc;
  const owner = attribute ?? privacy?.consent;
  let words: Words = {
    ...(owner === 'denied' && { owner }),
    // what the owner says is not the visitor's word, and stored as such
    ...((owner === 'granted' || owner === 'implied') && { owner: 'assumed' }),
    ...(isAsked ? { gpc: 'denied' } : {}),
  };
  const signal = () => (rule === 'ignore' ? undefined : words.gpc ? 'gpc' : words.gpp && 'gpp');
  const look = () => {
    words = reread(words, readFile());
  };
  look();
  const standing = () => standingOf(words, rule !== 'ignore' && rule !== 'local');
  return {
    standing,
    grant() {
      const consent = standing();
      if (consent === 'waiting' || consent === 'denied') return undefined;
      return { consent, isOwn: isOwnGrant(words) };
    },
    mark: () => markOf(words),
    isLocal: () => rule === 'local' && !!signal(),
    signal,
    hear(said) {
      // by another tab: its events come late, or before anybody listened here
      const { consent, isOwn } = readFile();
      if (consent === 'denied' || isOwn) look();
      words = hear(words, said);
    },
    reread(isAfresh) {
      if (isAfresh && readFile().consent !== 'denied') words = forget(words);
      look();
    },
    forget(isIn) {
      words = forget(words, isIn);
    },
  };
}
