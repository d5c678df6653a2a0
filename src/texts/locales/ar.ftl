### Commands stand at the beginning of a line: in the middle of Arabic their slash would turn to the wrong side, and a mark
### against that would come along into copies.

## Answers: the bot and the terminal share these.

foundPassages =
    { $count ->
        [zero] لم أجد أي مقطع
        [one] وجدت مقطعًا واحدًا
        [two] وجدت مقطعين
        [few] وجدت { $count } مقاطع
        [many] وجدت { $count } مقطعًا
       *[other] وجدت { $count } مقطع
    }
related = لا يوجد مقطع يجيب عن هذا مباشرة، وهذه أقرب المقاطع
notFound = لا يوجد في المكتبة شيء عن هذا. جرّب كلمات أخرى أو اسأل عن شيء أكثر تحديدًا.
notAQuestion = مرحبًا! أجيب بالكلمات نفسها الواردة في مقالات مكتبتي. اسألني عمّا تتناوله.
emptyLibrary = المكتبة لا تزال فارغة. عُد إليها عندما تُضاف مقالات.
alsoIn = ورد أيضًا في
lines =
    { $count ->
        [1] السطر { $startLine }
        [2] السطران { $startLine } و{ $endLine }
       *[other] الأسطر من { $startLine } إلى { $endLine }
    }
pages =
    { $count ->
        [1] الصفحة { $startPage }
        [2] الصفحتان { $startPage } و{ $endPage }
       *[other] الصفحات من { $startPage } إلى { $endPage }
    }
newestVersion = أحدث نسخة من أصل { $of }
olderVersion = النسخة { $number } من أصل { $of }، والأحدث بتاريخ { $newestDate }
olderVersionUndated = النسخة { $number } من أصل { $of }، وهناك أحدث منها
traceTotal = «{ $wording }»، عدد المرات: { $uses }، عدد المقالات: { $articles }
traceNone = لا ترد «{ $wording }» في المكتبة.
traceFirst = أول مرة
traceLater = لاحقًا بكلمات أخرى
traceUndated = مرات أخرى بلا تاريخ: { $uses }
howToTrace =
    اكتب العبارة بعد الأمر، مثلًا:
    /trace ساعات العمل
colon = :{" "}

## Answers: the bot only.

youAsked = السؤال: { $question }
questionTooLong =
    { $limit ->
        [zero] السؤال طويل، ولم أقرأ منه شيئًا.
        [one] السؤال طويل، فقرأت الحرف الأول منه فقط.
        [two] السؤال طويل، فقرأت أول حرفين منه فقط.
        [few] السؤال طويل، فقرأت أول { $limit } أحرف منه فقط.
        [many] السؤال طويل، فقرأت أول { $limit } حرفًا منه فقط.
       *[other] السؤال طويل، فقرأت أول { $limit } حرف منه فقط.
    }
restInArticle = هذا المقطع أطول من أن يتسع له المكان هنا، افتح المقال لقراءته كاملًا.
articleGone = تغيّر هذا المقال أو لم يعد في المكتبة. اطرح سؤالك من جديد من فضلك.

## First steps.

start =
    مرحبًا، أنا Quoth، بوت لا يفعل إلا الاقتباس.
    اسأل بأي لغة: أبحث عن المقاطع التي تجيب عن سؤالك وأعرضها حرفيًا مع مصدرها.
    وإن لم يكن الجواب في المكتبة، قلت ذلك بصراحة.
tryExample = جرّب أحد هذه الأسئلة:
help =
    أرسل سؤالك مباشرة. أما في المجموعات فاذكرني، أو ردّ على إحدى رسائلي، أو اكتب الأمر التالي متبوعًا بسؤالك:
    /ask

    • الاقتباسات حرفية، وأهم الجمل بخط عريض
    • «السياق» يعرض ما قبل المقطع وما بعده، و«المقال» يعرض النص كاملًا
    • «مقاطع أخرى» يأتي بالبقية
    • يمكنك المتابعة من حيث كنت: «وفي 2025؟»

    /latest: أحدث المقالات
    /library: المقالات كلها
    /follow ثم موضوع: إذا تناوله مقال جديد اقتبسته لك
    /trace ثم عبارة: أين وردت أول مرة وكم مرة
    /topics ما تتابعه
    /settings: اللغة والإجابات والتنبيهات
