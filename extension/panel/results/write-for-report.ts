// The message by which an author asks whoever looks after the server for a report: what comes into the log, how it is kept,
// and what makes a report of it.

import type { Ping } from '../../../shared/schema/measure.ts';
import { t } from '../../../shared/words/t.ts';
import type { Format } from '../draft/prepare.ts';

const PATH = '/selvedge-ping';

/** Without a page's own log there is no address of anybody in it (docs/LOGS.md). */
const nginx = (path: string): string => `   log_format selvedge '$time_iso8601 $request_uri';

   location = ${path} {
     access_log /var/log/nginx/selvedge.log selvedge;
     return 204;
   }`;

/** A config inside of the tag lies nowhere on the site, and one beside it needs the file that counts. */
const sayFiles = (format: Format): string =>
  format === 'js'
    ? t`selvedge.json is the config that visitors get. I send it along, and again whenever I have published: a report is made with the one that was live.`
    : t`selvedge.json is the config that lies on the site. Beside selvedge.js there has to be selvedge-measure.js, which I send along: without it nothing is counted.`;

/** @param host of the site @param ping as the config has it */
export const writeForReport = (host: string, format: Format, { url = PATH }: Ping = {}): string => t`Hello,

we want to know whether what Selvedge shows on ${host} helps. It is counted in the site’s own access log: no service, no account, no identifier. Would you please see to this?

1. Once I have published, the browsers of visitors who may be counted ask ${host} for ${url}?… when a visitor is first counted, and when a goal is reached. Nothing has to answer there; 404 does as well.
2. Please keep these lines in the access log, with what stands behind the “?”. A CDN in front of the server has to let them through, or to log them itself.
3. Better, give them a log of their own, without the visitors’ network addresses. With nginx (the first line in “http”, the others in “server”):

${nginx(url)}

   For Apache, Caddy, CloudFront, Cloudflare and Netlify see docs/LOGS.md of Selvedge.
4. If the pages have a Content Security Policy, connect-src needs 'self'.
5. In a week, and whenever I ask, please make a report of that log, with Selvedge’s command line (Node 20.19 or newer):

   selvedge report /var/log/nginx/selvedge.log --config selvedge.json -o report.json

   ${sayFiles(format)}
6. Send me report.json, or put it at an address and tell me which. It holds sums and no line about anybody; whoever knows the address can read it.

Thank you!
`;
