// What selvedge-show.js has of this file, and not of its own: the browser's functions as they were when this began, as a
// page may have put others in their place by the time that one comes; and what is ours on the page, as who watches
// elements asks for it too. The build reads it from here wherever that one would have these files (LENT in
// build-tag.mjs).

import * as layers from '../../shared/dom/layers.ts';
import * as nodes from '../../shared/dom/mine.ts';
import * as dom from '../../shared/dom/native.ts';
import * as language from '../../shared/engine/native.ts';

declare const VERSION: string;

export const lent = { version: VERSION, ...dom, ...language, ...layers, ...nodes };
