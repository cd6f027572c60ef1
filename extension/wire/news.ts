// Everything the panel is told without having asked. What it asks of the stage is in calls.ts.
//
// One map, with who may say it: a page's process could be taken over, so a stage is heard only about the tab in front,
// only from its top page, and only in these words.

import * as z from 'zod/mini';
import { isOwnPage, listen, type Sender, sendToExtension, type Undo } from './browser.ts';
import { EditNews } from './edit-shapes.ts';
import { GoalNews } from './goal-shapes.ts';
import { Status } from './stage-shapes.ts';

const by = <S extends 'stage' | 'extension', V extends z.ZodMiniType>(speaker: S, value: V) => ({
  speaker,
  value,
});

const news = {
  /** what is previewed has changed */
  status: by('stage', Status),
  /** what the author did on the page */
  edit: by('stage', EditNews),
  /** what the author picked there for a goal */
  goal: by('stage', GoalNews),
  /** the button was clicked on this tab (its id): only now may it be looked at */
  opened: by('extension', z.number()),
};
type News = typeof news;
export type NewsName = keyof News;
export type Told<N extends NewsName> = z.infer<News[N]['value']>;

/** The same map for a name that is a type parameter. */
const shapes: { [N in NewsName]: { value: z.ZodMiniType<Told<N>> } } = news;

/** Answers which tab is in front. */
export type InFront = () => number | undefined;

const Envelope = z.object({ to: z.literal('panel'), news: z.string(), value: z.unknown() });

export const tell = <N extends NewsName>(name: N, value: Told<N>): void =>
  void sendToExtension({ to: 'panel', news: name, value });

function maySay(speaker: 'stage' | 'extension', sender: Sender, inFront: InFront): boolean {
  switch (speaker) {
    case 'stage':
      return sender.tabId !== undefined && sender.tabId === inFront() && sender.frameId === 0;
    case 'extension':
      return isOwnPage(sender);
  }
}

/** In the panel. @param inFront the tab whose stage is heard */
export const hear = <N extends NewsName>(name: N, inFront: InFront, heard: (value: Told<N>) => void): Undo =>
  listen((message, sender) => {
    const envelope = Envelope.safeParse(message);
    if (!envelope.success || envelope.data.news !== name || !maySay(news[name].speaker, sender, inFront))
      return undefined;
    const told = shapes[name].value.safeParse(envelope.data.value);
    if (told.success) heard(told.data);
    return undefined;
  });
