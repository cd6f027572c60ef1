// A config as text: files and what is handed over are the same bytes.

import type { Config } from '../../../shared/schema/config.ts';

/** The config's file as an author would keep it in version control. */
export const writeConfig = (config: Config): string => `${JSON.stringify(config, null, 2)}\n`;
