import { Fn } from 'cdktf';
import type { KafkaAclProps } from '../../constructs/terraform/kafka/acl';
import type { Topic } from '../../model/topic';

/**
 * Lets brokers replicate a topic that has ACLs: their certificates are named `*.` and the cluster's domain. MSK makes
 * brokers super users, who may read anyway, so nothing hangs on when it comes; the page asks for both (read 2026-11-21).
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-acls.html
 */
export const brokersRead = ({ name }: Topic, bootstrapBrokers: string): KafkaAclProps => ({
  resourceType: 'Topic',
  resourceName: name,
  principal: `User:CN=*${Fn.regex('[.][^:]+', bootstrapBrokers)}`,
  operation: 'Read',
});

/** Whom that names, by a regular expression: as configuration says it, and as a plan does. */
export const brokersPrincipal = String.raw`^User:CN=\*(\$\{regex\("\[\.\]\[\^:\]\+", .+\)\}|\.[a-z0-9.-]+\.amazonaws\.com(\.cn)?)$`;
