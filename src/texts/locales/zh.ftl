## Answers: the bot and the terminal share these.

foundPassages = 找到 { $count } 段原文
related = 没有哪一段直接回答这个问题，下面是最接近的原文
nearestPassage = 没有哪一段直接回答这个问题，最接近的是这一段
notFound = 文库里没有找到这方面的内容。换个说法，或者问得更具体一点，再试试看。
notAQuestion = 你好！我只用文库里的原文回答问题。想了解哪件事、哪条规定，直接问我就好。
emptyLibrary = 文库还是空的，等放进文章以后再来问吧。
alsoIn = 另见
lines =
    { $count ->
        [1] 第 { $startLine } 行
       *[other] 第 { $startLine }–{ $endLine } 行
    }
pages =
    { $count ->
        [1] 第 { $startPage } 页
       *[other] 第 { $startPage }–{ $endPage } 页
    }
newestVersion = 最新版（共 { $of } 版）
olderVersion = 第 { $number } 版（共 { $of } 版，最新版为 { $newestDate }）
olderVersionUndated = 第 { $number } 版（共 { $of } 版，另有新版）
traceTotal = “{ $wording }”在 { $articles } 篇文章中出现 { $uses } 次
traceNone = 文库里没有出现过“{ $wording }”。
traceFirst = 最早见于
traceLater = 后来的说法
traceUndated = 另有 { $uses } 次没有日期
howToTrace = 把词语写在命令后面就行，例如：/trace 高质量发展
colon = ：

## Answers: the bot only.

youAsked = 问：{ $question }
questionTooLong = 问题有点长，我只看了前 { $limit } 个字。
restInArticle = 这一段太长，这里放不下，完整内容请看全文。
articleGone = 这篇文章已经更新，或者不在文库里了。请再问一次。
linkedQuote = 以上是文库原文，一字未改。有想问的，直接发给我就行。
quoteGone = 链接指向的这段原文已不在文库里：文章改过，或者撤下了。直接问我，我来找找现在的内容。
answerGone = 这个回答已经过期了。把问题发给我，我再找一次。

## First steps.

start =
    你好，我是 Quoth：只引用、不编造的问答机器人。
    用哪种语言问都行，我会从文库里找出能回答的段落，一字不改，并注明出处。
    文库里没有的，我会直说没有。
tryExample = 可以先试试：
help =
    直接把问题发给我就行。在群里请用 /ask 加问题，或者 @我，或者回复我的消息。

    • 引文一字不差，加粗的是最切题的句子
    • “上下文”看前后文，“全文”看整篇文章
    • “再看几段”给出其余的段落
    • /trace 加词语：查它最早的出处和历次用法
    • 可以接着追问：“那2025年呢？”

    /latest：最新文章；/library：翻阅文库
    /follow 加主题：有新文章谈到它，我就把原文发给你
    /topics：查看关注的主题
    /settings：语言、回答和提醒
howToAsk = 把问题写在命令后面就行，例如：/ask 这项规定从什么时候起施行？
howToMention = 把问题写在我的名字后面就行，例如：@{ $username } 这项规定从什么时候起施行？
onlyText = 我只看得懂文字。请把想问的打成一句话发给我。

## Trouble, in kind words.

trouble = 抱歉，刚才出了点问题，没能回答。请过一会儿再问一次。
busy = 问得太快啦，我得一个一个回答。这个问题请过一会儿再问一次。
maybeUnanswered = 回答这个问题时被打断了。如果没看到完整的回答，可以让我再答一次。
askAgainButton = 再答一次
maybeUndone = 处理这条消息时被打断了。如果没看到回复，请再发一次。
tooFast = 一下子问得太多了，请过{ $seconds }秒再问。
oneMoment = 请稍等，前面还有{ $ahead }个问题。

## Feeds, for keepers only.

feedHelp =
    新文章可以来自订阅源和频道：

    /feed add https://…　添加 RSS、Atom 或 JSON 订阅源
    /feed add @频道名　添加频道（我须是该频道的管理员）
    /feed list　查看全部
    /feed remove 3　移除第 3 号，已入库的文章保留
