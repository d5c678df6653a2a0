/** What people say to a bot that is no question to its library: greetings, thanks, farewells, “who are you?”. */

/** The phrases and the words that go with them in one language. */
interface SmallTalk {
  /** At least one of them must be said; parted by `|`. */
  readonly phrases: string;
  /** Words that may stand beside them, and say nothing by themselves; parted by spaces. */
  readonly fillers: string;
}

/** Written without spaces between words, with Korean, whose endings are many. */
export const UNSPACED_TALK: readonly SmallTalk[] = [
  {
    phrases:
      '你好|您好|大家好|嗨|哈喽|哈啰|在吗|在么|在不在|有人吗|早上好|上午好|中午好|下午好|晚上好|早安|午安|晚安|谢谢|多谢|感谢|辛苦|再见|再会|拜拜|回头见|回见|' +
      '明天见|明天聊|改天聊|下次聊|你是谁|您是谁|你是什么|你叫什么名字|你叫什么|你是机器人|你是真人|你是人工智能|还是真人|还是机器人|你能做什么|你能干什么|你能干啥|你会做什么|' +
      '你会干什么|你会什么|你可以做什么|能做什么|能干什么|能干啥|会做什么|会干什么|讲个笑话|陪我聊聊|陪我聊天|聊聊天|随便聊聊|帮大忙了|帮了大忙|帮到我了|心情不太好|心情不好|心情很好|' +
      '吃了吗|吃饭了吗|最近好吗|最近怎么样|天气真好|天气不错|太好了|太棒了|真棒|真不错|好厉害|很高兴认识你|认识你很高兴|过得好吗|过得怎么样|加油|天气真热|天气好热|天气真冷|天气好冷|今天真热|今天好热|今天真冷|今天好冷|笨蛋|真笨|好笨|太笨了|没用|傻瓜|无聊',
    fillers:
      '你 您 我 我们 你们 了 啊 呀 呢 吗 嘛 啦 哦 喔 噢 吧 哟 哈 的 真的 真是 很 非常 太 今天 今晚 大家 一下 先 朋友 好 都 还 不错 帮忙 帮助 回答 解答 给 对 这么多 机器人 老师',
  },
  {
    phrases:
      'こんにちは|こんばんは|おはようございます|おはよう|おやすみなさい|おやすみ|ありがとうございました|ありがとうございます|ありがとう|どうも|さようなら|またね|また明日|また会いましょう|' +
      'はじめまして|お元気ですか|元気ですか|元気|あなたは誰ですか|あなたは誰|あなたは何ですか|君は誰|誰ですか|お名前は何ですか|お名前は|名前は何ですか|何ができますか|何ができるの|何ができる|' +
      'よろしくお願いします|よろしく|助かりました|助かった|お疲れ様でした|お疲れ様です|お疲れ様|ロボットですか|人間ですか|調子はどうですか|調子はどう|すみません|暑いですね|寒いですね|いい天気ですね|天気がいいですね|いいお天気|役に立たない|ばか|バカ|退屈',
    fillers:
      'とても 本当に 大変 あなた 君 ね よ です ます か は も が の さん 皆さん みなさん 今日 たくさん どうぞ ボット あなたの',
  },
  {
    phrases:
      '안녕하세요|안녕하십니까|안녕히 계세요|안녕히 가세요|안녕|반가워요|반갑습니다|반가워|감사합니다|감사해요|고맙습니다|고마워요|고마워|잘 지내세요|잘 지내셨어요|잘 지내|잘 자요|잘 자|' +
      '안녕히 주무세요|누구세요|누구예요|누구입니까|누구야|뭐 할 수 있어요|뭐 할 수 있어|무엇을 할 수 있나요|무엇을 할 수 있어요|뭘 할 수 있나요|뭘 할 수 있어요|뭘 할 수 있어|수고하세요|수고하셨습니다|수고했어요|' +
      '좋은 하루 보내세요|좋은 아침|좋은 하루|도움이 됐어요|도움이 되었어요|도움이 됐습니다|로봇이에요|로봇인가요|사람이에요|사람인가요|내일 봐요|또 봐요|다음에 봐요|날씨가 좋네요|날씨 좋네요|덥네요|춥네요|바보|쓸모없어|심심해',
    fillers:
      '정말 너무 진짜 많이 대단히 도와주셔서 도와줘서 만나서 알려줘서 알려주셔서 당신은 당신 너는 넌 오늘 오늘도 네 요 큰',
  },
];

