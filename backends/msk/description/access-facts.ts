import type { ClusterFacts } from '../../../model/cluster';
import { onCluster } from '../../../model/grant';

/**
 * How brokers name who proves himself, and where his certificate is. MSK lets nobody set `ssl.principal.mapping.rules`, so
 * a user is the whole subject of his certificate; whoever holds its key asks the authority for it: no stack does, for the
 * key would be in its state. https://docs.aws.amazon.com/msk/latest/developerguide/msk-authentication.html
 */
export const accessFacts: Pick<ClusterFacts, 'certificatesIn' | 'certificateUsers' | 'beyond' | 'endsByItself'> = {
  certificateUsers: 'CN={name}',
  certificatesIn: 'kubernetes',
  // A condition of its policies: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_examples_aws-dates.html
  endsByItself: ({ authentication }) => (authentication === 'iam' ? 'rights' : undefined),
  // https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html: a cluster's, and no topic's
  beyond: [
    {
      authentication: ['iam'],
      whoever: { resourceType: 'Topic', operation: 'Write' },
      also: [onCluster('IdempotentWrite')],
      by: 'kafka-cluster:WriteDataIdempotently',
    },
  ],
};
