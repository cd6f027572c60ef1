// RudderStack as its documents begin it, with its plugins inside.
import { RudderAnalytics } from '@rudderstack/analytics-js/bundled';
import { collector } from './collector.js';

const rudderanalytics = new RudderAnalytics();
rudderanalytics.load('selvedge', collector, { configUrl: collector });
window.rudderanalytics = rudderanalytics;
