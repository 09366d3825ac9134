import { type Application, transactionalIdPrefix } from './application';
import { securityOf } from './authentication';
import { compare } from './by-name';
import type { Flow } from './flow';
import { type Grant, literal, prefixed } from './grant';
import { groupBy } from './group-by';
import { formatPath } from './place';

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
  /** What they call one who has a certificate. Default: the common name of its subject. */
  readonly certificateUsers?: 'common-name' | 'subject';
}

/** What brokers of a cluster call an application: its name, or the subject of its certificate, `CN=order-service`. */
export function userName(
  { name, authentication }: Pick<Application, 'name' | 'authentication'>,
  cluster: UserNaming | undefined,
): string {
  // Where none can be had, a rule says so.
  if (cluster?.certificateUsers !== 'subject' || authentication === '') return name;
  return securityOf(authentication).proof === 'certificate' ? `CN=${name}` : name;
}

/** The least that lets each application do what its flows, or what it stands for, say: sorted, nothing twice. */
export function permissionsOf(
  applications: Iterable<Application>,
  flows: readonly Flow[],
  clusters: ReadonlyMap<string, UserNaming>,
): Permission[] {
  const flowsByApplication = groupBy(flows, ({ application }) => application);
  return [...applications].flatMap((application) => {
    const asked = new Map<string, { readonly grant: Grant; readonly from: Set<string> }>();
    const ask = (grant: Grant, from: string) => {
      const key = `${grant.resourceType} ${grant.patternType} ${grant.operation} ${grant.resourceName}`;
      const known = asked.get(key);
      if (known) known.from.add(from);
      else asked.set(key, { grant, from: new Set([from]) });
    };
    for (const flow of flowsByApplication.get(application.name) ?? [])
      for (const grant of grantsOfFlow(flow)) ask(grant, formatPath(flow.origin.at().path));
    for (const grant of application.grants ?? []) ask(grant, formatPath(application.origin.at().path));
    const field = application.streams ? 'streams' : 'transactional';
    for (const grant of grantsOfApplication(application)) ask(grant, formatPath(application.origin.at(field).path));
    const principal = `User:${userName(application, clusters.get(application.cluster))}`;
    return [...asked.values()]
      .map(({ grant, from }) => permission(application, principal, grant, from))
      .sort(byResource);
  });
}

const permission = (
  application: Application,
  principal: string,
  grant: Grant,
  from: ReadonlySet<string>,
): Permission => ({
  cluster: application.cluster,
  application: application.name,
  principal,
  ...grant,
  permission: 'Allow',
  host: '*',
  from: [...from].sort(compare).join('; '),
});

const byResource = (a: Permission, b: Permission) =>
  compare(a.resourceType, b.resourceType) ||
  compare(a.resourceName, b.resourceName) ||
  compare(a.patternType, b.patternType) ||
  compare(a.operation, b.operation);
