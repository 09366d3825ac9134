/** What Azure allows of namespaces and hubs: for the rules of descriptions, and for constructs that are used alone. */

/** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsofteventhub */
export const namespaceNames = 'use 6 to 50 letters, digits and dashes, a letter first, no dash, -sb or -mgmt last';
export const isNamespaceName = (name: string): boolean =>
  /^[A-Za-z][A-Za-z0-9-]{4,48}[A-Za-z0-9]$/.test(name) && !/-(sb|mgmt)$/.test(name);

export const hubNames = 'begin and end it with a letter or a digit';
export const isHubName = (name: string): boolean => /^[A-Za-z0-9](.*[A-Za-z0-9])?$/.test(name);

const anyTo = (max: number) => Array.from({ length: max }, (_, index) => index + 1);

/** Units that are sold: throughput units, processing units. https://learn.microsoft.com/azure/event-hubs/event-hubs-scalability */
export const unitsSold = {
  standard: { units: anyTo(40), inWords: 'use 1 to 40' },
  premium: { units: [1, 2, 4, 6, 8, 10, 12, 16], inWords: 'use one of 1, 2, 4, 6, 8, 10, 12, 16' },
  dedicated: { units: anyTo(20), inWords: 'use 1 to 20' },
} as const;
export const areSold = (tier: keyof typeof unitsSold, units: number): boolean =>
  (unitsSold[tier].units as readonly number[]).includes(units);