howToAsk =
    اكتب سؤالك بعد الأمر، مثلًا:
    /ask متى يبدأ العمل بهذه القاعدة؟
onlyText = لا أقرأ إلا النصوص. اكتب سؤالك في رسالة من فضلك.

## Trouble, in kind words.

trouble = عذرًا، حدث خطأ ما ولم أتمكن من الإجابة. اسأل من جديد بعد قليل.
busy = أنت أسرع مني! أجيب عن سؤال واحد في كل مرة، فأعد إرسال هذا السؤال بعد لحظة من فضلك.
maybeUnanswered = قوطِعتُ وأنا أجيب. إن لم يظهر لك الجواب كاملًا، يسعدني أن أجيب من جديد.
askAgainButton = أجب من جديد
maybeUndone = قوطِعتُ أثناء التنفيذ. إن لم يظهر لك رد، أرسل رسالتك من جديد.
tooFast =
    { $seconds ->
        [zero] وصل الكثير دفعة واحدة. يمكنك أن تسأل الآن.
        [one] وصل الكثير دفعة واحدة. أستقبل سؤالك التالي بعد ثانية.
        [two] وصل الكثير دفعة واحدة. أستقبل سؤالك التالي بعد ثانيتين.
        [few] وصل الكثير دفعة واحدة. أستقبل سؤالك التالي بعد { $seconds } ثوانٍ.
        [many] وصل الكثير دفعة واحدة. أستقبل سؤالك التالي بعد { $seconds } ثانية.
       *[other] وصل الكثير دفعة واحدة. أستقبل سؤالك التالي بعد { $seconds } ثانية.
    }
oneMoment =
    { $ahead ->
        [zero] لحظة من فضلك: حان دورك.
        [one] لحظة من فضلك: قبلك سؤال واحد.
        [two] لحظة من فضلك: قبلك سؤالان.
        [few] لحظة من فضلك: قبلك { $ahead } أسئلة.
        [many] لحظة من فضلك: قبلك { $ahead } سؤالًا.
       *[other] لحظة من فضلك: قبلك { $ahead } سؤال.
    }

## Feeds, for keepers only.

feedHelp =
    تأتي المقالات الجديدة من الخلاصات والقنوات:

    /feed add https://… لإضافة خلاصة RSS أو Atom أو JSON
    /feed add @channel لإضافة قناة أنا مشرف فيها
    /feed list لعرضها كلها
    /feed remove 3 لإزالة رقم 3 مع بقاء مقالاته
feedNone = لا توجد خلاصات بعد.
feedAdded =
    { $entries ->
        [zero] تمت الإضافة: { $title }. الخلاصة فارغة الآن.
        [one] تمت الإضافة: { $title }. فيها الآن مادة واحدة، وأنا أقرؤها.
        [two] تمت الإضافة: { $title }. فيها الآن مادتان، وأنا أقرؤهما.
        [few] تمت الإضافة: { $title }. فيها الآن { $entries } مواد، وأنا أقرؤها.
        [many] تمت الإضافة: { $title }. فيها الآن { $entries } مادة، وأنا أقرؤها.
       *[other] تمت الإضافة: { $title }. فيها الآن { $entries } مادة، وأنا أقرؤها.
    }
feedAlreadyThere = مضافة من قبل: { $title }
channelAdded = تمت الإضافة: { $name }. اجعلني مشرفًا في هذه القناة، وستدخل منشوراتها إلى المكتبة.
channelAllowed = من الآن فصاعدًا تدخل منشورات «{ $title }» إلى المكتبة.
channelForgotten = لم أعد في «{ $title }». تبقى مقالاتها في المكتبة، ولن تصل منشورات جديدة.
feedRemoved = تمت الإزالة: { $title }. تبقى المقالات في المكتبة.
feedUnknown =
    لا أعرف هذه الخلاصة. لعرضها كلها:
    /feed list
feedWell = قُرئت في { $when }
feedNotPulled = لم تُقرأ بعد
feedFailing =
    { $times ->
        [zero] لم تفشل
        [one] فشلت مرة واحدة
        [two] فشلت مرتين متتاليتين
        [few] فشلت { $times } مرات متتالية
        [many] فشلت { $times } مرة متتالية
       *[other] فشلت { $times } مرة متتالية
    }
