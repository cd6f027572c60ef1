// Reads html for what a config may not bring into a page. The page sanitizes it as well; here the author
// learns what would be taken out, and dangerous html never leaves the machine it was written on.
//
// A tokenizer in the spirit of the HTML standard, errors included: `<` opens a tag only before a letter or
// `/`, attributes may be unquoted, duplicated or run together.

import { DEEPEST, ELEMENTS, isHtmlAttributeKept, isHtmlTooLong } from '../grammar/allowed.ts';
import { readSrcset } from '../grammar/srcset.ts';
import { t } from '../words/t.ts';
import type { Refusal } from './problem.ts';
import { decodeEntities, findInUrl } from './url.ts';

interface Attribute {
  name: string;
  value: string;
}
interface Tag {
  name: string;
  attributes: Attribute[];
}

export interface HtmlFindings {
  errors: Refusal[];
  /** Harmless, but it will not be in the page. */
  dropped: string[];
  /** Addresses that load by themselves. */
  loads: string[];
}

export function readHtml(html: string): HtmlFindings {
  const findings: HtmlFindings = { errors: [], dropped: [], loads: [] };
  if (isHtmlTooLong(html)) {
    findings.errors.push({
      problem: t`html of more than 200,000 characters or some 2,500 elements`,
      remedy: t`Show less of it, or put it on a page of its own.`,
    });
    return findings;
  }
  if (isTooDeep(html)) {
    findings.errors.push({
      problem: t`elements nested more than ${DEEPEST} deep`,
      remedy: t`Close what is open, or nest less.`,
    });
  }
  for (const tag of readTags(html)) {
    if (!ELEMENTS.includes(tag.name)) {
      findings.errors.push({
        problem: t`<${tag.name}> is not allowed in html`,
        remedy: t`Use text, headings, lists, tables, figure, picture, img, a and button only.`,
      });
    }
    for (const attribute of tag.attributes) readAttribute(tag.name, attribute, findings);
  }
  return findings;
}

const VOID = /^(br|col|hr|img|source|wbr)$/;
/** Elements that end where the next of their kind begins. */
const SELF_ENDING = /^(p|li|d[dt]|t[rdh]|tbody|thead|tfoot)$/;

/** Whether elements stand too deep in each other, as far as start and end tags tell. */
function isTooDeep(html: string): boolean {
  const open: string[] = [];
  for (const [, isEnd, written = ''] of html.matchAll(/<(\/?)([a-z][^\s/>]*)/gi)) {
    const name = written.toLowerCase();
    const at = open.lastIndexOf(name);
    if (isEnd) {
      if (at >= 0) open.length = at;
    } else if (!VOID.test(name)) {
      if (SELF_ENDING.test(name) && open.at(-1) === name) open.pop();
      if (open.push(name) > DEEPEST) return true;
    }
  }
  return false;
}

function readAttribute(tag: string, { name, value }: Attribute, findings: HtmlFindings): void {
  const { errors, dropped, loads } = findings;
  if (name.startsWith('on')) {
    errors.push({
      problem: t`the handler ${name} on <${tag}> runs script`,
      remedy: t`Take it out; a config is not code.`,
    });
  } else if (
    /^(srcdoc|action|formaction|ping|xlink:href|background|poster|http-equiv|is|nonce)$/.test(name)
  ) {
    errors.push({ problem: t`the attribute ${name} on <${tag}> is not allowed`, remedy: t`Take it out.` });
  } else if (name === 'href') {
    errors.push(...findInUrl(value, ['http', 'https', 'mailto', 'tel']));
  } else if (name === 'src' || name === 'srcset') {
    for (const url of name === 'src' ? [value] : readSrcset(value)) {
      errors.push(...findInUrl(url, ['http', 'https', 'data:image']));
      loads.push(url);
    }
  } else if (!isKept(tag, name)) {
    dropped.push(t`the attribute ${name} on <${tag}>`);
  }
}

function isKept(tag: string, name: string): boolean {
  return isHtmlAttributeKept(name) || (tag === 'button' && name === 'type');
}

/** Every start tag, with its attributes decoded; comments are skipped, raw text is read as if it were tags. */
function readTags(html: string): Tag[] {
  const tags: Tag[] = [];
  const start = /<!--|<([a-z][^\s/>]*)/gi;
  for (let match = start.exec(html); match; match = start.exec(html)) {
    // A comment may end early ("<!-->"), so what stands inside is read too: refusing too much is safe.
    if (!match[1]) continue;
    const { attributes, end } = readAttributes(html, start.lastIndex);
    tags.push({ name: match[1].toLowerCase(), attributes });
    start.lastIndex = end;
  }
  return tags;
}

function readAttributes(html: string, from: number): { attributes: Attribute[]; end: number } {
  const attributes: Attribute[] = [];
  const one = /[\s/]*(?:(>)|([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?)/y;
  one.lastIndex = from;
  let end = from;
  for (let match = one.exec(html); match; match = one.exec(html)) {
    end = one.lastIndex;
    if (match[1] || !match[2]) break;
    const value = match[3] ?? match[4] ?? match[5] ?? '';
    attributes.push({ name: match[2].toLowerCase(), value: decodeEntities(value) });
  }
  return { attributes, end };
}

/** The text between the tags, where tokens may stand. */
export function readHtmlText(html: string): string {
  return html.replace(/<!--[\s\S]*?-->|<\/?[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/gi, '\n');
}
