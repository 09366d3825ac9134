import type { RuleCase } from './rule-case';

const repository = 'https://git.example.com/platform/kafka';
const onKubernetes = { kubernetes: {}, 'clusters.main': { backend: 'strimzi' } };
const gitOps = (more: object = {}) => ({
  ...onKubernetes,
  delivery: 'gitops',
  gitops: { controller: 'flux', repository, ...more },
});
const called = (cluster: string) => ({
  ...gitOps(),
  'clusters.main': undefined,
  [`clusters.${cluster}`]: { backend: 'strimzi' },
});

export const gitOpsCases: Readonly<Record<string, RuleCase>> = {
  'KFK-G001': { failing: { ...onKubernetes, delivery: 'gitops' }, nearly: gitOps() },
  'KFK-G002': { failing: { ...gitOps(), delivery: 'apply' }, nearly: gitOps() },
  'KFK-G003': { failing: { ...gitOps(), 'clusters.main': { backend: 'kafka' } }, nearly: gitOps() },
  'KFK-G004': {
    failing: gitOps({ repository: 'https://user:token@git.example.com/platform/kafka' }),
    nearly: gitOps({ repository: 'ssh://git@git.example.com:7999/platform/kafka.git' }),
  },
  'KFK-G005': { failing: gitOps({ path: 'out/../../dev' }), nearly: gitOps({ path: 'clusters/dev' }) },
  'KFK-G006': {
    failing: gitOps({ operators: ['strimzi', 'keda', 'strimzi'] }),
    nearly: gitOps({ operators: ['strimzi', 'keda'] }),
  },
  // kafka-test--main-- and 45 more, where the applications of the cluster run
  'KFK-G007': {
    failing: { ...gitOps(), 'platform.applications.shop.namespace': 'a'.repeat(46) },
    nearly: { ...gitOps(), 'platform.applications.shop.namespace': 'a'.repeat(45) },
  },
  'KFK-G008': { failing: { ...onKubernetes, ...called('operators') }, nearly: called('operator') },
  'KFK-G009': {
    failing: gitOps({ controller: 'argo-cd', secretName: 'repository' }),
    nearly: gitOps({ secretName: 'repository' }),
  },
  'KFK-G011': {
    failing: gitOps({ watchNamespaces: ['kafka-staging'] }),
    nearly: gitOps({ operators: ['strimzi'], watchNamespaces: ['kafka-staging'] }),
  },
  'KFK-G010': { failing: gitOps({ namespace: 'Flux' }), nearly: gitOps({ namespace: 'flux' }) },
};