feedIsChannel = قناة
feedBadAddress = لا أستطيع قراءة هذا العنوان. ينبغي أن يكون عنوان ويب كاملًا يبدأ بـ https أو http.
feedForbidden = لا أقرأ إلا العناوين العامة على الإنترنت، وهذا العنوان يقود إلى شبكة خاصة.
feedUnreachable = لم يستجب الخادم كما ينبغي. تحقق من العنوان أو حاول لاحقًا.
feedRefused = لا يوجد شيء على هذا العنوان، أو أن الخادم لا يسمح بقراءته.
feedRedirects = هذا العنوان يحيل إلى غيره مرة بعد مرة. أرسل إليّ العنوان الأخير من فضلك.
feedTooLarge = هذا أكبر من أن يكون خلاصة. لعل هناك خلاصة تضم أحدث المواد فقط.
feedInvalid = لا توجد خلاصة RSS أو Atom أو JSON على هذا العنوان.
feedUnsafe = تعرّف هذه الخلاصة كيانات خاصة بها، وقراءتها غير آمنة.
feedSuggestion =
    تشير الصفحة نفسها إلى هذه الخلاصة:
    { $address }
deliveryReading = أقرأ { $name } …
deliveryProgress = { $name }: { $done } من أصل { $total } من المقاطع
deliveryDone =
    { $count ->
        [zero] { $name }: لا مقالات
        [one] { $name }: مقال واحد
        [two] { $name }: مقالان
        [few] { $name }: { $count } مقالات
        [many] { $name }: { $count } مقالًا
       *[other] { $name }: { $count } مقال
    }
deliveryKnown = موجود في المكتبة من قبل، عدد المستندات: { $count }
deliveryFailed = تعذّرت إضافة { $name }.
deliveryTooLarge = يسمح لي تيليجرام بتنزيل ملفات حتى { $megabytes } ميغابايت. ضع الملفات الأكبر في مجلد مراقَب.
deliveryUndone = عدد المقالات التي أُزيلت: { $count }
undoButton = تراجع
detailsButton = التفاصيل

## Toasts, 200 characters at most.

staleButton = انتهت صلاحية هذا الزر، اسأل من جديد
notYourButton = هذا سؤال شخص آخر. يمكنك أن تسألني أنت أيضًا!
alreadyShown = هو معروض في الأسفل

## Button labels, 24 characters at most.

moreButton = مقاطع أخرى ({ $count })
contextButton = السياق { $number }
articleButton = المقال { $number }
wholeArticleButton = المقال
backButton = رجوع

## What Telegram shows before the first message.

askCommand = اطرح سؤالًا، مثل: متى يبدأ العمل به؟
helpCommand = كيف يعمل
startCommand = البدء من جديد
botDescription = اسألني بأي لغة. أبحث في مكتبتي عن المقاطع التي تجيب عن سؤالك وأعرضها حرفيًا، مع العنوان والتاريخ والموضع. لا أختلق شيئًا ولا أعيد صياغته، وإن لم يكن الجواب في المكتبة قلت ذلك.
botShortDescription = بوت لا يفعل إلا الاقتباس: يجيب حرفيًا ويذكر المصدر.

## Topics and alerts.

followHow =
    اكتب بعد الأمر ما تريد متابعته، بأي لغة، مثلًا:
    /follow الاقتصاد البحري

    "كلمات بعينها" بين علامتي اقتباس يجب أن ترد، وما تسبقه علامة ناقص يجب ألا يرد.
topicTooShort = هذا أقصر من أن يُتابَع، اكتب كلمة على الأقل.
topicTooLong =
    { $limit ->
        [zero] الموضوع طويل جدًا، اختصره من فضلك.
        [one] الموضوع طويل جدًا، اكتفِ بحرف واحد من فضلك.
        [two] الموضوع طويل جدًا، اكتفِ بحرفين من فضلك.
        [few] الموضوع طويل جدًا، اكتفِ بـ { $limit } أحرف من فضلك.
        [many] الموضوع طويل جدًا، اكتفِ بـ { $limit } حرفًا من فضلك.
       *[other] الموضوع طويل جدًا، اكتفِ بـ { $limit } حرف من فضلك.
    }
