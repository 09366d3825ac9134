import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { usersOn } from './users';

export const versionOfPassword: Rule = {
  code: 'KFK-K379',
  severity: 'error',
  title: 'On Amazon MSK a version of a secret is counted of passwords',
  source:
    'https://docs.aws.amazon.com/msk/latest/developerguide/msk-authentication.html: a certificate is issued by its authority',
  *check(draft) {
    const { environment } = draft;
    for (const { application } of usersOn(draft))
      if (application.authentication === 'mtls' && (environment.secrets.versions[application.name] ?? 1) > 1)
        yield at(environment, 'secrets', 'versions', application.name)
          .problem('it signs in by a certificate, which the kit does not make, so nothing would be made anew')
          .fix('remove it, and let its authority issue another certificate');
  },
};

export const secretVersionRules: readonly Rule[] = [versionOfPassword];
