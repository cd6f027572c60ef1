// Style: the properties that authors ask for, per width of screen, in the page's own colours, lengths and type where one
// likes, with a warning where text gets hard to read.

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { t } from '../../../../shared/words/t.ts';
import { WIDTHS } from '../../../wire/sizes.ts';
import type { Own } from '../../../wire/survey-shapes.ts';
import { Note } from '../../kit/note.tsx';
import { useSurvey } from '../../site/use-survey.ts';
import { styleMedia } from '../on-page.ts';
import { findOwnColours } from '../own-colours.tsx';
import { sayContrast } from './contrast.ts';
import { SpaceField } from './space-field.tsx';
import { addUnit, type Style, StyleField } from './style-field.tsx';
import type { ToolProps } from './tool-props.ts';

const STYLES: Style[] = [
  { name: 'color', label: t`Text colour`, kind: 'color' },
  { name: 'background-color', label: t`Background`, kind: 'color' },
  { name: 'font-size', label: t`Text size`, kind: 'length', hint: '18px' },
  { name: 'font-weight', label: t`Weight`, kind: 'text', options: ['400', '500', '600', '700', '800'] },
  { name: 'text-align', label: t`Align`, kind: 'text', options: ['start', 'center', 'end', 'justify'] },
  { name: 'border', label: t`Border`, kind: 'text', hint: '1px solid #ccc' },
  { name: 'border-radius', label: t`Corners`, kind: 'length', hint: '8px' },
  { name: 'width', label: t`Width`, kind: 'length', hint: '100%' },
];
const TYPEFACE: Style = { name: 'font-family', label: t`Typeface`, kind: 'text' };
const HEIGHT: Style = { name: 'height', label: t`Height`, kind: 'length', hint: 'auto' };
/** What holds words grows with them. */
const LEAST_HEIGHT: Style = { name: 'min-height', label: t`Height, at least`, kind: 'length', hint: '200px' };
const SPACES = [
  ['padding', t`Space inside`],
  ['margin', t`Space around`],
] as const;

/** Those of the page's own lengths that suit a property. */
const STEPS: Record<string, Exclude<keyof Own, 'colours' | 'fonts'>> = {
  'font-size': 'sizes',
  'border-radius': 'corners',
};
const isLength = (name: string): boolean =>
  /^(padding|margin)(-|$)/.test(name) ||
  [...STYLES, HEIGHT, LEAST_HEIGHT].some((one) => one.name === name && one.kind === 'length');
const fill = (name: string, value: string): string => addUnit(isLength(name) ? 'length' : 'text', value);

const isPicture = (tag: string): boolean => /^(img|picture|video|canvas|svg)$/.test(tag);

/** Those that suit an element, and what it has already. */
const findStyles = (tag: string, has: Readonly<Record<string, string>>, faces: string[]): Style[] => [
  ...STYLES,
  ...(isPicture(tag) || has.height ? [HEIGHT] : []),
  ...(!isPicture(tag) || has['min-height'] ? [LEAST_HEIGHT] : []),
  ...(faces.length > 1 || has['font-family'] ? [{ ...TYPEFACE, options: faces }] : []),
];

const Where = ({
  media,
  others,
  choose,
}: {
  media: string;
  /** widths that somebody wrote by hand */
  others: readonly string[];
  choose(media: string): void;
}) => (
  <label class="field">
    <span>{t`Where`}</span>
    <select value={media} onChange={({ currentTarget }) => choose(currentTarget.value)}>
      {[...WIDTHS, ...others.map((at) => ({ label: t`where ${at}`, media: at }))].map((one) => (
        <option key={one.media} value={one.media}>
          {one.label}
        </option>
      ))}
    </select>
  </label>
);

export function StyleTool({ picked, target, made, save }: ToolProps) {
  const read = (at: string): Record<string, string> => ({
    ...made('style').find((one) => (one.media ?? '') === at)?.properties,
  });
  const { survey } = useSurvey();
  const offers = findOwnColours(survey);
  const media = useSignal(styleMedia.peek());
  const properties = useSignal(read(media.value));
  const saved = useRef(properties.value);
  /** What no browser reads, such as a size half typed, leaves what was there. */
  const write = (next: Record<string, string>) => {
    const fit = Object.entries(next).flatMap(([name, value]): [string, string][] => {
      const full = fill(name, value);
      if (CSS.supports(name, full)) return [[name, full]];
      const before = saved.current[name];
      return before === undefined ? [] : [[name, before]];
    });
    saved.current = Object.fromEntries(fit);
    save(
      {
        kind: 'style',
        target,
        properties: saved.current,
        ...(media.value && { media: media.value }),
      },
      t`Style`,
      fit.length === 0,
    );
  };
  const put = (next: Record<string, string>) => {
    properties.value = next;
    write(next);
  };
  const set = (name: string, value: string) => {
    const next = { ...properties.value };
    if (value) next[name] = value;
    else delete next[name];
    put(next);
  };
  const findSteps = (name: string) => {
    const kind = STEPS[name];
    return (kind && survey?.own?.[kind]) ?? [];
  };
  const faces = survey?.own?.fonts.map(({ value }) => value) ?? [];
  const styles = findStyles(picked.tag, properties.value, faces);
  const others = made('style').flatMap(({ media: at }) =>
    at && !WIDTHS.some((one) => one.media === at) ? [at] : [],
  );
  const contrast = sayContrast(
    properties.value.color ?? picked.styles.color ?? '',
    properties.value['background-color'] ?? picked.ground,
  );
  return (
    <div class="make-form">
      <Where
        media={media.value}
        others={others}
        choose={(next) => {
          media.value = styleMedia.value = next;
          properties.value = saved.current = read(next);
        }}
      />
      <div class="grid">
        {styles.map((style) => (
          <StyleField
            key={style.name}
            style={style}
            now={style.name === 'background-color' ? picked.ground : (picked.styles[style.name] ?? '')}
            value={properties.value[style.name]}
            set={(value) => set(style.name, value)}
            offers={offers}
            steps={findSteps(style.name)}
          />
        ))}
        {SPACES.map(([space, label]) => (
          <SpaceField
            key={space}
            space={space}
            label={label}
            now={picked.styles[space] ?? ''}
            properties={properties.value}
            steps={survey?.own?.spaces ?? []}
            write={put}
          />
        ))}
      </div>
      {contrast && (properties.value.color || properties.value['background-color']) && (
        <Note tone="warn">
          <span>{contrast}</span>
        </Note>
      )}
      <p class="tiny soft">{t`Saved as you type. “Size”, beside the element on the page, sets size and space by dragging.`}</p>
    </div>
  );
}
