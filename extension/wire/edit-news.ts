// What the author does on the page while editing, from the stage to the panel; checked where it arrives.

import * as z from 'zod/mini';
import { listen, sendToExtension, type Undo } from './browser.ts';
import { EditNews } from './edit-shapes.ts';

const News = z.object({ to: z.literal('panel'), edit: EditNews });

/** In the stage. */
export const tellEdit = (edit: EditNews): void => void sendToExtension({ to: 'panel', edit });

/** In the panel: hears the stage of this tab, and no other. */
export const hearEdit = (tabId: () => number | undefined, heard: (news: EditNews) => void): Undo =>
  listen((message, sender) => {
    const news = News.safeParse(message);
    if (news.success && sender.tabId !== undefined && sender.tabId === tabId() && sender.frameId === 0)
      heard(news.data.edit);
    return undefined;
  });
