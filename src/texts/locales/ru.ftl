## Answers: the bot and the terminal share these.

foundPassages =
    { $count ->
        [one] Найден { $count } фрагмент
        [few] Найдено { $count } фрагмента
        [many] Найдено { $count } фрагментов
       *[other] Найдено { $count } фрагмента
    }
related = Прямого ответа нет, вот что ближе всего
notFound = В библиотеке об этом ничего нет. Попробуйте другими словами или спросите конкретнее.
notAQuestion = Здравствуйте! Я отвечаю только точными цитатами из статей моей библиотеки. Спросите о том, что в них есть.
emptyLibrary = Библиотека пока пуста. Загляните, когда в ней появятся статьи.
alsoIn = Также
lines =
    { $count ->
        [1] строка { $startLine }
       *[other] строки { $startLine }–{ $endLine }
    }
pages =
    { $count ->
        [1] с. { $startPage }
       *[other] с. { $startPage }–{ $endPage }
    }
newestVersion = новейшая версия из { $of }
olderVersion = версия { $number } из { $of }, новейшая от { $newestDate }
olderVersionUndated = версия { $number } из { $of }, есть новее
traceTotal = «{ $wording }»: упоминаний — { $uses }, статей — { $articles }
traceNone = «{ $wording }» в библиотеке не встречается.
traceFirst = Впервые
traceLater = Позже, другими словами
traceUndated = Ещё без даты: { $uses }
howToTrace = Напишите формулировку после команды, например: /trace часы работы
colon = :{" "}

## Answers: the bot only.

youAsked = Вопрос: { $question }
questionTooLong =
    { $limit ->
        [one] Вопрос длинный, я прочёл только первый { $limit } символ.
        [few] Вопрос длинный, я прочёл только первые { $limit } символа.
        [many] Вопрос длинный, я прочёл только первые { $limit } символов.
       *[other] Вопрос длинный, я прочёл только первые { $limit } символа.
    }
restInArticle = Фрагмент слишком длинный и здесь не помещается, целиком он есть в статье.
articleGone = Эта статья изменилась или её больше нет в библиотеке. Задайте вопрос ещё раз.

## First steps.

start =
    Здравствуйте! Я Quoth, бот, который только цитирует.
    Спрашивайте на любом языке: я найду фрагменты с ответом и покажу их слово в слово, с указанием источника.
    Если ответа в библиотеке нет, так и скажу.
tryExample = Попробуйте спросить:
help =
    Просто пришлите вопрос. В группе напишите /ask и вопрос, упомяните меня или ответьте на моё сообщение.

    • Цитаты приводятся слово в слово, самое важное выделено жирным
    • «Контекст» показывает, что было до и после, «Статья» — весь текст
    • «Ещё» присылает остальные фрагменты
    • /trace и формулировка: где она встретилась впервые и сколько раз
    • Можно продолжать с того же места: «а в 2025?»

    /latest: новые статьи; /library: вся библиотека
    /follow и тема: пришлю цитату, когда о ней появится новая статья
    /topics: за чем вы следите
    /settings: язык, ответы, уведомления
howToAsk = Напишите вопрос после команды, например: /ask Когда правило вступает в силу?
onlyText = Я понимаю только текст. Напишите вопрос сообщением.

## Trouble, in kind words.

trouble = Извините, что-то пошло не так, и ответить не получилось. Попробуйте ещё раз чуть позже.
busy = За вами не угнаться! Я отвечаю на вопросы по одному, повторите этот чуть позже, пожалуйста.
maybeUnanswered = Меня прервали, пока я отвечал. Если ответ виден не весь, охотно отвечу ещё раз.
askAgainButton = Ответить ещё раз
maybeUndone = Меня прервали на полпути. Если ответа не видно, отправьте ещё раз.
tooFast =
    { $seconds ->
        [1] Слишком много сразу. Следующий вопрос приму через секунду.
        [one] Слишком много сразу. Следующий вопрос приму через { $seconds } секунду.
        [few] Слишком много сразу. Следующий вопрос приму через { $seconds } секунды.
        [many] Слишком много сразу. Следующий вопрос приму через { $seconds } секунд.
       *[other] Слишком много сразу. Следующий вопрос приму через { $seconds } секунды.
    }