feedNone = 还没有订阅源。
feedAdded = 已添加：{ $title }。目前有 { $entries } 篇，正在读入文库。
feedAlreadyThere = 已经添加过了：{ $title }
channelAdded = 已添加：{ $name }。请把我设为该频道的管理员，此后的帖子会自动收入文库。
channelAllowed = 从现在起，频道“{ $title }”的帖子会收入文库。
channelForgotten = 我已不在频道“{ $title }”里。已入库的文章保留，不再收录新帖子。
feedRemoved = 已移除：{ $title }。已入库的文章保留。
feedUnknown = 没有这个订阅源。用 /feed list 可以查看全部。
feedWell = { $when } 读取
feedNotPulled = 尚未读取
feedFailing = 连续失败 { $times } 次
feedIsChannel = 频道
feedBadAddress = 这不是可以读取的网址，应以 https:// 或 http:// 开头。
feedForbidden = 我只读取公开互联网上的网址，这个网址指向内部网络。
feedUnreachable = 服务器没有正常回应。请检查网址，或者稍后再试。
feedRefused = 这个网址上没有内容，或者服务器不允许读取。
feedRedirects = 这个网址一直在跳转。请直接发给我最终的网址。
feedTooLarge = 内容太大，不像订阅源。看看有没有只含最新文章的订阅源。
feedInvalid = 这个网址上没有 RSS、Atom 或 JSON 订阅源。
feedUnsafe = 这个订阅源自带实体声明，读取不安全。
feedSuggestion = 网页自己给出了这个订阅源：{ $address }

deliveryReading = 正在读《{ $name }》……
deliveryProgress = 《{ $name }》：已处理 { $done }/{ $total } 段
deliveryDone = 《{ $name }》：找到 { $count } 篇文章
deliveryKnown = 文库里已有：{ $count } 份
deliveryFailed = 《{ $name }》没能收进来。
deliveryTooLarge = Telegram 只允许我下载 { $megabytes } MB 以内的文件，更大的请放进监视的文件夹。
deliveryUndone =
    { $count ->
        [0] 文库里没有它的文章。
       *[other] 已撤回 { $count } 篇文章。
    }
undoButton = 撤回
detailsButton = 详情
wholeButton = 其实是一篇
fixHelp =
    可以改标题、日期和文章的起止；编号见报告下的“详情”：

    /fix title 0a1b2c3d4e5f 新标题
    /fix date 0a1b2c3d4e5f 2025-03-08
    /fix join 0a1b2c3d4e5f 并入前一篇
    /fix split 0a1b2c3d4e5f 120 从第 120 行起另成一篇
fixDone = 已改好。这份文件现在有：
fixFailed = 没能这样改。

## Toasts, 200 characters at most.

staleButton = 这个按钮已过期，请再问一次
notYourButton = 这是别人的提问，你也可以自己问我
alreadyShown = 已经发在下面了

## Button labels, 24 characters at most.

moreButton = 再看 { $count } 段
contextButton = 上下文 { $number }
articleButton = 全文 { $number }
shareNumberButton = 分享 { $number }
shareButton = 分享
inContextButton = 看上下文
wholeArticleButton = 全文
backButton = 返回

inlineHint = 输入问题，引用文库原文
inlineAskThere = 私聊问我
inlineNothing = 没有找到
inlineNothingHint = 文库里没有这方面的内容，换个说法试试。

## What Telegram shows before the first message.

askCommand = 提问，例如：/ask 什么时候开始施行？
helpCommand = 怎么用
startCommand = 从头开始
botDescription = 问我一个问题，我从文库里找出能回答的原文，一字不改，并注明标题、日期和位置。不编造，不改写；文库里没有的，就直说没有。
botShortDescription = 只引用、不编造的问答机器人：原文回答，注明出处。

## Topics and alerts.

followHow =
    把想关注的主题写在命令后面就行，用哪种语言都可以，例如：/follow 海洋经济

    加引号的“词语”必须出现，前面加减号的 -词语 不能出现。
topicTooShort = 这个主题太短了，至少写一个词吧。
topicTooLong = 这个主题太长了，请控制在 { $limit } 个字以内。
topicTooWide = 这个主题几乎什么都符合：{ $articles } 篇文章里有 { $fired } 篇。请说得具体一点。
tooManyTopics = 已经关注了 { $limit } 个主题，不能再多了。请先用 /topics 删掉一个。
alreadyFollowed = 已经在关注了：{ $name }
adminsOnly = 只有管理员可以这样做
backTest = “{ $words }”：现有的 { $articles } 篇文章里，会提醒 { $fired } 篇。
nothingNear = 目前还没有，说不定下一篇就是。
bestSoFar = 其中最切题的：
nowFollowing =
    开始关注：{ $name }
    有了新文章，我就把原文发给你。/topics 查看全部主题，/settings 设定什么时候发。
