// A page with an element for every kind of change, and a change of each kind for it.

import type { PageChange } from '../../../shared/dom/claim.ts';
import { t } from './lab.ts';

export const body = `<h1>Old</h1><p class="a">Old</p><button class="b">Old</button><a class="c" href="/old" title="Old">Link</a>
  <img class="d" src="/old.svg" alt="Old"><ul><li>Item</li></ul><div class="e"><p>Moved</p></div><form class="f"><input name="getAttribute"><input name="setAttribute"><input name="matches"><input name="closest"></form>`;

export const changes: Exclude<PageChange, { kind: 'block' }>[] = [
  { kind: 'text', target: t('h1'), value: 'New' },
  { kind: 'html', target: t('.a'), value: '<b class="x">New</b>' },
  { kind: 'text', target: t('.b'), value: 'New' },
  { kind: 'attribute', target: t('.c'), name: 'title', value: 'New' },
  { kind: 'link', target: t('.c'), href: '/new' },
  { kind: 'class', target: t('.c'), add: ['ours'] },
  { kind: 'image', target: t('.d'), src: '/new.svg' },
  { kind: 'style', target: t('li'), properties: { color: 'rgb(1, 2, 3)' } },
  { kind: 'hide', target: t('li', { text: 'Item' }) },
  { kind: 'insert', target: t('ul'), position: 'last', html: '<li>Ours</li>' },
  { kind: 'move', target: t('.e'), to: t('h1'), position: 'before' },
  { kind: 'css', value: 'h1 { color: rgb(4, 5, 6) }' },
  { kind: 'attribute', target: t('.f'), name: 'title', value: 'New' },
];
