import { auditLoggers } from '../../../render/audit/loggers';

/** Lines of real brokers (test/e2e/audit.test.ts), which the filter of `administration` reads. */
const lines = {
  denied:
    'Principal = User:bob is Denied operation = DESCRIBE from host = 127.0.0.1 on resource = Topic:LITERAL:orders.created for request = Metadata with resourceRefCount = 1 based on rule DefaultDeny',
  created:
    'Principal = User:kit_admin is Allowed operation = CREATE from host = 127.0.0.1 on resource = Topic:LITERAL:orders.created for request = CreateTopics with resourceRefCount = 1 based on rule SuperUser',
  configured:
    'Principal = User:kit_admin is Allowed operation = ALTER_CONFIGS from host = 127.0.0.1 on resource = Topic:LITERAL:orders.created for request = IncrementalAlterConfigs with resourceRefCount = 1 based on rule SuperUser',
  read: 'Principal = User:alice is Allowed operation = READ from host = 127.0.0.1 on resource = Topic:LITERAL:orders.created for request = Fetch with resourceRefCount = 1 based on rule MatchingAcl',
  heartbeat:
    'Principal = User:kit_broker is Allowed operation = CLUSTER_ACTION from host = 127.0.0.1 on resource = Cluster:LITERAL:kafka-cluster for request = BrokerHeartbeat with resourceRefCount = 1 based on rule SuperUser',
};

test('what is refused needs INFO, all that is allowed DEBUG', () => {
  expect(auditLoggers('denials')['logger.authorizer.level']).toBe('INFO');
  expect(auditLoggers('administration')['logger.authorizer.level']).toBe('DEBUG');
  expect(auditLoggers('access')['logger.authorizer.level']).toBe('DEBUG');
});

test('logins that fail are written whatever is asked for', () => {
  for (const records of ['denials', 'administration', 'access'] as const)
    expect(auditLoggers(records)).toMatchObject({
      'logger.logins.name': 'org.apache.kafka.common.network.Selector',
      'logger.logins.level': 'INFO',
    });
});

test.each([
  ['denied', true],
  ['created', true],
  ['configured', true],
  ['read', false],
  ['heartbeat', false],
] as const)('of administration the filter lets a line that is %s pass: %s', (line, passes) => {
  const regex = auditLoggers('administration')['logger.authorizer.filter.administration.regex'] ?? '';
  expect(new RegExp(`^(?:${regex})$`).test(lines[line])).toBe(passes);
});

test('every access has no filter', () => {
  expect(Object.keys(auditLoggers('access')).filter((name) => name.includes('filter'))).toEqual([]);
});
