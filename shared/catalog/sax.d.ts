// What is used of the package sax, which comes without types.
declare module 'sax' {
  export interface Parser {
    /** from 0 on */
    line: number;
    onerror: (error: Error) => void;
    onopentag: (tag: { name: string; attributes: Record<string, string> }) => void;
    onclosetag: (name: string) => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    write(text: string): Parser;
    close(): Parser;
  }
  const sax: { parser(isStrict: boolean, options: object): Parser };
  export default sax;
}
