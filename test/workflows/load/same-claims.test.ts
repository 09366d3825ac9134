import { loadCompiled } from '../../../workflows/load/compiled';
import { projectWith } from '../../support/written-project';

const one = '01234567-89ab-cdef-0123-456789abcdef';
const other = 'fedcba98-89ab-cdef-0123-456789abcdef';

/** What is told of environments, each with one namespace of Azure. */
const told = (...clusters: object[]) => {
  const files = clusters.map((settings, index) => {
    const main = {
      ...{ backend: 'event-hubs', namespace: `kit-orders-${index}`, location: 'westeurope', resourceGroup: 'kafka' },
      ...{ publicAccess: true, ...settings },
    };
    const name = `env-${index}`;
    const environment = { name, platform: { owners: {} }, clusters: { main }, disposable: true };
    return [`environments/${name}.yaml`, JSON.stringify(environment)];
  });
  return loadCompiled({ folder: projectWith(Object.fromEntries(files)), today: '2026-11-21' })
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ code, path, problem }) => `${code} ${path}: ${problem}`);
};

describe('two environments may not both have', () => {
  const apart = { resourceGroupExists: true };

  test('a host, whichever of them makes it', () => {
    const host = { ...apart, namespace: 'kit-orders' };
    const same = [
      expect.stringContaining("KFK-K291 clusters.main.namespace: the host 'kit-orders' is of 'env-0' already"),
    ];
    expect(told(host, host)).toEqual(same);
    expect(told(host, { ...host, subscription: one })).toEqual(same);
    expect(told(host, { namespace: 'kit-orders', existing: true, publicAccess: undefined })).toEqual(same);
    expect(told(host, { ...apart, namespace: 'KIT-orders' })).toHaveLength(1);
    expect(told(host, apart)).toEqual([]);
  });

  test('a resource group that each makes, in one subscription', () => {
    const same = [
      expect.stringMatching(/^KFK-K291 clusters\.main\.resourceGroup: the resource group 'kafka' is of 'env-0'/),
    ];
    expect(told({}, {})).toEqual(same);
    expect(told({ subscription: one }, { subscription: one.toUpperCase() })).toEqual(same);
    expect(told({ subscription: one }, { subscription: other })).toEqual([]);
    expect(told({}, apart)).toEqual([]);
  });

  test('a storage account of logs', () => {
    const archive = { archive: { storageAccount: 'kitlogs' } };
    expect(told({ ...apart, ...archive }, { ...apart, ...archive })).toEqual([
      expect.stringContaining('KFK-K291 clusters.main.archive.storageAccount'),
    ]);
  });
});

test('what three environments have is told of the second and the third', () => {
  const host = { namespace: 'kit-orders', resourceGroupExists: true };
  expect(told(host, host, host)).toHaveLength(2);
});
