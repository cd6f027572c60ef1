// What an owner does with the files of a tag in two: the same words in a terminal and in the extension.

/** @param isInline the first paint stands in the pages themselves */
export const sayUpload = (isInline: boolean): string =>
  isInline
    ? 'Upload these files into the root folder of your site first, then put the element into the head of your pages: it asks for the others there.'
    : 'Upload all of these into one folder of your site, selvedge.js last: it asks for the others beside itself, and pages name only selvedge.js.';
