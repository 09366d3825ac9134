import { z } from 'zod';

const v4 = z.ipv4();
const v6 = z.ipv6();

/**
 * An address as brokers compare it, as a text: Java's, with all eight groups of IPv6 and no leading zeros. Absent where
 * it is no single address: brokers know neither ranges nor names.
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/net/Inet6Address.html: getHostAddress
 */
export function brokersForm(host: string): string | undefined {
  if (v4.safeParse(host).success) return host;
  if (!v6.safeParse(host).success || host.includes('.')) return undefined;
  const [head = '', tail] = host.toLowerCase().split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const [before, after] = [groups(head), groups(tail ?? '')];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(zeros).fill('0'), ...after]
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
