// A change is named after its page, as its author knows that.

import { expect, test } from 'vitest';
import { beginChange } from '../../../../../extension/panel/draft/begin-change.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import { shopConfig } from '../../../../support/fake-stage.ts';

const nameOn = (url: string) => {
  const config: Config = { ...shopConfig(), experiences: [] };
  const { experience } = beginChange(config, url);
  return config.experiences.find(({ id }) => id === experience)?.name;
};

test('the front page is the home page, whatever its file is called; others go by their path', () => {
  expect(nameOn('https://shop.example/')).toBe('Change on the home page');
  expect(nameOn('https://shop.example/index.html')).toBe('Change on the home page');
  expect(nameOn('https://shop.example/tents')).toBe('Change on /tents');
  expect(nameOn('https://shop.example/tents/index.html')).toBe('Change on /tents/index.html');
  // the tour's shop
  expect(nameOn('chrome-extension://abc/tour/home.html')).toBe('Change on the home page');
  expect(nameOn('chrome-extension://abc/tour/pot.html')).not.toContain('the home page');
});

test('for whom it is may be known; what was begun on the page and left without a change is gone on with', () => {
  const config: Config = { ...shopConfig(), experiences: [] };
  const segmentOf = () => config.experiences[0]?.variants[0]?.segment;
  beginChange(config, 'https://shop.example/tents');
  expect(segmentOf()).toBe('everyone');
  const at = beginChange(config, 'https://shop.example/tents', 'tents');
  expect([at.id, segmentOf(), config.experiences.length]).toEqual(['a', 'tents', 1]);
  beginChange(config, 'https://shop.example/tents');
  expect(segmentOf()).toBe('tents');
});
