import type { MonitoredCluster } from '../monitored';
import { type Dashboard, dashboardUid } from './dashboard';
import { consumersRow, type MonitoredMirrorMaker, replicationRow } from './flow-rows';
import { healthRow } from './health-row';
import { clientsRow, machinesRow } from './node-rows';
import { trafficRow } from './traffic-row';

export interface OnCallProps extends MonitoredCluster {
  /** Default: none. */
  readonly deadLetterTopics?: readonly string[];
  /** A row each. Default: none. */
  readonly mirrorMakers?: readonly MonitoredMirrorMaker[];
}

/** What somebody who was woken up looks at first, from «is it down» to «who waits». */
export const onCallDashboard = ({
  deadLetterTopics = [],
  mirrorMakers = [],
  ...monitored
}: OnCallProps): Dashboard => ({
  uid: dashboardUid(monitored, 'on-call'),
  title: `Kafka ${monitored.cluster}: on call`,
  description: `Is ${monitored.cluster} down, is it losing anything, and who waits?`,
  tags: ['kafka', monitored.cluster],
  rows: [
    healthRow(monitored),
    trafficRow(monitored),
    clientsRow(monitored),
    machinesRow(monitored),
    consumersRow(monitored, deadLetterTopics),
    ...mirrorMakers.map((mirrorMaker) => replicationRow(monitored.namespace, mirrorMaker)),
  ],
});
