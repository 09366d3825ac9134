import { modelOf } from '../support/botocore';
import type { Evaluated } from './evaluated';
import { mappings, typedOnly } from './mapping';
import { type Attributes, type Mapping, requestsOf } from './requests';
import { judgeRequest } from './shape-problems';

/** What holding resources against botocore's models found. */
export interface Verdict {
  /** `stack type.name: what is wrong`. */
  readonly problems: readonly string[];
  /** Resources that were judged, by type. */
  readonly judged: ReadonlyMap<string, number>;
  /** Resources of types that no mapping knows, by type. */
  readonly typed: ReadonlyMap<string, number>;
  readonly requests: number;
  readonly values: number;
  /** Forms that JavaScript cannot read. */
  readonly unread: readonly string[];
}

/** What the models have older than the service's own quota. */
const outdated: readonly { readonly when: RegExp; readonly because: string }[] = [
  {
    when: /CreateCluster\.NumberOfBrokerNodes: \d+ are more than 15$/,
    because:
      '30 brokers of a KRaft cluster, 60 by request: https://docs.aws.amazon.com/msk/latest/developerguide/limits.html, read 2026-11-21',
  },
];

/** Bounds that the models leave out. */
const quotas: readonly {
  readonly operation: string;
  readonly member: string;
  readonly most: number;
  /** IAM counts no white space. */
  readonly counted: (text: string) => string;
  readonly source: string;
}[] = [
  {
    operation: 'CreatePolicy',
    member: 'PolicyDocument',
    most: 6144,
    counted: (text) => text.replace(/\s/g, ''),
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html, read 2026-11-21',
  },
  {
    operation: 'CreateRole',
    member: 'AssumeRolePolicyDocument',
    most: 2048,
    counted: (text) => text.replace(/\s/g, ''),
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html, read 2026-11-21',
  },
  {
    operation: 'CreateKey',
    member: 'Policy',
    most: 32_768,
    counted: (text) => text,
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html, read 2026-11-21',
  },
  {
    operation: 'PutClusterPolicy',
    member: 'Policy',
    most: 20_480,
    counted: (text) => text,
    source:
      'https://docs.aws.amazon.com/msk/latest/developerguide/mvpc-cluster-owner-action-policy.html, read 2026-11-21',
  },
  {
    operation: 'PutBucketPolicy',
    member: 'Policy',
    most: 20_480,
    counted: (text) => text,
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-iam-policies.html, read 2026-11-22',
  },
];

/** Documents of IAM's language are JSON with a version and statements, and no longer than the service takes. */
function documentProblems(operation: string, input: Attributes): string[] {
  return quotas.flatMap(({ operation: of, member, most, counted }) => {
    const text = input[member];
    if (of !== operation || typeof text !== 'string') return [];
    const length = counted(text).length;
    return [
      ...(length > most ? [`${operation}.${member}: ${length} characters are more than ${most}`] : []),
      ...(isPolicy(text) ? [] : [`${operation}.${member}: it is no policy`]),
    ];
  });
}

function isPolicy(text: string): boolean {
  try {
    const { Version, Statement } = JSON.parse(text) as { readonly Version?: unknown; readonly Statement?: unknown };
    return Version === '2012-10-17' && Array.isArray(Statement) && Statement.length > 0;
  } catch {
    return false;
  }
}

export function judge(resources: readonly Evaluated[], known: Readonly<Record<string, Mapping>> = mappings): Verdict {
  const problems: string[] = [];
  const judged = new Map<string, number>();
  const typed = new Map<string, number>();
  const unread = new Set<string>();
  let requests = 0;
  let values = 0;
  for (const { stack, type, name, attributes } of resources) {
    const mapping = known[type];
    const count = mapping ? judged : typed;
    count.set(type, (count.get(type) ?? 0) + 1);
    const at = `${stack} ${type}.${name}`;
    if (!mapping) {
      if (!(type in typedOnly)) problems.push(`${at}: no mapping knows this type, nor is it listed`);
      continue;
    }
    const asked = requestsOf(mapping, attributes);
    problems.push(...asked.unmapped.map((path) => `${at}: the mapping does not know ${path}`));
    for (const { service, operation, input } of asked.requests) {
      const model = modelOf(service);
      const found = judgeRequest(model, shapeOf(service, operation), withoutUndefined(input), operation);
      requests++;
      values += found.values;
      for (const one of found.unread) unread.add(one);
      problems.push(...documentProblems(operation, input).map((problem) => `${at}: ${service} ${problem}`));
      problems.push(
        ...found.problems
          .filter((problem) => !outdated.some(({ when }) => when.test(problem)))
          .map((problem) => `${at}: ${service} ${problem}`),
      );
    }
  }
  return { problems, judged, typed, requests, values, unread: [...unread] };
}

/** The shape of what an operation takes. */
export function shapeOf(service: Parameters<typeof modelOf>[0], operation: string): string {
  const shape = modelOf(service).operations[operation]?.input?.shape;
  if (!shape) throw new Error(`${service} has no ${operation}`);
  return shape;
}

const withoutUndefined = (input: object): unknown => JSON.parse(JSON.stringify(input));
