import { connectorApplication, servedConnector } from '../../../model/connect-cluster';
import { connectAccess, connectFailures } from '../../../model/connect-permissions';
import { grantsOfServedConnector } from '../../../model/served-connect';
import { note, table } from './reference';

const example = 'pipeline';
const application = connectorApplication(example, 'inventory');
const servedExample = { connector: 'inventory', application, served: servedConnector('prod', application) };

/** Who the workers of a Connect cluster are, and what each of their permissions is for. */
export function connectPage(): string {
  const rows = connectAccess.flatMap(({ resourceType, patternType, of, name, operations, exactlyOnce }) =>
    Object.entries(operations).map(([operation, failure]) => [
      resourceType,
      of,
      `\`${name(example)}${patternType === 'Prefixed' ? '*' : ''}\``,
      operation,
      connectFailures[failure],
      exactlyOnce ? '`exactlyOnce`' : 'always',
    ]),
  );
  return `# Kafka Connect

${note}

What the user \`${example}\` of the Connect cluster \`${example}\` may do for its workers, beside what its connectors' flows say: a source writes its topics, a sink reads its own as the group \`connect-<connector>\`, a connector that takes signals reads their topic as a group of the topic's name. It needs nothing on the cluster as a whole.

${table(['resource', 'of', 'name', 'operation', 'without it', 'granted'], rows)}

\`npm run drill:connect\` takes each away, on real brokers with real workers, and sees what the last but one column says.

## In Amazon MSK Connect

What the role of the connector \`${servedExample.connector}\` may do there for its workers, as the application \`${servedExample.application}\`, which MSK Connect calls \`${servedExample.served}\`. It has workers of its own, and so no permission of another connector's. These are the permissions of [AWS' page](https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-service-execution-role.html), on its own topics alone; AWS is not reached here, so nobody has seen each of them missed.

${table(
  ['resource', 'name', 'operation'],
  grantsOfServedConnector(servedExample).map(({ resourceType, resourceName, patternType, operation }) => [
    resourceType,
    `\`${resourceName}${patternType === 'Prefixed' ? '*' : ''}\``,
    operation,
  ]),
)}
`;
}
