import type { GitOps, OperatorName } from '../../model/gitops';
import type { Kubernetes } from '../../model/kubernetes';

/** How an operator is installed: its chart, and the definitions of its kinds apart, from the project's own repository. */
export interface Operator {
  readonly name: OperatorName;
  /** `oci://…` names the chart itself, `https://…` the repository that has it. */
  readonly repository: string;
  readonly chart: string;
  readonly version: string;
  readonly releaseName: string;
  readonly namespace: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Absent: it has no kinds of its own. */
  readonly definitions?: Definitions;
  /** Operators that must be ready before, where they are installed too. */
  readonly after: readonly OperatorName[];
}

/** Where a project keeps the definitions of its kinds. */
export interface Definitions {
  readonly repository: string;
  readonly tag: string;
  readonly path: string;
  /** Only these files of the folder. Absent: all, or what its `kustomization.yaml` says. */
  readonly include?: string;
}

interface Release extends Omit<Operator, 'name' | 'namespace' | 'releaseName' | 'values' | 'after'> {
  readonly releaseName?: string;
  /** Where it runs, if the environment does not say. */
  readonly namespace: string;
  readonly after?: readonly OperatorName[];
  /** Where the version was read, and when. */
  readonly source: string;
  readonly read: string;
}

/** The versions whose definitions the kit's objects are tested against. */
export const releases: Readonly<Record<OperatorName, Release>> = {
  strimzi: {
    repository: 'oci://quay.io/strimzi-helm/strimzi-kafka-operator',
    chart: 'strimzi-kafka-operator',
    version: '1.2.0',
    releaseName: 'strimzi-cluster-operator',
    namespace: 'strimzi',
    definitions: {
      repository: 'https://github.com/strimzi/strimzi-kafka-operator',
      tag: '1.2.0',
      path: 'install/cluster-operator',
      include: '*-Crd-*.yaml',
    },
    source: 'https://strimzi.io/docs/operators/1.2.0/deploying#deploying-cluster-operator-helm-chart-str',
    read: '2026-11-21',
  },
  'cert-manager': {
    repository: 'oci://quay.io/jetstack/charts/cert-manager',
    chart: 'cert-manager',
    version: 'v1.21.1',
    namespace: 'cert-manager',
    definitions: {
      repository: 'https://github.com/cert-manager/cert-manager',
      tag: 'v1.21.1',
      path: 'deploy/crds',
    },
    source: 'https://cert-manager.io/docs/installation/helm/',
    read: '2026-11-21',
  },
  'external-secrets': {
    repository: 'oci://ghcr.io/external-secrets/charts/external-secrets',
    chart: 'external-secrets',
    version: '2.9.0',
    namespace: 'external-secrets',
    definitions: {
      repository: 'https://github.com/external-secrets/external-secrets',
      tag: 'v2.9.0',
      path: 'config/crds/bases',
    },
    source: 'https://external-secrets.io/latest/introduction/getting-started/',
    read: '2026-11-21',
  },
  'kube-prometheus-stack': {
    repository: 'oci://ghcr.io/prometheus-community/charts/kube-prometheus-stack',
    chart: 'kube-prometheus-stack',
    version: '88.2.0',
    namespace: 'monitoring',
    definitions: {
      repository: 'https://github.com/prometheus-operator/prometheus-operator',
      tag: 'v0.93.0',
      path: 'example/prometheus-operator-crd',
    },
    source: 'https://github.com/prometheus-community/helm-charts/pull/7152',
    read: '2026-11-21',
  },
  keda: {
    repository: 'https://kedacore.github.io/charts',
    chart: 'keda',
    version: '2.20.2',
    namespace: 'keda',
    definitions: { repository: 'https://github.com/kedacore/keda', tag: 'v2.20.2', path: 'config/crd' },
    source: 'https://keda.sh/docs/latest/deploy/',
    read: '2026-11-21',
  },
  'access-operator': {
    repository: 'oci://quay.io/strimzi-helm/strimzi-access-operator',
    chart: 'strimzi-access-operator',
    version: '0.3.0',
    releaseName: 'strimzi-access-operator',
    namespace: 'strimzi-access-operator',
    definitions: {
      repository: 'https://github.com/strimzi/kafka-access-operator',
      tag: '0.3.0',
      path: 'packaging/install',
      include: '*-Crd-*.yaml',
    },
    after: ['strimzi'],
    source: 'https://github.com/strimzi/kafka-access-operator/tree/0.3.0/packaging/helm-charts/helm3',
    read: '2026-11-21',
  },
  'drain-cleaner': {
    repository: 'oci://quay.io/strimzi-helm/strimzi-drain-cleaner',
    chart: 'strimzi-drain-cleaner',
    version: '1.6.1',
    releaseName: 'strimzi-drain-cleaner',
    namespace: 'strimzi-drain-cleaner',
    // Its certificate.
    after: ['cert-manager'],
    source: 'https://github.com/strimzi/strimzi.github.io/pull/598',
    read: '2026-11-21',
  },
};

