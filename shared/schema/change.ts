// One edit to the page, told apart by `kind`. Config is not code: what could run, load from elsewhere or
// lead away is refused here, and neutralized again in the page.

import * as z from 'zod';
import { readAddress } from '../grammar/address.ts';
import { ATTRIBUTES, isAttributeAllowed } from '../grammar/allowed.ts';
import { readSrcset } from '../grammar/srcset.ts';
import { t } from '../words/t.ts';
import { blockFields, findInBlock } from './block.ts';
import { byLanguage } from './by-language.ts';
import { findInCss } from './css-text.ts';
import { fields } from './fields.ts';
import { readHtml, readHtmlText } from './html-text.ts';
import { findNearest } from './nearest.ts';
import { type Refusal, refusing } from './problem.ts';
import { Card, findInRecommend, wish } from './recommend.ts';
import { Target } from './target.ts';
import { findInTokens } from './token.ts';
import { BASE, findInUrl, normalizeUrl, refuseDoubt } from './url.ts';

export const Position = z
  .enum(['before', 'after', 'first', 'last'])
  .describe('Beside the element, or inside it at its beginning or end.');
export type Position = z.infer<typeof Position>;

const SETTABLE = ATTRIBUTES.split(' ');
const LINK_SCHEMES = ['http', 'https', 'mailto', 'tel'];
const LOAD_SCHEMES: readonly string[] = ['http', 'https', 'data:image'];
const OTHER_KIND: Record<string, string> = {
  href: t`Use the kind "link".`,
  src: t`Use the kind "image".`,
  srcset: t`Use the kind "image".`,
  class: t`Use the kind "class".`,
  style: t`Use the kind "style".`,
  hidden: t`Use the kind "hide".`,
};

function findInAttribute(name: string): Refusal[] {
  if (isAttributeAllowed(name)) return [];
  const lower = name.toLowerCase();
  const nearest = findNearest(lower, SETTABLE);
  const allowed = t`Allowed: ${SETTABLE.join(', ')}, aria-*.`;
  return [
    {
      problem: lower.startsWith('on')
        ? t`the handler "${name}" runs script`
        : t`the attribute "${name}" is not allowed`,
      remedy: OTHER_KIND[lower] ?? (nearest ? t`Did you mean "${nearest}"? ${allowed}` : allowed),
    },
  ];
}

function findInRedirect(url: string): Refusal[] {
  const read = normalizeUrl(url);
  if (/^\/(?![/\\])/.test(read) && read === url) return readAddress(url, BASE) ? [] : [refuseDoubt(url)];
  return [
    {
      problem: t`"${url}" does not begin with one /`,
      remedy: t`A redirect stays on this site: write the path, such as "/sale/".`,
    },
  ];
}

