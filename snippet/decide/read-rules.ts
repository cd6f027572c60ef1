// The rules of a config, each on its own: one that an event shows to be unreadable disturbs no other.

import { compile } from '../../shared/engine/compile.ts';
import type { Program } from '../../shared/engine/view.ts';
import type { Config } from '../../shared/schema/config.ts';

/** As `compile`; a rule whose folding throws is from then on one that cannot be read, and whoever asks for it hears so. */
export function readRules(config: Config): Program {
  const program = compile(config);
  const { nodes, rules } = program;
  nodes.forEach((memory) => {
    const { fold } = memory;
    memory.fold = (...given) => {
      try {
        return fold(...given);
      } catch {
        for (const [condition, rule] of rules) if (rule?.memory === memory) rules.set(condition, null);
        return given[0];
      }
    };
  });
  return program;
}
