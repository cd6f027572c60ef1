// What an owner does with the files of a tag in two: the same words in a terminal and in the extension.

import { t } from '../words/t.ts';

/**
 * @param isInline the first paint stands in the pages themselves
 * @param name of the tag
 */
export const sayUpload = (isInline: boolean, name = 'selvedge.js'): string =>
  isInline
    ? t`Upload these files into the root folder of your site first, then put the element into the head of your pages: it asks for the others there.`
    : t`Upload all of these into one folder of your site, ${name} last: it asks for the others beside itself, and pages name only ${name}.`;
