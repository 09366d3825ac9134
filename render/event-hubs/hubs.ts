/** What Azure allows of a hub's parts: for the rules of descriptions, and for constructs that are used alone. */

/** https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/eventhub#capture_description (read 2026-11-21) */
export const captureWindow = {
  seconds: { min: 60, max: 900, usual: 300, inWords: "write '1m' to '15m', in whole seconds" },
  bytes: { min: 10 * 2 ** 20, max: 500 * 2 ** 20, usual: 300 * 2 ** 20, inWords: "write '10MiB' to '500MiB'" },
} as const;
export const isWithin = ({ min, max }: { readonly min: number; readonly max: number }, value: number): boolean =>
  Number.isInteger(value) && value >= min && value <= max;

/** Each has its place in the name of every captured file. */
export const archiveNameParts = [
  '{Namespace}',
  '{EventHub}',
  '{PartitionId}',
  '{Year}',
  '{Month}',
  '{Day}',
  '{Hour}',
  '{Minute}',
  '{Second}',
] as const;
export const archiveNameFormat = archiveNameParts.join('/');
export const missingArchiveParts = (format: string): string[] =>
  archiveNameParts.filter((part) => !format.includes(part));

/** Of consumer groups, authorization rules and schema groups; how long each may be is a limit of its own. */
const entityName = /^[A-Za-z0-9]([-._A-Za-z0-9]*[A-Za-z0-9])?$/;
export const entityNames = 'use letters, digits, periods, dashes and underscores, a letter or a digit first and last';
export const isEntityName = (name: string): boolean => entityName.test(name);

/** Every hub has it from the start. */
export const defaultConsumerGroup = '$Default';
