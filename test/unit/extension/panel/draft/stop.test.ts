// Stop everything: what is live goes out paused and nothing else of the draft does; the draft gets the same pauses.

import { expect, test } from 'vitest';
import { type Draft, startDraft } from '../../../../../extension/panel/draft/draft.ts';
import { newExperience } from '../../../../../extension/panel/draft/new-experience.ts';
import { undoDraft } from '../../../../../extension/panel/draft/steps.ts';
import { act, findConcerned, makeActed, settleAct } from '../../../../../extension/panel/draft/stop.ts';
import { checkConfig } from '../../../../../shared/schema/check.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import { shopConfig } from '../../../../support/fake-stage.ts';

const statuses = ({ experiences }: Config) =>
  Object.fromEntries(experiences.map((one) => [one.id, one.status]));

/** Live, waiting and paused ones are out; the draft renames the first and has one more. */
function makeDraft(): Draft {
  const live = shopConfig();
  const [first] = live.experiences;
  live.experiences = [
    { ...first!, id: 'a', status: 'live' },
    { ...first!, id: 'b', status: 'live' },
    { ...first!, id: 'waits', status: 'draft' },
    { ...first!, id: 'rests', status: 'paused' },
  ];
  const config = structuredClone(live);
  config.experiences[0]!.name = 'Renamed';
  config.experiences.push({ ...newExperience('new', 'New', '/'), status: 'live' });
  return startDraft(config, live, 0);
}

test('what goes out is what is live, all of it paused, as the next revision', () => {
  const draft = makeDraft();
  const stopped = makeActed(draft, 'stop')!;
  expect(statuses(stopped)).toEqual({ a: 'paused', b: 'paused', waits: 'draft', rests: 'paused' });
  expect(stopped.revision).toBe(draft.base!.revision + 1);
  expect(stopped.experiences[0]!.name).toBe(draft.base!.experiences[0]!.name);
  expect(checkConfig(stopped).config).toBeDefined();
});

test('the draft gets the same pauses as one step; what is not out stays as it was', () => {
  const draft = makeDraft();
  const settled = settleAct(draft, 'stop', makeActed(draft, 'stop')!, 5);
  expect(statuses(settled.config)).toEqual({
    a: 'paused',
    b: 'paused',
    waits: 'draft',
    rests: 'paused',
    new: 'live',
  });
  expect(settled.config.experiences[0]!.name).toBe('Renamed');
  expect(settled.past.map(({ what }) => what)).toEqual(['Everything stopped']);
  expect(settled.config.revision).toBe(settled.base!.revision);
  expect(statuses(undoDraft(settled, 6).config)).toEqual(statuses(draft.config));
  expect(findConcerned(settled, 'stop')).toEqual([]);
});

test('started again is what ran, and not what was paused before', () => {
  const draft = makeDraft();
  const stopped = settleAct(draft, 'stop', makeActed(draft, 'stop')!, 5);
  const again = makeActed(stopped, 'start')!;
  expect(statuses(again)).toEqual(statuses(draft.base!));
  const started = settleAct(stopped, 'start', again, 6);
  expect(statuses(started.config)).toEqual(statuses(draft.config));
  expect(findConcerned(started, 'start')).toEqual([]);
  expect(findConcerned(started, 'stop')).toEqual(['a', 'b']);
});

test('saved as files the draft is paused and nothing is said to be out', () => {
  const draft = makeDraft();
  const paused = act(draft, 'stop', 5);
  expect(paused.base).toBe(draft.base);
  expect(statuses(paused.config)).toMatchObject({ a: 'paused', b: 'paused', new: 'live' });
  // not stopped as far as we know: nothing to start again, the same files can be made once more
  expect(findConcerned(paused, 'start')).toEqual([]);
  expect(makeActed(paused, 'stop')).toEqual(makeActed(draft, 'stop'));
});

test('nothing to stop, nothing to start', () => {
  const nothing = startDraft(shopConfig(), undefined, 0);
  expect(makeActed(nothing, 'stop')).toBeUndefined();
  expect(makeActed(makeDraft(), 'start')).toBeUndefined();
});
