import type { Cluster } from '../cluster';
import type { Draft } from '../draft';
import { gitOpsName } from '../gitops';
import type { Kubernetes } from '../kubernetes';
import { dnsLabelFix, dnsLabelForm, dnsSubdomainFix, dnsSubdomainForm } from '../kubernetes-name';
import { clusterUnit, environmentUnits } from '../kubernetes-unit';
import { at } from '../problem';
import type { Rule } from '../rule';

export const gitOpsSaid: Rule = {
  code: 'KFK-G001',
  severity: 'error',
  title: 'An environment that a GitOps controller applies says which one, and where it reads',
  source: 'https://opengitops.dev: desired state is pulled from where it is kept',
  *check({ environment, broken }) {
    if (environment.delivery === 'gitops' && !environment.gitops && !broken.within('gitops'))
      yield at(environment, 'delivery')
        .problem("delivery is 'gitops', and nothing says which controller reads which repository")
        .fix("add gitops: { controller: 'argo-cd' or 'flux', repository: 'https://…' }, or use delivery: 'apply'");
  },
};

export const oneApplies: Rule = {
  code: 'KFK-G002',
  severity: 'error',
  title: 'Either a GitOps controller applies an environment, or kafka-kit deploy does',
  source: 'https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts: two managers of one field',
  *check({ environment, broken }) {
    if (environment.gitops && environment.delivery !== 'gitops' && !broken.within('delivery'))
      yield at(environment, 'gitops')
        .problem("it says what a GitOps controller reads, and delivery is 'apply': both would apply it")
        .fix('remove delivery, or gitops');
  },
};

export const gitOpsHasObjects: Rule = {
  code: 'KFK-G003',
  severity: 'error',
  title: 'What a GitOps controller applies is on Kubernetes',
  source: 'https://fluxcd.io/flux/components/kustomize/kustomizations/: it applies Kubernetes objects',
  *check(draft) {
    const { environment, broken } = draft;
    if (environment.delivery !== 'gitops' || broken.has('clusters')) return;
    if (!environment.kubernetes || onKubernetes(draft).length === 0)
      yield at(environment, 'delivery')
        .problem('nothing of this environment is on Kubernetes')
        .fix("add kubernetes: {} and a cluster on 'strimzi', or remove delivery and gitops");
  },
};

/** Host and path; somebody's name before the host is none of ours, except ssh's `git@`. */
const repositoryForm = /^(https:\/\/[^\s@/]+|ssh:\/\/([^\s:@/]+@)?[^\s@/]+)\/[^\s]+$/;

export const repositoryForms: Rule = {
  code: 'KFK-G004',
  severity: 'error',
  title: 'A repository is an address that both controllers understand, and holds no credential',
  source: 'https://fluxcd.io/flux/components/source/gitrepositories/#url: http, https or ssh',
  *check({ environment }) {
    const { gitops } = environment;
    if (!gitops || repositoryForm.test(gitops.repository)) return;
    const [, host, path] = /^[^\s@/]+@([^\s:/]+):([^\s]+)$/.exec(gitops.repository) ?? [];
    yield at(environment, 'gitops', 'repository')
      .problem(`no address of a repository: '${gitops.repository.replace(/:[^/@]*@/, ':…@')}'`)
      .fix(
        host
          ? `write it as 'ssh://git@${host}/${path}'`
          : "use 'https://host/path' or 'ssh://git@host/path'; the controller keeps credentials in a Secret",
      );
  },
};

export const pathInside: Rule = {
  code: 'KFK-G005',
  severity: 'error',
  title: 'The folder that a GitOps controller reads is inside of its repository',
  source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#applications: path',
  *check({ environment }) {
    const { gitops } = environment;
    if (!gitops || gitops.path.split('/').every((part) => /^[^\s]+$/.test(part) && part !== '..' && part !== '.'))
      return;
    yield at(environment, 'gitops', 'path')
      .problem(`'${gitops.path}' is no folder below the repository's own`)
      .fix(`use a relative path without '.' and '..', such as 'out/${environment.name}'`);
  },
};

export const operatorsOnce: Rule = {
  code: 'KFK-G006',
  severity: 'error',
  title: 'An operator is installed once',
  source: 'https://helm.sh/docs/intro/using_helm/: two releases would own the same cluster-scoped objects',
  *check({ environment }) {
    const operators = environment.gitops?.operators ?? [];
    for (const [index, operator] of operators.entries())
      if (operators.indexOf(operator) < index)
        yield at(environment, 'gitops', 'operators', index).problem(`'${operator}' is there twice`).fix('remove one');
  },
};

