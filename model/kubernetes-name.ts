import { createHash } from 'node:crypto';

/** What a namespace may be called. https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names */
export const dnsLabelForm = /^(?=.{1,63}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/** How to mend a name that is no such label. */
export const dnsLabelFix =
  'use lower-case letters, digits and dashes, at most 63, with a letter or a digit at both ends';

/** What most objects may be called. https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names */
export const dnsSubdomainForm = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/** How to mend a name that is no such subdomain. */
export const dnsSubdomainFix =
  'use lower-case letters, digits, dashes and dots, at most 253, with a letter or a digit at both ends of each part';

/**
 * A Kafka name as the name of an object: `orders.created` stays, `Orders_created` is `orders-created-` and eight digits
 * of its hash, so that no two names meet.
 */
export function kubernetesName(name: string): string {
  if (dnsSubdomainForm.test(name)) return name;
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return [...words.join('-').slice(0, 200).split('-'), hash].filter(Boolean).join('-');
}
