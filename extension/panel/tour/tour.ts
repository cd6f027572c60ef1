// The tour as it goes on: which steps are done, and what the shop takes when its config is saved as a file.

import { computed, effect, signal, untracked } from '@preact/signals';
import * as z from 'zod/mini';
import type { Config } from '../../../shared/schema/config.ts';
import { stored } from '../../wire/stored.ts';
import { PUBLISHED } from '../../wire/tour-shop.ts';
import { config } from '../draft/desk.ts';
import { picked } from '../edit/on-page.ts';
import { whenOver } from '../kit/when-over.ts';
import { pageCheck } from '../publish/page-check.ts';
import { savedFile, settle } from '../publish/publishing.ts';
import { checked } from '../see/checks.ts';
import { walking } from '../see/people.ts';
import { endPreview } from '../see/preview.ts';
import { experiences, status } from '../site/page.ts';
import { isShop } from '../site/tour.ts';
import { findDone, findOwn, PACKED, type Seen, STEPS, type Step } from './steps.ts';

/** Which steps are done: a panel that is opened again goes on. */
export const kept = stored('tour', 1, z.array(z.enum(STEPS)));

export const done = signal<readonly Step[]>([]);
/** What the shop has of the author. */
export const published = signal<Config | undefined>(undefined);
const readPublished = (): Config | undefined =>
  JSON.parse(localStorage.getItem(PUBLISHED) ?? 'null') ?? undefined;

const isGivenOf = (id: string): boolean =>
  experiences.value.some(
    ({ experience, assignment }) => experience.id === id && assignment?.variant !== undefined,
  );

/** By the view Checks, which keeps what it found of other pages. */
function isLookedThrough(): boolean {
  const last = checked.value;
  return last.kind === 'done' && last.side === 'draft' && isShop(last.url);
}

const seen = computed(
  (): Seen => ({
    isGiven: isGivenOf(PACKED),
    isPicked: picked.value !== undefined,
    draft: config.value,
    isWalking: walking.value !== undefined,
    visible: status.value?.visible ?? [],
    isChecked: isLookedThrough() || pageCheck.value.kind === 'done',
    published: published.value,
  }),
);

/** What the author made, once there is something. */
export const own = computed(() => findOwn(config.value));
/** Whether this browser gets it in the shop. */
export const isForUs = computed(() => own.value !== undefined && isGivenOf(own.value.experience.id));

function keepDone(): void {
  const now = findDone(seen.value);
  untracked(() => {
    const all = STEPS.filter((step) => now.includes(step) || done.value.includes(step));
    if (all.length === done.value.length) return;
    done.value = all;
    void kept.write([...all]);
  });
}

/** The shop takes a file as it is saved, and shows it to its visitors. */
function publish(): void {
  const file = savedFile.value;
  if (!file) return;
  untracked(() => {
    savedFile.value = undefined;
    void settle(file.at, file.config, undefined)
      .then(endPreview)
      .then(() => {
        localStorage.setItem(PUBLISHED, file.text);
        published.value = readPublished();
      });
  });
}

/** While the shop is in front. */
export async function startTour(signal: AbortSignal): Promise<void> {
  const before = await kept.read();
  if (signal.aborted) return;
  done.value = before ?? [];
  published.value = readPublished();
  savedFile.value = undefined;
  whenOver(signal, effect(keepDone), effect(publish));
}
