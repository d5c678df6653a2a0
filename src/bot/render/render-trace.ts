/** Trace → rich text: the sum, the earliest sentence, and later ones that differ, each word for word with its citation. */
import type { Trace, TraceUse } from '../../domain/trace.js';
import type { Texts } from '../../texts/texts.js';
import { cleanLabel } from './clean-label.js';
import { renderCitation } from './render-citation.js';
import { boldSpans, joinRich, type RichPart, type RichText, wrapRich } from './rich-text.js';

/** Renders a trace. */
export function renderTrace(trace: Trace, texts: Texts): RichText {
  const wording = cleanLabel(trace.wording, 80);
  if (trace.uses === 0) return joinRich([texts.traceNone(wording)]);
  const total = texts.traceTotal(wording, trace.uses, trace.articles);
  const [first, ...later] = trace.sentences;
  const blocks: RichPart[] = [
    trace.undated === 0 ? total : `${total}\n${texts.traceUndated(trace.undated)}`,
  ];
  const head = (label: string): RichText => wrapRich(label, 'bold');
  if (first !== undefined) {
    blocks.push(joinRich([head(texts.traceFirst), renderUse(first, 1, texts)], '\n'));
  }
  for (const [index, use] of later.entries()) {
    const quote = renderUse(use, index + 2, texts);
    blocks.push(index === 0 ? joinRich([head(texts.traceLater), quote], '\n') : quote);
  }
  return joinRich(blocks, '\n\n');
}

function renderUse(use: TraceUse, number: number, texts: Texts): RichText {
  const words = wrapRich(boldSpans(use.text, use.highlights), 'blockquote');
  return joinRich([words, joinRich([`[${number}] `, renderCitation(use.citation, texts)])], '\n');
}
