import { dnsSubdomainFix, dnsSubdomainForm } from '../../../../model/kubernetes-name';
import { at } from '../../../../model/problem';
import type { Rule } from '../../../../model/rule';
import { strimziSettings } from '../cluster';
import type { Listener } from '../listener';
import { strimziClusters } from './clusters';
import { placeOf, writtenListeners } from './listeners';

/** What is wrong with the authorities of a listener, and what to do. */
function* wrong({ issuer, authorities = [] }: Listener, cluster: string): Iterable<readonly [string, string]> {
  if (!issuer)
    yield [
      "Strimzi's authority signs here, and clients trust every one that its Secret holds",
      'remove it, or name the issuer that signs',
    ];
  if (authorities.length === 0) yield ['clients would trust nobody', "name a Secret that holds 'ca.crt', or remove it"];
  for (const [index, name] of authorities.entries()) {
    if (!dnsSubdomainForm.test(name)) yield [`no Secret can be called '${name}'`, dnsSubdomainFix];
    if (name.startsWith(`${cluster}-`))
      yield [
        `'${name}' may be a Secret of the cluster itself, whose key whoever reads it would get, too`,
        `copy its 'ca.crt' into a Secret that holds nothing else, and whose name does not begin with '${cluster}-'`,
      ];
    if (authorities.indexOf(name) !== index) yield [`'${name}' is named twice`, 'name it once'];
  }
}

export const authoritiesAreHeard: Rule = {
  code: 'KFK-X095',
  severity: 'error',
  title: 'Authorities of a listener are Secrets with nothing but certificates, and say more than Strimzi knows',
  source: 'https://cert-manager.io/docs/usage/certificate/#target-secret: a certificate, its key, and one authority',
  *check(draft) {
    for (const written of writtenListeners(draft)) {
      if (written.listener.authorities === undefined) continue;
      for (const [problem, fix] of wrong(written.listener, written.cluster.name))
        yield placeOf(written, 'authorities').problem(problem).fix(fix);
    }
  },
};

export const keyStaysWhereOneIsTold: Rule = {
  code: 'KFK-X096',
  severity: 'error',
  waivable: true,
  profile: 'production',
  title: 'An authority gets no other key by itself where applications are told of one authority at a time',
  source:
    "https://github.com/strimzi/kafka-access-operator: 'ssl.truststore.crt' is the one 'ca.crt' of Strimzi's Secret; https://strimzi.io/docs/operators/latest/configuring.html#type-CertificateAuthority-reference",
  *check(draft) {
    for (const cluster of strimziClusters(draft)) {
      const { connections, certificates } = strimziSettings(cluster);
      if (connections !== 'access-operator' || certificates.cluster.atEnd !== 'replace-key') continue;
      const told = [...draft.applications.values()].find((one) => one.cluster === cluster.name && !one.workload);
      if (told)
        yield at(cluster, 'certificates', 'cluster', 'atEnd')
          .problem(
            `on a day that nobody chose, '${told.name}' would trust some brokers and not others: the Access Operator brings one authority, while two sign`,
          )
          .fix(
            "remove it: with the same key, both certificates are good; or use connections: 'external-secrets', which brings both",
          );
    }
  },
};

export const authorityRules: readonly Rule[] = [authoritiesAreHeard, keyStaysWhereOneIsTold];
