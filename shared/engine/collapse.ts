// A text as it is compared everywhere: runs of white space are one space, and none begins or ends it.

export const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();
