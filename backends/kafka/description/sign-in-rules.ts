import { z } from 'zod';
import { clustersOn } from '../../../model/draft';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { kafkaSettings } from './cluster';
import type { KafkaOAuthInput } from './oauth';

const docs = 'https://kafka.apache.org/43/security/authentication-using-sasl/';
const server = 'https://login.example.com';
/** What brokers are told of the server. */
const told = `issuer: '${server}', jwks: '${server}/keys', audience: 'kafka'`;
const httpsAddress = z.url({ protocol: /^https$/ });

export const tokensBelongTogether: Rule = {
  code: 'KFK-K510',
  severity: 'error',
  title: 'A cluster that takes tokens says whose, and no other does',
  source: docs,
  *check(draft) {
    for (const cluster of clustersOn(draft, 'kafka')) {
      const { oauth: said } = kafkaSettings(cluster);
      const offered = cluster.authentication.indexOf('oauth');
      if (offered >= 0 && !said)
        yield at(cluster, 'authentication', offered)
          .problem('no server of tokens is named')
          .fix(`add oauth: { ${cluster.life === 'local' ? `${told}, ` : ''}tokenEndpoint: '${server}/token' }`);
      if (offered < 0 && said)
        yield at(cluster, 'oauth')
          .problem("it takes no tokens: 'oauth' is not in its authentication")
          .fix("add 'oauth' to authentication, or remove oauth");
    }
  },
};

/** What a broker is told. */
const brokerFields = ['issuer', 'jwks', 'audience'] as const satisfies readonly (keyof KafkaOAuthInput)[];

export const whoTellsBrokers: Rule = {
  code: 'KFK-K511',
  severity: 'error',
  title: 'Brokers of this machine are told which tokens are good; those of others know it already',
  source: `${docs}: sasl.oauthbearer.expected.issuer, jwks.endpoint.url, expected.audience`,
  *check(draft) {
    for (const cluster of clustersOn(draft, 'kafka')) {
      const { oauth: said } = kafkaSettings(cluster);
      if (!said || !cluster.authentication.includes('oauth')) continue;
      const unsaid = brokerFields.filter((field) => said[field] === undefined);
      if (cluster.life === 'local' && unsaid.length > 0)
        yield at(cluster, 'oauth')
          .problem(`its brokers would not know ${unsaid.join(', ')} of good tokens`)
          .fix(`say issuer, jwks and audience: { ${told} }`);
      for (const field of brokerFields)
        if (cluster.life !== 'local' && said[field] !== undefined)
          yield at(cluster, 'oauth', field)
            .problem('nobody here tells it to the brokers: somebody else runs them')
            .fix(`remove ${field}, and see that whoever runs them looks for it`);
    }
  },
};

/** The issuer is no address that Kafka calls, but that of whose keys are. https://openid.net/specs/openid-connect-core-1_0.html#IDToken */
const addresses = { issuer: server, jwks: `${server}/keys`, tokenEndpoint: `${server}/token` } as const;

export const tokenAddresses: Rule = {
  code: 'KFK-K512',
  severity: 'error',
  title: 'A server of tokens is asked where nobody listens in',
  source: 'https://www.rfc-editor.org/rfc/rfc6749#section-3.2: the token endpoint is asked by TLS only',
  *check(draft) {
    for (const cluster of clustersOn(draft, 'kafka'))
      for (const [field, example] of Object.entries(addresses) as [keyof typeof addresses, string][]) {
        const address = kafkaSettings(cluster).oauth?.[field];
        if (address !== undefined && !httpsAddress.safeParse(address).success)
          yield at(cluster, 'oauth', field)
            .problem(`'${address}' is no address that is encrypted`)
            .fix(`write it as '${example}'`);
      }
  },
};

export const certificateNames: Rule = {
  code: 'KFK-K513',
  severity: 'error',
  title: 'What brokers call an application that has a certificate holds its name once',
  source: 'https://kafka.apache.org/documentation/#security_authz_ssl: ssl.principal.mapping.rules',
  *check(draft) {
    for (const cluster of clustersOn(draft, 'kafka')) {
      const { certificateUsers: said, life, authentication } = cluster;
      if (said === undefined) continue;
      const place = at(cluster, 'certificateUsers');
      if (life === 'local')
        yield place
          .problem('brokers of this machine call it by its name, which is the common name of its certificate')
          .fix('remove it');
      else if (!authentication.includes('mtls'))
        yield place.problem('nobody here has a certificate').fix("remove it, or add 'mtls' to authentication");
      else if (said.split('{name}').length !== 2)
        yield place
          .problem(`'${said}' would not tell one application from another`)
          .fix("write {name} once: 'CN={name},OU=orders,O=Example'");
    }
  },
};

export const signInRules: readonly Rule[] = [tokensBelongTogether, whoTellsBrokers, tokenAddresses, certificateNames];
