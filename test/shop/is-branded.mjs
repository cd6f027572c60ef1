// Whether a browser is Google's own Chrome, which since 137 loads no extension from its command line.
// https://github.com/SeleniumHQ/selenium/issues/15788

/** @param {string} path of the program */
export const isBranded = (path) =>
  /google[- ]chrome|[\\/]google[\\/]chrome[\\/]/i.test(path) && !/for testing/i.test(path);
