const wanted = process.stderr.isTTY === true && process.env.NO_COLOR === undefined && process.env.TERM !== 'dumb';

const code = (start: number, end: number) => (text: string) =>
  wanted ? `\u001b[${start}m${text}\u001b[${end}m` : text;

/** Colours on a terminal, nothing elsewhere. https://no-color.org */
export const paint = {
  bold: code(1, 22),
  dim: code(2, 22),
  red: code(31, 39),
  green: code(32, 39),
  yellow: code(33, 39),
};
