import type { Construct } from 'constructs';
import { type Metadata, type Named, NamedObject } from '../named-object';

/** A folder of a repository. */
export interface ArgoFolder {
  readonly repoURL: string;
  /** A branch or tag. */
  readonly targetRevision: string;
  readonly path: string;
  /** Only these of its files, as a glob. Default: a `kustomization.yaml` in it says, or all of its manifests. */
  readonly include?: string;
}

/** A Helm chart in exactly one version. */
export interface ArgoHelmChart {
  /** Of a repository: `https://…`; of an OCI registry: without `oci://`. */
  readonly repoURL: string;
  readonly targetRevision: string;
  readonly chart: string;
  readonly releaseName: string;
  /** Default: as the chart has them. */
  readonly values?: Readonly<Record<string, unknown>>;
}

export interface ArgoApplicationProps {
  readonly metadata: Metadata;
  readonly project: string;
  readonly source: ArgoFolder | ArgoHelmChart;
  /** Where objects go that name no namespace. */
  readonly namespace: string;
  /** The place in the order of an application of applications; lower goes first. Default: 0. */
  readonly wave?: number;
  /** Whether what left the source is deleted, except objects that are annotated against it. Default: true. */
  readonly prune?: boolean;
  /** Whether the namespace is made where it is missing. Default: false. */
  readonly createNamespace?: boolean;
}

/**
 * `Application` of Argo CD that is kept as its source says, applied server-side. Deleting it deletes nothing else: it has
 * no finalizer. A chart's folder `crds` is skipped.
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#applications
 */
export class ArgoApplication extends NamedObject {
  constructor(scope: Construct, id: string, props: ArgoApplicationProps) {
    super(scope, id, manifest(props));
  }
}

interface Application {
  readonly apiVersion: 'argoproj.io/v1alpha1';
  readonly kind: 'Application';
  readonly spec: Readonly<Record<string, unknown>>;
}

function manifest(props: ArgoApplicationProps): Named<Application> {
  const { metadata, project, namespace, wave = 0, prune = true } = props;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      ...metadata,
      annotations: { ...metadata.annotations, 'argocd.argoproj.io/sync-wave': `${wave}` },
    },
    spec: {
      project,
      source: sourceOf(props.source),
      destination: { server: 'https://kubernetes.default.svc', namespace },
      syncPolicy: {
        automated: { enabled: true, prune, selfHeal: true },
        syncOptions: syncOptionsOf(props),
        // Self-healing skips a revision that failed; so none is given up, and an attempt takes what is newest by then.
        // https://argo-cd.readthedocs.io/en/release-3.5/user-guide/auto_sync/
        retry: { limit: -1, refresh: true, backoff: { duration: '30s', factor: 2, maxDuration: '10m' } },
      },
    },
  };
}

const sourceOf = (source: ArgoFolder | ArgoHelmChart): object =>
  'chart' in source
    ? {
        repoURL: source.repoURL,
        chart: source.chart,
        targetRevision: source.targetRevision,
        helm: { releaseName: source.releaseName, skipCrds: true, valuesObject: source.values },
      }
    : {
        repoURL: source.repoURL,
        targetRevision: source.targetRevision,
        path: source.path,
        directory: source.include === undefined ? undefined : { include: source.include },
      };

/** https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/ */
const syncOptionsOf = ({ prune = true, createNamespace = false }: ArgoApplicationProps): string[] => [
  // Definitions and topics' specs grow beyond what the annotation of client-side apply holds.
  'ServerSideApply=true',
  // Two applications that claim one object are a mistake, not a fight.
  'FailOnSharedResource=true',
  // One kind that is not defined yet would stop all others.
  'SkipDryRunOnMissingResource=true',
  ...(prune ? ['PruneLast=true'] : ['Prune=false', 'Delete=false']),
  ...(createNamespace ? ['CreateNamespace=true'] : []),
];
