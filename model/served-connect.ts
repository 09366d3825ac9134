import { connectInternals } from './connect-cluster';
import { connectorGroup } from './connector';
import type { Flow } from './flow';
import { type Grant, literal, prefixed } from './grant';

/** A connector that Amazon MSK Connect runs: it has workers, a role and internal topics of its own. */
export interface ServedConnector {
  /** The application that it is: `pipeline-inventory`. */
  readonly application: string;
  /** What MSK Connect calls it: `prod-pipeline-inventory`. */
  readonly served: string;
}

/**
 * Where a source's positions are, under a name that stays: MSK Connect would otherwise make another topic whenever the
 * connector is replaced, and the source would begin anew.
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-manage-connector-offsets.html
 */
export const servedOffsets = (application: string): string => connectInternals(application).offsetStorageTopic;

/**
 * What AWS says that a connector's role needs beside what it moves, on its own topics alone: AWS' example is
 * `__amazon_msk_connect_*`. How MSK Connect calls the group of its workers is not documented beyond that beginning.
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-service-execution-role.html, read 2026-11-21
 */
export const grantsOfServedConnector = ({ application, served }: ServedConnector): Grant[] => [
  literal('Cluster', 'kafka-cluster', 'Describe'),
  prefixed('Group', '__amazon_msk_connect_', 'Read'),
  ...(['Create', 'Read', 'Write'] as const).flatMap((operation) => [
    prefixed('Topic', `__amazon_msk_connect_configs_${served}_`, operation),
    prefixed('Topic', `__amazon_msk_connect_status_${served}_`, operation),
    literal('Topic', servedOffsets(application), operation),
  ]),
];

/**
 * What a connector moves there: as an application of its own, in the group that Kafka Connect names after what MSK Connect
 * calls it. MSK Connect lets nobody set `consumer.isolation.level`, so a sink reads what was not committed, too.
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-workers.html: supported properties, read 2026-11-21
 */
export const servedFlow = (flow: Flow, { application, served }: ServedConnector, connector: string): Flow =>
  flow.direction === 'produce'
    ? { ...flow, application }
    : {
        ...flow,
        application,
        ...(flow.group === connectorGroup(connector)
          ? { group: connectorGroup(served), isolation: 'read_uncommitted' as const }
          : {}),
      };
