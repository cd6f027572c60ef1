// Servers of other people's making, on loopback, for as long as a recipe is tried.

import { createServer } from 'node:net';
import { expect } from '@playwright/test';

export async function findPort() {
  const probe = createServer();
  await new Promise((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
}

/** @throws with what it said last, where it ends before it answers, or never does */
export async function waitUntilUp(origin, isOver, said) {
  const isUp = () =>
    fetch(origin).then(
      (response) => response.arrayBuffer().then(() => true),
      () => false,
    );
  const look = async () => ((await isUp()) ? 'up' : isOver() ? 'over' : 'not yet');
  await expect.poll(look, { timeout: 120_000, intervals: [100] }).not.toBe('not yet');
  if (isOver()) throw new Error(`it does not answer: ${said().trim().split('\n').slice(-8).join(' ')}`);
}
