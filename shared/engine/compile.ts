// Reads a config once for a page: which state its rules need, and which events each state takes part in.
//
// Cheap, as it runs before the first paint. Never throws for a rule it cannot read: that rule's condition throws
// when it is asked, so the rest of the config works.

import type { Condition } from '../schema/condition.ts';
import type { Config } from '../schema/config.ts';
import { decodePaths } from './address.ts';
import { ruleFor } from './conditions/kinds.ts';
import { stateRule } from './conditions/stated.ts';
import { keyOf } from './hash.ts';
import { toJson } from './native.ts';
import { isReadable } from './predicate.ts';
import type { CompiledRule, Program } from './view.ts';
import { weighIn } from './weigh.ts';

/** The rule of a leaf condition; null when it cannot be read. */
export function ruleOf({ rules, config }: Program, condition: Condition): CompiledRule | null {
  let rule = rules.get(condition);
  if (rule === undefined) {
    const read = isReadable(condition) ? ruleFor(decodePaths(condition), config) : undefined;
    rule =
      read?.is === undefined || read.spans?.some(Number.isNaN)
        ? null
        : {
            ...read,
            key: read.memory && keyOf(toJson(read.memory.id)),
            ...stateRule(read, condition, config),
          };
    rules.set(condition, rule);
  }
  return rule;
}

export function compile(config: Config): Program {
  const program: Program = {
    config,
    id: '',
    segments: new Map(config.segments.map(({ id, when }) => [id, when])),
    frequencies: new Map(),
    rules: new Map(),
    nodes: new Map(),
    next: (memory, entries, event, profile) => memory.fold(entries, event, profile),
    listeners: new Map(),
    ...weighIn(config, ruleOf),
  };
  for (const { id: experience, frequency } of config.experiences) {
    if (!frequency) continue;
    const { times, per } = frequency;
    program.frequencies.set(experience, {
      kind: 'count',
      event: 'exposure',
      where: { experience },
      is: { $lt: times },
      ...(per === 'visit' ? { during: per } : per !== 'visitor' && { within: per }),
    });
  }
  const register = (condition: Condition): void => {
    const { of }: { of?: Condition[] } = Object(condition);
    if (Array.isArray(of)) of.forEach(register);
    else if (condition && typeof condition === 'object') {
      const { key, memory } = ruleOf(program, condition) ?? {};
      if (key && memory) program.nodes.set(key, memory);
    }
  };
  program.segments.forEach(register);
  program.frequencies.forEach(register);
  program.id = keyOf([...program.nodes.keys()].join());
  return program;
}
