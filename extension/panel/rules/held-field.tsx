// Blanks of a template that are chosen from what the config holds: a group of buyers, a model, a question, its answers.

import { plainWords } from '../../../shared/templates/segments-of.ts';
import type { Template } from '../../../shared/templates/template.ts';
import { t } from '../../../shared/words/t.ts';
import { config } from '../draft/desk.ts';
import { sayMade } from '../kit/say-made.ts';

type Params = Record<string, unknown>;

interface Choice {
  value: string;
  label: string;
}

interface Choices {
  label: string;
  list: Choice[];
}

const asChoices = () =>
  (config.value?.questions ?? []).flatMap(({ id, name, trait, answer }) =>
    answer.kind === 'choice' ? [{ trait, label: name || id, options: answer.options }] : [],
  );

/** @returns undefined where the blank is none of these */
export function findChoices(
  { needs }: Pick<Template, 'needs'>,
  name: string,
  params: Params,
): Choices | undefined {
  if (name === 'persona') {
    const groups = config.value?.personas?.groups ?? [];
    return {
      label: t`Group of buyers`,
      list: groups.map(({ id, name }) => ({ value: id, label: sayMade(name) || id })),
    };
  }
  if (name === 'model') {
    const models = config.value?.models ?? [];
    return { label: t`Model`, list: models.map(({ id, name }) => ({ value: id, label: name || id })) };
  }
  if (!needs.includes('questions')) return undefined;
  if (name === 'trait')
    return { label: t`Question`, list: asChoices().map(({ trait, label }) => ({ value: trait, label })) };
  if (name !== 'values') return undefined;
  const { options = [] } = asChoices().find(({ trait }) => trait === params.trait) ?? {};
  return {
    label: t`Answers`,
    list: options.map(({ value, label }) => ({ value, label: plainWords(label) })),
  };
}

/** Blanks for which there is one thing to choose: it is chosen. What may be several is left to the author. */
export function chooseOnly(template: Pick<Template, 'needs' | 'params'>): Params {
  const names = Object.keys(template.params.shape).filter((name) => name !== 'values');
  const all = names.map((name) => [name, findChoices(template, name, {})?.list ?? []] as const);
  return Object.fromEntries(
    all.flatMap(([name, [one, ...more]]) => (one && more.length === 0 ? [[name, one.value]] : [])),
  );
}

/** The same with what is chosen called as it is read. */
export function sayChosen(template: Pick<Template, 'needs'>, params: Params): Params {
  const say = (name: string, value: unknown): unknown => {
    const { list = [] } = findChoices(template, name, params) ?? {};
    const sayOne = (one: unknown) => list.find((choice) => choice.value === one)?.label ?? one;
    return Array.isArray(value) ? value.map(sayOne) : sayOne(value);
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, say(name, value)]));
}

interface HeldFieldProps {
  choices: Choices;
  chosen: unknown;
  isMany: boolean;
  /** undefined where nothing is chosen any more */
  set(value: string | string[] | undefined): void;
}

export function HeldField({ choices: { label, list }, chosen, isMany, set }: HeldFieldProps) {
  if (!isMany)
    return (
      <label class="field">
        <span>{label}</span>
        <select
          value={String(chosen ?? '')}
          onChange={({ currentTarget }) => set(currentTarget.value || undefined)}
        >
          <option value="">{t`choose one`}</option>
          {list.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
    );
  const all: unknown[] = Array.isArray(chosen) ? chosen : [];
  const toggle = (value: string, isOn: boolean) => {
    const next = list.map((one) => one.value).filter((one) => (one === value ? isOn : all.includes(one)));
    set(next.length ? next : undefined);
  };
  if (list.length === 0) return null;
  return (
    <fieldset class="options">
      <legend>{label}</legend>
      {list.map(({ value, label }) => (
        <label key={value} class="row small">
          <input
            type="checkbox"
            checked={all.includes(value)}
            onChange={({ currentTarget }) => toggle(value, currentTarget.checked)}
          />
          <span class="grow">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
