// What the file system refused, in words: which file, why, and what to do.

type Words = Record<string, [what: string, remedy: string]>;

const READ: Words = {
  ENOENT: ['there is no such file', 'Check the name and the folder'],
  ENOTDIR: ['there is no such file', 'Check the name and the folder'],
  EISDIR: ['this is a folder', 'Name the config file in it'],
  EACCES: ['this file may not be read', 'Give yourself the right to read it'],
  Z_BUF_ERROR: ['it is packed, and ends before its end', 'Copy it again, whole'],
  Z_DATA_ERROR: ['it is packed, and damaged', 'Copy it again, whole'],
};

function wordsOfWriting(option: string): Words {
  const elsewhere = `choose another place with ${option}`;
  const Elsewhere = `Choose another place with ${option}`;
  return {
    ENOENT: ['there is no such folder', `Make it first. Or: ${elsewhere}`],
    ENOTDIR: ['a file stands where the folder should be', Elsewhere],
    EISDIR: ['a folder has this name', Elsewhere],
    EACCES: ['nothing may be written there', `Give yourself the right to. Or: ${elsewhere}`],
    EROFS: ['nothing can be written there', Elsewhere],
    ENOSPC: ['the disk is full', 'Make space and run it again'],
  };
}

/** @param name of the file, as it was given */
export const explainReadError = (error: unknown, name: string): string => explain(error, name, READ);

/** @param option by which another place can be given */
export const explainWriteError = (
  error: unknown,
  name: string,
  option: '-o' | '--beside' | '--pages' = '-o',
): string => explain(error, name, wordsOfWriting(option));

function explain(error: unknown, name: string, words: Words): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const known = words[code ?? ''];
  if (known) return `${name}: ${known.join('. ')}.`;
  // an error of our own says what to do itself
  return `${name}: ${message}.${code === undefined ? '' : ' Check the file.'}`;
}