oneMoment =
    { $ahead ->
        [one] Минутку: перед вами { $ahead } вопрос.
        [few] Минутку: перед вами { $ahead } вопроса.
        [many] Минутку: перед вами { $ahead } вопросов.
       *[other] Минутку: перед вами { $ahead } вопроса.
    }

## Feeds, for keepers only.

feedHelp =
    Новые статьи приходят из лент и каналов:

    /feed add https://… добавит ленту RSS, Atom или JSON
    /feed add @channel добавит канал, где я администратор
    /feed list покажет весь список
    /feed remove 3 удалит номер 3, его статьи останутся
feedNone = Лент пока нет.
feedAdded =
    { $entries ->
        [one] Добавлено: { $title }. Сейчас в ленте { $entries } запись, читаю.
        [few] Добавлено: { $title }. Сейчас в ленте { $entries } записи, читаю.
        [many] Добавлено: { $title }. Сейчас в ленте { $entries } записей, читаю.
       *[other] Добавлено: { $title }. Сейчас в ленте { $entries } записи, читаю.
    }
feedAlreadyThere = Уже есть: { $title }
channelAdded = Добавлено: { $name }. Сделайте меня администратором канала, и его посты будут попадать в библиотеку.
channelAllowed = Теперь посты канала «{ $title }» попадают в библиотеку.
channelForgotten = Меня больше нет в канале «{ $title }». Его статьи остаются в библиотеке, новых постов не будет.
feedRemoved = Удалено: { $title }. Статьи остаются в библиотеке.
feedUnknown = Такой ленты нет. Весь список: /feed list
feedWell = прочитано { $when }
feedNotPulled = ещё не прочитано
feedFailing =
    { $times ->
        [1] не удалось прочитать
        [one] не удалось { $times } раз подряд
        [few] не удалось { $times } раза подряд
        [many] не удалось { $times } раз подряд
       *[other] не удалось { $times } раза подряд
    }
feedIsChannel = канал
feedBadAddress = Не могу прочитать такой адрес. Он должен начинаться с https:// или http://.
feedForbidden = Я читаю только открытые адреса интернета, а этот ведёт в частную сеть.
feedUnreachable = Сервер не ответил как следует. Проверьте адрес или попробуйте позже.
feedRefused = По этому адресу ничего нет, или сервер не даёт его прочитать.
feedRedirects = Этот адрес всё время перенаправляет дальше. Пришлите, пожалуйста, последний.
feedTooLarge = Для ленты это слишком много. Может быть, есть лента только с последними записями.
feedInvalid = По этому адресу нет ленты RSS, Atom или JSON.
feedUnsafe = Эта лента объявляет собственные сущности XML, читать её небезопасно.
feedSuggestion = На самой странице указана такая лента: { $address }
deliveryReading = Читаю { $name } …
deliveryProgress = { $name }: { $done } из { $total } фрагментов
deliveryDone =
    { $count ->
        [one] { $name }: { $count } статья
        [few] { $name }: { $count } статьи
        [many] { $name }: { $count } статей
       *[other] { $name }: { $count } статьи
    }
deliveryKnown = Уже в библиотеке, документов: { $count }
deliveryFailed = Не удалось принять { $name }.
deliveryTooLarge = Telegram даёт мне скачивать файлы до { $megabytes } МБ. Файлы побольше положите в наблюдаемую папку.
deliveryUndone = Убрано обратно, статей: { $count }
undoButton = Отменить
detailsButton = Подробнее

## Toasts, 200 characters at most.

