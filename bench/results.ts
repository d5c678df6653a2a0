/** The figures of a run, as they are kept in JSON. */
import { cpus, release, totalmem } from 'node:os';
import type { IngestFigures } from './measure-ingest.js';
import type {
  DiskFigures,
  LoadFigures,
  QuestionFigures,
  RecallFigures,
} from './measure-library.js';
import type { MemoryFigures } from './measure-memory.js';
import type { PeerTable } from './measure-peers.js';
import type { QuestionProfile } from './profile-question.js';

/** What was measured of the library at one size. */
export interface SizeFigures {
  readonly passages: number;
  /** Milliseconds a passage that was added since the last size: rows in SQLite, and the vector index. */
  readonly storeMsAPassage: number;
  readonly indexMsAPassage: number;
  readonly question?: QuestionFigures;
  readonly recall?: RecallFigures;
  readonly load?: LoadFigures;
  readonly memory?: MemoryFigures;
  readonly disk?: DiskFigures;
  readonly profile?: QuestionProfile;
}

export interface BenchResults {
  readonly date: string;
  readonly machine: string;
  readonly minutes: number;
  /** Where the synthetic library comes from. */
  readonly library: string;
  readonly ingest?: IngestFigures;
  readonly sizes: readonly SizeFigures[];
  readonly peers: readonly PeerTable[];
}

/** One line: cores, processor, memory, Node. */
export function describeMachine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const system = `${process.platform} ${release()} ${process.arch}`;
  return `${cpus().length} cores of ${cpu?.model ?? 'unknown'}, ${memory} GB, ${system}, Node ${process.versions.node}`;
}
