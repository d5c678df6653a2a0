/** What a calibration has found, as people read it. */
import type { OutcomePlace } from '../../answer/outcome-model.js';
import type { Calibration, OutcomeFigures } from '../../eval/calibrate.js';
import { formatPercent } from './print-evaluation.js';
import type { Style } from './style.js';
import { formatTable } from './table.js';

const PLACES: Readonly<Record<OutcomePlace, string>> = {
  own: 'in the passages’ language',
  foreign: 'in other languages',
};

const HEAD = ['', 'answered', 'related', 'refused', 'near misses', 'far off'];

/** Lays out the figures before and after, and says what became of them. */
export function formatCalibration(
  { before, after, kept }: Calibration,
  options: { readonly style: Style; readonly isBetter: boolean; readonly isStored: boolean },
): string {
  const rows = (Object.keys(PLACES) as OutcomePlace[]).flatMap((place) => [
    [PLACES[place]],
    toRow('  in use', before[place]),
    toRow(kept.includes(place) ? '  too few questions: kept' : '  fitted', after[place]),
  ]);
  const [head = '', ...rest] = formatTable([HEAD, ...rows], { rightAligned: [1, 2, 3, 4, 5] });
  return [
    options.style.bold(head),
    ...rest,
    '',
    'Near misses and far-off questions: the share that is not called answered. Fitted: each',
    'fifth of the questions was judged by weights fitted to the other four.',
    '',
    verdict(options),
  ].join('\n');
}

function toRow(name: string, figures: OutcomeFigures): string[] {
  const { answered, related, refused, nearNotAnswered, farNotAnswered } = figures;
  const shares = [answered, related, refused, nearNotAnswered, farNotAnswered];
  return [name, ...shares.map((share) => (share === undefined ? '–' : formatPercent(share)))];
}

function verdict({ isBetter, isStored }: { isBetter: boolean; isStored: boolean }): string {
  if (isStored && isBetter) return 'Better than what was in use: stored, and used from now on.';
  if (isStored) return 'No better than what was in use; stored all the same.';
  return isBetter
    ? 'Better than what is in use; not stored.'
    : 'No better than what is in use, which stays; --force stores it all the same.';
}
