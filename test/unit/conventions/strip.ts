// Blanks out comments and literals of TypeScript, so that checks see code only. Lines keep their numbers.
//
// Not a parser: it knows comments, strings, templates (whole, with what they embed) and regular expressions
// after an operator or at the start of a line, which is enough for this code base.

const token =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|\$\{(?:[^{}`]|`[^`]*`|\{[^{}]*\})*\}|[^`\\])*`|(?<=(?:[=(,:[!&|?{};>\n]|return)\s*)\/(?![*/ ])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+\/[a-z]*/g;

const blank = (text: string) => text.replace(/[^\n]/g, ' ');

export function stripLiterals(text: string): string {
  return text.replace(token, blank);
}

export function stripComments(text: string): string {
  return text.replace(token, (found) => (/^\/[/*]/.test(found) ? blank(found) : found));
}
