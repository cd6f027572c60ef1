// Duplicate, and content as HTML: both begin with the element's own markup, cut to what a config may hold.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Note } from '../../kit/note.tsx';
import { copyPicked } from '../on-page.ts';
import { HtmlField } from './html-field.tsx';
import { PositionField } from './position-field.tsx';
import type { ToolProps } from './tool-props.ts';

function useCopy(inner: boolean, known: string | undefined) {
  const html = useSignal(known ?? '');
  const lost = useSignal<string[]>([]);
  useEffect(() => {
    if (known === undefined)
      void copyPicked().then((copy) => {
        if (!copy) return;
        html.value = inner ? copy.inner : copy.html;
        lost.value = inner ? copy.innerLost : copy.lost;
      });
  }, []);
  return { html, lost };
}

const Lost = ({ list }: { list: string[] }) =>
  list.length > 0 ? (
    <Note tone="warn">
      <span>Lost on the way, because a config may not hold it: {list.join(', ')}.</span>
    </Note>
  ) : null;

export function CopyTool({ target, add }: ToolProps) {
  const { html, lost } = useCopy(false, undefined);
  const position = useSignal<'before' | 'after' | 'first' | 'last'>('after');
  return (
    <form
      class="make-form"
      onSubmit={(event) => {
        event.preventDefault();
        add({ kind: 'insert', target, position: position.value, html: html.value }, 'Copy');
      }}
    >
      <PositionField position={position} label="Where the copy goes" />
      <p class="tiny soft">
        The copy is how the element looks now. What scripts of the page do with the original (clicks, live
        prices) does not happen in it; links do work.
      </p>
      <Lost list={lost.value} />
      <HtmlField html={html} label="The copy (HTML)" act="Insert the copy" />
    </form>
  );
}

export function HtmlTool({ target, made, add }: ToolProps) {
  const { html, lost } = useCopy(true, made('html')[0]?.value);
  return (
    <form
      class="make-form"
      onSubmit={(event) => {
        event.preventDefault();
        add({ kind: 'html', target, value: html.value }, 'Content');
      }}
    >
      <Lost list={lost.value} />
      <HtmlField html={html} label="What it holds (HTML)" act="Keep the content" rows={6} />
    </form>
  );
}
