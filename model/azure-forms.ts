import type { Form } from './form';

/** Of a user-assigned identity. */
export const identityNameLength = 128;

/**
 * How things of Azure are written; none is changed silently.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules, read 2026-11-21
 */
export const azureForms = {
  /** What azurerm takes; Azure itself takes letters of any alphabet. */
  resourceGroup: {
    form: /^[\w().-]{0,89}[\w()-]$/,
    fix: 'use 1 to 90 letters, digits, underscores, parentheses, dashes and periods, no period last',
  },
  /** What Azure takes: the group of a state is one that azurerm never reads. */
  resourceGroupOfState: {
    form: /^[\p{L}\p{N}_().-]{0,89}[\p{L}\p{N}_()-]$/u,
    fix: 'use 1 to 90 letters, digits, underscores, parentheses, dashes and periods, no period last',
  },
  region: {
    form: /^[a-z][a-z0-9]*$/,
    fix: "write a region's name as `az account list-locations` has it, such as 'westeurope'",
  },
  storageAccount: { form: /^[a-z0-9]{3,24}$/, fix: 'use 3 to 24 lower-case letters and digits' },
  container: {
    form: /^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/,
    fix: 'use 3 to 63 lower-case letters, digits and single dashes between them',
  },
  identityName: {
    form: new RegExp(`^[A-Za-z0-9][A-Za-z0-9_-]{2,${identityNameLength - 1}}$`),
    fix: `use its name, not its id: 3 to ${identityNameLength} letters, digits, dashes and underscores`,
  },
  vault: {
    form: /^(?!.*--)[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$/,
    fix: "use a Key Vault's name: 3 to 24 letters, digits and single dashes, a letter first, no dash last",
  },
  /** Of a tenant, an application, a group, a subscription. */
  uuid: {
    form: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    fix: "use its id, as '00000000-0000-0000-0000-000000000000'",
  },
} as const satisfies Readonly<Record<string, Form>>;

/** The id of something in a resource group, by its type as a pattern and as it is shown. */
export const azureIdForm = (what: string, type: string, written: string): Form => ({
  form: new RegExp(`^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/${type}$`),
  fix: `give ${what}: /subscriptions/ID/resourceGroups/GROUP/providers/${written}, letters as they are here`,
});
