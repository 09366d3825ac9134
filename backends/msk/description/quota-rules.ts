import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { usersOn } from './users';

export const quotaOfUser: Rule = {
  code: 'KFK-K378',
  severity: 'error',
  title: 'A quota on Amazon MSK is of a user with a password or a certificate',
  source:
    'https://docs.aws.amazon.com/msk/latest/developerguide/iam-access-control.html: brokers know who signs in by IAM by no name that a quota could have',
  *check(draft) {
    for (const { application, cluster } of usersOn(draft)) {
      // Where a cluster has no other users its capabilities say so.
      const others = cluster.authentication.some((mechanism) => mechanism !== 'iam');
      if (application.quota && application.authentication === 'iam' && others)
        yield at(application, 'quota')
          .problem('it signs in by IAM, and no quota binds an IAM role')
          .fix("leave it out, or let it use 'scram-sha-512' or 'mtls'");
    }
  },
};

export const quotaRules: readonly Rule[] = [quotaOfUser];
