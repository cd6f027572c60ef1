// Makes of a config what a page must know of it as a whole.

import { readGlob } from '../engine/glob.ts';
import type { Leaf } from '../engine/lines/leaf.ts';
import { rulesOf } from '../engine/lines/remember.ts';
import type { Settings } from '../engine/lines/settings.ts';
import { toJson } from '../engine/native.ts';
import type { Config } from '../schema/config.ts';

export function settingsOf({ privacy = {}, topics = [], measure }: Config, leaves: Leaf[]): Settings {
  const { consent, gpc, plain } = privacy;
  const asksTopics = toJson(leaves.map(({ tests }) => tests)).includes('topics');
  return {
    rules: rulesOf(leaves),
    ...(consent === 'implied' && { consent }),
    ...((gpc === 'local' || gpc === 'ignore') && { gpc }),
    ...(measure?.holdout && { holdout: measure.holdout }),
    ...(plain?.[0] !== undefined && { plain: plain.map(readGlob) }),
    ...(asksTopics && { topics: topics.map(({ topic, pages }) => [topic, pages.map(readGlob)]) }),
  };
}
