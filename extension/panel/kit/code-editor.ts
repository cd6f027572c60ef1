// CodeMirror for one field, as a piece of the panel that loads by itself when the first such field is shown.
//
// Tab is not bound: it leaves the field, forwards and backwards, as it leaves any other. Colours are the theme's.

import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { css } from '@codemirror/lang-css';
import { html } from '@codemirror/lang-html';
import { json } from '@codemirror/lang-json';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Compartment, EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, placeholder } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export type CodeLanguage = 'html' | 'css' | 'json';

const LANGUAGES: Record<CodeLanguage, () => Extension> = { html, css, json };

const look = EditorView.theme({
  '&': { font: '0.75rem / 1.5 var(--mono)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { font: 'inherit', overflow: 'auto' },
  '.cm-content': { padding: '0.3rem 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 0.5rem' },
  '.cm-placeholder': { color: 'var(--soft)' },
  '.cm-wrong': { textDecoration: 'underline wavy var(--bad)' },
  '&.cm-focused .cm-matchingBracket': { background: 'var(--accent-wash)', outline: '1px solid var(--edge)' },
  '&.cm-focused .cm-nonmatchingBracket': { background: 'var(--bad-wash)' },
});
type Marks = readonly { from: number; to: number }[];
const setMarks = StateEffect.define<Marks>();
const wrong = Decoration.mark({ class: 'cm-wrong' });
/** What is wrong is underlined, and moves along with what is typed before it. */
const marked = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (before, { changes, effects, newDoc }) =>
    effects.reduce(
      (now, effect) =>
        effect.is(setMarks)
          ? Decoration.set(
              effect.value
                .filter(({ from, to }) => from < to && to <= newDoc.length)
                .map(({ from, to }) => wrong.range(from, to)),
              true,
            )
          : now,
      before.map(changes),
    ),
  provide: (field) => EditorView.decorations.from(field),
});

const colours = HighlightStyle.define([
  { tag: [tags.tagName, tags.keyword, tags.bool, tags.null], color: 'var(--accent)', fontWeight: '600' },
  { tag: [tags.propertyName, tags.attributeName, tags.className], color: 'var(--warn)' },
  { tag: [tags.string, tags.attributeValue, tags.number, tags.unit, tags.color], color: 'var(--good)' },
  { tag: [tags.comment, tags.angleBracket, tags.punctuation], color: 'var(--soft)' },
  { tag: tags.invalid, color: 'var(--bad)' },
]);

export interface CodeEditor {
  /** Sets the text unless it is so already; this is not told to `typed`. */
  write(text: string): void;
  /** Attributes of the field itself, such as aria-invalid. */
  describe(attributes: Record<string, string>): void;
  /** Underlines these as wrong, and nothing else. */
  mark(marks: Marks): void;
  focus(from: number, to: number): void;
  remove(): void;
}

export function createCodeEditor(
  parent: HTMLElement,
  how: {
    text: string;
    language: CodeLanguage;
    hint: string;
    attributes: Record<string, string>;
    typed(text: string): void;
    left(): void;
  },
): CodeEditor {
  const attributes = new Compartment();
  let isOurs = false;
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: how.text,
      extensions: [
        history(),
        closeBrackets(),
        bracketMatching(),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap]),
        EditorView.lineWrapping,
        LANGUAGES[how.language](),
        syntaxHighlighting(colours),
        look,
        marked,
        placeholder(how.hint),
        attributes.of(EditorView.contentAttributes.of(how.attributes)),
        // axe does not count what can be edited as what can be focused
        EditorView.contentAttributes.of({ tabindex: '0' }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged && !isOurs) how.typed(state.doc.toString());
        }),
        EditorView.domEventHandlers({ blur: () => how.left() }),
      ],
    }),
  });
  return {
    write(text) {
      const { length } = view.state.doc;
      if (view.state.doc.toString() === text) return;
      isOurs = true;
      view.dispatch({ changes: { from: 0, to: length, insert: text } });
      isOurs = false;
    },
    describe: (next) =>
      view.dispatch({ effects: attributes.reconfigure(EditorView.contentAttributes.of(next)) }),
    mark: (marks) => view.dispatch({ effects: setMarks.of(marks) }),
    focus(from, to) {
      view.focus();
      view.dispatch({ selection: { anchor: from, head: to } });
    },
    remove: () => view.destroy(),
  };
}
