import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { azurermProvider } from '../../constructs/terraform/event-hubs/provider';
import { Failure } from '../../workflows/failure';
import { foldersOf } from '../../workflows/folders';
import { loadCompiled } from '../../workflows/load/compiled';
import { packageRoot } from '../../workflows/package-root';
import { type SynthesizedStack, synth } from '../../workflows/synth/synth';
import { findTerraform, type TerraformBinary } from '../../workflows/terraform/binary';
import { type GoProvider, providerInstallation } from '../../workflows/terraform/provider-mirror';

/** `azurerm-provider/go.mod` requires a commit of four days after 5.2.0: to Go, the provider's own tags end at 1.44. */
const azurerm: GoProvider = {
  name: 'azurerm',
  source: azurermProvider.source,
  package: 'github.com/hashicorp/terraform-provider-azurerm',
  version: azurermProvider.version,
  takes: 'ten minutes, 330 MB',
};

const run = promisify(execFile);
const say = (line: string) => process.stderr.write(`${line}\n`);

/**
 * `npm run validate:azure`: the real azurerm provider reads every stack of this repository's environments on Event Hubs,
 * names, enumerations and ranges too; then it plans each with a mocked subscription, which lets it read the ids that are
 * put together. It reaches no Azure.
 */
async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-validate-'));
  try {
    const stacks = await azureStacks(folder);
    const binary = await findTerraform(process.env);
    const env = { ...process.env, CHECKPOINT_DISABLE: '1', ...(await installation(binary)) };
    let [passed, failed] = [0, 0];
    for (const { name, config } of stacks)
      for (const [what, problemsOf] of Object.entries(checks)) {
        const problems = await problemsOf({ stack: dirname(config), command: binary.command, env });
        say(problems.length === 0 ? `passed ${name}: ${what}` : `FAILED ${name}: ${what}\n${problems.join('\n')}`);
        if (problems.length === 0) passed += 1;
        else failed += 1;
      }
    process.stdout.write(`validate:azure: ${passed} passed, ${failed} failed, 0 skipped\n`);
    return failed === 0 && passed > 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function azureStacks(folder: string): Promise<SynthesizedStack[]> {
  const { environments } = loadCompiled({ folder: packageRoot, today: new Date().toISOString().slice(0, 10) });
  const stacks: SynthesizedStack[] = [];
  for (const { resolved } of environments) if (resolved) stacks.push(...(await synth(resolved, folder)).stacks);
  return stacks.filter(({ config }) => {
    const { terraform } = JSON.parse(readFileSync(config, 'utf8'));
    return terraform.required_providers.azurerm !== undefined;
  });
}

async function installation(binary: TerraformBinary): Promise<NodeJS.ProcessEnv> {
  const file = await providerInstallation({
    binary,
    variables: process.env,
    cache: foldersOf(packageRoot, process.env).cache,
    provider: azurerm,
    providerModule: join(packageRoot, 'scripts', 'tools', 'azurerm-provider'),
    progress: say,
  });
  return file ? { TF_CLI_CONFIG_FILE: file } : {};
}

interface Check {
  readonly stack: string;
  readonly command: string;
  readonly env: NodeJS.ProcessEnv;
}

/** What Terraform and the provider say against a stack; a warning counts. */
const checks: Readonly<Record<string, (check: Check) => Promise<string[]>>> = {
  'is valid': async ({ stack, command, env }) => {
    try {
      await run(command, [`-chdir=${stack}`, 'init', '-backend=false', '-input=false', '-no-color'], { env });
      return diagnosticsIn((await run(command, [`-chdir=${stack}`, 'validate', '-json'], { env })).stdout);
    } catch (error) {
      const { stdout = '' } = error as { stdout?: string };
      return stdout.startsWith('{') ? diagnosticsIn(stdout) : [printedBy(error)];
    }
  },
  'is planned with a mocked subscription': async ({ stack, command, env }) => {
    writeFileSync(join(stack, 'plan.tftest.hcl'), mockedPlan);
    return run(command, [`-chdir=${stack}`, 'test', '-no-color'], { env }).then(
      () => [],
      (error: unknown) => [printedBy(error)],
    );
  },
};

/** Everything but the subscription stays unknown, as on a first plan. */
const mockedPlan = `mock_provider "azurerm" {
  mock_data "azurerm_client_config" {
    defaults = { subscription_id = "00000000-0000-0000-0000-000000000000" }
  }
}

run "plan" {
  command = plan
}
`;

function printedBy(error: unknown): string {
  const { stdout = '', stderr = '', message } = error as { stdout?: string; stderr?: string; message: string };
  return `${stdout}${stderr}`.trim() || message;
}

const diagnosticsIn = (printed: string): string[] =>
  JSON.parse(printed).diagnostics.map(
    ({ severity, summary, address = '', detail }: Record<string, string>) =>
      `  ${severity}: ${summary} ${address}: ${detail}`,
  );

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (!(error instanceof Failure)) throw error;
    say([error.message, ...(error.details.why ?? []), error.details.fix].join('\n'));
    process.exitCode = error.exit;
  },
);
