/** Small talk is answered as such; what might be a question never is taken for it. */
import { describe, expect, it } from 'vitest';
import { isChat } from '../../src/answer/recognise-chat.js';

describe('isChat', () => {
  it.each([
    [
      'Chinese',
      [
        '你好',
        '您好！',
        '你好啊～',
        '在吗？',
        '谢谢啦',
        '早上好',
        '再见',
        '谢謝',
        '你是谁？',
        '你好，在吗',
        '谢谢你，今天辛苦啦',
      ],
    ],
    [
      'English',
      [
        'Hi',
        'hello!!!',
        'Good morning',
        'Thanks a lot, good night!',
        'How are you?',
        "what's up",
        'hey, how is it going?',
        'OK',
      ],
    ],
    ['Russian', ['Привет', 'Спасибо!', 'До свидания', 'добрый день']],
    ['Japanese', ['こんにちは', 'ありがとうございます！', 'おはよう']],
    ['Spanish', ['Hola', '¡Buenos días!', 'gracias', '¿Qué tal?']],
    ['French', ['Bonjour !', 'Merci beaucoup', 'Ça va ?', 'au revoir']],
    ['German', ['Hallo', 'Guten Tag!', 'Danke schön', 'Tschüss']],
    ['Korean', ['안녕하세요', '감사합니다!', '안녕']],
    ['Arabic', ['مرحبا', 'شكرا جزيلا']],
  ])('knows greetings and thanks in %s', (_, messages) => {
    expect(messages.filter((message) => !isChat(message))).toEqual([]);
  });

  it.each([
    [
      'Chinese',
      [
        '谢谢你的帮助，明天见',
        '你是谁呀，能做什么？',
        '今天心情不好，陪我聊聊吧',
        '早安，你今天好嗎',
      ],
    ],
    [
      'English',
      [
        'Thank you so much, that was really helpful!',
        'Hi there, who are you?',
        'Are you a robot or a human?',
      ],
    ],
    [
      'Russian',
      ['Спасибо большое, ты мне очень помогла!', 'Доброе утро! Как дела?', 'Кто ты такой?'],
    ],
    [
      'Japanese',
      [
        'あなたは誰ですか？',
        'ありがとう、とても助かりました',
        'おはようございます、今日もよろしくお願いします',
      ],
    ],
    [
      'Spanish',
      [
        '¡Hola! ¿Quién eres y qué sabes hacer?',
        'Muchas gracias por tu ayuda',
        'Hasta mañana, amigo',
      ],
    ],
    ['French', ['Merci beaucoup, à bientôt !', 'Bonsoir, comment ça va ?', 'Es-tu un robot ?']],
    [
      'German',
      [
        'Hallo, bist du ein Mensch oder ein Bot?',
        'Vielen Dank für deine Hilfe!',
        'Ich wünsche einen schönen Tag',
      ],
    ],
    ['Korean', ['안녕하세요, 만나서 반가워요!', '도와주셔서 정말 감사합니다', '누구세요?']],
    ['Vietnamese', ['Xin chào bạn', 'Cảm ơn bạn nhiều nhé!', 'Bạn là ai?']],
    ['Arabic', ['مرحبًا، من أنت؟', 'شكرًا جزيلًا لك', 'صباح الخير']],
  ])('knows whole sentences of small talk in %s', (_, messages) => {
    expect(messages.filter((message) => !isChat(message))).toEqual([]);
  });

  it.each([
    ['nothing', ['', '   ', '\n']],
    ['marks', ['？？？', '...', '!!!', '"']],
    ['emoji', ['😀', '👍👍🎉']],
    ['keys pressed at random', ['asdfghjkl qwerty', 'zxqv 8831 ;;pwoei bbnm', 'a b c d', 'x y']],
    ['one letter or figure again and again', ['aaaa', '111', '哈哈哈哈', 'z']],
  ])('knows that %s is nothing to search for', (_, messages) => {
    expect(messages.filter((message) => !isChat(message))).toEqual([]);
  });

  it.each([
    [
      'Chinese',
      [
        '早稻插完了吗？',
        '稻',
        '你好，大桥什么时候通车？',
        '谢谢信是谁写的？',
        '2025年',
        '在吗啡管理上有什么规定',
        '再见面的时间',
        '谢谢，那大桥是谁建的？',
        '你们的老师是谁？',
      ],
    ],
    [
      'English',
      [
        'When did the bridge open?',
        'rice',
        'Hello, when does the ferry leave?',
        'thanks to whom was it built',
        'What are you allowed to fish?',
        'GDP',
        'Thanks, and who is it?',
        'Are you a bot that knows about rice?',
      ],
    ],
    ['Russian', ['Когда открыли мост?', 'Кто помог?', 'Привет, когда открыли мост?']],
    ['Japanese', ['橋はいつ開通しましたか', 'こんにちは、橋はいつ開通しましたか']],
    ['Spanish', ['¿Cuándo se abrió el puente?', 'Hola, ¿qué es el GDP?']],
    ['French', ['Quand le pont a-t-il ouvert ?', 'Bonjour, où est le pont ?']],
    ['German', ['Wann wurde die Brücke eröffnet?', 'Danke, und wann öffnet sie?']],
    ['Korean', ['다리는 언제 개통했습니까?', '안녕하세요, 다리는 언제 개통했습니까?']],
    ['Arabic', ['متى افتتح الجسر؟']],
  ])('takes questions in %s for questions', (_, messages) => {
    expect(messages.filter(isChat)).toEqual([]);
  });

  it('takes letters without sense for a question, which finds nothing', () => {
    expect(isChat('asdfghjkl')).toBe(false);
  });
});
