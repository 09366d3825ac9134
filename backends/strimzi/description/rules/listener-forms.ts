import { z } from 'zod';
import type { Draft } from '../../../../model/draft';
import { at } from '../../../../model/problem';
import type { Rule } from '../../../../model/rule';
import { strimziSettings } from '../cluster';
import type { Listener } from '../listener';
import { strimziClusters } from './clusters';

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names */
const hostForm = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/;
const isHost = (text: string) => hostForm.test(text.replace(/\{node(Id|PodName)\}/g, '0'));
const range = z.union([z.cidrv4(), z.cidrv6()]);
const httpsAddress = z.url({ protocol: /^https$/ });

/** What a listener writes that has a form, by its field. */
function* formed({ host, brokerHosts, loadBalancerSourceRanges = [], oauth }: Listener) {
  const names = { host, brokerHosts };
  for (const field of ['host', 'brokerHosts'] as const) {
    const given = names[field];
    if (given !== undefined)
      yield { field: [field], given, fits: isHost(given), fix: "use a name of DNS in lower case: 'kafka.example.com'" };
  }
  for (const [index, given] of loadBalancerSourceRanges.entries())
    yield {
      field: ['loadBalancerSourceRanges', index],
      given,
      fits: range.safeParse(given).success,
      fix: "write a range of addresses: '10.0.0.0/8'",
    };
  if (oauth)
    for (const field of ['jwks', 'tokenEndpoint'] as const) {
      const given = oauth[field];
      if (given !== undefined)
        yield {
          field: ['oauth', field],
          given,
          fits: httpsAddress.safeParse(given).success,
          // Whoever answers in its place says whose tokens are good, or is told secrets.
          fix: "write an address that is encrypted: 'https://login.example.com/keys'",
        };
    }
}

export const formsFit: Rule = {
  code: 'KFK-K446',
  severity: 'error',
  title: 'Hosts, address ranges and addresses of servers of tokens have their form',
  source: 'https://strimzi.io/docs/operators/latest/configuring.html#type-GenericKafkaListenerConfiguration-reference',
  *check(draft: Pick<Draft, 'clusters'>) {
    for (const cluster of strimziClusters(draft))
      for (const listener of strimziSettings(cluster).listeners)
        for (const { field, given, fits, fix } of formed(listener))
          if (!fits)
            yield at(cluster, 'listeners', listener.name, ...field)
              .problem(`'${given}' is not of the form that is needed here`)
              .fix(fix);
  },
};
