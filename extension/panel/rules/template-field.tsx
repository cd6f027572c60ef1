// One blank of a template, as a field: what it is is read off its default and its type.

import { ms } from '../../../shared/grammar/duration.ts';
import { BLANK_NAMES, isShare, sayChoice } from '../../../shared/templates/blank-names.ts';
import type { Template } from '../../../shared/templates/template.ts';
import { t } from '../../../shared/words/t.ts';
import { findSuggestions } from '../draft/suggestions.ts';
import { SpanField } from '../kit/span-field.tsx';
import { findChoices, HeldField } from './held-field.tsx';
import { fromPerCent, toPerCent } from './per-cent.ts';

type Params = Record<string, unknown>;

/** What a field of a template is, read off its default and its type. */
function readField(
  template: Template,
  name: string,
): { kind: 'number' | 'list' | 'choice' | 'span' | 'text'; options: string[]; usual: unknown } {
  const field = template.params.shape[name] as {
    safeParse(value: unknown): { success: boolean; data?: unknown };
    def?: { innerType?: { options?: string[] } };
    options?: string[];
  };
  const usual = field.safeParse(undefined).data;
  const options = field.options ?? field.def?.innerType?.options ?? [];
  if (options.length) return { kind: 'choice', options, usual };
  if (typeof usual === 'number' || field.safeParse(3).success || field.safeParse(0.5).success)
    return { kind: 'number', options, usual };
  if (Array.isArray(usual) || field.safeParse(['EN']).success || field.safeParse(['en']).success)
    return { kind: 'list', options, usual };
  return { kind: Number.isNaN(ms(usual)) ? 'text' : 'span', options, usual };
}

/** One blank of a template. */
export function TemplateField({
  template,
  name,
  params,
  set,
}: {
  template: Template;
  name: string;
  params: Params;
  set(name: string, value: unknown): void;
}) {
  const { kind, options, usual } = readField(template, name);
  const label = BLANK_NAMES[name] ?? name;
  const choices = findChoices(template, name, params);
  if (choices)
    return (
      <HeldField
        choices={choices}
        chosen={params[name]}
        isMany={kind === 'list'}
        set={(value) => set(name, value)}
      />
    );
  const held = params[name] ?? usual ?? '';
  const current = isShare(name) && typeof held === 'number' ? toPerCent(held) : held;
  const list = findSuggestions(name, params);
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: one of the fields below
    <label class="field">
      <span>{label}</span>
      {kind === 'choice' ? (
        <select value={String(current)} onChange={({ currentTarget }) => set(name, currentTarget.value)}>
          {options.map((one) => (
            <option key={one} value={one}>
              {sayChoice(name, one)}
            </option>
          ))}
        </select>
      ) : kind === 'span' ? (
        <SpanField
          label={label}
          value={String(current)}
          set={(span) => set(name, span || undefined)}
          isShort={false}
        />
      ) : (
        <>
          <input
            type={kind === 'number' ? 'number' : 'text'}
            step="any"
            list={list.length ? `seen-${name}` : undefined}
            value={Array.isArray(current) ? current.join(', ') : String(current)}
            placeholder={kind === 'list' ? t`one, two` : undefined}
            onInput={({ currentTarget: { value } }) =>
              set(
                name,
                value === ''
                  ? undefined
                  : kind === 'number'
                    ? isShare(name)
                      ? fromPerCent(Number(value))
                      : Number(value)
                    : kind === 'list'
                      ? value
                          .split(',')
                          .map((one) => one.trim())
                          .filter(Boolean)
                      : value,
              )
            }
          />
          {list.length > 0 && (
            <datalist id={`seen-${name}`}>
              {list.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          )}
        </>
      )}
    </label>
  );
}
