import type { AuditFeature } from '../../../model/audit-gaps';
import type { Capability } from '../../../model/capabilities';
import type { Tier } from './tier';

const monitor = 'https://learn.microsoft.com/azure/azure-monitor/reference';
const runtimeAudit = `${monitor}/tables/azmsruntimeauditlogs`;
const kafkaErrors = `${monitor}/tables/azmskafkausererrorlogs`;
const categories = `${monitor}/supported-logs/microsoft-eventhub-namespaces-logs`;

type Cells = Readonly<Record<AuditFeature, Capability>>;

const translated = (source: string, loses: string): Capability => ({ support: 'translated', source, loses });
const unsupported = (source: string, instead: string): Capability => ({ support: 'unsupported', source, instead });

/** Runtime audit logs are counted: who did which operation how often in a minute, from where, and whether it succeeded. Read 2026-11-21. */
const premium: Cells = {
  'audit-logins': translated(runtimeAudit, 'each login by itself: who used which hub is counted by the minute'),
  'audit-denials': translated(
    runtimeAudit,
    'each refusal by itself: failed operations are counted by the minute, by client and address',
  ),
  'audit-administration': { support: 'native', source: categories },
  'audit-access': translated(runtimeAudit, 'each access by itself: sends and receives are counted by the minute'),
};

const onlyPremium = "use tier: 'premium': runtime audit logs are of namespaces with machines of their own";

const standard: Cells = {
  ...premium,
  'audit-logins': unsupported(runtimeAudit, onlyPremium),
  'audit-denials': translated(
    kafkaErrors,
    'the principal and the address: an error of a Kafka client has its hub and a message',
  ),
  'audit-access': unsupported(runtimeAudit, onlyPremium),
};

/** What the logs of each tier say, once they go anywhere. */
export const auditCells = { basic: standard, standard, premium, dedicated: premium } as const satisfies Record<
  Tier,
  Cells
>;

const sent = 'say where the logs of the namespace go: archive: { storageAccount }, logs, or both';

/** Those of a namespace: what goes nowhere says nothing. */
export const auditCellsOf = (tier: Tier, recorded: boolean): Cells =>
  recorded
    ? auditCells[tier]
    : {
        'audit-logins': unsupported(categories, sent),
        'audit-denials': unsupported(categories, sent),
        'audit-administration': unsupported(categories, sent),
        'audit-access': unsupported(categories, sent),
      };
