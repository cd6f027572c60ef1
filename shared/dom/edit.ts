// One change on this page, from the moment it is to be shown: judged once, and what is wrong with it told once.
import { toJson } from '../engine/native.ts';
import type { Target } from '../schema/target.ts';
import type { ApplierOptions } from './applier-options.ts';
import type { Edit, Placement, SpokenChange } from './claim.ts';
import { prepare } from './prepare.ts';
import { release } from './take-claims.ts';

let count = 0;

/** Leaves the marks that are on the page to who put them there: they are numbered up to this one. */
export function skipMarks(last: number): void {
  count = Math.max(count, last);
}

/** Runs one thing so that its failure stays its own. */
export function guard(act: () => void, edit?: Edit): void {
  try {
    act();
  } catch (error) {
    if (!edit) return;
    edit.isBad = /Syntax/.test(`${error}`);
    edit.problem(edit.isBad ? 'selector' : 'failed', `${error}`);
  }
}

/** What the change says, its tokens filled; undefined where they cannot be. */
function fillText(change: unknown, fill: ApplierOptions['fill']): string | undefined {
  const { value, html }: { value?: string | null; html?: string } = Object(change);
  let text: string | undefined;
  guard(() => {
    text = fill(value ?? html ?? '');
  });
  return text;
}

/** Judges an edit. What cannot be filled or judged is not shown. */
function judge(edit: Edit, text: string | undefined, options: ApplierOptions, later: () => void): void {
  try {
    if (text === undefined) throw new Error('its tokens cannot be filled');
    prepare(edit, options, later);
  } catch (error) {
    edit.isBad = true;
    edit.problem('failed', `${error}`);
  }
}

/**
 * @param old those of before: what is the same goes on, and is taken out of them
 * @param again looks at the page once more, soon; with a root, from now on also when something changes in it
 * @param later looks at it when something that had to be waited for is there
 */
export function createEdit(
  placement: Omit<Placement, 'change'> & { change: SpokenChange },
  options: ApplierOptions,
  old: Set<Edit>,
  again: Edit['again'],
  later: () => void,
): Edit {
  const { experience, variant, index, dry } = placement;
  // what is no object is no change either: `prepare` says so
  const change: SpokenChange = Object(placement.change);
  const text = fillText(change, options.fill);
  const key = [experience, variant, index, dry, text, toJson(change)].join();
  for (const edit of old) if (edit.key === key && old.delete(edit)) return edit;
  const { target }: { target?: Target } = Object(change);
  const told = new Set<string>();
  const edit: Edit = {
    ...placement,
    change,
    key,
    mark: `data-selvedge-${++count}`,
    isMarked: target?.text !== undefined,
    css: '',
    text: text ?? '',
    claims: new Map(),
    rounds: 0,
    since: 0,
    problem(code, why) {
      if (told.has(code)) return;
      told.add(code);
      const message = `${change.kind} ${target?.css}: ${why ?? code}`;
      guard(() => options.report({ code, message, experience, change: index }));
    },
    again,
    giveUp() {
      edit.isBad = true;
      edit.problem('fight');
      for (const of of edit.claims.values()) release(of);
      again();
    },
  };
  judge(edit, text, options, later);
  return edit;
}
