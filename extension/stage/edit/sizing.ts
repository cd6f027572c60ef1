// The toolbar with what its "Size" brings: handles at the element, and on which screens they count.

import type { Media } from '../../wire/sizes.ts';
import type { AtElement } from '../../wire/tools-for.ts';
import { createSizeBar } from './size-bar.ts';
import { createSizer, type Sizer } from './sizer.ts';
import type { Sketch } from './sketch.ts';
import { createToolbar, type Toolbar } from './toolbar.ts';

export interface Sizing {
  tools: Toolbar;
  sizer: Sizer;
  remove(): void;
}

/**
 * @param root where it all stands, in `host`
 * @param picked what is picked
 * @param makeSketch what shows sizes on the page, for the screens that are chosen
 * @param pressed hears which other tool an author wants
 */
export function createSizing(
  root: ShadowRoot,
  host: HTMLElement,
  picked: () => Element | undefined,
  makeSketch: (media: () => Media) => Sketch,
  pressed: (tool: AtElement) => void,
): Sizing {
  const bar = createSizeBar(() => sizer.settle());
  const tools = createToolbar(root, bar.element, (tool) => {
    if (tool !== 'size') pressed(tool);
    else if (sizer.element()) sizer.take(undefined);
    else {
      sizer.take(picked());
      sizer.focus();
    }
  });
  const sketch = makeSketch(bar.media);
  const sizer = createSizer(root, host, sketch, (isOn) => {
    bar.show(isOn ? sketch.findMedia() : undefined);
    tools.sizing(isOn);
  });
  return {
    tools,
    sizer,
    remove() {
      sizer.take(undefined);
      sketch.show(undefined);
    },
  };
}
