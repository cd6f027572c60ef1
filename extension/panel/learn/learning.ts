// What an author learns from: files that were chosen, read by a worker that can be ended at once, and what came of them.
// It is held for the site in front as long as the panel is open, and never stored.

import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Role } from '../../../shared/learn/column-names.ts';
import type { CatalogMap } from '../../../shared/learn/items/catalog-fields.ts';
import type { Knowledge, LearnedConfig } from '../../../shared/learn/learn.ts';
import type { DateForm } from '../../../shared/learn/read-date.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Again, Found, Given, LearnTold } from '../../learner/messages.ts';
import { whenOver } from '../kit/when-over.ts';
import { createAsking, type LearnWorker } from './asking.ts';

/** A file, what was said of its columns, and what it seems to be. */
export interface Chosen extends Given {
  found: Exclude<Found, { kind: 'learned' | 'items' }>;
}

export interface Known {
  /** the file that holds what was learned in the terminal; undefined where it was learned here */
  from?: string;
  config: LearnedConfig | undefined;
  /** how long browsers were to remember then; undefined where the config said nothing of it */
  retention?: string | undefined;
  /** what was read, and what is told of each part */
  knowledge?: Knowledge;
  /** what lies beside the tag */
  files: Knowledge['files'];
}

export interface LearningNeeds {
  origin: ReadonlySignal<string | undefined>;
  /** what the site remembers, and for how long */
  config: ReadonlySignal<Config | undefined>;
  startWorker(): LearnWorker;
  /** @returns why it may be in no config, in words; undefined where it may */
  judge(learned: LearnedConfig): Promise<string | undefined>;
}

type Groups = Extract<Again, { part: 'personas' }>;
type Lists = Extract<Again, { part: 'items' }>;

/** What the terminal wrote, and the exports that are still to be learned from. */
function sortFound(given: readonly Given[], found: readonly Found[]) {
  const exports: Chosen[] = [];
  const items: Known['files'] = [];
  let learned: { file: File; learned: LearnedConfig } | undefined;
  for (const [at, one] of given.entries()) {
    const is = found[at];
    if (is?.kind === 'learned') learned ??= { file: one.file, learned: is.learned };
    else if (is?.kind === 'items') items.push({ name: is.name, text: is.text });
    else if (is) exports.push({ ...one, found: is });
  }
  return { learned, items, exports };
}

const isCatalog = ({ found }: Chosen): boolean => found.kind === 'catalog';

/** A catalog says what others are called: it joins them, whichever came first. Other files take the place of those before. */
function joinCatalog(before: readonly Chosen[], next: Chosen[]): Chosen[] {
  if (next.every(isCatalog)) return [...before.filter((one) => !isCatalog(one)), ...next];
  return before.every(isCatalog) && !next.some(isCatalog) ? [...next, ...before] : next;
}

/** What an author says of the columns of what was chosen. */
function createColumns(chosen: Signal<Chosen[]>, ask: ReturnType<typeof createAsking>['ask']) {
  /** Looks at a file once more. @param change it, with what is said of it now beside what was said before */
  async function look(at: number, change: (one: Given) => Given): Promise<void> {
    let given: Given | undefined;
    const told = await ask(() => {
      const one = chosen.value[at];
      given = one && change(one);
      return given && { kind: 'look', given: [given] };
    });
    const [found] = told?.kind === 'looked' ? told.found : [];
    if (!given || !found || found.kind === 'learned' || found.kind === 'items') return;
    const { file, map, fields, as } = given;
    const now: Chosen = { file, map, ...(fields && { fields }), ...(as && { as }), found };
    chosen.value = chosen.value.map((other, i) => (i === at ? now : other));
  }

  /** Says which column is what. @param column '' where there is none */
  const say = (at: number, role: Role, column: string): Promise<void> =>
    look(at, ({ map, ...one }) => ({ ...one, map: { ...map, [role]: column } }));

  /** Says whether the day or the month stands first. */
  const sayForm = (at: number, column: string, form: DateForm): Promise<void> =>
    say(at, 'date', `${column}:${form}`);

  /** As `say`, of a catalog's columns. */
  const sayField = (at: number, field: keyof CatalogMap, column: string): Promise<void> =>
    look(at, ({ fields, ...one }) => ({ ...one, fields: { ...fields, [field]: column } }));

  /** Says what a table is that was taken for something else. */
  const sayKind = (at: number, as: 'export' | 'catalog'): Promise<void> =>
    look(at, (one) => ({ ...one, as }));

  return { say, sayForm, sayField, sayKind };
}

