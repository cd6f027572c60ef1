// Checks the documents: what a comment or a link names exists, and the map of the house shows every room.

import { posix } from 'node:path';
import { type Finding, lineOf, type Source } from './finding.ts';
import { stripComments } from './strip.ts';

/** Texts that were never in the repository; nobody who reads a comment could open them. */
const elsewhere =
  /\b(?:DESIGN|SEMANTICS|MEASURE|KNOW)\b(?=\s*(?:[.,:;)]|section|$|says|and\b|alone|,))|\b(?:notes\/[\w-]+)(?![\w/-]*\.md)|\bshared notes\b/gm;
/** `docs/CHANGES.md`, and after it the heading that is meant: `, "How text is shown"`. */
const document = /[\w./-]+\.md\b(?:,\s*(?:\/\/ |\* )?"([^"]+)")?/g;

const blankUrls = (text: string): string => text.replace(/https?:\/\/\S+/g, (url) => ' '.repeat(url.length));

/** The comments of a source, everything else blank. */
function readComments(text: string): string {
  const code = stripComments(text);
  return [...text].map((letter, i) => (letter === '\n' || code[i] !== letter ? letter : ' ')).join('');
}

const headingsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading);

/** Comments name documents that are in the repository, by their path from its root. */
export function checkNamed(documents: Source[]): (source: Source) => Finding[] {
  return ({ path, text }) => {
    const comments = blankUrls(path.endsWith('.mjs') || /\.tsx?$/.test(path) ? readComments(text) : text);
    const say = (index: number, what: string) => `${path}:${lineOf(comments, index)}: ${what}`;
    const gone = [...comments.matchAll(elsewhere)].map(({ 0: found, index }) =>
      say(index, `${found.trim()} is no document of this repository. Name one of docs/, or say it here.`),
    );
    const missing = [...comments.matchAll(document)].flatMap(({ 0: found, 1: heading, index }) => {
      const name = /^[\w./-]+\.md/.exec(found)?.[0] ?? '';
      const named = documents.find((one) => one.path === name);
      if (!named) return say(index, `${name} does not exist. Name a document by its path from the root.`);
      const isThere = heading === undefined || headingsOf(named.text).includes(heading);
      return isThere ? [] : say(index, `${name} has no heading "${heading}".`);
    });
    return [...gone, ...missing];
  };
}

/** Comments name sources that are there, by as much of the end of their path as tells them: `heal.ts`, `page/sheet.ts`. */
export function checkNamedSources(paths: string[]): (source: Source) => Finding[] {
  return ({ path, text }) => {
    const comments = blankUrls(readComments(text));
    return [...comments.matchAll(/(?<![\w./-])(?:\.\.\/)*([\w-]+(?:\/[\w.-]+)*\.(?:tsx?|mjs))\b/g)]
      .filter(({ 1: named }) => !paths.some((one) => one === named || one.endsWith(`/${named}`)))
      .map(
        ({ 1: named, index }) =>
          `${path}:${lineOf(comments, index)}: there is no ${named}. Say where it is, or take it out.`,
      );
  };
}

/** Documents name files and folders that are there; what is built (dist/) is no source. */
export function checkFiles(exists: (path: string) => boolean): (source: Source) => Finding[] {
  return ({ path, text }) =>
    [...text.matchAll(/`((?:shared|snippet|extension|cli|package|plugins|docs|test)\/[\w./-]*)`/g)]
      .filter(({ 1: named = '' }) => !exists(named))
      .map(
        ({ 1: named, index }) =>
          `${path}:${lineOf(text, index)}: ${named} does not exist. Say where it is, or take it out.`,
      );
}

/** As GitHub makes an anchor of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\d\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/** Links between documents lead somewhere: to a file, and to a heading in it. */
export function checkLinks(
  documents: Source[],
  exists: (path: string) => boolean,
): (source: Source) => Finding[] {
  return ({ path, text }) =>
    [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].flatMap(
      ({ 1: file = '', 2: anchor, index }) => {
        const to = file ? posix.join(posix.dirname(path), file) : path;
        const at = `${path}:${lineOf(text, index)}: `;
        if (!exists(to)) return `${at}${to} does not exist. Mend the link.`;
        if (anchor === undefined) return [];
        const headings = headingsOf(documents.find((one) => one.path === to)?.text ?? '').map(anchorOf);
        return headings.includes(anchor) ? [] : `${at}${to} has no heading #${anchor}. Mend the link.`;
      },
    );
}

/** Every document is named where a reader begins. */
export function checkReached(documents: Source[], beginnings: Source[]): Finding[] {
  const said = beginnings.map(({ text }) => text).join('\n');
  return documents
    .filter(({ path }) => !said.includes(`](${path}`))
    .map(({ path }) => `${path} is named neither in README nor in CONTRIBUTING. Link it there.`);
}

/** The table of rooms has a line for each folder, and no line for one that is not there. */
export function checkRooms({ path, text }: Source, folders: string[]): Finding[] {
  const rooms = [...text.matchAll(/^\| `([\w./-]+)\/` \|/gm)].map(({ 1: room = '', index }) => ({
    room,
    index,
  }));
  const gone = rooms
    .filter(({ room }) => !folders.includes(room))
    .map(
      ({ room, index }) => `${path}:${lineOf(text, index)}: there is no folder ${room}. Take its line out.`,
    );
  const silent = folders
    .filter((folder) => !rooms.some(({ room }) => room === folder))
    .map((folder) => `${path}: no line for ${folder}/. Say in one line what it does.`);
  return [...gone, ...silent];
}
