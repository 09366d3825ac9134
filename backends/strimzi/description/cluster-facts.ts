import { own } from '../../../model/by-name';
import { noClientSettings } from '../../../model/client-settings';
import type { ClusterFacts } from '../../../model/cluster';
import { parseDuration, parseSize } from '../../../model/units';
import { auditLoggers } from '../../../render/audit/loggers';
import { amountOf } from './amount';
import { applicationIdentity, authorityIn } from './application-identity';
import { brokerQuotaOf } from './broker-quota';
import { capabilitiesOf } from './capabilities';
import { certificateLives, certificatesOf } from './certificates';
import { certificatesMade, signedBy } from './client-certificates';
import type { StrimziClusterInput, StrimziSettings } from './cluster';
import { cruiseControlOf } from './cruise-control';
import { custodyOf } from './custody';
import { authenticationFields, authenticationsOf, listenersOf, tokensOf } from './listener';
import { nodesWith, poolsOf } from './pool';
import { recordOf } from './record';
import { kafkaVersions, latestVersion } from './versions';

/** Decides every default of a `strimzi` cluster. */
export function strimziClusterFacts(input: Readonly<Record<string, unknown>>): ClusterFacts {
  const said = input as unknown as StrimziClusterInput;
  const settings = settingsOf(said);
  const { pools, listeners, vault } = settings;
  const version = versionOf(said);
  return {
    version,
    brokers: nodesWith(pools, 'broker'),
    brokersField: said.pools && 'pools',
    authentication: authenticationsOf(listeners),
    authenticationFields: said.listeners && authenticationFields(listeners),
    dataPlane: 'strimzi',
    appliedBy: 'kubernetes',
    life: 'owned',
    asked: false,
    capabilities: capabilitiesOf(said),
    literalsJudged: [['config'], ['tieredStorage', 'config']],
    identityOf: applicationIdentity(settings),
    ...(vault
      ? {
          endsByItself: glassEnds,
          clientAuthority: {
            name: authorityIn(vault),
            field: ['clientCertificates', 'mount'],
            fix: "mount an engine for each environment: 'vault secrets enable -path=pki-kafka-<environment> pki'",
          },
        }
      : {}),
    auditLoggers: settings.authorization === 'none' ? undefined : auditLoggers(settings.audit ?? 'denials'),
    ...(settings.authorization === 'none'
      ? { unasked: { who: 'everybody', field: ['authorization'], closedBy: [] } }
      : {}),
    inClear: listeners.filter(({ tls }) => !tls).map(({ name }) => name),
    certificateLives: (profile) => certificateLives(settings.certificates, profile, settings.signer),
    auditFix:
      'say who collects the output of its pods: audit: { collector: { name, owner, retention } } of the environment',
    secretStores: ['kubernetes', 'vault', 'key-vault', 'secrets-manager'],
    certificatesIn: 'kubernetes',
    certificatesMade: certificatesMade(settings),
    clientSettings: noClientSettings,
    tokens: tokensOf(listeners),
    // Strimzi sets no ssl.principal.mapping.rules, and lets nobody set them: the User Operator grants to the subject.
    certificateUsers: 'CN={name}',
    certificateAuthority: 'own',
    superUsers: said.superUsers?.map((principal, index) => ({ principal, field: ['superUsers', index] })),
    record: recordOf(version, settings.metadataVersion, pools),
    custody: custodyOf(said.region, listeners),
    settings,
  };
}

const versionOf = ({ version = latestVersion }: StrimziClusterInput): string => version;

function settingsOf({ clientCertificates, ...said }: StrimziClusterInput): StrimziSettings {
  const signed = signedBy(clientCertificates);
  return {
    ...said,
    pools: poolsOf(said),
    hasPools: said.pools !== undefined,
    listeners: listenersOf(said),
    hasListeners: said.listeners !== undefined,
    certificates: certificatesOf(said.certificates, signed.signer),
    ...signed,
    saysCertificates: Object.keys(said.certificates ?? {}),
    metadataVersion: said.metadataVersion ?? own(kafkaVersions, versionOf(said)) ?? '',
    authorization: said.authorization ?? 'simple',
    initialDelaySeconds: said.startsWithin && amountOf(parseDuration, said.startsWithin) / 1000,
    operatorMemory: said.operatorMemory && amountOf(parseSize, said.operatorMemory),
    cruiseControl: said.cruiseControl && cruiseControlOf(said.cruiseControl),
    quota: said.quota && brokerQuotaOf(said.quota),
  };
}

/** Vault writes into the certificate when glass is mended; connections that are open then nobody ends. */
const glassEnds: ClusterFacts['endsByItself'] = ({ authentication, role }) =>
  authentication === 'mtls' && role === 'break-glass' ? 'sign-in' : undefined;
