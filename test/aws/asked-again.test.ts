/** What AWS answers otherwise each time that it is asked must change nothing: a second plan is empty. AWS itself is never asked. */

import { mskClusterWithPasswords } from '../backends/msk/cluster';
import { connect } from '../backends/msk/services.cases';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';
import { evaluated } from './evaluated';
import { committed, stacksOf } from './stacks';
import { worthOf } from './worth';

jest.setTimeout(300_000);

const inventory = { topics: {}, applications: {}, clusters: { main: { backend: 'msk', version: '3.9', pools: {} } } };
const described = (changes: Readonly<Record<string, unknown>>) =>
  resolve(changed<Description>(small, changes), { inventory });
const publicly = { publicAccess: { from: ['198.51.100.0/24'] } };
const environments = [
  ...committed('msk'),
  described({ ...connect(), name: 'connectors' }),
  described({ name: 'publicly', disposable: true, 'clusters.main': { ...mskClusterWithPasswords, ...publicly } }),
];

test('AWS gives other three of six brokers when it is asked again', () => {
  const [first, second] = [0, 1].map((asked) => worthOf('aws_msk_cluster', 'bootstrap_brokers_sasl_iam', asked));
  expect(first).not.toBe(second);
});

test('an application begins at the first broker of each zone, whichever AWS names', async () => {
  const parameters = (await evaluated(stacksOf(environments), 3)).filter(({ type }) => type === 'aws_ssm_parameter');
  const told = parameters.find(({ stack, name }) => stack.startsWith('publicly/') && name === 'shop')?.attributes;
  const at = (port: number, suffix = '') =>
    [1, 2, 3].map((id) => `b-${id}${suffix}.prodmain.abc123.c2.kafka.eu-west-1.amazonaws.com:${port}`).join(',');
  expect(JSON.parse(String(told?.value))).toMatchObject({
    'bootstrap-servers': at(9096),
    'public-bootstrap-servers': at(9196, '-public'),
  });
});

test('no resource of staging, of prod, of connectors and of public clusters differs once AWS is asked again', async () => {
  const stacks = stacksOf(environments);
  const [first, second] = [await evaluated(stacks, 0), await evaluated(stacks, 1)];
  expect(first.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['aws_ssm_parameter', 'aws_mskconnect_connector', 'kafka_acl']),
  );
  expect(second).toEqual(first);
});
