// Duplicate, and content as HTML: both begin with the element's own markup, cut to what a config may hold.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../../../shared/words/t.ts';
import type { EditState } from '../../../wire/edit-shapes.ts';
import { CodeField } from '../../kit/code-field.tsx';
import { Note } from '../../kit/note.tsx';
import { copyPicked } from '../on-page.ts';
import { useBegun } from './begun.ts';
import { BegunNote } from './begun-note.tsx';
import { HtmlField } from './html-field.tsx';
import { PositionField, readPosition } from './position-field.tsx';
import type { ToolProps } from './tool-props.ts';

type Copy = NonNullable<EditState['copy']>;

/** @param take what the form does with it */
function useCopy(take: (copy: Copy | undefined) => void): void {
  useEffect(() => {
    void copyPicked().then(take);
  }, []);
}

const Lost = ({ list }: { list: string[] }) =>
  list.length > 0 ? (
    <Note tone="warn">
      <span>{t`Lost on the way, because a config may not hold it: ${list.join(', ')}.`}</span>
    </Note>
  ) : null;

export function CopyTool({ target, add }: ToolProps) {
  const { now, put, isOld, end } = useBegun('copy', target, { position: 'after', html: '' });
  /** as the element is now */
  const found = useSignal<Copy | undefined>(undefined);
  const isTyped = useSignal(now.html !== '');
  useCopy((copy) => {
    found.value = copy;
  });
  const html = isTyped.value ? now.html : (found.value?.html ?? '');
  const position = readPosition(now.position);
  const begin = () => {
    isTyped.value = false;
    end();
  };
  return (
    <form
      class="make-form"
      onSubmit={(event) => {
        event.preventDefault();
        add({ kind: 'insert', target, position, html }, t`Copy`);
        begin();
      }}
    >
      <BegunNote isOld={isOld} end={begin} />
      <PositionField
        position={position}
        set={(next) => put({ position: next })}
        label={t`Where the copy goes`}
      />
      <p class="tiny soft">{t`The copy is how the element looks now. What scripts of the page do with the original (clicks, live prices) does not happen in it; links do work.`}</p>
      <Lost list={found.value?.lost ?? []} />
      <HtmlField
        html={html}
        typed={(next) => {
          isTyped.value = true;
          put({ html: next });
        }}
        label={t`The copy (HTML)`}
        act={t`Insert the copy`}
      />
    </form>
  );
}

export function HtmlTool({ target, made, save }: ToolProps) {
  const known = made('html')[0]?.value;
  const original = useSignal<string | undefined>(undefined);
  const html = useSignal(known ?? '');
  const lost = useSignal<string[]>([]);
  useCopy((copy) => {
    original.value = copy?.inner ?? '';
    if (!copy || known !== undefined) return;
    html.value = copy.inner;
    lost.value = copy.innerLost;
  });
  // not before there is something to begin with: it would come over what is typed
  if (known === undefined && original.value === undefined) return null;
  return (
    <div class="make-form">
      <Lost list={lost.value} />
      <CodeField
        label={t`What it holds (HTML)`}
        language="html"
        rows={6}
        value={html.value}
        typed={(value) => {
          html.value = value;
          save({ kind: 'html', target, value }, t`Content`, value.trim() === original.value?.trim());
        }}
      />
      <p class="tiny soft">{t`Saved as you type.`}</p>
    </div>
  );
}
