## Answers: the bot and the terminal share these.

foundPassages = 找到 { $count } 段原文
related = 沒有哪一段直接回答這個問題，以下是最接近的原文
nearestPassage = 沒有哪一段直接回答這個問題，最接近的是這一段
notFound = 文庫裡沒有找到這方面的內容。換個說法，或者問得更具體一點，再試試看。
notAQuestion = 你好！我只用文庫裡的原文回答問題。想了解哪件事、哪條規定，直接問我就好。
emptyLibrary = 文庫還是空的，等放進文章以後再來問吧。
alsoIn = 另見
lines =
    { $count ->
        [1] 第 { $startLine } 行
       *[other] 第 { $startLine }–{ $endLine } 行
    }
pages =
    { $count ->
        [1] 第 { $startPage } 頁
       *[other] 第 { $startPage }–{ $endPage } 頁
    }
newestVersion = 最新版（共 { $of } 版）
olderVersion = 第 { $number } 版（共 { $of } 版，最新版為 { $newestDate }）
olderVersionUndated = 第 { $number } 版（共 { $of } 版，另有新版）
traceTotal = 「{ $wording }」在 { $articles } 篇文章中出現 { $uses } 次
traceNone = 文庫裡沒有出現過「{ $wording }」。
traceFirst = 最早見於
traceLater = 後來的說法
traceUndated = 另有 { $uses } 次沒有日期
howToTrace = 把詞語寫在指令後面就可以，例如：/trace 高品質發展
colon = ：

## Answers: the bot only.

youAsked = 問：{ $question }
questionTooLong = 問題有點長，我只看了前 { $limit } 個字。
restInArticle = 這一段太長，這裡放不下，完整內容請看全文。
articleGone = 這篇文章已經更新，或者不在文庫裡了。請再問一次。
linkedQuote = 以上是文庫原文，一字未改。有想問的，直接傳給我就可以。
quoteGone = 連結指向的這段原文已不在文庫裡：文章改過，或者已經移除。直接問我，我來找找現在的內容。
answerGone = 這個回答已經過期了。把問題傳給我，我再找一次。

## First steps.

start =
    你好，我是 Quoth：只引用、不編造的問答機器人。
    用哪種語言問都可以，我會從文庫裡找出能回答的段落，一字不改，並註明出處。
    文庫裡沒有的，我會直說沒有。
tryExample = 可以先試試：
help =
    直接把問題傳給我就可以。在群組裡請用 /ask 加問題，或者 @我，或者回覆我的訊息。

    • 引文一字不差，粗體是最切題的句子
    • 「上下文」看前後文，「全文」看整篇文章
    • 「再看幾段」給出其餘的段落
    • /trace 加詞語：查它最早的出處和歷次用法
    • 可以接著追問：「那2025年呢？」

    /latest：最新文章；/library：翻閱文庫
    /follow 加主題：有新文章談到它，我就把原文發給你
    /topics：查看追蹤的主題
    /settings：語言、回答和提醒
howToAsk = 把問題寫在指令後面就可以，例如：/ask 這項規定從什麼時候起施行？
howToMention = 把問題寫在我的名字後面就可以，例如：@{ $username } 這項規定從什麼時候起施行？
onlyText = 我只看得懂文字。請把想問的打成一句話傳給我。

## Trouble, in kind words.

trouble = 抱歉，剛才出了點問題，沒能回答。請過一會兒再問一次。
busy = 問得太快了，我得一個一個回答。這個問題請過一會兒再問一次。
maybeUnanswered = 回答這個問題時被打斷了。如果沒看到完整的回答，可以讓我再答一次。
askAgainButton = 再答一次
maybeUndone = 處理這則訊息時被打斷了。如果沒看到回覆，請再傳一次。
tooFast = 一下子問得太多了，請過{ $seconds }秒再問。
oneMoment = 請稍候，前面還有{ $ahead }個問題。

## Feeds, for keepers only.

feedHelp =
    新文章可以來自訂閱來源和頻道：

    /feed add https://…　新增 RSS、Atom 或 JSON 訂閱來源
    /feed add @頻道名　新增頻道（我須是該頻道的管理員）
    /feed list　查看全部
    /feed remove 3　移除第 3 號，已入庫的文章保留
