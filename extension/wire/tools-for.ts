// Which tools make sense for an element of which name: asked by the panel and by the toolbar beside the element.

/** Those of the toolbar at the picked element, in its order. `more`: all that the panel has. */
export const AT_ELEMENT = ['text', 'link', 'image', 'style', 'size', 'hide', 'move', 'more'] as const;
export type AtElement = (typeof AT_ELEMENT)[number];

const isPicture = (tag: string): boolean => tag === 'img' || tag === 'picture';

/** @param tool its id in the panel @param tag the element's name, in small letters */
export function isToolFor(tool: string, tag: string): boolean {
  if (tool === 'image') return isPicture(tag);
  if (tool === 'link') return tag === 'a' || tag === 'area';
  // the page as a whole has nothing that could be written anew, hidden or put elsewhere
  if (tag === 'body') return !['text', 'html', 'hide', 'copy', 'move', 'size'].includes(tool);
  if (tool === 'text' || tool === 'html')
    return !isPicture(tag) && !/^(input|select|textarea|svg|canvas|video|hr|br)$/.test(tag);
  // on the page alone
  if (tool === 'size') return !/^(option|optgroup|br|area|source)$/.test(tag);
  return true;
}
