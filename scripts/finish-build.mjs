// What the compiler leaves: puts the texts beside the built code, and marks its entry as executable, so that `npx quoth`
// runs it on every system.
import { chmodSync, cpSync, rmSync } from 'node:fs';

const inRoot = (path) => new URL(`../${path}`, import.meta.url);

rmSync(inRoot('dist/texts/locales'), { recursive: true, force: true });
cpSync(inRoot('src/texts/locales'), inRoot('dist/texts/locales'), { recursive: true });
chmodSync(inRoot('dist/main.js'), 0o755);
