// The kinds of blanks that templates have; each knows what may stand in it.
import * as z from 'zod';
import { Span } from '../schema/duration.ts';

export const times = (usual: number) => z.number().int().min(1).default(usual).describe('how often');
export const days = (usual: number) => z.number().int().min(1).default(usual).describe('on how many days');
export const span = (usual: string) => Span.default(usual).describe('how long');
export const amount = (usual: number) =>
  z.number().positive().default(usual).describe("in the site's currency");
export const share = (usual: number) => z.number().gt(0).max(1).default(usual).describe('a share, 0 to 1');
export const text = (usual: string) => z.string().min(1).default(usual);
export const texts = (...usual: string[]) => z.array(z.string().min(1)).min(1).default(usual);
/** A blank without a sensible default: the author must fill it. */
export const needed = () => z.string().min(1);
export const neededTexts = () => z.array(z.string().min(1)).min(1);
