// What happened to a publish and what to do now, in plain words.

import type { Outcome } from './outcome.ts';

export interface Said {
  tone: 'good' | 'warn' | 'bad';
  title: string;
  text: string;
}

const GUARDS = {
  'no-etag': 'gives files no version (ETag)',
  'weak-etag': 'gives files only a vague version (a weak ETag)',
  'ignores-if-match': 'writes without looking whether the file has changed (it ignores If-Match)',
} as const;

const FOLDERS = {
  denied: 'The browser may not write into this folder',
  gone: 'The folder is not there any more',
  full: 'There is no space left',
  failed: 'The folder did not take it',
} as const;
const REMEDIES = {
  denied: 'Publish again and allow it, or choose another folder.',
  gone: 'Choose it again where it is now.',
  full: 'Make space, then publish again.',
  failed: 'Close what else has these files open, then publish again.',
} as const;

const KEPT = 'Your draft is kept.';

const UNSENT: Record<'unfit' | 'unapproved', Said> = {
  unfit: {
    tone: 'bad',
    title: 'The draft has errors',
    text: `Nothing was sent. ${KEPT} Put right what is listed above, then publish again.`,
  },
  unapproved: {
    tone: 'warn',
    title: 'A colleague has still to approve this',
    text: `Nothing was sent. ${KEPT} Open their approval above, then publish again. It has to be of the draft as it is now.`,
  },
};

/** @param host such as "shop.example" */
export function sayOutcome(outcome: Outcome, host: string): Said {
  switch (outcome.kind) {
    case 'published':
      return {
        tone: 'good',
        title: 'Published',
        text: `${host} holds exactly what you published; it was read back and compared.`,
      };
    case 'same':
      return {
        tone: 'good',
        title: 'Already published',
        text: `${host} holds exactly this already. Nothing was sent.`,
      };
    case 'changed':
      return {
        tone: 'warn',
        title: 'Somebody else published meanwhile',
        text: `Nothing was overwritten. ${KEPT} Look at what they changed, merge it into your draft, then publish again.`,
      };
    case 'refused':
      return {
        tone: 'bad',
        title:
          outcome.status === 401
            ? `${host} does not know this token`
            : `${host} does not let this token write there`,
        text: `Nothing was written (status ${outcome.status}). ${KEPT} Check the token and its rights, then publish again.`,
      };
    case 'elsewhere':
      return {
        tone: 'bad',
        title: 'This address leads to another one',
        text: `Your token was not sent on, and nothing was written. ${KEPT} If you trust where it leads, give that address itself.`,
      };
    case 'unguarded':
      return {
        tone: 'warn',
        title: 'This server cannot guard against two authors',
        text: `${host} ${GUARDS[outcome.why]}: if somebody else publishes at the same moment, one of you would overwrite the other unseen. Nothing was written. You can publish anyway: what is there now is what you saw.`,
      };
    case 'forbidden':
      return {
        tone: 'warn',
        title: `Selvedge may not reach ${host}`,
        text: `The browser asked whether it may, and the answer was no; nothing was sent. ${KEPT} Publish again and allow it, or save the file and bring it there yourself.`,
      };
    case 'unfit':
    case 'unapproved':
      return UNSENT[outcome.kind];
    case 'broken':
      return {
        tone: 'bad',
        title: 'Something went wrong in Selvedge itself',
        text: `Nothing was sent (${outcome.message}). ${KEPT} Close this panel, open it again, then publish again.`,
      };
    case 'folder':
      return {
        tone: 'bad',
        title: FOLDERS[outcome.why],
        text: `${outcome.written.length ? `${outcome.written.join(', ')} is there, the rest is not` : 'Nothing was written'} (${outcome.message}). ${KEPT} ${REMEDIES[outcome.why]}`,
      };
    case 'unreachable':
      return {
        tone: 'bad',
        title: `${host} could not be reached`,
        text: `Nothing was written. ${KEPT} Check the address and the connection, then publish again.`,
      };
    case 'unwritten':
      return {
        tone: 'warn',
        title: `${host} did not answer`,
        text: `What is there is still the old: nothing was written. ${KEPT} Publish again.`,
      };
    case 'unknown':
      return {
        tone: 'bad',
        title: 'It is not known whether this was published',
        text: `${host} did not answer, and what is there could not be read. ${KEPT} When it can be reached again, publish again: what is there is compared first, so nothing is written twice.`,
      };
    case 'differs':
      return {
        tone: 'bad',
        title: `${host} holds something else than was sent`,
        text: `It said yes, but what it gives back differs: something in between may keep an old copy or rewrite files. ${KEPT} Wait a minute and publish again; if it stays so, ask whoever runs the server.`,
      };
    case 'half':
      return sayHalf(outcome, host);
    case 'failed':
      return {
        tone: 'bad',
        title: `${host} refused with status ${outcome.status}`,
        text: `${explain(outcome.status)} ${KEPT}`,
      };
  }
}

function sayHalf({ written, name, why }: Extract<Outcome, { kind: 'half' }>, host: string): Said {
  return {
    tone: 'bad',
    title: 'Only a part is there',
    text: `${written.join(', ')} is there already, ${name} is not: ${sayOutcome(why, host).title}. Until it is, pages go on with the old one. ${KEPT} Publish again.`,
  };
}

function explain(status: number): string {
  if (status === 404 || status === 409)
    return 'The folder of this address does not exist there: check the address.';
  if (status === 405 || status === 501)
    return 'This address does not accept files by PUT: publish to a file instead, or give another address.';
  if (status === 413) return 'The file is too large for it: take out pictures that are inside the config.';
  if (status === 423) return 'The file is locked there by somebody else: try again later.';
  if (status === 429) return 'It was asked too often: try again in a minute.';
  if (status === 507) return 'It has no space left.';
  return 'Try again later, or ask whoever runs the server.';
}
