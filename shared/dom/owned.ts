// Whether a framework owns an element, so that it may not be moved itself.
import { closest } from './native.ts';
import { findProgress } from './progress.ts';

/** Markup of others that go on comparing the tree with their own picture of it: Ember, Livewire, LiveView. */
const COMPARED = '.ember-view,[wire\\:id],[id^=phx-]';

/** What can be told of it by the markup, and by the page. */
export const isCompared = (element: Element): boolean =>
  !!closest(element, COMPARED) ||
  // Solid marks few nodes and listens on the document for all of its own
  '_$DX_DELEGATE' in document;

export const isOwned = (element: Element): boolean => !!findProgress(element) || isCompared(element);
