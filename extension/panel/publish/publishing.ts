// Publishes the draft of the site in front: to a file, or by PUT to the address and with the token the author gave. It takes
// a while, and the author may have gone to another site by then: what goes out is this site's all the same.

import { signal } from '@preact/signals';
import { findLater } from '../../../shared/publish/find-later.ts';
import { FORM, type Form, sourcesOf } from '../../../shared/publish/form.ts';
import type { PublishedTag, TagFile } from '../../../shared/publish/publish-tag.ts';
import { REST, SIBLINGS } from '../../../shared/publish/siblings.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import { importConfig } from '../../reader/import-config.ts';
import { extensionUrl, requestSite } from '../../wire/browser.ts';
import { approvalsOf, judgeStanding, mayGoOut } from '../draft/approvers.ts';
import { readAuthor } from '../draft/author.ts';
import { changeDraft, draft, origin, readStored } from '../draft/desk.ts';
import type { Draft } from '../draft/draft.ts';
import { findItems } from '../draft/items-kept.ts';
import { nextOf } from '../draft/next.ts';
import { type Format, type Prepared, prepare } from '../draft/prepare.ts';
import { isSameToPages } from '../draft/restore.ts';
import { settlePublished } from '../draft/settle-published.ts';
import { type Act, makeActed, settleAct } from '../draft/stop.ts';
import { saveFile } from '../kit/save-file.ts';
import { destinationOf, keepToken, type SavedDestination, writeAuthorization } from './destination.ts';
import { type How, publishOnce } from './outcome-here.ts';
import { holderOf, putParcel } from './put-parcel.ts';

type Fit = Extract<Prepared, { kind: 'fit' }>;

const ITEMS = t`what is looked at and bought together: loaded where items are recommended`;

/** A file that the build put beside the panel. */
export const readPacked = async (name: string): Promise<string> =>
  await (await fetch(extensionUrl(name))).text();
/** The tag without a config. */
export const readTag = (): Promise<string> => readPacked('selvedge.js');

/** What makes a tag of a config. @throws Error when the sources are not in this build */
async function readTagMaker(form: Form): Promise<(config: Config) => PublishedTag> {
  const texts = new Map<string, string>();
  for (const name of sourcesOf(form)) texts.set(name, await readPacked(name));
  // the compiler and its parser of markup are for this moment only
  const { publishTag } = await import('../../../shared/publish/publish-tag.ts');
  return (config) => publishTag(form, config, (name) => texts.get(name) ?? '');
}

/**
 * What goes out for a site: its draft, or with `act` what is live.
 *
 * @throws Error when what tags are made of is not in this build
 */
export async function makeParcel(
  at: string,
  current: Draft,
  format: Format,
  act: Act | undefined,
): Promise<Prepared | { kind: 'unapproved' } | undefined> {
  const next = nextOf(current);
  const going = act === undefined ? next.config : makeActed(current, act);
  const prepared = going && prepare(going, format, await readTagMaker(FORM));
  if (prepared?.kind !== 'fit') return prepared;
  const whole = await addItems(prepared, at);
  // stopping what runs waits for nobody
  if (act !== undefined || !next.isNew) return whole;
  const kept = await approvalsOf(at).read();
  const isFree = !kept || mayGoOut(await judgeStanding(kept, prepared.config, at));
  return isFree ? whole : { kind: 'unapproved' };
}

/** What a tag asks for beside its own parts, as the build put it beside the panel. */
async function readSiblings(): Promise<TagFile[]> {
  const files: TagFile[] = [];
  for (const one of SIBLINGS) files.push({ ...one, text: await readPacked(one.name) });
  return files;
}

/** With the file of items that it names first of what lies beside it, where that is kept here. */
async function addItems(prepared: Fit, at: string): Promise<Fit> {
  const name = prepared.config.items?.file;
  const file = name === undefined ? undefined : await findItems(at, name);
  if (!file) return prepared;
  const { parcel } = prepared;
  return { ...prepared, parcel: { ...parcel, rest: [{ ...file, what: ITEMS }, ...parcel.rest] } };
}

/** What is published now is what later drafts of the site are compared with. */
export async function settle(at: string, config: Config, act: Act | undefined): Promise<void> {
  const by = await readAuthor();
  await changeDraft(
    (before, now) =>
      act === undefined ? settlePublished(before, config, now, by) : settleAct(before, act, config, now, by),
    at,
  );
}