export const SPACED_TALK: readonly SmallTalk[] = [
  {
    phrases:
      'hi|hiya|hello|hey|greetings|thanks|thank you|thank u|thx|ty|cheers|bye|bye bye|goodbye|see you|see ya|good morning|good afternoon|good evening|good night|goodnight|how are you|' +
      'how are things|how is it going|hows it going|how do you do|whats up|sup|nice to meet you|pleased to meet you|who are you|what are you|whats your name|what is your name|what can you do|' +
      'what do you do|are you a bot|are you a robot|are you human|are you a human|are you an ai|are you there|tell me a joke|well done|good job|good bot|that was helpful|that helped|you helped me|' +
      'have a nice day|have a good day|have a good one|happy new year|take care|im bored|i love you|nice weather|lovely weather|its hot today|its cold today|are you real|are you a real person|are you a person|are you useless|you are useless|youre useless|stupid|useless|shut up',
    fillers:
      'a an and or so very much isnt lot lots for your the help helpful answer answers there again today doing my friend everyone all you me really bot robot person human real please i am im fine too tomorrow later soon nice great good day evening weekend to quoth ever just ok okay that was is it',
  },
  {
    phrases:
      'привет|здравствуй|здравствуйте|добрый день|доброе утро|добрый вечер|доброй ночи|спокойной ночи|спасибо|благодарю|пока|до свидания|до встречи|до завтра|до скорого|как дела|как ты|' +
      'как поживаешь|как поживаете|кто ты|кто вы|ты кто|вы кто|что ты умеешь|что вы умеете|что ты можешь|как тебя зовут|как вас зовут|ты бот|ты человек|ты робот|вы бот|рад познакомиться|рада познакомиться|' +
      'приятно познакомиться|очень помог|очень помогла|очень помогли|расскажи анекдот|расскажи шутку|хорошего дня|всего доброго|всего хорошего|удачи|молодец|хорошая погода|жарко сегодня|холодно сегодня|прекрасная погода|ты бесполезен|глупый бот|мне скучно',
    fillers:
      'большое огромное тебе вам вас тебя мне ты вы очень и или за помощь ответ ответы всем друг сегодня помог помогла помогли все всё бот робот человек такой такое делать уметь меня это было полезно',
  },
  {
    phrases:
      'hola|buenos días|buen día|buenas tardes|buenas noches|buenas|gracias|adiós|chao|hasta luego|hasta mañana|hasta pronto|nos vemos|qué tal|cómo estás|cómo está|cómo te va|cómo te llamas|' +
      'quién eres|quién es usted|qué eres|qué sabes hacer|qué puedes hacer|eres un bot|eres un robot|eres humano|eres una persona|encantado|encantada|mucho gusto|cuéntame un chiste|que tengas un buen día|me has ayudado|me ayudaste|hace buen tiempo|hace mucho calor|hace calor|hace mucho frío|hace frío|eres inútil|qué tonto|me aburro',
    fillers:
      'muchas mucho muchísimas mil por tu su la el ayuda respuesta todo todos a amigo muy amable hoy un una o y persona humano bot robot de nada tú bien',
  },
  {
    phrases:
      'bonjour|salut|bonsoir|coucou|bonne nuit|bonne soirée|bonne journée|merci|au revoir|à bientôt|à demain|à plus|à plus tard|ça va|comment ça va|comment allez vous|comment vas tu|qui es tu|qui êtes vous|tu es qui|' +
      'comment tu t appelles|comment t appelles tu|que sais tu faire|que peux tu faire|que pouvez vous faire|qu est ce que tu sais faire|es tu un robot|es tu un bot|es tu humain|êtes vous un robot|enchanté|enchantée|raconte moi une blague|il fait beau|beau temps|il fait chaud|il fait froid|tu es nul|tu es inutile|je m ennuie',
    fillers:
      'beaucoup bien mille fois pour votre ton l aide réponse tout le monde toi vous tous et ou un une humain robot bot très mon ami aujourd hui n est ce pas c est gentil de la infiniment encore',
  },
  {
    phrases:
      'hallo|hi|guten tag|guten morgen|guten abend|gute nacht|moin|servus|grüß gott|danke|dankeschön|vielen dank|herzlichen dank|tschüss|tschüs|ciao|auf wiedersehen|bis bald|bis morgen|bis dann|bis später|wie gehts|wie geht s|' +
      'wie geht es dir|wie geht es ihnen|wer bist du|wer sind sie|was bist du|was kannst du|was können sie|wie heißt du|bist du ein mensch|bist du ein bot|bist du ein roboter|freut mich|schönen tag|schönen abend|erzähl mir einen witz|das hat geholfen|du hast mir geholfen|gut gemacht|schönes wetter|es ist heiß heute|es ist kalt heute|du bist nutzlos|du bist dumm|mir ist langweilig',
    fillers:
      'sehr viel für deine ihre hilfe antwort die das alle zusammen schön noch einen wünsche ich ein oder nicht wahr mensch bot roboter heute dir mir und so alles tun war sie du',
  },
  {
    phrases:
      'xin chào|chào|cảm ơn|cám ơn|tạm biệt|hẹn gặp lại|bạn là ai|bạn là gì|bạn tên là gì|bạn tên gì|bạn làm được gì|bạn làm được những gì|bạn có thể làm gì|bạn có thể làm được gì|bạn biết làm gì|bạn khỏe không|bạn có khỏe không|' +
      'chúc ngủ ngon|chào buổi sáng|chào buổi tối|rất vui được gặp bạn|bạn là người hay máy|bạn là robot|bạn là người thật|chúc một ngày tốt lành|kể chuyện cười|trời đẹp|trời nóng|trời lạnh|bạn vô dụng|chán quá',
    fillers:
      'bạn anh chị em cô chú nhiều quá rất lắm nhé ạ ơi mọi người hôm nay nha đã giúp tôi mình vì bot robot à không hay thật',
  },
  {
    phrases:
      'مرحبا|أهلا|أهلا وسهلا|أهلا بك|السلام عليكم|السلام عليكم ورحمة الله|وعليكم السلام|شكرا|مع السلامة|إلى اللقاء|كيف حالك|كيف الحال|من أنت|من انت|ما اسمك|ما أنت|ماذا يمكنك أن تفعل|ماذا تستطيع أن تفعل|ماذا تفعل|' +
      'هل أنت روبوت|هل أنت إنسان|هل أنت بوت|صباح الخير|مساء الخير|تصبح على خير|سررت بلقائك|سعيد بلقائك|تشرفت بمعرفتك|أحسنت|بارك الله فيك|الجو جميل|الطقس جميل|الجو حار|الجو بارد|أنت غبي|لا فائدة منك',
    fillers:
      'جزيلا كثيرا لك لكم على مساعدتك المساعدة يا صديقي جدا اليوم بك أنا أم و إنسان روبوت كل شيء',
  },
];
