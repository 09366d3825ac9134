import { azurermProvider } from '../../../constructs/terraform/event-hubs/provider';
import { stateSecrets } from '../../../constructs/terraform/event-hubs/state-secrets';
import { note, table } from './reference';

/** What a provider itself puts into state, and what keeps it from opening anything. */
export function statePage(): string {
  const rows = Object.entries(stateSecrets).map(([type, { attributes, holds, harmless, because, source }]) => [
    `\`${type}\``,
    attributes.map((name) => `\`${name}\``).join(', '),
    holds,
    harmless ? `\`${harmless.attribute} = ${harmless.is}\`` : 'nothing',
    `[${because}](${source})`,
  ]);
  return `# Secrets in Terraform's state\n\n${note}\n\nNothing that a description supplies is a secret, and what the kit makes secret goes through write-only attributes, which no state holds. A provider writes more into the state than it was told. Of every resource that the kit makes on Azure these are all sensitive attributes that azurerm ${azurermProvider.version} computes: \`npm run test:providers\` holds the list against its schema, and each resource against what makes it harmless.\n\n${table(['resource', 'attributes', 'what they hold', 'what is said of each', 'why it opens nothing'], rows)}\n`;
}
