// The two pages that every host has, as React components: one example of what each kind of change is about,
// all with a counter of the page's own. Hosts in other languages write the same by hand.

/** `/`: expects `Link` (a component with `to`) and `useState` in scope; `late` is markup that arrives later. */
export const homeComponent = (late = '<Late />') => `
export function Late() {
  const [m, setM] = useState(0);
  return <section id="late"><h2 id="late-title">Late ORIGINAL {m}</h2><button id="late-more" onClick={() => setM(m + 1)}>Late ORIGINAL {m}</button><p id="late-near">Late near</p><p id="late-next">Late next {m}</p></section>;
}
export function Home() {
  const [n, setN] = useState(0);
  return <main id="home">
    <h1 id="title">Home ORIGINAL</h1>
    <h2 id="count">Count ORIGINAL {n}</h2>
    <button id="more" onClick={() => setN(n + 1)}>More ORIGINAL {n}</button>
    <p id="html">Words ORIGINAL {n}</p>
    <ul><li id="item">Item ORIGINAL {n}</li><li id="item-next">Item next {n}</li></ul>
    <p id="attr" title="old">Attribute {n}</p>
    <img id="hero" src="/old.svg" alt="Old" width="20" height="20" />
    <p id="class" className="base">Class {n}</p>
    <p id="style">Style {n}</p>
    <p id="hide">Hide ORIGINAL {n}</p>
    <p><Link id="link" to="/two">Leads to two</Link></p>
    <p id="near">Near {n}</p>
    <p id="next">Next {n}</p>
    <div id="list"><article id="one">One {n}</article><article id="two">Two {n}</article><article id="three">Three {n}</article></div>
    ${late}
    <p><Link id="to-two" to="/two">To two</Link></p>
  </main>;
}`;

/** `/two` */
export const twoComponent = `
export function Two() {
  const [n, setN] = useState(0);
  return <main id="second">
    <h1 id="title">Second ORIGINAL {n}</h1>
    <button id="more" onClick={() => setN(n + 1)}>More ORIGINAL {n}</button>
    <p id="near">Near {n}</p>
    <p id="next">Next {n}</p>
    <p><Link id="to-home" to="/">To home</Link></p>
  </main>;
}`;
