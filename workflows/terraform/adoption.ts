import type { ImportIds } from '../../backends/contract';
import type { TerraformEvent } from './events';
import type { Creation } from './journal';
import { kindOf, type Plan, type ResourceChange } from './plan';

/** What a plan would create of types that cannot be created where they exist already. */
export const creationsIn = (plan: Plan, createdOnce: ImportIds): Creation[] =>
  namedIn(plan, createdOnce, (change) => kindOf(change) === 'create');

/** What may exist and be in no state when an apply of the plan is cut off: imports are not saved yet either. */
export const atRiskIn = (plan: Plan, createdOnce: ImportIds): Creation[] => [
  ...namedIn(plan, createdOnce, isImport).map((creation) => ({ ...creation, exists: true as const })),
  ...namedIn(plan, createdOnce, (change) => !isImport(change) && ['create', 'replace'].includes(kindOf(change))),
];

const isImport = ({ change }: ResourceChange) => change.importing !== undefined;

/** What may exist, and is neither in the state nor wanted any more: a person has to look. */
export function abandonedIn(plan: Plan, known: readonly Creation[]): Creation[] {
  const planned = new Set(plan.resource_changes.map(({ address }) => address));
  return known.filter(({ address }) => !planned.has(address));
}

function namedIn(plan: Plan, ids: ImportIds, wanted: (change: ResourceChange) => boolean): Creation[] {
  return plan.resource_changes
    .filter((change) => change.mode === 'managed' && wanted(change))
    .flatMap(({ address, type, change: { after } }) => {
      const template = ids.get(type);
      const id = template && importId(template, { ...after });
      return id ? [{ address, id }] : [];
    });
}

/** Nothing where an attribute is missing: what a plan does not know yet cannot be adopted. */
function importId(template: string, attributes: Readonly<Record<string, unknown>>): string | undefined {
  const values = new Map(Object.entries(attributes));
  const known = [...template.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => typeof values.get(name) === 'string');
  return known ? template.replace(/\{(\w+)\}/g, (_, name) => String(values.get(name))) : undefined;
}

/** A configuration file that stands beside the stack's own. */
export const importBlocks = (adopted: readonly Creation[]): string =>
  JSON.stringify({ import: adopted.map(({ address, id }) => ({ to: address, id })) });

/** Those whose import failed because they do not exist: they are still to be created. */
export const missingOf = (adopted: readonly Creation[], events: readonly TerraformEvent[]): Creation[] => {
  const said = events
    .flatMap(({ diagnostic }) => diagnostic ?? [])
    .filter(({ severity, summary }) => severity === 'error' && /import non-existent/i.test(summary))
    .map(({ address = '', detail }) => `"${address}" ${detail}`);
  return adopted.filter(({ address }) => said.some((text) => text.includes(`"${address}"`)));
};
