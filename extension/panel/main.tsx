// The panel's start: which tab it is about, then everything else is signals.

import '../wire/no-eval.ts';
import './panel.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { begin } from './site/page.ts';

const asked = Number(new URLSearchParams(location.search).get('tab'));
begin(Number.isInteger(asked) && asked > 0 ? asked : undefined);
const root = document.getElementById('panel');
if (root) render(<App />, root);
// how soon an author sees the panel: test/e2e/extension/sturdy.spec.ts prints it
performance.mark('panel-ready');
