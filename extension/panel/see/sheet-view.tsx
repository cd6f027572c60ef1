// Sheet: this page as every segment sees it, side by side.

import { Camera, Download } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';
import { castsOf } from '../../wire/casts.ts';
import { NothingYet } from '../draft/nothing-yet.tsx';
import { Note } from '../kit/note.tsx';
import { saveFile } from '../kit/save-file.ts';
import { config, host, isLooking, look, side } from '../site/page.ts';
import {
  drawSheet,
  makeSheet,
  type Picture,
  progress,
  rows,
  rowsOf,
  stopSheet,
  trouble,
  WIDTHS,
} from './contact-sheet.ts';

/** Of one segment's pictures. What is hidden has no outline, and what is further down is on none of them. */
function sayDifference(pictures: Picture[]): string {
  const isOutlined = pictures.some(({ marks }) => marks > 0);
  const isUnseen = pictures.some(({ unseen }) => unseen > 0);
  if (isOutlined)
    return isUnseen ? t`outlined: what differs; more is hidden or further down` : t`outlined: what differs`;
  return isUnseen ? t`differs: something is hidden, or further down` : t`as the original`;
}

export function SheetView() {
  if (!look.value) return isLooking.value ? <p class="soft small">{t`Looking at the page …`}</p> : <span />;
  if (!config.value)
    return (
      <NothingYet
        icon={Camera}
        title={t`Nothing to compare yet`}
      >{t`The sheet shows this page as each segment gets it, side by side. Nobody gets anything here yet.`}</NothingYet>
    );
  const share = progress.value;
  const count = castsOf(config.value.config).length;
  const segments = config.value.config.segments.length;
  const others =
    segments === 0 ? t`every visitor sees` : segments === 1 ? t`1 segment sees` : t`${segments} segments see`;
  return (
    <>
      <section class="card">
        <h2>
          <Camera size={15} aria-hidden="true" /> {t`Contact sheet`}
        </h2>
        <p class="small soft">{t`This page as it is and as ${others} it, on a phone, a tablet and a desktop. What differs is outlined. Takes about ${Math.ceil((count * WIDTHS.length * 0.7) / 5) * 5} seconds; leave the page in front meanwhile.`}</p>
        {share === undefined ? (
          <div class="row">
            <button class="button main" type="button" onClick={() => void makeSheet()}>
              {rows.value.length ? t`Make it again` : t`Make the sheet`}
            </button>
            {rows.value.length > 0 && (
              <button
                class="button"
                type="button"
                onClick={async () =>
                  saveFile(`selvedge-sheet-${host.value.replace(/\W+/g, '-')}.png`, await drawSheet())
                }
              >
                <Download size={14} aria-hidden="true" /> {t`Save as PNG`}
              </button>
            )}
          </div>
        ) : (
          <div class="row">
            <progress class="grow" value={share} max={1} aria-label={t`Contact sheet`} />
            <button class="button" type="button" onClick={stopSheet}>{t`Stop`}</button>
          </div>
        )}
        {trouble.value && (
          <Note tone="bad">
            <span>{t`The sheet ended early: ${trouble.value}. Click the Selvedge button on the page once more and try again.`}</span>
          </Note>
        )}
      </section>
      {rows.value.length > 0 && (
        <section class="card shots" aria-label={t`Pictures`}>
          {rowsOf.value !== side.value && (
            <p class="small soft">
              {rowsOf.value === 'draft'
                ? t`These pictures show your draft.`
                : t`These pictures show something else than is shown now.`}
            </p>
          )}
          {rows.value.map(({ name, pictures }) => (
            <figure key={name} class="cast">
              <figcaption class="heading">
                {name}
                <span class="count">{sayDifference(pictures)}</span>
              </figcaption>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
              <section class="strip" tabIndex={0} aria-label={t`${name}, three widths`}>
                {pictures.map(({ address, width }) => (
                  <img
                    key={width}
                    src={address}
                    alt={t`${name} at ${WIDTHS.find((one) => one.width === width)?.name.toLowerCase()} width`}
                  />
                ))}
              </section>
            </figure>
          ))}
        </section>
      )}
    </>
  );
}