staleButton = Эта кнопка устарела, задайте вопрос ещё раз
notYourButton = Это чужой вопрос. Но можете задать мне свой!
alreadyShown = Это уже есть ниже

## Button labels, 24 characters at most.

moreButton = Ещё фрагменты ({ $count })
contextButton = Контекст { $number }
articleButton = Статья { $number }
wholeArticleButton = Статья
backButton = Назад

## What Telegram shows before the first message.

askCommand = Задать вопрос, например: /ask Когда это вступает в силу?
helpCommand = Как это работает
startCommand = Начать сначала
botDescription = Задайте вопрос на любом языке. Я найду в своей библиотеке фрагменты с ответом и покажу их слово в слово: с названием, датой и местом. Ничего не придумываю и не пересказываю, а если ответа в библиотеке нет, так и скажу.
botShortDescription = Бот, который только цитирует: отвечает слово в слово и называет источник.

## Topics and alerts.

followHow =
    Напишите после команды, за чем хотите следить, на любом языке, например: /follow морская экономика

    "точные слова" должны быть в тексте, а -таких быть не должно.
topicTooShort = Это слишком коротко: нужно хотя бы одно слово.
topicTooLong =
    { $limit ->
        [one] Для темы это слишком длинно: не больше { $limit } символа, пожалуйста.
        [few] Для темы это слишком длинно: не больше { $limit } символов, пожалуйста.
        [many] Для темы это слишком длинно: не больше { $limit } символов, пожалуйста.
       *[other] Для темы это слишком длинно: не больше { $limit } символа, пожалуйста.
    }
topicTooWide =
    { $articles ->
        [one] Сюда подходит почти всё: { $fired } из { $articles } статьи. Назовите что-нибудь более конкретное.
        [few] Сюда подходит почти всё: { $fired } из { $articles } статей. Назовите что-нибудь более конкретное.
        [many] Сюда подходит почти всё: { $fired } из { $articles } статей. Назовите что-нибудь более конкретное.
       *[other] Сюда подходит почти всё: { $fired } из { $articles } статьи. Назовите что-нибудь более конкретное.
    }
tooManyTopics =
    { $limit ->
        [one] У вас уже { $limit } тема, больше не поместится. Сначала удалите какую-нибудь: /topics
        [few] У вас уже { $limit } темы, больше не поместится. Сначала удалите какую-нибудь: /topics
        [many] У вас уже { $limit } тем, больше не поместится. Сначала удалите какую-нибудь: /topics
       *[other] У вас уже { $limit } темы, больше не поместится. Сначала удалите какую-нибудь: /topics
    }
alreadyFollowed = Вы уже следите за этой темой: { $name }
adminsOnly = Это могут только администраторы
backTest =
    { $articles ->
        [one] «{ $words }»: подошло бы { $fired } из { $articles } статьи, что есть сейчас.
        [few] «{ $words }»: подошло бы { $fired } из { $articles } статей, что есть сейчас.
        [many] «{ $words }»: подошло бы { $fired } из { $articles } статей, что есть сейчас.
       *[other] «{ $words }»: подошло бы { $fired } из { $articles } статьи, что есть сейчас.
    }
nothingNear = Пока ничего нет, но, может быть, следующая статья будет как раз об этом.
bestSoFar = Лучшее из них:
nowFollowing =
    Тема: { $name }
    Буду присылать цитаты из новых статей. Все темы: /topics, когда писать: /settings
noTopics = Вы пока ни за чем не следите. Начните так: /follow и тема
yourTopics =
    { $count ->
        [one] Вы следите за { $count } темой:
        [few] Вы следите за { $count } темами:
        [many] Вы следите за { $count } темами:
       *[other] Вы следите за { $count } темы:
    }
