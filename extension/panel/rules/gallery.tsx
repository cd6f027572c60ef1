// The template gallery: a segment out of a sentence with blanks.

import { useSignal } from '@preact/signals';
import { ChevronRight, Search } from 'lucide-preact';
import { ms } from '../../../shared/grammar/duration.ts';
import { describeTemplate, fillTemplate } from '../../../shared/templates/fill.ts';
import { findTemplates } from '../../../shared/templates/find-templates.ts';
import { GROUP_NAMES } from '../../../shared/templates/group-names.ts';
import type { Template } from '../../../shared/templates/template.ts';
import { TEXTS } from '../../../shared/templates/texts.ts';
import { sayAny } from '../../../shared/words/lists.ts';
import { t } from '../../../shared/words/t.ts';
import { createId } from '../draft/create-id.ts';
import { config, edit, type Place, place } from '../draft/desk.ts';
import { findSuggestions } from '../draft/suggestions.ts';
import { Note } from '../kit/note.tsx';
import { SpanField } from '../kit/span-field.tsx';
import { tJsx } from '../kit/t-jsx.ts';
import { memory } from '../site/page.ts';

type Params = Record<string, unknown>;

/** What a template may need that is no event (see `needs`). */
const NO_EVENTS = ['topics', 'rfm', 'trait'];

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

const sayName = (name: string): string => {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** One blank of a template. */
function TemplateField({
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
  const label = sayName(name);
  const current = params[name] ?? usual ?? '';
  const list = findSuggestions(name, params);
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: one of the fields below
    <label class="field">
      <span>{label}</span>
      {kind === 'choice' ? (
        <select value={String(current)} onChange={({ currentTarget }) => set(name, currentTarget.value)}>
          {options.map((one) => (
            <option key={one} value={one}>
              {one}
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
                    ? Number(value)
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

function Form({ template, at }: { template: Template; at: Extract<Place, { kind: 'gallery' }> }) {
  const params = useSignal<Params>({});
  const names = Object.keys(template.params.shape);
  const fit = template.params.safeParse(params.value);
  const seen = new Set(memory.value?.events.map(({ name }) => name));
  const missing = template.needs.filter((need) => !NO_EVENTS.includes(need) && !seen.has(need));
  const set = (name: string, value: unknown) => {
    const next = { ...params.value };
    if (value === undefined) delete next[name];
    else next[name] = value;
    params.value = next;
  };
  const add = async () => {
    const made = fillTemplate(template.id, params.value);
    const first = Object.values(params.value).find((value) => typeof value === 'string');
    const id = createId(
      typeof first === 'string' ? `${made.id} ${first}` : made.id,
      config.value?.segments ?? [],
      'segment',
    );
    const goTo = at.variant;
    await edit(t`New segment`, (next) => {
      next.segments.push({ ...made, id });
      const variant = next.experiences
        .find((one) => one.id === goTo?.experience)
        ?.variants.find((one) => one.id === goTo?.variant);
      if (variant) variant.segment = id;
    });
    place.value = goTo ? { kind: 'experience', id: goTo.experience } : { kind: 'segment', id };
  };
  return (
    <form
      class="make-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (fit.success) void add();
      }}
    >
      <p class="small" aria-live="polite">
        {describeTemplate(template.id, params.value)}
      </p>
      {names.map((name) => (
        <TemplateField key={name} template={template} name={name} params={params.value} set={set} />
      ))}
      {missing.length > 0 && (
        <Note tone="warn">
          <span>{t`This needs the event ${sayAny(missing)}, which this browser has not seen here. Make sure the site sends it.`}</span>
        </Note>
      )}
      {template.needs.includes('rfm') && !config.value?.rfm && (
        <Note tone="warn">
          <span>
            {tJsx`This needs the edges of the classes, which the config does not have yet: ${<code>selvedge learn</code>} makes them of your own orders. Without them nothing is published.`}
          </span>
        </Note>
      )}
      <button class="button main" type="submit" disabled={!fit.success}>{t`Use this segment`}</button>
    </form>
  );
}

export function Gallery({ at }: { at: Extract<Place, { kind: 'gallery' }> }) {
  const wanted = useSignal('');
  const open = useSignal('');
  const shown = findTemplates(wanted.value);
  const groups = [...new Set(shown.map(({ group }) => group))];
  const addOwn = async () => {
    const id = createId(t`own rule`, config.value?.segments ?? [], 'segment');
    await edit(t`New segment`, (next) => {
      next.segments.push({
        id,
        name: t`Own rule`,
        when: { kind: 'all', of: [{ kind: 'count', event: 'page_view', is: { $gte: 3 }, within: '7d' }] },
      });
    });
    place.value = { kind: 'segment', id };
  };
  return (
    <>
      <label class="field make-search">
        <span class="unseen">{t`Look for a template`}</span>
        <Search size={15} aria-hidden="true" />
        <input
          type="search"
          placeholder={t`Look for a template`}
          value={wanted.value}
          onInput={({ currentTarget }) => {
            wanted.value = currentTarget.value;
          }}
        />
      </label>
      <button class="button" type="button" onClick={() => void addOwn()}>{t`Build a rule of my own`}</button>
      {shown.length === 0 && <p class="small soft">{t`No template says that. Build a rule of your own.`}</p>}
      {groups.map((group) => (
        <details key={group} class="make-group" open={wanted.value.trim() !== '' || groups[0] === group}>
          <summary class="heading">
            <ChevronRight size={15} class="turn" aria-hidden="true" />
            {GROUP_NAMES[group]}
            <span class="count">{shown.filter((one) => one.group === group).length}</span>
          </summary>
          {shown
            .filter((one) => one.group === group)
            .map((template) => (
              <details
                key={template.id}
                name="template"
                class="card"
                open={open.value === template.id}
                data-template={template.id}
                onToggle={({ currentTarget }) => {
                  if (currentTarget.open) open.value = template.id;
                }}
              >
                <summary>
                  <ChevronRight size={15} class="turn" aria-hidden="true" />
                  <span class="grow">
                    <strong class="small">{TEXTS[template.id]?.name}</strong>
                    {open.value !== template.id && (
                      <span class="tiny soft block">{describeTemplate(template.id)}</span>
                    )}
                  </span>
                </summary>
                {open.value === template.id && <Form template={template} at={at} />}
              </details>
            ))}
        </details>
      ))}
    </>
  );
}
