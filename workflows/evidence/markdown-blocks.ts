export const section = (title: string, body: string): string => `## ${title}\n\n${body}`;

export const bulleted = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n') || 'None.';

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'None.';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** What somebody wrote is shown as it is: it makes no cell, no heading, no link and no HTML. */
export const text = (written: string): string =>
  written.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|!~]/g, (sign) => `\\${sign}`);

/** Names, in which no sign means anything but itself; a fence longer than any run of backticks within. */
export const code = (name: string): string => {
  const flat = name.replace(/\s+/g, ' ').replaceAll('|', '\\|');
  const fence = '`'.repeat(Math.max(0, ...(flat.match(/`+/g) ?? []).map(({ length }) => length)) + 1);
  return fence.length === 1 ? `${fence}${flat}${fence}` : `${fence} ${flat} ${fence}`;
};
