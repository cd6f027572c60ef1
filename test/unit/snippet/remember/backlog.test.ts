// Who waits for an act hears of it, however often it is taken in.
import { expect, test } from 'vitest';
import { createBacklog } from '../../../../snippet/remember/backlog.ts';

test('an act that is done again keeps those who wait for it', async () => {
  const backlog = createBacklog();
  const act = { traits: { plan: 'gold' }, events: [] };
  backlog.add(act);
  const first = backlog.wait(act);
  for (const own of backlog.carry([])) backlog.add(own);
  expect(backlog.take()).toEqual([act]);
  backlog.confirm();
  await first;
  expect(backlog.open()).toEqual([]);
});
