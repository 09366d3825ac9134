import { serviceOf } from '../../backends/terraform';
import { withLeftStacks } from '../../model/left-stacks';
import { mskCluster } from '../backends/msk/cluster';
import { glue, replicated } from '../backends/msk/services.cases';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';
import { resourcesOf, synthesized } from '../support/synthesize';

const placed = {
  'platform.topics[orders.created].cluster': 'main',
  'platform.applications.shop.cluster': 'main',
  'platform.applications.billing.cluster': 'main',
};
const on = (changes: object) => resolve(changed<Description>(small, { 'clusters.main': mskCluster, ...changes }));

test('a stack of a service that is described no longer is taken back by an empty one, not taken for a shard', () => {
  const { resolved, unplaced } = withLeftStacks(on({}), [
    'test-pipeline--connect',
    'test-main--glue',
    'test-main-gone',
  ]);
  expect(unplaced).toEqual([]);
  expect(resolved.shards.map(({ name }) => name)).toEqual(['test-main-orders', 'test-main-gone']);
  expect(resolved.services.map(({ name, service, noun }) => [name, service, noun])).toEqual([
    ['test-pipeline--connect', 'msk-connect', undefined],
    ['test-main--glue', 'glue', undefined],
  ]);
  for (const service of resolved.services) {
    const output = synthesized((stack) => serviceOf(service).place(stack, service, resolved));
    expect(resourcesOf(output).size).toBe(0);
    expect(output.provider).toMatchObject({ aws: [{ region: 'eu-west-1' }] });
  }
});

test('schemas of a registry that left are still known to bear data', () => {
  const { resolved } = withLeftStacks(on({}), ['test-main--glue']);
  expect(resolved.services.map((service) => serviceOf(service).dataBearing.has('aws_glue_schema'))).toEqual([true]);
});

test('with two clusters that could have run it, nobody guesses which', () => {
  const two = resolve(changed<Description>(small, replicated(placed)));
  expect(withLeftStacks(two, ['test-pipeline--connect']).unplaced).toEqual(['test-pipeline--connect']);
  expect(withLeftStacks(two, ['test-main--glue']).unplaced).toEqual([]);
});

test('on a cluster whose vendor runs nothing, it is of no cluster', () => {
  expect(withLeftStacks(resolve(small), ['test-pipeline--connect']).unplaced).toEqual(['test-pipeline--connect']);
});

test('what is described is not left', () => {
  const resolved = on(glue({ orders: {} }));
  expect(withLeftStacks(resolved, ['test-main--glue']).resolved.services).toEqual(resolved.services);
});
