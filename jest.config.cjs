/** `npm test` runs everything but what needs a JDK, Maven and Terraform (`e2e`, `drill`), a Kubernetes API server (`kubernetes`, `deploy`) or a cloud's provider (`providers`). */
const base = {
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
  moduleNameMapper: {
    '^kafka-platform-kit$': '<rootDir>/index.ts',
    // Node's own resolution wants the ending that the file has once it is compiled.
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/out/', '<rootDir>/cdktf.out/', '<rootDir>/.kafka-kit/'],
};

/** One for all files of a project. */
const apiServer = {
  globalSetup: '<rootDir>/test/kubernetes/setup.ts',
  globalTeardown: '<rootDir>/test/kubernetes/teardown.ts',
};

module.exports = {
  // Of a test that says no limit of its own: it ends what hangs, and is not there to judge a busy machine.
  testTimeout: 60_000,
  // Every core: by default Jest leaves one to itself, which on two is half of the machine.
  maxWorkers: '100%',
  testSequencer: '<rootDir>/test/longest-first.cjs',
  projects: [
    {
      ...base,
      displayName: 'unit',
      setupFiles: ['<rootDir>/test/support/former-test-files.ts'],
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: [
        '/test/e2e/',
        '/test/drill/',
        '/test/kubernetes/',
        '/test/providers/',
        '/test/policy/',
        '/test/aws/',
      ],
    },
    { ...base, ...apiServer, displayName: 'kubernetes', testMatch: ['<rootDir>/test/kubernetes/*.test.ts'] },
    { ...base, ...apiServer, displayName: 'deploy', testMatch: ['<rootDir>/test/kubernetes/deploy/*.test.ts'] },
    {
      ...base,
      displayName: 'providers',
      testMatch: ['<rootDir>/test/providers/*.test.ts'],
      globalSetup: '<rootDir>/test/providers/setup.ts',
      globalTeardown: '<rootDir>/test/providers/teardown.ts',
    },
    { ...base, displayName: 'policy', testMatch: ['<rootDir>/test/policy/*.test.ts'] },
    { ...base, displayName: 'aws', testMatch: ['<rootDir>/test/aws/*.test.ts'] },
    { ...base, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.test.ts'] },
    { ...base, displayName: 'drill', testMatch: ['<rootDir>/test/drill/**/*.test.ts'] },
  ],
};
