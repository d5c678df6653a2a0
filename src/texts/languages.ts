/** The languages that Quoth speaks, each by its own name, in the order in which readers choose. */
export const LANGUAGES = [
  { code: 'zh', name: '简体中文' },
  { code: 'zh-hant', name: '繁體中文' },
  { code: 'en', name: 'English' },
] as const;

/** A language by its BCP 47 tag in lower case, as its file in `locales/` is named. */
export type Language = (typeof LANGUAGES)[number]['code'];
