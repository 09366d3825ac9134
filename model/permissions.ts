import { type Application, transactionalIdPrefix } from './application';
import { securityOf } from './authentication';
import { compare } from './by-name';
import { grantsOfDenial } from './denial';
import type { Flow } from './flow';
import { type Grant, literal, onCluster, prefixed } from './grant';
import { groupBy } from './group-by';
import { formatPath, type Place } from './place';

/** Who may do what, in Kafka's own terms; what Kafka implies (Describe by Read or Write) is not listed. */
export interface Permission extends Grant {
  readonly cluster: string;
  readonly application: string;
  /** `User:order-service`. */
  readonly principal: string;
  readonly permission: 'Allow' | 'Deny';
  readonly host: string;
  /** The places in the description that ask for it, joined by `; `. */
  readonly from: string;
}

/**
 * What each flow needs.
 * Producing, idempotently too, is Write on the topic since Kafka 2.8 (KIP-679); committing offsets is Read on the group.
 * https://kafka.apache.org/documentation/#operations_resources_and_protocols
 */
const grantsOfFlow = (flow: Flow): Grant[] =>
  flow.direction === 'produce'
    ? [literal('Topic', flow.topic, 'Write')]
    : [literal('Topic', flow.topic, 'Read'), literal('Group', flow.group, 'Read')];

/**
 * What an application needs besides its flows.
 * A transactional id is unique to a running producer, so instances share a prefix. A Kafka Streams application makes,
 * fills and empties internal topics whose names start with its application id.
 * https://kafka.apache.org/documentation/streams/developer-guide/security.html
 */
function grantsOfApplication(application: Application): Grant[] {
  const ids = transactionalIdPrefix(application);
  const { streams } = application;
  return [
    ...(ids ? [prefixed('TransactionalId', ids, 'Write')] : []),
    ...(streams
      ? (['Create', 'Delete', 'Read', 'Write'] as const).map((operation) =>
          prefixed('Topic', `${streams.applicationId}-`, operation),
        )
      : []),
  ];
}

/** How brokers of a cluster name their users. */
export interface UserNaming {
  /** What they call one who has a certificate, with `{name}` for the common name of its subject: `CN={name}`. Default: `{name}`. */
  readonly certificateUsers?: string;
}

/** What a cluster says that decides permissions on it. */
export interface Permitting extends UserNaming {
  /** Its brokers ask whoever produces idempotently for more than Write on the topic. Default: they do not. */
  readonly idempotentProducersNeed?: 'IdempotentWrite';
}

/** What brokers of a cluster call an application: its name, or the subject of its certificate, `CN=order-service`. */
export function userName(
  { name, authentication, oauth }: Pick<Application, 'name' | 'authentication' | 'oauth'>,
  cluster: UserNaming | undefined,
): string {
  if (oauth) return oauth.user;
  // Where none can be had, a rule says so.
  if (cluster?.certificateUsers === undefined || authentication === '') return name;
  return securityOf(authentication).proof === 'certificate'
    ? cluster.certificateUsers.replace('{name}', () => name)
    : name;
}

/** The least that lets each application do what its flows, or what it stands for, say: sorted, nothing twice. */
export function permissionsOf(
  applications: Iterable<Application>,
  flows: readonly Flow[],
  clusters: ReadonlyMap<string, Permitting>,
): Permission[] {
  const flowsByApplication = groupBy(flows, ({ application }) => application);
  return [...applications].flatMap((application) => {
    const cluster = clusters.get(application.cluster);
    const asked = new Map<string, Asked>();
    for (const one of asks(application, flowsByApplication.get(application.name) ?? [], cluster))
      for (const host of one.hosts ?? ['*']) {
        const key = keyOf(one, host);
        const from = asked.get(key)?.from ?? new Set();
        asked.set(key, { ...one, host, from: from.add(one.because) });
      }
    const principal = `User:${userName(application, cluster)}`;
    return [...asked.values()].map((one) => permission(application, principal, one)).sort(byResource);
  });
}

/** Something that is to be allowed or denied, and the place that says so. */
interface Ask {
  readonly grant: Grant;
  readonly permission: Permission['permission'];
  /** Absent: any. */
  readonly hosts?: readonly string[];
  readonly because: string;
}

interface Asked extends Pick<Ask, 'grant' | 'permission'> {
  readonly host: string;
  readonly from: Set<string>;
}

function* asks(application: Application, flows: readonly Flow[], cluster: Permitting | undefined): Iterable<Ask> {
  const { origin, hosts, denies = [] } = application;
  const allow = (grant: Grant, because: Place): Ask => ({
    grant,
    permission: 'Allow',
    hosts,
    because: formatPath(because.path),
  });
  for (const flow of flows) {
    for (const grant of grantsOfFlow(flow)) yield allow(grant, flow.origin.at());
    const idempotent = flow.direction === 'produce' && cluster?.idempotentProducersNeed;
    if (idempotent) yield allow(onCluster(idempotent), flow.origin.at());
  }
  for (const grant of application.grants ?? [])
    yield allow(grant, application.operator ? origin.at('role') : origin.at());
  const field = application.streams ? 'streams' : 'transactional';
  for (const grant of grantsOfApplication(application)) yield allow(grant, origin.at(field));
  for (const denial of denies)
    for (const grant of grantsOfDenial(denial))
      yield { grant, permission: 'Deny', hosts: denial.hosts, because: formatPath(denial.origin.at().path) };
}

const keyOf = ({ grant, permission }: Ask, host: string) =>
  [permission, grant.resourceType, grant.patternType, grant.operation, host, grant.resourceName].join(' ');

const permission = (application: Application, principal: string, asked: Asked): Permission => ({
  cluster: application.cluster,
  application: application.name,
  principal,
  ...asked.grant,
  permission: asked.permission,
  host: asked.host,
  from: [...asked.from].sort(compare).join('; '),
});

/** Sorts the permissions of one application. */
export const byResource = (a: Permission, b: Permission) =>
  compare(a.resourceType, b.resourceType) ||
  compare(a.resourceName, b.resourceName) ||
  compare(a.patternType, b.patternType) ||
  compare(a.operation, b.operation) ||
  compare(a.permission, b.permission) ||
  compare(a.host, b.host);
