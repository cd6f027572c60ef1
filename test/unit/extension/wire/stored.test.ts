// What is kept answers as late as it likes: nobody's writing is lost by it, and nothing old is told as new.

import '../../../support/fake-browser.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { stored } from '../../../../extension/wire/stored.ts';
import { fake } from '../../../support/fake-browser.ts';

/** What was read and is not answered yet, in order. */
let answers: (() => void)[] = [];
beforeEach(() => {
  answers = [];
});
afterEach(() => {
  fake.reset();
});

/** From now on what is read is as it was then, and answered by `answers`. */
const hold = () => {
  fake.reading = () => new Promise((answer) => answers.push(answer));
};
const rest = async () => {
  for (let i = 0; i < 20; i++) await undefined;
};

const list = (key = 'list') => stored(key, 1, z.array(z.string()));
const add = (one: string) => list().update((before = []) => [...before, one]);

test('two that change the same thing at once both do, whoever holds it', async () => {
  await Promise.all([add('a'), add('b')]);
  expect(await list().read()).toEqual(['a', 'b']);
});

test('what is written while another change is read comes after it', async () => {
  hold();
  const changed = add('a');
  const written = list().write(['b']);
  await rest();
  fake.reading = undefined;
  answers[0]!();
  await Promise.all([changed, written]);
  expect(await list().read()).toEqual(['b']);
});

test('one that fails keeps nobody waiting', async () => {
  fake.fill('the disk is full');
  await expect(add('a')).rejects.toThrow('full');
  fake.reset();
  await add('b');
  expect(await list().read()).toEqual(['b']);
});

test('who follows hears what lies there, then what comes', async () => {
  await add('a');
  const heard: unknown[] = [];
  const end = list().follow((now) => heard.push(now));
  await rest();
  await add('b');
  await list().remove();
  end();
  await add('c');
  expect(heard).toEqual([['a'], ['a', 'b'], undefined]);
});

test('what was read before a change is no news after it, nor after the end', async () => {
  await add('old');
  hold();
  const heard: unknown[] = [];
  const end = list().follow((now) => heard.push(now));
  await rest();
  await list().write(['new']);
  answers[0]!();
  await rest();
  expect(heard).toEqual([['new']]);
  end();
  list().follow((now) => heard.push(now))();
  await rest();
  answers[1]!();
  await rest();
  expect(heard).toEqual([['new']]);
});
