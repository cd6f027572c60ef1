// What would load from another host: only from one that the config lists. Judged by what the page judges by.

import { mayLoadImage, mayLoadInCss, readAddress } from '../grammar/address.ts';
import { readSrcset } from '../grammar/srcset.ts';
import { eachOf, type Words } from '../grammar/words-for.ts';
import { t } from '../words/t.ts';
import type { Change } from './change.ts';
import { readCssUrls } from './css-text.ts';
import { readHtml } from './html-text.ts';
import { createSuggest } from './nearest.ts';
import { type Parts, readList } from './parts.ts';
import { formatPath, type Problem } from './problem.ts';
import { BASE, refuseDoubt } from './url.ts';

export function findForeignLoads({ raw, changes }: Parts): Problem[] {
  const listed = readList(raw.hosts)
    .filter((host) => typeof host === 'string')
    .map((host) => host.toLowerCase());
  const suggest = createSuggest(listed);
  const base = `https://${typeof raw.site === 'string' ? raw.site : ''}/`;
  const own = readAddress(base, BASE)?.host ?? '';
  const place = { base: own ? base : BASE, own, hosts: listed };
  return changes.flatMap(({ value, path }) =>
    readLoads(value).flatMap(({ address, field, mayLoad }): Problem[] => {
      if (mayLoad(address, place)) return [];
      const at = { path: formatPath([...path, ...field]), severity: 'error' as const };
      const host = readAddress(address, place.base)?.host;
      if (!host) return [{ ...refuseDoubt(address), ...at }];
      const nearest = suggest(host);
      return [
        {
          ...at,
          problem: t`"${host}" is another host and not listed in "hosts"`,
          remedy: nearest
            ? t`Did you mean "${nearest}"? Else use a file of this site, or add "${host}" to "hosts".`
            : t`Use a file of this site, or add "${host}" to "hosts".`,
        },
      ];
    }),
  );
}

interface Load {
  address: string;
  field: PropertyKey[];
  mayLoad: typeof mayLoadImage;
}

function readLoads(change: Change): Load[] {
  const at = (addresses: string[], mayLoad: Load['mayLoad'], ...field: PropertyKey[]) =>
    addresses.map((address) => ({ address, field, mayLoad }));
  const css = (text: string, ...field: PropertyKey[]) =>
    readCssUrls(text).flatMap(({ address, isWords }) =>
      at([address], (given, place) => mayLoadInCss(`${given}`, place, isWords), ...field),
    );
  const html = (words: Words, field: string) =>
    eachOf(words).flatMap(({ text, path }) => at(readHtml(text).loads, mayLoadImage, field, ...path));
  switch (change.kind) {
    case 'image':
      return [
        ...at([change.src], mayLoadImage, 'src'),
        ...at(readSrcset(change.srcset ?? ''), mayLoadImage, 'srcset'),
      ];
    case 'block': {
      const { image } = change.fields;
      return image ? at([image.src], mayLoadImage, 'fields', 'image', 'src') : [];
    }
    case 'html':
      return html(change.value, 'value');
    case 'insert':
      return html(change.html, 'html');
    case 'css':
      return css(change.value, 'value');
    case 'style':
      return Object.entries(change.properties).flatMap(([name, value]) => css(value, 'properties', name));
    // these load nothing; a link leads there, which is the visitor's to decide
    case 'text':
    case 'attribute':
    case 'link':
    case 'class':
    case 'hide':
    case 'move':
    case 'ask':
    // what its items load is judged in the page, as the file that holds them is no part of the config
    case 'recommend':
    case 'redirect':
      return [];
  }
}
