// Only what goes over the open net unguarded is called insecure; what is no address is told apart from it.

import { expect, test } from 'vitest';
import { findAddressFault } from '../../../../../extension/panel/kit/find-address-fault.ts';

test.each([
  ['https://shop.example/selvedge.js', undefined],
  ['https://shop.example:8443/a/selvedge.js', undefined],
  ['http://localhost/selvedge.js', undefined],
  ['http://localhost:4600/selvedge.js', undefined],
  ['http://127.0.0.1:4600/selvedge.js', undefined],
  ['http://[::1]/selvedge.js', undefined],
  ['http://shop.example/selvedge.js', 'plain'],
  ['http://localhost.shop.example/selvedge.js', 'plain'],
  ['shop.example/selvedge.js', 'bare'],
  ['files.shop.example:8443/selvedge.js', 'bare'],
  ['report.json', 'bare'],
  ['htps://shop.example/selvedge.js', 'broken'],
  ['https:/shop.example/selvedge.js', 'broken'],
  ['https://', 'broken'],
  ['https://shop .example/selvedge.js', 'broken'],
  ['ftp://shop.example/selvedge.js', 'broken'],
  ['/selvedge.js', 'broken'],
  ['selvedge', 'broken'],
])('%s: %s', (url, fault) => expect(findAddressFault(url)).toBe(fault));
