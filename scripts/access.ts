import { resolve } from 'node:path';
import { groupBy } from '../model/group-by';
import { widened } from '../model/widening';
import { type AccessRow, accessColumns, accessRows } from '../workflows/access/access-rows';
import { baseAccess } from '../workflows/access/base-access';
import { type ExitCode, exitCode } from '../workflows/failure';
import { type FileOption, oneResolved, today } from './compiled';
import { print, printJson, say, table } from './print';
import { counted } from './problems';

export interface AccessOptions extends FileOption {
  readonly format: 'text' | 'json' | 'csv';
  /** What is compared with. Default: nothing, all is printed. */
  readonly diff?: string;
}

/** `kafka-kit access`: who may do what, with the flow that asks for it; or what of that is wider than in a base. */
export async function access(name: string, options: AccessOptions): Promise<ExitCode> {
  const { resolved } = oneResolved(name, options);
  const rows = accessRows(resolved);
  if (options.diff !== undefined) return difference(rows, { ...options, name, base: options.diff });
  if (options.format === 'json') printJson(rows);
  else if (options.format === 'csv') print(csv(accessColumns, rows.map(cells)));
  else {
    printTable(rows.map((row) => ({ row })));
    say(counted(rows.length, 'permission'));
    for (const { cluster, feature, loses } of resolved.translations) say(`of '${cluster}', ${feature}: ${loses}`);
  }
  return exitCode.clean;
}

interface Compared extends AccessOptions {
  readonly name: string;
  readonly base: string;
}

function difference(rows: readonly AccessRow[], { name, base, file, format }: Compared): ExitCode {
  const known = baseAccess(base, { folder: process.cwd(), file, environment: name, today: today() });
  if (resolve(base) === process.cwd()) say(`'${base}' is this very folder: it is compared with itself`);
  if (!known) say(`'${base}' has no environment '${name}': everything is new`);
  const before = known ?? [];
  const wider = widened(before, rows);
  const narrower = widened(rows, before);
  if (format === 'json') printJson({ widened: wider, narrowed: narrower });
  else {
    const changes = [
      ...wider.map((row) => ({ change: 'wider', row })),
      ...narrower.map((row) => ({ change: 'narrower', row })),
    ];
    if (format === 'csv')
      print(
        csv(
          ['change', ...accessColumns],
          changes.map(({ change, row }) => [change, ...cells(row)]),
        ),
      );
    else {
      if (changes.length > 0) printTable(changes);
      say(`${wider.length} wider, ${narrower.length} narrower than in '${base}'`);
    }
  }
  return wider.length > 0 ? exitCode.review : exitCode.clean;
}

/** For people. What is the same of all needs no column that says so; a denial of before that is gone is wider, too. */
function printTable(lines: readonly { readonly change?: string; readonly row: AccessRow }[]): void {
  const withChange = lines.some(({ change }) => change);
  const withHost = lines.some(({ row }) => row.host !== '*');
  const withDay = lines.some(({ row }) => row.until !== undefined);
  const withName = withChange && lines.some(({ row }) => row.application !== '' && nameOf(row) !== row.application);
  const withIdentity = withChange && [...groupBy(lines, ({ row }) => row.application).values()].some(isSomebodyElse);
  const optional = (shown: boolean, cell: string) => (shown ? [cell] : []);
  print(
    table(
      [
        ...optional(withChange, 'change'),
        'application',
        ...optional(withName, 'known as'),
        ...optional(withIdentity, 'who is'),
        ...['may', 'on', 'name'],
        ...optional(withHost, 'coming from'),
        ...optional(withDay, 'until'),
        'because of',
      ],
      lines.map(({ change = '', row }) => [
        ...optional(withChange, change),
        row.application || row.principal,
        ...optional(withName, nameOf(row)),
        ...optional(withIdentity, row.identity ?? ''),
        row.permission === 'Deny' ? `not ${row.operation}` : row.operation,
        row.resourceType,
        row.patternType === 'Prefixed' ? `${row.resourceName}*` : row.resourceName,
        ...optional(withHost, row.host === '*' ? 'anywhere' : row.host),
        ...optional(withDay, row.until ?? ''),
        row.from,
      ]),
    ),
  );
}

/** Where it is not always the same whom a platform takes for an application. */
const isSomebodyElse = (lines: readonly { readonly row: AccessRow }[]): boolean =>
  new Set(lines.map(({ row }) => row.identity)).size > 1;

/** What brokers call it, and by whose word. */
const nameOf = ({ principal, tokens }: AccessRow): string =>
  `${principal.replace(/^User:/, '')}${tokens === undefined ? '' : ` by ${tokens}`}`;

const cells = (row: AccessRow): string[] => accessColumns.map((column) => row[column] ?? '');

/** https://www.rfc-editor.org/rfc/rfc4180 */
const csv = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, ...rows]
    .map((line) => line.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
    .join('\n');
