// Where the visitor came from, as it would be remembered.

import { scrub } from '../../shared/page/scrub.ts';
import { type PageArrival, readArrival } from '../observe/arrival.ts';

/** @param landing the page's path, as it is remembered */
export const readCame = (url: URL, from: string, landing: string): PageArrival =>
  readArrival(url, from, { text: scrub, path: () => landing, props: () => ({}) });
