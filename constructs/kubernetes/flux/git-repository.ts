import type { Construct } from 'constructs';
import { type Metadata, type Named, NamedObject } from '../named-object';

export interface FluxGitRepositoryProps {
  readonly metadata: Metadata;
  /** `https://…` or `ssh://…`. */
  readonly url: string;
  /** What is read of it. */
  readonly ref: { readonly branch: string } | { readonly tag: string };
  /** How often it is looked at: `5m`. Default: `5m`. */
  readonly interval?: string;
  /** Patterns as in `.gitignore`, one a line, of what is left out. Default: Flux' own, which leave out images and archives. */
  readonly ignore?: string;
  /** The name of the Secret, in the same namespace, with which it is read. Default: none, it is public. */
  readonly secretName?: string;
}

/** `GitRepository` of Flux. https://fluxcd.io/flux/components/source/gitrepositories/ */
export class FluxGitRepository extends NamedObject {
  constructor(scope: Construct, id: string, props: FluxGitRepositoryProps) {
    super(scope, id, manifest(props));
  }
}

interface GitRepository {
  readonly apiVersion: 'source.toolkit.fluxcd.io/v1';
  readonly kind: 'GitRepository';
  readonly spec: {
    readonly url: string;
    readonly interval: string;
    readonly ref: { readonly branch?: string; readonly tag?: string };
    readonly ignore?: string;
    readonly secretRef?: { readonly name: string };
  };
}

const manifest = (props: FluxGitRepositoryProps): Named<GitRepository> => ({
  apiVersion: 'source.toolkit.fluxcd.io/v1',
  kind: 'GitRepository',
  metadata: props.metadata,
  spec: {
    url: props.url,
    interval: props.interval ?? '5m',
    ref: props.ref,
    ignore: props.ignore,
    secretRef: props.secretName === undefined ? undefined : { name: props.secretName },
  },
});
