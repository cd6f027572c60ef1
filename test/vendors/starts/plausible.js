// Plausible as its documents begin it; it puts itself on the window.
import { init } from '@plausible-analytics/tracker';
import { collector } from './collector.js';

// driven browsers are robots to it, but for its own tests
window.__plausible = true;
init({
  domain: 'shop.example',
  endpoint: `${collector}/api/event`,
  autoCapturePageviews: false,
  captureOnLocalhost: true,
});
