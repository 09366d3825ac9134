/** How one application reaches its cluster: values, or references that its client resolves. */
export interface ClientConnection {
  readonly bootstrapServers: string;
  /** PEM file of the authority that signed the brokers' certificates. Default: one that every client knows. */
  readonly caFile?: string;
  readonly credential: ClientCredential;
  /** Properties by which a Java client resolves references in the values above. Default: they are values. */
  readonly resolvedBy?: Readonly<Record<string, string>>;
}

/** What an application proves itself with. */
export type ClientCredential =
  | {
      readonly mechanism: 'SCRAM-SHA-512' | 'SCRAM-SHA-256' | 'PLAIN';
      readonly username: string;
      readonly password: string;
    }
  | MutualTlsCredential
  /** The platform that the application runs on vouches for it. */
  | { readonly mechanism: 'AWS_MSK_IAM' | 'OAUTHBEARER' };

/** PEM files, and how a Java client reads them: from one key store with the key and its certificates, or by references. */
export type MutualTlsCredential = {
  readonly mechanism: 'mtls';
  readonly keyFile: string;
  readonly certificateFile: string;
} & ({ readonly keystoreFile: string } | { readonly key: string; readonly certificateChain: string });

/** What an application does, as far as its client must know. */
export interface ClientBehaviour {
  readonly application: string;
  readonly group?: string;
  /** Of a Kafka Streams application, whose library chooses its group. */
  readonly streams?: { readonly applicationId: string; readonly exactlyOnce: boolean };
  readonly isolation?: 'read_committed' | 'read_uncommitted';
  readonly produces: boolean;
}
