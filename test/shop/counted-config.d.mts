// What counted-config.mjs exports, for sources in TypeScript.
import type { Config } from '../../shared/schema/config.ts';

export function countedConfig(config: Config): Config;
