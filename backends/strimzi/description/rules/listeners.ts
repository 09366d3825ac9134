import type { Cluster } from '../../../../model/cluster';
import type { Draft } from '../../../../model/draft';
import { at } from '../../../../model/problem';
import type { Rule } from '../../../../model/rule';
import { strimziSettings } from '../cluster';
import type { Listener } from '../listener';
import { strimziClusters } from './clusters';
import { formsFit } from './listener-forms';

const docs = 'https://strimzi.io/docs/operators/latest/configuring.html';
const reference = `${docs}#type-GenericKafkaListener-reference`;

/** A listener as it is written, with its cluster. */
interface Written {
  readonly cluster: Cluster;
  readonly listener: Listener;
}

/** Listeners that somebody wrote and that are understood; those that `authentication` stands for are right. */
export function* writtenListeners(draft: Pick<Draft, 'clusters' | 'broken'>): Iterable<Written> {
  for (const cluster of strimziClusters(draft)) {
    const { hasListeners, listeners } = strimziSettings(cluster);
    if (!hasListeners) continue;
    for (const listener of listeners)
      if (!draft.broken.within('clusters', cluster.name, 'listeners', listener.name)) yield { cluster, listener };
  }
}

export const placeOf = ({ cluster, listener }: Written, ...field: readonly string[]) =>
  at(cluster, 'listeners', listener.name, ...field);

const nameForm = /^[a-z0-9]{1,11}$/;

export const listenerNames: Rule = {
  code: 'KFK-K430',
  severity: 'error',
  title: 'A listener has a name that Strimzi takes, and a cluster has a listener',
  source: reference,
  *check(draft) {
    for (const cluster of strimziClusters(draft)) {
      const { hasListeners, listeners, authentication } = strimziSettings(cluster);
      if (hasListeners && listeners.length === 0 && !draft.broken.within('clusters', cluster.name, 'listeners'))
        yield at(cluster, 'listeners')
          .problem('nobody can connect to a cluster without listeners')
          .fix("write one: { scram: { port: 9093, authentication: 'scram-sha-512' } }");
      if (hasListeners && authentication)
        yield at(cluster, 'authentication')
          .problem('listeners say already how clients prove who they are')
          .fix('remove authentication, or listeners');
    }
    for (const written of writtenListeners(draft))
      if (!nameForm.test(written.listener.name))
        yield placeOf(written)
          .problem(`'${written.listener.name}' cannot be the name of a listener`)
          .fix("use 1 to 11 lower-case letters and digits: 'external1'");
  },
};

/** 9404 is where Prometheus asks, 9999 where JMX does. https://strimzi.io/docs/operators/latest/configuring.html#property-generic-listener-port-reference */
const takenPorts = [9404, 9999];

export const listenerPorts: Rule = {
  code: 'KFK-K431',
  severity: 'error',
  title: 'A listener has a port of its own that Strimzi leaves free',
  source: `${docs}#property-generic-listener-port-reference`,
  *check(draft) {
    const known = new Map<string, string>();
    for (const written of writtenListeners(draft)) {
      const { cluster, listener } = written;
      const place = placeOf(written, 'port');
      const key = `${cluster.name} ${listener.port}`;
      const other = known.get(key);
      known.set(key, listener.name);
      if (listener.port < 9092 || listener.port > 65_535)
        yield place.problem(`${listener.port} is given where 9092 to 65535 are allowed`).fix('use 9092 or more');
      else if (takenPorts.includes(listener.port))
        yield place.problem(`${listener.port} is a port of Strimzi's own metrics`).fix('use another one, such as 9095');
      else if (other !== undefined)
        yield place.problem(`'${other}' has the port ${listener.port} too`).fix('give each listener its own port');
    }
  },
};

/** Types that know brokers apart by the name that TLS asks for. */
const byServerName: readonly Listener['type'][] = ['ingress', 'route', 'tlsroute'];

export const routesEncrypted: Rule = {
  code: 'KFK-K432',
  severity: 'error',
  title: 'What is reached by its name in TLS is encrypted',
  source: `${docs}#property-generic-listener-config-tls-reference: ingresses, routes and gateways pass TLS on by SNI`,
  *check(draft) {
    for (const written of writtenListeners(draft)) {
      const { type, tls } = written.listener;
      if (byServerName.includes(type) && !tls)
        yield placeOf(written, 'tls')
          .problem(`'${type}' passes connections on by a name that only TLS says`)
          .fix('remove tls: it is on');
    }
  },
};

export const openOnlyWhereDisposable: Rule = {
  code: 'KFK-K433',
  severity: 'error',
  title: 'Where data counts, connections are encrypted, clients are known and have rights of their own',
  source: 'https://kafka.apache.org/documentation/#security_overview',
  *check(draft) {
    if (draft.environment.disposable) return;
    for (const written of writtenListeners(draft)) {
      if (!written.listener.tls)
        yield placeOf(written, 'tls')
          .problem('passwords and records would go through the network as they are')
          .fix('remove it: TLS is on; only a disposable environment does without');
      if (written.listener.authentication === 'none')
        yield placeOf(written, 'authentication')
          .problem('everybody who reaches the port would be let in')
          .fix("use 'scram-sha-512', 'mtls' or 'oauth'; only a disposable environment does without");
    }
    for (const cluster of strimziClusters(draft))
      if (strimziSettings(cluster).authorization === 'none')
        yield at(cluster, 'authorization')
          .problem('every client could read and destroy everything')
          .fix('remove it; only a disposable environment does without');
  },
};