topicWords = Запрос: { $words }
topicActive = Слежу
topicPaused = На паузе
topicMuted = Без звука
topicStrictness = Строгость: { $strictness }
askName = Ответьте на это сообщение новым названием для темы: { $name }
renamed = Новое название: { $name }
sureToDelete = Больше не следить за темой «{ $name }»?
deleted = Больше не слежу: { $name }
alertOn = Новое по теме: { $topic }
digestOf =
    { $count ->
        [one] { $count } новый фрагмент
        [few] { $count } новых фрагмента
        [many] { $count } новых фрагментов
       *[other] { $count } нового фрагмента
    }
floodOf =
    { $count ->
        [one] Пришло сразу много: { $count } фрагмент в одном сообщении, чтобы не звенеть без конца.
        [few] Пришло сразу много: { $count } фрагмента в одном сообщении, чтобы не звенеть без конца.
        [many] Пришло сразу много: { $count } фрагментов в одном сообщении, чтобы не звенеть без конца.
       *[other] Пришло сразу много: { $count } фрагмента в одном сообщении, чтобы не звенеть без конца.
    }
moreLikeThis = Спасибо! По этой теме буду присылать чуть больше
lessLikeThis = Спасибо! По этой теме буду отбирать чуть строже
settings =
    Когда я пишу вам
    { $timing }
    Тихие часы: { $quiet }
    Часовой пояс: { $zone }
    { $sound }
timingInstant = Сразу
timingDaily = Раз в день, в { $time }
timingWeekly = Раз в неделю, по понедельникам в { $time }
noQuiet = нет
quietHours = с { $from } до { $to }
soundOn = Со звуком
soundOff = Без звука
askZone = По каким часам вы живёте? По ним считаются тихие часы и сводки.
privacy =
    Что я о вас храню:
    • то, что вы выбрали в /settings, с зашифрованным номером вместо имени; удаляется, если от вас нет вестей { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
        *[other] { $days } дня
    }
    • номер этого чата и ваш язык, если вы за чем-то следите
    • ваши темы и когда вам можно писать
    • какие уведомления по ним нашлись и были отправлены
    • ваши сообщения, пока я на них не ответил: не дольше суток
    • вопросы, под ответами на которые ещё есть кнопки, и ваши 👍 и 👎: в течение { $days ->
        [one] { $days } дня
        [few] { $days } дней
        [many] { $days } дней
        *[other] { $days } дня
    }, с зашифрованным номером вместо имени
    • ваш последний вопрос в чате: десять минут, чтобы понимать «а в 2025?»
    • если вы заблокируете меня или удалите аккаунт, всё это исчезнет по истечении { $days ->
        [one] { $days } дня
        [few] { $days } дней
        [many] { $days } дней
        *[other] { $days } дня
    }

    Ни имён, ни сообщений. С этой машины не уходит ничего, кроме моих сообщений вам. /delete_me удалит всё это, а в группе — то, за чем следит группа.
sureToForget = Удалить все темы, настройки и уведомления этого чата? Вернуть их будет нельзя.
forgotten = Готово: об этом чате больше ничего не хранится.
statusLibrary = Документы: { $documents }, статьи: { $articles }, фрагменты: { $passages }
statusReady = Модель и индекс: готовы
statusNotReady = Модель и индекс: { $code } ({ $hint })
statusBot =
    Вопросы в работе: { $questions } (дольше всего ждут { $oldestSeconds } с)
    Последний ответ Telegram: { $pollSeconds } с назад
statusInbox =
    Входящие: ждут { $waiting } (дольше всего { $oldestSeconds } с), в работе { $running }
    Без ответа за два дня: опоздали { $expired }, слишком часто { $refused }, сбой { $failed }, неясно { $unsure }, прервано { $attempts }
statusAlerts =
    Темы: { $topics }
    Ждут отправки: { $waiting } (дольше всего — { $oldestMinutes } мин)
    Отправлено: { $sent }, не вышло: { $dead }, неизвестно: { $unknown }, неясных попыток: { $ambiguous }
