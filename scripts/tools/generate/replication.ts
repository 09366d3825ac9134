import { mirroredTopic, mirrorInternals, type Replication } from '../../../model/replication';
import { mirrorAccess, mirrorFailures } from '../../../model/replication-permissions';
import { replicatorAccess } from '../../../model/replicator-permissions';
import { note, table } from './reference';

const example: Pick<Replication, 'name' | 'from' | 'topics' | 'groups' | 'names'> = {
  name: 'orders-standby',
  from: 'main',
  topics: ['orders.created'],
  groups: ['payment-service'],
  names: 'prefixed',
};

/** Who MirrorMaker is on each side, and what each permission is for. */
export function replicationPage(): string {
  const rows = mirrorAccess.flatMap(({ side, resourceType, of, names, operations }) =>
    Object.entries(operations).map(([operation, failure]) => [
      side,
      resourceType,
      of,
      names(example as Replication)
        .map((name) => `\`${name}\``)
        .join(', '),
      operation,
      mirrorFailures[failure],
    ]),
  );
  const { groupId } = mirrorInternals(example);
  return `# Replication

${note}

What \`${example.name}\` may do, which copies \`${example.topics[0]}\` from \`${example.from}\` as \`${mirroredTopic(example, example.topics[0] ?? '')}\`, with the offsets of \`${example.groups[0]}\`. Every grant is for one name. Its users are \`${example.name}-source\` and \`${example.name}-target\`, its workers' group is \`${groupId}\`. It needs nothing on a cluster as a whole.

${table(['side', 'resource', 'of', 'name', 'operation', 'without it'], rows)}

\`npm run drill:mirror\` takes each away, on real brokers, and sees the last column.

## By MSK Replicator

What its role may do on each side, where topics keep their names. Names that hold a \`*\` are patterns of IAM's: AWS decides them, and says so on [its page](https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator-perms-combined-example.html). AWS is not reached here, so nobody has seen each of them missed.

${table(
  ['side', 'resource', 'of', 'name', 'operations'],
  replicatorAccess.map(({ side, resourceType, of, names, operations }) => [
    side,
    resourceType,
    of,
    names(example)
      .map((name) => `\`${name}\``)
      .join(', '),
    operations.join(', '),
  ]),
)}
`;
}
