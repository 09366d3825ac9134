import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { parse, parseAllDocuments } from 'yaml';
import { scripts } from '../../package.json';
import { compileDescription } from '../support/describe';
import { fences } from './fences';

const root = resolve(__dirname, '..', '..');
const all = fences();
const of = (language: string) =>
  all.filter((fence) => fence.language === language).map((fence) => [fence.place, fence.text] as const);

test('pages have examples', () => {
  expect(of('ts').length).toBeGreaterThan(3);
  expect(of('yaml').length).toBeGreaterThan(0);
  expect(of('sh').length).toBeGreaterThan(3);
});

test('every TypeScript example compiles, strictly', () => {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    root,
  );
  const files = new Map(
    of('ts').map(([place, text]) => [join(root, dirname(place), `${basename(place).replace(/\W/g, '-')}.ts`), text]),
  );
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  const exists = host.fileExists.bind(host);
  const source = host.getSourceFile.bind(host);
  host.readFile = (file) => files.get(file) ?? read(file);
  host.fileExists = (file) => files.has(file) || exists(file);
  host.getSourceFile = (file, language, ...rest) => {
    const text = files.get(file);
    return text === undefined ? source(file, language, ...rest) : ts.createSourceFile(file, text, language);
  };
  const program = ts.createProgram([...files.keys()], { ...options, noUnusedLocals: false, types: ['node'] }, host);
  const found = ts.getPreEmitDiagnostics(program).filter(({ file }) => file && files.has(file.fileName));
  expect(
    found.map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
  ).toEqual([]);
});

test.each(of('yaml'))('the YAML example at %s is read, and described environments have no problem', (_, text) => {
  expect(parseAllDocuments(text).flatMap((document) => ('errors' in document ? document.errors : []))).toEqual([]);
  const value = parse(text) as Record<string, unknown>;
  // Nothing of it was recorded yet.
  const told = () => compileDescription(value).problems.filter(({ code }) => code !== 'KFK-I006');
  if ('clusters' in value) expect(told()).toEqual([]);
});

const helps = new Map<string, { readonly stdout: string; readonly status: number | null }>();

/** What a command says of itself, asked once. */
function helpOf(command: string) {
  const kit = join(root, 'dist', 'kafka-kit.js');
  const said = helps.get(command) ?? spawnSync(process.execPath, [kit, command, '--help'], { encoding: 'utf8' });
  helps.set(command, said);
  return said;
}

test.each(of('sh'))('the commands at %s exist, with their options', (_, text) => {
  execFileSync('bash', ['-n'], { input: text });
  for (const line of text.split('\n').filter((line) => line && !line.startsWith('#'))) {
    const [, script] = /npm run (?:--silent )?([\w:]+)/.exec(line) ?? [];
    if (script) expect(Object.keys(scripts)).toContain(script);
    const [, command = ''] = /(?:kafka-kit|npm run (?:--silent )?kit --) ([a-z]+)/.exec(line) ?? [];
    if (command) {
      const { stdout, status } = helpOf(command);
      expect(status).toBe(0);
      for (const [option] of line.matchAll(
        /(?<= )--(?:file|format|out|record|data|concurrency|release|keep-topics|dry-run|context|wait|force-conflicts)\b/g,
      ))
        expect(stdout).toContain(option);
    }
    const [, path] = /^(\.ci\/\w+)/.exec(line) ?? [];
    if (path) expect(existsSync(join(root, path))).toBe(true);
  }
});

test('links between pages lead somewhere', () => {
  const pages = execFileSync('git', ['ls-files', '*.md'], { encoding: 'utf8', cwd: root }).split('\n').filter(Boolean);
  const broken = pages
    .flatMap((page) => {
      const text = ts.sys.readFile(join(root, page)) ?? '';
      return [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
        ([, target = '']) => [page, target] as const,
      );
    })
    .filter(([page, target]) => !existsSync(resolve(root, page, '..', target)));
  expect(broken).toEqual([]);
});
