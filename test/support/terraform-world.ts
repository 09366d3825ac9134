import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Folders, foldersOf } from '../../workflows/folders';
import { type DeployOptions, type DeployUnit, deployStacks } from '../../workflows/terraform/deploy';
import { DeployFailure } from '../../workflows/terraform/deploy-result';

type Resources = Record<string, object>;

/** A folder of its own for each test of a file, with stacks of the built-in `terraform_data`: a real Terraform applies them, which needs no registry and no broker. */
export class TerraformWorld {
  root = '';
  folders: Folders = foldersOf('.', {});
  said: string[] = [];

  constructor() {
    beforeEach(() => {
      this.root = mkdtempSync(join(tmpdir(), 'kit-terraform-'));
      this.folders = foldersOf(join(this.root, 'project'), {
        KAFKA_KIT_STATE: join(this.root, 'state'),
        KAFKA_KIT_CACHE: join(this.root, 'cache'),
      });
      this.said = [];
    });
    afterEach(() => rmSync(this.root, { recursive: true, force: true }));
  }

  /** A stack whose resources hold data, in an environment that is not disposable. */
  readonly unit = (
    stack: string,
    resources: Resources,
    more: Partial<DeployUnit> & { block?: object } = {},
  ): DeployUnit => {
    const { block, ...rest } = more;
    const config = join(this.root, 'out', stack, 'cdk.tf.json');
    mkdirSync(join(this.root, 'out', stack), { recursive: true });
    const terraform = { backend: { local: {} } };
    writeFileSync(config, JSON.stringify({ terraform, resource: { terraform_data: resources }, ...block }));
    return {
      stack,
      config,
      stateFile: this.stateFile(stack),
      variables: {},
      createdOnce: new Map(),
      dependsOn: [],
      judge: {
        dataBearing: new Set(['terraform_data']),
        settingsOf: () => ({}),
        disposable: false,
        removals: new Map(),
        approvals: [],
        today: '2026-11-21',
      },
      ...rest,
    };
  };

  readonly deploy = (units: DeployUnit[], more: Partial<DeployOptions> = {}) =>
    deployStacks(units, {
      folders: this.folders,
      environment: 'local',
      variables: process.env,
      providerModule: resolve('scripts/tools/kafka-provider'),
      progress: (line) => this.said.push(line),
      ...more,
    });

  readonly refusal = async (units: DeployUnit[]): Promise<DeployFailure> => {
    const error = await this.deploy(units).then(
      () => undefined,
      (error) => error,
    );
    expect(error).toBeInstanceOf(DeployFailure);
    return error;
  };

  readonly stateFile = (stack: string) => join(this.folders.state, 'local', 'terraform', `${stack}.tfstate`);
  readonly state = (stack: string) => JSON.parse(readFileSync(this.stateFile(stack), 'utf8'));
  readonly namesIn = (stack: string): string[] => this.state(stack).resources.map(({ name }: { name: string }) => name);

  /** What waits for the gate is created when a test opens it, however fast or slow the machine is; none outlives its test. */
  readonly gate = () => join(this.root, 'gate');
  readonly open = () => writeFileSync(this.gate(), '');
  readonly waiting = () => ({
    provisioner: [
      {
        'local-exec': {
          command: `until test -e '${this.gate()}' || ! test -e '${this.root}'; do sleep 0.1; done`,
        },
      },
    ],
  });

  /** Until the apply has made its first resource. */
  readonly applying = async (): Promise<void> => {
    const events = join(this.folders.state, 'local', 'terraform', 'orders.journal.events');
    const made = () => existsSync(events) && readFileSync(events, 'utf8').includes('"type":"apply_complete"');
    for (let tries = 0; !made(); tries++) {
      if (tries > 3000) throw new Error('the apply did not begin within 60 s');
      await new Promise((done) => setTimeout(done, 20));
    }
  };

  /** Every file of the test. */
  readonly files = (): string[] =>
    readdirSync(this.root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
}
