// The elements that nothing of ours ever touches, as a selector.
import { REFUSED_ELEMENTS } from '../grammar/allowed.ts';

/** What no change may target: code, the document's frame, other documents, secrets. */
export const REFUSED = `${REFUSED_ELEMENTS.join()},[type=password i],[autocomplete*=cc- i],[autocomplete*=password i]`;
