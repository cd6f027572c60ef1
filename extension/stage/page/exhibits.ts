// Every variant that somebody could get on this page, one by one.

import { matchesPages } from '../../../shared/engine/pattern.ts';
import { askAsBlocks } from '../../../shared/page/ask-as-block.ts';
import { listsAsBlocks } from '../../../shared/page/list-as-block.ts';
import { placeVariant } from '../../../shared/page/placements.ts';
import type { PreviewState } from '../../wire/preview-state.ts';
import type { Exhibit } from '../audit/bench.ts';

export function findExhibits({ config, drafts }: PreviewState, url: string): Exhibit[] {
  return config.experiences
    .filter(
      ({ status, pages }) =>
        (status === 'live' || (drafts && status === 'draft')) && matchesPages(pages, url),
    )
    .flatMap((experience) =>
      experience.variants.map((variant) => ({
        experience,
        variant,
        placements: placeVariant(experience, listsAsBlocks(config, askAsBlocks(config, variant))).placements,
      })),
    );
}