statusFeeds = Ленты и каналы: { $feeds }, с ошибками: { $failing }
followButton = Следить за темой
startButton = Начать
cancelButton = Отмена
stricterButton = Строже
looserButton = Мягче
pauseButton = Пауза
resumeButton = Продолжить
muteButton = Без звука
unmuteButton = Со звуком
renameButton = Переименовать
deleteButton = Удалить
keepButton = Оставить
unfollowButton = Не следить
goodButton = 👍 Ещё такое
badButton = 👎 Не то
contextPlainButton = Контекст
timingButton = Как часто
hourButton = Час
quietButton = Тихие часы
zoneButton = Часовой пояс
soundButton = Звук
followCommand = Следить за темой, например: /follow морская экономика
topicsCommand = За чем вы следите
settingsCommand = Язык, ответы, уведомления
privacyCommand = Что о вас хранится
deleteMeCommand = Удалить всё это

## Looking through the library.

libraryHolds =
    В библиотеке { $articles ->
        [one] { $articles } статья
        [few] { $articles } статьи
        [many] { $articles } статей
       *[other] { $articles } статьи
    } из { $documents ->
        [one] { $documents } документа
        [few] { $documents } документов
        [many] { $documents } документов
       *[other] { $documents } документа
    }.
libraryDates =
    { $span ->
        [day] Дата: { $from }.
       *[range] Даты: с { $from } по { $to }.
    }
libraryHow = Листайте кнопками ниже или напишите слова из заголовка после /article.
documentsTitle = Документы
monthsTitle = Какой месяц?
newestTitle = Новые статьи
undated = Без даты
articleCount =
    { $count ->
        [one] { $count } статья
        [few] { $count } статьи
        [many] { $count } статей
       *[other] { $count } статьи
    }
articleHow = Напишите после команды слова из заголовка, например: /article правила библиотеки
titlesFound =
    { $count ->
        [one] Подходит { $count } заголовок:
        [few] Подходят { $count } заголовка:
        [many] Подходят { $count } заголовков:
       *[other] Подходят { $count } заголовка:
    }
moreTitles = И ещё { $count }. Добавьте слово из заголовка, чтобы сузить поиск.
noSuchTitle = Заголовка со словами «{ $words }» нет. Чтобы искать внутри статей, пришлите вопрос без команды.
byDocumentButton = По документам
byDateButton = По датам
newestButton = Новые
libraryButton = Библиотека
libraryCommand = Полистать библиотеку
latestCommand = Новые статьи
articleCommand = Открыть статью по заголовку, например: /article правила библиотеки

## What a reader chooses.

answerSettings =
    Как я отвечаю
    Язык: { $language }
    Цитат в ответе: { $quotes }
    Вид: { $layout }
askLanguage = На каком языке с вами говорить? Цитаты всегда остаются такими, как в статьях.
languageAuto = Как в Telegram
languageButton = Язык
quotesButton = Цитат: { $count }
settingsButton = Настройки
languageCommand = Выбрать язык
sureToForgetMe = Удалить всё, что я о вас храню: настройки, темы, уведомления и вопросы? Вернуть их будет нельзя.

## Follow-ups.

understoodAs = Понял так: { $question }
literalButton = Только мои слова

## What a reader says of an answer.

helpfulButton = 👍 Полезно
notHelpfulButton = 👎 Не помогло
shouldBeThereButton = 👎 Должно быть здесь
wrongPassageButton = Не тот фрагмент
wrongSourceButton = Не тот источник
missingButton = Есть ответ получше
otherReasonButton = Другое
voteThanks = Спасибо, учту
voteTakenBack = Отменено
statusVotes = Оценки ответов: 👍 { $good }, 👎 { $bad }

