// Countly as its documents begin it: a queue and its settings first, the script behind them, and then it is begun.
import { collector } from './collector.js';

window.Countly ??= {};
const { Countly } = window;
Countly.q ??= [];
Countly.app_key = 'selvedge';
Countly.url = collector;
// driven browsers are robots to it
Countly.ignore_bots = false;
Countly.force_post = true;
Countly.interval = 100;
Countly.q.push(['track_sessions']);

import('countly-sdk-web').then(() => Countly.init());
