import { accessTo, type ListenerProps } from '../../../../constructs/terraform/msk/listeners';

const off: ListenerProps = {
  iam: false,
  scram: false,
  tls: false,
  clientSecurityGroupIds: { applications: 'sg-1' },
  monitoringSecurityGroupIds: {},
  publicCidrBlocks: [],
};
const opened = (props: Partial<ListenerProps>) =>
  accessTo({ ...off, ...props }).map(({ listener, port, name }) => `${listener} ${port} from ${name}`);

test('no port is open for a listener that is off', () => {
  expect(opened({})).toEqual([]);
});

test.each<[Partial<ListenerProps>, string]>([
  [{ iam: true }, 'iam 9098 from applications'],
  [{ scram: true }, 'scram 9096 from applications'],
  [{ tls: true }, 'tls 9094 from applications'],
])('%j opens its own port and no other', (props, access) => {
  expect(opened(props)).toEqual([access]);
});

test('every client has a rule of its own', () => {
  expect(opened({ iam: true, clientSecurityGroupIds: { applications: 'sg-1', operators: 'sg-2' } })).toEqual([
    'iam 9098 from applications',
    'iam 9098 from operators',
  ]);
});

test('monitoring reaches the exporters and no listener; clients reach no exporter', () => {
  expect(opened({ iam: true, monitoringSecurityGroupIds: { prometheus: 'sg-3' } })).toEqual([
    'iam 9098 from applications',
    'jmx-exporter 11001 from prometheus',
    'node-exporter 11002 from prometheus',
  ]);
});

test('the internet reaches the public ports of listeners that are on, from the blocks that are named', () => {
  expect(opened({ iam: true, publicCidrBlocks: ['198.51.100.0/24'] })).toEqual([
    'iam 9098 from applications',
    'public-iam 9198 from 198-51-100-0-24',
  ]);
  expect(accessTo({ ...off, scram: true, tls: true, publicCidrBlocks: ['198.51.100.7/32'] })).toEqual([
    expect.objectContaining({ port: 9096 }),
    expect.objectContaining({ port: 9094 }),
    expect.objectContaining({ port: 9196, from: { cidrIpv4: '198.51.100.7/32' } }),
    expect.objectContaining({ port: 9194, from: { cidrIpv4: '198.51.100.7/32' } }),
  ]);
});
