// How Selvedge gets onto a site, by what the site is made with: what to do, and what to copy. Each says where its pages
// cannot have the tag as they should, so that nobody finds it out afterwards.

import { t } from '../../../shared/words/t.ts';
import type { SiteKind } from '../../wire/stage-shapes.ts';

export type InstallKind = SiteKind | 'own';

export interface InstallWay {
  name: string;
  steps: string[];
  /** goes into the clipboard */
  code: string;
  /** what the button says */
  copy: string;
  /** what is different here, once it is done */
  note?: string;
}

const LINE = '<script src="/selvedge.js"></script>';
/** A host of one's own, as these keep no scripts. */
const ELSEWHERE = '<script src="https://files.your-site.example/selvedge.js"></script>';
const SAVE = t`Save the files that publishing makes.`;
const HOST_THEM = t`Put them at an address of your own, such as a subdomain: scripts cannot be uploaded here. That server has to let your site’s pages load them (Access-Control-Allow-Origin).`;
const WITH_ADDRESS = t`with the address of your files in it`;

export const INSTALL_WAYS: Record<InstallKind, InstallWay> = {
  wordpress: {
    name: 'WordPress',
    steps: [
      SAVE,
      t`Put them into the folder that holds wp-config.php, with your host’s file manager or by SFTP. The media library takes no scripts.`,
      t`Put this into your child theme’s functions.php, or into a plugin for code snippets, for all pages:`,
    ],
    code: `add_action( 'wp_head', function () {\n  echo '${LINE}';\n}, -1000 );`,
    copy: t`Copy the code`,
    note: t`If a plugin delays, joins or defers scripts (WP Rocket, Autoptimize, LiteSpeed …), except selvedge.js there: else visitors see the original first. Then have it forget the pages it has kept.`,
  },
  shopify: {
    name: 'Shopify',
    steps: [
      SAVE,
      t`Online Store › Themes › … › Edit code: add all of them under “Assets”.`,
      t`Open layout/theme.liquid and put this line right after <head>:`,
    ],
    code: `<script src="{{ 'selvedge.js' | asset_url }}"></script>`,
    copy: t`Copy the line`,
    note: t`Shopify’s checkout is not part of the theme: Selvedge does not run there. A theme that you change to later needs the files and the line again.`,
  },
  webflow: {
    name: 'Webflow',
    steps: [
      SAVE,
      HOST_THEM,
      t`Site settings › Custom code › Head code: paste this line, ${WITH_ADDRESS}, save, and publish the site:`,
    ],
    code: ELSEWHERE,
    copy: t`Copy the line`,
  },
  squarespace: {
    name: 'Squarespace',
    steps: [
      SAVE,
      HOST_THEM,
      t`Code injection (your plan has to have it) › Header: paste this line, ${WITH_ADDRESS}:`,
    ],
    code: ELSEWHERE,
    copy: t`Copy the line`,
    note: t`Squarespace’s checkout has no injected code: Selvedge does not run there.`,
  },
  'tag-manager': {
    name: t`A tag manager`,
    steps: [
      SAVE,
      t`Put them beside your pages.`,
      t`Add a tag of the kind “Custom HTML” with this, and have it run first on all pages:`,
    ],
    code: `<script>window.selvedge = window.selvedge || { q: [] };</script>\n<script async src="/selvedge.js"></script>`,
    copy: t`Copy the code`,
    note: t`A tag manager is late: visitors see the original for a moment, then the change. In the head of your pages Selvedge comes before the first paint.`,
  },
  own: {
    name: t`Our own code`,
    steps: [
      SAVE,
      t`Put them beside your pages.`,
      t`Put this line first into the head of every page, not async:`,
    ],
    code: LINE,
    copy: t`Copy the line`,
  },
};

/** A message to whoever looks after the site. @param host of the site */
export const writeToDeveloper = (host: string): string => t`Hello,

please put Selvedge on ${host}. It is one small script that personalizes pages in the visitor’s own browser: no server, no account, no request about anybody. By default nothing is stored before a visitor agrees.

1. Upload the files that I attach into one folder of the site, selvedge.js last. It asks for the others beside itself.
2. Put this line first into the <head> of every page, before style sheets, and not async or deferred:

   ${LINE}

   If the files lie elsewhere, put their address in. From another host they need Access-Control-Allow-Origin for ${host}.
3. The consent tool’s answer is read from Google Consent Mode, IAB TCF or IAB GPP; otherwise call selvedge.consent('granted') once the visitor has agreed.

No Content Security Policy has to be loosened beyond 'self' for scripts.

Thank you!
`;
