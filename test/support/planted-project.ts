import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { passwordVariable } from '../../model/names';
import { environmentFolders } from '../../workflows/folders';
import { writePrivately } from '../../workflows/secrets/private-file';
import { builtProject } from './built-project';
import { planted } from './planted-secrets';

const secrets = planted(200, 'leak hunt');
let handed = 0;
/** The next of them: each is planted where something that runs below reads it. */
function next(count: number) {
  handed += count;
  return secrets.slice(handed - count, handed);
}

/** Variables of the process by which tools know their secrets. */
const known = [
  ...['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'ARM_CLIENT_SECRET', 'AZURE_CLIENT_SECRET', 'VAULT_TOKEN'],
  ...['GITHUB_TOKEN', 'GH_TOKEN', 'GITLAB_TOKEN', 'NPM_TOKEN', 'TF_TOKEN_app_terraform_io', 'KAFKA_PASSWORD'],
  ...['SASL_PASSWORD', 'PGPASSWORD', 'MYSQL_PWD', 'DOCKER_AUTH_CONFIG', 'SLACK_TOKEN', 'ARGOCD_AUTH_TOKEN'],
];

/** Passwords in the folder of credentials before anything runs, and beside each the one that a rotation is to bring. */
const inFiles = next(30);
const pending = next(30);
/** Given to Terraform as variables of the process: passwords of applications. */
const inVariables = next(24);
/** The same, for a cluster whose administrator the brokers refuse. */
const elsewhereInVariables = next(16);
const refused = next(2);
const around = next(known.length);
/** Tokens of the users of a kubeconfig. */
const inKubeconfig = next(secrets.length - handed);

const fromFiles = inFiles.map((_, index) => `kept-${index}`);
const fromVariables = inVariables.map((_, index) => `given-${index}`);
const environment = {
  name: 'shop',
  clusters: { main: { backend: 'kafka', local: true, brokers: 1, authentication: ['scram-sha-512', 'mtls'] } },
  platform: {
    owners: { orders: { contact: 'orders@example.com' } },
    topics: { 'orders.created': { owner: 'orders' } },
    applications: {
      ...Object.fromEntries(
        [...fromFiles, ...fromVariables].map((name) => [name, { owner: 'orders', produces: { 'orders.created': {} } }]),
      ),
      seller: { owner: 'orders', produces: { 'orders.created': {} }, authentication: 'mtls' },
    },
  },
};
const elsewhere = {
  name: 'elsewhere',
  clusters: { legacy: { backend: 'kafka', brokers: 1 } },
  platform: {
    owners: environment.platform.owners,
    topics: environment.platform.topics,
    applications: Object.fromEntries(
      elsewhereInVariables.map((_, index) => [
        `there-${index}`,
        { owner: 'orders', produces: { 'orders.created': {} } },
      ]),
    ),
  },
};
const onKubernetes = {
  name: 'remote',
  kubernetes: { namespace: 'kafka' },
  clusters: { main: { backend: 'strimzi', brokers: 3, storage: '50GiB', memory: '2GiB' } },
  platform: { ...elsewhere.platform, applications: {} },
};

/** A project with 200 secrets, each in a place where the kit is given one or finds one. */
export class PlantedProject {
  readonly secrets = secrets;
  /** How many of them are planted. */
  readonly handed = handed;
  readonly inFiles = inFiles;
  readonly inVariables = inVariables;
  readonly refused = refused;
  readonly inKubeconfig = inKubeconfig;
  readonly fromFiles = fromFiles;
  readonly environment = environment;
  readonly project = builtProject({
    'environments/shop.yaml': environment,
    'environments/elsewhere.yaml': elsewhere,
    'environments/remote.yaml': onKubernetes,
  });
  readonly places = environmentFolders(this.project.folders, 'shop');
  /** For what holds secrets and is none of the project: a kubeconfig, the patterns of the hunt. */
  readonly outside = mkdtempSync(join(tmpdir(), 'kafka-kit-hunt-'));

  plant(): void {
    for (const [index, { text }] of inFiles.entries()) {
      const later = { password: pending[index]?.text, version: 2 };
      const credential = { username: `kept-${index}`, password: text, version: 1, pending: later };
      writePrivately(join(this.places.secrets, 'main', `kept-${index}.json`), `${JSON.stringify(credential)}\n`);
    }
    const home = join(this.outside, 'home');
    mkdirSync(home, { mode: 0o700 });
    for (const [index, { text }] of inVariables.entries())
      this.project.variables[`TF_VAR_${passwordVariable('main', `given-${index}`)}`] = text;
    for (const [index, { text }] of elsewhereInVariables.entries())
      this.project.variables[`TF_VAR_${passwordVariable('legacy', `there-${index}`)}`] = text;
    for (const [index, { text }] of around.entries()) this.project.variables[known[index] ?? ''] = text;
    const users = inKubeconfig.map(({ text }, index) => ({ name: `u${index}`, user: { token: text } }));
    const contexts = users.map(({ name }) => ({ name, context: { cluster: 'gone', user: name } }));
    const clusters = [{ name: 'gone', cluster: { server: 'https://127.0.0.1:1' } }];
    const kubeconfig = { apiVersion: 'v1', kind: 'Config', users, clusters, contexts, 'current-context': 'u0' };
    this.project.variables.KUBECONFIG = join(home, 'kubeconfig');
    writeFileSync(this.project.variables.KUBECONFIG, JSON.stringify(kubeconfig), { mode: 0o600 });
  }
}
