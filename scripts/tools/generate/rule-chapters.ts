/** What the rules of a noun are about, and where it is explained how to do it. */
export interface Chapter {
  readonly title: string;
  /** Relative to `docs/reference`. */
  readonly guides: readonly string[];
  /** First and last code of each family, both of it. */
  readonly codes: readonly (readonly [first: string, last: string])[];
}

/**
 * The chapters of the page of rules. Families grew as nouns were added, and codes are never given anew, so a noun may
 * have some of several: a new rule whose code is in no chapter fails `npm run generate`.
 */
export const chapters: readonly Chapter[] = [
  {
    title: 'Environments, owners and names',
    guides: ['../guides/first-description.md'],
    codes: [
      ['KFK-E001', 'KFK-E019'],
      ['KFK-N001', 'KFK-N099'],
      ['KFK-O001', 'KFK-O099'],
    ],
  },
  {
    title: 'Topics',
    guides: ['../guides/first-description.md'],
    codes: [['KFK-T001', 'KFK-T099']],
  },
  {
    title: 'Applications and flows',
    guides: ['../guides/first-description.md'],
    codes: [
      ['KFK-A001', 'KFK-A019'],
      ['KFK-F001', 'KFK-F099'],
    ],
  },
  {
    title: 'Clusters of any kind',
    guides: ['capabilities.md'],
    codes: [
      ['KFK-C001', 'KFK-C009'],
      ['KFK-K001', 'KFK-K099'],
    ],
  },
  {
    title: 'Clusters that exist, and local ones',
    guides: ['../guides/first-description.md'],
    codes: [
      ['KFK-K101', 'KFK-K199'],
      ['KFK-L001', 'KFK-L099'],
    ],
  },
  {
    title: 'Azure Event Hubs',
    guides: [
      '../guides/event-hubs.md',
      '../guides/event-hubs-namespace.md',
      '../guides/event-hubs-access.md',
      'capabilities.md#limits',
    ],
    codes: [
      ['KFK-K201', 'KFK-K299'],
      ['KFK-L201', 'KFK-L299'],
    ],
  },
  {
    title: 'Amazon MSK',
    guides: ['../guides/msk.md', '../guides/msk-cluster.md', '../guides/beside-msk.md', 'capabilities.md#limits'],
    codes: [
      ['KFK-K301', 'KFK-K399'],
      ['KFK-L301', 'KFK-L399'],
    ],
  },
  {
    title: 'Strimzi',
    guides: ['../guides/strimzi.md', '../guides/strimzi-access.md', '../guides/balancing.md'],
    codes: [
      ['KFK-K401', 'KFK-K499'],
      ['KFK-L401', 'KFK-L499'],
    ],
  },
  {
    title: 'Operators, denials and hosts',
    guides: ['../guides/access.md'],
    codes: [
      ['KFK-X001', 'KFK-X019'],
      ['KFK-K500', 'KFK-K509'],
    ],
  },
  {
    title: 'Signing in by tokens',
    guides: ['../guides/authentication.md'],
    codes: [
      ['KFK-A030', 'KFK-A039'],
      ['KFK-K510', 'KFK-K519'],
    ],
  },
  {
    title: 'Certificates',
    guides: ['../guides/certificates.md', '../guides/vault.md'],
    codes: [
      ['KFK-X030', 'KFK-X039'],
      ['KFK-X091', 'KFK-X099'],
      ['KFK-K520', 'KFK-K539'],
    ],
  },
  {
    title: 'Secrets',
    guides: ['../guides/secrets.md'],
    codes: [
      ['KFK-X050', 'KFK-X059'],
      ['KFK-K550', 'KFK-K559'],
    ],
  },
  {
    title: 'Rotation',
    guides: ['../guides/rotation.md'],
    codes: [['KFK-X040', 'KFK-X049']],
  },
  {
    title: 'Classified data',
    guides: ['../guides/policy.md#classifications'],
    codes: [
      ['KFK-X060', 'KFK-X079'],
      ['KFK-X084', 'KFK-X084'],
    ],
  },
  {
    title: 'Audit logs',
    guides: ['../guides/audit.md'],
    codes: [
      ['KFK-X080', 'KFK-X083'],
      ['KFK-X085', 'KFK-X090'],
      ['KFK-K540', 'KFK-K549'],
    ],
  },
  {
    title: 'Waivers',
    guides: ['../guides/policy.md#waivers'],
    codes: [['KFK-W001', 'KFK-W099']],
  },
  {
    title: 'Texts',
    guides: ['../guides/first-description.md'],
    codes: [['KFK-X020', 'KFK-X029']],
  },
  {
    title: 'What exists, and changes of scale',
    guides: ['../guides/deploying.md', '../guides/scaling-brokers.md'],
    codes: [['KFK-I001', 'KFK-I099']],
  },
  {
    title: 'State, tags and renames',
    guides: ['../guides/terraform-state.md'],
    codes: [
      ['KFK-E020', 'KFK-E039'],
      ['KFK-M020', 'KFK-M039'],
    ],
  },
  {
    title: 'Promotion',
    guides: ['../guides/promotion.md'],
    codes: [['KFK-P001', 'KFK-P099']],
  },
  {
    title: 'GitOps',
    guides: ['../guides/gitops.md'],
    codes: [['KFK-G001', 'KFK-G099']],
  },
  {
    title: 'Replications',
    guides: ['../guides/replication.md'],
    codes: [['KFK-R001', 'KFK-R099']],
  },
  {
    title: 'Kafka Connect',
    guides: ['../guides/connect.md', '../guides/beside-msk.md'],
    codes: [['KFK-C010', 'KFK-C099']],
  },
  {
    title: 'Bridges and schema registries',
    guides: ['../guides/http-bridge.md', '../guides/schema-registry.md'],
    codes: [
      ['KFK-B001', 'KFK-B099'],
      ['KFK-M001', 'KFK-M019'],
    ],
  },
  {
    title: 'Autoscaling',
    guides: ['../guides/scaling.md'],
    codes: [['KFK-A020', 'KFK-A029']],
  },
];

/** The chapter that a rule stands in. */
export function chapterOf(code: string): Chapter {
  const [chapter, another] = chapters.filter(({ codes }) =>
    codes.some(([first, last]) => first <= code && code <= last),
  );
  if (!chapter || another)
    throw new Error(
      `${code} is in ${chapter ? 'two chapters' : 'no chapter'} of the rules: say where in rule-chapters.ts`,
    );
  return chapter;
}
