import { changed } from '../../support/change';
import { compileDescription, type Description, small } from '../../support/describe';
import { mskCluster } from './cluster';

const told = (changes: Readonly<Record<string, unknown>>) =>
  compileDescription(
    changed<Description>(small, { 'clusters.main': changed({ ...mskCluster }, changes) }),
  ).problems.map(({ code, path, problem, fix }) => `${code} ${path}: ${problem}; ${fix}`);
const digits = 'with 17 hexadecimal digits';

test.each<[Readonly<Record<string, unknown>>, string]>([
  [{ region: 'mars-1' }, "region: 'mars-1' is not AWS' name of a region; write 'eu-west-1'"],
  [{ 'network.vpc': 'nope' }, `network.vpc: 'nope' is not a VPC's id; write 'vpc-…' ${digits}`],
  [
    { 'network.subnets': ['kafka-subnet', ...mskCluster.network.subnets.slice(1)] },
    `network.subnets[0]: 'kafka-subnet' is not a subnet's id; write 'subnet-…' ${digits}`,
  ],
  [
    { 'network.clients': { applications: '0.0.0.0/0' } },
    `network.clients.applications: '0.0.0.0/0' is not a security group's id; write 'sg-…' ${digits}`,
  ],
  [
    { 'network.monitoring': { prometheus: 'hello' } },
    `network.monitoring.prometheus: 'hello' is not a security group's id; write 'sg-…' ${digits}`,
  ],
  [
    { existing: 'shared', network: undefined, secretsKey: 'arn:aws:kms:eu-west-1:1:key/a' },
    "secretsKey: 'arn:aws:kms:eu-west-1:1:key/a' is not a key's alias; write 'alias/…'",
  ],
])('%j is told with the form that it has', (changes, problem) => {
  expect(told(changes)).toEqual([`KFK-K309 clusters.main.${problem}`]);
});

test.each(['eu-west-1', 'us-gov-east-1', 'us-isob-east-1', 'ap-southeast-7', 'cn-northwest-1', 'eusc-de-east-1'])(
  '%s is a region',
  (region) => {
    expect(told({ region })).toEqual([]);
  },
);

test.each([
  [
    { version: '3.6' },
    "version: '3.6' is not allowed: MSK has it without KRaft only, and its support ended on 2026-06-01: https://docs.aws.amazon.com/msk/latest/developerguide/supported-kafka-versions.html; use one of: '3.7', '3.8', '3.9', '4.0', '4.1', '4.2'",
  ],
  [{ version: '2.8' }, "version: '2.8' is not allowed; use one of: '3.7', '3.8', '3.9', '4.0', '4.1', '4.2'"],
  [{ instance: 'kafka.m7g.larg' }, "instance: 'kafka.m7g.larg' is not allowed; did you mean 'kafka.m7g.large'?"],
])('%j is told with what may be written', (changes, problem) => {
  expect(told(changes)).toEqual([`KFK-S004 clusters.main.${problem}`]);
});
