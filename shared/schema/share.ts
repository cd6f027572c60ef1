// A part of the visitors, or of a page: 0 is none, 1 all.

import * as z from 'zod';

export const Share = z.number().min(0).max(1);
