// The button that chooses what is learned from: several files, of any length.

import { t } from '../../../shared/words/t.ts';
import { learning } from './here.ts';

export const ChooseFiles = ({
  label = t`Choose files`,
  isMain = false,
}: {
  label?: string;
  isMain?: boolean;
}) => (
  <label class={`button file ${isMain ? 'main' : ''}`}>
    {label}
    <input
      type="file"
      multiple
      accept=".csv,.tsv,.txt,.log,.json,.jsonl,.ndjson,.gz,.js,.xml,.rss,.atom,text/csv,application/json"
      onChange={({ currentTarget }) => {
        const files = [...(currentTarget.files ?? [])];
        currentTarget.value = '';
        void learning.choose(files);
      }}
    />
  </label>
);
