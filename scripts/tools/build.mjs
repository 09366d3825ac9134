// Bundles the command and the cdktf app into dist/: a tenth of a second, so it is done anew whenever they are run.
import { readdirSync, renameSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Loaded only by the commands that need them, from node_modules: users extend these classes, so there is one copy. */
const external = [
  'cdktf',
  'constructs',
  'cdk8s',
  'cdk8s-plus-28',
  '@cdktf/*',
  '@peculiar/x509',
  'reflect-metadata',
  'typescript',
];

/**
 * zod says what is wrong in sixty languages, and the namespace of its schemas takes all of them along. The kit says it in
 * its own words, and what it leaves to zod is English: a tenth less to read at each start.
 */
const onlyEnglish = {
  name: 'only-english',
  setup: ({ onLoad }) =>
    onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    })),
};

// Beside what is there, and then in its place: whoever runs the command meanwhile reads one of the two, and never half a file.
const next = join('dist', `.${process.pid}`);

await build({
  entryPoints: {
    'kafka-kit': 'scripts/kafka-kit.ts',
    main: 'main.ts',
    bench: 'scripts/tools/bench/bench.ts',
    'bench-floor': 'scripts/tools/bench/floor.ts',
    generate: 'scripts/tools/generate/generate.ts',
    demo: 'scripts/tools/demo.ts',
  },
  outdir: next,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external,
  alias: { 'kafka-platform-kit': './index.ts' },
  // A third less to read at each start; names stay, for whoever reads a trace.
  minifyWhitespace: true,
  plugins: [onlyEnglish],
  logLevel: 'warning',
});

for (const file of readdirSync(next)) renameSync(join(next, file), join('dist', file));
rmdirSync(next);
