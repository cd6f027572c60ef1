// What the panel has read out of texts that it did not write, pages' scripts and configs and files, and thought over. Pure, and bounded by
// what each text holds; still it runs aside (main.ts), because a text may be as long as it likes to be.

import { lintConfig } from '../../shared/lint/lint.ts';
import { findLater } from '../../shared/publish/find-later.ts';
import { readBundled } from '../../shared/publish/read-bundled.ts';
import { type Checked, checkConfig } from '../../shared/schema/check.ts';
import type { Problem } from '../../shared/schema/problem.ts';
import { importConfig } from './import-config.ts';
import { readHanded } from './read-handed.ts';

export interface ReadScript {
  /** it is a tag of ours, by what it listens to; a page can write such a file too, but then it is one */
  isTag: boolean;
  /** the config inside */
  checked?: Checked;
  /** the file beside it that the config is in, as it asks for that */
  later?: string;
}

function readScript(text: string): ReadScript {
  const bundled = readBundled(text);
  const later = findLater(text);
  return {
    isTag: later !== undefined || text.includes('selvedge:standby'),
    ...(bundled !== undefined && { checked: checkConfig(bundled) }),
    ...(later !== undefined && { later }),
  };
}

/** What to think about in a config that is fit to be published. */
function advise(text: string): Problem[] {
  const { config } = checkConfig(text);
  return config ? lintConfig(config, Date.now()) : [];
}

export const jobs = {
  advice: advise,
  script: readScript,
  config: (text: string) => checkConfig(text),
  /** what the panel has written itself: no text that somebody would find a line and column in */
  draft: (text: string) => checkConfig(JSON.parse(text)),
  import: importConfig,
  handed: readHanded,
};
export type Job = keyof typeof jobs;
export type Read<J extends Job> = ReturnType<(typeof jobs)[J]>;

/** What the worker is told, and what it answers. */
export interface Order {
  id: number;
  job: Job;
  text: string;
}
export type Answer<J extends Job> =
  | { id: number; isRead: true; value: Read<J> }
  | { id: number; isRead: false; message: string };
