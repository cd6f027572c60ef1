// Who has to approve what is published on a site from this browser, and the approval that was opened last. Both stay on
// this device; whoever publishes here can change them, which the panel says.

import * as z from 'zod/mini';
import type { Config } from '../../../shared/schema/config.ts';
import { type Stored, stored } from '../../wire/stored.ts';
import { type Judged, judgeApproval } from './approval.ts';

const Approvals = z.object({
  approvers: z.array(z.object({ name: z.string(), key: z.string() })),
  /** the text of its file */
  given: z.optional(z.string()),
});
export type Approvals = z.infer<typeof Approvals>;

export const approvalsOf = (origin: string): Stored<Approvals> => stored(`approvals:${origin}`, 1, Approvals);

export type Standing = { kind: 'free' } | { kind: 'missing' } | Judged;

/** Whether this may go out: nobody has to approve it, or somebody has. */
export async function judgeStanding(
  { approvers, given }: Approvals,
  config: Config,
  origin: string,
): Promise<Standing> {
  if (approvers.length === 0) return { kind: 'free' };
  if (given === undefined) return { kind: 'missing' };
  return await judgeApproval(given, config, origin, approvers);
}

export const mayGoOut = ({ kind }: Standing): boolean => kind === 'free' || kind === 'approved';
