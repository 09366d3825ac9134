import { entriesOf } from '../model/by-name';

/** A Java properties file, sorted. https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Properties.html */
export const propertiesFile = (properties: Readonly<Record<string, string>>): string =>
  entriesOf(properties)
    .map(([key, value]) => `${key}=${escaped(value)}\n`)
    .join('');

/** Java reads the file as Latin-1, drops leading blanks and ends a value with its line. */
const escaped = (value: string): string =>
  value
    .replaceAll('\\', '\\\\')
    .replace(/^ /, '\\ ')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
