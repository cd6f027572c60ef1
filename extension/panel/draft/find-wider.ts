// The pages around one: a change made on one product's page is most often meant for all of them. Pure.

/** @returns such as "/p/*" for "/p/tent-0"; undefined where these are more pages than one, or it stands at the top */
export function findWider(pages: readonly string[]): string | undefined {
  const [only, ...others] = pages;
  const [, folder] = /^(\/[^*?]*[^*?/]\/)[^*?/]+\/?$/.exec(only ?? '') ?? [];
  return folder === undefined || others.length ? undefined : `${folder}*`;
}
