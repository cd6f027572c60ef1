// When a question is asked, asked again, and how long its answer is kept.

import { Clock } from 'lucide-preact';
import type { Question } from '../../../../shared/schema/question.ts';
import { t } from '../../../../shared/words/t.ts';
import { saySpan } from '../../kit/say-test.ts';
import { SelectField } from '../../kit/select-field.tsx';

const SPANS = ['30d', '90d', '180d', '365d'] as const;

/** @param never what is said where none is given */
function SpanChoice({
  label,
  never,
  value,
  set,
}: {
  label: string;
  never: string;
  value: string | undefined;
  set(value: string | undefined): void;
}) {
  const offered = [...new Set([...SPANS, ...(value === undefined ? [] : [value])])];
  return (
    <SelectField<string>
      label={label}
      value={value ?? ''}
      options={[['', never], ...offered.map((one): [string, string] => [one, t`${saySpan(one)} later`])]}
      set={(chosen) => set(chosen || undefined)}
    />
  );
}

export function WhenField({
  question: { again, keep },
  set,
}: {
  question: Question;
  set(what: string, act: (one: Question) => void): void;
}) {
  const put = (field: 'again' | 'keep', what: string) => (value: string | undefined) =>
    set(what, (one) => {
      if (value === undefined) delete one[field];
      else one[field] = value;
    });
  return (
    <section class="card make-form" aria-label={t`When it is asked`}>
      <h2>
        <Clock size={15} aria-hidden="true" /> {t`When it is asked`}
      </h2>
      <p class="small soft">{t`A visitor is asked at most one question a visit, with seven days between any two, and none on the first page of their first visit. Who closes one is not asked it again for 30 days, and who closes it twice never.`}</p>
      <SpanChoice
        label={t`Asked again, once it was answered`}
        never={t`never`}
        value={again}
        set={put('again', t`When a question is asked again`)}
      />
      <SpanChoice
        label={t`The answer is forgotten`}
        never={t`with all the rest`}
        value={keep}
        set={put('keep', t`How long an answer is kept`)}
      />
    </section>
  );
}
