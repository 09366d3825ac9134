import type { Application } from '../application';
import { type Denial, grantsOfDenial } from '../denial';
import type { Draft } from '../draft';
import { common, covers, type Grant, operationsAllowedBy, operationsOn } from '../grant';
import { groupBy } from '../group-by';
import { brokersForm } from '../host';
import { kafkaNameForm, longestTopicName } from '../names';
import { useOneOf } from '../near-miss';
import { type Permission, permissionsOf } from '../permissions';
import { at, type Finding } from '../problem';
import type { Rule } from '../rule';
import { isLegal } from './topic-names';
import { knownOn, missedBy, unbindingDenialRules } from './unbinding-denials';

/** Everything that is denied to somebody. */
const denials = ({ applications }: Pick<Draft, 'applications'>): Denial[] =>
  [...applications.values()].flatMap(({ denies = [] }) => denies);

const authorizer = 'https://kafka.apache.org/documentation/#security_authz';

export const denialIsOfOne: Rule = {
  code: 'KFK-X010',
  severity: 'error',
  title: 'A denial names one topic, one group or one transactional id',
  source: authorizer,
  *check(draft) {
    for (const denial of denials(draft))
      if (denial.resources.length !== 1)
        yield at(denial)
          .problem(
            denial.resources.length === 0
              ? 'it says neither topic, nor group, nor transactionalId'
              : `it says ${denial.resources.map(({ resourceType }) => resourceType).join(' and ')}`,
          )
          .fix('name one of them here, and another in an entry of its own');
  },
};

export const denialNames: Rule = {
  code: 'KFK-X011',
  severity: 'error',
  title: 'What is denied has a name that Kafka takes',
  source: 'https://kafka.apache.org/documentation/#topicconfigs; a name that nothing can have is never met',
  *check(draft) {
    for (const denial of denials(draft))
      for (const { resourceName, resourceType } of denial.resources) {
        if (!kafkaNameForm.test(resourceName))
          yield at(denial)
            .problem(`'${resourceName}' is no name, and no beginning of one`)
            .fix(
              resourceName === '*'
                ? 'name what is denied, or a prefix: whoever has no flow is let do nothing anyway'
                : "use letters, digits, '.', '_' and '-'",
            );
        else if (resourceType === 'Topic' && resourceName.length > longestTopicName)
          yield at(denial, 'topic')
            .problem(`no topic has a name of ${resourceName.length} letters: '${resourceName.slice(0, 40)}…'`)
            .fix(`name one of at most ${longestTopicName} letters`);
        else if (resourceType === 'Topic' && denial.patternType === 'Literal' && !isLegal(resourceName))
          yield at(denial, 'topic')
            .problem(`no topic is called '${resourceName}'`)
            .fix('name one, or say prefix: true for all that begin so');
      }
  },
};

export const deniedOperations: Rule = {
  code: 'KFK-X012',
  severity: 'error',
  title: 'What is denied is something that can be done with such a resource',
  source: 'https://kafka.apache.org/documentation/#operations_resources_and_protocols',
  *check(draft) {
    for (const denial of denials(draft)) {
      if (denial.operations.length === 0)
        yield at(denial, 'operations').problem('it denies nothing').fix('name what is denied, or remove the entry');
      for (const { resourceType } of denial.resources) {
        const known: readonly string[] = ['All', ...operationsOn[resourceType]];
        for (const [index, operation] of denial.operations.entries())
          if (!known.includes(operation))
            yield at(denial, 'operations', index)
              .problem(`nobody can ${operation} a ${resourceType}`)
              .fix(useOneOf(known));
      }
    }
  },
};

/** What somebody is allowed and denied. */
interface Judged {
  readonly application: Application;
  readonly allowed: readonly Permission[];
}

/** Those to whom something is denied, with what they are allowed. */
function* judged({ applications, flows, clusters }: Draft): Iterable<Judged> {
  const denied = [...applications.values()].filter(({ denies = [] }) => denies.length > 0);
  const flowsOf = groupBy(flows, ({ application }) => application);
  for (const application of denied) {
    const all = permissionsOf([application], flowsOf.get(application.name) ?? [], clusters);
    yield { application, allowed: all.filter(({ permission }) => permission === 'Allow') };
  }
}

const fromCommonHost = ({ hosts }: Denial, { host }: Permission): boolean =>
  hosts === undefined || host === '*' || hosts.includes(host);

const meets = (denied: Grant, allowed: Permission): boolean =>
  common(denied, allowed) !== undefined &&
  operationsAllowedBy(allowed).some((it) => denied.operation === 'All' || denied.operation === it);

