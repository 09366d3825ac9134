import { MonitorDiagnosticSetting } from '@cdktf/provider-azurerm/lib/monitor-diagnostic-setting';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

/** https://learn.microsoft.com/azure/azure-monitor/reference/supported-logs/microsoft-eventhub-namespaces-logs */
const categories = {
  Standard: ['OperationalLogs', 'KafkaCoordinatorLogs', 'KafkaUserErrorLogs', 'EventHubVNetConnectionEvent'],
  // Who read and wrote what, and consumers' lag: only where a namespace has its own machines.
  Premium: [
    'OperationalLogs',
    'KafkaCoordinatorLogs',
    'KafkaUserErrorLogs',
    'EventHubVNetConnectionEvent',
    'RuntimeAuditLogs',
    'ApplicationMetricsLogs',
  ],
} as const;

export interface DiagnosticsTarget {
  readonly logAnalyticsWorkspaceId: string;
}

export interface EventHubsDiagnosticsProps extends DiagnosticsTarget {
  readonly namespaceId: string;
  readonly namespaceName: string;
  /** Decides which logs there are. Default: `Premium`. */
  readonly sku?: keyof typeof categories;
}

/** A namespace's logs in a Log Analytics workspace: Kafka's errors and groups, operations, and on `Premium` who did what. */
export class EventHubsDiagnostics extends Construct {
  constructor(scope: Construct, id: string, props: EventHubsDiagnosticsProps) {
    super(scope, `event-hubs-diagnostics.${id}`);
    const { namespaceId, namespaceName, logAnalyticsWorkspaceId, sku = 'Premium' } = props;
    const setting = new MonitorDiagnosticSetting(this, 'setting', {
      name: namespaceName,
      targetResourceId: namespaceId,
      logAnalyticsWorkspaceId,
      enabledLog: categories[sku].map((category) => ({ category })),
    });
    addressed(setting, id);
  }
}
