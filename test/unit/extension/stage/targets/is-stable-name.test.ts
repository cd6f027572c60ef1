// Names that tools made, and names that people chose.

import { describe, expect, test } from 'vitest';
import { isMeaningful, isStableName } from '../../../../../extension/stage/targets/is-stable-name.ts';

describe('a name that a tool made is not trusted', () => {
  test.each([
    'css-1q2w3e4',
    'sc-bdVaJa',
    'svelte-1tky8bj',
    'jss142',
    'emotion-0',
    'styled-button-x9f2a1',
    'Button_root__3fG7k',
    '_card_1a2b3_12',
    'hero__title--a8f3b2c',
    'ember1234',
    ':r1a:',
    'radix-12',
    'a1b2c3d4',
    '48213',
    'data-v-7ba5bd90',
    'astro-j7pv25f6',
    'chakra-button-12',
    'xkqztp',
    'uid-77',
  ])('%s', (name) => expect(isStableName(name)).toBe(false));
});

describe('a name that a person chose is', () => {
  test.each([
    'hero',
    'hero-title',
    'main_nav',
    'product-card',
    'top2',
    'section-3',
    'mainNav',
    'newsletterForm',
    'checkout',
    'MainMenu',
    'js-menu',
  ])('%s', (name) => expect(isStableName(name)).toBe(true));
});

describe('a class that says how something looks or what state it is in tells nothing of what it is', () => {
  test.each([
    'mt-4',
    'col-md-6',
    'd-flex',
    'text-center',
    'md:flex',
    'w-1/2',
    'is-open',
    'active',
    'btn-lg',
    'bg-white',
    'row',
    'aos-animate',
  ])('%s', (name) => expect(isMeaningful(name)).toBe(false));
  test.each(['hero-title', 'price', 'product-card', 'navbar'])('%s does', (name) =>
    expect(isMeaningful(name)).toBe(true),
  );
});
