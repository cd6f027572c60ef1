// The shop's config as it learns from the made-up year: it remembers that long.
import type { Config } from '../../../shared/schema/config.ts';

export const learningConfig = (config: Config): Config => ({
  ...config,
  privacy: { ...config.privacy, retention: '400d' },
});
