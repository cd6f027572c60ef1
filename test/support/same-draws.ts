// Property tests draw the same inputs in every `npm test`, so that a red run is red again; `npm run test:long` draws
// anew each time, and says the seed of what fails.

import fc from 'fast-check';
import { isLong } from './draws.ts';

if (!isLong) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 1 });
