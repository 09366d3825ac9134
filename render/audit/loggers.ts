/**
 * What Kafka's brokers write of who did what, each with what stands before it: what they refused, and logins that failed;
 * what was created, changed or deleted, by whom; every access of anybody to anything.
 */
export const auditRecords = ['denials', 'administration', 'access'] as const;
export type AuditRecords = (typeof auditRecords)[number];

/** Operations that change something other than records, as the authorizer writes them. `CLUSTER_ACTION` is brokers among themselves. */
const administration = ['CREATE', 'DELETE', 'ALTER', 'ALTER_CONFIGS'];

/**
 * Log4j 2's settings of the two loggers that an auditor reads, beside those of whoever runs the broker: the authorizer's,
 * which writes a refusal at INFO and what it allowed at DEBUG, and that of connections, which writes a login that failed.
 * A logger without an appender of its own writes where the root does.
 * @see https://kafka.apache.org/43/security/authorization-and-acls/ «Authorizer logs»
 * @see https://logging.apache.org/log4j/2.x/manual/filters.html#RegexFilter
 */
export function auditLoggers(records: AuditRecords): Readonly<Record<string, string>> {
  return {
    'logger.authorizer.name': 'kafka.authorizer.logger',
    'logger.authorizer.level': records === 'denials' ? 'INFO' : 'DEBUG',
    ...(records === 'administration' ? onlyAdministration : {}),
    'logger.logins.name': 'org.apache.kafka.common.network.Selector',
    'logger.logins.level': 'INFO',
  };
}

/** The authorizer writes a line for each operation and resource; a broker that serves records allows thousands a second. */
const onlyAdministration = {
  'logger.authorizer.filter.administration.type': 'RegexFilter',
  'logger.authorizer.filter.administration.regex': `.* is (Denied .*|Allowed operation = (${administration.join('|')}) .*)`,
  'logger.authorizer.filter.administration.onMatch': 'NEUTRAL',
  'logger.authorizer.filter.administration.onMismatch': 'DENY',
};
