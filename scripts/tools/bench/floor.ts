import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ApiObject, type ApiObjectProps, App as Cdk8sApp, Chart } from 'cdk8s';
import { App, LocalBackend, TerraformResource, TerraformStack } from 'cdktf';

/** What `synth` wrote, and what it loads for that. */
export interface Replay {
  readonly imports: readonly string[];
  /** By environment and stack: a `cdk.tf.json`'s `resource`. */
  readonly stacks: Readonly<Record<string, Readonly<Record<string, Resources>>>>;
  /** By environment and chart. */
  readonly charts: Readonly<Record<string, Readonly<Record<string, readonly ApiObjectProps[]>>>>;
  /** Client files and reports, by their paths below the output. */
  readonly files: Readonly<Record<string, string>>;
}

type Resources = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/**
 * The same resources, objects and files as somebody would write them by hand in one compiled process, with nothing described,
 * checked or derived: what `synth` is measured against. `node bench-floor.js FILE OUT`.
 */
function replay({ imports, stacks, charts, files }: Replay, out: string): void {
  for (const name of imports) require(name);
  for (const [environment, ofEnvironment] of Object.entries(stacks)) {
    mkdirSync(join(out, environment), { recursive: true });
    const app = new App({ outdir: join(out, environment, 'terraform'), context: {} });
    for (const [name, resources] of Object.entries(ofEnvironment)) replayStack(app, name, resources);
    app.synth();
  }
  for (const [environment, ofEnvironment] of Object.entries(charts)) {
    const app = new Cdk8sApp({ outdir: join(out, environment, 'kubernetes') });
    for (const [name, objects] of Object.entries(ofEnvironment)) {
      const chart = new Chart(app, name, { disableResourceNameHashes: true });
      for (const [index, object] of objects.entries()) new ApiObject(chart, `${index}`, object);
    }
    app.synth();
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  }
}

function replayStack(app: App, name: string, resources: Resources): void {
  const stack = new TerraformStack(app, name);
  new LocalBackend(stack, { path: `${name}.tfstate` });
  for (const [type, named] of Object.entries(resources))
    for (const [id, { '//': _, ...attributes }] of Object.entries(named)) new Replayed(stack, { type, id, attributes });
}

/** A resource with the attributes that it is given. */
class Replayed extends TerraformResource {
  private readonly attributes: Readonly<Record<string, unknown>>;

  constructor(
    stack: TerraformStack,
    { type, id, attributes }: { type: string; id: string; attributes: Readonly<Record<string, unknown>> },
  ) {
    super(stack, `${type}.${id}`, { terraformResourceType: type });
    this.overrideLogicalId(id);
    this.attributes = attributes;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.attributes };
  }
}

const [, , file = '', out = ''] = process.argv;
replay(JSON.parse(readFileSync(file, 'utf8')), out);
