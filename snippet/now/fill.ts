// Fills the tokens of a first paint with what is known before the rest of the tag is there.

import { fillTokens } from '../../shared/dom/tokens.ts';
import { hasOwn } from '../../shared/engine/native.ts';
import type { Decided } from './decided.ts';

export const fill = ({ remembered, facts }: Decided, template: string): string =>
  fillTokens(template, (kind, name) => {
    const { traits } = remembered;
    if (kind === 'trait') return hasOwn(traits, name) ? traits[name] : undefined;
    const [first, ...others] = facts(name);
    return others.every((other) => other === first) ? first : undefined;
  });
