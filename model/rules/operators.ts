import type { Application } from '../application';
import { dayAfter, millisecondsOfDay } from '../days';
import type { Draft } from '../draft';
import { endedOperators } from '../ended-operator';
import { longestBreakGlass, type Operator } from '../operator';
import { userName } from '../permissions';
import { at } from '../problem';
import { isReason, reasonFix } from '../reason';
import { isDay } from '../removal';
import type { Rule } from '../rule';

export const operatorsOwnName: Rule = {
  code: 'KFK-X001',
  severity: 'error',
  title: 'An operator has a name that no application has',
  source: 'least privilege: one user would be both, and a flow would give a person what it gives a program',
  *check({ operators, applications }) {
    for (const operator of operators.values()) {
      const named = applications.get(operator.name);
      if (named && !named.operator)
        yield at(operator)
          .problem(`an application is called '${operator.name}', too`)
          .fix(`rename the operator: '${operator.name}-operator'`);
    }
  },
};

export const glassHasReason: Rule = {
  code: 'KFK-X002',
  severity: 'error',
  title: 'Who may do everything says why, and until when',
  source: "users' pain: exceptions that nobody takes back (JulieOps #580)",
  *check({ operators }) {
    for (const operator of breakGlass(operators)) {
      if (operator.until === undefined)
        yield at(operator, 'until')
          .problem('it may do everything, for ever')
          .fix(`add until: the last day, at most ${longestBreakGlass} days ahead`);
      if (!isReason(operator.reason))
        yield at(operator, 'reason')
          .problem(`it may do everything, and ${saysNot(operator)}`)
          .fix(reasonFix);
    }
  },
};

const saysNot = ({ reason }: Operator): string =>
  reason === undefined ? 'nobody says why' : `'${reason}' says to nobody why`;

export const glassMends: Rule = {
  code: 'KFK-X003',
  severity: 'error',
  title: `Who may do everything may for at most ${longestBreakGlass} days ahead`,
  source: 'best practice: emergency access ends by itself, and is decided again where it is needed longer',
  *check({ operators, today }) {
    const latest = dayAfter(today, longestBreakGlass * millisecondsOfDay);
    for (const operator of breakGlass(operators))
      if (operator.until !== undefined && isDay(operator.until) && operator.until > latest)
        yield at(operator, 'until')
          .problem(`${operator.until} is more than ${longestBreakGlass} days after ${today}`)
          .fix(`use ${latest} at the latest, or role: 'admin'`);
  },
};

export const operatorDays: Rule = {
  code: 'KFK-X004',
  severity: 'error',
  title: "An operator's last day is a day",
  source: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6: full-date',
  *check({ operators }) {
    for (const operator of operators.values())
      if (operator.until !== undefined && !isDay(operator.until))
        yield at(operator, 'until').problem(`'${operator.until}' is no day`).fix("write it as '2026-12-31'");
  },
};

export const operatorEnded: Rule = {
  code: 'KFK-X005',
  severity: 'warning',
  title: 'An operator is there until its last day',
  source: "users' pain: credentials that outlive their use (JulieOps #518)",
  *check(draft) {
    for (const { operator, left, pulled } of endedOperators(draft)) {
      const after = 'then remove the entry; or decide again and give it a later day';
      yield at(operator, 'until')
        .problem(`it ended on ${operator.until}, and nothing is rendered for it: ${left}`)
        .fix(pulled ? `write the folder anew and commit it, ${after}` : `deploy, ${after}`);
    }
  },
};

export const superUsersByName: Rule = {
  code: 'KFK-X006',
  severity: 'error',
  title: 'Super users are named one by one',
  source: 'https://kafka.apache.org/documentation/#security_authz: super.users takes principals, and reads no pattern',
  *check({ clusters }) {
    for (const cluster of clusters.values())
      for (const { principal, field } of cluster.superUsers ?? [])
        if (/[*?;]/.test(principal))
          yield at(cluster, ...field)
            .problem(`'${principal}' is no name of one user`)
            .fix('name each user in an entry of its own');
  },
};

export const superUsersAreNobody: Rule = {
  code: 'KFK-X007',
  severity: 'error',
  title: 'A super user is no application and no operator',
  source: 'least privilege: no permission, no deny and no last day would hold it back',
  *check({ clusters, applications }) {
    for (const cluster of clusters.values())
      for (const { principal, field } of cluster.superUsers ?? []) {
        const found = [...applications.values()].find(
          (it) =>
            it.cluster === cluster.name &&
            [`User:${it.name}`, `User:${userNameOr(it, cluster)}`, `User:CN=${it.name}`].includes(principal),
        );
        if (found)
          yield at(cluster, ...field)
            .problem(`'${principal}' is the ${found.operator ? 'operator' : 'application'} '${found.name}'`)
            .fix(
              found.operator
                ? "remove it here: its role says what it may do, 'break-glass' everything until a day"
                : 'remove it here, and give the application flows for what it does',
            );
      }
  },
};

/** What is no authentication at all another rule tells. */
function userNameOr(...[application, cluster]: Parameters<typeof userName>): string {
  try {
    return userName(application, cluster);
  } catch {
    return application.name;
  }
}

export const adminsSayWhy: Rule = {
  code: 'KFK-X008',
  severity: 'error',
  profile: 'regulated',
  title: 'Where an auditor asks, an administrator says why it is there',
  source: 'best practice: standing privileged access is justified in writing',
  *check({ operators }) {
    for (const operator of operators.values())
      if (operator.role === 'admin' && !isReason(operator.reason))
        yield at(operator, 'reason')
          .problem(`it changes topics and permissions for as long as it stands, and ${saysNot(operator)}`)
          .fix(reasonFix);
  },
};

export const operatorsApart: Rule = {
  code: 'KFK-X009',
  severity: 'error',
  waivable: true,
  title: 'What an operator signs in with is in no namespace where applications run',
  source:
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/: who may make pods in a namespace reads its Secrets',
  *check({ environment, applications, clusters }) {
    const inNamespace = (application: Application): string[] => {
      const cluster = clusters.get(application.cluster);
      const delivered = cluster?.deliveryOf(environment, cluster, application);
      return delivered?.store === 'kubernetes' ? [delivered.namespace] : [];
    };
    const programs = [...applications.values()].filter(({ operator, workload }) => !operator && !workload);
    const theirs = new Set([environment.kubernetes?.applicationNamespace, ...programs.flatMap(inNamespace)]);
    for (const operator of applications.values())
      for (const namespace of operator.operator ? inNamespace(operator) : [])
        if (theirs.has(namespace))
          yield at(operator, 'namespace')
            .problem(
              `its credential would be in '${namespace}': whoever may make a pod there would be '${operator.operator}'`,
            )
            .fix("name one that only its people reach, as namespace: 'kafka-operators'");
  },
};

const breakGlass = (operators: Draft['operators']): Operator[] =>
  [...operators.values()].filter(({ role }) => role === 'break-glass');

/** KFK-X001 and following: what operators may do, and until when. */
export const operatorRules: readonly Rule[] = [
  operatorsOwnName,
  glassHasReason,
  glassMends,
  operatorDays,
  operatorEnded,
  superUsersByName,
  superUsersAreNobody,
  adminsSayWhy,
  operatorsApart,
];