const asGiven = ({ found, ...given }: Chosen): Given => ({
  ...given,
  as: found.kind === 'catalog' ? 'catalog' : 'export',
});

export function createLearning({ origin, config, startWorker, judge }: LearningNeeds) {
  const chosen = signal<Chosen[]>([]);
  const known = signal<Known | undefined>(undefined);
  /** the id of the goal that is looked for; undefined: the config's first */
  const goal = signal<string | undefined>(undefined);
  const { busy, trouble, ask, end, watchEnd } = createAsking(startWorker);

  async function open(file: File, learned: LearnedConfig, files: Known['files']): Promise<void> {
    const isEnded = watchEnd();
    const why = await judge(learned);
    // meanwhile other files may have been chosen, or another site is in front
    if (isEnded()) return;
    if (why !== undefined) trouble.value = { file: file.name, fault: { kind: 'other', message: why } };
    else known.value = { from: file.name, config: learned, files };
  }

  /** Joins what the terminal learned, where that names it. */
  function addFile(file: Known['files'][number]): void {
    const now = known.value;
    if (now?.config?.items?.file === file.name) known.value = { ...now, files: [file] };
    else trouble.value = { file: file.name, fault: { kind: 'beside' } };
  }

  /** What was chosen before stays where these cannot be read. Never throws. */
  async function choose(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    end();
    const given = files.map((file): Given => ({ file, map: {} }));
    const told = await ask(() => ({ kind: 'look', given }));
    if (told?.kind !== 'looked') return;
    const { learned, items, exports } = sortFound(given, told.found);
    if (learned) return open(learned.file, learned.learned, items);
    const [beside] = items;
    // what the terminal wrote beside what it learned, chosen by itself
    if (beside && exports.length === 0) return addFile(beside);
    chosen.value = joinCatalog(chosen.value, exports);
    known.value = undefined;
  }

  const columns = createColumns(chosen, ask);

  function take(told: LearnTold | undefined, retention: string | undefined): void {
    if (told?.kind === 'learned')
      known.value = { config: told.known.config, retention, knowledge: told.known, files: told.known.files };
  }

  async function learn(): Promise<void> {
    let asked: Config | undefined;
    const told = await ask(() => {
      asked = config.value;
      const given = chosen.value.map(asGiven);
      return { kind: 'learn', given, config: asked, goal: goal.value, now: Date.now() };
    });
    take(told, asked?.privacy?.retention);
  }

  /** One part once more, as the author says it, from what was read. */
  const again = async (order: Omit<Groups, 'kind'> | Omit<Lists, 'kind'>): Promise<void> =>
    take(await ask(() => ({ kind: 'again', ...order })), known.value?.retention);

  /** Lets go of all of it. */
  function forget(): void {
    end();
    chosen.value = [];
    trouble.value = undefined;
    known.value = undefined;
    goal.value = undefined;
  }

  let heldFor: string | undefined;
  /** Another site has other buyers. What was chosen before any site was known is of the first. */
  function follow(): void {
    const at = origin.value;
    if (at === undefined || at === heldFor) return;
    const isOther = heldFor !== undefined;
    heldFor = at;
    if (isOther) forget();
  }

  return {
    chosen,
    busy,
    trouble,
    known,
    goal,
    choose,
    ...columns,
    learn,
    again,
    cancel: end,
    forget,
    start: (over: AbortSignal) => whenOver(over, effect(follow)),
  };
}
