import { isIP } from 'node:net';
import { connect } from 'node:tls';

/** The requests that a broker knows: by key, its highest version. https://kafka.apache.org/protocol#protocol_api_keys */
export type ApiVersions = ReadonlyMap<number, number>;

export interface BrokerAddress {
  readonly host: string;
  readonly port: number;
  /** PEM of the authority that signed the broker's certificate. Default: the system's authorities. */
  readonly ca?: string;
}

const apiVersionsKey = 18;
const timeoutMilliseconds = 5_000;

/**
 * Asks a broker which requests it knows. A listener with SASL answers this before anybody proves who they are, so no
 * credential is needed. Rejects after 5 seconds. https://kafka.apache.org/protocol#The_Messages_ApiVersions
 */
export function apiVersions({ host, port, ca }: BrokerAddress): Promise<ApiVersions> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, ca, ...(isIP(host) ? {} : { servername: host }) });
    const end = (action: () => void) => {
      clearTimeout(timer);
      socket.destroy();
      action();
    };
    const timer = setTimeout(() => end(() => reject(new Error('no answer in 5 seconds'))), timeoutMilliseconds);
    let received = Buffer.alloc(0);
    socket.once('secureConnect', () => socket.write(request()));
    socket.on('data', (data) => {
      received = Buffer.concat([received, data]);
      if (received.length >= 4 && received.length >= 4 + received.readInt32BE(0)) end(() => resolve(read(received)));
    });
    socket.once('error', (error) => end(() => reject(error)));
    socket.once('close', () => end(() => reject(new Error('the broker closed the connection'))));
  });
}

/** Version 0: size, key, version, correlation id, no client id. */
function request(): Buffer {
  const bytes = Buffer.alloc(14);
  bytes.writeInt32BE(10, 0);
  bytes.writeInt16BE(apiVersionsKey, 4);
  bytes.writeInt16BE(-1, 12);
  return bytes;
}

/** Size, correlation id, error, then a list of key, lowest and highest version. */
export function read(answer: Buffer): ApiVersions {
  const error = answer.readInt16BE(8);
  if (error !== 0) throw new Error(`the broker answers with error ${error}`);
  const count = answer.readInt32BE(10);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const at = 14 + index * 6;
      return [answer.readInt16BE(at), answer.readInt16BE(at + 4)] as const;
    }),
  );
}
