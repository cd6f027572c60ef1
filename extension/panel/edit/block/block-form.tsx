// The form of a block: what it says and holds, where it is, and what it wears. Shown on the page as one types.

import { ChevronRight } from 'lucide-preact';
import { MOST_OF, type Shape } from '../../../../shared/schema/block.ts';
import { t } from '../../../../shared/words/t.ts';
import { SHAPES } from '../../../wire/say-change.ts';
import type { Block } from '../../draft/make-block.ts';
import type { Place } from '../../draft/places.ts';
import { SelectField } from '../../kit/select-field.tsx';
import { toLocal } from '../../kit/to-local.ts';
import { useSurvey } from '../../site/use-survey.ts';
import { picked } from '../on-page.ts';
import { type SaveChange, useTypedChange } from '../use-typed-change.ts';
import { isAsked, reshape, setField } from './block-parts.ts';
import { BlockLanguages, BlockText, BlockWords } from './block-words.tsx';
import { DressFields } from './dress-fields.tsx';
import { PlaceField } from './place-field.tsx';

type At = Extract<Place, { kind: 'variant' }>;

interface Part {
  block: Block;
  /** "pop-up" */
  name: string;
  save: SaveChange<Block>;
}

function ButtonFields({ block, name, save }: Part) {
  const { button } = block.fields;
  const put = (next: Partial<NonNullable<typeof button>>, what: string) => {
    const whole = { label: '', href: '/', ...button, ...next };
    save(setField(block, 'button', whole.label === '' ? undefined : whole), t`${what} of the ${name}`);
  };
  return (
    <>
      <BlockWords
        label={t`What the button says`}
        words={button?.label}
        most={MOST_OF.label}
        put={(label) => put({ label }, t`Button`)}
      />
      {button && (
        <BlockText
          label={t`Where it leads`}
          text={button.href}
          most={2000}
          put={(href) => put({ href }, t`Link`)}
        />
      )}
    </>
  );
}

function PictureFields({ block, name, save }: Part) {
  const { image } = block.fields;
  return (
    <details>
      <summary class="tiny">
        <ChevronRight class="turn" size={14} aria-hidden="true" /> <span class="grow">{t`Picture`}</span>
      </summary>
      <div class="make-form">
        <BlockText
          label={t`Address of the picture`}
          text={image?.src ?? ''}
          most={200_000}
          put={(src) =>
            save(
              setField(block, 'image', src ? { alt: '', ...image, src } : undefined),
              t`Picture of the ${name}`,
            )
          }
        />
        {image && (
          <BlockWords
            label={t`What it shows, for those who cannot see it`}
            words={image.alt}
            most={500}
            put={(alt) => save(setField(block, 'image', { ...image, alt }), t`Picture of the ${name}`)}
          />
        )}
      </div>
    </details>
  );
}

function EndField({ block, name, save }: Part) {
  const { until } = block.fields;
  const isCounted = block.shape === 'countdown';
  return (
    <label class="field">
      <span>{isCounted ? t`Counts down to` : t`Gone at (empty: it stays)`}</span>
      <input
        type="datetime-local"
        required={isCounted}
        value={until === undefined ? '' : toLocal(new Date(until))}
        onChange={({ currentTarget }) => {
          const date = new Date(currentTarget.value);
          const isDate = !Number.isNaN(date.getTime());
          // half a date leaves what was there
          if (isDate || !isCounted)
            save(setField(block, 'until', isDate ? date.toISOString() : undefined), t`End of the ${name}`);
        }}
      />
    </label>
  );
}

function Says({ block, name, save }: Part) {
  const { title, text, code } = block.fields;
  const is = (field: Parameters<typeof isAsked>[1]) => isAsked(block, field);
  return (
    <>
      {block.shape === 'countdown' && <EndField block={block} name={name} save={save} />}
      {is('code') && (
        <BlockText
          label={t`The code, which a button copies`}
          text={code ?? ''}
          most={MOST_OF.code}
          put={(next) => save(setField(block, 'code', next.trim()), t`Code of the ${name}`)}
        />
      )}
      {is('title') && (
        <BlockWords
          label={t`Headline`}
          words={title}
          most={MOST_OF.title}
          put={(next) => save(setField(block, 'title', next), t`Headline of the ${name}`)}
        />
      )}
      {is('text') && (
        <BlockWords
          label={t`Text`}
          words={text}
          rows={block.shape === 'bar' ? 1 : 3}
          most={MOST_OF.text}
          put={(next) => save(setField(block, 'text', next), t`Text of the ${name}`)}
        />
      )}
      {is('button') && <ButtonFields block={block} name={name} save={save} />}
      {is('image') && <PictureFields block={block} name={name} save={save} />}
    </>
  );
}

export function BlockForm({ at, change, index }: { at: At; change: Block; index: number }) {
  const { change: block, save } = useTypedChange(at, change, index);
  const { survey } = useSurvey();
  const name = SHAPES[block.shape].toLowerCase();
  const { title, text } = block.fields;
  const isPlaced = typeof block.place === 'object';
  const part = { block, name, save };
  return (
    <fieldset class="options block-form" aria-label={t`What the ${name} is`}>
      <div class="grid">
        <SelectField<Shape>
          label={t`Shape`}
          value={block.shape}
          options={Object.entries(SHAPES) as [Shape, string][]}
          set={(shape) => save(reshape(block, shape), t`Shape of the ${name}`)}
        />
      </div>
      <Says {...part} />
      {title === undefined && text === undefined && (
        <p class="tiny make-warn">{t`A block that says nothing is not shown: write a headline or a text.`}</p>
      )}
      <PlaceField
        {...part}
        index={index}
        offered={picked.value?.choices[0]?.target ?? survey?.heading?.target}
        taken={survey?.taken}
      />
      {isPlaced ? (
        <label class="row small">
          <input
            type="checkbox"
            checked={block.close === true}
            onChange={({ currentTarget }) => {
              const { close: _close, ...rest } = block;
              save(currentTarget.checked ? { ...rest, close: true } : rest, t`Closing of the ${name}`);
            }}
          />
          <span class="grow">{t`Visitors can close it`}</span>
        </label>
      ) : (
        <p class="tiny soft">
          {t`Visitors can close it, and it stays closed for the visit.`}{' '}
          {(block.shape === 'popup' || block.shape === 'slide') &&
            t`A visitor sees at most one pop-up or slide-in a visit, whichever comes first, unless the site allows more.`}
        </p>
      )}
      <details>
        <summary class="tiny">
          <ChevronRight class="turn" size={14} aria-hidden="true" />{' '}
          <span class="grow">{t`Colours and corners`}</span>
        </summary>
        <div class="make-form">
          <DressFields {...part} survey={survey} />
        </div>
      </details>
      <details>
        <summary class="tiny">
          <ChevronRight class="turn" size={14} aria-hidden="true" />{' '}
          <span class="grow">{t`Languages and end`}</span>
        </summary>
        <div class="make-form">
          <BlockLanguages block={block} save={save} />
          {block.shape !== 'countdown' && <EndField {...part} />}
        </div>
      </details>
      <p class="tiny soft">{t`Saved as you type, and on the page at once.`}</p>
    </fieldset>
  );
}
