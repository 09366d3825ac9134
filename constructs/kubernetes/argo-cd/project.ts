import type { Construct } from 'constructs';
import { type Metadata, type Named, NamedObject } from '../named-object';

export interface GroupKind {
  readonly group: string;
  readonly kind: string;
}

export interface ArgoProjectProps {
  readonly metadata: Metadata;
  /** One sentence. Default: none. */
  readonly description?: string;
  /** Repositories that its applications may read. */
  readonly sourceRepos: readonly string[];
  /** Namespaces into which they may write. */
  readonly namespaces: readonly string[];
  /** Kinds that are in no namespace and that they may write. Default: none. */
  readonly clusterResources?: readonly GroupKind[];
  /** The place in the order of an application of applications; lower goes first. Default: 0. */
  readonly wave?: number;
}

/** `AppProject` of Argo CD: what its applications may read and write, and nothing else. https://argo-cd.readthedocs.io/en/stable/user-guide/projects/ */
export class ArgoProject extends NamedObject {
  constructor(scope: Construct, id: string, props: ArgoProjectProps) {
    super(scope, id, manifest(props));
  }
}

interface AppProject {
  readonly apiVersion: 'argoproj.io/v1alpha1';
  readonly kind: 'AppProject';
  readonly spec: {
    readonly description?: string;
    readonly sourceRepos: readonly string[];
    readonly destinations: readonly { readonly server: string; readonly namespace: string }[];
    readonly clusterResourceWhitelist: readonly GroupKind[];
  };
}

const manifest = (props: ArgoProjectProps): Named<AppProject> => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'AppProject',
  metadata: {
    ...props.metadata,
    annotations: { ...props.metadata.annotations, 'argocd.argoproj.io/sync-wave': `${props.wave ?? 0}` },
  },
  spec: {
    description: props.description,
    sourceRepos: props.sourceRepos,
    destinations: props.namespaces.map((namespace) => ({ server: 'https://kubernetes.default.svc', namespace })),
    clusterResourceWhitelist: props.clusterResources ?? [],
  },
});
