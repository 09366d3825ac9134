import { compare } from '../../model/by-name';
import { consumersOf, placeOf, secretsOf } from '../../model/secret-consumers';
import type { RotationPlan, RotationSubject, ToldRotation } from './kind';
import { readerText } from './secret';

/** What a connector signs in with elsewhere: the kit knows where it is and who reads it, and nothing else of it. */
export const connectorSecrets: ToldRotation = {
  of: 'connector-secrets',
  covers: ({ resolved, name }) => secretsOf(name, resolved).length > 0,
  plan,
};

function plan({ resolved, name }: RotationSubject): RotationPlan {
  const secrets = secretsOf(name, resolved);
  const readers = secrets.flatMap((secret) => consumersOf(secret, resolved)).map(readerText);
  return {
    environment: resolved.environment.name,
    name,
    of: 'connector-secrets',
    warnings: [],
    steps: [
      ...secrets.map((secret) => ({
        by: 'you' as const,
        what: `make what is in ${placeOf(secret)} anew where it is valid, and put it there`,
      })),
      { by: 'you', what: 'restart who does not take the new one by itself' },
    ],
    restarts: [...new Set(readers)].sort(compare),
  };
}
