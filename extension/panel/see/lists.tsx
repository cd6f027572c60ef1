// Which items lists show this visitor, and why: where each comes from, and what was left out.

import { useSignal } from '@preact/signals';
import { LayoutList } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import { assignUnlessHeldOut } from '../../../shared/engine/assign-unless-held-out.ts';
import type { View } from '../../../shared/engine/view.ts';
import { wantsLists } from '../../../shared/page/wants-lists.ts';
import type { ChangeOf } from '../../../shared/schema/change.ts';
import type { Experience, Variant } from '../../../shared/schema/experience.ts';
import { t } from '../../../shared/words/t.ts';
import { callStage } from '../../wire/calls.ts';
import type { ListAnswer } from '../../wire/list-shapes.ts';
import { sayList } from '../../wire/say-change.ts';
import { sayError } from '../kit/say-error.ts';
import { SOURCES, WITHOUT } from '../kit/say-list.ts';
import { tellApart } from '../kit/tell-apart.ts';
import { toName } from '../kit/to-name.ts';
import { look, memory, tab, view } from '../site/page.ts';

interface Asked {
  name: string;
  list: ChangeOf<'recommend'>;
}

type Answered =
  | { kind: 'answers'; answers: ListAnswer[] }
  | { kind: 'failed'; why: string }
  | { kind: 'off' };

/** @returns undefined where they get the original, or a rule cannot be read */
function findVariant(experience: Experience, seen: View, seed: string): Variant | undefined {
  try {
    const { outcome, variant } = assignUnlessHeldOut(experience, seen, seed);
    return experience.variants.find(({ id }) => outcome === 'variant' && id === variant);
  } catch {
    return undefined;
  }
}

/** The lists of what this visitor gets, on whichever page. */
function findLists(seen: View, seed: string): Asked[] {
  const asked = seen.program.config.experiences.flatMap((experience) => {
    const { changes = [] } = findVariant(experience, seen, seed) ?? {};
    const lists = changes.filter((change) => change.kind === 'recommend');
    const name = experience.name || toName(experience.id);
    // two of one experience are told apart by what they are called on the page
    return lists.map((list) => ({
      name: lists.length > 1 ? `${name} · ${sayList(list.target)}` : name,
      list,
    }));
  });
  // and where they are called alike, or two experiences are
  const names = tellApart(asked.map(({ name }) => name));
  return asked.map(({ name, list }, at) => ({ name: names[at] ?? name, list }));
}

function Answer({ name, list, answer }: Asked & { answer: ListAnswer }) {
  const { shown, left, isShown } = answer;
  const { count, least = count } = list;
  return (
    <li>
      <p class="small">
        <b>{name}</b>
      </p>
      {!isShown && (
        <p class="small soft">{t`The page keeps its own cards: items found ${shown.length}, and ${least} are needed.`}</p>
      )}
      <ol class="list">
        {shown.map(({ name: item, source }, at) => (
          <li key={at} class="small">
            {item} <span class="soft">· {SOURCES[source]}</span>
          </li>
        ))}
      </ol>
      {left.length > 0 && (
        <p class="tiny soft">{t`Left out: ${left.map(({ name: item, why }) => `${item} (${WITHOUT[why]})`).join(', ')}.`}</p>
      )}
    </li>
  );
}

export function Lists() {
  /** with what was asked: it may be another by now */
  const answered = useSignal<{ asked: string; answer: Answered } | undefined>(undefined);
  // not by itself: where a page's policy holds in the extension, too (Firefox), loading the file breaks it, and its owner is told
  const isWanted = useSignal(false);
  const [known, seen, id] = [memory.value, view.value, tab.value?.id];
  const file = seen?.program.config.items?.file;
  const lists = known && seen && file !== undefined ? findLists(seen, known.seed ?? '') : [];
  const asked = JSON.stringify([file, lists, known?.events.length, known?.events.at(-1)]);
  useEffect(() => {
    if (!isWanted.value || id === undefined || file === undefined || lists.length === 0) return undefined;
    let isOver = false;
    const put = (next: Answered) => {
      if (!isOver) answered.value = { asked, answer: next };
    };
    const wishes = lists.map(({ list: { kind: _kind, target: _target, card: _card, ...wish } }) => wish);
    void callStage(id, 'readLists', { file, lists: wishes }).then(
      ({ answers }) => put({ kind: 'answers', answers }),
      (error) => put({ kind: 'failed', why: sayError(error) }),
    );
    return () => {
      isOver = true;
    };
  }, [id, asked, look.value, isWanted.value]);
  const told = answered.value?.asked === asked ? answered.value.answer : undefined;
  const now: Answered | undefined = wantsLists(known?.traits.selvedge_off) ? told : { kind: 'off' };
  if (lists.length === 0) return null;
  return (
    <section class="card" aria-label={t`Lists for this visitor`}>
      <h2>
        <LayoutList size={15} aria-hidden="true" /> {t`Lists for this visitor`}
      </h2>
      {!now && !isWanted.value && (
        <button
          class="button"
          type="button"
          onClick={() => {
            isWanted.value = true;
          }}
        >{t`Show which items`}</button>
      )}
      {now?.kind === 'off' && (
        <p class="small">{t`Suggestions are switched off in this browser: pages keep their own cards.`}</p>
      )}
      {now?.kind === 'failed' && <p class="small make-warn">{now.why}.</p>}
      {now?.kind === 'answers' && (
        <ul class="list">
          {lists.map((one, at) => {
            const answer = now.answers[at];
            return answer && <Answer key={at} {...one} answer={answer} />;
          })}
        </ul>
      )}
      <p class="tiny soft">{t`Chosen in this browser from what it remembers, as it is on this page. A list that was in view already stays as it is.`}</p>
    </section>
  );
}
