// Leads to the room in which a draft learns from an export.

import { GraduationCap } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';
import { place } from './desk.ts';

export const OpenLearn = () => (
  <button
    class="button"
    type="button"
    onClick={() => {
      place.value = { kind: 'learn' };
    }}
  >
    <GraduationCap size={15} aria-hidden="true" /> {t`Learn`}
  </button>
);
