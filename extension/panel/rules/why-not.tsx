// Why a template cannot be used yet: which of its blanks are empty, and what does not fit into the others.

import { BLANK_NAMES, isShare } from '../../../shared/templates/blank-names.ts';
import type { Template } from '../../../shared/templates/template.ts';
import { sayAll } from '../../../shared/words/lists.ts';
import { t } from '../../../shared/words/t.ts';
import { findChoices } from './held-field.tsx';

type Params = Record<string, unknown>;

export function WhyNot({ template, params }: { template: Template; params: Params }) {
  const { error } = template.params.safeParse(params);
  if (!error) return null;
  const wrong = [...new Set(error.issues.map(({ path }) => String(path[0])))];
  const say = (name: string) => findChoices(template, name, params)?.label ?? BLANK_NAMES[name] ?? name;
  const empty = wrong.filter((name) => params[name] === undefined);
  const unfit = wrong.filter((name) => params[name] !== undefined);
  return (
    <p class="tiny make-warn" role="status">
      {empty.length > 0 && t`Still to be filled in: ${sayAll(empty.map(say))}.`}{' '}
      {unfit
        .map((name) =>
          isShare(name)
            ? t`${say(name)}: more than 0, less than 100.`
            : t`${say(name)}: what stands there does not fit.`,
        )
        .join(' ')}
    </p>
  );
}
