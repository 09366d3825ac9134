import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type AuditRecords, auditLoggers } from '../../render/audit/loggers';
import { brokerExporter } from '../../render/monitoring/jmx-exporter';
import { propertiesFile } from '../../render/properties-file';
import { foldersOf } from '../../workflows/folders';
import { type ClusterConnection, down, type LocalClusterSpec, up } from '../../workflows/local/cluster';
import { clusterFolder } from '../../workflows/local/cluster-folder';
import { jarsFolder } from '../../workflows/local/distribution';
import { AdminConsole } from './admin-console';
import { freePorts } from './free-ports';
import { KafkaTools } from './kafka-tools';
import { Project, type Ran } from './project';

/**
 * What Strimzi 1.2 has without anything said of logging: the root writes to the console, and so does the authorizer.
 * https://github.com/strimzi/strimzi-kafka-operator/blob/1.2.0/cluster-operator/src/main/resources/default-logging/KafkaCluster.properties
 */
const ofStrimzi = {
  name: 'KafkaConfig',
  'appender.console.type': 'Console',
  'appender.console.name': 'STDOUT',
  'appender.console.layout.type': 'PatternLayout',
  'appender.console.layout.pattern': '%d{yyyy-MM-dd HH:mm:ss} %-5p [%t] %c{1}:%L - %m%n',
  'rootLogger.level': 'INFO',
  'rootLogger.appenderRefs': 'console',
  'rootLogger.appenderRef.console.ref': 'STDOUT',
  'rootLogger.additivity': 'false',
  'logger.kafka.name': 'kafka',
  'logger.kafka.level': 'INFO',
  'logger.kafka.appenderRefs': 'console',
  'logger.kafka.appenderRef.console.ref': 'STDOUT',
  'logger.kafka.additivity': 'false',
  'logger.orgapachekafka.name': 'org.apache.kafka',
  'logger.orgapachekafka.level': 'INFO',
  'logger.orgapachekafka.appenderRefs': 'console',
  'logger.orgapachekafka.appenderRef.console.ref': 'STDOUT',
  'logger.orgapachekafka.additivity': 'false',
  'logger.authorizer.name': 'kafka.authorizer.logger',
  'logger.authorizer.level': 'INFO',
  'logger.authorizer.appenderRefs': 'console',
  'logger.authorizer.appenderRef.console.ref': 'STDOUT',
  'logger.authorizer.additivity': 'false',
};

/** One real broker whose log is configured as Strimzi configures it with the kit's loggers, and whose metrics are exported. */
export class AuditedLocalCluster {
  readonly project = new Project();
  private readonly spec: LocalClusterSpec;

  static async create(records: AuditRecords): Promise<AuditedLocalCluster> {
    const [port = 0] = await freePorts(1);
    return new AuditedLocalCluster(records, port);
  }

  private constructor(
    records: AuditRecords,
    private readonly port: number,
  ) {
    const { cache } = foldersOf('.', process.env);
    const logging = join(this.project.folder, 'log4j2.properties');
    const exporter = join(this.project.folder, 'exporter.yaml');
    writeFileSync(logging, propertiesFile({ ...ofStrimzi, ...auditLoggers(records) }));
    writeFileSync(exporter, stringify(brokerExporter));
    this.spec = {
      name: 'test/audited',
      folder: join(this.project.folder, 'cluster'),
      cache,
      version: '4.3.1',
      nodes: 1,
      javaOptions: () => [
        `-Dlog4j2.configurationFile=${logging}`,
        `-javaagent:${join(jarsFolder(cache), 'jmx_prometheus_javaagent-1.0.1.jar')}=127.0.0.1:${port}:${exporter}`,
      ],
    };
  }

  up(): Promise<ClusterConnection> {
    return up(this.spec, () => undefined);
  }

  tools(connection: ClusterConnection): KafkaTools {
    return new KafkaTools(this.project, connection);
  }

  /** Does something as the administrator. */
  async administered(
    { adminClientFile, java, jars }: ClusterConnection,
    act: (admin: AdminConsole) => Promise<void>,
  ): Promise<void> {
    const admin = await AdminConsole.start({ main: adminClientFile }, { java, jars, cache: this.spec.cache });
    try {
      await act(admin);
    } finally {
      admin.stop();
    }
  }

  /** What a pod would have written to its output. */
  get written(): string[] {
    return readFileSync(clusterFolder(this.spec.folder).node(1).output, 'utf8').split('\n');
  }

  /** Every series that the rendered exporter has now. */
  async metrics(): Promise<string[]> {
    const answer = await fetch(`http://127.0.0.1:${this.port}/metrics`);
    return (await answer.text()).split('\n').filter((line) => !line.startsWith('#'));
  }

  /** A client file with somebody's name and password. */
  clientFile({ adminClientFile }: ClusterConnection, name: string, password: string): string {
    const file = join(this.project.folder, `${name}.properties`);
    const login = `org.apache.kafka.common.security.scram.ScramLoginModule required username="${name}" password="${password}";`;
    const lines = readFileSync(adminClientFile, 'utf8').split('\n');
    writeFileSync(
      file,
      lines.map((line) => (line.startsWith('sasl.jaas.config') ? `sasl.jaas.config=${login}` : line)).join('\n'),
    );
    return file;
  }

  /** Reads a topic as somebody. */
  read(connection: ClusterConnection, clientFile: string, topic: string): Ran {
    return this.tools(connection).read(clientFile, topic);
  }

  async remove(): Promise<void> {
    await down(this.spec, () => undefined, { data: 'destroy' });
    this.project.remove();
  }
}
