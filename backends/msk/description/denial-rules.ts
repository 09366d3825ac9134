import type { Application } from '../../../model/application';
import { grantsOfDenial } from '../../../model/denial';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { serviceAccountNamespace } from '../../../model/service-account';
import { actionsFor } from './iam-access';
import { roleOf } from './roles';
import { mskSettings } from './settings';
import { usersOn } from './users';

const actionsPage = 'https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html';

export const deniedByIam: Rule = {
  code: 'KFK-K500',
  severity: 'error',
  title: 'What is denied to who signs in by IAM is something that IAM has an action for',
  source: actionsPage,
  *check(draft) {
    for (const { application } of usersOn(draft)) {
      if (application.authentication !== 'iam') continue;
      for (const denial of application.denies ?? [])
        for (const { resourceType, operation } of grantsOfDenial(denial))
          if (!actionsFor(resourceType, operation))
            yield at(denial, 'operations')
              .problem(`IAM has no action for ${operation} of a ${resourceType}, so nobody who uses it may do that`)
              .fix(`leave ${operation} out`);
    }
  },
};

export const hostsOfAcls: Rule = {
  code: 'KFK-K501',
  severity: 'error',
  title: 'Hosts on Amazon MSK are of a user with a password or a certificate',
  source: `${actionsPage}: no condition key says where a client of brokers is`,
  *check(draft) {
    for (const { application, cluster } of usersOn(draft)) {
      // Where a cluster has no other users its capabilities say so.
      const others = cluster.authentication.some((mechanism) => mechanism !== 'iam');
      if (application.authentication !== 'iam' || !others) continue;
      const nouns = [application, ...(application.denies ?? [])];
      for (const noun of nouns)
        if (noun.hosts)
          yield at(noun, 'hosts')
            .problem('it signs in by IAM, which does not know where a client is')
            .fix("leave it out, or let it use 'scram-sha-512' or 'mtls'");
    }
  },
};

export const openToEverybody: Rule = {
  code: 'KFK-K502',
  severity: 'error',
  title: 'While an MSK cluster is open, no ACL reaches beyond what a flow uses',
  source:
    'https://docs.aws.amazon.com/msk/latest/developerguide/msk-acls.html: the first ACL of a topic, also one of every name, closes it for whoever has none',
  *check(draft) {
    for (const { application, cluster } of usersOn(draft)) {
      if (application.authentication === 'iam' || !mskSettings(cluster).open) continue;
      if (application.operator)
        yield at(application, 'authentication')
          .problem(
            `its ACLs are of every name: they would close every topic of '${cluster.name}', which is open, at once`,
          )
          .fix("use 'iam' for it, or let it come when the cluster is closed");
      else
        for (const denial of application.denies ?? [])
          yield at(denial)
            .problem(`its ACL would close what it names for everybody who has none, while '${cluster.name}' is open`)
            .fix('add it when the cluster is closed');
    }
  },
};

export const operatorsRoles: Rule = {
  code: 'KFK-K503',
  severity: 'error',
  waivable: true,
  title: "No service account of applications' namespace becomes an operator on Amazon MSK",
  source:
    'https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html: whoever makes pods chooses their service account',
  *check(draft) {
    const { environment } = draft;
    const users = usersOn(draft);
    const inNamespace = ({ application, roles }: (typeof users)[number]): string[] => {
      const role = roleOf(application, roles, environment);
      return role?.kind === 'made' ? [role.namespace] : [];
    };
    const isProgram = ({ operator, workload }: Application) => !operator && !workload;
    const theirs = new Set(users.filter(({ application }) => isProgram(application)).flatMap(inNamespace));
    for (const user of users) {
      const { application, roles } = user;
      if (!application.operator) continue;
      const usual = serviceAccountNamespace({}, roles?.namespace, environment);
      for (const namespace of inNamespace(user))
        if (namespace === usual || theirs.has(namespace))
          yield at(application, 'namespace')
            .problem(
              `the service account '${application.name}' of '${namespace}' would become its role: whoever may make a pod there would be '${application.operator}', and no person would`,
            )
            .fix(
              `name a role that its people have, as roles: { existing: { ${/^[a-z]+$/.test(application.name) ? application.name : `'${application.name}'`}: 'KafkaOperator' } } of the cluster; or for a tool a namespace of its own`,
            );
    }
  },
};

export const denialRules: readonly Rule[] = [deniedByIam, hostsOfAcls, openToEverybody, operatorsRoles];