topicTooWide = يكاد هذا ينطبق على كل شيء: { $fired } من أصل { $articles } من المقالات. اذكر شيئًا أكثر تحديدًا من فضلك.
tooManyTopics =
    { $limit ->
        [zero] لا أستطيع حفظ مواضيع. لحذف أحدها أولًا:
        [one] أنت تتابع موضوعًا واحدًا، وهو أقصى ما أحفظه. لحذفه أولًا:
        [two] أنت تتابع موضوعين، وهما أقصى ما أحفظه. لحذف أحدهما أولًا:
        [few] أنت تتابع { $limit } مواضيع، وهي أقصى ما أحفظه. لحذف أحدها أولًا:
        [many] أنت تتابع { $limit } موضوعًا، وهي أقصى ما أحفظه. لحذف أحدها أولًا:
       *[other] أنت تتابع { $limit } موضوع، وهي أقصى ما أحفظه. لحذف أحدها أولًا:
    }
    /topics
alreadyFollowed = أنت تتابع هذا من قبل: { $name }
adminsOnly = لا يقدر على هذا إلا المشرفون
backTest = «{ $words }»: ينطبق على { $fired } من أصل { $articles } من المقالات الموجودة الآن.
nothingNear = لا شيء حتى الآن، وقد يأتي به المقال التالي.
bestSoFar = أقربها:
nowFollowing =
    بدأت المتابعة: { $name }
    سأقتبس لك من المقالات الجديدة فور وصولها.
    /topics كل ما تتابعه
    /settings متى أكتب إليك
noTopics =
    لا تتابع شيئًا بعد. ابدأ بهذا الأمر متبوعًا بموضوع:
    /follow
yourTopics =
    { $count ->
        [zero] لا تتابع أي موضوع:
        [one] تتابع موضوعًا واحدًا:
        [two] تتابع موضوعين:
        [few] تتابع { $count } مواضيع:
        [many] تتابع { $count } موضوعًا:
       *[other] تتابع { $count } موضوع:
    }
topicWords = الكلمات: { $words }
topicActive = قيد المتابعة
topicPaused = متوقف مؤقتًا
topicMuted = بلا صوت
topicStrictness = درجة التشدد: { $strictness }
askName = ردّ على هذه الرسالة باسم جديد للموضوع: { $name }
renamed = الاسم الجديد: { $name }
sureToDelete = هل تريد إلغاء متابعة «{ $name }» نهائيًا؟
deleted = أُلغيت المتابعة: { $name }
alertOn = جديد عن: { $topic }
digestOf =
    { $count ->
        [zero] لا مقاطع جديدة
        [one] مقطع جديد واحد
        [two] مقطعان جديدان
        [few] { $count } مقاطع جديدة
        [many] { $count } مقطعًا جديدًا
       *[other] { $count } مقطع جديد
    }
floodOf =
    { $count ->
        [zero] لم يصل شيء جديد.
        [one] وصل الكثير دفعة واحدة: مقطع واحد في رسالة واحدة، كي لا يرن الهاتف طوال الوقت.
        [two] وصل الكثير دفعة واحدة: مقطعان في رسالة واحدة، كي لا يرن الهاتف طوال الوقت.
        [few] وصل الكثير دفعة واحدة: { $count } مقاطع في رسالة واحدة، كي لا يرن الهاتف طوال الوقت.
        [many] وصل الكثير دفعة واحدة: { $count } مقطعًا في رسالة واحدة، كي لا يرن الهاتف طوال الوقت.
       *[other] وصل الكثير دفعة واحدة: { $count } مقطع في رسالة واحدة، كي لا يرن الهاتف طوال الوقت.
    }
moreLikeThis = شكرًا، سأتوسع قليلًا في هذا الموضوع من الآن
lessLikeThis = شكرًا، سأتشدد قليلًا في هذا الموضوع من الآن
settings =
    متى أكتب إليك
    { $timing }
    ساعات الهدوء: { $quiet }
    المنطقة الزمنية: { $zone }
    { $sound }
