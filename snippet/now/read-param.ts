// A parameter of this page's address, as a fact: `query.NAME`.

import { readQuery } from '../../shared/engine/address.ts';

export const readParam = (url: URL, _at: number, key: string): string | undefined =>
  new URLSearchParams(readQuery(url)).get(key.slice('query.'.length)) ?? undefined;
