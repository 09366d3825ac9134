import { heldSecret } from '../../model/held-secret';
import { placeOf } from '../../model/secret-consumers';
import type { RotationPlan, RotationStep, RotationSubject, ToldRotation } from './kind';
import { connectionsOf, principalOf, readersOf } from './secret';

/** What a server of tokens gave an application: only that server makes another one, and somebody brings it to the store. */
export const clientSecret: ToldRotation = {
  of: 'client-secret',
  covers: ({ resolved, name }) => {
    const application = resolved.applications.get(name);
    return application !== undefined && heldSecret(application) === 'client-secret';
  },
  plan,
};

function plan(subject: RotationSubject): RotationPlan {
  const { resolved, name, typed } = subject;
  const { application, credential } = principalOf(subject);
  const client = application.oauth?.clientId ?? name;
  const { tokens } = resolved.connections.find((connection) => connection.application === name) ?? {};
  const server = tokens?.tokenEndpoint ? `the server of ${tokens.tokenEndpoint}` : 'its server of tokens';
  const steps: readonly RotationStep[] = [
    {
      by: 'you',
      what: `have ${server} make another secret for the client '${client}', beside the one it has where the server knows two (Entra ID does; Keycloak with client-secret-rotation): otherwise new tokens are refused until the next step is done`,
    },
    { by: 'you', what: `put it into ${credential ? placeOf(credential) : 'its store'}` },
    { by: 'you', what: 'restart who does not take the new one by itself, and wait until everybody has it' },
    { by: 'you', what: `have ${server} forget the secret before` },
    { by: 'kit', what: 'record since when it is there', command: typed('rotate record', name) },
  ];
  return {
    environment: resolved.environment.name,
    name,
    of: 'client-secret',
    warnings: [],
    steps,
    restarts: readersOf(subject),
    connections: connectionsOf(subject, 'identity'),
  };
}
