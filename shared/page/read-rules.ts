// The rules of a config, each on its own: one that an event shows to be unreadable disturbs no other. The tag and the
// extension read rules with this, so they fold alike.

import { compile } from '../engine/compile.ts';
import type { Program } from '../engine/view.ts';
import type { Config } from '../schema/config.ts';

/** As `compile`; a rule whose folding throws is from then on one that cannot be read, and whoever asks for it hears so. */
export function readRules(config: Config): Program {
  const program = compile(config);
  const { rules } = program;
  program.next = (memory, entries, event, profile) => {
    try {
      return memory.fold(entries, event, profile);
    } catch {
      for (const [condition, rule] of rules) if (rule?.memory === memory) rules.set(condition, null);
      return entries;
    }
  };
  return program;
}
