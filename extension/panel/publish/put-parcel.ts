// Publishes a parcel by HTTP PUT: what must lie beside the file that asks for it first, then what holds the config, and that
// file last. Two authors cannot pass each other so: the file that holds the config is the first that is guarded.
//
// Promises: nothing is written before all that lies there has been looked at; what lies there already is not sent again; where
// one file does not get there, those that were written over are put back, so that pages go on with what was live.

import { holdsConfig } from '../../../shared/publish/siblings.ts';
import type { Parcel } from '../draft/prepare.ts';
import { isNoPlace, type Outcome } from './outcome.ts';
import { type PutOptions, putFile } from './put.ts';
import { createSend, type Destination, readThere } from './send.ts';

/** Which file is being sent. */
export interface Progress {
  name: string;
  /** from 1 */
  at: number;
  of: number;
}

export interface ParcelOptions extends Omit<PutOptions, 'isExpected' | 'isNobodys'> {
  /** As for one file. @param isRestJudged what lies beside it was as expected */
  isExpected(text: string, isRestJudged: boolean): boolean;
  say?(progress: Progress): void;
}

interface File {
  name: string;
  text: string;
  to: Destination;
  /** nobody's work is in it */
  isNobodys: boolean;
  isExpected(text: string): boolean;
}

/** The file that the config is in. */
export const holderOf = (parcel: Parcel): { name: string; text: string } =>
  parcel.rest.find(holdsConfig) ?? parcel;

/** Each before what asks for it. */
function listFiles(to: Destination, parcel: Parcel, { isExpected }: ParcelOptions): File[] {
  const rest = parcel.rest.map(({ name, text }): File => {
    const isNobodys = !holdsConfig({ name });
    return {
      name,
      text,
      // beside a config there lie scripts, too
      to: { ...to, type: 'text/javascript', url: new URL(name, to.url).href },
      isNobodys,
      isExpected: (was) => isNobodys || isExpected(was, false),
    };
  });
  const { name, text } = parcel;
  const isRestJudged = parcel.rest.some(holdsConfig);
  return [
    ...rest.filter(({ isNobodys }) => isNobodys),
    ...rest.filter(({ isNobodys }) => !isNobodys),
    { name, text, to, isNobodys: false, isExpected: (was) => isExpected(was, isRestJudged) },
  ];
}

/** What may lie there all the same. */
const isDoubtful = ({ kind }: Outcome): boolean => kind === 'unknown' || kind === 'differs';
/** These ask the author what to do. */
const isQuestion = ({ kind }: Outcome): boolean => kind === 'changed' || kind === 'unguarded';
/** These are about the address, the server or the token: any other file would have met the same. */
const isOfServer = (why: Outcome): boolean =>
  why.kind === 'refused' ||
  why.kind === 'elsewhere' ||
  why.kind === 'unreachable' ||
  (why.kind === 'failed' && isNoPlace(why.status));
const isThere = ({ kind }: Outcome): boolean => kind === 'published' || kind === 'same';

/** @param to where the parcel itself goes: the rest goes into the same folder, under its own name */
export async function putParcel(to: Destination, parcel: Parcel, options: ParcelOptions): Promise<Outcome> {
  const files = listFiles(to, parcel, options);
  const before = new Map<File, string | undefined>();
  const stop = (name: string, why: Outcome, left: string[], isUntouched = false): Outcome => {
    const isPlain = files.length === 1 || (isQuestion(why) && !left[0]) || (isUntouched && isOfServer(why));
    return isPlain ? why : { kind: 'half', name, why, left };
  };

  for (const file of files) {
    const there = await readThere(createSend(file.to, options));
    if (there.kind !== 'there' && there.kind !== 'nothing') return stop(file.name, there, [], true);
    const was = there.kind === 'there' ? there.text : undefined;
    if (was !== undefined && was !== file.text && !file.isExpected(was))
      return { kind: 'changed', text: was };
    before.set(file, was);
  }
  const going = files.filter((file) => before.get(file) !== file.text);
  if (!going[0]) return { kind: 'same' };

  /** @returns the names of those that are left as they were written */
  const putBack = async (written: File[]): Promise<string[]> => {
    const left: string[] = [];
    for (const file of written.toReversed()) {
      const was = before.get(file);
      // nothing asked for it before
      if (was === undefined) continue;
      const outcome = await putFile(file.to, was, {
        ...options,
        isBold: true,
        isNobodys: file.isNobodys,
        isExpected: (now) => now === file.text,
      });
      if (!isThere(outcome)) left.unshift(file.name);
    }
    return left;
  };

  for (const [at, file] of going.entries()) {
    options.say?.({ name: file.name, at: at + 1, of: going.length });
    const outcome = await putFile(file.to, file.text, {
      ...options,
      isNobodys: file.isNobodys,
      // as it was looked at: anything else came since
      isExpected: (now) => file.isNobodys || now === before.get(file),
    });
    if (isThere(outcome)) continue;
    const written = going.slice(0, at);
    // which of them belong together now is not known: the next publish looks again
    const left = isDoubtful(outcome) ? written.map(({ name }) => name) : await putBack(written);
    return stop(file.name, outcome, left, at === 0);
  }
  return { kind: 'published' };
}
