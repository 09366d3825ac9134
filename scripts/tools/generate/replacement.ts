import { type Replacement, replacements } from '../../../workflows/terraform/replacement';
import { note, table } from './reference';

/** What no provider changes in place. */
export function replacementPage(): string {
  const rows = Object.entries(replacements as Readonly<Record<string, Replacement>>).map(
    ([type, { attributes, loses, source, read }]) => [
      `\`${type}\``,
      attributes.map((name) => `\`${name}\``).join(', '),
      loses,
      `[source](${source}), ${read}`,
    ],
  );
  return `# What replaces a resource\n\n${note}\n\nA change of one of these attributes deletes the resource and makes another. No provider tells it in its schema, so it is read from their source, at the commit that is named; of azurerm \`npm run test:providers\` reads it again where that source is. The kit's rules refuse what they know is such a change before there is a plan; the judge of plans in \`deploy\` refuses the rest ([KFK-D002](rules.md)) and says what to put back.\n\n${table(['resource', 'attributes', 'what is lost', 'read from'], rows)}\n`;
}
