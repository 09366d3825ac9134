import type { Audit } from '../../../model/audit';
import type { ClusterFacts } from '../../../model/cluster';
import { nameCollector } from '../../../model/kept-audit';
import { accessFacts } from './access-facts';
import { applicationIdentity } from './application-identity';
import { bucketDays, isLocked, type MskAuditInput } from './audit';
import { recordedOf } from './audit-cells';
import { capabilitiesOf } from './capabilities';
import { clientSettings } from './client-settings';
import { custodyOf } from './custody';
import type { MskClusterInput } from './input';
import { kindFacts } from './kind-facts';
import { invitedBy } from './multi-vpc';
import { recordOf } from './record';
import { servicesOf } from './services';
import { settingsOf } from './settings';

/** Decides every default of an `msk` cluster. */
export function mskClusterFacts(input: Readonly<Record<string, unknown>>, environment: Audit): ClusterFacts {
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
      recorded: recordedOf(settings),
    }),
    secretStores: ['secrets-manager'],
    ...accessFacts,
    identityOf: applicationIdentity(said),
    invited: invitedBy(said.multiVpc),
    ...(typeof said.certificateAuthority === 'string'
      ? {
          clientAuthority: {
            name: `the authority ${said.certificateAuthority}`,
            field: ['certificateAuthority'],
            fix: 'name another one of AWS Private CA, or write {}: one is made for the cluster',
          },
        }
      : {}),
    ...(facts.addresses ? { addresses: facts.addresses } : {}),
    clientSettings,
    certificateAuthority: 'public',
    record: recordOf({ ...shown, authentication }, settings),
    services: servicesOf(settings.glue),
    auditStore: auditStoreOf(settings.audit, environment),
    // Of whoever signs in by IAM no ACL is made, so nothing is closed by what he may.
    ...(said.open === undefined
      ? {}
      : {
          unasked: {
            who: 'everybody, of what has no ACL',
            field: ['open'],
            closedBy: authentication.filter((way) => way !== 'iam'),
          },
        }),
    auditFix: said.existing === undefined ? 'say audit: { bucket } of the cluster' : nameCollector,
    custody: custodyOf(said),
    settings,
  };
}

const auditStoreOf = (audit: MskAuditInput | undefined, environment: Audit): ClusterFacts['auditStore'] =>
  audit?.bucket === undefined
    ? undefined
    : {
        name: `the bucket '${audit.bucket}'`,
        days: bucketDays(audit, environment),
        locked: isLocked(audit, environment),
        lock: { field: ['audit', 'mode'], fix: "write mode: 'compliance', or leave it out" },
        ...(audit.trail === undefined && { trail: true }),
        field: ['audit', 'retention'],
      };