export const watchedByStrimzi: Rule = {
  code: 'KFK-G011',
  severity: 'error',
  title: 'Strimzi is told once of each namespace that it watches besides, where it is installed',
  source:
    'https://github.com/strimzi/strimzi-kafka-operator/tree/1.2.0/packaging/helm-charts/helm3/strimzi-kafka-operator',
  *check({ environment }) {
    const { operators = [], watchNamespaces = [] } = environment.gitops ?? {};
    for (const [index, namespace] of watchNamespaces.entries()) {
      const place = at(environment, 'gitops', 'watchNamespaces', index);
      if (!dnsLabelForm.test(namespace))
        yield place.problem(`'${namespace}' cannot be the name of a namespace`).fix(dnsLabelFix);
      else if (namespace === environment.kubernetes?.namespace || watchNamespaces.indexOf(namespace) < index)
        yield place.problem(`'${namespace}' is watched already`).fix('remove it');
    }
    if (watchNamespaces.length > 0 && !operators.includes('strimzi'))
      yield at(environment, 'gitops', 'watchNamespaces')
        .problem('another environment installs Strimzi, or somebody else does')
        .fix("say it where gitops.operators has 'strimzi'");
  },
};

export const gitOpsNamesFit: Rule = {
  code: 'KFK-G007',
  severity: 'error',
  title: 'What a GitOps controller calls a unit fits into a label',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set: 63',
  *check(draft) {
    const { environment } = draft;
    if (!environment.gitops || !environment.kubernetes) return;
    for (const cluster of onKubernetes(draft))
      for (const namespace of namespacesOf(cluster, environment.kubernetes, draft)) {
        const name = gitOpsName(
          environment.name,
          clusterUnit(cluster.name, namespace, environment.kubernetes.namespace),
        );
        if (name.length > 63)
          yield at(cluster)
            .problem(
              `the controller would call what is in ${namespace} '${name}': ${name.length} characters, and a label holds 63`,
            )
            .fix('use a shorter name for the cluster, the environment or the namespace');
      }
  },
};

export const unitNamesFree: Rule = {
  code: 'KFK-G008',
  severity: 'error',
  title: 'A cluster on Kubernetes is not called as a folder of its environment is',
  source: 'the layout of out/<environment>/kubernetes: a folder per cluster beside those of the environment',
  *check(draft) {
    const taken: readonly string[] = Object.values(environmentUnits);
    for (const cluster of onKubernetes(draft))
      if (taken.includes(cluster.name))
        yield at(cluster)
          .problem(`kubernetes/${cluster.name} holds what belongs to no cluster`)
          .fix(`use another name than ${taken.join(', ')}`);
  },
};

export const secretOfFlux: Rule = {
  code: 'KFK-G009',
  severity: 'error',
  title: 'A Secret for the repository is named where the controller reads it by name',
  source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#repositories',
  *check({ environment }) {
    const { gitops } = environment;
    if (gitops?.secretName && gitops.controller === 'argo-cd')
      yield at(environment, 'gitops', 'secretName')
        .problem('Argo CD finds the Secret of a repository by its label and address, not by a name')
        .fix('remove secretName, and label the Secret argocd.argoproj.io/secret-type: repository');
  },
};

export const gitOpsNamespace: Rule = {
  code: 'KFK-G010',
  severity: 'error',
  title: 'The namespace of a GitOps controller and the Secret that it reads have names that Kubernetes allows',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  *check({ environment }) {
    const { namespace, secretName } = environment.gitops ?? {};
    if (namespace !== undefined && !dnsLabelForm.test(namespace))
      yield at(environment, 'gitops', 'namespace')
        .problem(`'${namespace}' cannot be the name of a namespace`)
        .fix(dnsLabelFix);
    if (secretName !== undefined && !dnsSubdomainForm.test(secretName))
      yield at(environment, 'gitops', 'secretName')
        .problem(`'${secretName}' cannot be the name of a Secret`)
        .fix(dnsSubdomainFix);
  },
};

/** Where something of a cluster is: beside it, and where its applications run. */
const namespacesOf = ({ name }: Cluster, kubernetes: Kubernetes, { applications }: Draft): ReadonlySet<string> =>
  new Set([
    kubernetes.namespace,
    ...[...applications.values()]
      .filter(({ cluster, workload }) => cluster === name && !workload)
      .map(({ namespace }) => namespace ?? kubernetes.applicationNamespace),
  ]);

const onKubernetes = ({ clusters }: Draft): Cluster[] =>
  [...clusters.values()].filter(({ appliedBy }) => appliedBy === 'kubernetes');

export const gitOpsRules: readonly Rule[] = [
  gitOpsSaid,
  oneApplies,
  gitOpsHasObjects,
  repositoryForms,
  pathInside,
  operatorsOnce,
  gitOpsNamesFit,
  unitNamesFree,
  secretOfFlux,
  gitOpsNamespace,
  watchedByStrimzi,
];
