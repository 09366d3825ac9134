import { loadCompiled } from '../../../workflows/load/compiled';
import { platformYaml, projectWith } from '../../support/written-project';

const subnets = '[subnet-00000001, subnet-00000002, subnet-00000003]';
const network = `network: { vpc: vpc-00000001, subnets: ${subnets}, clients: { shops: sg-00000001 } }`;
const owned = `backend: msk, region: eu-west-1, ${network}`;
const found = 'backend: kafka';
const nothing = '{ owners: {} }';

/** What is told of two environments, each with one cluster. */
const told = (...environments: [name: string, cluster: string, settings: string, platform: string][]) => {
  const files = environments.map(([name, cluster, settings, platform]) => [
    `environments/${name}.yaml`,
    `name: ${name}\nplatform: ${platform}\nclusters:\n  ${cluster}: { ${settings} }\n`,
  ]);
  const folder = projectWith({ ...Object.fromEntries(files), 'environments/platform.yaml': platformYaml });
  return loadCompiled({ folder, today: '2026-11-21' }).problems.map(
    ({ code, path, problem }) => `${code} ${path}: ${problem}`,
  );
};

describe('two environments may not share', () => {
  test('the stack, and so the name, of a cluster, though nothing is on it', () => {
    expect(told(['eu', 'main-x', owned, nothing], ['eu-main', 'x', owned, nothing])).toEqual([
      "KFK-E008 clusters['main-x']: the stack 'eu-main-x' would also be one of 'eu-main'",
    ]);
    expect(told(['eu', 'main-x', owned, nothing], ['eu-main', 'y', owned, nothing])).toEqual([]);
  });

  test('the stack of a shard', () => {
    expect(told(['eu', 'main-x', found, 'platform.yaml'], ['eu-main', 'x', found, 'platform.yaml'])).toEqual([
      "KFK-E008 clusters['main-x']: the stack 'eu-main-x-orders' would also be one of 'eu-main'",
    ]);
    expect(told(['eu', 'main-x', found, 'platform.yaml'], ['eu-main', 'y', found, 'platform.yaml'])).toEqual([]);
  });

  test("a stack that is one's cluster and the other's shard", () => {
    expect(told(['eu', 'main', found, 'platform.yaml'], ['eu-main', 'orders', owned, nothing])).toEqual([
      "KFK-E008 clusters.main: the stack 'eu-main-orders' would also be one of 'eu-main'",
    ]);
    expect(told(['eu', 'main', found, 'platform.yaml'], ['eu-main', 'payments', owned, nothing])).toEqual([]);
  });

  test("the stack of what a vendor's service runs", () => {
    const glue = 'backend: msk, region: eu-west-1, existing: shared, glue: { records: {} }';
    const shared = told(['eu', 'main-x', glue, nothing], ['eu-main', 'x', glue, nothing]);
    expect(shared.filter((text) => text.startsWith('KFK-E008'))).toEqual([
      "KFK-E008 clusters['main-x']: the stack 'eu-main-x--glue' would also be one of 'eu-main'",
    ]);
    const apart = told(['eu', 'main-x', glue, nothing], ['eu-main', 'y', glue, nothing]);
    expect(apart.filter((text) => text.startsWith('KFK-E'))).toEqual([]);
  });
});

test('a cluster that shares several stacks is told once', () => {
  expect(told(['eu', 'main-x', owned, 'platform.yaml'], ['eu-main', 'x', owned, 'platform.yaml'])).toEqual([
    "KFK-E008 clusters['main-x']: the stack 'eu-main-x' would also be one of 'eu-main'",
  ]);
});

test('a cluster that the kit only finds has no stack of its own', () => {
  expect(told(['eu', 'main-x', owned, nothing], ['eu-main', 'x', found, nothing])).toEqual([]);
});
