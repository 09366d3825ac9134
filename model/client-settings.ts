import type { SaslMechanism } from './authentication';

/** What a vendor asks of every client, by the names of each client library. */
export interface ClientSettings {
  /** Kafka's Java clients. */
  readonly java: Readonly<Record<string, string>>;
  /** librdkafka and what is built on it. */
  readonly librdkafka: Readonly<Record<string, string>>;
  /** What is left to whoever uses a file, as comments at its top. Default: nothing. */
  readonly left?: { readonly java: readonly string[]; readonly librdkafka: readonly string[] };
  /** What only clients of one `sasl.mechanism` need, beside. Default: nothing. */
  readonly byMechanism?: Readonly<Partial<Record<SaslMechanism, Omit<ClientSettings, 'byMechanism'>>>>;
}

export const noClientSettings: ClientSettings = { java: {}, librdkafka: {} };

/** What a client with this mechanism is asked for. */
export function settingsFor(settings: ClientSettings, mechanism: string): Omit<ClientSettings, 'byMechanism'> {
  const own = settings.byMechanism?.[mechanism as SaslMechanism] ?? noClientSettings;
  return {
    java: { ...settings.java, ...own.java },
    librdkafka: { ...settings.librdkafka, ...own.librdkafka },
    left: {
      java: [...(settings.left?.java ?? []), ...(own.left?.java ?? [])],
      librdkafka: [...(settings.left?.librdkafka ?? []), ...(own.left?.librdkafka ?? [])],
    },
  };
}
