/** Chinese in traditional characters, in words that are at home in both Taiwan and Hong Kong. */
import { loadTexts } from './load-texts.js';

/** Traditional Chinese. */
export const zhHant = loadTexts('zh-hant');
