/** The tool as MSK's IAM listener wants it; the file has AWS_MSK_IAM and SASL_SSL, and no secret. */
const tool = (script: string, options: string): string =>
  `${script} --bootstrap-server "$BOOTSTRAP" --command-config admin.properties ${options}`;

interface Reassignment {
  /** What AWS says that one request may move at most. */
  readonly partitionsAtOnce: number;
  /** The ids of the brokers that hold replicas afterwards, as a person finds them. */
  readonly brokers: string;
}

/**
 * Moves replicas within a bound: what is copied competes with clients for disks and network. `--verify` also takes the
 * throttle away, which otherwise stays and slows brokers down that come back.
 * https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html, read 2026-11-21
 */
export const reassignmentSteps = ({ partitionsAtOnce, brokers }: Reassignment): string[] => [
  `write the topics, so few that they have at most ${partitionsAtOnce} partitions, into topics.json: { "version": 1, "topics": [{ "topic": "…" }] }; the lines from here on are for each such part`,
  `${tool('kafka-reassign-partitions.sh', `--generate --topics-to-move-json-file topics.json --broker-list '${brokers}'`)}; keep what it prints first (before.json: the way back), and the proposal as plan.json`,
  `${tool('kafka-reassign-partitions.sh', '--execute --reassignment-json-file plan.json --throttle 30000000')}: 30 MB/s for each broker, more where CPU stays below 60 percent and clients notice nothing (the same line with --additional changes it)`,
  `${tool('kafka-reassign-partitions.sh', '--verify --reassignment-json-file plan.json')}, until each is complete: it also takes the throttle away, so do not leave it out`,
];

/** Leaders follow only when somebody asks, or after brokers do by themselves. */
export const leadersStep = tool('kafka-leader-election.sh', '--election-type PREFERRED --all-topic-partitions').replace(
  '--command-config',
  '--admin.config',
);

/** What is on some brokers. */
export const emptyCheck = tool('kafka-log-dirs.sh', "--describe --broker-list '<ids>'");

/** Who the brokers are. */
export const brokerIds = "aws kafka list-nodes --cluster-arn <arn> --query 'NodeInfoList[].BrokerNodeInfo.BrokerId'";
