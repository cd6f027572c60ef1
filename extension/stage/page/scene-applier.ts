// Our applier on a previewed page: what it shows, and what it says of that.

import { type Applier, createApplier } from '../../../shared/dom/applier.ts';
import { createAsk } from '../../../shared/dom/ask/draw-ask.ts';
import type { Draw } from '../../../shared/dom/block/draw.ts';
import { createDraw } from '../../../shared/dom/block/draw-block.ts';
import type { Placement } from '../../../shared/dom/claim.ts';
import type { Problem } from '../../../shared/dom/page-problem.ts';
import { fillTokens } from '../../../shared/dom/tokens.ts';
import { factOf } from '../../../shared/engine/conditions/fact.ts';
import type { Scene } from '../../wire/scene.ts';
import { createPreviewList } from './preview-list.ts';

export interface SceneApplier {
  /** Shows these in place of what was shown; another list of hosts is another applier. */
  show(placements: Placement[], hosts: readonly string[]): void;
  /** ids of the experiences of which something is seen */
  visible(): string[];
  /** what did not work */
  problems(): Problem[];
  stop(): void;
}

/**
 * @param scene what tokens are filled from
 * @param changed called when something came into view or did not work
 */
export function createSceneApplier(scene: () => Scene | undefined, changed: () => void): SceneApplier {
  let applier: Applier | undefined;
  let hosts: string[] = [];
  let problems: Problem[] = [];
  const visible = new Set<string>();

  const fill = (template: string) => {
    const view = scene()?.view;
    if (!view) return template;
    return fillTokens(template, (kind, name) =>
      kind === 'trait' ? view.profile.traits[name] : factOf(view, name),
    );
  };
  /** Nobody remembers a preview: a block is shown however often, a question is asked, and its answer kept nowhere. */
  const createPreviewDraw = (): Draw => {
    const drawBlock = createDraw({ tell() {}, recall: async () => undefined });
    const ask = createAsk({
      mayAsk: async () => true,
      isPreview: () => true,
      shown: async () => true,
      closed() {},
      async answered() {},
    });
    return async (change, edit, options, later) => {
      if (change.shape === 'question') return ask(change, edit, options, later);
      if (change.shape === 'list') return drawList(change, edit, options, later);
      return drawBlock(change, edit, options, later);
    };
  };
  /** Why lists stay as they are, in plain words, by their places in the config. */
  const whys = new Map<string, string>();
  const drawList = createPreviewList(scene, (experience, change, why) => {
    whys.set(`${experience} ${change}`, why);
  });
  const create = () =>
    createApplier({
      isBlind: true,
      hosts,
      draw: createPreviewDraw(),
      fill,
      report(problem) {
        const message = whys.get(`${problem.experience} ${problem.change}`) || problem.message;
        problems.push({ ...problem, message });
        changed();
      },
      shown(experience) {
        visible.add(experience);
        changed();
      },
    });
  const forget = () => {
    visible.clear();
    problems = [];
  };
  return {
    show(placements, allowed) {
      if (!applier || `${hosts}` !== `${allowed}`) {
        applier?.stop();
        hosts = [...allowed];
        applier = create();
      }
      forget();
      applier.show(placements);
    },
    visible: () => [...visible],
    problems: () => problems,
    stop() {
      applier?.stop();
      applier = undefined;
      forget();
    },
  };
}
