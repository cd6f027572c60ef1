// The report of the site in front: followed from site to site, opened, and kept. What cannot be read leaves the last one.

import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { sayAny } from '../../../shared/words/lists.ts';
import { t } from '../../../shared/words/t.ts';
import { messageOf } from '../../wire/message-of.ts';
import { whenOver } from '../kit/when-over.ts';
import { type KeptReport, keptReport } from '../site/kept-report.ts';
import { createFetching } from './fetching.ts';
import { isOfSite } from './find-misfits.ts';
import { readReport } from './read-report.ts';

/** @param sites what the site in front is called */
export function createResultsHere(
  origin: ReadonlySignal<string | undefined>,
  sites: ReadonlySignal<readonly string[]>,
) {
  const kept = signal<KeptReport | undefined>(undefined);
  const isRead = signal(false);
  /** why the last one was not opened, in words */
  const trouble = signal('');

  function follow(): (() => void) | undefined {
    const at = origin.value;
    kept.value = undefined;
    isRead.value = false;
    trouble.value = '';
    if (at === undefined) return undefined;
    return keptReport(at).follow((found) => {
      kept.value = found;
      isRead.value = true;
    });
  }

  /** Never throws. @param from a file's name, or in words @returns whether it is shown now */
  async function openReport(from: string, text: string): Promise<boolean> {
    const at = origin.value;
    if (at === undefined) return false;
    const refuse = (why: string): false => {
      if (origin.peek() === at) trouble.value = t`${from} was not opened. ${why}`;
      return false;
    };
    trouble.value = '';
    const read = readReport(text);
    if (read.kind === 'bad') return refuse(read.why);
    const { report } = read;
    const names = sites.peek();
    if (!isOfSite(report, names))
      return refuse(t`It is a report of ${report.site}, and the page in front is of ${sayAny(names)}.`);
    const next = { report, from, openedAt: Date.now() };
    try {
      await keptReport(at).write(next);
    } catch (error) {
      refuse(t`It could not be kept (${messageOf(error)}): when you close this, open it again.`);
    }
    if (origin.peek() !== at) return false;
    kept.value = next;
    return true;
  }

  const { followAddress, ...fetching } = createFetching(origin, trouble, openReport);

  async function dropReport(): Promise<void> {
    const at = origin.value;
    if (at === undefined) return;
    await keptReport(at).remove();
    if (origin.peek() === at) kept.value = undefined;
  }

  return {
    kept,
    isRead,
    trouble,
    openReport,
    dropReport,
    ...fetching,
    start: (signal: AbortSignal) => whenOver(signal, effect(follow), effect(followAddress)),
  };
}
export type ResultsHere = ReturnType<typeof createResultsHere>;
