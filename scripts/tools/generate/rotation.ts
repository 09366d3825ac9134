import { descriptions } from '../../../backends/descriptions';
import { note, table } from './reference';

const proofs = { password: 'a password', key: 'one of two keys', certificate: 'a certificate', identity: 'a token' };

/** What becomes of connections that are open while what opened them is made anew. */
export function rotationPage(): string {
  const kinds = Object.values(descriptions);
  const rows = kinds.flatMap(({ kind, rotation: { connections } }) =>
    Object.entries(connections).map(([proof, { survive, endedBy, source }]) => [
      kind,
      proofs[proof as keyof typeof proofs],
      survive,
      endedBy,
      source,
    ]),
  );
  const known = kinds.map(({ kind, rotation: { knownAfter } }) => [
    kind,
    knownAfter === 0 ? 'at once, or as whoever applies is told' : `within ${knownAfter / 60} minutes`,
  ]);
  return `# Rotation

${note}

\`kafka-kit rotate plan\` prints the line of an application's back end. [The guide](../guides/rotation.md) says how credentials are made anew.

## Connections that are open

${table(['back end', 'opened by', 'what becomes of it', 'what ends it', 'source'], rows)}

## A user that was made

${table(['back end', 'brokers know it'], known)}
`;
}
