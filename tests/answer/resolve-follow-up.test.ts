/** Follow-ups: what is one, and which question it is made into. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveFollowUp } from '../../src/answer/resolve-follow-up.js';

const TITLE = '清河市人民政府办公室印发《清河市图书馆借阅管理规定》';
const ROOT = resolve(import.meta.dirname, '../..');

/** Questions of one's own, of the samples and, where they lie beside the project, of the readers. */
const QUESTIONS = ['samples/questions.json', '../../shared/gold/visible-questions.json']
  .map((path) => resolve(ROOT, path))
  .filter((path) => existsSync(path))
  .flatMap((path) => JSON.parse(readFileSync(path, 'utf8')) as { readonly text: string }[])
  .map(({ text }) => text);

describe('a question that stands by itself', () => {
  it('is never altered, whatever was asked before', () => {
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(79);
    for (const message of QUESTIONS) {
      for (const question of QUESTIONS) {
        expect(resolveFollowUp(message, { question, title: TITLE })).toBeUndefined();
      }
    }
  });

  it.each([
    '那曲有多少人口？',
    '那什么时候呢？',
    '读者可以借几本书呢？',
    '能不能借走呢？',
    '还有呢？',
    '你呢？',
    '呢？',
    '海洋碳汇',
    '2025年改造了多少公里？',
    'And who pays for it?',
    'And why?',
    'and you?',
    'and thanks!',
    'And may I bring a dog?',
    'What is a tide pool?',
    'Was ist Eutrophierung?',
    'Und wer bezahlt das?',
    'А сколько стоит билет?',
    '¿Y quién paga?',
    'et toi ?',
    '住所は？',
    'では、何時に開きますか？',
    'còn bao nhiêu?',
    'وماذا',
    '',
  ])('%s', (message) => {
    expect(resolveFollowUp(message, { question: '清河大桥全长多少米？' })).toBeUndefined();
  });
});

describe('a follow-up', () => {
  it.each([
    // The number of an article
    ['那第十三条呢？', '《借阅规定》第八条是怎么规定的？', '《借阅规定》第十三条是怎么规定的？'],
    ['第9条呢', '《借阅规定》第八条是怎么规定的？', '《借阅规定》第9条是怎么规定的？'],
    ['and article 9?', 'What does article 8 say of dogs?', 'What does article 9 say of dogs?'],
    ['그럼 제13조는?', '제12조의 내용은 무엇입니까?', '제13조의 내용은 무엇입니까?'],
    // A time
    ['那2025年呢', '2024年改造了多少公里管网？', '2025年改造了多少公里管网？'],
    ['2025呢？', '2024年改造了多少公里管网？', '2025年改造了多少公里管网？'],
    ['那2025年呢？', '越冬的小天鹅有多少只？', '2025年越冬的小天鹅有多少只？'],
    ['那2026年呢', '产值2024年和2025年各是多少？', '产值2024年和2025年各是多少（2026年）？'],
    ['and in 2025?', 'How many terns bred in 2024?', 'How many terns bred in 2025?'],
    ['and in 2024?', 'What is the budget for 2025/26?', 'What is the budget for 2024?'],
    ['and in 2025?', 'How long is the bridge?', 'How long is the bridge in 2025?'],
    ['¿Y en 2025?', '¿Cuántas especies había en 2024?', '¿Cuántas especies había en 2025?'],
    ['et en 2025 ?', 'Quel est le budget en 2024 ?', 'Quel est le budget en 2025 ?'],
    ['Und 2025?', 'Wie viele Arten waren es 2024?', 'Wie viele Arten waren es 2025?'],
    ['а в 2025?', 'Сколько видов нашли в 2024 году?', 'Сколько видов нашли в 2025 году?'],
    ['では2025年は？', '水質は2024年にどうでしたか？', '水質は2025年にどうでしたか？'],
    ['그럼 2025년은요?', '2024년 대출 권수는 얼마입니까?', '2025년 대출 권수는 얼마입니까?'],
    ['còn năm 2025?', 'Giá vé năm 2024 là bao nhiêu?', 'Giá vé năm 2025 là bao nhiêu?'],
    ['وفي عام 2025؟', 'كم عدد السكان في عام 2024؟', 'كم عدد السكان في عام 2025؟'],
    // A place
    ['那青石县呢', '云台县的茶园有多少亩？', '青石县的茶园有多少亩？'],
    ['广东呢？', '内蒙古2026年增长目标是多少？', '广东2026年增长目标是多少？'],
    ['and in Merridew?', 'What is a ticket in Saltmere?', 'What is a ticket in Merridew?'],
    ['and in Merridew?', 'How many came in 2024?', 'How many came in 2024 in Merridew?'],
    // A subject
    ['晚稻呢', '早稻什么时候插完？', '晚稻什么时候插完？'],
    ['數位經濟呢？', '怎樣發展海洋經濟？', '怎樣發展數位經濟？'],
    ['what about rural areas?', 'What is due in urban areas?', 'What is due in rural areas?'],
    ['and for women?', 'What is the age for men?', 'What is the age for women?'],
    // Anything else is put behind
    ['农村呢？', '暖气不热找谁？', '暖气不热找谁（农村）？'],
    ['小鱼呢', '明湖有什么鱼', '明湖有什么鱼（小鱼）'],
    ['How about dogs?', 'May I keep cats here?', 'May I keep cats here (dogs)?'],
    ['А что насчёт Мерридью?', 'Сколько стоит билет?', 'Сколько стоит билет (Мерридью)?'],
    ['وماذا عن النساء؟', 'ما سن التقاعد؟', 'ما سن التقاعد (النساء)؟'],
  ])('%s after %s', (message, question, expected) => {
    expect(resolveFollowUp(message, { question })).toBe(expected);
  });

  it('about an article of a regulation means the one that was quoted', () => {
    const question = '图书馆能不能把我的借阅记录交给别人？';
    expect(resolveFollowUp('那第十三条呢？', { question, title: TITLE })).toBe(
      '《清河市图书馆借阅管理规定》第十三条？',
    );
    const english = { question: 'May I bring my dog?', title: 'Rules of the Harbour Library' };
    expect(resolveFollowUp('and article 9?', english)).toBe(
      'Rules of the Harbour Library, article 9?',
    );
  });

  it('never fails, and never repeats the question before', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('那2025年呢', 'and in 2025?', '早稻'),
    );
    fc.assert(
      fc.property(text, text, (message, question) => {
        expect(resolveFollowUp(message, { question })).not.toBe(question);
      }),
    );
  });
});
