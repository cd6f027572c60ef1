// A parameter of an event in GA4's export.

import { dig } from '../engine/dig.ts';
import { textOf } from './text-of.ts';

/** @returns '' where there is none of that name */
export function readParam(line: Record<string, unknown>, name: string): string {
  const { event_params: params } = line;
  const found = Array.isArray(params) ? params.find((param) => dig(param, 'key') === name) : undefined;
  return ['string_value', 'int_value'].map((type) => textOf(dig(found, `value.${type}`))).find(Boolean) ?? '';
}
