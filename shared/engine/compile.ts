// Reads a config once for a page: which state its rules need, and which events each state takes part in.
//
// Cheap, as it runs before the first paint. Never throws for a rule it cannot read: that rule's condition throws
// when it is asked, so the rest of the config works.
import type { Condition } from '../schema/condition.ts';
import type { Config } from '../schema/config.ts';
import { kinds } from './conditions/kinds.ts';
import { hash } from './hash.ts';
import { isReadable } from './predicate.ts';
import type { Node, Rule } from './rule.ts';

/** A rule and the key of its state in `Profile.nodes`. */
export interface CompiledRule extends Rule {
  key?: string;
}

export interface Program {
  config: Config;
  /** what the states are folded by; equal ids can share a profile's nodes */
  id: string;
  segments: Map<string, Condition>;
  /** how often an experience was seen, by experience id */
  frequencies: Map<string, Condition>;
  rules: Map<Condition, CompiledRule | null>;
  nodes: Map<string, Node>;
  /** node keys by event name; under undefined those that take part in every event */
  keysOf: Map<string | undefined, string[]>;
}

const readRule = (condition: Condition, config: Config): CompiledRule | null => {
  if (!Object.hasOwn(kinds, condition.kind) || !isReadable(condition)) return null;
  const rule = (kinds[condition.kind] as (typeof kinds)[string])(condition as never, config);
  if (rule.is === undefined || rule.spans?.some(Number.isNaN)) return null;
  return rule.node ? { ...rule, key: hash(rule.node.id).toString(36) } : rule;
};

/** The rule of a leaf condition; null when it cannot be read. */
export function ruleOf(program: Program, condition: Condition): CompiledRule | null {
  let rule = program.rules.get(condition);
  if (rule === undefined) {
    rule = readRule(condition, program.config);
    program.rules.set(condition, rule);
  }
  return rule;
}

const register = (program: Program, condition: Condition): void => {
  if ('of' in condition && Array.isArray(condition.of)) {
    for (const part of condition.of) register(program, part);
    return;
  }
  const { key, node } = ruleOf(program, condition) ?? {};
  if (!key || !node || program.nodes.has(key)) return;
  program.nodes.set(key, node);
  for (const name of new Set(node.on)) {
    const keys = program.keysOf.get(name);
    if (keys) keys.push(key);
    else program.keysOf.set(name, [key]);
  }
};

export function compile(config: Config): Program {
  const program: Program = {
    config,
    id: '',
    segments: new Map(config.segments.map(({ id, when }) => [id, when])),
    frequencies: new Map(),
    rules: new Map(),
    nodes: new Map(),
    keysOf: new Map(),
  };
  for (const { id, frequency } of config.experiences) {
    if (!frequency) continue;
    const { times, per } = frequency;
    const during = per === 'visit' ? ({ during: per } as const) : per === 'visitor' ? {} : { within: per };
    program.frequencies.set(id, {
      kind: 'count',
      event: 'exposure',
      where: { experience: id },
      is: { $lt: times },
      ...during,
    });
  }
  for (const when of [...program.segments.values(), ...program.frequencies.values()]) register(program, when);
  program.id = hash([...program.nodes.keys()].join()).toString(36);
  return program;
}
