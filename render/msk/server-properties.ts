import { defaultMinInsyncReplicas, defaultReplicationFactor } from '../../model/replicas';
import type { ServerProperty } from './server-property-table';

export type ServerProperties = Readonly<Partial<Record<ServerProperty, string>>>;

/** On which brokers. */
export interface Brokers {
  /** Whether they are express brokers, which keep three copies whatever a configuration says. Default: false. */
  readonly express?: boolean;
  /** Whether whoever has no ACL is let in still. Default: false. */
  readonly open?: boolean;
}

/** What keeps records whatever a topic forgets to say: nothing is created by accident, nothing acknowledged on one disk. */
export function safeServerProperties(
  brokers: number,
  { express = false, open = false }: Brokers = {},
): ServerProperties {
  const decided = {
    // ACLs do not bind IAM principals; where SCRAM is on, a topic without ACLs is closed.
    'allow.everyone.if.no.acl.found': String(open),
    'auto.create.topics.enable': 'false',
  };
  if (express) return decided;
  const replicas = defaultReplicationFactor({ brokers });
  const insync = defaultMinInsyncReplicas(replicas);
  return {
    ...decided,
    'default.replication.factor': String(replicas),
    'min.insync.replicas': String(insync),
    'offsets.topic.replication.factor': String(replicas),
    'transaction.state.log.min.isr': String(insync),
    'transaction.state.log.replication.factor': String(replicas),
    'unclean.leader.election.enable': 'false',
  };
}

/** `server.properties`, sorted: the same settings are the same text, and so the same revision. */
export const serverPropertiesText = (properties: ServerProperties): string =>
  Object.entries(properties)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