similarTopic = Похоже, «{ $words }» — то же самое, что тема «{ $name }», за которой вы уже следите. Если объединить, на каждую статью придёт одно уведомление, а не два.
merged = Объединено: вы следите за темой «{ $name }», ничего не придёт дважды.
channelUnknown = Я не администратор канала { $name }. Сделайте меня администратором с правом публикации и попробуйте ещё раз.
keepBothButton = Оставить обе
mergeButton = Объединить

traceCommand = Где формулировка встретилась впервые
catchUpButton = Что было за паузу
caughtUp =
    { $count ->
        [0] За время паузы ничего нового не было.
        [one] За время паузы пришла { $count } статья, сейчас пришлю.
        [few] За время паузы пришли { $count } статьи, сейчас пришлю.
        [many] За время паузы пришло { $count } статей, сейчас пришлю.
       *[other] За время паузы пришло { $count } статьи, сейчас пришлю.
    }

## Places: groups, links, inline mode.

nearestPassage = Прямого ответа нет, ближе всего этот фрагмент
inContextButton = В контексте
howToMention = Напишите вопрос после моего имени, например: @{ $username } Когда правило вступает в силу?
linkedQuote = Это слова из моей библиотеки, без изменений. Если есть вопрос, просто напишите мне.
quoteGone = Фрагмента по этой ссылке в библиотеке больше нет: статью изменили или убрали. Спросите меня, и я поищу, что там есть сейчас.
answerGone = Этот ответ больше не хранится. Пришлите вопрос, и я поищу снова.
shareNumberButton = Поделиться { $number }
shareButton = Поделиться
inlineHint = Напишите вопрос, чтобы привести цитату
inlineAskThere = Спросить в личном чате
inlineNothing = Ничего не найдено
inlineNothingHint = В библиотеке об этом ничего нет. Попробуйте другие слова.

## Layout and corrections.

layoutButton = Вид
layoutPlain = обычный
layoutRich = со сносками
layoutNote = Если ответы теперь выглядят пустыми, ваше приложение ещё не знает такого вида: переключите обратно.
wholeButton = Это одна статья
fixHelp =
    Можно исправить заголовки, даты и границы; номера показывает «Подробнее» под отчётом:

    /fix title 0a1b2c3d4e5f Новый заголовок
    /fix date 0a1b2c3d4e5f 2025-03-08
    /fix join 0a1b2c3d4e5f присоединяет к предыдущей статье
    /fix split 0a1b2c3d4e5f 120 начинает новую статью со строки 120
fixDone = Исправлено. Теперь в документе:
fixFailed = Так исправить не получилось.

## The chat in the terminal.

terminalWelcome =
    { $articles ->
        [one] { $articles } статья для цитат.
        [few] { $articles } статьи для цитат.
        [many] { $articles } статей для цитат.
       *[other] { $articles } статьи для цитат.
    } Введите вопрос; /help — команды, Ctrl-D — выход.
terminalHelp =
    Введите вопрос: ответом будут цитаты из библиотеки, слово в слово.
      /more        остальные фрагменты по последнему вопросу
      /context 1   цитата 1 с текстом вокруг
      /open 1      статья цитаты 1 (Enter: дальше, q: назад); можно и /open с номером статьи
      /articles    что есть в библиотеке
      /help        этот список
      /quit        выход (или Ctrl-D)
terminalNoQuotes = Цитат ещё нет: сначала задайте вопрос.
terminalNoMore = Больше цитат по этому вопросу нет.
terminalNoSuchQuote =
    { $shown ->
        [1] Есть только цитата 1, а не «{ $given }».
       *[other] Нужен номер от 1 до { $shown }, а не «{ $given }».
    }
terminalNoSuchArticle = Статьи { $id } нет. Весь список: /articles
terminalUnknown = Команды { $command } нет. Все команды: /help
terminalStopped = Остановлено.
terminalLeave = Чтобы выйти, нажмите Ctrl-C ещё раз или Ctrl-D.
terminalPager = — { $page }/{ $pages } — Enter: дальше, q: назад
