import type { Construct } from 'constructs';
import { type Metadata, type Named, NamedObject } from '../named-object';

export interface FluxKustomizationProps {
  readonly metadata: Metadata;
  /** The GitRepository, in the same namespace. */
  readonly repository: string;
  /** A folder of it: `out/dev/kubernetes/main`. */
  readonly path: string;
  /** Whether what left the folder is deleted, except objects that are annotated against it. */
  readonly prune: boolean;
  /** Kustomizations of the same namespace that must be ready before. Default: none. */
  readonly dependsOn?: readonly string[];
  /** Whether it is ready only once all of its objects are. Default: true. */
  readonly wait?: boolean;
  /** How long it waits for that: `15m`. Default: `15m`. */
  readonly timeout?: string;
  /** How often it is applied anew: `10m`. Default: `10m`. */
  readonly interval?: string;
  /** What is done with its objects when it is deleted itself. Default: Flux', the same as `prune`. */
  readonly deletionPolicy?: 'MirrorPrune' | 'Delete' | 'WaitForTermination' | 'Orphan';
  /** How objects are known to be ready whose own conditions Flux does not understand, in CEL. Default: none. */
  readonly healthCheckExprs?: readonly HealthCheckExpression[];
}

/** @see https://fluxcd.io/flux/components/kustomize/kustomizations/#health-check-expressions */
export interface HealthCheckExpression {
  readonly apiVersion: string;
  readonly kind: string;
  readonly inProgress?: string;
  readonly failed?: string;
  readonly current: string;
}

/** `Kustomization` of Flux. https://fluxcd.io/flux/components/kustomize/kustomizations/ */
export class FluxKustomization extends NamedObject {
  constructor(scope: Construct, id: string, props: FluxKustomizationProps) {
    super(scope, id, manifest(props));
  }
}

interface Kustomization {
  readonly apiVersion: 'kustomize.toolkit.fluxcd.io/v1';
  readonly kind: 'Kustomization';
  readonly spec: {
    readonly sourceRef: { readonly kind: 'GitRepository'; readonly name: string };
    readonly path: string;
    readonly prune: boolean;
    readonly wait: boolean;
    readonly timeout: string;
    readonly interval: string;
    readonly retryInterval: string;
    readonly deletionPolicy?: string;
    readonly dependsOn?: readonly { readonly name: string }[];
    readonly healthCheckExprs?: readonly HealthCheckExpression[];
  };
}

const manifest = (props: FluxKustomizationProps): Named<Kustomization> => ({
  apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
  kind: 'Kustomization',
  metadata: props.metadata,
  spec: {
    sourceRef: { kind: 'GitRepository', name: props.repository },
    path: `./${props.path}`,
    prune: props.prune,
    wait: props.wait ?? true,
    timeout: props.timeout ?? '15m',
    interval: props.interval ?? '10m',
    retryInterval: '2m',
    deletionPolicy: props.deletionPolicy,
    dependsOn: props.dependsOn?.map((name) => ({ name })),
    healthCheckExprs: props.healthCheckExprs,
  },
});
