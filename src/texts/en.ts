/** English, the language for every reader whose own is not here. */
import { loadTexts } from './load-texts.js';

/** English. */
export const en = loadTexts('en');
