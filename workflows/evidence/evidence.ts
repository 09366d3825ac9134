import type { Problem } from '../../model/problem';
import type { Resolved } from '../../model/resolved';
import { attentionOf } from './attention';
import { clusterEvidence } from './clusters';
import { credentialEvidence } from './credentials';
import type { Evidence } from './evidence-shape';
import { streamsEvidence } from './streams';
import { topicEvidence } from './topics';
import { writtenEvidence } from './written';

export interface EvidenceOptions {
  /** The day as of which it holds: `2026-12-31`. */
  readonly day: string;
  /** Problems that waivers set aside. */
  readonly waived: readonly Problem[];
  /** The release that the platform is pinned to. Default: it is the working tree's. */
  readonly release?: string;
}

/** Who may do what with which records, and what is done so that nobody else can: from the description alone, without a clock. */
export function evidenceOf(resolved: Resolved, { day, waived, release }: EvidenceOptions): Evidence {
  const { environment, applications, operators, ended, permissions, owners } = resolved;
  const told = {
    clusters: clusterEvidence(resolved),
    topics: topicEvidence(resolved),
    streams: streamsEvidence(resolved),
    credentials: credentialEvidence(resolved, day),
    operators: [...operators.values()].map(({ name, owner, role, cluster, until, reason, hosts }) => ({
      ...{ name, owner, role, cluster },
      until: until ?? null,
      reason: reason ?? null,
      hosts: [...(hosts ?? [])],
    })),
    written: writtenEvidence(resolved, waived),
  };
  return {
    version: 1,
    environment: environment.name,
    profile: environment.profile,
    day,
    release: release ?? null,
    counted: {
      clusters: told.clusters.length,
      topics: told.topics.length,
      applications: [...applications.values()].filter(({ operator }) => operator === undefined).length,
      operators: operators.size,
      permissions: permissions.length,
    },
    attention: attentionOf({ ...told, ended, day }),
    ...told,
    owners: [...owners.values()].map(({ name, contact }) => ({ name, contact })),
    notProven,
  };
}

/** Said in every report: an auditor asks for it elsewhere. */
const notProven = [
  'That clusters are as they are described: whoever has an administrator’s access can change them. A plan without changes, or a report of drift of the same day, shows it.',
  'What anybody really did: that is in the audit logs, as far as they record it.',
  'How long records really stayed: retention is what brokers are told, and they delete whole segments.',
  'How long topics stay that Kafka Streams makes for itself: applications say it, and changelogs have no end of their own.',
  'What applications do with records once they have read them, and who reads what was copied out of Kafka.',
  'Who of an owner’s team holds a credential, and whether those who left still do.',
  'That disks of clusters which somebody else runs, or of Kubernetes, are encrypted.',
  'The lawful basis and the purpose of processing personal data (GDPR, Art. 6 and 30): nothing of a description says them.',
];