noTopics = 还没有关注任何主题。发送 /follow 加主题就可以开始。
yourTopics = 关注的主题（{ $count }）：
topicWords = 原话：{ $words }
topicActive = 关注中
topicPaused = 已暂停
topicMuted = 静音
topicStrictness = 严格程度：{ $strictness }
askName = 请回复这条消息，给“{ $name }”起个新名字。
renamed = 已改名：{ $name }
sureToDelete = 确定不再关注“{ $name }”吗？
deleted = 已取消关注：{ $name }
alertOn = 新消息：{ $topic }
digestOf = { $count } 段新内容
floodOf = 一下子来了很多：这 { $count } 段合成一条消息，免得一直响。
moreLikeThis = 谢谢，这个主题以后会放宽一点
lessLikeThis = 谢谢，这个主题以后会收紧一点
settings =
    什么时候发提醒
    { $timing }
    免打扰：{ $quiet }
    时区：{ $zone }
    { $sound }
timingInstant = 随时
timingDaily = 每天一次，{ $time }
timingWeekly = 每周一次，星期一 { $time }
noQuiet = 无
quietHours = { $from }–{ $to }
soundOn = 有声音
soundOff = 静音
askZone = 你在哪个时区？免打扰和汇总都按它来算。
privacy =
    我保存的内容：
    • 你在 /settings 里的选择，{ $days } 天没来消息就删除，只有打乱的编号，没有名字
    • 如果你关注了主题：这个聊天的编号和你的语言
    • 关注的主题，以及什么时候可以发消息
    • 为这些主题找到并发出过哪些提醒
    • 还没回答的消息，答完就删，最多保存一天
    • 答案上还有按钮的提问，还有你点的 👍 和 👎，保存 { $days } 天，只有打乱的编号，没有名字
    • 你在聊天里的上一个提问，保存十分钟，好听懂“那2025年呢”这样的追问
    • 如果你屏蔽了我或注销了账号，以上内容 { $days } 天后删除

    不保存名字和聊天内容。除了发给你的消息，什么都不会离开这台机器。/delete_me 会全部删掉；在群里，删掉的是群关注的内容。
sureToForget = 要删掉这里的全部主题、设置和提醒吗？删了就找不回来了。
forgotten = 好了，这里的一切都已删除。
statusLibrary = 文档：{ $documents }，文章：{ $articles }，段落：{ $passages }
statusReady = 模型和索引：就绪
statusNotReady = 模型和索引：{ $code }（{ $hint }）
statusBot =
    正在处理的提问：{ $questions }（最久等了 { $oldestSeconds } 秒）
    Telegram 上次回应：{ $pollSeconds } 秒前
statusInbox =
    收件箱：等待 { $waiting }（最久 { $oldestSeconds } 秒），处理中 { $running }
    两天内未答：过期 { $expired }，提问过快 { $refused }，出错 { $failed }，送达不明 { $unsure }，中断 { $attempts }
statusAlerts =
    主题：{ $topics }
    等待发送：{ $waiting }（最久 { $oldestMinutes } 分钟）
    已发送：{ $sent }，放弃：{ $dead }，不确定：{ $unknown }，结果不明的尝试：{ $ambiguous }
statusFeeds = 订阅源和频道：{ $feeds }，出错：{ $failing }
followButton = 关注这个主题
startButton = 开始关注
cancelButton = 取消
stricterButton = 严一点
looserButton = 宽一点
pauseButton = 暂停
resumeButton = 恢复
muteButton = 静音
unmuteButton = 取消静音
renameButton = 改名
deleteButton = 删除
keepButton = 保留
unfollowButton = 取消关注
goodButton = 👍 有用
badButton = 👎 不相关
contextPlainButton = 上下文
timingButton = 多久一次
hourButton = 几点
quietButton = 免打扰
zoneButton = 时区
soundButton = 声音
followCommand = 关注一个主题，例如：/follow 海洋经济
traceCommand = 查词语最早的出处和历次用法
topicsCommand = 查看关注的主题
settingsCommand = 语言、回答和提醒
privacyCommand = 保存了哪些内容
deleteMeCommand = 删除我的全部内容

