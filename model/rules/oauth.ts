import type { Application } from '../application';
import type { Cluster } from '../cluster';
import type { Draft } from '../draft';
import { groupBy } from '../group-by';
import { userName } from '../permissions';
import { at, type Finding } from '../problem';
import { isAtLeast } from '../profile';
import type { Rule } from '../rule';

const kip768 = 'https://cwiki.apache.org/confluence/display/KAFKA/KIP-768';

/** Applications that sign in with tokens, on a cluster that takes some. */
function* signingIn({ applications, clusters }: Draft): Iterable<readonly [Application, Cluster]> {
  for (const application of applications.values()) {
    const cluster = clusters.get(application.cluster);
    if (application.oauth && cluster?.authentication.includes('oauth')) yield [application, cluster];
  }
}

export const tokensAskedFor: Rule = {
  code: 'KFK-A030',
  severity: 'error',
  title: 'An application that signs in with tokens knows where to get them',
  source: `${kip768}: sasl.oauthbearer.token.endpoint.url`,
  *check(draft) {
    for (const [application, cluster] of signingIn(draft))
      if (cluster.tokens && !cluster.tokens.tokenEndpoint && application.oauth?.tokenFile === undefined)
        yield at(application, 'authentication')
          .problem(`'${cluster.name}' does not say where applications ask for tokens`)
          .fix(
            "say tokenEndpoint of its oauth: 'https://login.example.com/token'; or oauth: { tokenFile } here, where a platform brings tokens",
          );
  },
};

export const oneUserEach: Rule = {
  code: 'KFK-A031',
  severity: 'error',
  title: 'To the brokers of a cluster no two applications are the same user',
  source: 'https://kafka.apache.org/documentation/#security_authz: permissions belong to a user, whoever it is',
  *check(draft) {
    const { applications, clusters } = draft;
    for (const [name, users] of groupBy(applications.values(), ({ cluster }) => cluster)) {
      const byUser = groupBy(users, (application) => userName(application, clusters.get(name)));
      for (const [user, [first, ...others]] of byUser)
        for (const other of others)
          if (first && (first.oauth || other.oauth)) {
            const [told, before] = other.oauth ? [other, first] : [first, other];
            yield at(told, 'oauth')
              .problem(
                `to '${name}' it is the user '${user}', and so is '${before.name}': each would have the rights of both`,
              )
              .fix("give each a client of its own at the server of tokens: oauth: { clientId: '…' }");
          }
    }
  },
};

export const oneProof: Rule = {
  code: 'KFK-A032',
  severity: 'error',
  title: 'An application shows one thing for its tokens, and files are named from the root of where it runs',
  source: 'https://www.rfc-editor.org/rfc/rfc7523#section-2.2',
  *check(draft) {
    for (const application of draft.applications.values()) {
      const { assertionFile, tokenFile } = application.oauth ?? {};
      if (assertionFile !== undefined && tokenFile !== undefined)
        yield at(application, 'oauth', 'assertionFile')
          .problem('with the token itself in a file nothing is shown for it')
          .fix('leave out assertionFile, or tokenFile');
      for (const [field, file] of Object.entries({ assertionFile, tokenFile }))
        if (file !== undefined && !/^(\/[A-Za-z0-9._@+-]+)+$/.test(file))
          yield at(application, 'oauth', field)
            .problem(`'${file}' is no path of a file from the root`)
            .fix("write it as '/var/run/secrets/azure/tokens/azure-identity-token', of letters, digits and . _ @ + -");
    }
  },
};

/** No blanks, commas or `=`: not a subject of a certificate, and no `*`, which is everybody. */
const userForm = /^[A-Za-z0-9][A-Za-z0-9._@:|+/-]{0,254}$/;

export const oauthUser: Rule = {
  code: 'KFK-A033',
  severity: 'error',
  title: 'A user whom a token names has a name that is nobody else’s: no wildcard, no subject of a certificate',
  source:
    'https://kafka.apache.org/documentation/#security_authz: User:* is every user, User:CN=… who has a certificate',
  *check({ applications }) {
    for (const application of applications.values())
      for (const field of ['clientId', 'user'] as const) {
        const name = application.oauth?.[field];
        if (
          name !== undefined &&
          !userForm.test(name) &&
          (field === 'clientId' || name !== application.oauth?.clientId)
        )
          yield at(application, 'oauth', field)
            .problem(`'${name}' cannot be a user of a token`)
            .fix('use up to 255 letters, digits and . _ @ : | + / -, beginning with a letter or digit');
      }
  },
};

/** Clusters of the kit's whose brokers look at no audience. */
function* takingAny({ clusters }: Draft): Iterable<Finding> {
  for (const cluster of clusters.values())
    if (cluster.life === 'owned' && cluster.tokens && cluster.tokens.audience === undefined)
      yield at(cluster, ...(cluster.authenticationFields?.[cluster.authentication.indexOf('oauth')] ?? ['oauth']))
        .problem('it takes any token of its server, also one that was made for another service')
        .fix("say audience of its oauth: 'kafka', and let the server put it into these tokens (aud)");
}

const audiences =
  'https://www.rfc-editor.org/rfc/rfc9068#section-4: a token for another service of the same server is refused by its audience';

export const audienceSaid: Rule = {
  code: 'KFK-A034',
  severity: 'error',
  profile: 'production',
  waivable: true,
  title: 'In production brokers take only tokens that are meant for them',
  source: audiences,
  check: takingAny,
};

export const audienceExpected: Rule = {
  code: 'KFK-A036',
  severity: 'warning',
  title: 'Before production, too, brokers take only tokens that are meant for them',
  source: audiences,
  check: (draft) => (isAtLeast(draft.environment.profile, 'production') ? [] : takingAny(draft)),
};

export const oauthRules: readonly Rule[] = [
  tokensAskedFor,
  oneUserEach,
  oneProof,
  oauthUser,
  audienceSaid,
  audienceExpected,
];
