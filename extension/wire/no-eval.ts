// Tells zod not to try whether it may compile code: the extension's policy forbids it, and browsers report the try.
// Import this before anything that validates. https://github.com/colinhacks/zod/issues/4461

import * as z from 'zod/mini';

z.config({ jitless: true });
