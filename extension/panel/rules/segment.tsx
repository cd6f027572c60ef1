// One segment: its name, its rule as a sentence to fill in, what it means for this browser now, and JSON for experts.

import { useSignal } from '@preact/signals';
import { ChevronRight } from 'lucide-preact';
import type { Condition } from '../../../shared/schema/condition.ts';
import type { Segment } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import { config, edit, goToPlace, place } from '../draft/desk.ts';
import { PartProblems } from '../draft/findings.tsx';
import type { ForVariant, Place } from '../draft/places.ts';
import { CopyLink } from '../draft/share.tsx';
import { StartChange } from '../draft/start-change.tsx';
import { TextEntry } from '../draft/text-entry.tsx';
import { isUnfinished } from '../draft/unfinished.ts';
import { Ask } from '../kit/ask.tsx';
import { TryOut } from '../kit/entry.tsx';
import { Note } from '../kit/note.tsx';
import { sayMade } from '../kit/say-made.ts';
import { OwnAnswer, PeopleAnswers } from './answers.tsx';
import { checkCondition } from './check-condition.ts';
import { ConditionNode, type Rule, RuleContext } from './condition.tsx';
import { isGroup } from './condition-kinds.ts';
import { JsonField } from './json-field.tsx';
import { findGoal, findPath, findStep, moveCondition } from './move-condition.ts';
import { useRuleNotes } from './use-rule-notes.ts';

type SetSegment = (what: string, change: (one: Segment) => void, isTyping?: boolean) => Promise<void>;

function Words({ segment }: { segment: Segment }) {
  return (
    <>
      <label class="field">
        <span>{t`Name`}</span>
        <TextEntry
          spot={{ of: 'segment', id: segment.id, field: 'name' }}
          what={t`Name of a segment`}
          value={sayMade(segment.name)}
          say={sayMade}
        />
      </label>
      <label class="field">
        <span>{t`What it means, for you and others`}</span>
        <TextEntry
          spot={{ of: 'segment', id: segment.id, field: 'description' }}
          what={t`Description of a segment`}
          rows={2}
          value={sayMade(segment.description ?? '')}
          say={sayMade}
        />
      </label>
    </>
  );
}

function RuleJson({ when, set }: { when: Condition; set: SetSegment }) {
  const isJson = useSignal(false);
  return (
    <details
      class="card"
      onToggle={({ currentTarget }) => {
        isJson.value = currentTarget.open;
      }}
    >
      <summary>
        <ChevronRight size={15} class="turn" aria-hidden="true" />
        <span class="small">{t`The rule as JSON`}</span>
      </summary>
      {isJson.value && (
        <JsonField
          label={t`Rule`}
          rows={10}
          value={when}
          check={checkCondition}
          set={(value) =>
            set(
              t`Rule as JSON`,
              (one) => {
                one.when = value as Condition;
              },
              true,
            )
          }
        />
      )}
    </details>
  );
}

function Inside({ segment, whom }: { segment: Segment; whom: ForVariant | undefined }) {
  const { id } = segment;
  const moved: Rule['moved'] = useSignal(undefined);
  const set: SetSegment = (what, change, isTyping = false) =>
    edit(
      what,
      (next) => {
        const found = next.segments.find((one) => one.id === id);
        if (found) change(found);
      },
      isTyping,
    );
  const { change, tryOut, left } = useRuleNotes(segment, (act) => set(t`Rule of a segment`, act));
  const setWhen = (act: (node: Condition) => void) => change((one) => act(one.when));
  const replace = (make: (now: Condition) => Condition) =>
    change((one) => {
      one.when = make(one.when);
    });
  /** @param find where it is to go, in the rule as it is stored by now */
  const move = async (path: number[], find: (when: Condition, from: number[]) => number[] | undefined) => {
    let now: number[] | undefined;
    await set(t`Place of a condition`, ({ when }) => {
      const from = findPath(when, segment.when, path);
      const to = from && find(when, from);
      now = to && moveCondition(when, from, to);
    });
    return now;
  };
  const rule: Rule = {
    move: (path, to) => void move(path, (when) => findGoal(when, segment.when, to)),
    canStep: (path, by) => findStep(segment.when, path, by) !== undefined,
    step: (path, by) =>
      void move(path, (when, from) => findStep(when, from, by)).then((now) => {
        if (now) moved.value = { path: now, by };
      }),
    moved,
  };
  const uses =
    config.value?.experiences.filter(({ variants }) => variants.some((one) => one.segment === id)) ?? [];
  return (
    <>
      <Words segment={segment} />
      <PartProblems of="segments" id={id} />
      <section aria-label={t`Rule`} class="make-rule" onFocusOut={left}>
        <h3 class="heading">{t`Visitors for whom this holds:`}</h3>
        <RuleContext.Provider value={rule}>
          <TryOut.Provider value={tryOut}>
            <ConditionNode node={segment.when} path={[]} set={setWhen} replace={replace} />
          </TryOut.Provider>
        </RuleContext.Provider>
        {!isGroup(segment.when) && (
          <button
            class="button plain"
            type="button"
            onClick={() => replace((now) => (isGroup(now) ? now : { kind: 'all', of: [now] }))}
          >{t`+ and another condition`}</button>
        )}
      </section>
      {isUnfinished(segment.when) ? (
        <p
          class="small make-warn"
          role="status"
        >{t`Something of this rule is still to be filled in. Once it is, it is said here who is in it.`}</p>
      ) : (
        <>
          <OwnAnswer id={id} />
          <PeopleAnswers id={id} />
        </>
      )}
      {whom ? (
        <button class="button big main" type="button" onClick={() => goToPlace(whom.back)}>{t`Done`}</button>
      ) : (
        <StartChange segment={id} isMain={uses.length === 0} />
      )}
      <RuleJson when={segment.when} set={set} />
      <section class="card" aria-label={t`Share`}>
        <h2>{t`Show it to others`}</h2>
        <CopyLink id={id} />
      </section>
      {uses.length > 0 ? (
        <p class="tiny soft">{t`Used by ${uses.map(({ name, id: own }) => name || own).join(', ')}.`}</p>
      ) : (
        <Ask
          label={t`Remove this segment`}
          question={t`Remove it from the draft? Undo brings it back.`}
          yes={t`Remove it`}
          act={async () => {
            place.value = { kind: 'home' };
            await edit(t`Segment removed`, (next) => {
              next.segments = next.segments.filter((one) => one.id !== id);
            });
          }}
        />
      )}
    </>
  );
}

export function SegmentPage({ at: { id, whom } }: { at: Extract<Place, { kind: 'segment' }> }) {
  const segment = config.value?.segments.find((one) => one.id === id);
  return segment ? (
    <Inside segment={segment} whom={whom} />
  ) : (
    <Note tone="warn">
      <span>{t`This segment is gone from the draft. Undo brings it back.`}</span>
    </Note>
  );
}
