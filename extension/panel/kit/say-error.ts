// What an error says, to stand inside a sentence of ours.

import { messageOf } from '../../wire/message-of.ts';

/** Without the full stop that browsers put behind theirs. */
export const sayError = (error: unknown): string => messageOf(error).replace(/\.$/, '');
