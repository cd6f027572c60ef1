// What happened to a publish and what to do now, in plain words.

import { t } from '../../../shared/words/t.ts';
import { isNoPlace, isPage, type Outcome } from './outcome.ts';

export interface Said {
  tone: 'good' | 'warn' | 'bad';
  title: string;
  text: string;
}

const GUARDS = {
  'no-etag': t`gives files no version (ETag)`,
  'weak-etag': t`gives files only a vague version (a weak ETag)`,
  'ignores-if-match': t`writes without looking whether the file has changed (it ignores If-Match)`,
} as const;

const FOLDERS = {
  denied: t`The browser may not write into this folder`,
  gone: t`The folder is not there any more`,
  full: t`There is no space left`,
  failed: t`The folder did not take it`,
} as const;
const REMEDIES = {
  denied: t`Publish again and allow it, or choose another folder.`,
  gone: t`Choose it again where it is now.`,
  full: t`Make space, then publish again.`,
  failed: t`Close what else has these files open, then publish again.`,
} as const;

const KEPT = t`Your draft is kept.`;

const UNSENT: Record<'unfit' | 'unapproved', Said> = {
  unfit: {
    tone: 'bad',
    title: t`The draft has errors`,
    text: t`Nothing was sent. ${KEPT} Put right what is listed above, then publish again.`,
  },
  unapproved: {
    tone: 'warn',
    title: t`A colleague has still to approve this`,
    text: t`Nothing was sent. ${KEPT} Open their approval above, then publish again. It has to be of the draft as it is now.`,
  },
};

const PAGE_THERE: Said = {
  tone: 'bad',
  title: t`A web page is at this address`,
  text: t`Nothing was overwritten. ${KEPT} Give the address of the file itself: look for a typing mistake. If the address is right, this server answers with a page for a file that it does not have yet, and you can replace it.`,
};

const sayUnreachable = (isLate: boolean, host: string): Said => ({
  tone: 'bad',
  title: isLate ? t`${host} takes too long to answer` : t`No server answered at ${host}`,
  text: isLate
    ? t`Nothing was written. ${KEPT} Check the connection, then publish again.`
    : t`Nothing was written. ${KEPT} Look for a typing mistake in ${host}. If there is none, check the connection, then publish again.`,
});

/** @param host such as "shop.example" */
export function sayOutcome(outcome: Outcome, host: string): Said {
  switch (outcome.kind) {
    case 'published':
      return {
        tone: 'good',
        title: t`Published`,
        text: t`${host} holds exactly what you published; it was read back and compared.`,
      };
    case 'same':
      return {
        tone: 'good',
        title: t`Already published`,
        text: t`${host} holds exactly this already. Nothing was sent.`,
      };
    case 'changed':
      if (isPage(outcome.text)) return PAGE_THERE;
      return {
        tone: 'warn',
        title: t`Somebody else published meanwhile`,
        text: t`Nothing was overwritten. ${KEPT} Look at what they changed, merge it into your draft, then publish again.`,
      };
    case 'refused':
      return {
        tone: 'bad',
        title:
          outcome.status === 401
            ? t`${host} does not know this token`
            : t`${host} does not let this token write there`,
        text: t`Nothing was written (status ${outcome.status}). ${KEPT} Check the token and its rights, then publish again.`,
      };
    case 'elsewhere':
      return {
        tone: 'bad',
        title: t`This address leads to another one`,
        text: t`Your token was not sent on, and nothing was written. ${KEPT} If you trust where it leads, give that address itself.`,
      };
    case 'unguarded':
      return {
        tone: 'warn',
        title: t`This server cannot guard against two authors`,
        text: t`${host} ${GUARDS[outcome.why]}: if somebody else publishes at the same moment, one of you would overwrite the other unseen. Nothing was written. You can publish anyway: what is there now is what you saw.`,
      };
    case 'forbidden':
      return {
        tone: 'warn',
        title: t`Selvedge may not reach ${host}`,
        text: t`The browser asked whether it may, and the answer was no; nothing was sent. ${KEPT} Publish again and allow it, or save the file and bring it there yourself.`,
      };
    case 'unfit':
    case 'unapproved':
      return UNSENT[outcome.kind];
    case 'broken':
      return {
        tone: 'bad',
        title: t`Something went wrong in Selvedge itself`,
        text: t`Nothing was sent (${outcome.message}). ${KEPT} Close this panel, open it again, then publish again.`,
      };
    case 'folder':
      return {
        tone: 'bad',
        title: FOLDERS[outcome.why],
        text: `${outcome.written.length ? t`${outcome.written.join(', ')} is there, the rest is not` : t`Nothing was written`} (${outcome.message}). ${KEPT} ${REMEDIES[outcome.why]}`,
      };
    case 'unreachable':
      return sayUnreachable(outcome.isLate === true, host);
    case 'unwritten':
      return {
        tone: 'warn',
        title: t`${host} did not answer`,
        text: t`What is there is still the old: nothing was written. ${KEPT} Publish again.`,
      };
    case 'unknown':
      return {
        tone: 'bad',
        title: t`It is not known whether this was published`,
        text: t`${host} did not answer, and what is there could not be read. ${KEPT} When it can be reached again, publish again: what is there is compared first, so nothing is written twice.`,
      };
    case 'differs':
      return {
        tone: 'bad',
        title: t`${host} holds something else than was sent`,
        text: t`It said yes, but what it gives back differs: something in between may keep an old copy or rewrite files. ${KEPT} Wait a minute and publish again; if it stays so, ask whoever runs the server.`,
      };
    case 'half':
      return sayHalf(outcome, host);
    case 'failed':
      return {
        tone: 'bad',
        title: isNoPlace(outcome.status)
          ? t`${host} takes no file at this address`
          : t`${host} refused with status ${outcome.status}`,
        text: `${explain(outcome.status)} ${KEPT}`,
      };
  }
}

function sayHalf({ name, why, left }: Extract<Outcome, { kind: 'half' }>, host: string): Said {
  const said = sayOutcome(why, host);
  return left.length === 0
    ? {
        tone: 'bad',
        title: t`${name} did not get there, so nothing is published`,
        text: `${said.title}. ${said.text} ${t`Pages go on with what was live before: its files are as they were.`}`,
      }
    : {
        tone: 'bad',
        title: t`Only a part is there`,
        text: t`${name} did not get there: ${said.title}. As of this publish there is already: ${left.join(', ')}. Until all of it is there, visitors may see the original. ${KEPT} Publish again: what is there already is not sent again.`,
      };
}

function explain(status: number): string {
  if (status === 405 || status === 501)
    return t`Nothing was written (status ${status}). This server takes no files by PUT there: save them here and bring them to your site, or ask whoever runs the server for another address.`;
  if (isNoPlace(status))
    return t`Nothing was written (status ${status}). Either there is no such folder: look for a typing mistake. Or this server takes no files by PUT: save them here and bring them to your site, or ask whoever runs the server.`;
  if (status === 413) return t`The file is too large for it: take out pictures that are inside the config.`;
  if (status === 423) return t`The file is locked there by somebody else: try again later.`;
  if (status === 429) return t`It was asked too often: try again in a minute.`;
  if (status === 507) return t`It has no space left.`;
  return t`Try again later, or ask whoever runs the server.`;
}
