/** What the buttons of the library carry: which list is shown, or which article and the list that it was opened from. */

/** A list of the library. Pages count from 0. */
export type LibraryPlace =
  | { readonly view: 'home' }
  | { readonly view: 'documents' | 'months' | 'newest'; readonly page: number }
  /** The articles of one document; `key` is made of its name. */
  | { readonly view: 'document'; readonly key: string; readonly page: number }
  /** The articles of one month: `2025-01`, `2025` where no more is known, or `none`. */
  | { readonly view: 'month'; readonly key: string; readonly page: number };

/** A press of a button of the library. */
export type LibraryPress =
  | { readonly action: 'library'; readonly place: LibraryPlace }
  | {
      readonly action: 'read';
      readonly articleId: string;
      /** From 0, in place of what is shown; without it the article comes as a message of its own. */
      readonly page?: number;
      /** Where *Back* leads; without it the article stands by itself. */
      readonly from?: LibraryPlace;
    };

const LETTERS = { documents: 'd', months: 'm', newest: 'n', document: 'D', month: 'M' } as const;
const PLACE = /^(?:(h)|([dmn]):(\d+)|(D):([0-9a-f]{8}):(\d+)|(M):(\d{4}(?:-\d{2})?|none):(\d+))$/;
const LIBRARY_PRESS = /^y:(.+)$/;
const READ_PRESS = /^r:([0-9a-f]{12}):(0|[1-9]\d{0,4})?(?::(.+))?$/;

/** Encodes a press of the library; 42 bytes at most. */
export function encodeLibraryPress(press: LibraryPress): string {
  if (press.action === 'library') return `y:${encodePlace(press.place)}`;
  const from = press.from === undefined ? '' : `:${encodePlace(press.from)}`;
  return `r:${press.articleId}:${press.page ?? ''}${from}`;
}

/** Decodes a press of the library; `undefined` when it is none. */
export function decodeLibraryPress(data: string): LibraryPress | undefined {
  const place = decodePlace(LIBRARY_PRESS.exec(data)?.[1]);
  if (place !== undefined) return { action: 'library', place };
  const [, articleId, page, rest] = READ_PRESS.exec(data) ?? [];
  if (articleId === undefined) return undefined;
  const from = decodePlace(rest);
  if (rest !== undefined && from === undefined) return undefined;
  const at = page === undefined ? {} : { page: Number(page) };
  return { action: 'read', articleId, ...at, ...(from && { from }) };
}

function encodePlace(place: LibraryPlace): string {
  switch (place.view) {
    case 'home':
      return 'h';
    case 'document':
    case 'month':
      return `${LETTERS[place.view]}:${place.key}:${place.page}`;
    default:
      return `${LETTERS[place.view]}:${place.page}`;
  }
}

function decodePlace(data: string | undefined): LibraryPlace | undefined {
  const [, home, list, listPage, document, hash, hashPage, month, key, monthPage] =
    PLACE.exec(data ?? '') ?? [];
  if (home !== undefined) return { view: 'home' };
  const digits = listPage ?? hashPage ?? monthPage ?? '';
  if (!/^(?:0|[1-9]\d{0,4})$/.test(digits)) return undefined;
  const page = Number(digits);
  if (document !== undefined && hash !== undefined) return { view: 'document', key: hash, page };
  if (month !== undefined && key !== undefined) return { view: 'month', key, page };
  if (list === undefined) return undefined;
  return { view: list === 'd' ? 'documents' : list === 'm' ? 'months' : 'newest', page };
}
