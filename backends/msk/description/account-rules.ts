import type { Application } from '../../../model/application';
import type { Draft } from '../../../model/draft';
import { groupBy } from '../../../model/group-by';
import { type Permission, permissionsOf } from '../../../model/permissions';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { policiesPerRole } from '../../../render/msk/policy-document';
import { policiesOf } from './policies';
import { principalName, roleOf } from './roles';
import { mskSettings } from './settings';
import { iamQuotas, type MskUser, usersOn } from './users';

/** An application, the policies that it needs, and what it may do. */
interface Needed {
  readonly application: Application;
  readonly policies: number;
  readonly permissions: readonly Permission[];
  /** How many registries of Glue it writes in. */
  readonly registries: number;
  readonly role: ReturnType<typeof roleOf>;
}

/** Several rules ask for the same of one description. */
const known = new WeakMap<Draft, readonly Needed[]>();

function neededBy(draft: Draft): readonly Needed[] {
  const needed = known.get(draft) ?? computedOf(draft);
  known.set(draft, needed);
  return needed;
}

function computedOf(draft: Draft): Needed[] {
  const users = usersOn(draft);
  const byApplication = groupBy(
    permissionsOf(
      users.map(({ application }) => application),
      draft.flows,
      draft.clusters,
    ),
    ({ application }) => application,
  );
  const { environment } = draft;
  return users.map(({ application, cluster, roles }) => {
    const permissions = byApplication.get(application.name) ?? [];
    const policies = policiesOf({ application, cluster, environment, permissions });
    const registries = Object.values(mskSettings(cluster).glue).filter(({ writers }) =>
      writers.includes(application.name),
    ).length;
    return { application, permissions, policies, registries, role: roleOf(application, roles, environment) };
  });
}

const quoted = (needed: readonly Needed[]): string =>
  needed.map(({ application }) => `'${application.name}'`).join(', ');

export const policiesOfRole: Rule = {
  code: 'KFK-K307',
  severity: 'error',
  title: "An application's permissions on MSK fit in the policies that its role may attach",
  source: `${iamQuotas}: ${policiesPerRole} managed policies of 6,144 characters`,
  *check(draft) {
    for (const { application, policies, registries } of neededBy(draft))
      if (policies > policiesPerRole)
        yield at(application)
          .problem(`its permissions need ${policies} policies; a role has at most ${policiesPerRole}`)
          .fix(
            oneOf([
              ...(registries > 1 ? [`write in fewer registries of Glue than ${registries}`] : []),
              'split the application',
              ...(application.authentication === 'iam' ? ['let it use scram-sha-512'] : []),
            ]),
          );
  },
};

const oneOf = (ways: readonly string[]): string =>
  ways.length === 1 ? ways.join() : `${ways.slice(0, -1).join(', ')}, or ${ways.at(-1)}`;

export const policiesOfSharedRole: Rule = {
  code: 'KFK-K355',
  severity: 'error',
  title: 'A role that exists gets no more policies from all clusters than it may have',
  source: `${iamQuotas}: ${policiesPerRole} managed policies`,
  *check(draft) {
    const existing = neededBy(draft).filter(({ role }) => role?.kind === 'existing');
    for (const [roleName, those] of groupBy(existing, ({ role }) => role?.roleName)) {
      const policies = those.reduce((sum, it) => sum + it.policies, 0);
      const [first] = those;
      // One application alone is another rule's.
      if (first && those.length > 1 && policies > policiesPerRole)
        yield at(first.application)
          .problem(
            `${quoted(those)} are the role '${roleName}', with ${policies} policies of at most ${policiesPerRole}`,
          )
          .fix('give them roles of their own');
    }
  },
};

export const policyNames: Rule = {
  code: 'KFK-K359',
  severity: 'error',
  title: "An application's policy on MSK has a name of its own in the account",
  source:
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html: EntityAlreadyExists, read 2026-11-21',
  *check(draft) {
    const nameOf = ({ application: { name, cluster } }: MskUser) =>
      principalName(draft.environment.name, cluster, name);
    for (const [name, [first, ...others]] of groupBy(usersOn(draft), nameOf))
      for (const { application } of others)
        yield at(application)
          .problem(
            `its policy would be called '${name}', as that of '${first?.application.name}' on '${first?.application.cluster}'`,
          )
          .fix('rename one of the applications, or one of the clusters');
  },
};

/** What an account may have without asking. */
const accountQuotas = [
  { noun: 'managed policies', max: 1500, most: 5000, of: ({ policies }: Needed) => policies },
  { noun: 'roles', max: 1000, most: 5000, of: ({ role }: Needed) => (role?.kind === 'made' ? 1 : 0) },
] as const;

export const accountQuota: Rule = {
  code: 'KFK-K357',
  severity: 'warning',
  title: 'An environment makes no more policies and roles than an account has without asking',
  source: `${iamQuotas}: 1,500 customer managed policies and 1,000 roles, 5,000 of each on request`,
  *check(draft) {
    const needed = neededBy(draft);
    for (const { noun, max, most, of } of accountQuotas) {
      const sum = needed.reduce((so, it) => so + of(it), 0);
      if (sum > max)
        yield at(draft.environment, 'clusters')
          .problem(`its applications on MSK need ${sum} ${noun}; an account has ${max} unless somebody asked for more`)
          .fix(`${groupSuggested(needed)}ask AWS for up to ${most}, or use an account for each environment`);
    }
  },
};

/** Applications that may do exactly the same are one group, which needs one policy. */
function groupSuggested(needed: readonly Needed[]): string {
  const [most = []] = [...groupBy(needed, grantsOf).values()].sort((a, b) => b.length - a.length);
  if (most.length < 2) return '';
  const named = `${quoted(most.slice(0, 3))}${most.length > 3 ? ', …' : ''}`;
  return `${most.length} applications may do exactly the same (${named}): describe them as one, a group with one role; or `;
}

const grantsOf = ({ application: { cluster, authentication }, permissions }: Needed): string =>
  [
    cluster,
    authentication,
    ...permissions.map((it) => `${it.operation} ${it.resourceType} ${it.patternType} ${it.resourceName}`),
  ].join(' ');

export const accountRules: readonly Rule[] = [policiesOfRole, policiesOfSharedRole, policyNames, accountQuota];
