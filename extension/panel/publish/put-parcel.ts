// Publishes a parcel by HTTP PUT: first what must lie beside it, each file as putFile does, and only then the one that
// asks for it. Two authors cannot pass each other so: the file that holds the config is the first that is guarded.

import { holdsConfig } from '../../../shared/publish/siblings.ts';
import type { Parcel } from '../draft/prepare.ts';
import type { Outcome } from './outcome.ts';
import { type Destination, type PutOptions, putFile } from './put.ts';

export interface ParcelOptions extends Omit<PutOptions, 'isExpected'> {
  /** As for one file. @param isRestJudged what lies beside it was as expected */
  isExpected(text: string, isRestJudged: boolean): boolean;
}

/** The file that the config is in. */
export const holderOf = (parcel: Parcel): { name: string; text: string } =>
  parcel.rest.find(holdsConfig) ?? parcel;

/** @param to where the parcel itself goes: the rest goes into the same folder, under its own name */
export async function putParcel(to: Destination, parcel: Parcel, options: ParcelOptions): Promise<Outcome> {
  const written: string[] = [];
  for (const { name, text } of parcel.rest) {
    // beside a config there lie scripts, too
    const outcome = await putFile({ ...to, type: 'text/javascript', url: new URL(name, to.url).href }, text, {
      ...options,
      isExpected: (was) => !holdsConfig({ name }) || options.isExpected(was, false),
    });
    if (outcome.kind === 'published') written.push(name);
    else if (outcome.kind !== 'same') return outcome;
  }
  const outcome = await putFile(to, parcel.text, {
    ...options,
    isExpected: (was) => options.isExpected(was, parcel.rest.some(holdsConfig)),
  });
  switch (outcome.kind) {
    case 'same':
      return written.length ? { kind: 'published' } : outcome;
    case 'published':
    // these ask the author what to do; what was written is nobody's loss until then
    case 'changed':
    case 'unguarded':
      return outcome;
    default:
      return written.length ? { kind: 'half', written, name: parcel.name, why: outcome } : outcome;
  }
}
