// Where somebody is at work on the page itself: what we put there would be saved with it, so nothing is changed there.
import { closest, findIn } from './native.ts';

/**
 * Regions that are edited in place (rich text fields, editors).
 *
 * @see https://html.spec.whatwg.org/multipage/interaction.html#contenteditable
 */
export const EDITABLE = '[contenteditable]:not([contenteditable=false i])';

/** Whether an element stands in such a region or, where its content is concerned, holds one. */
export const isEdited = (element: Element, isContent: boolean): boolean =>
  !!closest(element, EDITABLE) || (isContent && !!findIn(element, EDITABLE)[0]);

/** Addresses under which page builders show the page that they edit: Elementor, WordPress, Divi, Beaver, WPBakery, Bricks … */
const BUILDERS =
  /[?&](elementor-preview|customize_|et_fb|[a-z]+_(builder|iframe)|vcv?[_-]editable|bricks=run|brizy-edit)/;
/** What they call the frame that they show it in (`elementor-preview-iframe`, `editor-canvas`, `customize-preview-0`). */
const FRAMES = /editor|builder|customize|elementor|et-fb|brizy/;

/** Whether the whole page is open in an editor: its own, or the page builder's around it. */
export function isPageEdited(): boolean {
  if (document.designMode === 'on' || BUILDERS.test(location.search)) return true;
  try {
    // null in a frame of another site
    const frame: (Element & { name?: string }) | null = window.frameElement;
    return !!frame && FRAMES.test(`${frame.id} ${frame.name} ${frame.className}`);
  } catch {
    // a getter of the page's
    return false;
  }
}
