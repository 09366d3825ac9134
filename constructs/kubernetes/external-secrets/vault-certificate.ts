import { Construct } from 'constructs';
import { vaultMounts } from '../../../render/vault-mounts';
import { type Metadata, type Named, NamedObject } from '../named-object';
import { externalSecretsApiVersion, generatorsApiVersion } from './api';

type IVaultDynamicSecret =
  import('@kubernetes-models/external-secrets/generators.external-secrets.io/v1alpha1/VaultDynamicSecret', { with: {
    'resolution-mode': 'import',
  }}).IVaultDynamicSecret;
type IExternalSecret = import('@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret', { with: {
  'resolution-mode': 'import',
}}).IExternalSecret;

/** A PKI engine of Vault or OpenBao, and as whom it is asked. */
export interface VaultPki {
  /** `https://vault.example.com:8200`. */
  readonly server: string;
  /** Where the engine is mounted. Default: `pki`. */
  readonly mount?: string;
  /** The engine's role. */
  readonly role: string;
  /** A role of Vault's method `kubernetes`, and the account of this namespace that it lets in for the audience `vault`. */
  readonly login: {
    readonly role: string;
    readonly serviceAccount: string;
    /** Where the method is mounted. Default: `kubernetes`. */
    readonly mount?: string;
  };
  /** A Secret of the same namespace whose `ca.crt` signed what the server shows. Default: authorities that everybody knows. */
  readonly authority?: string;
  /** Vault's own namespace. Default: none. */
  readonly vaultNamespace?: string;
}

export interface VaultCertificateProps {
  /** Its name is that of the Secret. */
  readonly metadata: Metadata;
  readonly vault: VaultPki;
  /** All of the subject: brokers know whoever shows it as `CN=<common name>`. */
  readonly commonName: string;
  /** How long one lasts. */
  readonly ttlHours: number;
  /** After how long another one is made. It has to be less than `ttlHours`. */
  readonly renewAfterHours: number;
  /** The moment at which it ends, whatever is said above, and no other is made: `2026-12-31T00:00:00Z`. Default: it lasts, and others are made. */
  readonly endsAt?: string;
}

/**
 * A key and a certificate that Vault's PKI engine makes, in a Secret with Strimzi's names `user.crt` and `user.key`, and
 * others in their place before they end. What is asked for is made: nothing is kept from one time to the next.
 * https://external-secrets.io/latest/api/generator/vault/
 */
export class VaultCertificate extends Construct {
  constructor(scope: Construct, id: string, props: VaultCertificateProps) {
    super(scope, id);
    new NamedObject(this, 'generator', generator(props));
    new NamedObject(this, 'secret', secret(props));
  }
}

const generator = ({
  metadata,
  vault,
  commonName,
  ttlHours,
  endsAt,
}: VaultCertificateProps): Named<IVaultDynamicSecret> => ({
  apiVersion: generatorsApiVersion,
  kind: 'VaultDynamicSecret',
  metadata,
  spec: {
    method: 'POST',
    path: `${vault.mount ?? vaultMounts.pki}/issue/${vault.role}`,
    parameters: {
      common_name: commonName,
      // Vault takes one of the two.
      ...(endsAt === undefined ? { ttl: `${ttlHours}h` } : { not_after: endsAt }),
      // A user is no host; and Kafka reads no key in the older form that is Vault's own.
      exclude_cn_from_sans: true,
      private_key_format: 'pkcs8',
    },
    provider: {
      server: vault.server,
      namespace: vault.vaultNamespace,
      caProvider: vault.authority ? { type: 'Secret', name: vault.authority, key: 'ca.crt' } : undefined,
      auth: {
        kubernetes: {
          mountPath: vault.login.mount ?? vaultMounts.login,
          role: vault.login.role,
          // A token that nobody but Vault takes.
          serviceAccountRef: { name: vault.login.serviceAccount, audiences: ['vault'] },
        },
      },
    },
  },
});

const secret = ({ metadata, ttlHours, renewAfterHours, endsAt }: VaultCertificateProps): Named<IExternalSecret> => ({
  apiVersion: externalSecretsApiVersion,
  kind: 'ExternalSecret',
  metadata,
  spec: {
    // Zero is once, and again when what is asked for changes.
    refreshInterval: endsAt === undefined ? `${renewAfterHours}h` : '0s',
    target: {
      name: metadata.name,
      // When the source is gone the Secret stays: clients that are connected fail only when they should.
      creationPolicy: 'Owner',
      deletionPolicy: 'Retain',
      template: {
        engineVersion: 'v2',
        mergePolicy: 'Replace',
        data: {
          'user.crt': `${endsAt === undefined ? endsTooSoon(ttlHours) : endsElsewhen(endsAt)}${chain}`,
          'user.key': '{{ .private_key }}',
        },
      },
    },
    dataFrom: [
      {
        sourceRef: {
          generatorRef: { apiVersion: generatorsApiVersion, kind: 'VaultDynamicSecret', name: metadata.name },
        },
      },
    ],
  },
});

/** The certificate first, then whoever signed it, up to whom brokers trust. Vault lists nobody where it was a root. */
const chain =
  '{{ .certificate | trim }}\n{{ with index . "ca_chain" }}{{ range . | fromJson }}{{ . | trim }}\n{{ end }}{{ end }}';

/**
 * A role or a mount with a shorter limit than what is asked for gives a shorter life and says nothing: it would end before
 * the next one is made. So it is not taken, and whoever looks at the ExternalSecret reads why. Clocks differ by minutes.
 */
function endsTooSoon(hours: number): string {
  const seconds = Math.round(hours * 3600) - 300;
  return `{{ if lt (int64 .expiration) (add (now | unixEpoch | int64) ${seconds}) }}{{ fail "Vault gives it less than ${hours}h: raise max_ttl of the role and of the mount, or ask for less" }}{{ end }}`;
}

/** A role may say an end of its own, and Vault then heeds none that is asked for. */
function endsElsewhen(moment: string): string {
  const end = Date.parse(moment) / 1000;
  return `{{ if ne (int64 .expiration) (int64 ${end}) }}{{ fail "Vault ends it at another moment than ${moment}: the role is not to say not_after" }}{{ end }}`;
}
