// The last report of a site, kept on this device: where it came from and when it was opened.

import * as z from 'zod/mini';
import type { Report } from '../../../shared/measure/report.ts';
import { type Stored, stored } from '../../wire/stored.ts';
import { ReportShape } from './report-shape.ts';

export interface KeptReport {
  report: Report;
  /** a file's name, or in words */
  from: string;
  /** ms since epoch */
  openedAt: number;
}

const Shape: z.ZodMiniType<KeptReport> = z.object({
  report: ReportShape,
  from: z.string(),
  openedAt: z.number(),
});

/** @param origin of the site: "https://shop.example" */
export const keptReport = (origin: string): Stored<KeptReport> => stored(`report:${origin}`, 1, Shape);
