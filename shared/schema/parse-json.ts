// Reads JSON and, when it is none, says where it breaks and what is probably meant. JSON.parse alone words
// its errors differently in every browser and often without a place.

import { t } from '../words/t.ts';
import { findDuplicateKeys } from './find-duplicate-keys.ts';
import type { Problem } from './problem.ts';

export type Parsed =
  | { value: unknown; duplicates: Problem[] }
  | { problem: string; remedy: string; line: number; column: number };

/** @param text what a file or a field holds; a byte order mark is skipped */
export function parseJson(text: string): Parsed {
  const source = text.replace(/^\ufeff/, '');
  try {
    const value: unknown = JSON.parse(source);
    return { value, duplicates: findDuplicateKeys(source) };
  } catch {
    const { at, problem, remedy } = findBreak(source);
    const before = source.slice(0, at).split('\n');
    return { problem, remedy, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
}

interface Break {
  at: number;
  problem: string;
  remedy: string;
}

const TOKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them inside text
  /\s*(?:([{}[\]:,])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|true\b|false\b|null\b))/y;

/** Walks the tokens with a stack of open brackets until something is out of place. */
function findBreak(source: string): Break {
  if (source.trim() === '') {
    return { at: 0, problem: t`the file is empty`, remedy: t`Write a config: { "version": 1, … }.` };
  }
  if (/^\s*<(!doctype|html|head|body|\?xml|!--)/i.test(source)) {
    return {
      at: source.search(/\S/),
      problem: t`this is HTML, not JSON`,
      remedy: t`The address probably answers with a login or error page; save the config file itself.`,
    };
  }
  const open: string[] = [];
  let expects: 'value' | 'key' | 'colon' | 'next' = 'value';
  let isAfterComma = false;
  let isFresh = false; // a bracket was just opened
  TOKEN.lastIndex = 0;
  for (;;) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (!match) return unknownToken(source, from, open);
    const [, mark, string, literal] = match;
    const at = TOKEN.lastIndex - (mark ?? string ?? literal ?? '').length;
    const wrong = (problem: string, remedy: string): Break => ({ at, problem, remedy });
    if (expects === 'colon') {
      if (mark !== ':') return wrong(t`a colon is missing after the field name`, t`Write "field": value.`);
      expects = 'value';
    } else if (mark === '}' || mark === ']') {
      if (isAfterComma) return wrong(t`a comma before ${mark}`, t`Take the last comma out.`);
      if (expects === 'value' && !isFresh)
        return wrong(t`a value is expected before ${mark}`, t`Write the value.`);
      if (open.pop() !== (mark === '}' ? '{' : '[')) {
        return wrong(t`${mark} closes what is not open`, t`Take it out, or open it before.`);
      }
      expects = 'next';
      if (open.length === 0) {
        const rest = source.slice(TOKEN.lastIndex).search(/\S/);
        if (rest < 0) return wrong(t`not JSON`, t`Check the file with an editor.`);
        return {
          at: TOKEN.lastIndex + rest,
          problem: t`text after the end of the config`,
          remedy: t`Take it out; a file holds one config.`,
        };
      }
    } else if (expects === 'next') {
      if (mark !== ',') return wrong(t`a comma is missing`, t`Separate fields and items with a comma.`);
      expects = open.at(-1) === '{' ? 'key' : 'value';
      isAfterComma = true;
      isFresh = false;
      continue;
    } else if (expects === 'key') {
      if (!string) return wrong(t`a field name is expected`, t`Write it in double quotes: "field": value.`);
      expects = 'colon';
    } else if (mark === '{' || mark === '[') {
      open.push(mark);
      expects = mark === '{' ? 'key' : 'value';
      isFresh = true;
      isAfterComma = false;
      continue;
    } else if (mark) return wrong(t`a value is expected before ${mark}`, t`Write the value.`);
    else if (open.length === 0)
      return wrong(t`this is not a config`, t`Write a config: { "version": 1, … }.`);
    else expects = 'next';
    isAfterComma = isFresh = false;
  }
}

function unknownToken(source: string, from: number, open: string[]): Break {
  const at = from + Math.max(0, source.slice(from).search(/\S/));
  const rest = source.slice(from).trimStart();
  if (rest === '') {
    const left = open.length;
    return {
      at: source.trimEnd().length,
      problem:
        left === 1
          ? t`the file ends too early: 1 bracket is still open`
          : t`the file ends too early: ${left} brackets are still open`,
      remedy: t`It was probably cut off while saving or copying; get the whole file again.`,
    };
  }
  if (/^\/[/*]/.test(rest))
    return { at, problem: t`a comment`, remedy: t`JSON has no comments; take it out.` };
  if (rest.startsWith("'"))
    return { at, problem: t`single quotes`, remedy: t`JSON takes double quotes only.` };
  if (rest.startsWith('"')) {
    const isOpen = !/^"(?:[^"\\\n]|\\.)*"/.test(rest);
    const ends = isOpen && !rest.includes('\n');
    return {
      at,
      problem: ends
        ? t`the file ends inside a text`
        : isOpen
          ? t`a text is not closed`
          : t`a text holds what JSON does not allow`,
      remedy: ends
        ? t`It was probably cut off while saving or copying; get the whole file again.`
        : t`Close it with "; inside, write \\" for a quote, \\\\ for a backslash, \\n for a new line.`,
    };
  }
  const word = /^[^\s,:{}[\]]+/.exec(rest)?.[0].slice(0, 20) ?? rest.slice(0, 1);
  return {
    at,
    problem: t`"${word}" is not JSON`,
    remedy: open.length
      ? t`Write text and field names in double quotes.`
      : t`Write text and field names in double quotes. A config begins with {: see that this is the right file.`,
  };
}
