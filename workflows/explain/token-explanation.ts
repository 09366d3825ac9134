import type { Application } from '../../model/application';
import type { Resolved } from '../../model/resolved';
import type { Explanation } from './lines';

/** Who an application that signs in with tokens is to its brokers, and how it comes to them. */
export function tokenExplanation(
  { connections }: Pick<Resolved, 'connections'>,
  application: Application,
): Explanation {
  const { tokens } = connections.find((connection) => connection.application === application.name) ?? {};
  if (!application.oauth || !tokens) return {};
  const { tokenFile, assertionFile, tokenEndpoint, clientId, scope } = tokens;
  const shows = assertionFile === undefined ? 'its client secret' : `what its platform keeps in ${assertionFile}`;
  return {
    user: `User:${application.oauth.user}`,
    tokens:
      tokenFile === undefined
        ? [
            `from ${tokenEndpoint}`,
            `as the client ${clientId}${scope === undefined ? '' : `, with the scope ${scope}`}`,
            `for ${shows}`,
          ]
        : [`what its platform keeps in ${tokenFile}`],
  };
}