timingInstant = فورًا
timingDaily = مرة في اليوم، الساعة { $time }
timingWeekly = مرة في الأسبوع، يوم الاثنين الساعة { $time }
noQuiet = لا توجد
quietHours = من { $from } إلى { $to }
soundOn = مع صوت
soundOff = بلا صوت
askZone = ما توقيتك؟ تُحسب به ساعات الهدوء ومواعيد الملخصات.
privacy =
    ما أحفظه عنك:
    • ما اخترته في الإعدادات، حتى تمضي { $days ->
        [zero] { $days } يوم
        [one] يوم واحد
        [two] يومين
        [few] { $days } أيام
        [many] { $days } يومًا
        *[other] { $days } يوم
    } دون خبر منك، مع رقم مموَّه بدل اسمك
    • رقم هذه المحادثة ولغتك، إن كنت تتابع شيئًا
    • المواضيع التي تتابعها ومتى يمكنني أن أكتب إليك
    • ما وُجد لها من تنبيهات وما أُرسل
    • رسائلك إلى أن أجيب عنها، يومًا واحدًا على الأكثر
    • الأسئلة التي ما زالت لأجوبتها أزرار، وتقييماتك 👍 و👎، مدة { $days ->
        [zero] { $days } يوم
        [one] يوم واحد
        [two] يومين
        [few] { $days } أيام
        [many] { $days } يومًا
        *[other] { $days } يوم
    }، مع رقم مموَّه بدل اسمك
    • سؤالك الأخير في المحادثة، مدة عشر دقائق، كي أفهم «وفي 2025؟»
    • إذا حظرتني أو حذفت حسابك، يُحذف كل ذلك بعد مدة { $days ->
        [zero] { $days } يوم
        [one] يوم واحد
        [two] يومين
        [few] { $days } أيام
        [many] { $days } يومًا
        *[other] { $days } يوم
    }

    لا أسماء ولا رسائل. لا يخرج من هذا الجهاز شيء سوى رسائلي إليك.
    /delete_me لحذف كل ذلك، وفي المجموعة حذف ما تتابعه المجموعة
sureToForget = هل تريد حذف كل مواضيع هذه المحادثة وإعداداتها وتنبيهاتها؟ لا يمكن التراجع عن ذلك.
forgotten = تم: لم يعد أي شيء من هذه المحادثة محفوظًا.
statusLibrary = المستندات: { $documents }، المقالات: { $articles }، المقاطع: { $passages }
statusReady = النموذج والفهرس: جاهزان
statusNotReady = النموذج والفهرس: { $code } ({ $hint })
statusBot =
    أسئلة قيد المعالجة: { $questions } (أقدمها منذ { $oldestSeconds } ث)
    آخر رد من تيليجرام: منذ { $pollSeconds } ث
statusInbox =
    الوارد: في الانتظار { $waiting } (أقدمها منذ { $oldestSeconds } ث)، قيد المعالجة { $running }
    دون جواب خلال يومين: فات أوانها { $expired }، كثيرة دفعة واحدة { $refused }، فشلت { $failed }، غير مؤكدة { $unsure }، انقطعت { $attempts }
statusAlerts =
    المواضيع: { $topics }
    تنبيهات تنتظر: { $waiting } (أقدمها منذ { $oldestMinutes } د)
    أُرسلت: { $sent }، تُركت: { $dead }، غير معروفة: { $unknown }، محاولات غير مؤكدة: { $ambiguous }
statusFeeds = الخلاصات والقنوات: { $feeds }، المتعثرة: { $failing }
followButton = تابِع هذا الموضوع
startButton = ابدأ
cancelButton = إلغاء
stricterButton = أكثر تشددًا
looserButton = أقل تشددًا
pauseButton = إيقاف مؤقت
resumeButton = استئناف
muteButton = كتم الصوت
unmuteButton = إعادة الصوت
renameButton = تغيير الاسم
deleteButton = حذف
keepButton = إبقاء
unfollowButton = إلغاء المتابعة
goodButton = 👍 المزيد من هذا
badButton = 👎 ليس هذا
contextPlainButton = السياق
timingButton = كم مرة
hourButton = الساعة
quietButton = ساعات الهدوء
zoneButton = المنطقة الزمنية
soundButton = الصوت
followCommand = تابِع موضوعًا، مثل: الاقتصاد البحري
topicsCommand = ما تتابعه
settingsCommand = اللغة والأجوبة والتنبيهات
privacyCommand = ما يُحفظ عنك
deleteMeCommand = حذف كل ذلك

