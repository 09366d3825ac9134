/**
 * The memory of an operator that keeps so many topics, or users, in bytes: 512MiB, and 256MiB for each 2,500.
 *
 * Its heap is a fifth of it, and it ends when that is full (Strimzi's `launch_java.sh`); 256MiB, which examples have, are
 * 51MiB. A KafkaTopic as the operator's client keeps it, with what server-side apply notes, took 7KiB of heap, a KafkaUser
 * of eight ACLs 9KiB (measured with `io.strimzi:api:1.2.0` on Java 25): 16KiB are reckoned, because while they are
 * reconciled there are copies. Steps are wide, so that a topic more seldom changes the cluster.
 */
export const operatorMemory = (objects: number): number => (512 + 256 * Math.floor(objects / 2_500)) * 2 ** 20;
