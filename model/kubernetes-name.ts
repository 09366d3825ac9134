import { createHash } from 'node:crypto';

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names */
const subdomain = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/**
 * A Kafka name as the name of an object: `orders.created` stays, `Orders_created` is `orders-created-` and eight digits
 * of its hash, so that no two names meet.
 */
export function kubernetesName(name: string): string {
  if (subdomain.test(name)) return name;
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return [...words.join('-').slice(0, 200).split('-'), hash].filter(Boolean).join('-');
}