## Looking through the library.

libraryHolds =
    في المكتبة { $articles ->
        [zero] لا مقالات
        [one] مقال واحد
        [two] مقالان
        [few] { $articles } مقالات
        [many] { $articles } مقالًا
       *[other] { $articles } مقال
    } في { $documents ->
        [zero] لا مستندات
        [one] مستند واحد
        [two] مستندين
        [few] { $documents } مستندات
        [many] { $documents } مستندًا
       *[other] { $documents } مستند
    }.
libraryDates =
    { $span ->
        [day] التاريخ: { $from }
       *[range] من { $from } إلى { $to }
    }
libraryHow =
    تصفّحها بالأزرار، أو اكتب كلمات من العنوان بعد الأمر:
    /article
documentsTitle = المستندات
monthsTitle = أي شهر؟
newestTitle = أحدث المقالات
undated = بلا تاريخ
articleCount =
    { $count ->
        [zero] لا مقالات
        [one] مقال واحد
        [two] مقالان
        [few] { $count } مقالات
        [many] { $count } مقالًا
       *[other] { $count } مقال
    }
articleHow =
    اكتب كلمات من العنوان بعد الأمر، مثلًا:
    /article نظام المكتبة
titlesFound =
    { $count ->
        [zero] لا عنوان قريب:
        [one] عنوان واحد قريب:
        [two] عنوانان قريبان:
        [few] { $count } عناوين قريبة:
        [many] { $count } عنوانًا قريبًا:
       *[other] { $count } عنوان قريب:
    }
moreTitles = وهناك غيرها ({ $count })، كلمة أخرى من العنوان تضيّق البحث.
noSuchTitle = لا عنوان فيه «{ $words }». للبحث داخل المقالات أرسل سؤالك من دون الأمر.
byDocumentButton = حسب المستند
byDateButton = حسب التاريخ
newestButton = الأحدث
libraryButton = المكتبة
libraryCommand = تصفّح المكتبة
latestCommand = أحدث المقالات
articleCommand = افتح مقالًا بعنوانه، مثل: نظام المكتبة

## What a reader chooses.

answerSettings =
    كيف أجيب
    اللغة: { $language }
    عدد الاقتباسات في الجواب: { $quotes }
    طريقة العرض: { $layout }
askLanguage = بأي لغة أتحدث إليك؟ أما الاقتباسات فتبقى دائمًا كما وردت في المقالات.
languageAuto = كما في تيليجرام
languageButton = اللغة
quotesButton = الاقتباسات: { $count }
settingsButton = الإعدادات
languageCommand = اختيار اللغة
sureToForgetMe = هل تريد حذف كل ما أحفظه عنك: الاختيارات والمواضيع والتنبيهات والأسئلة؟ لا يمكن التراجع عن ذلك.

## Follow-ups.

understoodAs = فهمت سؤالك هكذا: { $question }
literalButton = كلماتي فقط

## What a reader says of an answer.

helpfulButton = 👍 مفيد
notHelpfulButton = 👎 غير مفيد
shouldBeThereButton = 👎 يجب أن يكون موجودًا
wrongPassageButton = مقطع خاطئ
wrongSourceButton = مصدر خاطئ
missingButton = يوجد ما هو أفضل
otherReasonButton = سبب آخر
voteThanks = شكرًا، سُجّل رأيك
voteTakenBack = أُلغي
statusVotes = تقييم الأجوبة: 👍 { $good }، 👎 { $bad }

similarTopic = يبدو أن «{ $words }» هو نفسه «{ $name }» الذي تتابعه من قبل. إن دمجتهما وصلك تنبيه واحد لكل مقال لا تنبيهان.
merged = تم الدمج: أنت تتابع «{ $name }»، ولن يصلك شيء مرتين.
channelUnknown = لست مشرفًا في القناة { $name }. اجعلني مشرفًا فيها مع صلاحية النشر، ثم حاول من جديد.
keepBothButton = إبقاء الاثنين
mergeButton = دمج

