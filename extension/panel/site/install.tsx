// How a site gets the tag: the file, and the line that asks for it.

import { CopyButton } from '../kit/copy-button.tsx';

const LINE = '<script src="/selvedge.js"></script>';

export const Install = () => (
  <>
    <ol class="steps small">
      <li>Save what you publish, and put it beside your pages.</li>
      <li>Put this line first into the head of every page:</li>
    </ol>
    <pre>{LINE}</pre>
    <div class="row">
      <CopyButton text={LINE} label="Copy the line" />
    </div>
  </>
);
