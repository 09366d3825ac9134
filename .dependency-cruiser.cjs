/** Who may import whom: docs/architecture.md explains each direction. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: [...allowed, '^node_modules', '^[a-z_/]+$'], dependencyTypesNot: ['core'] },
});

/** Pure means that nothing of the machine is read; a hash reads none of it. */
const noCore = (name, from) => ({
  name,
  comment: 'pure: no file, clock, process or network',
  severity: 'error',
  from: { path: from },
  to: { dependencyTypes: ['core'], pathNot: ['^(node:)?crypto$'] },
});

module.exports = {
  forbidden: [
    noCore('environments-no-core', '^environments/'),
    noCore('render-no-core', '^render/'),
    noCore('descriptions-no-core', '^backends/[^/]+/description/'),
    noCore('constructs-no-core', '^constructs/'),
    {
      name: 'environments-without-libraries',
      comment: 'data only',
      severity: 'error',
      from: { path: '^environments/' },
      to: { path: '^node_modules/' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'a circle has no first file to read, also one of types',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'a file nobody imports is dead',
      from: {
        orphan: true,
        pathNot: ['^(index|main|jest\\.config)\\.', '^\\.', '^(scripts|test|examples|environments)/', '\\.d\\.ts$'],
      },
      to: {},
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'every import resolves',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-dependencies',
      severity: 'error',
      comment: 'what users run needs no development dependency',
      from: {
        path: '^(model|backends|constructs|render|stacks|charts|workflows|main\\.ts|index\\.ts|scripts/[^/]+\\.ts)',
      },
      // Types are erased before anything runs.
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm-peer', 'type-import', 'type-only'] },
    },
    only('model-is-pure', '^model/', ['^model/'], 'the model knows Kafka and nothing else'),
    {
      name: 'model-libraries',
      severity: 'error',
      comment: 'zod is the only library of the model',
      from: { path: '^model/' },
      to: { path: '^node_modules', pathNot: ['^node_modules/(zod|fastest-levenshtein)/'] },
    },
    {
      name: 'model-no-core',
      severity: 'error',
      comment: 'pure: no file, clock or network',
      from: { path: '^model/' },
      to: { dependencyTypes: ['core'], pathNot: ['^(node:)?crypto$'] },
    },
    only(
      'environments-are-data',
      '^environments/',
      ['^environments/', '^index\\.ts$'],
      'descriptions use the public entry only',
    ),
    only(
      'descriptions-are-pure',
      '^backends/([^/]+)/description/',
      ['^backends/$1/description/', '^model/', '^render/'],
      'the pure half of a back end',
    ),
    only('render-is-pure', '^render/', ['^render/', '^model/'], 'pure text and objects'),
    only('constructs-stand-alone', '^constructs/', ['^constructs/', '^model/', '^render/'], 'usable in anybody’s app'),
    {
      name: 'constructs-without-resolved',
      severity: 'error',
      comment: 'constructs speak the vendor’s words',
      from: { path: '^constructs/' },
      to: { path: '^model/(resolved|compile|environment|platform)' },
    },
    {
      name: 'terraform-constructs',
      severity: 'error',
      comment: 'cdktf only',
      from: { path: '^constructs/terraform/' },
      to: { path: ['^constructs/kubernetes/', '^node_modules/cdk8s'] },
    },
    {
      name: 'kubernetes-constructs',
      severity: 'error',
      comment: 'cdk8s only',
      from: { path: '^constructs/kubernetes/' },
      to: { path: ['^constructs/terraform/', '^node_modules/(cdktf|@cdktf)/'] },
    },
    {
      name: 'back-ends-do-not-know-each-other',
      severity: 'error',
      comment: 'a kind is a folder',
      from: { path: '^backends/([^/]+)/' },
      to: { path: '^backends/([^/]+)/', pathNot: '^backends/$1/' },
    },
    only(
      'back-ends',
      '^backends/',
      ['^backends/', '^model/', '^constructs/', '^render/'],
      'adapters: resolved to constructs',
    ),
    only('stacks', '^stacks/', ['^stacks/', '^model/', '^backends/'], 'roots place what adapters give'),
    only(
      'charts',
      '^charts/',
      ['^charts/', '^model/', '^backends/(contract|kubernetes)\\.ts$', '^constructs/kubernetes/', '^render/'],
      'roots place what adapters give',
    ),
    {
      name: 'workflows-not-scripts',
      severity: 'error',
      comment: 'scripts call workflows',
      from: { path: '^workflows/' },
      to: { path: ['^scripts/', '^main\\.ts$'] },
    },
    {
      name: 'providers-by-sub-path',
      severity: 'error',
      comment: 'the index of a provider costs seconds and gigabytes',
      from: {},
      to: { path: '^node_modules/@cdktf/provider-[^/]+/lib/index\\.' },
    },
    {
      name: 'light-commands',
      comment: 'check, access, explain, evidence and promote never load cdktf, cdk8s or a vendor’s SDK',
      severity: 'error',
      from: { path: '^scripts/(check|access|explain|evidence|promote)\\.ts$' },
      to: { path: '^node_modules/(cdktf|cdk8s|@cdktf|@peculiar)/', reachable: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^(dist|out|cdktf\\.out|coverage)/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
