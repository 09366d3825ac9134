import { z } from 'zod';
import { auditFeatures } from '../../model/audit-gaps';
import { classifications } from '../../model/topic';

/** What somebody may do with the records of a topic, and why. */
const accessShape = z.strictObject({
  /** The application, operator or super user. */
  who: z.string(),
  kind: z.enum(['application', 'workload', 'operator', 'super-user']),
  /** The owner who answers for it; null of a super user, whom nobody described. */
  owner: z.string().nullable(),
  /** What brokers call it. */
  principal: z.string(),
  operation: z.string(),
  /** Addresses that it comes from; `*` is any. */
  host: z.string(),
  /** The places in the description that ask for it. */
  from: z.string(),
  /** The last day on which it holds; null: it stays. */
  until: z.string().nullable(),
});

const topicShape = z.strictObject({
  name: z.string(),
  cluster: z.string(),
  owner: z.string(),
  role: z.enum(['records', 'dead-letter', 'internal']),
  classification: z.enum(classifications),
  /** Whether somebody said so. */
  classified: z.boolean(),
  retention: z.strictObject({
    /** Days; null: for ever. */
    days: z.number().nullable(),
    /** Days that the profile allows for the classification; null: as long as one likes. */
    atMost: z.number().nullable(),
    /** Whether the latest record of each key stays beyond that. */
    compacted: z.boolean(),
    within: z.boolean(),
  }),
  /** How one person's records leave a compacted topic; null: nobody says. */
  erasure: z.string().nullable(),
  readers: z.array(accessShape),
  writers: z.array(accessShape),
  denied: z.array(accessShape),
  /** Where its records are besides, and who may read them there. */
  copies: z.array(
    z.strictObject({
      to: z.string(),
      as: z.string(),
      by: z.string(),
      /** Null: what is written there is out of Kafka's sight. */
      readers: z.array(accessShape).nullable(),
    }),
  ),
  /** What this environment says otherwise than the platform of who may read it. */
  overridden: z.array(
    z.strictObject({
      field: z.enum(['owner', 'classification', 'readers']),
      platform: z.string(),
      here: z.string(),
    }),
  ),
});

/** Topics that an application of Kafka Streams makes for itself: they hold what it reads. */
const streamsShape = z.strictObject({
  application: z.string(),
  owner: z.string(),
  cluster: z.string(),
  /** What their names begin with. */
  prefix: z.string(),
  /** That of the most sensitive topic that it reads. */
  classification: z.enum(classifications),
  /** The topics that it reads. */
  from: z.array(z.string()),
});

const recordedShape = z.strictObject({
  feature: z.enum(auditFeatures),
  support: z.enum(['native', 'translated', 'preview', 'unsupported']),
  /** What is missing of it, or what to use instead; null: nothing. */
  lacks: z.string().nullable(),
  source: z.string(),
  /** Who took the gap upon himself in writing, and until when; null: nobody. */
  accepted: z.strictObject({ reason: z.string(), owner: z.string(), until: z.string() }).nullable(),
});

