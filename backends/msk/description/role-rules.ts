import type { Application } from '../../../model/application';
import type { Draft } from '../../../model/draft';
import { groupBy } from '../../../model/group-by';
import { dnsLabelForm } from '../../../model/kubernetes-name';
import { useInstead } from '../../../model/near-miss';
import type { Key } from '../../../model/place';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { roleNameLength } from '../../../render/msk/policy-document';
import { oidcProviderForm } from '../../../render/msk/role-trust';
import { mskClusters } from './clusters';
import { type RolesInput, roleOf } from './roles';
import { mskSettings } from './settings';
import { iamQuotas, usersOn } from './users';

export const roleNames: Rule = {
  code: 'KFK-K350',
  severity: 'error',
  title: "An application's name, with its cluster's and its environment's, is short enough for an IAM role",
  source: iamQuotas,
  *check(draft) {
    for (const { application, roles } of usersOn(draft)) {
      const role = roleOf(application, roles, draft.environment);
      if (role?.kind === 'made' && role.roleName.length > roleNameLength)
        yield at(application)
          .problem(
            `its role would be called '${role.roleName}', ${role.roleName.length} characters of at most ${roleNameLength}`,
          )
          .fix("use a shorter name, or name a role that exists in the cluster's roles.existing");
    }
  },
};

interface Form {
  readonly noun: string;
  readonly form: RegExp;
  readonly written: string;
  readonly said: (roles: RolesInput) => readonly (readonly [path: readonly Key[], value: string])[];
}

const one = (field: 'oidcProvider' | 'podIdentity' | 'namespace') => (roles: RolesInput) => {
  const value = roles[field];
  return value === undefined ? [] : [[[field], value] as const];
};

const forms: readonly Form[] = [
  {
    noun: 'the ARN of an IAM OpenID Connect provider',
    form: oidcProviderForm,
    written:
      'arn:aws:iam::<account>:oidc-provider/<issuer without https://>, as aws iam list-open-id-connect-providers prints it',
    said: one('oidcProvider'),
  },
  {
    noun: 'the name of an EKS cluster',
    form: /^[0-9A-Za-z][\w-]{0,99}$/,
    written: 'its name, not its ARN',
    said: one('podIdentity'),
  },
  {
    noun: 'a Kubernetes namespace',
    form: dnsLabelForm,
    written: 'lower-case letters, digits and dashes',
    said: one('namespace'),
  },
  {
    noun: "a role's name",
    form: /^[\w+=,.@-]{1,64}$/,
    written: 'its name, not its ARN or its path',
    said: ({ existing = {} }) => Object.entries(existing).map(([name, value]) => [['existing', name], value] as const),
  },
];

export const formsOfRoles: Rule = {
  code: 'KFK-K351',
  severity: 'error',
  title: 'What names a role on MSK, or who vouches for it, has its form',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { roles } = mskSettings(cluster);
      if (!roles) continue;
      for (const { noun, form, written, said } of forms)
        for (const [path, value] of said(roles))
          if (!form.test(value))
            yield at(cluster, 'roles', ...path)
              .problem(`'${value}' is not ${noun}`)
              .fix(`write ${written}`);
    }
  },
};

export const rolesOfApplications: Rule = {
  code: 'KFK-K352',
  severity: 'error',
  title: 'A role that exists is named for an application on its cluster',
  source: 'a name that nobody has gives nobody anything',
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const here = [...draft.applications.values()].filter((it) => it.cluster === cluster.name && !it.workload);
      const names = here.map(({ name }) => name);
      for (const name of Object.keys(mskSettings(cluster).roles?.existing ?? {}))
        if (!names.includes(name) && !draft.broken.has('applications', name))
          yield at(cluster, 'roles', 'existing', name)
            .problem(`no application on '${cluster.name}' is called '${name}'`)
            .fix(useInstead(name, names));
    }
  },
};

/** Applications of one cluster that are the same role. */
function* shared(draft: Draft) {
  for (const cluster of mskClusters(draft)) {
    const users = [...usersOn(draft)].filter(({ application }) => application.cluster === cluster.name);
    const named = users.flatMap(({ application, roles }) => {
      const role = roleOf(application, roles, draft.environment);
      return role?.kind === 'existing' ? [{ application, roleName: role.roleName }] : [];
    });
    for (const [roleName, those] of groupBy(named, (it) => it.roleName))
      if (those.length > 1) yield { cluster, roleName, applications: those.map(({ application }) => application) };
  }
}

const byIam = ({ authentication }: Application): boolean => authentication === 'iam';
const quoted = (applications: readonly Application[]) => applications.map(({ name }) => `'${name}'`).join(', ');

export const rolesOfOne: Rule = {
  code: 'KFK-K353',
  severity: 'error',
  title: 'A role is one application on a cluster',
  source: 'least privilege: whoever is the role may do what both may, and no log tells them apart',
  *check(draft) {
    for (const { cluster, roleName, applications } of shared(draft)) {
      if (new Set(applications.map(byIam)).size > 1) continue;
      const [, ...others] = applications;
      for (const { name } of others)
        yield at(cluster, 'roles', 'existing', name)
          .problem(`'${roleName}' is the role of ${quoted(applications)}`)
          .fix('give each a role of its own, or describe them as one application');
    }
  },
};

export const neitherIamNorAcls: Rule = {
  code: 'KFK-K354',
  severity: 'error',
  title: 'What a role may do on a cluster is said by IAM or by ACLs, never by both',
  source:
    'https://docs.aws.amazon.com/msk/latest/developerguide/iam-access-control.html: ACLs have no effect on who signs in by IAM',
  *check(draft) {
    for (const { cluster, roleName, applications } of shared(draft)) {
      const iam = applications.filter(byIam);
      const acls = applications.filter((it) => !byIam(it));
      if (iam.length === 0) continue;
      for (const { name, authentication } of acls)
        yield at(cluster, 'roles', 'existing', name)
          .problem(
            `'${roleName}' is ${quoted(iam)} by IAM and '${name}' by ${authentication}: no ACL binds whoever signs in by IAM, and the role reads what '${name}' signs in with, so it may do what all of them may`,
          )
          .fix(`give '${name}' a role of its own, or let it use iam`);
    }
  },
};

export const usefulRoles: Rule = {
  code: 'KFK-K356',
  severity: 'error',
  title: 'A namespace of service accounts is said where somebody vouches for them',
  source: 'what is described and never applied is believed',
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { roles } = mskSettings(cluster);
      if (roles?.namespace !== undefined && roles.oidcProvider === undefined && roles.podIdentity === undefined)
        yield at(cluster, 'roles', 'namespace')
          .problem('no role is made, so no service account becomes one')
          .fix("say the cluster's oidcProvider or podIdentity, or leave it out");
    }
  },
};

export const roleRules: readonly Rule[] = [
  roleNames,
  formsOfRoles,
  rolesOfApplications,
  rolesOfOne,
  neitherIamNorAcls,
  usefulRoles,
];
