// Reads a Chromium trace: what the page's main thread did, in its own time (`tdur`), so that other work on the
// machine does not count. https://chromedevtools.github.io/devtools-protocol/tot/Tracing/

/** v8.execute: the microtasks, in which most of what is loaded as a module runs. */
export const categories = ['devtools.timeline', 'loading', 'v8', 'v8.execute', 'blink.user_timing'];

const SCRIPT =
  /^(EvaluateScript|v8\.(compile|compileModule|run|callFunction|evaluateModule)|FunctionCall|TimerFire|FireAnimationFrame|FireIdleCallback|RunMicrotasks|EventDispatch|XHR\w+|MinorGC|MajorGC)$/;
const RENDER = /^(UpdateLayoutTree|Layout|PrePaint|Paint|Layerize)$/;

/**
 * @param {object[]} events `traceEvents`
 * @param {string} url of the page
 * @param {string} own where the script in its head comes from, as a path; the page's own for one within it
 * @returns ms of the main thread: outermost script work (`script`), and what of it was before the first paint (`early`);
 *   style, layout and paint outside it (`render`); the first run of the script in the head in whole (`head`), of which
 *   compiling (`compile`). `modules`: the names of those that were loaded; `ahead`: how many of them before the first
 *   paint was on the screen
 */
export function readTrace(events, url, own) {
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
  const isAt = (event, path) => new URL(event.args?.data?.url || 'about:blank').pathname === path;
  const head = mine.find((event) => event.name === 'EvaluateScript' && event.dur && isAt(event, own));
  const within = head ? mine.filter(({ ts }) => ts >= head.ts && ts < head.ts + head.dur) : [];
  // when it was presented: what runs while a finished frame is on its way to the screen counts as before it
  const painted = events.find(
    ({ name, pid, ts }) => name === 'firstContentfulPaint' && pid === start.pid && ts >= start.ts,
  );
  if (!painted) throw new Error(`the trace holds no first paint of ${url}`);
  const isEarly = ({ ts }) => ts < painted.ts;
  const modules = mine.filter(({ name }) => name === 'v8.compileModule');
  return {
    script: sum(SCRIPT, mine),
    early: sum(SCRIPT, mine.filter(isEarly)),
    render: sum(RENDER, outside(mine, SCRIPT)),
    head: head ? (head.tdur ?? head.dur) / 1000 : 0,
    compile: sum(/^v8\.compile$/, within),
    modules: modules.map(({ args }) => new URL(args.data.url).pathname.slice(1)),
    ahead: modules.filter(isEarly).length,
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
