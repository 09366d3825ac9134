import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { composeFile, composeYaml } from '../../../workflows/local/compose';

const schema = JSON.parse(readFileSync(join(__dirname, '../../support/compose-spec/compose-spec.json'), 'utf8'));
const ajv = new Ajv2020({ strict: false });
addFormats(ajv);
const isCompose = ajv.compile(schema);

const ports = [20_000, 20_004, 20_008].map((scram) => ({
  scram,
  mtls: scram + 1,
  broker: scram + 2,
  controller: scram + 3,
}));
const props = {
  clusterId: 'MkU3OEVBNTcwNTJENDM2Qk',
  ports,
  authority: 'authority\n',
  brokerKeystore: 'key and certificate\n',
  adminPassword: 'pass$word',
};
const file = composeFile({ name: 'local/Main', version: '4.3.1', settings: { 'log.retention.hours': '1' } }, props);
const propertiesOf = (node: string) => file.configs[node]?.content ?? '';

test('the file is what the Compose specification says, and survives YAML', () => {
  const read = parse(composeYaml(file));
  expect(read).toEqual(file);
  isCompose(read);
  expect(isCompose.errors).toBeNull();
});

test('the schema refuses what is no Compose file', () => {
  expect(isCompose({ services: { 'kafka-1': { images: 'apache/kafka:4.3.1' } } })).toBe(false);
});

test('nodes find each other by name, clients find them on this machine only', () => {
  const { services } = file;
  expect(Object.keys(services)).toEqual(['kafka-1', 'kafka-2', 'kafka-3']);
  expect(services['kafka-2']?.ports).toEqual(['127.0.0.1:20004:20004', '127.0.0.1:20005:20005']);
  expect(propertiesOf('kafka-2')).toContain(
    'advertised.listeners=SCRAM://127.0.0.1:20004,MTLS://127.0.0.1:20005,BROKER://kafka-2:20006\n',
  );
  expect(propertiesOf('kafka-2')).toContain(
    'controller.quorum.voters=1@kafka-1:20003,2@kafka-2:20007,3@kafka-3:20011\n',
  );
});

test('settings arrive, and Compose leaves every dollar sign alone', () => {
  expect(propertiesOf('kafka-1')).toContain('log.retention.hours=1\n');
  expect(propertiesOf('kafka-1')).toContain('(,.*)?$$/$$1/,DEFAULT\n');
  expect(file.configs.administrator?.content).toContain('password=pass$$word]');
  for (const text of [...Object.values(file.configs), ...Object.values(file.services)])
    expect(JSON.stringify(text)).not.toMatch(/(^|[^$])\$(\$\$)*[^$]/);
});

test('secrets are for the image’s user only, and in no command, environment or volume of the image', () => {
  for (const { configs, command, environment } of Object.values(file.services)) {
    for (const config of configs) expect(config).toMatchObject({ uid: '1000', gid: '1000', mode: 0o400 });
    for (const { source, target } of configs)
      if (!source.startsWith('kafka-')) expect(target).not.toMatch(/^(\/etc\/kafka\/secrets|\/mnt\/shared)\//);
    expect(JSON.stringify([command, environment])).not.toMatch(/pass|key and/);
  }
});

test('a cluster that was made anew has volumes of its own', () => {
  const anew = composeFile({ name: 'local/Main', version: '4.3.1' }, { ...props, clusterId: 'another' });
  expect(file.name).toMatch(/^local-main-[0-9a-f]{8}$/);
  expect(anew.name).not.toBe(file.name);
});
