import type { AuditFeature } from '../../../model/audit-gaps';
import type { Capability } from '../../../model/capabilities';
import type { Tier } from './tier';

const monitor = 'https://learn.microsoft.com/azure/azure-monitor/reference';
const runtimeAudit = `${monitor}/tables/azmsruntimeauditlogs`;
const kafkaErrors = `${monitor}/tables/azmskafkausererrorlogs`;
const categories = `${monitor}/supported-logs/microsoft-eventhub-namespaces-logs`;
const activityLog = 'https://learn.microsoft.com/azure/azure-monitor/platform/activity-log';
const metrics = 'https://learn.microsoft.com/azure/event-hubs/monitor-event-hubs-reference#metrics';

type Cells = Readonly<Record<AuditFeature, Capability>>;
type Recorded = Omit<Cells, 'audit-alarms'>;

const translated = (source: string, loses: string): Capability => ({ support: 'translated', source, loses });
const unsupported = (source: string, instead: string): Capability => ({ support: 'unsupported', source, instead });

/** Runtime audit logs are counted: who did which operation how often in a minute, from where, and whether it succeeded. Read 2026-11-21. */
const premium: Recorded = {
  'audit-logins': translated(runtimeAudit, 'each login by itself: who used which hub is counted by the minute'),
  'audit-denials': translated(
    runtimeAudit,
    'each refusal by itself, and why: failed operations are counted by the minute, by client and address',
  ),
  'audit-administration': translated(
    activityLog,
    'who gives whom a role: that is in the activity log of the subscription, which Azure keeps for 90 days',
  ),
  'audit-access': translated(runtimeAudit, 'each access by itself: sends and receives are counted by the minute'),
};

const onlyPremium = "use tier: 'premium': runtime audit logs are of namespaces with machines of their own";

const standard: Recorded = {
  ...premium,
  'audit-logins': unsupported(runtimeAudit, onlyPremium),
  'audit-denials': translated(
    kafkaErrors,
    'the principal and the address: an error of a Kafka client has its hub and a message',
  ),
  'audit-access': unsupported(runtimeAudit, onlyPremium),
};

const recordedOn = { basic: standard, standard, premium, dedicated: premium } as const satisfies Record<Tier, Recorded>;

const sent = 'say where the logs of the namespace go: archive: { storageAccount }, logs, or both';
const recordedNowhere: Recorded = {
  'audit-logins': unsupported(categories, sent),
  'audit-denials': unsupported(categories, sent),
  'audit-administration': unsupported(categories, sent),
  'audit-access': unsupported(categories, sent),
};

/** Of a namespace that exists only whoever made it knows. */
const byWhoeverMade = (cell: Capability): Capability => {
  const unknown = 'where it goes, which whoever made the namespace decides';
  if (cell.support === 'unsupported') return cell;
  return translated(cell.source, cell.support === 'translated' ? `${cell.loses}; and ${unknown}` : unknown);
};

const recordedElsewhere = (cells: Recorded): Recorded => ({
  'audit-logins': byWhoeverMade(cells['audit-logins']),
  'audit-denials': byWhoeverMade(cells['audit-denials']),
  'audit-administration': byWhoeverMade(cells['audit-administration']),
  'audit-access': byWhoeverMade(cells['audit-access']),
});

/** What a namespace says of its logs and alarms. */
export interface EventHubsRecorded {
  readonly tier: Tier;
  readonly existing?: boolean;
  /** The workspace that takes its logs. */
  readonly logs?: string;
  readonly archive?: object;
  readonly audit?: object;
}

/** Whether there is a log of who did what. */
export const hasRuntimeAudit = (tier: Tier): boolean => recordedOn[tier]['audit-logins'].support !== 'unsupported';

/** Whether alarms read the log of who failed; else they count errors of every kind. */
export const countsRefusals = ({ tier, logs }: EventHubsRecorded): boolean =>
  logs !== undefined && hasRuntimeAudit(tier);

/** Those of a namespace: what goes nowhere says nothing. */
export const auditCellsOf = (said: EventHubsRecorded): Cells => ({ ...recorded(said), 'audit-alarms': alarms(said) });

function recorded({ tier, existing, logs, archive }: EventHubsRecorded): Recorded {
  if (existing) return recordedElsewhere(recordedOn[tier]);
  return logs || archive ? recordedOn[tier] : recordedNowhere;
}

function alarms(said: EventHubsRecorded): Capability {
  if (said.existing) return unsupported(metrics, 'ask whoever made the namespace to be told of what it refuses');
  if (!said.audit) return unsupported(metrics, 'say audit: { alarms: { notify: <the id of an action group> } }');
  return countsRefusals(said)
    ? translated(runtimeAudit, 'why an operation failed: each that did is counted')
    : translated(metrics, 'which errors were refusals: each that Azure blames a client for is counted');
}

/** As the documentation prints them: logs go to a workspace, and somebody is told. */
export const auditCells = (tier: Tier): Cells => auditCellsOf({ tier, logs: 'a workspace', audit: {} });