## Looking through the library.

libraryHolds = 文库里有 { $articles } 篇文章，来自 { $documents } 份文档。
libraryDates =
    { $span ->
        [day] 日期：{ $from }
       *[range] 日期：{ $from } 至 { $to }
    }
libraryHow = 点下面的按钮翻阅，或者发送 /article 加标题里的词。
documentsTitle = 文档
monthsTitle = 看哪个月的？
newestTitle = 最新文章
undated = 日期不详
articleCount = { $count } 篇
articleHow = 把标题里的词写在命令后面就行，例如：/article 借阅规则
titlesFound = 标题相近的有 { $count } 篇：
moreTitles = 还有 { $count } 篇没有列出，多写一个词就能找得更准。
noSuchTitle = 没有标题含“{ $words }”的文章。想查正文内容，直接把问题发给我就行。
byDocumentButton = 按文档
byDateButton = 按日期
newestButton = 最新文章
libraryButton = 文库
libraryCommand = 翻阅文库
latestCommand = 最新文章
articleCommand = 按标题找文章，例如：/article 借阅规则

## What a reader chooses.

answerSettings =
    怎样回答
    语言：{ $language }
    每次引用：{ $quotes } 段
    版式：{ $layout }
layoutPlain = 普通
layoutRich = 带脚注
layoutNote = 如果回答显示为空白，说明你的应用还不支持这种版式，请切换回去。
layoutButton = 版式
askLanguage = 我用哪种语言和你说话？引文总是保持原样。
languageAuto = 跟随 Telegram
languageButton = 语言
quotesButton = 每次 { $count } 段
settingsButton = 设置
languageCommand = 选择语言
sureToForgetMe = 要删掉我保存的一切吗？包括你的选择、主题、提醒和提问，删了就找不回来了。

## Follow-ups.

understoodAs = 我的理解：{ $question }
literalButton = 只按原话查

## What a reader says of an answer.

helpfulButton = 👍 有帮助
notHelpfulButton = 👎 没帮助
shouldBeThereButton = 👎 文库里应该有
wrongPassageButton = 段落不对
wrongSourceButton = 出处不对
missingButton = 该找到的没找到
otherReasonButton = 其他原因
voteThanks = 谢谢，记下了
voteTakenBack = 已撤回
statusVotes = 对回答的评价：👍 { $good }，👎 { $bad }

similarTopic = “{ $words }”和已经关注的“{ $name }”好像是一回事。合并以后，一篇文章只提醒一次。
merged = 已合并：继续关注“{ $name }”，不会重复提醒。
channelUnknown = 我不是频道 { $name } 的管理员。请先把我设为管理员，允许发消息，再试一次。
keepBothButton = 两个都留
mergeButton = 合并

catchUpButton = 补看暂停期间的
caughtUp =
    { $count ->
        [0] 暂停期间没有相关的新文章。
       *[other] 暂停期间有 { $count } 篇相关的新文章，马上发给你。
    }

## The chat in the terminal.

terminalWelcome = 共有 { $articles } 篇文章可引用。直接输入问题，/help 查看命令，Ctrl-D 退出。
terminalHelp =
    直接输入问题，回答一字不改地引自文库。
      /more        再看这个问题的几段引文
      /context 1   引文 1 和它的上下文
      /open 1      引文 1 所在的全文（回车：下一页，q：返回），也可以用 /open 编号
      /articles    文库里有哪些文章
      /help        看这份说明
      /quit        退出（或按 Ctrl-D）
terminalNoQuotes = 还没有引文，请先提一个问题。
terminalNoMore = 这个问题没有更多引文了。
terminalNoSuchQuote =
    { $shown ->
        [1] 只有引文 1，没有“{ $given }”。
       *[other] 请输入 1 到 { $shown } 的编号，而不是“{ $given }”。
    }
terminalNoSuchArticle = 没有编号为 { $id } 的文章，/articles 列出全部文章。
terminalUnknown = 没有 { $command } 这个命令，/help 列出全部命令。
terminalStopped = 已停止。
terminalLeave = 再按一次 Ctrl-C 或按 Ctrl-D 退出。
terminalPager = — { $page }/{ $pages } — 回车：下一页，q：返回
