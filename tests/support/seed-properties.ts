/**
 * Property tests draw the same examples on every run, so that a commit is judged by what it changes and not by chance.
 * `FAST_CHECK_SEED=random npm test` draws new ones; any integer repeats a run.
 */
import fc from 'fast-check';

const wanted = process.env['FAST_CHECK_SEED'] ?? '20261125';

fc.configureGlobal(wanted === 'random' ? {} : { seed: Number.parseInt(wanted, 10) });
