import { changed } from '../../support/change';
import { compileDescription, small } from '../../support/describe';
import { namespace, otherNamespaceId } from './namespace';

export const told = (settings: object, changes: Readonly<Record<string, unknown>> = {}) =>
  compileDescription(
    changed<unknown>(small, { 'clusters.main': { ...namespace, ...settings }, secrets: { vault: 'kit' }, ...changes }),
  ).problems.map(({ code, severity, path, problem, fix }) => `${severity} ${code} ${path}: ${problem}; ${fix}`);

export const open = { subnet: undefined, publicAccess: true };
export const pair = { alias: 'kit-orders-alias', partner: otherNamespaceId };
