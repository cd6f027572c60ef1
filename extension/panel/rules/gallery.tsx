// The template gallery: a segment out of a sentence with blanks.

import { useSignal } from '@preact/signals';
import { ChevronRight, Search } from 'lucide-preact';
import { describeTemplate, fillTemplate } from '../../../shared/templates/fill.ts';
import { findTemplates } from '../../../shared/templates/find-templates.ts';
import { GROUP_NAMES } from '../../../shared/templates/group-names.ts';
import { IN_CONFIG, isOffered } from '../../../shared/templates/is-offered.ts';
import type { Template } from '../../../shared/templates/template.ts';
import { TEXTS } from '../../../shared/templates/texts.ts';
import { sayAny } from '../../../shared/words/lists.ts';
import { t } from '../../../shared/words/t.ts';
import { config } from '../draft/desk.ts';
import type { Place } from '../draft/places.ts';
import { Note } from '../kit/note.tsx';
import { sayEventName } from '../kit/say-event.ts';
import { tJsx } from '../kit/t-jsx.ts';
import { memory } from '../site/page.ts';
import { addSegment } from './add-segment.ts';
import { chooseOnly, sayChosen } from './held-field.tsx';
import { LackingNote } from './lacking-note.tsx';
import { TemplateField } from './template-field.tsx';
import { WhyNot } from './why-not.tsx';

/** What a template may need that is no event (see `needs`). */
const NO_EVENTS = ['topics', 'rfm', 'trait', ...IN_CONFIG];

function Form({ template, at }: { template: Template; at: Extract<Place, { kind: 'gallery' }> }) {
  const params = useSignal<Record<string, unknown>>(chooseOnly(template));
  const names = Object.keys(template.params.shape);
  const fit = template.params.safeParse(params.value);
  const seen = new Set(memory.value?.events.map(({ name }) => name));
  const missing = template.needs.filter((need) => !NO_EVENTS.includes(need) && !seen.has(need));
  const set = (name: string, value: unknown) => {
    const next = { ...params.value };
    if (value === undefined) delete next[name];
    else next[name] = value;
    // another question has other answers
    if (name === 'trait' && template.needs.includes('questions')) delete next.values;
    params.value = next;
  };
  const add = async () => {
    const made = {
      ...fillTemplate(template.id, params.value),
      description: describeTemplate(template.id, sayChosen(template, params.value)),
    };
    const first = Object.values(params.value).find((value) => typeof value === 'string');
    const named = typeof first === 'string' ? `${made.id} ${first}` : made.id;
    await addSegment(made, named, at.whom, at.whom?.back);
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
        {describeTemplate(template.id, sayChosen(template, params.value))}
      </p>
      {names.map((name) => (
        <TemplateField key={name} template={template} name={name} params={params.value} set={set} />
      ))}
      {missing.length > 0 && (
        <Note>
          <span>{t`Not seen in your browser here yet: ${sayAny(missing.map(sayEventName))}. That is normal where you never did it here yourself. Do it once, and “Visitor” shows whether your site tells it.`}</span>
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
      <WhyNot template={template} params={params.value} />
    </form>
  );
}

export function Gallery({ at }: { at: Extract<Place, { kind: 'gallery' }> }) {
  const wanted = useSignal('');
  const open = useSignal('');
  const found = findTemplates(wanted.value);
  const shown = found.filter((one) => isOffered(one, config.value));
  const groups = [...new Set(shown.map(({ group }) => group))];
  const addOwn = () =>
    addSegment(
      {
        name: t`Own rule`,
        when: { kind: 'all', of: [{ kind: 'count', event: 'page_view', is: { $gte: 3 }, within: '7d' }] },
      },
      t`own rule`,
      at.whom,
    );
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
      {found.length === 0 && <p class="small soft">{t`No template says that. Build a rule of your own.`}</p>}
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
      <LackingNote templates={found.filter((one) => !isOffered(one, config.value))} />
    </>
  );
}
