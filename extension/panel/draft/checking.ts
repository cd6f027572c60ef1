// Has what would go out checked aside, anew whenever it changes: neither the check nor its schemas are in the panel's way.

import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Checked } from '../../../shared/schema/check.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import { readAside } from '../../reader/read-aside.ts';
import type { Undo } from '../../wire/browser.ts';
import { sayError } from '../kit/say-error.ts';

const check = (config: Config): Promise<Checked> =>
  readAside('draft', JSON.stringify(config)).catch((error) => ({
    problems: [
      {
        path: '',
        severity: 'error',
        problem: t`the draft could not be checked (${sayError(error)})`,
        remedy: t`Undo the last change, or take out what is very long.`,
      },
    ],
  }));

export function createChecking(publishable: ReadonlySignal<Config | undefined>) {
  const last = signal<{ of: Config; checked: Checked } | undefined>(undefined);
  /** What is known of it, for a moment after a change what was known before. */
  const checked = computed(() => publishable.value && last.value?.checked);
  /** The config that may go out as it is now; undefined with errors, and for a moment after a change. */
  const fit = computed(() =>
    last.value && last.value.of === publishable.value ? last.value.checked.config : undefined,
  );

  let isChecking = false;
  /** raised when a draft is gone: what is heard of it then says nothing of the next */
  let drafts = 0;
  /** One at a time: of those that change meanwhile only the last is checked. */
  async function checkAll(): Promise<void> {
    if (isChecking) return;
    isChecking = true;
    for (let now = publishable.peek(); now && now !== last.peek()?.of; now = publishable.peek()) {
      const mine = drafts;
      const checked = await check(now);
      if (mine === drafts) last.value = { of: now, checked };
    }
    isChecking = false;
  }
  const follow = (): Undo =>
    effect(() => {
      if (publishable.value) void checkAll();
      else {
        drafts++;
        last.value = undefined;
      }
    });

  /** Once what would go out, as it is now, has been checked. */
  const whenChecked = (): Promise<void> =>
    new Promise((done) => {
      const isKnown = computed(() => !publishable.value || last.value?.of === publishable.value);
      const stop = isKnown.subscribe((known) => {
        if (!known) return;
        // called at once, it cannot end itself
        queueMicrotask(() => stop());
        done();
      });
    });

  return { checked, fit, follow, whenChecked };
}
