// PostHog as its documents begin it, without what it does by itself.
import posthog from 'posthog-js';
import { collector } from './collector.js';

posthog.init('phc_selvedge', {
  api_host: collector,
  // headless browsers are robots to it
  opt_out_useragent_filter: true,
  advanced_disable_flags: true,
  autocapture: false,
  capture_pageview: false,
  capture_pageleave: false,
  disable_compression: true,
  disable_external_dependency_loading: true,
  disable_session_recording: true,
  request_batching: false,
});
window.posthog = posthog;
