// Countly as its documents begin it.
import Countly from 'countly-sdk-web';
import { collector } from './collector.js';

window.Countly = Countly;
Countly.q ??= [];
Countly.init({ app_key: 'selvedge', url: collector, ignore_bots: false, force_post: true, interval: 100 });
