import type { ClusterFacts } from '../../../model/cluster';
import { accessFacts } from './access-facts';
import type { MskAudit } from './audit';
import { recordedOf } from './audit-cells';
import { capabilitiesOf } from './capabilities';
import { clientSettings } from './client-settings';
import { custodyOf } from './custody';
import type { MskClusterInput } from './input';
import { kindFacts } from './kind-facts';
import { recordOf } from './record';
import { servicesOf } from './services';
import { settingsOf } from './settings';

/** Decides every default of an `msk` cluster. */
export function mskClusterFacts(input: Readonly<Record<string, unknown>>): ClusterFacts {
  const said = input as unknown as MskClusterInput;
  const kind = said.kind ?? 'standard';
  const [first = 'iam', ...others] = said.authentication ?? [];
  const authentication = [first, ...others] as const;
  const version = said.version ?? '3.9';
  const settings = settingsOf(said, { kind, version, authentication });
  const facts = kindFacts[kind];
  const shown = { version: facts.version(version), brokers: facts.brokers(said) };
  return {
    ...shown,
    ...(facts.storedByVendor ? { storedByVendor: true } : {}),
    tier: settings.instance,
    authentication,
    dataPlane: facts.dataPlane(authentication),
    appliedBy: 'terraform',
    life: said.existing === undefined ? 'owned' : 'existing',
    asked: false,
    capabilities: capabilitiesOf({
      ...{ kind, version, authentication, tieredStorage: settings.tieredStorage },
      recorded: recordedOf(settings.logs, settings.audit),
    }),
    secretStores: ['secrets-manager'],
    ...accessFacts,
    ...(facts.addresses ? { addresses: facts.addresses } : {}),
    clientSettings,
    certificateAuthority: 'public',
    record: recordOf({ ...shown, authentication }, settings),
    services: servicesOf(settings.glue),
    auditStore: auditStoreOf(settings.audit),
    ...(said.open === undefined ? {} : { unasked: { who: 'everybody, of what has no ACL', field: ['open'] } }),
    auditFix: 'say audit: { bucket } of the cluster',
    custody: custodyOf(said),
    settings,
  };
}

const auditStoreOf = (audit: MskAudit | undefined): ClusterFacts['auditStore'] =>
  audit?.bucket === undefined
    ? undefined
    : {
        name: `the bucket '${audit.bucket}'`,
        days: audit.days,
        locked: audit.mode && audit.mode === 'compliance',
        lock: { field: ['audit', 'mode'], fix: "write mode: 'compliance', or leave it out" },
        field: ['audit', 'days'],
      };