const clusterShape = z.strictObject({
  name: z.string(),
  backend: z.string(),
  tier: z.string().nullable(),
  version: z.string(),
  life: z.enum(['owned', 'local', 'existing']),
  regions: z.array(z.string()),
  authentication: z.array(z.string()),
  /** Listeners without TLS; empty: there are none; null: nobody here knows. */
  inClear: z.array(z.string()).nullable(),
  /** Whose key encrypts its disks. */
  key: z.enum(['own', 'vendor', 'elsewhere']),
  brokersSignedBy: z.enum(['public', 'own', 'unknown']),
  /** How long certificates last, and how many days before their end who makes the next ones; empty: nothing here says it. */
  certificates: z.array(
    z.strictObject({
      of: z.string(),
      days: z.number(),
      renewedBefore: z.number(),
      by: z.enum(['the kit', 'Vault', 'you']),
    }),
  ),
  /** From where it is reached; null: nobody here knows. */
  reach: z.string().nullable(),
  /** By what more than networks of one's own may reach it. */
  exposures: z.array(z.string()),
  /** Principals that no permission holds back. */
  unbound: z.array(z.string()),
  /** What its permissions lose, or give beyond the flows. */
  translations: z.array(z.strictObject({ feature: z.string(), loses: z.string(), source: z.string() })),
  audit: z.strictObject({
    recorded: z.array(recordedShape),
    /** Where it stays as it was written; null: the description knows of nothing. */
    kept: z
      .strictObject({
        name: z.string(),
        days: z.number(),
        /** Whether nobody can delete it before; null: it is not the kit's, and nobody here knows. */
        locked: z.boolean().nullable(),
        /** Who answers for that; null: the kit makes it so. */
        by: z.string().nullable(),
      })
      .nullable(),
    /** Whether the rules ask for one: of a cluster of this machine, and of what is disposable, they do not. */
    asked: z.boolean(),
    daysAsked: z.number(),
  }),
});

const credentialShape = z.strictObject({
  who: z.string(),
  owner: z.string(),
  cluster: z.string(),
  authentication: z.string(),
  proof: z.enum(['password', 'certificate', 'identity']),
  /** Where it is; null: the platform that it runs on vouches for it. */
  store: z.string().nullable(),
  /** Null: nobody has to make it anew, as of a certificate that whoever made it renews in time. */
  version: z.number().nullable(),
  /** The day on which it was made; null: nobody recorded it, or has to. */
  since: z.string().nullable(),
  /** The last day on which it is young enough; null: nobody says how long one lasts. */
  due: z.string().nullable(),
  overdue: z.boolean(),
  /** Whether brokers take the one before it, too. */
  overlap: z.boolean(),
});

const writtenShape = z.strictObject({
  kind: z.enum(['waiver', 'acceptance', 'approval']),
  /** The rule's code, the feature, or the judge's code. */
  of: z.string(),
  /** The place, or the address. */
  where: z.string(),
  reason: z.string(),
  owner: z.string(),
  until: z.string(),
  /** Whether something is still set aside by it; null: that is not known before a plan. */
  used: z.boolean().nullable(),
});

/** What `kafka-kit evidence --format json` says. Fields are added, never renamed or taken away, within a version. */
export const evidenceShape = z.strictObject({
  version: z.literal(1),
  environment: z.string(),
  profile: z.enum(['baseline', 'production', 'regulated']),
  /** The day as of which it holds. */
  day: z.string(),
  /** The release of the platform that it is of; null: the working tree. */
  release: z.string().nullable(),
  counted: z.strictObject({
    clusters: z.number(),
    topics: z.number(),
    applications: z.number(),
    operators: z.number(),
    permissions: z.number(),
  }),
  /** What somebody has to look at. */
  attention: z.array(z.strictObject({ what: z.string(), where: z.string() })),
  clusters: z.array(clusterShape),
  topics: z.array(topicShape),
  streams: z.array(streamsShape),
  credentials: z.array(credentialShape),
  operators: z.array(
    z.strictObject({
      name: z.string(),
      owner: z.string(),
      role: z.enum(['admin', 'read-only', 'break-glass']),
      cluster: z.string(),
      until: z.string().nullable(),
      reason: z.string().nullable(),
      hosts: z.array(z.string()),
    }),
  ),
  written: z.array(writtenShape),
  owners: z.array(z.strictObject({ name: z.string(), contact: z.string() })),
  /** What none of this shows. */
  notProven: z.array(z.string()),
});

export type Evidence = z.infer<typeof evidenceShape>;
export type TopicEvidence = z.infer<typeof topicShape>;
export type StreamsEvidence = z.infer<typeof streamsShape>;
export type ClusterEvidence = z.infer<typeof clusterShape>;
export type CredentialEvidence = z.infer<typeof credentialShape>;
export type AccessEvidence = z.infer<typeof accessShape>;
export type WrittenEvidence = z.infer<typeof writtenShape>;