export const ingressEnds: Rule = {
  code: 'KFK-K434',
  severity: 'warning',
  title: 'A listener is of a type that Strimzi keeps',
  source: 'https://github.com/strimzi/strimzi-kafka-operator/releases/tag/0.51.0: the type ingress is deprecated',
  *check(draft) {
    for (const written of writtenListeners(draft))
      if (written.listener.type === 'ingress')
        yield placeOf(written, 'type')
          .problem("Strimzi will remove the type 'ingress': the controller that it was made for is retired")
          .fix("use 'tlsroute' with a Gateway, or 'loadbalancer'");
  },
};

/** Which options a type has besides those of all, and which of them it needs: clients ask for these names. */
const options = {
  internal: { has: [], needs: [] },
  'cluster-ip': { has: [], needs: [] },
  loadbalancer: { has: ['host', 'brokerHosts', 'class', 'loadBalancerSourceRanges'], needs: [] },
  nodeport: { has: ['host', 'brokerHosts'], needs: [] },
  ingress: { has: ['host', 'brokerHosts', 'class'], needs: ['host', 'brokerHosts'] },
  route: { has: ['host', 'brokerHosts'], needs: [] },
  tlsroute: { has: ['host', 'brokerHosts', 'gateway'], needs: ['host', 'brokerHosts', 'gateway'] },
} as const satisfies Record<Listener['type'], Record<'has' | 'needs', readonly Option[]>>;
const optionNames = ['host', 'brokerHosts', 'class', 'loadBalancerSourceRanges', 'gateway'] as const;
type Option = (typeof optionNames)[number];

export const optionsNeeded: Rule = {
  code: 'KFK-K435',
  severity: 'error',
  title: 'A listener says what clients call it by, and how its tokens are known, where its type needs it',
  source: `${docs}#type-GenericKafkaListenerConfiguration-reference`,
  *check(draft) {
    for (const written of writtenListeners(draft)) {
      const { type, authentication, oauth } = written.listener;
      const missing = options[type].needs.filter((option) => written.listener[option] === undefined);
      if (missing.length > 0)
        yield placeOf(written)
          .problem(`'${type}' needs ${missing.join(' and ')}`)
          .fix(`add ${missing.map((option) => examples[option]).join(', ')}`);
      if (authentication === 'oauth' && !oauth)
        yield placeOf(written, 'oauth')
          .problem('no server of tokens is named')
          .fix("add oauth: { issuer: 'https://login.example.com', jwks: 'https://login.example.com/keys' }");
    }
  },
};

const examples: Readonly<Record<Option, string>> = {
  host: "host: 'kafka.example.com'",
  brokerHosts: "brokerHosts: 'broker-{nodeId}.kafka.example.com'",
  gateway: "gateway: { name: 'kafka' }",
  class: "class: 'nginx'",
  loadBalancerSourceRanges: "loadBalancerSourceRanges: ['10.0.0.0/8']",
};

export const optionsFit: Rule = {
  code: 'KFK-K436',
  severity: 'error',
  title: 'A listener has no option that its type or its authentication does not know',
  source: `${docs}#type-GenericKafkaListenerConfiguration-reference`,
  *check(draft) {
    for (const written of writtenListeners(draft)) {
      const { type, tls, authentication, oauth, issuer } = written.listener;
      const known: readonly Option[] = options[type].has;
      for (const option of optionNames)
        if (written.listener[option] !== undefined && !known.includes(option))
          yield placeOf(written, option).problem(`'${type}' has no ${option}`).fix('remove it, or use another type');
      if (oauth && authentication !== 'oauth')
        yield placeOf(written, 'oauth')
          .problem(`'${authentication}' asks for no tokens`)
          .fix("remove it, or use authentication 'oauth'");
      if (issuer && !tls)
        yield placeOf(written, 'issuer')
          .problem('nobody is shown a certificate without TLS')
          .fix('remove it, or remove tls');
    }
  },
};

export const brokersToldApart: Rule = {
  code: 'KFK-K442',
  severity: 'error',
  title: "Each broker's host differs in its first part, which a wildcard certificate covers",
  source: 'https://www.rfc-editor.org/rfc/rfc9525#section-6.3: a wildcard stands for the whole first part',
  *check(draft) {
    for (const written of writtenListeners(draft)) {
      const { brokerHosts } = written.listener;
      const [first = '', ...rest] = brokerHosts?.split('.') ?? [];
      const differs = first.includes('{nodeId}') || first.includes('{nodePodName}');
      if (brokerHosts !== undefined && (!differs || rest.length === 0 || rest.join('.').includes('{')))
        yield placeOf(written, 'brokerHosts')
          .problem(`'${brokerHosts}' is not another name of one domain for each broker`)
          .fix("put {nodeId} into the first part, and only there: 'broker-{nodeId}.kafka.example.com'");
    }
  },
};

export const listenerRules: readonly Rule[] = [
  listenerNames,
  listenerPorts,
  routesEncrypted,
  openOnlyWhereDisposable,
  ingressEnds,
  optionsNeeded,
  optionsFit,
  brokersToldApart,
  formsFit,
];
