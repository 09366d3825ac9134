import { join } from 'node:path';
import { packageRoot } from '../package-root';
import { compileJava, JavaProcess, type JavaTools } from './java';

/** A committed record, as text. */
export interface ReadRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly key: string | null;
  readonly value: string | null;
  readonly headers: Readonly<Record<string, string | null>>;
}

/** Follows topics: the records from a time on, then every new one. Joins no group and commits nothing. */
export class RecordReader {
  readonly records: ReadRecord[] = [];

  private constructor(private readonly process: JavaProcess) {}

  static async start(
    props: {
      /** Java client properties of someone who may read the topics. */
      readonly clientFile: string;
      readonly topics: readonly string[];
      /** Milliseconds since 1970. */
      readonly from: number;
      /** Whether a record is remembered. Default: every one is. */
      readonly only?: (record: ReadRecord) => boolean;
    },
    tools: JavaTools,
  ): Promise<RecordReader> {
    const classes = await compileJava([join(packageRoot, 'workflows/prove/RecordReader.java')], tools);
    const reader: RecordReader = new RecordReader(
      new JavaProcess(
        {
          name: 'record reader',
          mainClass: 'RecordReader',
          classes,
          arguments: [props.clientFile, String(props.from), ...props.topics],
          ready: /^ready$/,
          onLine: (line) => {
            if (!line.startsWith('{')) return false;
            const record = JSON.parse(line) as ReadRecord;
            if (props.only?.(record) ?? true) reader.records.push(record);
            return true; // a record may be confidential: it is in no failure's evidence
          },
        },
        tools,
      ),
    );
    return reader;
  }

  /** Waits until it knows where it reads from. */
  async ready(deadline: number): Promise<void> {
    await this.process.ready(deadline);
  }

  /** Waits for the records so far to satisfy the probe; throws a Failure after the deadline. */
  async until<T>(what: string, deadline: number, probe: (records: readonly ReadRecord[]) => T | undefined): Promise<T> {
    return await this.process.until(what, deadline, () => probe(this.records));
  }

  async stop(): Promise<void> {
    await this.process.stop();
  }
}
