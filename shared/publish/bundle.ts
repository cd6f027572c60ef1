// Puts a config inside the tag. The CLI and the extension call this same function, so both publish the
// same bytes. Pure: text in, text out.
//
// The tag is built with the text `__SELVEDGE_CONFIG__` once, as a string; its quotes and all are replaced
// by the config as an object literal.

import type { Change } from '../schema/change.ts';
import type { Config } from '../schema/config.ts';
import type { Personas } from '../schema/learned.ts';
import type { Model } from '../schema/model.ts';
import { t } from '../words/t.ts';
import { asksBuyer, asksModel, asksPersonas, asksValue, findAskedModels } from './asks-learned.ts';
import { chooseMeasuring } from './choose-measuring.ts';

const PLACEHOLDER = /"__SELVEDGE_CONFIG__"|'__SELVEDGE_CONFIG__'|`__SELVEDGE_CONFIG__`/g;

/**
 * @param tag the source of dist/selvedge-whole.js, or of dist/selvedge-later.js
 * @param config one that checkConfig found fit
 * @returns the source of a tag that needs no other file
 * @throws Error when the tag does not hold the placeholder exactly once
 */
export function bundle(tag: string, config: Config): string {
  const places = tag.match(PLACEHOLDER)?.length ?? 0;
  if (places !== 1) {
    throw new Error(
      t`The tag holds the place for a config ${places} times instead of once. Use one of this version that holds none yet.`,
    );
  }
  const literal = writeLiteral(trimConfig(config));
  return chooseMeasuring(tag, config).replace(PLACEHOLDER, () => literal);
}

/** A script element with the bundled tag inside; the text between its tags is what a CSP hash is made of. */
export function inlineScript(bundled: string): { element: string; script: string } {
  // In the tag's own code these only ever stand inside text, where the backslash changes nothing.
  const script = bundled.replace(/<(?=\/script|!--)/gi, '<\\');
  return { element: `<script>${script}</script>`, script };
}

/** JSON that is also JavaScript, may stand inside a script element, and reads the same in a page of any encoding. */
function writeLiteral(value: unknown): string {
  return JSON.stringify(value)
    .replace(/<(?=\/?script|!--)/gi, '\\u003C')
    .replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * What the page needs of a config: live experiences only, and none of what only authors read ($schema, the
 * names of experiences, variants and goals, descriptions, fingerprints, learned numbers and stated ones that no segment asks for).
 * Names of segments stay, as the visitor's view says them; so do site, revision and every id.
 */
export function trimConfig(config: Config): Config {
  const { $schema: _schema, personas, value, models, buyer, ...rest } = config;
  const capture = config.capture?.map((one) => ('target' in one ? withoutPrint(one) : one));
  return {
    ...rest,
    ...(capture && { capture }),
    ...(personas && asksPersonas(config) && { personas: trimPersonas(personas) }),
    ...(value && asksValue(config) && { value }),
    ...(buyer && asksBuyer(config) && { buyer }),
    ...(models && asksModel(config) && { models: findAskedModels(config).map(trimModel) }),
    ...(config.questions && { questions: config.questions.map((question) => ({ ...question, name: '' })) }),
    ...(config.goals && { goals: config.goals.map((goal) => ({ ...goal, name: '' })) }),
    segments: config.segments.map(({ description: _description, ...segment }) => segment),
    experiences: config.experiences
      .filter((experience) => experience.status === 'live')
      .map((experience) => ({
        ...experience,
        name: '',
        variants: experience.variants.map((variant) => ({
          ...variant,
          name: '',
          changes: variant.changes.map(trimChange),
        })),
      })),
  };
}

const trimPersonas = (personas: Personas): Personas => ({
  ...personas,
  groups: personas.groups.map((group) => ({ ...group, description: '' })),
});

/** Its name is said to authors alone. */
const trimModel = (model: Model): Model => ({ ...model, name: '' });

function trimChange(change: Change): Change {
  if (change.kind === 'block' && typeof change.place === 'object')
    return { ...change, place: withoutPrint(change.place) };
  if (change.kind === 'ask' && typeof change.place === 'object')
    return { ...change, place: withoutPrint(change.place) };
  if (!('target' in change)) return change;
  const trimmed = withoutPrint(change);
  return trimmed.kind === 'move' ? { ...trimmed, to: dropPrint(trimmed.to) } : trimmed;
}

function withoutPrint<T extends { target: { print?: unknown } }>(holder: T): T {
  return { ...holder, target: dropPrint(holder.target) };
}

function dropPrint<T extends { print?: unknown }>(target: T): T {
  const { print: _print, ...rest } = target;
  return rest as T;
}
