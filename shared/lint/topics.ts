// Advice on interests: a topic that no page of the config names is interesting to nobody, or to whom events say so.

import type { Config } from '../schema/config.ts';
import { createSuggest } from '../schema/nearest.ts';
import { walk } from '../schema/parts.ts';
import { formatPath, type Problem } from '../schema/problem.ts';
import { t } from '../words/t.ts';

/** Only where the config names topics at all: a shop may as well say them in its events. */
export function lintTopics({ topics = [], capture = [], segments }: Config): Problem[] {
  if (topics.length === 0) return [];
  const named = new Set(topics.map(({ topic }) => topic));
  for (const { props } of capture)
    for (const topic of [props?.topic, props?.topics, props?.item_category].flat())
      if (typeof topic === 'string') named.add(topic);
  const suggest = createSuggest([...named]);
  return segments.flatMap(({ when }, i) =>
    walk(when, ['segments', i, 'when']).flatMap(({ value, path }): Problem[] => {
      if (value.kind !== 'interest' || named.has(value.topic)) return [];
      const nearest = suggest(value.topic);
      return [
        {
          path: formatPath([...path, 'topic']),
          problem: t`no page of "topics" is about "${value.topic}"`,
          remedy: nearest
            ? t`Did you mean "${nearest}"? Else name its pages in "topics".`
            : t`Name its pages in "topics", or see that events carry it as "topic" or "item_category".`,
          severity: 'warning',
          inPanel: {
            problem: t`no page is known to be about “${value.topic}”`,
            remedy: nearest
              ? t`Did you mean “${nearest}”? Else ask who keeps the site’s settings to name its pages.`
              : t`Ask who keeps the site’s settings to name its pages, or see that events of your site say it.`,
          },
        },
      ];
    }),
  );
}
