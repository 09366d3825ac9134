import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { connectPage } from './connect';
import { deployerPage } from './deployer/page';
import { environmentsPage } from './environments';
import { importPage } from './import';
import { monitoringPage } from './monitoring';
import { promotionPage } from './promotion';
import { capabilitiesPage, descriptionPage } from './reference';
import { replacementPage } from './replacement';
import { replicationPage } from './replication';
import { rotationPage } from './rotation';
import { rulesPage } from './rules';
import { documentedFiles, jsonSchemas } from './schemas';
import { statePage } from './state';
import { docsOf } from './tsdoc';

/** `npm run generate` writes schemas and reference pages; with `--check` it only says which of them differ. */
function main(checkOnly: boolean): void {
  const docs = docsOf(documentedFiles);
  const schemas = Object.entries(jsonSchemas(docs)).map(
    ([name, schema]) => [`schemas/${name}`, `${JSON.stringify(schema, null, 2)}\n`] as const,
  );
  const files = [
    ...schemas,
    ['docs/reference/rules.md', rulesPage()],
    ['docs/reference/capabilities.md', capabilitiesPage()],
    ['docs/reference/description.md', descriptionPage(docs)],
    ['docs/reference/replication.md', replicationPage()],
    ['docs/reference/connect.md', connectPage()],
    ['docs/reference/monitoring.md', monitoringPage()],
    ['docs/reference/promotion.md', promotionPage()],
    ['docs/reference/import.md', importPage()],
    ['docs/reference/msk-deployer.md', deployerPage()],
    ['docs/reference/state.md', statePage()],
    ['docs/reference/replacement.md', replacementPage()],
    ['docs/reference/rotation.md', rotationPage()],
    ['docs/reference/environments.md', environmentsPage(process.cwd())],
  ] as const;
  const stale = files.filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text);
  for (const [file, text] of stale) {
    process.stdout.write(`${file} ${checkOnly ? 'differs: run npm run generate' : 'written'}\n`);
    if (checkOnly) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  process.stdout.write(
    `generated: ${files.length - (checkOnly ? stale.length : 0)} passed, ${checkOnly ? stale.length : 0} failed\n`,
  );
  if (checkOnly && stale.length > 0) process.exitCode = 1;
}

main(process.argv.includes('--check'));
