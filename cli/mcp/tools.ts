// What an agent can ask for. Thin: each is a function that the terminal, the extension or the tag has too.
import * as z from 'zod';
import { explain } from '../../shared/engine/explain.ts';
import type { Config } from '../../shared/schema/config.ts';
import { jsonSchema } from '../../shared/schema/json-schema.ts';
import { fillTemplate } from '../../shared/templates/fill.ts';
import { findTemplates } from '../../shared/templates/find-templates.ts';
import { TEXTS } from '../../shared/templates/texts.ts';
import { formatProblem } from '../format-problem.ts';
import { compareConfigs } from './compare-configs.ts';
import { type Desk, DraftName, Given } from './desk.ts';
import { Step, Visitor, viewOf, walk } from './made-up-visitor.ts';

export interface Tool {
  name: string;
  title: string;
  does: string;
  takes: z.ZodType;
  /** whether it leaves something on the disk */
  isWriting?: boolean;
  /** @throws Error in words for who has asked */
  run(given: unknown): unknown;
}

/** A tool whose `run` sees what it is given typed. */
const tool = <T extends z.ZodType>(
  parts: Omit<Tool, 'run' | 'takes'> & { takes: T; run(given: z.output<T>): unknown },
): Tool => ({ ...parts, run: (given) => parts.run(parts.takes.parse(given)) });

/** @param clock ms since epoch, for visitors of whom no time is said */
export function makeTools(desk: Desk, clock: () => number): Tool[] {
  /** @throws Error with a line for each problem */
  function fit(given: Given): Config {
    const { config, problems } = desk.judge(given);
    if (config) return config;
    throw new Error(problems.map((one) => formatProblem(one, given.file ?? 'config')).join('\n'));
  }
  let whole: ReturnType<typeof jsonSchema> | undefined;
  return [
    tool({
      name: 'schema',
      title: 'The schema of a config',
      does: 'The JSON Schema of a config, with what each field means. With "part" only one of its parts.',
      takes: z.object({ part: z.string().describe('as Condition, Change, Experience, Goal').optional() }),
      run({ part }) {
        whole ??= jsonSchema();
        const parts = new Map(Object.entries(Object(whole.$defs)));
        if (part === undefined) return whole;
        if (parts.has(part)) return parts.get(part);
        throw new Error(`There is no part "${part}". There are: ${[...parts.keys()].join(', ')}`);
      },
    }),
    tool({
      name: 'check',
      title: 'Check a config',
      does: 'Every problem of a config, each with its place and a remedy: errors keep it from being published, warnings are advice.',
      takes: Given,
      run(given) {
        const { config, problems } = desk.judge(given);
        return { isFit: config !== undefined, problems };
      },
    }),
    tool({
      name: 'explain',
      title: 'Explain a segment',
      does: 'Whether a made-up visitor is in a segment, why, until when, and what would change it.',
      takes: z.object({ of: Given, segment: z.string(), visitor: Visitor }),
      run: ({ of, segment, visitor }) => explain(segment, viewOf(fit(of), visitor, clock())),
    }),
    tool({
      name: 'walk',
      title: 'Walk a visitor through time',
      does: 'What a made-up visitor is given on their page, and after each step: a wait, a page, an event. Says which segments they enter and leave. Triggers are not waited for.',
      takes: z.object({ of: Given, visitor: Visitor, steps: z.array(Step).max(200) }),
      run: ({ of, visitor, steps }) => walk(fit(of), visitor, steps, clock()),
    }),
    tool({
      name: 'templates',
      title: 'Ready segments',
      does: 'Ready segments by words of the trade ("cart", "churn", "returning"), all without them: what each asks, what the site must supply, and its blanks.',
      takes: z.object({ search: z.string().default('') }),
      run: ({ search }) =>
        findTemplates(search).map(({ id, group, needs, params }) => ({
          id,
          group,
          ...TEXTS[id],
          needs,
          blanks: Object.keys(params.shape),
        })),
    }),
    tool({
      name: 'fill_template',
      title: 'A segment of a template',
      does: 'The segment that a template makes, with its blanks filled; what is not given has a usual value.',
      takes: z.object({ template: z.string(), blanks: z.record(z.string(), z.unknown()).default({}) }),
      run: ({ template, blanks }) => fillTemplate(template, blanks),
    }),
    tool({
      name: 'compare',
      title: 'Compare two configs',
      does: 'What differs between two configs, by path: added, removed, changed, or in another order.',
      takes: z.object({ before: Given, after: Given }),
      run: ({ before, after }) => compareConfigs(fit(before), fit(after)),
    }),
    tool({
      name: 'write_draft',
      title: 'Write a draft',
      does: 'Writes a config as a draft, in the folder of drafts and nowhere else, and says its problems. A person opens it in the extension, looks at what it changes, and publishes it.',
      takes: z.object({ name: DraftName, config: z.record(z.string(), z.unknown()) }),
      isWriting: true,
      run({ name, config }) {
        const { config: found, problems } = desk.judge({ config });
        return { file: desk.writeDraft(name, config), isFit: found !== undefined, problems };
      },
    }),
    tool({
      name: 'bundle_draft',
      title: 'Bundle a draft',
      does: 'Makes the files of a tag of a draft that was written, in a folder beside it, to be tried on a copy of the site. It uploads nothing.',
      takes: z.object({ name: DraftName, form: z.enum(['two', 'whole']).default('two') }),
      isWriting: true,
      run: ({ name, form }) => desk.bundleDraft(name, form),
    }),
  ];
}