/** What was saved as a file last, and for which site: the tour's shop takes it. */
export const savedFile = signal<{ at: string; text: string; config: Config } | undefined>(undefined);

/**
 * Saves them in this order.
 *
 * @param names of the parcel, and of what belongs beside it
 * @returns those that were saved, and of which draft's config
 */
export async function publishToFiles(
  format: Format,
  names: readonly string[],
  act?: Act,
): Promise<{ of: Config | undefined; names: readonly string[] }> {
  const [at, shown] = [origin.value, draft.value];
  if (at === undefined || !shown) return { of: undefined, names: [] };
  const current = (await readStored(at)) ?? shown;
  const prepared = await makeParcel(at, current, format, act);
  if (prepared?.kind !== 'fit') return { of: current.config, names: [] };
  const { parcel } = prepared;
  const all = [parcel, ...parcel.rest, ...(await readSiblings())];
  const files = names.flatMap((name) => all.find((one) => one.name === name) ?? []);
  for (const file of files) {
    const isBeside = file !== parcel && !REST.some(({ name }) => name === file.name);
    saveFile(file.name, new Blob([file.text], { type: isBeside ? 'text/javascript' : parcel.type }));
    if (!isBeside) savedFile.value = { at, text: file.text, config: prepared.config };
  }
  return { of: current.config, names: files.map(({ name }) => name) };
}

/**
 * Whether what lies at the address is what this draft began with, or our own.
 *
 * @param known texts of our own
 * @param isRestJudged the config beside a first file has been judged: that one is only made of it
 */
export function isExpected(
  text: string,
  current: Draft,
  known: (string | undefined)[],
  isRestJudged = false,
): boolean {
  if (known.includes(text) || (isRestJudged && findLater(text) !== undefined)) return true;
  const read = importConfig(text);
  // a tag without a config, or something else: nobody's work is lost only if it is the bare tag
  if (read.kind === 'bad') return text.includes('__SELVEDGE_CONFIG__');
  return current.base !== undefined && isSameToPages(read.config, current.base);
}

export interface Order {
  url: string;
  format: Format;
  scheme: 'bearer' | 'basic';
  token: string;
  keep: 'open' | 'device';
}

/** Must be called at once in a click: the browser asks for the address's host only then. Never throws. */
export function publishByPut(order: Order, how: How = {}): Promise<void> {
  const { act } = how;
  const again = (next: How) => void publishByPut(order, { ...(act && { act }), ...next });
  return publishOnce(new URL(order.url).host, { ...(act && { act }), again }, async (at, shown, say) => {
    if (!(await requestSite(order.url))) return { kind: 'forbidden' };
    const current = (await readStored(at)) ?? shown;
    const saved = await destinationOf(at).read();
    const isSamePlace = saved?.url === order.url && saved.format === order.format;
    const known = how.overwrites ?? (isSamePlace ? saved?.known : undefined);
    const { token, ...rest } = order;
    const destination: SavedDestination = { ...rest, ...(known !== undefined && { known }) };
    const sent = isSamePlace ? saved?.sent : undefined;
    await keepToken(at, token, order.keep);
    const prepared = await makeParcel(at, current, order.format, act);
    if (prepared?.kind !== 'fit') return { kind: prepared?.kind ?? 'unfit' };
    const { config } = prepared;
    // what runs is stopped by as few files as can be; what asks for its config has its files from elsewhere, of its own release
    const beside = order.format === 'js' && act !== 'stop' ? await readSiblings() : [];
    const parcel = { ...prepared.parcel, rest: [...beside, ...prepared.parcel.rest] };
    const authorization = writeAuthorization(token, order.scheme);
    const holder = holderOf(parcel).text;
    // the panel may be closed before an answer comes
    await destinationOf(at).write({ ...destination, sent: holder });
    const outcome = await putParcel(
      { url: order.url, type: parcel.type, ...(authorization !== undefined && { authorization }) },
      parcel,
      {
        isExpected: (text, isRestJudged) => isExpected(text, current, [known, sent], isRestJudged),
        isBold: how.isBold ?? false,
        say,
      },
    );
    if (outcome.kind === 'published' || outcome.kind === 'same') {
      await destinationOf(at).write({ ...destination, known: holder });
      await settle(at, config, act);
    }
    return outcome;
  });
}
