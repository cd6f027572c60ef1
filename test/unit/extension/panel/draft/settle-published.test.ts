// Who published a version, when and what for: in the draft's history, and in nothing that is published.

import { expect, test } from 'vitest';
import { noteNext, startDraft } from '../../../../../extension/panel/draft/draft.ts';
import { stripNotes } from '../../../../../extension/panel/draft/notes.ts';
import { prepare } from '../../../../../extension/panel/draft/prepare.ts';
import { settlePublished } from '../../../../../extension/panel/draft/settle-published.ts';
import { settleAct } from '../../../../../extension/panel/draft/stop.ts';
import { shopConfig } from '../../../../support/fake-stage.ts';

const NOTE = 'For the spring sale';
const makeDraft = () => {
  const live = shopConfig();
  const config = structuredClone(live);
  config.experiences[0]!.name = 'Renamed';
  return noteNext(startDraft(config, live, 0), NOTE, 1);
};

test('a version says who published it, when, and what for; the note is used up', () => {
  const draft = makeDraft();
  const published = { ...draft.config, revision: 2 };
  const settled = settlePublished(draft, published, 5, 'Anna');
  expect(settled.versions).toEqual(
    [{ name: 'Published, revision 2', at: 5, by: 'Anna', note: NOTE, config: draft.config }].map((one) => ({
      ...one,
      config: published,
    })),
  );
  expect(settled).not.toHaveProperty('note');
  expect(settled.base).toEqual(published);
  // heard of once more, as what is live is read again
  expect(settlePublished(settled, published, 6, 'Anna').versions).toHaveLength(1);
});

test('nobody has to say anything', () => {
  const draft = noteNext(makeDraft(), '', 2);
  const settled = settlePublished(draft, { ...draft.config, revision: 2 }, 5);
  expect(Object.keys(settled.versions[0]!)).toEqual(['name', 'at', 'config']);
});

test('neither name nor note is in what goes out, in either form', () => {
  const draft = makeDraft();
  const settled = settlePublished(draft, { ...draft.config, revision: 2 }, 5, 'Anna');
  const stopped = settleAct(noteNext(settled, NOTE, 6), 'stop', settled.base!, 7, 'Anna');
  expect(stopped.versions[0]).toMatchObject({ by: 'Anna' });
  for (const one of [draft, settled, stopped]) {
    const json = prepare(stripNotes(one.config), 'json', () => ({ script: '', rest: [] }));
    expect(json.kind === 'fit' && json.parcel.text).toContain('"version": 1');
    let given = '';
    prepare(stripNotes(one.config), 'js', (config) => {
      given = JSON.stringify(config);
      return { script: given, rest: [] };
    });
    for (const text of [json.kind === 'fit' ? json.parcel.text : '', given]) {
      expect(text).not.toContain('Anna');
      expect(text).not.toContain(NOTE);
    }
  }
});
