// Makes of a config the files of a tag, in the form that is asked for. Pure, text in, text out: the same bytes from a
// terminal and from the extension.

import type { Config } from '../schema/config.ts';
import { bundle } from './bundle.ts';
import { type Form, sourceFor } from './form.ts';
import { nameBeside } from './name-beside.ts';
import { type PublishOptions, publishFiles } from './publish-files.ts';
import { LATER, LISTENER, REST, SHOW, type Sibling } from './siblings.ts';

export interface TagFile extends Sibling {
  text: string;
}

export interface PublishedTag {
  /** selvedge.js, or what stands in the page itself */
  script: string;
  /** What must lie beside it before it does: it asks for that by what it holds. */
  rest: TagFile[];
}

/**
 * @param config one that checkConfig found fit
 * @param read the text of one of `sourcesOf`
 * @throws Error when those are of another version
 */
export function publishTag(
  form: Form,
  config: Config,
  read: (name: string) => string,
  options: PublishOptions = {},
): PublishedTag {
  const source = nameBeside(read(sourceFor(form, config)), config, read);
  switch (form) {
    case 'whole':
      return { script: bundle(source, config), rest: [] };
    case 'two': {
      const [show, listen] = [read(SHOW.name), read(LISTENER.name)];
      const built = {
        pieces: JSON.parse(read('selvedge.parts.json')),
        later: source,
        show,
        listen,
      };
      const { now, later } = publishFiles(built, config, options);
      const texts: Record<string, string> = {
        [SHOW.name]: show,
        [LATER.name]: later,
        [LISTENER.name]: listen,
      };
      return { script: now, rest: REST.map((file) => ({ ...file, text: texts[file.name] ?? '' })) };
    }
  }
}
