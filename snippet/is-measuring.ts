// Whether this build of the tag counts: publishing takes that one where the config says `measure`, and of the other's
// bytes none are for it (build-tag.mjs, shared/publish/form.ts).

/** Put in by the build. */
declare const MEASURES: boolean | undefined;

export const isMeasuring: boolean = typeof MEASURES === 'boolean' && MEASURES;
