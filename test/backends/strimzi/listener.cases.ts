import { kubernetesName } from '../../../model/kubernetes-name';
import type { RuleCase } from '../../model/rule-case';

const cluster = (settings: object) => ({ kubernetes: {}, 'clusters.main': { backend: 'strimzi', ...settings } });
const scram = { port: 9093, authentication: 'scram-sha-512' };
const listening = (more: object, settings: object = {}) => cluster({ listeners: { scram, ...more }, ...settings });
const disposable = { disposable: true };
const hosts = { host: 'kafka.example.com', brokerHosts: 'broker-{nodeId}.kafka.example.com' };
const outside = (type: string, more: object = {}) => ({
  outside: { type, port: 9095, authentication: 'mtls', ...more },
});
const oauth = { issuer: 'https://login.example.com', jwks: 'https://login.example.com/keys' };
const tokens = (more: object) => ({ tokens: { port: 9095, ...more } });
const shopBy = (authentication: string) => ({ 'platform.applications.shop.authentication': authentication });
const stored = { secrets: { store: 'vault' } };
const consumes = { owner: 'orders', consumes: { 'orders.created': {} } };
const topic = { owner: 'orders' };
const topicsCalled = (...names: readonly string[]) => ({
  ...cluster({}),
  'platform.topics': Object.fromEntries(['orders.created', ...names].map((name) => [name, topic])),
});

export const listenerCases: Readonly<Record<string, RuleCase>> = {
  'KFK-K430': {
    failing: listening({ 'not-a-name': scram }),
    nearly: listening({ isaname1234: { ...scram, port: 9094 } }),
  },
  'KFK-K431': {
    failing: listening({ other: { port: 9093, authentication: 'mtls' } }),
    nearly: listening({ other: { port: 9092, authentication: 'mtls' } }),
  },
  'KFK-K432': {
    failing: { ...listening(outside('route', { tls: false })), ...disposable },
    nearly: { ...listening(outside('loadbalancer', { tls: false })), ...disposable },
  },
  'KFK-K433': {
    failing: cluster({ authorization: 'none' }),
    nearly: { ...cluster({ authorization: 'none' }), ...disposable },
  },
  'KFK-K434': {
    failing: listening(outside('ingress', hosts)),
    nearly: listening(outside('tlsroute', { ...hosts, gateway: { name: 'kafka' } })),
  },
  'KFK-K435': {
    failing: listening(outside('tlsroute', hosts)),
    nearly: listening(outside('tlsroute', { ...hosts, gateway: { name: 'kafka' } })),
  },
  'KFK-K436': {
    failing: listening(outside('nodeport', { class: 'private' })),
    nearly: listening(outside('loadbalancer', { class: 'private' })),
  },
  'KFK-K437': {
    failing: { ...listening(outside('loadbalancer')), ...shopBy('mtls') },
    nearly: { ...listening(outside('loadbalancer', { host: 'kafka.example.com' })), ...shopBy('mtls') },
  },
  'KFK-K439': {
    failing: { ...cluster({}), ...stored },
    nearly: { ...cluster({}), ...stored, 'kubernetes.secretStore': 'company' },
  },
  'KFK-K440': {
    failing: {
      ...cluster({}),
      ...stored,
      'kubernetes.secretStore': 'company',
      'platform.applications.shop-password': consumes,
    },
    nearly: { ...cluster({}), 'platform.applications.shop-password': consumes },
  },
  'KFK-K441': {
    failing: topicsCalled('Orders', kubernetesName('Orders')),
    nearly: topicsCalled('Orders', kubernetesName('ORDERS')),
  },
  'KFK-K442': {
    failing: listening(outside('route', { brokerHosts: 'broker.{nodeId}.example.com' })),
    nearly: listening(outside('route', { brokerHosts: 'broker-{nodeId}.example.com' })),
  },
  'KFK-K443': {
    failing: cluster({ connections: 'access-operator', issuer: 'company' }),
    nearly: listening(outside('loadbalancer', { issuer: 'company' }), { connections: 'access-operator' }),
  },
  'KFK-K446': {
    failing: listening(outside('loadbalancer', { host: 'Kafka_of.example.com' })),
    nearly: listening(outside('loadbalancer', { host: 'kafka-of.example.com' })),
  },
  'KFK-K445': {
    failing: cluster({ superUsers: ['admin'] }),
    nearly: cluster({ superUsers: ['User:admin', 'User:CN=admin'] }),
  },
  'KFK-K444': {
    failing: { ...cluster({ listeners: tokens({ authentication: 'oauth', oauth }) }) },
    nearly: { ...cluster({ listeners: { scram, ...tokens({ authentication: 'oauth', oauth }) } }) },
  },
};
