// Stops what runs on a site, and starts it again: what is live now with other statuses, and nothing else of the draft.

import type { Config } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import { type Draft, nameVersion } from './draft.ts';
import { editDraft } from './steps.ts';

export type Act = 'stop' | 'start';

/** Which experiences the act concerns: those that visitors get, or those that were stopped and are paused still. */
export function findConcerned({ base, stopped = [] }: Pick<Draft, 'base' | 'stopped'>, act: Act): string[] {
  const experiences = base?.experiences ?? [];
  if (act === 'stop') return experiences.filter(({ status }) => status === 'live').map(({ id }) => id);
  // what is not live is in no tag
  return stopped.filter((id) => experiences.find((one) => one.id === id)?.status === 'paused');
}

const STATUS = { stop: 'paused', start: 'live' } as const;

/** What is live, as its next revision. @returns undefined where nothing is concerned */
export function makeActed(draft: Draft, act: Act): Config | undefined {
  const ids = findConcerned(draft, act);
  if (!draft.base || ids.length === 0) return undefined;
  return {
    ...draft.base,
    revision: draft.base.revision + 1,
    experiences: draft.base.experiences.map((one) =>
      ids.includes(one.id) ? { ...one, status: STATUS[act] } : one,
    ),
  };
}

/** The same in the draft, as one step that can be undone; experiences that are not out are as they were. */
export function act(draft: Draft, kind: Act, now: number): Draft {
  const ids = findConcerned(draft, kind);
  const before = kind === 'stop' ? 'live' : 'paused';
  const next = editDraft(
    draft,
    kind === 'stop' ? t`Everything stopped` : t`Started again`,
    (config) => {
      for (const one of config.experiences)
        if (ids.includes(one.id) && one.status === before) one.status = STATUS[kind];
    },
    now,
  );
  return kind === 'stop' ? { ...next, stopped: ids } : next;
}

/** Once it is out: what later drafts are compared with. @param published what visitors get now */
export function settleAct(draft: Draft, kind: Act, published: Config, now: number, by?: string): Draft {
  const { revision } = published;
  const acted = act(draft, kind, now);
  const next = { ...acted, config: { ...acted.config, revision }, base: published };
  const name = kind === 'stop' ? t`Stopped, revision ${revision}` : t`Started again, revision ${revision}`;
  return nameVersion(next, name, now, by ? { by } : {});
}
