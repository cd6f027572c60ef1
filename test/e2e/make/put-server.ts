// A folder that takes files by HTTP PUT as a careful server does: it gives each a version (ETag), and looks at If-Match.

import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { REST, SIBLINGS } from '../../../shared/publish/siblings.ts';
import type { Site } from '../../support/site.ts';

const NAMES = ['selvedge.js', ...[...REST, ...SIBLINGS].map(({ name }) => name)];

const etagOf = (held: string): string => `"${createHash('sha256').update(held).digest('hex').slice(0, 16)}"`;

export interface PutServer {
  /** by name, what it holds now */
  files: Map<string, string>;
  /** names of what it has taken, in that order */
  taken: string[];
  /** the status with which it answers a file of this name that is sent */
  refuses: Map<string, number>;
}

/** @param folder such as `/js/` */
export function servePut(site: Site, folder: string): PutServer {
  const files = new Map<string, string>();
  const taken: string[] = [];
  const refuses = new Map<string, number>();
  for (const name of NAMES)
    site.serve(`${folder}${name}`, async (request) => {
      const held = files.get(name);
      const { 'if-match': match, 'if-none-match': none } = request.headers;
      if (request.method !== 'PUT')
        return held === undefined
          ? { status: 404, body: '' }
          : { headers: { etag: etagOf(held) }, body: held };
      const sent = await text(request);
      if (match !== undefined && (held === undefined || match !== etagOf(held)))
        return { status: 412, body: '' };
      if (none === '*' && held !== undefined) return { status: 412, body: '' };
      const status = refuses.get(name);
      if (status !== undefined) return { status, body: '' };
      files.set(name, sent);
      taken.push(name);
      return { status: 204, body: '' };
    });
  return { files, taken, refuses };
}
