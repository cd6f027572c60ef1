// Opens a config file for the site in front, and lets go of it again.

import { openedConfig } from './opened-config.ts';
import { look, lookAgain, wantedSide } from './page.ts';

export async function openConfigFile(name: string, text: string): Promise<void> {
  if (!look.value) return;
  await openedConfig(new URL(look.value.url).origin).write({ name, text });
  wantedSide.value = 'file';
  await lookAgain();
}

export async function closeConfigFile(): Promise<void> {
  if (!look.value) return;
  await openedConfig(new URL(look.value.url).origin).remove();
  wantedSide.value = 'live';
  await lookAgain();
}
