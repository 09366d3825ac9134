import type { Construct } from 'constructs';
import { EventHubsRefusalAlarms } from '../../constructs/terraform/event-hubs/refusal-alarms';
import { EventHubsUserErrorAlarm } from '../../constructs/terraform/event-hubs/user-error-alarm';
import type { Cluster } from '../../model/cluster';
import { type AlarmWindow, alarmsOf } from '../../model/refusal-alarms';
import { countsRefusals } from './description/audit-cells';
import { eventHubsSettings } from './description/cluster';

/** What an alarm is of. */
export interface Alarmed {
  readonly namespaceId: string;
  readonly resourceGroupName: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** Tells whoever is named that a namespace refuses many: by the log of who failed, else by what there is. */
export function placeAlarms(scope: Construct, cluster: Cluster, alarmed: Alarmed): void {
  const settings = eventHubsSettings(cluster);
  const { audit, namespace: namespaceName, location } = settings;
  if (!audit) return;
  const { moreThan: threshold, within } = alarmsOf(audit.alarms);
  const props = {
    ...alarmed,
    namespaceName,
    threshold,
    windowDuration: windows[within],
    actionGroupIds: [audit.alarms.notify],
  };
  if (countsRefusals(settings)) new EventHubsRefusalAlarms(scope, cluster.name, { ...props, location });
  else new EventHubsUserErrorAlarm(scope, cluster.name, props);
}

/** In Azure's words, ISO 8601. */
const windows = {
  '5m': 'PT5M',
  '15m': 'PT15M',
  '30m': 'PT30M',
  '1h': 'PT1H',
  '6h': 'PT6H',
} as const satisfies Record<AlarmWindow, string>;
