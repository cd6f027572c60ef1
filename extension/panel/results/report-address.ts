// Where a site's report lies, if its owner hosts it: kept on this device, and read only when an author says so.

import * as z from 'zod/mini';
import { type Stored, stored } from '../../wire/stored.ts';

/** @param origin of the site: "https://shop.example" */
export const reportAddress = (origin: string): Stored<string> =>
  stored(`report-address:${origin}`, 1, z.string());
