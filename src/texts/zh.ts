/** Chinese in simplified characters, the language of most of what is quoted. */
import { loadTexts } from './load-texts.js';

/** Simplified Chinese. */
export const zh = loadTexts('zh');