feedNone = 目前沒有訂閱來源。
feedAdded = 已新增：{ $title }。目前有 { $entries } 篇，正在讀入文庫。
feedAlreadyThere = 已經新增過了：{ $title }
channelAdded = 已新增：{ $name }。請把我設為該頻道的管理員，之後的貼文會自動收入文庫。
channelAllowed = 從現在起，頻道「{ $title }」的貼文會收入文庫。
channelForgotten = 我已不在頻道「{ $title }」裡。已入庫的文章保留，不再收錄新貼文。
feedRemoved = 已移除：{ $title }。已入庫的文章保留。
feedUnknown = 沒有這個訂閱來源。用 /feed list 可以查看全部。
feedWell = { $when } 讀取
feedNotPulled = 尚未讀取
feedFailing = 連續失敗 { $times } 次
feedIsChannel = 頻道
feedBadAddress = 這不是可以讀取的網址，應以 https:// 或 http:// 起首。
feedForbidden = 我只讀取公開網際網路上的網址，這個網址指向內部網路。
feedUnreachable = 伺服器沒有正常回應。請檢查網址，或者稍後再試。
feedRefused = 這個網址上沒有內容，或者伺服器不允許讀取。
feedRedirects = 這個網址一直在轉址。請直接傳給我最終的網址。
feedTooLarge = 內容太大，不像訂閱來源。看看有沒有只含最新文章的訂閱來源。
feedInvalid = 這個網址上沒有 RSS、Atom 或 JSON 訂閱來源。
feedUnsafe = 這個訂閱來源自帶實體宣告，讀取不安全。
feedSuggestion = 網頁自己給出了這個訂閱來源：{ $address }

deliveryReading = 正在讀《{ $name }》……
deliveryProgress = 《{ $name }》：已處理 { $done }/{ $total } 段
deliveryDone = 《{ $name }》：找到 { $count } 篇文章
deliveryKnown = 文庫裡已有：{ $count } 份
deliveryFailed = 《{ $name }》沒能收進來。
deliveryTooLarge = Telegram 只允許我下載 { $megabytes } MB 以內的檔案，更大的請放進監看的資料夾。
deliveryUndone =
    { $count ->
        [0] 文庫裡沒有它的文章。
       *[other] 已撤回 { $count } 篇文章。
    }
undoButton = 撤回
detailsButton = 詳情
wholeButton = 其實是一篇
fixHelp =
    可以改標題、日期和文章的起訖；編號見報告下的「詳情」：

    /fix title 0a1b2c3d4e5f 新標題
    /fix date 0a1b2c3d4e5f 2025-03-08
    /fix join 0a1b2c3d4e5f 併入前一篇
    /fix split 0a1b2c3d4e5f 120 從第 120 行起另成一篇
fixDone = 已改好。這份文件現在有：
fixFailed = 沒能這樣改。

## Toasts, 200 characters at most.

staleButton = 這個按鈕已過期，請再問一次
notYourButton = 這是別人的提問，你也可以自己問我
alreadyShown = 已經傳在下面了

## Button labels, 24 characters at most.

moreButton = 再看 { $count } 段
contextButton = 上下文 { $number }
articleButton = 全文 { $number }
shareNumberButton = 分享 { $number }
shareButton = 分享
inContextButton = 看上下文
wholeArticleButton = 全文
backButton = 返回

inlineHint = 輸入問題，引用文庫原文
inlineAskThere = 私訊問我
inlineNothing = 沒有找到
inlineNothingHint = 文庫裡沒有這方面的內容，換個說法試試。

## What Telegram shows before the first message.

askCommand = 提問，例如：/ask 什麼時候開始施行？
helpCommand = 怎麼用
startCommand = 從頭開始
botDescription = 問我一個問題，我從文庫裡找出能回答的原文，一字不改，並註明標題、日期和位置。不編造，不改寫；文庫裡沒有的，就直說沒有。
botShortDescription = 只引用、不編造的問答機器人：原文回答，註明出處。

## Topics and alerts.

followHow =
    把想追蹤的主題寫在指令後面就可以，用哪種語言都行，例如：/follow 海洋經濟

    加引號的「詞語」必須出現，前面加減號的 -詞語 不能出現。
topicTooShort = 這個主題太短了，至少寫一個詞吧。
topicTooLong = 這個主題太長了，請控制在 { $limit } 個字以內。
topicTooWide = 這個主題幾乎什麼都符合：{ $articles } 篇文章裡有 { $fired } 篇。請說得具體一點。
tooManyTopics = 已經追蹤了 { $limit } 個主題，不能再多了。請先用 /topics 刪掉一個。
alreadyFollowed = 已經在追蹤了：{ $name }
adminsOnly = 只有管理員可以這樣做
backTest = 「{ $words }」：現有的 { $articles } 篇文章裡，會提醒 { $fired } 篇。
nothingNear = 目前還沒有，說不定下一篇就是。
bestSoFar = 其中最切題的：
nowFollowing =
    開始追蹤：{ $name }
    有了新文章，我就把原文傳給你。/topics 查看全部主題，/settings 設定什麼時候傳。
