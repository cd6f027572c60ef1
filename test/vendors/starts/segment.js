// Segment as its documents begin it, with the settings that its own server would answer.
import { AnalyticsBrowser } from '@segment/analytics-next';
import { collector } from './collector.js';

const { host } = new URL(collector);
window.analytics = AnalyticsBrowser.load({
  writeKey: 'selvedge',
  cdnURL: collector,
  cdnSettings: {
    integrations: { 'Segment.io': { apiKey: 'selvedge', apiHost: `${host}/v1`, protocol: 'http' } },
  },
});
