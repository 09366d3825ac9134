/** What comes to whom on Kubernetes: objects that read a credential, or have one made. */
export interface CredentialReads {
  /** What each object reads, by `<kind>/<namespace>/<name>`: `<store>/<secret>`, a `KafkaUser`, a Secret. */
  readonly reads: Readonly<Record<string, readonly string[]>>;
  /** For whom certificates are made, and by whom: by `<namespace>/<name>`. */
  readonly issued: Readonly<Record<string, IssuedCertificate>>;
}

export interface IssuedCertificate {
  /** All of its subject. */
  readonly user: string;
  readonly server: string;
  /** `pki/issue/kafka-clients`. */
  readonly path: string;
  /** Vault's own. Empty where there is none. */
  readonly namespace: string;
}
