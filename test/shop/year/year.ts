// The made-up year as files, and what is said of it once it was learned from.
import { openItems } from '../../../shared/items/open-items.ts';
import type { Knowledge, LearnedConfig } from '../../../shared/learn/learn.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Product } from '../data/products.mjs';
import { learningConfig } from './learning-config.ts';
import { makeYear, type YearOptions } from './make-orders.ts';
import { makeVisits } from './make-visits.ts';
import { tellItems, tellYear } from './tell-year.ts';
import { writeCatalog } from './write-catalog.ts';
import { writeOrders } from './write-orders.ts';

/** @param shop the shop's own config */
export function openYear(shop: Config, options: YearOptions & { products: readonly Product[] }) {
  const year = makeYear(options);
  return {
    count: year.orders.length,
    files: {
      'orders.csv': writeOrders(year.orders),
      'visits.jsonl': makeVisits(options)
        .map((event) => `${JSON.stringify(event)}\n`)
        .join(''),
      'catalog.tsv': writeCatalog(options.products),
      'selvedge.json': JSON.stringify(learningConfig(shop), null, 2),
    },
    tell: (parts: Knowledge['parts'], found: LearnedConfig): string =>
      tellYear(year, parts, found, options.until),
    /** @param text what the file of items exports */
    tellItems(text: unknown): string {
      const items = openItems(text);
      return items ? tellItems(items) : '';
    },
  };
}
