/** What a vendor asks of every client, by the names of each client library. */
export interface ClientSettings {
  /** Kafka's Java clients. */
  readonly java: Readonly<Record<string, string>>;
  /** librdkafka and what is built on it. */
  readonly librdkafka: Readonly<Record<string, string>>;
  /** What is left to whoever uses a file, as comments at its top. Default: nothing. */
  readonly left?: { readonly java: readonly string[]; readonly librdkafka: readonly string[] };
}

export const noClientSettings: ClientSettings = { java: {}, librdkafka: {} };
