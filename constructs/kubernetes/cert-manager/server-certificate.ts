import type { Construct } from 'constructs';
import { type Metadata, type Named, NamedObject } from '../named-object';

type ICertificate = import('@kubernetes-models/cert-manager/cert-manager.io/v1/Certificate', { with: {
  'resolution-mode': 'import',
}}).ICertificate;

export interface ServerCertificateProps {
  readonly metadata: Metadata;
  /** The Secret that gets `tls.crt`, `tls.key` and, from most issuers, `ca.crt`. */
  readonly secretName: string;
  /** Every name by which clients call the server; wildcards stand for one label. */
  readonly dnsNames: readonly string[];
  /** Until its end, and how long before that the next one is made, as Go writes it: `2160h`. Default: cert-manager's 90 days, made anew after two thirds. */
  readonly lifetime?: { readonly duration: string; readonly renewBefore: string };
  readonly issuer: { readonly name: string; readonly kind: 'Issuer' | 'ClusterIssuer' };
}

/** `Certificate` of a server, with a new key at each renewal. https://cert-manager.io/docs/reference/api-docs/#cert-manager.io/v1.Certificate */
export class ServerCertificate extends NamedObject {
  constructor(scope: Construct, id: string, props: ServerCertificateProps) {
    super(scope, id, manifest(props));
  }
}

const manifest = ({
  metadata,
  secretName,
  dnsNames,
  lifetime,
  issuer,
}: ServerCertificateProps): Named<ICertificate> => ({
  apiVersion: 'cert-manager.io/v1',
  kind: 'Certificate',
  metadata,
  spec: {
    secretName,
    dnsNames: [...dnsNames],
    ...lifetime,
    usages: ['digital signature', 'key encipherment', 'server auth'],
    // Java reads PEM keys as PKCS#8 only.
    privateKey: { algorithm: 'RSA', size: 3072, encoding: 'PKCS8', rotationPolicy: 'Always' },
    issuerRef: { group: 'cert-manager.io', ...issuer },
  },
});
