// Mixpanel as its documents begin it.
import mixpanel from 'mixpanel-browser';
import { collector } from './collector.js';

mixpanel.init('selvedge', {
  api_host: collector,
  api_payload_format: 'json',
  batch_requests: false,
  ignore_dnt: true,
  track_pageview: false,
});
window.mixpanel = mixpanel;
