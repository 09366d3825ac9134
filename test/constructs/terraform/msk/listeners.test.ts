import { accessTo, type ListenerProps } from '../../../../constructs/terraform/msk/listeners';

const off: ListenerProps = {
  iam: false,
  scram: false,
  tls: false,
  clientSecurityGroupIds: { applications: 'sg-1' },
  monitoringSecurityGroupIds: {},
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
