import { heldSecret, isVouchedFor } from '../held-secret';
import type { Kubernetes } from '../kubernetes';
import { dnsLabelFix, dnsLabelForm, dnsSubdomainFix, dnsSubdomainForm } from '../kubernetes-name';
import { labelFix, labelForm } from '../names';
import { useInstead } from '../near-miss';
import { at, type Finding } from '../problem';
import { isReason, reasonFix } from '../reason';
import { isDay } from '../removal';
import type { Rule } from '../rule';
import { strangerIn } from '../strange-text';

export const environmentName: Rule = {
  code: 'KFK-E002',
  severity: 'error',
  title: 'Environments, clusters and owners have names that can be part of stacks and folders',
  source: "users' pain: renamed or colliding stacks destroy what they made (cdktf #219)",
  *check({ environment, clusters, owners }) {
    if (!labelForm.test(environment.name))
      yield at(environment, 'name')
        .problem(`'${environment.name}' cannot be the name of an environment${strangerIn(environment.name)}`)
        .fix(labelFix);
    for (const noun of [...clusters.values(), ...owners.values()])
      if (!labelForm.test(noun.name))
        yield at(noun)
          .problem(`'${noun.name}' cannot be a name here${strangerIn(noun.name)}`)
          .fix(labelFix);
  },
};

export const productionKeeps: Rule = {
  code: 'KFK-E003',
  severity: 'error',
  profile: 'production',
  title: 'Production is not disposable',
  source: "users' pain: protection that cannot be set per environment (terraform-provider-aws #44209)",
  *check({ environment }) {
    if (environment.disposable)
      yield at(environment, 'disposable')
        .problem('the data of a production environment could be destroyed by the description alone')
        .fix('remove disposable');
  },
};

export const notFromItself: Rule = {
  code: 'KFK-E004',
  severity: 'error',
  title: 'An environment is promoted from another one',
  source: "users' pain: promotion without an order (Klaw #2511)",
  *check({ environment }) {
    if (environment.promotesFrom === environment.name)
      yield at(environment, 'promotesFrom')
        .problem('it promotes from itself')
        .fix('name the environment before it, or remove it');
  },
};

export const datesHold: Rule = {
  code: 'KFK-E005',
  severity: 'error',
  title: 'Removals, approvals, acceptances and waivers have a last day that has not passed, a reason and an owner',
  source: "users' pain: exceptions that nobody takes back (JulieOps #580)",
  *check({ environment, topics, owners, today, broken }) {
    const dated = [
      ...[...topics.values()].flatMap((topic) =>
        topic.removed && topic.role === 'records'
          ? [{ noun: topic, field: ['removed'], day: 'until', last: topic.removed.until, said: topic.removed }]
          : [],
      ),
      ...environment.approvals.map((said, index) => ({
        noun: environment,
        field: ['approvals', index],
        day: 'expires',
        last: said.expires,
        said,
      })),
      ...environment.waivers.map((said, index) => ({
        noun: environment,
        field: ['waivers', index],
        day: 'expires',
        last: said.expires,
        said,
      })),
      ...Object.entries(environment.accepts).map(([feature, said]) => ({
        noun: environment,
        field: ['accepts', feature],
        day: 'until',
        last: said.until,
        said,
      })),
    ];
    for (const { noun, field, day, last, said } of dated) {
      if (!isDay(last))
        yield at(noun, ...field, day)
          .problem(`'${last}' is no day`)
          .fix("write it as '2026-12-31'");
      else if (last < today)
        yield at(noun, ...field, day)
          .problem(`it ended on ${last}`)
          .fix(
            field[0] === 'removed' ? "remove the topic's entry" : 'remove it, or decide again and give it a later day',
          );
      if (!isReason(said.reason))
        yield at(noun, ...field, 'reason')
          .problem(`'${said.reason}' says to nobody why`)
          .fix(reasonFix);
      if ('owner' in said && !owners.has(said.owner) && !broken.has('owners', said.owner))
        yield at(noun, ...field, 'owner')
          .problem(`no owner is called '${said.owner}'`)
          .fix(useInstead(said.owner, owners.keys()));
    }
  },
};

