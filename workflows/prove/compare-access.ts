import type { ResourceType } from '../../model/grant';
import { type ProbeResult, probedOperations } from './access-probe';

/** A permission that an application must have, in Kafka's terms; `Describe` by `Read` and the like need not be listed. */
export interface ExpectedAccess {
  readonly application: string;
  readonly resourceType: ResourceType;
  readonly resourceName: string;
  /** `Prefixed` covers every name that begins with `resourceName`; `*` as a literal name covers all. Default: `Literal`. */
  readonly patternType?: 'Literal' | 'Prefixed';
  readonly operation: string;
  /** What is denied is allowed by nothing else. Default: `Allow`. */
  readonly permission?: 'Allow' | 'Deny';
}

export interface AccessDifference {
  readonly application: string;
  readonly resourceType: ResourceType;
  readonly resourceName: string;
  readonly operation: string;
  /**
   * - `refused`: expected, and the brokers refuse it
   * - `excess`: the brokers allow it, and nobody expects it
   * - `unproved`: the probe failed, so neither is known
   * - `unprobed`: expected, and no probe asked for it
   */
  readonly difference: 'refused' | 'excess' | 'unproved' | 'unprobed';
  readonly detail: string;
}

/**
 * What an operation brings with it.
 *
 * @see https://kafka.apache.org/documentation/#operations_resources_and_protocols
 */
const implied: Readonly<Record<string, readonly string[]>> = {
  Read: ['Describe'],
  Write: ['Describe'],
  Delete: ['Describe'],
  Alter: ['Describe'],
  AlterConfigs: ['DescribeConfigs'],
};

/** Where what the brokers answered differs from what is expected; empty when each allows exactly the expected. */
export function compareAccess(
  expected: readonly ExpectedAccess[],
  results: readonly ProbeResult[],
): AccessDifference[] {
  const differences: AccessDifference[] = [];
  const proved = new Set<ExpectedAccess>();
  const allowed = expected.filter(({ permission = 'Allow' }) => permission === 'Allow');
  const denied = expected.filter(({ permission }) => permission === 'Deny');
  for (const { outcome, detail, ...asked } of results) {
    const because = allowed.filter((permission) => grants(permission, asked));
    for (const permission of because)
      if ([asked.operation, 'All'].includes(permission.operation)) proved.add(permission);
    // Who may create on the cluster makes any topic, also one that is denied: brokers ask for the cluster first.
    const anyway = because.some(({ resourceType }) => resourceType !== asked.resourceType);
    const isDenied = !anyway && denied.some((permission) => takes(permission, asked));
    const difference = judge(outcome, because.length > 0 && !isDenied);
    if (difference) differences.push({ ...asked, difference, detail });
  }
  for (const permission of allowed) {
    if (proved.has(permission)) continue;
    const { application, resourceType, resourceName, operation } = permission;
    const known = (probedOperations[resourceType] as readonly string[]).includes(operation);
    const detail = known ? `no probe of such a ${resourceType}` : `no probe knows ${operation} of a ${resourceType}`;
    differences.push({ application, resourceType, resourceName, operation, difference: 'unprobed', detail });
  }
  return differences;
}

type Asked = Pick<ProbeResult, 'application' | 'resourceType' | 'resourceName' | 'operation'>;

function grants(permission: ExpectedAccess, asked: Asked): boolean {
  if (permission.application !== asked.application) return false;
  const creates = ['Create', 'All'].includes(permission.operation);
  const [granted, wanted] = [permission.resourceType, asked.resourceType];
  if (creates && granted === 'Cluster' && wanted === 'Topic') return asked.operation === 'Create';
  // To create on the cluster is to make topics of any name.
  if (creates && granted === 'Topic' && permission.resourceName === '*' && wanted === 'Cluster')
    return asked.operation === 'Create';
  return (
    permission.resourceType === asked.resourceType &&
    covers(permission, asked.resourceName) &&
    brings(permission.operation, asked.operation)
  );
}

/** A denial implies nothing: https://kafka.apache.org/documentation/#security_authz */
const takes = (permission: ExpectedAccess, asked: Asked): boolean =>
  permission.application === asked.application &&
  permission.resourceType === asked.resourceType &&
  covers(permission, asked.resourceName) &&
  [asked.operation, 'All'].includes(permission.operation);

const covers = ({ resourceName, patternType }: ExpectedAccess, name: string) =>
  patternType === 'Prefixed' ? name.startsWith(resourceName) : resourceName === name || resourceName === '*';

const brings = (operation: string, asked: string) =>
  operation === asked || operation === 'All' || (implied[operation]?.includes(asked) ?? false);

function judge(outcome: ProbeResult['outcome'], isExpected: boolean): AccessDifference['difference'] | undefined {
  if (outcome === 'failed') return 'unproved';
  if (outcome === 'denied' && isExpected) return 'refused';
  if (outcome === 'allowed' && !isExpected) return 'excess';
  return undefined;
}
