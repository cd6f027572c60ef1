// The tokens a text may hold: {{trait.NAME|fallback}} and {{context.NAME|fallback}}.
import { t } from '../words/t.ts';
import { CONTEXT_KEYS, findFactType } from './context-keys.ts';
import { findNearest } from './nearest.ts';
import type { Refusal } from './problem.ts';

const REMEDY = t`Write {{trait.NAME|fallback}} or {{context.NAME|fallback}}.`;

export function findInTokens(text: string): Refusal[] {
  const found: Refusal[] = [];
  for (const match of text.matchAll(/\{\{([\s\S]*?)(\}\}|$)/g)) {
    const [whole, inside = '', end] = match;
    const parts = /^\s*(trait|context)\.([\w.-]+)\s*(\|[^{}]*)?$/.exec(inside);
    if (end === '') found.push({ problem: t`the token ${cut(whole)} is not closed`, remedy: REMEDY });
    else if (!parts) found.push({ problem: t`the token ${cut(whole)} is not understood`, remedy: REMEDY });
    else if (parts[1] === 'context' && !findFactType(parts[2] ?? '')) {
      const nearest = findNearest(parts[2] ?? '', Object.keys(CONTEXT_KEYS));
      found.push({
        problem: t`the token ${cut(whole)} asks for an unknown fact "${parts[2]}"`,
        remedy: nearest
          ? t`Did you mean "context.${nearest}"?`
          : t`Known: ${Object.keys(CONTEXT_KEYS).join(', ')}, query.NAME.`,
      });
    }
  }
  return found;
}

function cut(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
