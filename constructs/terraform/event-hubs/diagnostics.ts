import { MonitorDiagnosticSetting } from '@cdktf/provider-azurerm/lib/monitor-diagnostic-setting';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

const everywhere = [
  'OperationalLogs',
  'DiagnosticErrorLogs',
  'KafkaCoordinatorLogs',
  'KafkaUserErrorLogs',
  'EventHubVNetConnectionEvent',
  'ArchiveLogs',
] as const;

/** Who read and wrote what, consumers' lag, and what became of the key: only where a namespace has its own machines. */
const ofItsOwn = [...everywhere, 'RuntimeAuditLogs', 'ApplicationMetricsLogs', 'CustomerManagedKeyUserLogs'] as const;

/** https://learn.microsoft.com/azure/azure-monitor/reference/supported-logs/microsoft-eventhub-namespaces-logs */
const categories = {
  standard: [...everywhere, 'AutoScaleLogs'],
  premium: ofItsOwn,
  dedicated: ofItsOwn,
} as const;

export interface DiagnosticsTarget {
  /** The workspace that they are looked up in. Default: none. */
  readonly logAnalyticsWorkspaceId?: string;
  /** The storage account that keeps them, of the namespace's region. Default: none. */
  readonly storageAccountId?: string;
}

export interface EventHubsDiagnosticsProps extends DiagnosticsTarget {
  readonly namespaceId: string;
  readonly namespaceName: string;
  /** Decides which logs there are. Default: `premium`. */
  readonly tier?: keyof typeof categories;
}

/** A namespace's logs: Kafka's errors and groups, operations, capture, and where it has its own machines who did what. */
export class EventHubsDiagnostics extends Construct {
  constructor(scope: Construct, id: string, props: EventHubsDiagnosticsProps) {
    super(scope, `event-hubs-diagnostics.${id}`);
    const { namespaceId, namespaceName, logAnalyticsWorkspaceId, storageAccountId, tier = 'premium' } = props;
    this.node.addValidation({
      validate: () =>
        logAnalyticsWorkspaceId || storageAccountId
          ? []
          : ['logs that go nowhere: name a workspace or a storage account'],
    });
    const setting = new MonitorDiagnosticSetting(this, 'setting', {
      name: namespaceName,
      targetResourceId: namespaceId,
      logAnalyticsWorkspaceId,
      // A table for each kind of log, such as AZMSKafkaUserErrorLogs, instead of one for all of Azure.
      logAnalyticsDestinationType: logAnalyticsWorkspaceId ? 'Dedicated' : undefined,
      storageAccountId,
      enabledLog: categories[tier].map((category) => ({ category })),
    });
    addressed(setting, id);
  }
}
