// Whether what would go out from here needs a colleague's approval, and has it. It is judged anew whenever the draft
// changes; what counts is judged once more as it goes out (publishing.ts).

import { computed, effect, signal } from '@preact/signals';
import type { Approver } from '../draft/approval.ts';
import { type Approvals, approvalsOf, judgeStanding, mayGoOut, type Standing } from '../draft/approvers.ts';
import { fit, origin } from '../draft/desk.ts';
import { next } from '../draft/next.ts';
import { whenOver } from '../kit/when-over.ts';

const NOBODY: Approvals = { approvers: [] };

export const approvals = signal<Approvals>(NOBODY);
export const standing = signal<Standing>({ kind: 'free' });
export const isFree = computed(() => mayGoOut(standing.value));

function follow(): (() => void) | undefined {
  const at = origin.value;
  approvals.value = NOBODY;
  if (at === undefined) return undefined;
  return approvalsOf(at).follow((next) => {
    approvals.value = next ?? NOBODY;
  });
}

let turn = 0;
function judge(): void {
  const mine = ++turn;
  const now = approvals.value;
  // nothing is checked and compared for who asks nobody
  if (now.approvers.length === 0) {
    standing.value = { kind: 'free' };
    return;
  }
  const [at, checked, out] = [origin.value, fit.value, next.value];
  if (at === undefined || !checked || !out?.isNew) {
    standing.value = { kind: 'free' };
    return;
  }
  void judgeStanding(now, { ...checked, revision: out.config.revision }, at).then((judged) => {
    if (mine === turn) standing.value = judged;
  });
}

async function update(change: (before: Approvals) => Approvals): Promise<void> {
  const at = origin.value;
  if (at !== undefined) await approvalsOf(at).update((before) => change(before ?? NOBODY));
}

export const addApprover = (one: Approver): Promise<void> =>
  update((before) => ({
    ...before,
    approvers: [...before.approvers.filter(({ key }) => key !== one.key), one],
  }));
export const removeApprover = (key: string): Promise<void> =>
  update((before) => ({ ...before, approvers: before.approvers.filter((one) => one.key !== key) }));
/** @param text of the approval's file */
export const openApproval = (text: string): Promise<void> => update((before) => ({ ...before, given: text }));

export const approvalHere = {
  start: (signal: AbortSignal) => whenOver(signal, effect(follow), effect(judge)),
};
