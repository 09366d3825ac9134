/** Stores of audit logs that could be emptied before their time: refused by the kit and by its bundle, with the same code. */
import type { Inventory } from '../../model/inventory';
import { namespace, privateDnsZone } from '../backends/event-hubs/namespace';
import { mskCluster } from '../backends/msk/cluster';
import { changed } from '../support/change';
import { compileDescription, type Description, resolve, small } from '../support/describe';
import { codesOf, judged } from './judged';

jest.setTimeout(300_000);

const onAws = (mode: string) => ({ 'clusters.main': { ...mskCluster, audit: { bucket: 'kit-audit', mode } } });
const onAzure = (locked?: boolean) => ({
  'clusters.main': { ...namespace, privateDnsZone, archive: { storageAccount: 'kitauditlogs', locked } },
});
const deployed: Inventory = {
  topics: {},
  applications: {},
  clusters: { main: { backend: 'event-hubs', version: '', pools: {}, holds: { archive: 'kitauditlogs' } } },
};
const never: Inventory = { topics: {}, applications: {}, clusters: {} };

/** Synthesized as one whose profile does not ask, and judged by the tables of one that does. */
async function both(changes: Readonly<Record<string, unknown>>, inventory: Inventory) {
  const description = changed<Description>(small, changes);
  const kit = compileDescription({ ...description, profile: 'regulated' }, { inventory }).problems;
  const resolved = resolve(description, { inventory });
  const asked = { ...resolved, environment: { ...resolved.environment, profile: 'regulated' as const } };
  const { denied, warned } = (await judged(resolved, asked)).test();
  const locks = (codes: readonly string[]) => codes.filter((code) => ['KFK-X085', 'KFK-X086'].includes(code));
  const of = (severity: string) => kit.filter((one) => one.severity === severity).map(({ code }) => code);
  return {
    kit: [locks(of('error')), locks(of('warning'))],
    bundle: [locks(codesOf(denied)), locks(codesOf(warned))],
  };
}

test.each<[string, Readonly<Record<string, unknown>>, Inventory, string[][]]>([
  ['a bucket in governance', onAws('governance'), never, [['KFK-X085'], []]],
  ['a bucket in compliance', onAws('compliance'), never, [[], []]],
  ['an account that was made and is not locked', onAzure(), deployed, [['KFK-X085'], []]],
  ['an account that was never made', onAzure(), never, [[], ['KFK-X086']]],
  ['an account that is locked', onAzure(true), deployed, [[], []]],
])('%s', async (_, changes, inventory, expected) => {
  const { kit, bundle } = await both(changes, inventory);
  expect(kit).toEqual(expected);
  expect(bundle).toEqual(expected);
});
