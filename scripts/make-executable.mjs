// Marks the built entry as executable, so that `npx quoth` runs it on every system.
import { chmodSync } from 'node:fs';

chmodSync(new URL('../dist/main.js', import.meta.url), 0o755);
