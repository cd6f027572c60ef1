// Asking, where this tag holds it.

import type { PlaceableVariant } from '../../shared/page/ask-as-block.ts';
import type { Config } from '../../shared/schema/config.ts';
import type { Variant } from '../../shared/schema/experience.ts';
import { now } from '../native.ts';
import { needed } from '../needed.ts';
import type { Visitor } from '../remember/visitor-api.ts';

/** Finds the questions that a variant asks. */
export const findAsked = (config: Pick<Config, 'questions'>, variant: Variant): Variant | PlaceableVariant =>
  needed.asking?.place(config, variant) ?? variant;

/** The file that draws it. */
export const fileFor = (block: { shape: string }): string | undefined => needed.asking?.file(block);

/** Forgets the answers that were to be kept for a while. */
export const forgetAnswers = (config: Config, visitor: Visitor): void =>
  void needed.asking?.forget(config, visitor, now);