/** The operators of an environment, each with what the environment says of it. */
export const operatorsOf = (
  gitops: Pick<GitOps, 'operators' | 'watchNamespaces'>,
  kubernetes: Kubernetes,
): Operator[] =>
  [...gitops.operators].sort().map((name) => {
    const { namespace, releaseName = name, after = [], source: _, read: __, ...release } = releases[name];
    return {
      ...release,
      name,
      releaseName,
      namespace,
      values: {},
      after: after.filter((other) => gitops.operators.includes(other)),
      ...particulars[name]?.(kubernetes, gitops.watchNamespaces),
    };
  });

type Particulars = Partial<Pick<Operator, 'namespace' | 'releaseName' | 'values'>>;

/** Definitions among a chart's templates are switched off; those of its folder `crds` are skipped by whoever installs it. */
const particulars: Readonly<
  Partial<Record<OperatorName, (kubernetes: Kubernetes, watched: readonly string[]) => Particulars>>
> = {
  strimzi: ({ namespace, operatorNamespace = releases.strimzi.namespace, podSecurity }, others) => ({
    namespace: operatorNamespace,
    values: {
      // It watches its own namespace anyway, and the chart refuses to be told.
      watchNamespaces: [namespace, ...others].filter((watched) => watched !== operatorNamespace),
      ...(podSecurity === 'restricted' && {
        extraEnvs: [{ name: 'STRIMZI_POD_SECURITY_PROVIDER_CLASS', value: 'restricted' }],
      }),
    },
  }),
  'cert-manager': () => ({ values: { crds: { enabled: false } } }),
  'external-secrets': () => ({ values: { installCRDs: false } }),
  'kube-prometheus-stack': ({ prometheusNamespace, prometheusLabels }) => ({
    namespace: prometheusNamespace,
    ...prometheus(prometheusLabels),
  }),
  keda: () => ({ values: { crds: { install: false } } }),
  // The namespace is made beside it, as for every other.
  'drain-cleaner': () => ({ values: { namespace: { create: false, name: releases['drain-cleaner'].namespace } } }),
};

/** Prometheus selects what has the chart's own label, `release`, which is the release's name; other labels are said to it. */
function prometheus({ release = 'kube-prometheus-stack', ...labels }: Readonly<Record<string, string>>): Particulars {
  const crds = { enabled: false };
  if (Object.keys(labels).length === 0) return { releaseName: release, values: { crds } };
  const selector = { matchLabels: labels };
  return {
    releaseName: release,
    values: {
      crds,
      commonLabels: labels,
      prometheus: {
        prometheusSpec: {
          podMonitorSelector: selector,
          probeSelector: selector,
          ruleSelector: selector,
          scrapeConfigSelector: selector,
          serviceMonitorSelector: selector,
        },
      },
    },
  };
}
