import type { CertificateLife } from '../../model/certificate-life';
import type { AccessEvidence, ClusterEvidence, Evidence, TopicEvidence } from './evidence-shape';

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

const section = (title: string, body: string): string => `## ${title}\n\n${body}`;

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

const clusterTable = ({ clusters }: Evidence): string =>
  table(
    ['cluster', 'back end', 'regions', 'without TLS', 'key of disks', 'certificates signed by', 'reach'],
    clusters.map(({ name, backend, tier, regions, inClear, key, brokersSignedBy, reach, exposures }) => [
      code(name),
      tier === null ? backend : `${backend}, ${tier}`,
      regions.join(', ') || 'not said',
      inClear === null ? 'not known' : inClear.map(code).join(', ') || 'nothing',
      {
        own: 'a key of one’s own',
        vendor: 'the vendor’s',
        elsewhere: 'whoever runs the disks decides',
      }[key],
      { public: 'a public authority', own: 'the cluster’s own authority', unknown: 'not known' }[brokersSignedBy],
      [...(reach === null ? [] : [reach]), ...exposures].map(text).join('; ') || 'not known',
    ]),
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

/** Whose certificates are those of which nothing is described. */
const madeBy: Readonly<Record<ClusterEvidence['life'], string>> = {
  owned: 'its vendor',
  existing: 'whoever runs it',
  local: '`kafka-kit status` shows their last days',
};

const makers = {
  'the kit': 'its operator',
  Vault: 'Vault, which External Secrets asks',
  you: 'whoever owns it',
} as const satisfies Record<CertificateLife['by'], string>;

const certificateTable = ({ clusters }: Evidence): string =>
  table(
    ['cluster', 'of', 'days', 'made anew', 'by'],
    clusters.flatMap(({ name, life, certificates }) =>
      certificates.length === 0
        ? [[code(name), 'all', 'not known', '–', madeBy[life]]]
        : certificates.map(({ of, days, renewedBefore, by }) => [
            ...[code(name), of, String(days)],
            `${renewedBefore} days before`,
            makers[by],
          ]),
    ),
  );

const auditTable = ({ clusters }: Evidence): string =>
  table(
    ['cluster', 'what', 'recorded', 'what is missing', 'kept'],
    clusters.flatMap(({ name, audit }) =>
      audit.recorded.map(({ feature, support, lacks, accepted }) => [
        code(name),
        feature,
        support === 'unsupported' ? 'no' : support === 'native' ? 'yes' : 'in part',
        `${lacks === null ? '–' : text(lacks)}${accepted ? ` (accepted by ${code(accepted.owner)} until ${accepted.until}: ${text(accepted.reason)})` : ''}`,
        // Nothing stays of what is not recorded, nor of whoever is told.
        support === 'unsupported' || feature === 'audit-alarms' ? '–' : keptOf(audit),
      ]),
    ),
  );

const keptOf = ({ kept, daysAsked }: ClusterEvidence['audit']): string =>
  kept === null
    ? `nowhere that is described; ${daysAsked} days are asked for`
    : `${text(kept.name)}, ${kept.days} days of ${daysAsked}${lockOf(kept)}`;

const lockOf = ({ locked, by }: NonNullable<ClusterEvidence['audit']['kept']>): string =>
  by !== null ? `, as ${code(by)} says` : locked ? ', nobody can delete it before' : '; it may still be deleted';

const writtenTable = ({ written }: Evidence): string =>
  table(
    ['kind', 'of', 'where', 'reason', 'owner', 'until'],
    written.map(({ kind, of, where, reason, owner, until, used }) => [
      ...[used === false ? `${kind}, unused` : kind, code(of), code(where)],
      ...[text(reason), code(owner), until],
    ]),
  );

const bulleted = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n') || 'None.';

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'None.';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** What somebody wrote is shown as it is: it makes no cell, no heading, no link and no HTML. */
const text = (written: string): string =>
  written.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|!~]/g, (sign) => `\\${sign}`);

/** Names, in which no sign means anything but itself; a fence longer than any run of backticks within. */
const code = (name: string): string => {
  const flat = name.replace(/\s+/g, ' ').replaceAll('|', '\\|');
  const fence = '`'.repeat(Math.max(0, ...(flat.match(/`+/g) ?? []).map(({ length }) => length)) + 1);
  return fence.length === 1 ? `${fence}${flat}${fence}` : `${fence} ${flat} ${fence}`;
};