export const rotationsKnown: Rule = {
  code: 'KFK-E006',
  severity: 'error',
  title: 'Secret versions are counted from 1, for applications that exist and hold a secret',
  source:
    'https://developer.hashicorp.com/terraform/language/resources/ephemeral/write-only: a version that goes back is not written',
  *check({ environment, applications, operators, broken }) {
    for (const [name, version] of Object.entries(environment.secrets.versions)) {
      const place = at(environment, 'secrets', 'versions', name);
      const application = applications.get(name);
      // Of an operator whose day has passed the count stays, for it may come back.
      if (!applications.has(name) && !operators.has(name) && !broken.has('applications', name))
        yield place.problem(`no application is called '${name}'`).fix(useInstead(name, applications.keys()));
      else if (version < 1)
        yield place.problem(`${version} is given where at least 1 is needed`).fix('count up by one at each rotation');
      else if (version > 1 && application && heldSecret(application) === 'client-secret')
        yield place
          .problem('its server of tokens makes its client secret anew, and nothing here writes it')
          .fix('remove it');
      else if (version > 1 && application && isVouchedFor(application))
        yield place
          .problem('the platform that it runs on vouches for it, so it holds no secret that could be made anew')
          .fix('remove it');
    }
  },
};

export const storeUsed: Rule = {
  code: 'KFK-E009',
  severity: 'error',
  title: 'A store of secrets that is named keeps those of a cluster',
  source: "users' pain: credentials that a tool keeps elsewhere than it was told (Strimzi #5141)",
  *check({ environment, clusters, broken }) {
    const { store } = environment.secrets;
    const offered = new Set([...clusters.values()].flatMap(({ secretStores }) => secretStores));
    if (store && offered.size > 0 && broken.isEmpty && !offered.has(store))
      yield at(environment, 'secrets', 'store')
        .problem(`no cluster here keeps its applications' credentials in '${store}'`)
        .fix(`remove it, or use one of: ${[...offered].join(', ')}`);
  },
};

const nameForms = {
  namespace: { form: dnsLabelForm, fix: dnsLabelFix },
  ClusterSecretStore: { form: dnsSubdomainForm, fix: dnsSubdomainFix },
};

/** What an environment says of Kubernetes, and what that is the name of. */
const kubernetesFields = {
  namespace: 'namespace',
  applicationNamespace: 'namespace',
  prometheusNamespace: 'namespace',
  kedaNamespace: 'namespace',
  operatorNamespace: 'namespace',
  secretStore: 'ClusterSecretStore',
  prometheusLabels: undefined,
  podSecurity: undefined,
  runbooks: undefined,
} as const satisfies Record<keyof Kubernetes, keyof typeof nameForms | undefined>;

export const kubernetesNames: Rule = {
  code: 'KFK-E010',
  severity: 'error',
  title: 'Namespaces and the store of secrets have names that Kubernetes takes',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/: a DNS label, and a DNS subdomain',
  *check({ environment, applications }) {
    for (const [field, kind] of Object.entries(kubernetesFields)) {
      const given = environment.kubernetes?.[field as keyof Kubernetes];
      if (kind && typeof given === 'string') yield* badName(kind, given, at(environment, 'kubernetes', field));
    }
    for (const application of applications.values())
      if (application.namespace !== undefined)
        yield* badName('namespace', application.namespace, at(application, 'namespace'));
  },
};

function* badName(kind: keyof typeof nameForms, given: string, place: ReturnType<typeof at>): Iterable<Finding> {
  const { form, fix } = nameForms[kind];
  if (!form.test(given)) yield place.problem(`'${given}' cannot be the name of a ${kind}`).fix(fix);
}

export const environmentRules: readonly Rule[] = [
  environmentName,
  productionKeeps,
  notFromItself,
  datesHold,
  rotationsKnown,
  storeUsed,
  kubernetesNames,
];