noTopics = 還沒有追蹤任何主題。傳送 /follow 加主題就可以開始。
yourTopics = 追蹤的主題（{ $count }）：
topicWords = 原話：{ $words }
topicActive = 追蹤中
topicPaused = 已暫停
topicMuted = 靜音
topicStrictness = 嚴格程度：{ $strictness }
askName = 請回覆這則訊息，給「{ $name }」取個新名字。
renamed = 已改名：{ $name }
sureToDelete = 確定不再追蹤「{ $name }」嗎？
deleted = 已取消追蹤：{ $name }
alertOn = 新消息：{ $topic }
digestOf = { $count } 段新內容
floodOf = 一下子來了很多：這 { $count } 段合成一則訊息，免得一直響。
moreLikeThis = 謝謝，這個主題以後會放寬一點
lessLikeThis = 謝謝，這個主題以後會收緊一點
settings =
    什麼時候傳提醒
    { $timing }
    勿擾：{ $quiet }
    時區：{ $zone }
    { $sound }
timingInstant = 隨時
timingDaily = 每天一次，{ $time }
timingWeekly = 每週一次，星期一{ $time }
noQuiet = 無
quietHours = { $from }–{ $to }
soundOn = 有聲音
soundOff = 靜音
askZone = 你在哪個時區？勿擾和彙整都按它來算。
privacy =
    我保存的內容：
    • 你在 /settings 裡的選擇，{ $days } 天沒來訊息就刪除，只有打亂的編號，沒有名字
    • 如果你追蹤了主題：這個聊天的編號和你的語言
    • 追蹤的主題，以及什麼時候可以傳訊息
    • 為這些主題找到並傳出過哪些提醒
    • 還沒回答的訊息，答完就刪，最多保存一天
    • 答案上還有按鈕的提問，還有你按的 👍 和 👎，保存 { $days } 天，只有打亂的編號，沒有名字
    • 你在聊天裡的上一個提問，保存十分鐘，好聽懂「那2025年呢」這樣的追問
    • 如果你封鎖了我或刪除了帳號，以上內容 { $days } 天後刪除

    不保存名字和聊天內容。除了傳給你的訊息，什麼都不會離開這台機器。/delete_me 會全部刪掉；在群組裡，刪掉的是群組追蹤的內容。
sureToForget = 要刪掉這裡的全部主題、設定和提醒嗎？刪了就找不回來了。
forgotten = 好了，這裡的一切都已刪除。
statusLibrary = 文件：{ $documents }，文章：{ $articles }，段落：{ $passages }
statusReady = 模型和索引：就緒
statusNotReady = 模型和索引：{ $code }（{ $hint }）
statusBot =
    正在處理的提問：{ $questions }（最久等了 { $oldestSeconds } 秒）
    Telegram 上次回應：{ $pollSeconds } 秒前
statusInbox =
    收件匣：等待 { $waiting }（最久 { $oldestSeconds } 秒），處理中 { $running }
    兩天內未答：過期 { $expired }，提問過快 { $refused }，出錯 { $failed }，送達不明 { $unsure }，中斷 { $attempts }
statusAlerts =
    主題：{ $topics }
    等待傳送：{ $waiting }（最久 { $oldestMinutes } 分鐘）
    已傳送：{ $sent }，放棄：{ $dead }，不確定：{ $unknown }，結果不明的嘗試：{ $ambiguous }
statusFeeds = 訂閱來源和頻道：{ $feeds }，出錯：{ $failing }
followButton = 追蹤這個主題
startButton = 開始追蹤
cancelButton = 取消
stricterButton = 嚴一點
looserButton = 寬一點
pauseButton = 暫停
resumeButton = 恢復
muteButton = 靜音
unmuteButton = 取消靜音
renameButton = 改名
deleteButton = 刪除
keepButton = 保留
unfollowButton = 取消追蹤
goodButton = 👍 有用
badButton = 👎 不相關
contextPlainButton = 上下文
timingButton = 多久一次
hourButton = 幾點
quietButton = 勿擾
zoneButton = 時區
soundButton = 聲音
followCommand = 追蹤一個主題，例如：/follow 海洋經濟
traceCommand = 查詞語最早的出處和歷次用法
topicsCommand = 查看追蹤的主題
settingsCommand = 語言、回答和提醒
privacyCommand = 保存了哪些內容
deleteMeCommand = 刪除我的全部內容