export const denialDenies: Rule = {
  code: 'KFK-X013',
  severity: 'warning',
  title: 'A denial takes away something that is allowed',
  source:
    'best practice: least privilege; nothing is allowed by default, and an entry that does nothing hides those that do',
  *check(draft) {
    if (draft.broken.has('flows')) return;
    const known = knownOn(draft);
    for (const { application, allowed } of judged(draft))
      for (const denial of application.denies ?? []) {
        // What was meant is another name: its own rule says so.
        if (missedBy(denial, known(application.cluster))) continue;
        const met = allowed.filter((one) => grantsOfDenial(denial).some((grant) => meets(grant, one)));
        if (met.length === 0)
          yield at(denial)
            .problem(`nothing lets '${application.name}' do it`)
            .fix('remove the entry, or correct what it names');
        else if (!met.some((one) => fromCommonHost(denial, one)))
          yield at(denial, 'hosts')
            .problem(
              `'${application.name}' is let do it from ${application.hosts?.join(', ')} alone, which are none of these`,
            )
            .fix('remove the entry, or correct its hosts');
      }
  },
};

export const flowsStayPossible: Rule = {
  code: 'KFK-X014',
  severity: 'error',
  title: 'What a flow needs is not denied to it altogether',
  source: `${authorizer}: a deny wins over every allow`,
  *check(draft) {
    if (draft.broken.has('flows')) return;
    for (const { application, allowed } of judged(draft)) {
      if (application.operator) continue; // No flow says that it needs all that its role gives.
      for (const denial of application.denies ?? [])
        for (const grant of grantsOfDenial(denial)) {
          const ended = allowed.find((one) => covers(grant, one) && undoes(denial, grant, one));
          if (ended)
            yield at(denial)
              .problem(
                `${ended.operation} of ${ended.resourceType} '${ended.resourceName}' is what ${ended.from} needs`,
              )
              .fix(`remove the flow, or leave ${grant.operation} out of the denial`);
        }
    }
  },
};

/** Whether nothing is left of what is allowed, from wherever: clients that may not even describe a topic do not find it. */
const undoes = ({ hosts }: Denial, { operation }: Grant, allowed: Permission): boolean =>
  (hosts === undefined || (allowed.host !== '*' && hosts.includes(allowed.host))) &&
  (operation === 'All' || operation === 'Describe' || operation === allowed.operation);

/** Everything that says hosts, and where. */
function* hostsSaid({ applications }: Draft) {
  for (const application of applications.values()) {
    if (application.hosts) yield { noun: application, hosts: application.hosts };
    for (const denial of application.denies ?? []) if (denial.hosts) yield { noun: denial, hosts: denial.hosts };
  }
}

export const hostsAreAddresses: Rule = {
  code: 'KFK-X015',
  severity: 'error',
  title: 'Hosts are single addresses as brokers write them, each once',
  source: `${authorizer}: the authorizer compares the client's address with the host of an ACL as a text`,
  *check(draft) {
    for (const { noun, hosts } of hostsSaid(draft)) {
      if (hosts.length === 0)
        yield at(noun, 'hosts')
          .problem('it is an empty list, and nobody comes from nowhere')
          .fix("leave it out, or write ['*'] for any");
      for (const [index, host] of hosts.entries()) {
        const form = brokersForm(host);
        const place = at(noun, 'hosts', index);
        if (form === undefined) yield hostRefused(host, place);
        else if (form !== host) yield place.problem(`brokers write '${host}' another way`).fix(`write '${form}'`);
        else if (hosts.indexOf(host) < index) yield place.problem(`'${host}' is there twice`).fix('remove one of them');
      }
    }
  },
};

function hostRefused(host: string, place: ReturnType<typeof at>): Finding {
  if (host === '*')
    return place.problem("'*' is any address, beside which no other says anything").fix("write ['*'] alone");
  if (host.includes('/'))
    return place
      .problem(`'${host}' is a range, which no ACL knows`)
      .fix('name each address, or close a network around the brokers');
  return place.problem(`'${host}' is no address: brokers look up no names`).fix("write an address, such as '10.0.0.7'");
}

/** KFK-X010 and following: what is denied, and from which hosts what is allowed holds. */
export const denialRules: readonly Rule[] = [
  denialIsOfOne,
  denialNames,
  deniedOperations,
  denialDenies,
  flowsStayPossible,
  hostsAreAddresses,
  ...unbindingDenialRules,
];
