import { connect } from 'node:tls';

/** What a broker says of its cluster. */
export interface ClusterView {
  readonly clusterId: string;
  /** Brokers that the controller counts as alive. */
  readonly brokers: readonly number[];
}

export interface ProbeTarget {
  /** A listener for client certificates on 127.0.0.1. */
  readonly port: number;
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}

/**
 * DescribeCluster, answered from the broker's own view of the metadata: a client's call through mTLS, without the second
 * that a Java program costs. https://kafka.apache.org/protocol#The_Messages_DescribeCluster
 */
export async function describeCluster(target: ProbeTarget): Promise<ClusterView> {
  const body = await call(target, 60, Buffer.from([0, 0])); // without authorized operations; no tagged fields
  body.skip(4); // throttle time
  body.requireNoError();
  body.compactString(); // error message
  const clusterId = body.compactString();
  body.skip(4); // controller: a broker names any broker here
  const brokers = body.compactArray(() => {
    const id = body.int32();
    body.compactString(); // host
    body.skip(4); // port
    body.compactString(); // rack
    body.skip(1); // no tagged fields
    return id;
  });
  return { clusterId, brokers };
}

/**
 * DescribeQuorum, which the broker passes on to the active controller: who that is.
 * https://kafka.apache.org/protocol#The_Messages_DescribeQuorum
 */
export async function describeQuorum(target: ProbeTarget): Promise<{ readonly leader: number }> {
  const topic = Buffer.from('__cluster_metadata');
  // One topic with its one partition, 0; each level ends without tagged fields.
  const body = await call(
    target,
    55,
    Buffer.concat([Buffer.from([2, topic.length + 1]), topic, Buffer.from([2, 0, 0, 0, 0, 0, 0, 0])]),
  );
  body.requireNoError();
  body.skip(1); // one topic
  body.compactString();
  body.skip(1 + 4); // one partition, 0
  body.requireNoError();
  return { leader: body.int32() };
}

/**
 * Metadata of every topic: how many partitions have a replica that is not in sync, or no leader, as this broker knows it.
 * https://kafka.apache.org/protocol#The_Messages_Metadata
 */
export async function countUnderReplicated(target: ProbeTarget): Promise<number> {
  // All topics, of which none is made, without authorized operations; no tagged fields.
  const body = await call(target, 3, Buffer.from([0, 0, 0, 0]), 12);
  body.skip(4); // throttle time
  body.compactArray(() => {
    body.skip(4); // id
    body.compactString(); // host
    body.skip(4); // port
    body.compactString(); // rack
    body.skip(1); // no tagged fields
  });
  body.compactString(); // cluster id
  body.skip(4); // controller
  const lacking = body.compactArray(() => {
    body.skip(2); // error: of a topic without a leader
    body.compactString(); // name
    body.skip(16 + 1); // topic id, whether it is internal
    const partitions = body.compactArray(() => partitionLacks(body));
    body.skip(4 + 1); // authorized operations, no tagged fields
    return partitions.filter(Boolean).length;
  });
  return lacking.reduce((sum, count) => sum + count, 0);
}

function partitionLacks(body: Reader): boolean {
  body.skip(2 + 4); // error, index
  const leader = body.int32();
  body.skip(4); // leader epoch
  const [replicas, inSync] = [0, 1].map(() => body.compactArray(() => body.int32()).length);
  body.compactArray(() => body.int32()); // offline replicas
  body.skip(1); // no tagged fields
  return leader < 0 || inSync !== replicas;
}

/** Milliseconds for one answer. A broker that is gone refuses at once; one on a busy machine may take seconds. */
const patience = 10_000;

/** One request with flexible headers, on a connection of its own. Version: 0. */
async function call(
  { port, ca, certificate, key }: ProbeTarget,
  apiKey: number,
  body: Buffer,
  version = 0,
): Promise<Reader> {
  const client = Buffer.from('kafka-kit');
  const header = Buffer.alloc(10);
  header.writeInt16BE(apiKey, 0);
  header.writeInt16BE(version, 2); // then: correlation id 0
  header.writeInt16BE(client.length, 8);
  const request = Buffer.concat([header, client, Buffer.from([0]), body]);
  const size = Buffer.alloc(4);
  size.writeInt32BE(request.length);

  return await new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, ca, cert: certificate, key });
    const settle = (action: () => void) => {
      clearTimeout(timer);
      socket.destroy();
      action();
    };
    const timer = setTimeout(() => settle(() => reject(new Error(`no answer in ${patience / 1000} s`))), patience);
    let received = Buffer.alloc(0);
    socket.once('secureConnect', () => socket.write(Buffer.concat([size, request])));
    socket.on('data', (data) => {
      received = Buffer.concat([received, data]);
      if (received.length < 4 || received.length < 4 + received.readInt32BE(0)) return;
      // After the size: the correlation id and no tagged fields.
      settle(() => resolve(new Reader(received, 4 + 4 + 1)));
    });
    socket.once('error', (error) => settle(() => reject(error)));
    socket.once('close', () => settle(() => reject(new Error('the broker closed the connection'))));
  });
}

/** Kafka's primitive types, as far as these two answers use them. https://kafka.apache.org/protocol#protocol_types */
class Reader {
  constructor(
    private readonly bytes: Buffer,
    private at: number,
  ) {}

  skip(bytes: number): void {
    this.at += bytes;
  }

  int32(): number {
    this.at += 4;
    return this.bytes.readInt32BE(this.at - 4);
  }

  /** A null string is empty. */
  compactString(): string {
    const length = Math.max(0, this.unsignedVarint() - 1);
    this.at += length;
    return this.bytes.toString('utf8', this.at - length, this.at);
  }

  compactArray<T>(read: () => T): T[] {
    return Array.from({ length: this.unsignedVarint() - 1 }, read);
  }

  requireNoError(): void {
    this.at += 2;
    const code = this.bytes.readInt16BE(this.at - 2);
    if (code !== 0) throw new Error(`error ${code}`);
  }

  private unsignedVarint(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes.readUInt8(this.at++);
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }
}
