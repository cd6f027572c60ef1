// Reads a Chromium trace: what the page's main thread did, in its own time (`tdur`), so that other work on the
// machine does not count. https://chromedevtools.github.io/devtools-protocol/tot/Tracing/

export const categories = ['devtools.timeline', 'v8', 'blink.user_timing'];

const SCRIPT =
  /^(EvaluateScript|v8\.(compile|compileModule|run|callFunction|evaluateModule)|FunctionCall|TimerFire|FireAnimationFrame|FireIdleCallback|RunMicrotasks|EventDispatch|XHR\w+|MinorGC|MajorGC)$/;
const RENDER = /^(UpdateLayoutTree|Layout|PrePaint|Paint|Layerize)$/;

/**
 * @param {object[]} events `traceEvents`
 * @param {string} url of the page
 * @returns {{ script: number, early: number, render: number, ours: number, compile: number }} ms of the main thread:
 *   outermost script work, and what of it was before the first paint; style, layout and paint outside it; the first
 *   run of selvedge.js in whole, of which compiling
 */
export function readTrace(events, url) {
  const start = events.find(
    ({ name, args }) => name === 'navigationStart' && args?.data?.documentLoaderURL?.startsWith(url),
  );
  if (!start) throw new Error(`the trace holds no navigation to ${url}`);
  const mine = events
    .filter(({ pid, tid, ts, ph }) => pid === start.pid && tid === start.tid && ts >= start.ts && ph === 'X')
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const sum = (pattern, inside) => {
    let total = 0;
    let until = 0;
    for (const { name, ts, dur = 0, tdur = dur } of inside) {
      if (ts < until || !pattern.test(name)) continue;
      until = ts + dur;
      total += tdur;
    }
    return total / 1000;
  };
  const own = mine.find(
    ({ name, args, dur }) =>
      name === 'EvaluateScript' && dur && /\/selvedge\.js$/.test(args?.data?.url ?? ''),
  );
  const within = own ? mine.filter(({ ts }) => ts >= own.ts && ts < own.ts + own.dur) : [];
  const painted = events.find(
    ({ name, pid, ts }) => name === 'firstContentfulPaint' && pid === start.pid && ts >= start.ts,
  );
  if (!painted) throw new Error(`the trace holds no first paint of ${url}`);
  return {
    script: sum(SCRIPT, mine),
    early: sum(
      SCRIPT,
      mine.filter(({ ts }) => ts < painted.ts),
    ),
    render: sum(RENDER, outside(mine, SCRIPT)),
    ours: own ? (own.tdur ?? own.dur) / 1000 : 0,
    compile: sum(/^v8\.compile$/, within),
  };
}

/** Those events that do not happen while one that matches is running. */
function outside(events, pattern) {
  let until = 0;
  return events.filter(({ name, ts, dur = 0 }) => {
    if (pattern.test(name)) until = Math.max(until, ts + dur);
    return ts >= until;
  });
}
