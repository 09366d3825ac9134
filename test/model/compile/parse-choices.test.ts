import { changed } from '../../support/change';
import { compileDescription, small } from '../../support/describe';

const vault = { by: 'vault', server: 'https://vault.example.com:8200', role: 'clients', login: { role: 'kafka' } };

/** What the shape says of who signs certificates. */
const told = (clientCertificates: unknown) =>
  compileDescription(
    changed<unknown>(small, {
      'clusters.main': { backend: 'strimzi', authentication: ['mtls'], clientCertificates },
      kubernetes: { namespace: 'kafka' },
    }),
  )
    .problems.filter(({ code }) => code.startsWith('KFK-S'))
    .map(({ code, path, problem, fix }) => `${code} ${path.replace('clusters.main.', '')}: ${problem}; ${fix}`);

describe('ways to sign in', () => {
  const signIn = (backend: string, authentication: readonly string[]) =>
    compileDescription(changed<unknown>(small, { 'clusters.main': { backend, authentication } }))
      .problems.filter(({ path }) => path === 'clusters.main.authentication')
      .map(({ problem, fix }) => `${problem}; ${fix}`);
  const each = 'a list of one way to sign in or more, each once';

  test.each(['kafka', 'event-hubs', 'msk', 'strimzi'])('of %s are one or more, and each is there once', (backend) => {
    const refused = [`a list is given where ${each} is needed; write ${each}`];
    expect(signIn(backend, [])).toEqual(refused);
    const way = backend === 'event-hubs' ? 'entra-id' : 'scram-sha-512';
    expect(signIn(backend, [way, way])).toEqual(refused);
    expect(signIn(backend, [way])).toEqual([]);
  });
});

describe('where a word or a map is allowed, a map that is given is judged as one', () => {
  test('and a right one is right', () => expect(told(vault)).toEqual([]));

  test('a misspelled key is told beside the one that is missing', () => {
    const { server, ...rest } = vault;
    expect(told({ ...rest, sever: server })).toEqual([
      "KFK-S003 clientCertificates.server: 'server' is missing; text is needed; add it",
      "KFK-S001 clientCertificates.sever: 'sever' is not known here; did you mean 'server'?",
    ]);
  });

  test('a misspelled value is told where it stands', () =>
    expect(told({ ...vault, by: 'vualt' })).toEqual([
      "KFK-S004 clientCertificates.by: 'vualt' is not allowed; use 'vault'",
    ]));

  test('a missing map is told by its own name', () => {
    const { login: _, ...rest } = vault;
    expect(told(rest)).toEqual(["KFK-S003 clientCertificates.login: 'login' is missing; a map is needed; add it"]);
  });

  test('a key too many is told as everywhere', () =>
    expect(told({ ...vault, sever: 'x' })).toEqual([
      "KFK-S001 clientCertificates.sever: 'sever' is not known here; did you mean 'server'?",
    ]));

  test('a word that is none of them is told with all', () =>
    expect(told('vault')).toEqual([
      "KFK-S004 clientCertificates: 'vault' is not allowed; use 'operator' or 'external' or a map",
    ]));
});