## Looking through the library.

libraryHolds = 文庫裡有 { $articles } 篇文章，來自 { $documents } 份文件。
libraryDates =
    { $span ->
        [day] 日期：{ $from }
       *[range] 日期：{ $from } 至 { $to }
    }
libraryHow = 點下面的按鈕翻閱，或者傳送 /article 加標題裡的詞。
documentsTitle = 文件
monthsTitle = 看哪個月的？
newestTitle = 最新文章
undated = 日期不詳
articleCount = { $count } 篇
articleHow = 把標題裡的詞寫在指令後面就行，例如：/article 借閱規則
titlesFound = 標題相近的有 { $count } 篇：
moreTitles = 還有 { $count } 篇沒有列出，多寫一個詞就能找得更準。
noSuchTitle = 沒有標題含「{ $words }」的文章。想查內文，直接把問題傳給我就行。
byDocumentButton = 按文件
byDateButton = 按日期
newestButton = 最新文章
libraryButton = 文庫
libraryCommand = 翻閱文庫
latestCommand = 最新文章
articleCommand = 按標題找文章，例如：/article 借閱規則

## What a reader chooses.

answerSettings =
    怎樣回答
    語言：{ $language }
    每次引用：{ $quotes } 段
    版式：{ $layout }
layoutPlain = 一般
layoutRich = 附註腳
layoutNote = 如果回答顯示為空白，表示你的應用程式還不支援這種版式，請切換回去。
layoutButton = 版式
askLanguage = 我用哪種語言和你說話？引文總是保持原樣。
languageAuto = 依 Telegram 設定
languageButton = 語言
quotesButton = 每次 { $count } 段
settingsButton = 設定
languageCommand = 選擇語言
sureToForgetMe = 要刪掉我保存的一切嗎？包括你的選擇、主題、提醒和提問，刪了就找不回來了。

## Follow-ups.

understoodAs = 我的理解：{ $question }
literalButton = 只按原話查

## What a reader says of an answer.

helpfulButton = 👍 有幫助
notHelpfulButton = 👎 沒幫助
shouldBeThereButton = 👎 文庫裡應該有
wrongPassageButton = 段落不對
wrongSourceButton = 出處不對
missingButton = 該找到的沒找到
otherReasonButton = 其他原因
voteThanks = 謝謝，記下了
voteTakenBack = 已撤回
statusVotes = 對回答的評價：👍 { $good }，👎 { $bad }

similarTopic = 「{ $words }」和已經追蹤的「{ $name }」好像是同一件事。合併以後，一篇文章只提醒一次。
merged = 已合併：繼續追蹤「{ $name }」，不會重複提醒。
channelUnknown = 我不是頻道 { $name } 的管理員。請先把我設為管理員，允許發訊息，再試一次。
keepBothButton = 兩個都留
mergeButton = 合併

catchUpButton = 補看暫停期間的
caughtUp =
    { $count ->
        [0] 暫停期間沒有相關的新文章。
       *[other] 暫停期間有 { $count } 篇相關的新文章，馬上傳給你。
    }

## The chat in the terminal.

terminalWelcome = 共有 { $articles } 篇文章可引用。直接輸入問題，/help 查看指令，Ctrl-D 離開。
terminalHelp =
    直接輸入問題，回答一字不改地引自文庫。
      /more        再看這個問題的幾段引文
      /context 1   引文 1 和它的上下文
      /open 1      引文 1 所在的全文（Enter：下一頁，q：返回），也可以用 /open 編號
      /articles    文庫裡有哪些文章
      /help        看這份說明
      /quit        離開（或按 Ctrl-D）
terminalNoQuotes = 還沒有引文，請先提一個問題。
terminalNoMore = 這個問題沒有更多引文了。
terminalNoSuchQuote =
    { $shown ->
        [1] 只有引文 1，沒有「{ $given }」。
       *[other] 請輸入 1 到 { $shown } 的編號，而不是「{ $given }」。
    }
terminalNoSuchArticle = 沒有編號為 { $id } 的文章，/articles 列出全部文章。
terminalUnknown = 沒有 { $command } 這個指令，/help 列出全部指令。
terminalStopped = 已停止。
terminalLeave = 再按一次 Ctrl-C 或按 Ctrl-D 離開。
terminalPager = — { $page }/{ $pages } — Enter：下一頁，q：返回
