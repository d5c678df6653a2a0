/** Small texts that belong to a library and must go where it goes: into its backup, and away with it. */

export interface NoteStore {
  read(key: NoteKey): Promise<string | undefined>;
  /** `undefined` takes it away. */
  write(key: NoteKey, text: string | undefined): Promise<void>;
}

/** `calibration`: by what weights an outcome is decided. `mean …`: of sentences of one language, by one model. */
type NoteKey = 'calibration' | `mean ${string}`;
