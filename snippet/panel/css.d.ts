// The panel's stylesheet is imported as minified text; build-panel.mjs sees to that.
declare module '*/panel.css' {
  const text: string;
  export default text;
}
