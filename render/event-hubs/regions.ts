/** The day on which the list of regions was read. */
export const regionsRead = '2026-11-21';

/**
 * Regions of Azure's public cloud, all of which have Event Hubs.
 * https://learn.microsoft.com/azure/reliability/regions-list
 */
export const publicRegions: ReadonlySet<string> = new Set([
  'australiacentral',
  'australiacentral2',
  'australiaeast',
  'australiasoutheast',
  'austriaeast',
  'belgiumcentral',
  'brazilsouth',
  'brazilsoutheast',
  'canadacentral',
  'canadaeast',
  'centralindia',
  'centralus',
  'chilecentral',
  'denmarkeast',
  'eastasia',
  'eastus',
  'eastus2',
  'francecentral',
  'francesouth',
  'germanynorth',
  'germanywestcentral',
  'indonesiacentral',
  'israelcentral',
  'italynorth',
  'japaneast',
  'japanwest',
  'jioindiacentral',
  'jioindiawest',
  'koreacentral',
  'koreasouth',
  'malaysiawest',
  'mexicocentral',
  'newzealandnorth',
  'northcentralus',
  'northeurope',
  'norwayeast',
  'norwaywest',
  'polandcentral',
  'qatarcentral',
  'southafricanorth',
  'southafricawest',
  'southcentralus',
  'southeastasia',
  'southindia',
  'spaincentral',
  'swedencentral',
  'switzerlandnorth',
  'switzerlandwest',
  'uaecentral',
  'uaenorth',
  'uksouth',
  'ukwest',
  'westcentralus',
  'westeurope',
  'westindia',
  'westus',
  'westus2',
  'westus3',
]);

/** Of those, which are paired with no other: Azure Storage copies nothing to a second region. The same list, as of 2025-09-23. */
export const regionsWithoutPair: ReadonlySet<string> = new Set([
  'austriaeast',
  'belgiumcentral',
  'chilecentral',
  'denmarkeast',
  'indonesiacentral',
  'israelcentral',
  'italynorth',
  'malaysiawest',
  'mexicocentral',
  'newzealandnorth',
  'polandcentral',
  'qatarcentral',
  'spaincentral',
]);

/** Which have no zones. The same list, as of 2025-09-23. */
export const regionsWithoutZones: ReadonlySet<string> = new Set([
  'australiacentral',
  'australiacentral2',
  'australiasoutheast',
  'brazilsoutheast',
  'canadaeast',
  'francesouth',
  'germanynorth',
  'koreasouth',
  'northcentralus',
  'norwaywest',
  'southafricawest',
  'southindia',
  'switzerlandwest',
  'uaecentral',
  'ukwest',
  'westcentralus',
  'westindia',
  'westus',
]);

/** Clouds of a nation's own, by how their regions begin, and what their hosts end in. https://learn.microsoft.com/azure/event-hubs/event-hubs-faq */
const nationalClouds = {
  china: '.servicebus.chinacloudapi.cn',
  usgov: '.servicebus.usgovcloudapi.net',
  usdod: '.servicebus.usgovcloudapi.net',
  ussec: 'another domain',
  usnat: 'another domain',
} as const;

/** What hosts end in where a region is in a cloud of a nation's own. */
export const nationalEnding = (region: string): string | undefined =>
  Object.entries(nationalClouds).find(([beginning]) => region.startsWith(beginning))?.[1];
