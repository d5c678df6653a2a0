/**
 * Installs the peers on first use, or when the lockfile has changed. Without a network the rest of the bench still runs.
 *
 * Not by `npm ci`: the lockfile was made where binaries for other systems than Linux on x64 could not be looked up, and
 * `npm ci` refuses it for that. `npm install` keeps to the versions in it, and adds the binaries of the system at hand.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const lock = new URL('package-lock.json', import.meta.url);
const installed = new URL('node_modules/.package-lock.json', import.meta.url);

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.error('installing the peers into bench/node_modules');
  const args = ['install', '--prefix', 'bench', '--no-save', '--loglevel', 'error'];
  const isWindows = process.platform === 'win32';
  const { status } = spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: isWindows });
  if (status !== 0) console.error('the peers could not be installed: they are left out');
}
