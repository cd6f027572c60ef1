// The card on the pages of the demo shop that says what to try. It folds away, and stays so.
import { html } from '../html.mjs';
import { stories } from '../stories.mjs';

/** @param {import('../stories.d.mts').Act} act */
const act = ({ text, link }) => html` ${text}${link ? html` <a href="${link.path}">${link.name}</a>` : ''}`;

/** @param {{ address: string, token: string }} [publishing] */
export const guide = (publishing) => html`<details class="guide" id="guide" open>
      <summary>Try this</summary>
      <div class="guide-inside">
        <p>A demo shop: each of these takes half a minute.</p>
        <ol>${stories.map(
          ({ title, acts, ends }) => html`
          <li><strong>${title}.</strong>${acts.map(act)}. <em>${ends}</em></li>`,
        )}
        </ol>
        <p>Ask the page why: <a href="#selvedge-privacy">what it remembers of you</a>, where you begin again as a stranger, too.</p>
        ${
          publishing
            ? html`<p>Publish to it from the extension: the address <code>${publishing.address}</code>, the token <code>${publishing.token}</code>. It is kept until the shop is stopped.</p>`
            : ''
        }
      </div>
    </details>
    `;
