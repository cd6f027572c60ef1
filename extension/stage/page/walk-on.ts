// A previewed visitor who walks through the site: having seen a page, their history grows, in our storage only.

import { record } from '../../../shared/engine/fold.ts';
import { createKeep } from '../../../shared/page/keep.ts';
import { isNotFound, viewEvents } from '../../../shared/page/page-view.ts';
import { type PreviewState, previewOf } from '../../wire/preview-state.ts';
import type { Scene } from '../../wire/scene.ts';

/** @param isLoaded the page in view is what the server was asked for */
export async function walkOn(
  token: string,
  before: PreviewState,
  { view }: Scene,
  isLoaded: boolean,
): Promise<void> {
  if (before.as.kind !== 'visitor') return;
  const { config } = before;
  const { program, profile, now } = view;
  // what looks personal is left out in silence: the author sees it said by the tag
  const keep = createKeep(config.privacy?.plain, () => {});
  const seen = viewEvents(config, new URL(location.href), keep, isLoaded && isNotFound());
  const events = seen.flatMap(({ name, props }) => record(program, profile, name, props, now));
  // one that ended meanwhile stays ended
  await previewOf(token).update((stored) =>
    stored?.as.kind === 'visitor'
      ? { ...stored, as: { ...stored.as, events: [...stored.as.events, ...events] } }
      : stored,
  );
}
