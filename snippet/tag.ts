// What the owner wrote on the script element itself, and where the tag's files lie, as they were when the script ran.

import { findTag, type Tag } from './find-tag.ts';
import { attempt } from './native.ts';

export const tag: Tag = attempt(findTag, { config: undefined, consent: undefined, address: '/' });

/** Takes what a script found that ran before this one: where it stood, nobody can tell any more. */
export const adoptTag = (found: Tag): void => void Object.assign(tag, found);
