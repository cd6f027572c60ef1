// An applier that is a file of its own (selvedge-show.js), asked for when there is something to show: whoever is shown
// nothing never loads it.
//
// Promises: until the file comes, what the first paint has put on the page stays, and counts as shown. Nothing wanted any
// more, the page is its original at once. What is wanted when the file comes is what it shows; what was wanted before that,
// nobody saw. Meanwhile whoever asks what an element says on the page's own account is told so (capture rules: page-text.ts).
// Where it does not come, that is said once, and the first paint stays for as long as all of it is wanted.

import type { Applier, Placement } from '../../shared/dom/applier.ts';
import type { ApplierOptions } from '../../shared/dom/applier-options.ts';
import { isShown } from '../../shared/dom/claim.ts';
import { type Layer, layers } from '../../shared/dom/layers.ts';
import type { ChangeId, Painted } from '../../shared/dom/painted.ts';
import { quiet, setTimer } from '../native.ts';
import type { Showing } from './load-show.ts';

/** So long (ms) after it was asked for; then it counts as missing. Should it come after all, it is welcome. */
const PATIENCE = 10_000;

const isOf =
  ({ experience, variant, index }: Placement) =>
  ({ id }: { id: ChangeId }): boolean =>
    id.experience === experience && id.variant === variant && id.index === index;

const isAllWanted = ({ edits }: Painted, wanted: Placement[]): boolean =>
  edits.every((edit) => wanted.some((placement) => !placement.dry && isOf(placement)(edit)));

/** Whether a change is to be seen, as the applier itself would say (round.ts). */
function isSeen({ edits, worn }: Painted, placement: Placement): boolean {
  const edit = placement.dry ? undefined : edits.find(isOf(placement));
  if (!edit) return false;
  if (placement.change.kind === 'css') return !!edit.css && worn.size > 0;
  return [...edit.claims.values()].some((claim) => edit.css || isShown(claim));
}

const layersOf = ({ edits }: Painted): Layer[] =>
  edits.flatMap(({ claims }) => [...claims.values()].flatMap((claim) => [...claim.layers]));

/** @returns makes them unknown again, for whoever lays their own over the same */
function makeKnown(all: Layer[]): () => void {
  for (const layer of all) layers.set(layer.node, new Map(layers.get(layer.node)).set(layer.name, layer));
  return () => all.forEach(({ node }) => void layers.delete(node));
}

/**
 * @param painted what the first paint has put on the page and keeps there
 * @param load asks for the file
 * @param missing told once, where it does not come
 */
export function createLateApplier(
  options: ApplierOptions,
  painted: Painted | undefined,
  load: () => Promise<Showing>,
  missing: (why: unknown) => void,
): Applier {
  let wanted: Placement[] = [];
  let left = painted;
  let isAsked = false;
  let isMissing = false;
  let showing: Showing | undefined;
  let applier: Applier | undefined;
  const forgetLayers = makeKnown(painted ? layersOf(painted) : []);

  const undo = () => {
    left?.undo();
    forgetLayers();
    left = undefined;
  };
  const undoUnwanted = () => {
    if (left && !isAllWanted(left, wanted)) undo();
  };
  const miss = (why: unknown) => {
    if (!isMissing && !applier) missing(why);
    isMissing = true;
    undoUnwanted();
  };
  const begin = () => {
    if (!showing || !wanted[0]) return;
    const { createApplier, takeOver } = showing;
    // tried once: what fails would fail again
    showing = undefined;
    forgetLayers();
    applier = left ? takeOver(options, left) : createApplier(options);
    left = undefined;
    applier.show(wanted);
  };
  const ask = async () => {
    isAsked = true;
    setTimer(() => showing || applier || miss('slow'), PATIENCE);
    try {
      showing = await load();
      begin();
    } catch (error) {
      miss(error);
    }
  };
  const show = (placements: Placement[]) => {
    wanted = placements;
    if (applier) return applier.show(placements);
    if (!placements[0]) return undo();
    if (left)
      for (const placement of placements)
        if (isSeen(left, placement)) quiet(options.shown)(placement.experience);
    if (showing) begin();
    else if (isMissing) undoUnwanted();
    else if (!isAsked) void ask();
  };
  return { show, stop: () => show([]) };
}
