import { Construct } from 'constructs';
import { type Metadata, type Named, NamedObject } from '../named-object';

export interface FluxHelmReleaseProps {
  readonly metadata: Metadata;
  /** `oci://…` names the chart itself, `https://…` the repository that has it. */
  readonly url: string;
  /** Its name in a repository of `https://…`; with `oci://…` the address names it already. */
  readonly chart: string;
  /** Exactly one version. */
  readonly version: string;
  /** What Helm calls it, a part of its objects' names. */
  readonly releaseName: string;
  /** Where its objects go; made where it is missing. */
  readonly targetNamespace: string;
  /** The chart's. Default: as the chart has them. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** HelmReleases of the same namespace that must be ready before. Default: none. */
  readonly dependsOn?: readonly string[];
}

/**
 * `HelmRelease` of Flux and the source of its chart. It neither installs nor replaces definitions of kinds: those of a
 * folder `crds` are skipped; values must keep those away that a chart has among its templates.
 * @see https://fluxcd.io/flux/components/helm/helmreleases/
 */
export class FluxHelmRelease extends Construct {
  constructor(scope: Construct, id: string, props: FluxHelmReleaseProps) {
    super(scope, id);
    const oci = props.url.startsWith('oci://');
    new NamedObject(this, 'source', oci ? ociRepository(props) : helmRepository(props));
    new NamedObject(this, 'release', release(props, oci));
  }
}

interface Source {
  readonly apiVersion: 'source.toolkit.fluxcd.io/v1';
  readonly kind: 'OCIRepository' | 'HelmRepository';
  readonly spec: Readonly<Record<string, unknown>>;
}

const ociRepository = ({ metadata, url, version }: FluxHelmReleaseProps): Named<Source> => ({
  apiVersion: 'source.toolkit.fluxcd.io/v1',
  kind: 'OCIRepository',
  metadata,
  spec: {
    url,
    interval: '1h',
    ref: { tag: version },
    // The chart itself, not an archive of it in another one.
    layerSelector: { mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip', operation: 'copy' },
  },
});

const helmRepository = ({ metadata, url }: FluxHelmReleaseProps): Named<Source> => ({
  apiVersion: 'source.toolkit.fluxcd.io/v1',
  kind: 'HelmRepository',
  metadata,
  spec: { url, interval: '1h' },
});

/** What fails for want of a namespace is neither given up nor rolled back. https://fluxcd.io/flux/components/helm/helmreleases/#install-strategy */
const strategy = { name: 'RetryOnFailure', retryInterval: '2m' } as const;

interface HelmRelease {
  readonly apiVersion: 'helm.toolkit.fluxcd.io/v2';
  readonly kind: 'HelmRelease';
  readonly spec: Readonly<Record<string, unknown>>;
}

const release = (props: FluxHelmReleaseProps, oci: boolean): Named<HelmRelease> => ({
  apiVersion: 'helm.toolkit.fluxcd.io/v2',
  kind: 'HelmRelease',
  metadata: props.metadata,
  spec: {
    interval: '10m',
    timeout: '15m',
    releaseName: props.releaseName,
    targetNamespace: props.targetNamespace,
    ...(oci
      ? { chartRef: { kind: 'OCIRepository', name: props.metadata.name } }
      : {
          chart: {
            spec: {
              chart: props.chart,
              version: props.version,
              sourceRef: { kind: 'HelmRepository', name: props.metadata.name },
            },
          },
        }),
    install: { crds: 'Skip', createNamespace: true, strategy },
    upgrade: { crds: 'Skip', strategy },
    dependsOn: props.dependsOn?.map((name) => ({ name })),
    values: props.values,
  },
});
