// All that is known of the page in front, as signals that views read, and what follows from it.

import { computed, signal } from '@preact/signals';
import type { Tab } from '../../wire/browser.ts';
import type { Look, Memory, Status } from '../../wire/stage-shapes.ts';
import { toName } from '../kit/to-name.ts';
import type { FoundConfig } from './found-config.ts';
import { answerExperiences, answerSegments, createView, findDoubt, readInterests } from './insight.ts';
import type { Refusal } from './refusal.ts';

const NO_MEMORY: Memory = { events: [], traits: {}, prunedAt: null };

export function createKnown() {
  const seen = {
    tab: signal<Tab | undefined>(undefined),
    refusal: signal<Refusal | undefined>(undefined),
    isLooking: signal(true),
    look: signal<Look | undefined>(undefined),
    /** What `window.selvedge.version` says. The page may lie: it is shown, never believed. */
    tagVersion: signal<string | undefined>(undefined),
    /** Whether a file of ours was read on the page: else only the page says that the tag is there. */
    isTagSeen: signal(false),
    pageConfig: signal<FoundConfig>({ kind: 'none' }),
    /** A config that the author opened for this site; it goes before the page's. */
    openConfig: signal<FoundConfig>({ kind: 'none' }),
    memory: signal<Memory | undefined>(undefined),
    status: signal<Status | undefined>(undefined),
  };
  const { look, pageConfig, openConfig, memory } = seen;

  /** The config that the panel works with. */
  const config = computed(() => {
    for (const found of [openConfig.value, pageConfig.value]) if (found.kind === 'ok') return found;
    return undefined;
  });
  const host = computed(() => (look.value ? new URL(look.value.url).host : ''));

  /** Published configs leave out what only authors read: an id then has to do, said like a name. */
  const nameOfSegment = (id: string): string =>
    config.value?.config.segments.find((segment) => segment.id === id)?.name || toName(id);

  /** This browser as the engine sees it now; undefined where there is no config. */
  const view = computed(() => {
    const at = look.value;
    const found = config.value;
    if (!at || !found) return undefined;
    return createView(
      found.config,
      memory.value ?? NO_MEMORY,
      at.facts,
      Date.now(),
      findDoubt(at, found.config),
    );
  });
  const segments = computed(() => (view.value ? answerSegments(view.value) : []));
  const experiences = computed(() => {
    const at = look.value;
    return view.value && at ? answerExperiences(view.value, at.url, memory.value?.seed ?? '') : [];
  });
  const interests = computed(() =>
    config.value ? readInterests(config.value.config, memory.value ?? NO_MEMORY, Date.now()) : [],
  );

  function forget(): void {
    look.value = memory.value = seen.status.value = seen.tagVersion.value = undefined;
    pageConfig.value = openConfig.value = { kind: 'none' };
    seen.isTagSeen.value = false;
  }

  return { ...seen, config, host, nameOfSegment, view, segments, experiences, interests, forget };
}
