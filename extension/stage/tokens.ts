// Fills `{{trait.NAME|fallback}}` and `{{context.NAME|fallback}}` for the previewed visitor. What comes out is text.

import { factsOf } from '../../shared/engine/conditions/fact.ts';
import type { View } from '../../shared/engine/decide.ts';

const TOKEN = /\{\{\s*(trait|context)\.([^|{}]+?)\s*(?:\|([^{}]*))?\}\}/g;

export function fillTokens(template: string, view: View): string {
  return template.replace(TOKEN, (_, kind: string, name: string, fallback = '') => {
    const from: Record<string, unknown> = kind === 'trait' ? view.profile.traits : factsOf(view);
    const value = Object.hasOwn(from, name) ? from[name] : undefined;
    // lists and objects count as missing
    return value === undefined || value === null || value === '' || typeof value === 'object'
      ? fallback.trim()
      : String(value);
  });
}
