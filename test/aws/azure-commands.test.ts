/** What plans of rotations say to type for Azure, held against what az takes. Azure itself is never asked. */
import { rotation } from '../../backends/event-hubs/description/rotation';
import { renewables } from '../../model/rotation-facts';
import { eventHubsWithKeys } from '../contract/cases/event-hubs';
import { azCommand, azureCliIsThere, general } from '../support/azure-cli';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';

const az = azureCliIsThere ? describe : describe.skip;

/** Why nobody could type it. */
function judge(line: string): string[] {
  const [program, ...words] = line.split(' ');
  const first = words.findIndex((word) => word.startsWith('--'));
  const [command, said] = [words.slice(0, first), words.slice(first)];
  if (program !== 'az') return [`'${program}' is not az`];
  const { options } = azCommand(command);
  const given = Object.fromEntries(
    said.flatMap((word, index) => (index % 2 === 0 ? [[word, said[index + 1]] as const] : [])),
  );
  return [
    ...Object.entries(given).flatMap(([name, value = '']) => {
      const option = options.find(({ names }) => names.includes(name));
      if (!option) return general.includes(name) ? [] : [`it has no ${name}`];
      return option.values.length === 0 || option.values.includes(value) ? [] : [`${name} is none of ${option.values}`];
    }),
    ...options
      .filter(({ names, required }) => required && !names.some((name) => name in given))
      .map(({ names }) => `it needs ${names[0]}`),
  ];
}

az('every command', () => {
  const { clusters } = resolve(
    changed<Description>(small as Description, {
      'clusters.main': {
        ...eventHubsWithKeys.cluster,
        encryption: { key: 'https://kit-keys.vault.azure.net/keys/event-hubs', resourceGroup: 'security' },
      },
      ...eventHubsWithKeys.environment,
      'accepts.transactions': undefined,
      'platform.applications.shop.authentication': 'sas',
    }),
  );
  const cluster = clusters.get('main');
  if (!cluster) throw new Error('there is no cluster');
  const key = { cluster, application: 'shop', topic: 'orders.created' };
  const lines = [
    ...[1, 2].map((version) => rotation.retireKey?.({ ...key, version }) ?? 'none'),
    ...renewables.flatMap(
      (of) => rotation.renewals[of]?.({ environment: 'test', cluster }).flatMap(({ command }) => command ?? []) ?? [],
    ),
  ];

  test('there are some', () => {
    expect(lines).toHaveLength(3);
  });

  test.each(lines)('%s', (line) => {
    expect(judge(line)).toEqual([]);
  });
});

az('what nobody could type', () => {
  const renew = 'az eventhubs eventhub authorization-rule keys renew';
  const all = '--resource-group a --namespace-name b --eventhub-name c --name d';
  test.each([
    [`${renew} ${all} --key Primary`, '--key is none of PrimaryKey,SecondaryKey'],
    [`${renew} ${all}`, 'it needs --key'],
    [`${renew} ${all} --key PrimaryKey --force yes`, 'it has no --force'],
    ['az keyvault key rotate --vault a --name b', 'it has no --vault'],
  ])('%s', (line, why) => {
    expect(judge(line)).toEqual([why]);
  });

  test.each(['az eventhubs eventhub authorization-rule keys rotate --name a', 'az keyvault key anew --name b'])(
    '%s',
    (line) => {
      expect(() => judge(line)).toThrow();
    },
  );
});
