// The background tells an open panel that the button was clicked: the tab in front may be looked at only now.

import * as z from 'zod/mini';
import { isOwnPage, listen, sendToExtension, type Undo } from './browser.ts';

const Opened = z.object({ to: z.literal('panel'), opened: z.number() });

export const tellOpened = (tabId: number): void => void sendToExtension({ to: 'panel', opened: tabId });

export const hearOpened = (act: (tabId: number) => void): Undo =>
  listen((message, sender) => {
    const news = Opened.safeParse(message);
    if (news.success && isOwnPage(sender)) act(news.data.opened);
    return undefined;
  });
