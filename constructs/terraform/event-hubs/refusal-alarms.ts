import { MonitorScheduledQueryRulesAlertV2 } from '@cdktf/provider-azurerm/lib/monitor-scheduled-query-rules-alert-v2';
import { Construct } from 'constructs';
import { addressed } from '../addressed';
import { type AlarmProps, frequencies, usual } from './alarm';

export interface EventHubsRefusalAlarmsProps extends AlarmProps {
  /** Where the rules are evaluated: the namespace's region. */
  readonly location: string;
}

/**
 * What runtime audit logs call what fails: «ConnectionOpen | Authorization | SendMessage | ReceiveMessage», «Success |
 * Failure». They do not say why, so whatever fails on an open connection is counted as refused.
 * https://learn.microsoft.com/azure/event-hubs/monitor-event-hubs-reference#runtime-audit-logs, read 2026-11-22
 */
const refusals = {
  denied_operations: { where: "ActivityName !~ 'ConnectionOpen'", name: 'DeniedOperations', is: 'operations fail' },
  failed_logins: { where: "ActivityName =~ 'ConnectionOpen'", name: 'FailedLogins', is: 'connections fail to open' },
} as const;

/**
 * Alarms when much fails on a namespace, by the log of who did what; the log has to go to a workspace. It is there on
 * `Premium` and in a dedicated cluster.
 */
export class EventHubsRefusalAlarms extends Construct {
  constructor(scope: Construct, id: string, props: EventHubsRefusalAlarmsProps) {
    super(scope, `event-hubs-refusal-alarms.${id}`);
    const { namespaceName, windowDuration = usual.windowDuration, threshold = usual.threshold } = props;
    const { actionGroupIds = [] } = props;
    for (const [kind, { where, name, is }] of Object.entries(refusals)) {
      const alarm = new MonitorScheduledQueryRulesAlertV2(this, kind, {
        name: `${namespaceName}-${name}`,
        description: `On ${namespaceName} ${is}: AZMSRunTimeAuditLogs has who, and from where.`,
        resourceGroupName: props.resourceGroupName,
        location: props.location,
        // Of this namespace alone, in whichever workspace its logs are.
        scopes: [props.namespaceId],
        severity: props.severity ?? 2,
        windowDuration,
        evaluationFrequency: frequencies[windowDuration],
        criteria: [
          {
            query: queryOf(where),
            timeAggregationMethod: 'Total',
            metricMeasureColumn: 'Refused',
            operator: 'GreaterThan',
            threshold,
            failingPeriods: { minimumFailingPeriodsToTriggerAlert: 1, numberOfEvaluationPeriods: 1 },
          },
        ],
        autoMitigationEnabled: true,
        // With the first deploy nothing of the namespace is in any workspace yet, and Azure would refuse the rule.
        skipQueryValidation: true,
        action: actionGroupIds.length > 0 ? { actionGroups: [...actionGroupIds] } : undefined,
        tags: props.tags,
      });
      addressed(alarm, `${id}_${kind}`);
    }
  }
}

/** Without the empty table a query would fail as long as nobody has connected: the other one is made by its first row. */
const queryOf = (where: string): string =>
  [
    'union isfuzzy=true',
    '  (datatable(TimeGenerated:datetime, ActivityName:string, Status:string, Count:int)[]),',
    '  AZMSRunTimeAuditLogs',
    `| where Status =~ 'Failure' and ${where}`,
    '| project TimeGenerated, Refused = Count',
  ].join('\n');
