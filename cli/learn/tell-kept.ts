// What a config goes on holding of an earlier run, where a part was refused in this one: nothing is taken out of it.
import { findGoal } from '../../shared/learn/intent/learn-intent.ts';
import type { Knowledge } from '../../shared/learn/learn.ts';
import { PARTS, type PartName } from '../../shared/learn/parts.ts';
import type { Config } from '../../shared/schema/config.ts';

/** The field that holds it, where the config has one of it. */
const fieldOf = (part: PartName, config: Config, goal: string | undefined): string | undefined => {
  if (part !== 'intent') return config[part] && part;
  const of = findGoal(config, goal)?.id;
  const model = config.models?.find((one) => one.goal === of);
  return model && `model "${model.id}"`;
};

/** @param file of the config @param goal that was asked for @returns sentences, or nothing */
export function tellKept({ parts }: Knowledge, config: Config, file: string, goal?: string): string {
  const kept = PARTS.filter((part) => parts[part]?.status === 'refused').flatMap(
    (part) => fieldOf(part, config, goal) ?? [],
  );
  if (kept.length === 0) return '';
  const since = config.learned ? `, learned from days until ${config.learned.until}` : '';
  return `${file} goes on holding ${kept.join(', ')} of before${since}: what is refused now is not taken out of it. Where it does not hold any more, take it out, and what asks for it.\n`;
}
