// What the file system refuses is said with what to do.

import { expect, test } from 'vitest';
import { explainReadError, explainWriteError } from '../../../cli/explain-file-error.ts';

const refused = (code: string | undefined, message = 'said by the system') =>
  Object.assign(new Error(message), code === undefined ? {} : { code });

test('says what the file system refused and what to do; an error of ours says that itself', () => {
  expect(explainReadError(refused('ENOENT'), 'a.log')).toBe(
    'a.log: there is no such file. Check the name and the folder.',
  );
  expect(explainReadError(refused('EIO'), 'a.log')).toBe('a.log: said by the system. Check the file.');
  expect(explainReadError(refused(undefined, 'this is UTF-16: save it as UTF-8'), 'a.log')).toBe(
    'a.log: this is UTF-16: save it as UTF-8.',
  );
  expect(explainWriteError(refused('EROFS'), 'out')).toBe(
    'out: nothing can be written there. Choose another place with -o.',
  );
});
