import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { lagExporterVersion } from '../../render/monitoring/lag-exporter';
import { foldersOf } from '../../workflows/folders';
import { unpack } from './prometheus';

/** Headers and libraries that librdkafka is built with, and that a development machine may lack. */
const libraries = [
  ...['libsasl2-dev', 'libsasl2-2', 'libzstd-dev', 'libzstd1', 'libcurl4-openssl-dev', 'libcurl4'],
  ...['libssl-dev', 'libssl3', 'zlib1g-dev', 'zlib1g'],
].join(' ');

/**
 * The real lag exporter: the PATH's own, or the one that cargo builds into the kit's cache, without optimisation, which takes a
 * minute or two instead of four. What it is built with is unpacked beside it; nothing of the machine changes.
 *
 * @throws Error that says what is missing
 */
export function lagExporterBinary(): string {
  const name = 'klag-exporter';
  const inPath = (process.env.PATH ?? '').split(delimiter).find((folder) => existsSync(join(folder, name)));
  if (inPath) return join(inPath, name);
  const root = join(foldersOf('.', process.env).cache, `${name}-${lagExporterVersion}`);
  const binary = join(root, 'bin', name);
  if (!existsSync(binary)) build(root);
  return binary;
}

function build(root: string): void {
  const system = join(root, 'system');
  mkdirSync(root, { recursive: true });
  if (!existsSync(system)) unpack(libraries, system);
  const [machine = ''] = execFileSync('gcc', ['-print-multiarch'], { encoding: 'utf8' }).split('\n');
  const include = ['usr/include', `usr/include/${machine}`].map((folder) => join(system, folder)).join(delimiter);
  const lib = join(system, 'usr', 'lib', machine);
  try {
    execFileSync(
      'cargo',
      [
        'install',
        `klag-exporter@${lagExporterVersion}`,
        '--locked',
        '--debug',
        '--no-default-features',
        '--root',
        root,
      ],
      {
        stdio: 'pipe',
        maxBuffer: 1 << 26,
        env: {
          ...process.env,
          CARGO_PROFILE_DEV_DEBUG: '0',
          C_INCLUDE_PATH: include,
          CPLUS_INCLUDE_PATH: include,
          LIBRARY_PATH: lib,
          PKG_CONFIG_PATH: join(lib, 'pkgconfig'),
          CMAKE_PREFIX_PATH: join(system, 'usr'),
        },
      },
    );
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: Buffer };
    const why =
      code === 'ENOENT'
        ? "there is no 'cargo' command (https://rustup.rs)"
        : stderr?.toString().split('\n').slice(-8).join('\n');
    throw new Error(`klag-exporter ${lagExporterVersion} is not in the PATH and cannot be built: ${why}`);
  }
}
