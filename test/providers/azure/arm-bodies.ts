import Ajv from 'ajv';
import type { TerraformJson } from '../../support/synthesize';
import { type Known, type Rendered, renderedIn, strangers } from './attributes';

const object = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const string = { type: 'string' };

/**
 * What Azure Resource Manager takes in the bodies that go through azapi, which cannot be built from Go's module proxy
 * (403), so that no real reader is here: written by hand from the types that it embeds.
 * https://github.com/Azure/terraform-provider-azapi/blob/main/internal/azure/generated/eventhub/microsoft.eventhub/2026-01-01/types.json, read 2026-11-21
 */
const bodies: Readonly<Record<string, object>> = {
  'Microsoft.EventHub/namespaces@2026-01-01': object({
    properties: object({
      geoDataReplication: object({
        // «The allowed values are 0 and 5 minutes to 1 day.»
        maxReplicationLagDurationInSeconds: {
          anyOf: [{ const: 0 }, { type: 'integer', minimum: 300, maximum: 86_400 }],
        },
        locations: {
          type: 'array',
          minItems: 2,
          items: object({ locationName: string, roleType: { enum: ['Primary', 'Secondary'] }, clusterArmId: string }),
        },
      }),
    }),
  }),
  'Microsoft.EventHub/namespaces/eventhubs/authorizationRules@2024-01-01': object({
    properties: object(
      { rights: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: ['Listen', 'Manage', 'Send'] } } },
      ['rights'],
    ),
  }),
  'Microsoft.EventHub/namespaces/applicationGroups@2024-01-01': object({
    properties: object(
      {
        clientAppGroupIdentifier: string,
        isEnabled: { type: 'boolean' },
        policies: {
          type: 'array',
          items: object(
            {
              name: string,
              type: { const: 'ThrottlingPolicy' },
              metricId: { enum: ['IncomingBytes', 'IncomingMessages', 'OutgoingBytes', 'OutgoingMessages'] },
              rateLimitThreshold: { type: 'integer', minimum: 1 },
            },
            ['name', 'type', 'metricId', 'rateLimitThreshold'],
          ),
        },
      },
      ['clientAppGroupIdentifier'],
    ),
  }),
};

/** What an action answers with. */
const actions: Readonly<Record<string, readonly string[]>> = {
  'Microsoft.EventHub/namespaces/eventhubs/authorizationRules@2024-01-01 POST listKeys': [
    'aliasPrimaryConnectionString',
    'aliasSecondaryConnectionString',
    'keyName',
    'primaryConnectionString',
    'primaryKey',
    'secondaryConnectionString',
    'secondaryKey',
  ],
};

const attributes = (...names: readonly string[]): Known =>
  Object.fromEntries(names.map((name) => [name, 'attribute'] as const));

/** What its documentation lists, of what is used or could be. https://registry.terraform.io/providers/Azure/azapi/latest/docs */
const known: Readonly<Record<string, Known>> = {
  azapi_resource: attributes(
    'type',
    'name',
    'parent_id',
    'body',
    'locks',
    'location',
    'tags',
    'response_export_values',
  ),
  azapi_update_resource: attributes(
    'type',
    'resource_id',
    'name',
    'parent_id',
    'body',
    'locks',
    'ignore_missing_property',
    'response_export_values',
  ),
  'ephemeral.azapi_resource_action': attributes(
    'type',
    'resource_id',
    'action',
    'method',
    'body',
    'response_export_values',
  ),
};

const ajv = new Ajv({ strict: false });
const validators = new Map(Object.entries(bodies).map(([type, schema]) => [type, ajv.compile(schema)]));

export const isAzapi = ({ type }: Rendered): boolean => type.replace(/^(data|ephemeral)\./, '').startsWith('azapi_');

/** What Azure's own types have against a resource of azapi. */
export function armProblems(one: Rendered): string[] {
  const { address, type, attributes } = one;
  const unknown = strangers(one, known[type]);
  if (unknown.length > 0) return unknown;
  if (type.startsWith('ephemeral.')) return actionProblems(one);
  const valid = validators.get(String(attributes.type));
  if (!valid) return [`${address}: nobody knows what ${attributes.type} takes`];
  if (valid(attributes.body)) return [];
  return (valid.errors ?? []).map(({ instancePath, message }) => `${address}: body${instancePath} ${message}`);
}

function actionProblems({ address, attributes: { type, method, action, response_export_values } }: Rendered): string[] {
  const answers = actions[`${type} ${method} ${action}`];
  if (!answers) return [`${address}: nobody knows what ${method} ${action} of ${type} answers`];
  return (response_export_values as readonly string[])
    .filter((value) => !answers.includes(value))
    .map((value) => `${address}: no ${value} is answered`);
}

/** What stands for a value that only azapi knows. */
const standIn = 'known to azapi';

/** A stack as azurerm reads it: what azapi makes is left out, and what azapi alone knows is some text. */
export function withoutAzapi(text: string): string {
  const ours = renderedIn(text).filter(isAzapi);
  if (ours.length === 0) return text;
  const stack = JSON.parse(text) as TerraformJson & Blocks;
  const { azapi: _, ...required_providers } = stack.terraform.required_providers as Record<string, unknown>;
  const left = JSON.stringify(
    {
      ...stack,
      provider: { ...stack.provider, azapi: undefined },
      terraform: { ...stack.terraform, required_providers },
      resource: ofAzurerm(stack.resource),
      ephemeral: ofAzurerm(stack.ephemeral),
    },
    (_, value) => (Array.isArray(value) ? value.filter((one) => !namesAzapi(one)) : value),
    2,
  ).replace(/\$\{(?:ephemeral\.)?azapi_[^}]*\}/g, standIn);
  for (const { address } of ours)
    if (left.includes(`"${address}"`)) throw new Error(`${address} is named by what azurerm reads`);
  return left;
}

/** What a resource depends on; a resource that was moved, or removed. */
const namesAzapi = (one: unknown): boolean =>
  typeof one === 'string'
    ? /^azapi_\w+\.\w+$/.test(one)
    : [(one as { readonly to?: unknown })?.to, (one as { readonly from?: unknown })?.from].some(
        (address) => typeof address === 'string' && namesAzapi(address),
      );

type Blocks = { readonly ephemeral?: TerraformJson['resource'] };

const ofAzurerm = (blocks: TerraformJson['resource'] = {}) => {
  const left = Object.entries(blocks).filter(([type]) => !type.startsWith('azapi_'));
  return left.length > 0 ? Object.fromEntries(left) : undefined;
};
