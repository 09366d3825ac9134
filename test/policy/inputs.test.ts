/** What is judged, and what is no judgement: an input that is none of the three, a list of objects, a plan that does not know yet. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changed } from '../support/change';
import { resolve, small } from '../support/describe';
import { codesOf, type Judged, judged } from './judged';

jest.setTimeout(300_000);

const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-inputs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let bundle: Judged;
beforeAll(async () => {
  bundle = await judged(resolve(changed(small, { 'platform.topics[orders.created].classification': 'personal' })));
});

let count = 0;
function said(input: unknown) {
  const file = join(folder, `${count++}.json`);
  writeFileSync(file, JSON.stringify(input));
  return bundle.test(file);
}

test.each([
  ['nothing', {}],
  ['a state', { format_version: '1.0', values: { root_module: { resources: [] } } }],
  ['something else', { services: { kafka: { image: 'apache/kafka' } } }],
])('%s is refused: there is nothing to judge', (_, input) => {
  expect(said(input).denied).toEqual([expect.stringContaining('there is nothing to judge')]);
});

test('each object of a list is judged', () => {
  const topic = (retention: string) => ({
    apiVersion: 'kafka.strimzi.io/v1',
    kind: 'KafkaTopic',
    metadata: { name: 'orders.created' },
    spec: { partitions: 1, replicas: 3, config: { 'retention.ms': retention } },
  });
  const list = (...items: object[]) => ({ apiVersion: 'v1', kind: 'List', items });
  expect(said(list(topic('604800000'))).denied).toEqual([]);
  // What stays for ever is told once, not as too long as well.
  expect(codesOf(said(list(topic('604800000'), topic('-1'))).denied)).toEqual(['KFK-T012']);
});

test('of a plan that does not know yet who is let do what, somebody is told what to judge besides', () => {
  const plan = (unknown: object) => ({
    planned_values: {
      root_module: {
        resources: [
          { mode: 'managed', type: 'aws_iam_policy', address: 'aws_iam_policy.shop', values: { name: 'shop' } },
        ],
      },
    },
    resource_changes: [
      {
        address: 'aws_iam_policy.shop',
        type: 'aws_iam_policy',
        change: { actions: ['create'], after_unknown: unknown },
      },
    ],
  });
  expect(said(plan({ policy: true }))).toMatchObject({
    denied: [],
    warned: [expect.stringContaining("its 'policy' is known after the apply only: judge the stack's cdk.tf.json, too")],
  });
  expect(said(plan({ arn: true }))).toMatchObject({ denied: [], warned: [] });
});

test('a plan of two thousand resources is judged in seconds', () => {
  const each = Array.from({ length: 2000 }, (_, index) => `kafka_topic.t${index}`);
  const start = Date.now();
  const { denied } = said({
    planned_values: {
      root_module: {
        resources: each.map((address) => ({
          mode: 'managed',
          type: 'kafka_topic',
          address,
          values: { name: 'orders.created', replication_factor: 3, config: { 'retention.ms': '604800000' } },
        })),
      },
    },
    resource_changes: each.map((address) => ({
      address,
      type: 'kafka_topic',
      change: { actions: ['create'], after_unknown: {} },
    })),
  });
  expect(denied).toEqual([]);
  expect(Date.now() - start).toBeLessThan(10_000);
});