traceCommand = أين وردت عبارة أول مرة
catchUpButton = ما فاتني
caughtUp =
    { $count ->
        [zero] لم يصل شيء أثناء التوقف.
        [one] وصل مقال واحد أثناء التوقف، وهو في طريقه إليك.
        [two] وصل مقالان أثناء التوقف، وهما في طريقهما إليك.
        [few] وصلت { $count } مقالات أثناء التوقف، وهي في طريقها إليك.
        [many] وصل { $count } مقالًا أثناء التوقف، وهي في طريقها إليك.
       *[other] وصل { $count } مقال أثناء التوقف، وهي في طريقها إليك.
    }

## Places: groups, links, inline mode.

nearestPassage = لا يجيب أي مقطع عن هذا مباشرة، وهذا أقربها
inContextButton = في السياق
howToMention = اكتب سؤالك بعد اسمي، مثلًا: @{ $username } متى يبدأ العمل بالقاعدة؟
linkedQuote = من مكتبتي، حرفًا بحرف. إن كان لديك سؤال فاكتب إليّ.
quoteGone = المقطع الذي يشير إليه هذا الرابط لم يعد في المكتبة: تغيّر مقاله أو أُزيل. اسألني وسأبحث عما فيها الآن.
answerGone = لم تعد هذه الإجابة محفوظة. أرسل السؤال وسأبحث من جديد.
shareNumberButton = مشاركة { $number }
shareButton = مشاركة
inlineHint = اكتب سؤالًا للاقتباس من المكتبة
inlineAskThere = اسألني على انفراد
inlineNothing = لم يُعثر على شيء
inlineNothingHint = ليس في المكتبة شيء عن هذا. جرّب كلمات أخرى.

## Layout and corrections.

layoutButton = طريقة العرض
layoutPlain = عادية
layoutRich = مع حواشٍ
layoutNote = إذا بدت الإجابات فارغة الآن، فتطبيقك لا يعرف هذه الطريقة بعد: ارجع إلى السابقة.
wholeButton = إنه مقال واحد
fixHelp =
    يمكن تصحيح العناوين والتواريخ وحدود المقالات؛ الأرقام في «التفاصيل» تحت التقرير:

    /fix title 0a1b2c3d4e5f عنوان جديد
    /fix date 0a1b2c3d4e5f 2025-03-08
    /fix join 0a1b2c3d4e5f يضمّه إلى المقال السابق
    /fix split 0a1b2c3d4e5f 120 يبدأ مقالًا جديدًا من السطر 120
fixDone = تم التصحيح. في المستند الآن:
fixFailed = تعذّر التصحيح بهذه الطريقة.

## The chat in the terminal.

terminalWelcome =
    { $articles ->
        [zero] لا مقالات للاقتباس منها.
        [one] مقال واحد للاقتباس منه.
        [two] مقالان للاقتباس منهما.
        [few] { $articles } مقالات للاقتباس منها.
        [many] { $articles } مقالًا للاقتباس منها.
       *[other] { $articles } مقال للاقتباس منها.
    } اكتب سؤالك، وللخروج Ctrl-D، ولعرض الأوامر:
    /help
terminalHelp =
    اكتب سؤالك، وسيأتيك الجواب مقتبسًا حرفيًا من المكتبة.
    /more
      مقاطع أخرى عن السؤال الأخير
    /context 1
      الاقتباس 1 مع سياقه
    /open 1
      مقال الاقتباس 1، ويمكن كتابة معرّف المقال بدل الرقم
      للصفحة التالية Enter وللرجوع q
    /articles
      ما في المكتبة
    /help
      هذه القائمة
    /quit
      الخروج، وكذلك Ctrl-D
terminalNoQuotes = لا اقتباسات بعد، اطرح سؤالًا أولًا.
terminalNoMore = لا مقاطع أخرى عن هذا السؤال.
terminalNoSuchQuote =
    { $shown ->
        [1] لا يوجد إلا الاقتباس 1، لا «{ $given }».
       *[other] اكتب رقمًا من 1 إلى { $shown } بدل «{ $given }».
    }
terminalNoSuchArticle =
    لا يوجد مقال { $id }. لعرضها كلها:
    /articles
terminalUnknown =
    لا يوجد أمر { $command }. لعرض الأوامر:
    /help
terminalStopped = توقّف.
terminalLeave = للخروج اضغط Ctrl-C مرة أخرى أو Ctrl-D.
terminalPager = — { $page }/{ $pages } — للصفحة التالية Enter وللرجوع q
