import { k8s } from 'cdk8s-plus-28';
import { restrictedContainer } from './restricted';
import type { TrustedCertificate } from './strimzi/trusted-certificate';

export interface JoinedAuthoritiesProps {
  /** Who is trusted. Of one with a `pattern` every `*.crt` is. */
  readonly trusted: readonly TrustedCertificate[];
  /** The folder in which the program finds `ca.crt`. */
  readonly folder: string;
  /** An image with a shell; the program's own is on the node already. */
  readonly image: string;
}

/** What a pod needs so that one file holds every authority. */
export interface JoinedAuthorities {
  /** Among `initContainers`: it goes on beside the program. */
  readonly container: k8s.Container;
  readonly volumes: k8s.Volume[];
  /** Of the program. */
  readonly mount: k8s.VolumeMount;
}

/**
 * Programs read one file of authorities, where Strimzi keeps each under a name of its own: beside the one that signs the
 * one before, while it is replaced. The file is there before the program starts, and follows the Secrets within two
 * minutes: what makes its client anew, or starts again by itself, trusts all of them. Kubernetes 1.29 or later.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
 */
export function joinedAuthorities({ trusted, folder, image }: JoinedAuthoritiesProps): JoinedAuthorities {
  const memory = k8s.Quantity.fromString('32Mi');
  const { securityContext } = restrictedContainer;
  return {
    container: {
      name: 'authorities',
      image,
      command: ['sh', '-c', joining(source, folder)],
      restartPolicy: 'Always',
      // The program waits for it.
      startupProbe: { exec: { command: ['test', '-s', `${folder}/ca.crt`] }, periodSeconds: 1, failureThreshold: 60 },
      resources: { requests: { cpu: k8s.Quantity.fromString('10m'), memory }, limits: { memory } },
      securityContext: { ...securityContext, readOnlyRootFilesystem: true },
      volumeMounts: [
        { name: 'authorities', mountPath: source, readOnly: true },
        { name: 'authority', mountPath: folder },
      ],
    },
    volumes: [
      { name: 'authorities', projected: { sources: trusted.map(projected) } },
      { name: 'authority', emptyDir: { sizeLimit: k8s.Quantity.fromString('1Mi') } },
    ],
    mount: { name: 'authority', mountPath: folder, readOnly: true },
  };
}

const source = '/etc/kafka/authorities';

/** Of a Secret without a pattern, which may hold a key, too, one file is read. */
const projected = ({ secretName, certificate, pattern }: TrustedCertificate): k8s.VolumeProjection => ({
  secret: pattern
    ? { name: secretName }
    : { name: secretName, items: [{ key: certificate, path: `${secretName}.crt` }] },
});

/**
 * Joins each minute, in one step, so that nobody reads half a file. A certificate may end without an end of line. A shell
 * that is a container's first process heeds no signal that it does not name.
 */
export const joining = (from: string, to: string): string =>
  [
    'set -e',
    "trap 'exit 0' TERM",
    'while :; do',
    `  for authority in ${from}/*.crt; do cat "$authority"; echo; done > ${to}/next`,
    `  mv ${to}/next ${to}/ca.crt`,
    '  sleep 60 & wait $!',
    'done',
  ].join('\n');