function findInClass(name: string): Refusal[] {
  if (/^[^\s.#<>"'`]+$/.test(name)) return [];
  return [
    {
      problem: t`"${name}" is not one class name`,
      remedy: t`Write each name by itself, without a dot or spaces.`,
    },
  ];
}

function findInProperties(properties: Record<string, string>): Refusal[] {
  const found: Refusal[] = [];
  for (const [name, value] of Object.entries(properties)) {
    const path = [name];
    if (!/^(--[\w-]+|-?[a-z]+(-[a-z0-9]+)*)$/.test(name)) {
      const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/[^a-z0-9-]/g, '');
      found.push({
        problem: t`"${name}" is no CSS property`,
        remedy: t`Write it in kebab-case: "${kebab}".`,
        path,
      });
    } else if (/^(behavior|-moz-binding)$/.test(name)) {
      found.push({
        problem: t`the property ${name} ran script in old browsers`,
        remedy: t`Take it out.`,
        path,
      });
    }
    if (/[{};]/.test(value.replace(/"[^"]*"|'[^']*'|url\([^)]*\)/g, ''))) {
      found.push({
        problem: t`"${value}" is more than one value`,
        remedy: t`Write one value a property, without ; or braces.`,
        path,
      });
    } else if (value.trim() === '') {
      found.push({
        problem: t`an empty value`,
        remedy: t`Write a value, such as "none" or "initial".`,
        path,
      });
    } else found.push(...findInCss(value).map((refusal) => ({ ...refusal, path })));
  }
  if (Object.keys(properties).length === 0) {
    found.push({ problem: t`no property`, remedy: t`Write one, such as { "color": "crimson" }.` });
  }
  return found;
}

function findInMedia(media: string): Refusal[] {
  const isBare = /^[\w\s(),:.<>=/%-]+$/.test(media) && media.trim() !== '';
  const isBalanced = media.split('(').length === media.split(')').length;
  if (isBare && isBalanced) return [];
  return [
    {
      problem: t`"${media}" is not a bare media condition`,
      remedy: t`Write only the condition: "(min-width: 700px)".`,
    },
  ];
}

const TEXT = t`Plain text; may hold {{trait.NAME|fallback}} and {{context.NAME|fallback}}.`;
const HTML =
  'Sanitized html: text, headings, lists, tables, images, links and buttons; no script, style or form.';
const LANGUAGES = 'Or one for each language of the site: { "de": "…", "*": "…" }.';

const Text = z.string().superRefine(refusing(findInTokens));
const Html = z
  .string()
  .superRefine(refusing((html) => [...readHtml(html).errors, ...findInTokens(readHtmlText(html))]));
const Href = z
  .string()
  .superRefine(refusing((url) => findInUrl(url, LINK_SCHEMES)))
  .describe('Where the link leads: http, https, mailto, tel or relative.');
const Src = z
  .string()
  .min(1)
  .superRefine(refusing((url) => findInUrl(url, LOAD_SCHEMES)))
  .describe('An image of this site, or of a host listed in "hosts".');
const Srcset = z
  .string()
  .superRefine(refusing((text) => readSrcset(text).flatMap((url) => findInUrl(url, LOAD_SCHEMES))));
const ClassName = z.string().superRefine(refusing(findInClass));

const target = Target;
const kind = <K extends string>(name: K, description: string) => z.literal(name).describe(description);

export const Change = z
  .discriminatedUnion('kind', [
    fields({
      kind: kind('text', 'Shows this text instead.'),
      target,
      value: byLanguage(Text).describe(`${TEXT} ${LANGUAGES}`),
    }),
    fields({
      kind: kind('html', 'Shows this html instead.'),
      target,
      value: byLanguage(Html).describe(`${HTML} ${LANGUAGES}`),
    }),
    fields({
      kind: kind('attribute', 'Sets an attribute; null removes it.'),
      target,
      name: z
        .string()
        .superRefine(refusing(findInAttribute))
        .describe(`One of ${SETTABLE.join(', ')}, aria-*.`),
      value: byLanguage(Text)
        .nullable()
        .describe(`Its text, tokens filled in; null takes the attribute away. ${LANGUAGES}`),
    }),
    fields({
      kind: kind('image', 'Shows another picture.'),
      target,
      src: Src,
      alt: z.string().optional().describe('What it shows, in words.'),
      srcset: Srcset.optional().describe('The same picture in other sizes.'),
    }),
    fields({
      kind: kind('link', 'Leads elsewhere.'),
      target,
      href: Href,
      newTab: z.boolean().optional().describe('Opens in a tab of its own.'),
    }),
    fields({
      kind: kind('class', 'Adds and removes class names.'),
      target,
      add: z.array(ClassName).optional().describe('Names that it gets.'),
      remove: z.array(ClassName).optional().describe('Names that it loses.'),
    }).superRefine(
      refusing(({ add = [], remove = [] }) =>
        add.length + remove.length > 0
          ? []
          : [{ problem: t`neither "add" nor "remove" names a class`, remedy: t`Write "add": ["is-offer"].` }],
      ),
    ),
    fields({
      kind: kind('style', 'Sets CSS properties.'),
      target,
      properties: z
        .record(z.string(), z.string())
        .superRefine(refusing(findInProperties))
        .describe('CSS properties in kebab-case: { "background-color": "#fff" }.'),
      media: z
        .string()
        .superRefine(refusing(findInMedia))
        .optional()
        .describe('A bare media condition: "(min-width: 700px)".'),
    }),
    fields({ kind: kind('hide', 'Hides the element.'), target }),
    fields({
      kind: kind('insert', 'Adds html beside or inside.'),
      target,
      position: Position,
      html: byLanguage(Html).describe(`${HTML} ${LANGUAGES}`),
    }),
    fields({ kind: kind('move', 'Shows the element elsewhere.'), target, to: Target, position: Position }),
    fields({
      kind: kind('block', 'Shows a banner, pop-up, coupon or the like, drawn from fields.'),
      ...blockFields({ target, position: Position, text: Text, href: Href, src: Src }),
    }).superRefine(refusing(findInBlock)),
    fields({
      kind: kind('ask', 'Asks a question that one tap answers; the answer stays on the device.'),
      question: z.string().min(1).describe('The id of one of `questions`.'),
      place: z
        .union([z.literal('corner'), fields({ target, position: Position })], {
          error: '"corner", or beside an element: { "target": { "css": "main" }, "position": "last" }',
        })
        .optional()
        .describe('In the corner of the window (the default), or beside or in an element.'),
    }),
    fields({
      kind: kind('recommend', 'Shows items that suit this visitor in a list of the page.'),
      target,
      card: Card,
      ...wish,
    }).superRefine(refusing(findInRecommend)),
    fields({
      kind: kind('css', 'Adds rules to the page.'),
      value: z
        .string()
        .superRefine(refusing(findInCss))
        .describe('CSS rules; no @import, url() only of this site or a host in "hosts".'),
    }),
    fields({
      kind: kind('redirect', 'Opens another page of this site, once a visit.'),
      url: z.string().superRefine(refusing(findInRedirect)).describe('A path of this site: "/sale/".'),
    }),
  ])
  .meta({ id: 'Change', description: 'One edit to the page.' });
export type Change = z.infer<typeof Change>;
export type ChangeOf<K extends Change['kind']> = Extract<Change, { kind: K }>;
