// What is not shown yet goes out as live where the author wants it, and is live in the draft once it is out.

import { expect, test } from 'vitest';
import { startDraft } from '../../../../../extension/panel/draft/draft.ts';
import { launch } from '../../../../../extension/panel/draft/launch.ts';
import { newExperience } from '../../../../../extension/panel/draft/new-experience.ts';
import { isToLaunch, noteLaunch, stripNotes } from '../../../../../extension/panel/draft/notes.ts';
import { checkConfig } from '../../../../../shared/schema/check.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import { shopConfig } from '../../../../support/fake-stage.ts';

const statuses = ({ experiences }: Config) => experiences.map(({ id, status }) => [id, status]);

function withNew(): Config {
  const config = shopConfig();
  const held = newExperience('held', 'Held', '/');
  noteLaunch(held, false);
  config.experiences.push(newExperience('new', 'New', '/'), held);
  return config;
}
const before = statuses(shopConfig());

test('a new one goes out as live, one that is held back does not, and no note of either does', () => {
  const published = stripNotes(withNew());
  expect(statuses(published)).toEqual([...before, ['new', 'live'], ['held', 'draft']]);
  expect(JSON.stringify(published)).not.toContain('$launch');
  expect(checkConfig(published).problems).toEqual([]);
});

test('once it is out it is live in the draft, which is no step to undo; the others stay', () => {
  const draft = startDraft(withNew(), shopConfig(), 0);
  const launched = launch(draft, stripNotes(draft.config));
  expect(statuses(launched.config)).toEqual([...before, ['new', 'live'], ['held', 'draft']]);
  expect(launched.config.experiences.some(isToLaunch)).toBe(false);
  expect([launched.past, launched.future]).toEqual([draft.past, draft.future]);
});

test.each<[what: string, published: (config: Config) => Config]>([
  ['it was not among what was published', () => shopConfig()],
  ['somebody published it as paused', (config) => paused(stripNotes(config))],
])('nothing is launched where %s', (_what, published) => {
  const draft = startDraft(withNew(), shopConfig(), 0);
  expect(launch(draft, published(draft.config))).toBe(draft);
});

const paused = (config: Config): Config => ({
  ...config,
  experiences: config.experiences.map((one) => ({ ...one, status: 'paused' })),
});
