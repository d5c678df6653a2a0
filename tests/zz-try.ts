import { ANN, LIN } from './support/bot-fixtures.js';
import { openRealApp } from './support/real-app.js';
import { startRunningBotOn } from './support/running-bot.js';

const app = await openRealApp(process.env['IDX'] ?? '/tmp/conv-index');
const bot = await startRunningBotOn(app as never);
const user =
  process.argv[2] === 'en'
    ? ANN
    : process.argv[2] === 'zh'
      ? LIN
      : { ...LIN, language_code: String(process.argv[2]) };
const chat = bot.api.people.openPrivate(user);
const show = (from: number) => {
  for (const m of bot.api.world.see(user.id).slice(from))
    if (m.from === 'bot')
      console.log(
        `[#${m.messageId}] ${m.text}\n   ${m.buttons.map((r) => r.map((b) => `[${b}]`).join(' ')).join('\n   ')}`,
      );
};
for (const step of process.argv.slice(3)) {
  console.log(`\n>>>>> ${step}`);
  const n = bot.api.world.see(user.id).length;
  const c = bot.api.calls.length;
  if (step.startsWith('>')) {
    const id = bot.api.people.press(chat, user, step.slice(1));
    const t = await bot.seeToast(id);
    if (t) console.log(`(toast: ${t})`);
    await new Promise((r) => setTimeout(r, 600));
    const e = bot.api.calls.slice(c).find(({ method }) => method.startsWith('edit'));
    if (e) {
      const m = bot.api.world.see(user.id).find((x) => x.messageId === e.payload['message_id']);
      console.log(
        `(edited #${m?.messageId}) ${m?.text}\n   ${m?.buttons.map((r) => r.map((b) => `[${b}]`).join(' ')).join('\n   ')}`,
      );
    }
    show(n);
  } else {
    bot.api.people.post(chat, user, step);
    await bot.api.until(
      () =>
        bot.api.world
          .see(user.id)
          .slice(n + 1)
          .some((m) => m.from === 'bot'),
      30000,
    );
    await new Promise((r) => setTimeout(r, 200));
    show(n);
  }
}
await bot.close();
await app.close();
process.exit(0);
