import type { AccessEvidence, Evidence, TopicEvidence } from './evidence-shape';
import { bulleted, code, section, table, text } from './markdown-blocks';
import { auditTable, certificateTable, clusterTable } from './markdown-clusters';

/** The same as JSON, for people: what is to be looked at first, then what an auditor asks for in turn. */
export function markdownOf(evidence: Evidence): string {
  const { environment, profile, day, release, counted } = evidence;
  const sections = [
    `# Evidence: ${text(environment)}`,
    [
      `As of ${day}, profile \`${profile}\`, ${release === null ? 'of the working tree' : `of release \`${release}\``}.`,
      `${Object.entries(counted).map(count).join(', ')}.`,
      'From the description alone; it holds no secret.',
    ].join(' '),
    section(
      'To be looked at',
      table(
        ['where', 'what'],
        evidence.attention.map(({ where, what }) => [code(where), text(what)]),
      ),
    ),
    section('Who may read and write what', accessTable(evidence)),
    ...sensitive(evidence),
    section('Said otherwise than by the platform', overriddenTable(evidence)),
    section('How long records stay', retentionTable(evidence)),
    section('Topics that Kafka Streams makes for itself', streamsTable(evidence)),
    section('Copies', copiesTable(evidence)),
    section('Encryption and reach', clusterTable(evidence)),
    section(
      'Principals that no permission holds back',
      bulleted(
        evidence.clusters.flatMap(({ name, unbound }) =>
          unbound.map((principal) => `${code(principal)} on ${code(name)}`),
        ),
      ),
    ),
    section(
      'What permissions lose on the way',
      bulleted(
        evidence.clusters.flatMap(({ name, translations }) =>
          translations.map(({ feature, loses }) => `${code(name)}, ${feature}: ${text(loses)}`),
        ),
      ),
    ),
    section('Operators', operatorTable(evidence)),
    section('Credentials', credentialTable(evidence)),
    section('Certificates', certificateTable(evidence)),
    section('Audit log', auditTable(evidence)),
    section('Set aside, accepted and approved in writing', writtenTable(evidence)),
    section(
      'Owners',
      table(
        ['owner', 'contact'],
        evidence.owners.map(({ name, contact }) => [code(name), text(contact)]),
      ),
    ),
    section('What this does not prove', bulleted(evidence.notProven.map(text))),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** `1 cluster`, `2 clusters`. */
const count = ([nouns, number]: readonly [string, number]): string =>
  `${number} ${number === 1 ? nouns.slice(0, -1) : nouns}`;

const accessTable = ({ topics }: Evidence): string =>
  table(
    ['topic', 'classification', 'may read', 'may write'],
    topics.map(({ name, classification, classified, readers, writers }) => [
      code(name),
      `${classification}${classified ? '' : ' (nobody said)'}`,
      names(readers),
      names(writers),
    ]),
  );

/** Each once, however many reasons there are. */
const names = (who: readonly AccessEvidence[]): string => {
  const named = who.map(
    ({ who: name, kind, until }) =>
      `${code(name)}${kind === 'application' ? '' : ` (${kind})`}${until ? ` until ${until}` : ''}`,
  );
  return [...new Set(named)].join(', ') || 'nobody';
};

/** Of what would hurt somebody, also by whose word. */
function sensitive({ topics }: Evidence): string[] {
  const named = topics.filter(
    ({ classification }) => classification === 'personal' || classification === 'confidential',
  );
  return named.map((topic) =>
    section(
      `${topic.classification === 'personal' ? 'Personal' : 'Confidential'} data: ${code(topic.name)}`,
      table(['who', 'owner', 'may', 'from', 'until', 'because of'], rowsOf(topic)),
    ),
  );
}

const rowsOf = ({ readers, writers, denied }: TopicEvidence): string[][] => [
  ...readers.map((one) => row(one, 'read')),
  ...writers.map((one) => row(one, 'write')),
  ...denied.map((one) => row(one, `never ${one.operation.toLowerCase()}`)),
];

const row = ({ who, kind, owner, host, until, from }: AccessEvidence, may: string): string[] => [
  `${code(who)}${kind === 'application' ? '' : ` (${kind})`}`,
  owner === null ? '–' : code(owner),
  may,
  host === '*' ? 'anywhere' : code(host),
  until ?? '–',
  code(from),
];

const retentionTable = ({ topics }: Evidence): string =>
  table(
    ['topic', 'classification', 'days', 'allowed', 'erasure'],
    topics.map(({ name, classification, retention, erasure }) => [
      code(name),
      classification,
      `${retention.days ?? 'for ever'}${retention.compacted ? ', compacted' : ''}`,
      `${retention.atMost ?? 'any'}${retention.within ? '' : ' – exceeded'}`,
      erasure === null ? '–' : text(erasure),
    ]),
  );

const overriddenTable = ({ topics }: Evidence): string =>
  table(
    ['topic', 'what', 'by the platform', 'here'],
    topics.flatMap(({ name, overridden }) =>
      overridden.map(({ field, platform, here }) => [code(name), field, text(platform), text(here)]),
    ),
  );

const streamsTable = ({ streams }: Evidence): string =>
  table(
    ['application', 'owner', 'cluster', 'topics', 'classification', 'from what it reads'],
    streams.map(({ application, owner, cluster, prefix, classification, from }) => [
      ...[code(application), code(owner), code(cluster), code(`${prefix}*`), classification],
      from.map(code).join(', '),
    ]),
  );

const copiesTable = ({ topics }: Evidence): string =>
  table(
    ['topic', 'copied to', 'as', 'by', 'may read it there'],
    topics.flatMap(({ name, copies }) =>
      copies.map(({ to, as, by, readers }) => [
        code(name),
        text(to),
        code(as),
        text(by),
        readers === null ? 'not known' : names(readers),
      ]),
    ),
  );

const operatorTable = ({ operators }: Evidence): string =>
  table(
    ['operator', 'owner', 'role', 'cluster', 'until', 'why', 'from'],
    operators.map(({ name, owner, role, cluster, until, reason, hosts }) => [
      ...[code(name), code(owner), role, code(cluster)],
      until ?? 'it stays',
      reason === null ? '–' : text(reason),
      hosts.map(code).join(', ') || 'anywhere',
    ]),
  );

const credentialTable = ({ credentials }: Evidence): string =>
  table(
    ['who', 'owner', 'cluster', 'signs in by', 'kept in', 'version', 'since', 'due'],
    credentials.map(({ who, owner, cluster, authentication, store, version, since, due, overdue }) => [
      ...[code(who), code(owner), code(cluster), authentication],
      store ?? 'nothing to keep',
      version === null ? '–' : String(version),
      since ?? (version === null ? '–' : 'not recorded'),
      overdue ? `${due ?? 'now'} – overdue` : (due ?? '–'),
    ]),
  );

const writtenTable = ({ written }: Evidence): string =>
  table(
    ['kind', 'of', 'where', 'reason', 'owner', 'until'],
    written.map(({ kind, of, where, reason, owner, until, used }) => [
      ...[used === false ? `${kind}, unused` : kind, code(of), code(where)],
      ...[text(reason), code(owner), until],
    ]),
  );
