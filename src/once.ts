/** Heavy things are loaded once, on first use; a failed load is forgotten, so that the next call tries again. */

/** A value that is loaded on first use. */
export interface Once<T> {
  (): Promise<T>;
  /** The value if it was ever asked for; does not load it. */
  peek(): Promise<T> | undefined;
}

/** @param load called at the first call, and again after it has failed */
export function createOnce<T>(load: () => Promise<T>): Once<T> {
  let loading: Promise<T> | undefined;
  const once = (): Promise<T> => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return Object.assign(once, { peek: () => loading });
}
