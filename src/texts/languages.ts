/** The languages that Quoth speaks, each by its own name, in the order in which readers choose. */
export const LANGUAGES = [
  { code: 'zh', name: '简体中文' },
  { code: 'zh-hant', name: '繁體中文' },
  { code: 'en', name: 'English' },
  { code: 'ru', name: 'Русский' },
  { code: 'ja', name: '日本語' },
  { code: 'es', name: 'Español' },
  { code: 'fr', name: 'Français' },
  { code: 'de', name: 'Deutsch' },
  { code: 'ko', name: '한국어' },
  { code: 'vi', name: 'Tiếng Việt' },
  { code: 'ar', name: 'العربية' },
] as const;

/** A language by its BCP 47 tag in lower case, as its file in `locales/` is named. */
export type Language = (typeof LANGUAGES)[number]['code'];
