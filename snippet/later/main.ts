// The rest of the tag: what the script of the first paint has begun (snippet/now) goes on here, for as long as the page
// is open. A module, loaded when the page is at rest; it begins nothing by itself.

import { takeOver as goOn } from '../../shared/dom/take-over.ts';
import { boot } from '../boot.ts';
import { type Handover, PROTOCOL } from '../now/handover.ts';
import { adoptTag } from '../tag.ts';
import { answerAsked } from './answer-asked.ts';
import { fileLines } from './file-lines.ts';
import { leftViews } from './left-views.ts';

/** @throws on another version's: nothing is taken over then, and the page keeps what it shows */
export function takeOver({ protocol, tag, touches, queue, serve, painted, ...begun }: Handover): void {
  if (protocol !== PROTOCOL) throw new Error(`the files beside the tag are of another version`);
  adoptTag(tag);
  boot(touches, queue, (rest) => answerAsked(rest, serve(rest)), {
    ...begun,
    takeOver: painted && ((options) => goOn(options, painted)),
    leftViews,
    fileLines,
  });
}
