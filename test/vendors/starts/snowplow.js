// Snowplow's tracker from its package, behind the function that its script tag makes.
import { newTracker, trackStructEvent } from '@snowplow/browser-tracker';
import { collector } from './collector.js';

newTracker('selvedge', collector, { appId: 'shop', bufferSize: 1 });
const calls = { trackStructEvent };
window.snowplow = (name, ...given) => calls[name](...given);
