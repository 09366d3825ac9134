import { type ExitCode, exitCode } from '../workflows/failure';
import { type FileOption, oneResolved } from './compiled';
import { print, printJson, say, table } from './print';
import { counted } from './problems';

export interface AccessOptions extends FileOption {
  readonly format: 'text' | 'json' | 'csv';
}

const columns = [
  'cluster',
  'application',
  'principal',
  'resourceType',
  'resourceName',
  'patternType',
  'operation',
  'permission',
  'host',
  'from',
] as const;

/** `kafka-kit access`: every permission with the flow that asks for it. */
export async function access(name: string, options: AccessOptions): Promise<ExitCode> {
  const { permissions, translations } = oneResolved(name, options).resolved;
  if (options.format === 'json') printJson(permissions);
  else if (options.format === 'csv')
    print([columns, ...permissions.map((row) => columns.map((column) => row[column]))].map(csvLine).join('\n'));
  else {
    const rows = permissions.map((row) => [
      row.application,
      row.operation,
      row.resourceType,
      row.patternType === 'Prefixed' ? `${row.resourceName}*` : row.resourceName,
      row.from,
    ]);
    print(table(['application', 'may', 'on', 'name', 'because of'], rows));
    say(counted(permissions.length, 'permission'));
    for (const { cluster, feature, loses } of translations) say(`of '${cluster}', ${feature}: ${loses}`);
  }
  return exitCode.clean;
}

/** https://www.rfc-editor.org/rfc/rfc4180 */
const csvLine = (cells: readonly string[]) =>
  cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
