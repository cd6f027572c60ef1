// What the page in front has that something new can be made of, asked of the stage when a form needs it.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../../shared/words/t.ts';
import { callStage } from '../../wire/calls.ts';
import type { Survey } from '../../wire/survey-shapes.ts';
import { sayError } from '../kit/say-error.ts';
import { look, tab } from './page.ts';
import { inPageTurn } from './page-turn.ts';

/** Looked for anew on each page. */
export function useSurvey(): { survey: Survey | undefined; trouble: string } {
  const survey = useSignal<Survey | undefined>(undefined);
  const trouble = useSignal('');
  const [tabId, url] = [tab.value?.id, look.value?.url];
  useEffect(() => {
    if (tabId === undefined) return undefined;
    let isOver = false;
    survey.value = undefined;
    void inPageTurn(async () => {
      try {
        const found = await callStage(tabId, 'survey', {});
        if (!isOver) survey.value = found;
      } catch (error) {
        if (!isOver) trouble.value = t`The page did not answer (${sayError(error)}). Reload it.`;
      }
    });
    return () => {
      isOver = true;
    };
  }, [tabId, url]);
  return { survey: survey.value, trouble: trouble.value };
}
