// One experience in the preview: which variant shows, what it waits for, where it leads.

import { ArrowRight } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';
import { goTo } from '../../wire/browser.ts';
import type { ShownItem } from '../../wire/stage-shapes.ts';
import { Chip } from '../kit/chip.tsx';
import { toName } from '../kit/to-name.ts';
import { config, look, status, tab } from '../site/page.ts';
import { choose, fire } from './preview.ts';
import { sayTrigger } from './say-outcome.ts';

/** What a visitor would wait for, and where they would be sent. */
function Steps({ item: { experience, waits, redirect } }: { item: ShownItem }) {
  return (
    <>
      {waits && (
        <div class="row small soft">
          <span class="grow">{t`Waits ${sayTrigger(waits)}.`}</span>
          <button
            class="button plain"
            type="button"
            onClick={() => void fire(experience)}
          >{t`Show now`}</button>
        </div>
      )}
      {redirect !== undefined && (
        <div class="row small soft">
          <span class="grow">{t`Visitors are sent on to ${redirect}.`}</span>
          <button class="button plain" type="button" onClick={() => void follow(redirect)}>
            {t`Go there`} <ArrowRight size={14} aria-hidden="true" />
          </button>
        </div>
      )}
    </>
  );
}

export function PreviewItem({ item }: { item: ShownItem }) {
  const experience = config.value?.config.experiences.find(({ id }) => id === item.experience);
  if (!experience) return null;
  const nameOf = (id: string) => experience.variants.find((variant) => variant.id === id)?.name || toName(id);
  const isVisible = status.value?.visible.includes(item.experience) ?? false;
  return (
    <li>
      <div class="row">
        <strong class="small grow">{experience.name || toName(item.experience)}</strong>
        {item.outcome === 'variant' ? (
          <Chip tone={isVisible ? 'good' : 'accent'}>{nameOf(item.variant ?? '')}</Chip>
        ) : (
          <Chip tone="plain">{t`Original`}</Chip>
        )}
      </div>
      {item.split && (
        <label class="field">
          <span class="soft">{t`Visitors share these variants. Show`}</span>
          <select
            value={item.variant}
            onChange={({ currentTarget }) => void choose(item.experience, currentTarget.value)}
          >
            {item.split.map((id) => (
              <option key={id} value={id}>
                {nameOf(id)}
              </option>
            ))}
          </select>
        </label>
      )}
      <Steps item={item} />
      {experience.holdout !== undefined && experience.holdout > 0 && item.outcome === 'variant' && (
        <p class="tiny soft">{t`${Math.round(experience.holdout * 100)} % of them are held out and see the original.`}</p>
      )}
    </li>
  );
}

async function follow(path: string): Promise<void> {
  const id = tab.value?.id;
  const from = look.value?.url;
  if (id === undefined || from === undefined) return;
  const to = new URL(path, from);
  // a config may only lead around its own site
  if (to.origin === new URL(from).origin) await goTo(id, to.href);
}
