// The mirror's stylesheet is imported as minified text; build-mirror.mjs sees to that.
declare module '*/mirror.css' {
  const text: string;
  export default text;
}
