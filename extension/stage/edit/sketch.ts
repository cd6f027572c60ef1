// Sizes on the page before the draft has them: shown by the same change, over the same preview, that the panel then writes.

import type { Change } from '../../../shared/schema/change.ts';
import type { Picked } from '../../wire/edit-shapes.ts';
import type { PreviewState } from '../../wire/preview-state.ts';
import { findStyle, type Media, type Sizes, styleWith, WIDTHS } from '../../wire/sizes.ts';
import type { Preview } from '../page/preview.ts';
import { readOwn } from '../targets/read-own.ts';
import type { SizesShown } from './size-drag.ts';

/** A draft that does not follow by then could not be written: the page shows what is. */
const PATIENCE_MS = 3000;

const changesOf = (state: PreviewState | undefined): readonly Change[] =>
  state?.config.experiences[0]?.variants[0]?.changes ?? [];

/** The one variant that is shown while it is edited, with this change in place of the other. */
function withChange(state: PreviewState, old: Change | undefined, change: Change): PreviewState {
  const [experience] = state.config.experiences;
  const [variant] = experience?.variants ?? [];
  if (!experience || !variant) return state;
  const changes = old
    ? variant.changes.map((one) => (one === old ? change : one))
    : [...variant.changes, change];
  return {
    ...state,
    config: { ...state.config, experiences: [{ ...experience, variants: [{ ...variant, changes }] }] },
  };
}

export interface Sketch extends SizesShown {
  /** On which screens what is dragged holds to begin with: where the element has a style already that holds here. */
  findMedia(): Media;
}

/** Where nothing is sized. */
export const NO_SKETCH: Sketch = { show() {}, keep() {}, spaces: () => [], findMedia: () => '' };

/**
 * @param picked what is sized
 * @param media on which screens it holds
 * @param keep says it to the panel
 */
export function createSketch(
  preview: Pick<Preview, 'sketch' | 'state'>,
  picked: () => Picked | undefined,
  media: () => Media,
  keep: (sizes: Sizes, media: Media) => void,
): Sketch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const targets = () => (picked()?.choices ?? []).map(({ target }) => target);
  /** @param isSaid to the panel: over when the draft has it */
  const draw = (sizes: Sizes, isSaid: boolean) => {
    const [found, at] = [targets(), media()];
    return (state: PreviewState) => {
      const old = findStyle(changesOf(state), found, at);
      const style = styleWith(changesOf(state), found, at, sizes);
      const isThere = isSaid && JSON.stringify(old?.properties) === JSON.stringify(style?.properties);
      return style && !isThere ? withChange(state, old, style) : undefined;
    };
  };
  const show = (sizes: Sizes | undefined, isSaid = false) => {
    clearTimeout(timer);
    preview.sketch(sizes && draw(sizes, isSaid));
  };
  return {
    show,
    keep(sizes) {
      show(sizes, true);
      timer = setTimeout(show, PATIENCE_MS, undefined);
      keep(sizes, media());
    },
    spaces: () => readOwn({}).spaces,
    findMedia: () =>
      WIDTHS.find(
        (one) =>
          one.media &&
          matchMedia(one.media).matches &&
          findStyle(changesOf(preview.state()), targets(), one.media),
      )?.media ?? '',
  };
}
