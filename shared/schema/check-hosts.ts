// What would load from another host: only from one that the config lists.
import type { Change } from './change.ts';
import { readCssUrls } from './css-text.ts';
import { readHtml } from './html-text.ts';
import { createSuggest } from './nearest.ts';
import { type Parts, readList } from './parts.ts';
import { formatPath, type Problem } from './problem.ts';
import { findHost, readSrcset } from './url.ts';

export function findForeignLoads({ raw, changes }: Parts): Problem[] {
  const listed = readList(raw.hosts)
    .filter((host) => typeof host === 'string')
    .map((host) => host.toLowerCase());
  const known = new Set(listed);
  const suggest = createSuggest(listed);
  const site = typeof raw.site === 'string' ? raw.site.toLowerCase() : '';
  return changes.flatMap(({ value, path }) =>
    readLoads(value).flatMap(({ url, field }): Problem[] => {
      const host = findHost(url);
      if (host === undefined || host === site || known.has(host)) return [];
      const nearest = suggest(host);
      return [
        {
          path: formatPath([...path, ...field]),
          problem: `"${host}" is another host and not listed in "hosts"`,
          remedy: nearest
            ? `Did you mean "${nearest}"? Else use a file of this site, or add "${host}" to "hosts".`
            : `Use a file of this site, or add "${host}" to "hosts".`,
          severity: 'error',
        },
      ];
    }),
  );
}

function readLoads(change: Change): { url: string; field: PropertyKey[] }[] {
  const at = (urls: string[], ...field: PropertyKey[]) => urls.map((url) => ({ url, field }));
  switch (change.kind) {
    case 'image':
      return [...at([change.src], 'src'), ...at(readSrcset(change.srcset ?? ''), 'srcset')];
    case 'html':
      return at(readHtml(change.value).loads, 'value');
    case 'insert':
      return at(readHtml(change.html).loads, 'html');
    case 'css':
      return at(readCssUrls(change.value), 'value');
    case 'style':
      return Object.entries(change.properties).flatMap(([name, value]) =>
        at(readCssUrls(value), 'properties', name),
      );
    default:
      return [];
  }
}
