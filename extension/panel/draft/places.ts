// Where in the panel the author is, and how one gets elsewhere.

import { type Signal, signal } from '@preact/signals';
import type { Config } from '../../../shared/schema/config.ts';

/** A variant that gets a segment of its own, and where the author asked for that. */
export interface ForVariant {
  experience: string;
  id: string;
  back: Extract<Place, { kind: 'variant' | 'experience' }>;
}

/** A place of the draft, in Make. */
export type Place =
  | { kind: 'home' }
  /** `whom`: what is made is for a variant, and who makes it comes back from there */
  | { kind: 'gallery'; whom?: ForVariant }
  | { kind: 'segment'; id: string; whom?: ForVariant }
  | { kind: 'goal'; id: string }
  /** `variant`: what is chosen is asked there, not in an experience of its own */
  | { kind: 'questions'; variant?: { experience: string; id: string } }
  /** `variant`: the author came from there, and goes back to it */
  | { kind: 'question'; id: string; variant?: { experience: string; id: string } }
  | { kind: 'playbooks' }
  | { kind: 'experience'; id: string }
  /**
   * `picks`: the author came to change something, so picking begins by itself; `change`: they came to look at this one, so
   * its form is open
   */
  | { kind: 'variant'; experience: string; id: string; picks?: true; change?: number }
  | { kind: 'publish' }
  | { kind: 'results' }
  | { kind: 'learn' }
  | { kind: 'history' };

/** The panel's views, in the order of their tabs. */
export const VIEWS = ['here', 'visitor', 'preview', 'people', 'sheet', 'checks', 'make'] as const;
export type ViewName = (typeof VIEWS)[number];

/** How the draft is changed, and what went wrong with the last change. */
interface Edits {
  edit(what: string, change: (config: Config) => void): Promise<void>;
  trouble: Signal<string>;
}

export function createPlaces({ edit, trouble }: Edits) {
  const openView = signal<ViewName>('here');
  const place = signal<Place>({ kind: 'home' });
  /** Where the author was when what is being made was asked for. */
  let makingAt: Place | undefined;

  /** Opens a place of the draft, from whatever view. */
  function goToPlace(next: Place): void {
    place.value = next;
    openView.value = 'make';
  }

  /**
   * Changes the draft, then opens what was made. Not kept, `trouble` says why and the author stays; who went elsewhere
   * meanwhile is not called back. Pressed twice, it is made once.
   *
   * @param change edits the config in place, as immer has it, and says what to open
   */
  async function editAndOpen(what: string, change: (config: Config) => Place): Promise<void> {
    const [from, view] = [place.value, openView.value];
    if (makingAt === from) return;
    makingAt = from;
    let made: Place | undefined;
    await edit(what, (next) => {
      made = change(next);
    });
    makingAt = undefined;
    if (!made || trouble.value) return;
    if (place.value === from && openView.value === view) goToPlace(made);
  }

  return { openView, place, goToPlace, editAndOpen };
}
