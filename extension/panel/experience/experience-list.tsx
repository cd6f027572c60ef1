// The experiences of the draft in their order of priority, which is changed by drag and by keys.

import { matchesPages } from '../../../shared/engine/pattern.ts';
import type { Experience } from '../../../shared/schema/experience.ts';
import { t } from '../../../shared/words/t.ts';
import { draft, edit, place } from '../draft/desk.ts';
import { moveItem } from '../draft/move-item.ts';
import { isToLaunch } from '../draft/notes.ts';
import { putItem } from '../draft/put-item.ts';
import { Chip } from '../kit/chip.tsx';
import { Grip, useDrag } from '../kit/drag.tsx';
import { Order } from '../kit/order.tsx';
import { useGrowing } from '../kit/use-growing.ts';

const STATUS = { live: t`Live`, draft: t`Not shown yet`, paused: t`Paused` } as const;

/** What visitors know of it: nothing, before it was published. */
function Status({ experience }: { experience: Experience }) {
  const { id, status } = experience;
  const wasLive =
    draft.value?.base?.experiences.some((one) => one.id === id && one.status === 'live') ?? false;
  const isLive = status === 'live' || isToLaunch(experience);
  if (isLive && !wasLive) return <Chip tone="plain">{t`Not published yet`}</Chip>;
  return <Chip tone={isLive ? 'good' : 'plain'}>{STATUS[isLive ? 'live' : status]}</Chip>;
}

interface RowProps {
  experience: Experience;
  at: number;
  all: readonly Experience[];
  url: string | undefined;
}

function Row({ experience, at, all, url }: RowProps) {
  const count = all.length;
  const { id, name, pages } = experience;
  const { item, handle } = useDrag<HTMLLIElement>({
    list: 'experiences',
    path: [at],
    drop: ([from = 0], [to = 0]) =>
      void edit(t`Order of experiences`, (next) =>
        putItem(next.experiences, all, [from, to], (a, b) => a.id === b.id),
      ),
  });
  return (
    <li ref={item} class="make-row">
      <Grip handle={handle} isAlone={count < 2} />
      <button
        class="make-open"
        type="button"
        onClick={() => {
          place.value = { kind: 'experience', id };
        }}
      >
        <strong>{name || id}</strong>
        <span class="soft tiny">
          <Status experience={experience} />{' '}
          {url && matchesPages(pages, url) ? t`on this page` : pages.join(', ')}
        </span>
      </button>
      {count > 1 && (
        <Order
          name={name || id}
          at={at}
          count={count}
          move={(by) =>
            void edit(t`Order of experiences`, ({ experiences: now }) =>
              moveItem(
                now,
                now.findIndex((one) => one.id === id),
                by,
              ),
            )
          }
        />
      )}
    </li>
  );
}

export function ExperienceList({ experiences, url }: { experiences: Experience[]; url: string | undefined }) {
  return (
    <ol class="list">
      {useGrowing(experiences).map((one, at) => (
        <Row key={one.id} experience={one} at={at} all={experiences} url={url} />
      ))}
    </ol>
  );
}
