// The rest of the tag: what the script of the first paint has begun (snippet/now) goes on here, for as long as the page
// is open. A module, loaded when the page is at rest; it begins nothing by itself.

import type { MakeApplier } from '../apply/show.ts';
import { boot } from '../boot.ts';
import { isBundled } from '../config.ts';
import { isMeasuring } from '../is-measuring.ts';
import { type Handover, PROTOCOL } from '../now/handover.ts';
import { readFile } from '../now/read-file.ts';
import { fileListsBy } from '../recommend/begin-recommending.ts';
import { adoptTag } from '../tag.ts';
import { answerAsked } from './answer-asked.ts';
import { fileLines } from './file-lines.ts';
import { heardTools } from './heard-tools.ts';
import { createLateApplier } from './late-applier.ts';
import { leftViews } from './left-views.ts';
import { FILE, loadShow } from './load-show.ts';

/** @throws on another version's: nothing is taken over then, and the page keeps what it shows */
export function takeOver({
  protocol,
  tag,
  touches,
  queue,
  serve,
  painted,
  preload,
  heard,
  later,
  ...begun
}: Handover): void {
  if (protocol !== PROTOCOL) throw new Error(`the files beside the tag are of another version`);
  adoptTag(tag);
  const makeApplier: MakeApplier = (options, warn) =>
    createLateApplier(
      options,
      painted,
      () => loadShow(preload, later),
      (why) =>
        warn({ code: 'show', message: `did not come (${why}); it belongs beside the tag`, path: FILE }),
    );
  boot(touches, queue, (rest) => answerAsked(rest, serve(rest)), makeApplier, {
    ...begun,
    isPainted: !!painted,
    heard: heard && heardTools(heard),
    leftViews,
    ...(isBundled() && { fileLines: isMeasuring ? fileListsBy(fileLines, readFile) : fileLines }),
  });
}
