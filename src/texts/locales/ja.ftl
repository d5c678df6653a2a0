## Answers: the bot and the terminal share these.

foundPassages = { $count }か所見つかりました
related = この質問に直接答える箇所はありません。近いものはこちらです
notFound = この内容は文庫に見つかりませんでした。別の言い方か、もう少し具体的な質問で試してみてください。
notAQuestion = こんにちは！文庫の記事を、原文のまま引用してお答えします。知りたいことをお聞きください。
emptyLibrary = 文庫はまだ空です。記事が入ったころに、またお越しください。
alsoIn = ほかの掲載先
lines =
    { $count ->
        [1] { $startLine }行目
       *[other] { $startLine }～{ $endLine }行目
    }
pages =
    { $count ->
        [1] { $startPage }ページ
       *[other] { $startPage }～{ $endPage }ページ
    }
newestVersion = 全{ $of }版のうち最新版
olderVersion = 全{ $of }版のうち第{ $number }版、最新版は{ $newestDate }
olderVersionUndated = 全{ $of }版のうち第{ $number }版、より新しい版あり
traceTotal = 「{ $wording }」：{ $articles }件の記事に{ $uses }回
traceNone = 「{ $wording }」は文庫のどこにもありません。
traceFirst = 最初の例
traceLater = その後の言い方
traceUndated = ほかに日付のないものが{ $uses }回
howToTrace = コマンドのあとに言葉を書いてください。例：/trace 開館時間
colon = ：

## Answers: the bot only.

youAsked = 質問：{ $question }
questionTooLong = 質問が長いため、最初の{ $limit }文字だけを読みました。
restInArticle = この箇所は長くて入りきりません。続きは記事全文でご覧ください。
articleGone = この記事は更新されたか、文庫からなくなりました。もう一度質問してください。

## First steps.

start =
    こんにちは、Quothです。引用だけで答えるボットです。
    どの言語でもご質問ください。答えになる箇所を探し、原文のまま、出典とともにお見せします。
    文庫に答えがなければ、ないとお伝えします。
tryExample = たとえば、こちらをどうぞ：
help =
    質問をそのまま送ってください。グループでは /ask に続けて質問を書くか、私をメンションするか、私のメッセージに返信してください。

    • 引用は一字一句そのまま。とくに答えに近い文は太字です
    • 「前後」で前後の文、「全文」で記事全体を表示します
    • 「続き」で残りの箇所を表示します
    • /trace に続けて言葉：最初に出てくる箇所と回数
    • 続けて聞けます：「では2025年は？」

    /latest：新着記事、/library：全記事
    /follow に続けてテーマ：新しい記事が触れたら、引用してお送りします
    /topics：フォロー中のトピック
    /settings：言語・回答・お知らせ
howToAsk = コマンドのあとに質問を書いてください。例：/ask この規則はいつから施行されますか？
onlyText = 読めるのはテキストだけです。質問を文字で送ってください。

## Trouble, in kind words.

trouble = 申し訳ありません。問題が起きて、お答えできませんでした。少し待ってから、もう一度お試しください。
busy = 少し速すぎます！質問には1つずつお答えしています。この質問は、少し待ってからもう一度送ってください。
maybeUnanswered = お答えしている途中で中断されました。回答がすべて見えない場合は、もう一度お答えします。
askAgainButton = もう一度答える
maybeUndone = 処理の途中で中断されました。返事が見えない場合は、もう一度送ってください。
tooFast = 一度にたくさん届きました。次の質問は{ $seconds }秒後にお受けします。
oneMoment = 少しお待ちください。前に{ $ahead }件の質問があります。

## Feeds, for keepers only.

feedHelp =
    新しい記事はフィードとチャンネルから届きます：

    /feed add https://…　RSS・Atom・JSONフィードを追加
    /feed add @channel　私が管理者になっているチャンネルを追加
    /feed list　一覧を表示
    /feed remove 3　3番を削除（記事は残ります）
feedNone = フィードはまだありません。
feedAdded = 追加しました：{ $title }。現在{ $entries }件あり、読み込んでいます。
feedAlreadyThere = すでに追加されています：{ $title }
channelAdded = 追加しました：{ $name }。私をこのチャンネルの管理者にすると、投稿が文庫に入るようになります。
channelAllowed = これから「{ $title }」の投稿が文庫に入ります。
channelForgotten = 「{ $title }」から外れました。記事は文庫に残りますが、新しい投稿は入りません。
feedRemoved = 削除しました：{ $title }。記事は文庫に残ります。
feedUnknown = そのフィードはありません。/feed list で一覧を表示できます。
feedWell = { $when }に読み込み
feedNotPulled = まだ読み込んでいません
feedFailing =
    { $times ->
        [1] 読み込みに失敗
       *[other] { $times }回連続で失敗
    }
feedIsChannel = チャンネル
feedBadAddress = 読み込めるアドレスではありません。https:// か http:// で始まるものを送ってください。
feedForbidden = 公開されているアドレスだけを読み込みます。これは内部ネットワークのものです。
feedUnreachable = サーバーから正しい応答がありません。アドレスを確かめるか、あとでもう一度お試しください。
feedRefused = このアドレスには何もないか、サーバーが読み込みを許可していません。
feedRedirects = このアドレスは転送が続きます。最後のアドレスを送ってください。
feedTooLarge = フィードとしては大きすぎます。最新の記事だけのフィードがないか、ご確認ください。
feedInvalid = このアドレスにRSS・Atom・JSONフィードはありません。
feedUnsafe = このフィードは独自のエンティティを宣言しており、読み込むのは安全ではありません。
feedSuggestion = このページが示しているフィード：{ $address }
deliveryReading = { $name } を読んでいます…
deliveryProgress = { $name }：{ $total }か所中{ $done }か所
deliveryDone = { $name }：記事{ $count }件
deliveryKnown = すでに文庫にあります：文書{ $count }点
deliveryFailed = { $name } を取り込めませんでした。
deliveryTooLarge = Telegramから取得できるのは{ $megabytes }MBまでです。大きいものは監視フォルダーに入れてください。
deliveryUndone = 取り消した記事：{ $count }件
undoButton = 取り消す
detailsButton = 詳細

## Toasts, 200 characters at most.

staleButton = このボタンは期限切れです。もう一度質問してください
notYourButton = ほかの方の質問です。あなたもどうぞご質問ください！
alreadyShown = すでに下に表示されています

## Button labels, 24 characters at most.

moreButton = 続き（あと{ $count }か所）
contextButton = 前後 { $number }
articleButton = 全文 { $number }
wholeArticleButton = 全文
backButton = 戻る

## What Telegram shows before the first message.

askCommand = 質問する　例：/ask いつから施行されますか？
helpCommand = 使い方
startCommand = 最初から
botDescription = どの言語でもご質問ください。文庫から答えになる箇所を探し、題名・日付・場所とともに、原文のままお見せします。作り話も言い換えもしません。文庫に答えがなければ、ないとお伝えします。
botShortDescription = 引用だけで答えるボット。原文のまま、出典とともにお答えします。

## Topics and alerts.

followHow =
    コマンドのあとに、フォローしたいことを書いてください。言語は問いません。例：/follow 海洋経済

    "語句" は必ず含むもの、-語句 は含まないものです。
topicTooShort = 短すぎます。1語以上でお願いします。
topicTooLong = トピックが長すぎます。{ $limit }文字以内でお願いします。
topicTooWide = ほとんどすべてに当てはまります（{ $articles }件中{ $fired }件）。もう少し具体的にお願いします。
tooManyTopics = フォロー中のトピックが上限の{ $limit }件に達しています。先に /topics でどれかを削除してください。
alreadyFollowed = すでにフォローしています：{ $name }
adminsOnly = 管理者だけが操作できます
backTest = 「{ $words }」：今ある記事{ $articles }件のうち、{ $fired }件が当てはまります。
nothingNear = 今のところ、ありません。次の記事にはあるかもしれません。
bestSoFar = なかでも近いもの：
nowFollowing =
    フォローしました：{ $name }
    新しい記事が届いたら引用をお送りします。/topics で一覧、/settings で時間帯を設定できます。
noTopics = まだ何もフォローしていません。/follow に続けてテーマを書くと始められます。
yourTopics = フォロー中のトピック（{ $count }件）：
topicWords = 検索語：{ $words }
topicActive = フォロー中
topicPaused = 一時停止中
topicMuted = 通知音なし
topicStrictness = 厳しさ：{ $strictness }
askName = 新しい名前を、このメッセージへの返信で送ってください：{ $name }
renamed = 名前を変えました：{ $name }
sureToDelete = 「{ $name }」のフォローをやめますか？
deleted = フォローをやめました：{ $name }
alertOn = 新着：{ $topic }
digestOf = 新しい引用が{ $count }か所あります
floodOf = 一度にたくさん届いたので、{ $count }か所を1通にまとめました。
moreLikeThis = ありがとうございます。このトピックは少し広めに選びます
lessLikeThis = ありがとうございます。このトピックは少し厳しめに選びます
settings =
    お知らせのタイミング
    { $timing }
    おやすみ時間：{ $quiet }
    タイムゾーン：{ $zone }
    { $sound }
timingInstant = すぐに
timingDaily = 1日1回、{ $time }
timingWeekly = 週1回、月曜日の{ $time }
noQuiet = なし
quietHours = { $from }～{ $to }
soundOn = 通知音あり
soundOff = 通知音なし
askZone = どの地域の時刻に合わせますか？おやすみ時間とまとめの送信に使います。
privacy =
    保存しているもの：
    • /settings で選んだもの（{ $days }日間ご利用がなければ削除。名前の代わりに暗号化した番号）
    • トピックをフォローしている場合、このチャットの番号とあなたの言語
    • フォロー中のトピックと、お知らせしてよい時間
    • それらについて見つけたお知らせと、その送信記録
    • まだ答えていないメッセージ（答えたら削除。最長1日）
    • 回答にまだボタンがある質問と、あなたの 👍 と 👎（{ $days }日間。名前の代わりに暗号化した番号）
    • チャットでの直前の質問（10分間。「では2025年は？」を理解するため）
    • 私をブロックするかアカウントを削除すると、{ $days }日後にすべて消えます

    名前もメッセージも保存しません。あなたへのメッセージ以外、このマシンの外に出るものはありません。/delete_me ですべて削除できます。グループでは、グループのフォローに関するものを削除します。
sureToForget = このチャットのトピック、設定、お知らせをすべて削除しますか？元には戻せません。
forgotten = 完了しました。このチャットのものは何も残っていません。
statusLibrary = 文書：{ $documents }、記事：{ $articles }、段落：{ $passages }
statusReady = モデルと索引：準備完了
statusNotReady = モデルと索引：{ $code }（{ $hint }）
statusBot =
    処理中の質問：{ $questions }（最長{ $oldestSeconds }秒待ち）
    Telegramの最後の応答：{ $pollSeconds }秒前
statusInbox =
    受信箱：待ち { $waiting }（最長{ $oldestSeconds }秒）、処理中 { $running }
    2日間の未回答：期限切れ { $expired }、送りすぎ { $refused }、失敗 { $failed }、到達不明 { $unsure }、中断 { $attempts }
statusAlerts =
    トピック：{ $topics }
    送信待ち：{ $waiting }（最長{ $oldestMinutes }分）
    送信済み：{ $sent }、断念：{ $dead }、不明：{ $unknown }、結果不明の試行：{ $ambiguous }
statusFeeds = フィードとチャンネル：{ $feeds }、失敗中：{ $failing }
followButton = このテーマをフォロー
startButton = フォローする
cancelButton = キャンセル
stricterButton = 厳しく
looserButton = ゆるく
pauseButton = 一時停止
resumeButton = 再開
muteButton = 通知音を消す
unmuteButton = 通知音を鳴らす
renameButton = 名前を変える
deleteButton = 削除
keepButton = 残す
unfollowButton = フォローをやめる
goodButton = 👍 役に立つ
badButton = 👎 関係ない
contextPlainButton = 前後
timingButton = 頻度
hourButton = 時刻
quietButton = おやすみ時間
zoneButton = タイムゾーン
soundButton = 通知音
followCommand = テーマをフォロー　例：/follow 海洋経済
topicsCommand = フォロー中のトピック
settingsCommand = 言語・回答・お知らせ
privacyCommand = 保存しているもの
deleteMeCommand = すべて削除する

## Looking through the library.

libraryHolds = 文庫には{ $documents }点の文書から{ $articles }件の記事があります。
libraryDates =
    { $span ->
        [day] 日付：{ $from }
       *[range] 日付：{ $from } ～ { $to }
    }
libraryHow = 下のボタンで見て回るか、/article に続けて題名の言葉を送ってください。
documentsTitle = 文書
monthsTitle = どの月にしますか？
newestTitle = 新着記事
undated = 日付なし
articleCount = { $count }件
articleHow = コマンドのあとに題名の言葉を書いてください。例：/article 図書館の規則
titlesFound = 近い題名が{ $count }件あります：
moreTitles = ほかに{ $count }件あります。言葉を足すと絞り込めます。
noSuchTitle = 「{ $words }」を含む題名はありません。本文を探すには、コマンドなしで質問を送ってください。
byDocumentButton = 文書から
byDateButton = 日付から
newestButton = 新着
libraryButton = 文庫
libraryCommand = 文庫を見て回る
latestCommand = 新着記事
articleCommand = 題名で記事を開く　例：/article 図書館の規則

## What a reader chooses.

answerSettings =
    回答のしかた
    言語：{ $language }
    一度の引用：{ $quotes }か所
    表示：{ $layout }
askLanguage = どの言語でお話ししましょうか？引用はいつも原文のままです。
languageAuto = Telegramに合わせる
languageButton = 言語
quotesButton = 引用：{ $count }か所
settingsButton = 設定
languageCommand = 言語を選ぶ
sureToForgetMe = 保存しているもの（設定、トピック、お知らせ、質問）をすべて削除しますか？元には戻せません。

## Follow-ups.

understoodAs = 質問の解釈：{ $question }
literalButton = 書いたとおりに探す

## What a reader says of an answer.

helpfulButton = 👍 役に立った
notHelpfulButton = 👎 役に立たない
shouldBeThereButton = 👎 文庫にあるはず
wrongPassageButton = 箇所が違う
wrongSourceButton = 出典が違う
missingButton = もっと良い箇所がある
otherReasonButton = そのほか
voteThanks = ありがとうございます。記録しました
voteTakenBack = 取り消しました
statusVotes = 回答の評価：👍 { $good }、👎 { $bad }

similarTopic = 「{ $words }」は、すでにフォローしている「{ $name }」と同じもののようです。まとめると、お知らせは記事ごとに1通になります。
merged = まとめました：「{ $name }」をフォロー中です。重複してお知らせすることはありません。
channelUnknown = 私はチャンネル { $name } の管理者ではありません。投稿できる管理者にしてから、もう一度お試しください。
keepBothButton = 両方残す
mergeButton = まとめる

traceCommand = 言葉が最初に出てくる箇所
catchUpButton = 停止中の分を見る
caughtUp =
    { $count ->
        [0] 停止中に届いた記事はありません。
       *[other] 停止中に届いた記事が{ $count }件あります。これからお送りします。
    }

## Places: groups, links, inline mode.

nearestPassage = 直接答えている箇所はありません。最も近いのはこちらです
inContextButton = 前後を読む
howToMention = 名前のあとに質問を書いてください。例：@{ $username } この規則はいつから施行されますか？
linkedQuote = 文庫の原文そのままです。質問があれば、そのままお送りください。
quoteGone = このリンク先の箇所は文庫にありません。記事が変更されたか、削除されました。質問していただければ、今ある内容から探します。
answerGone = この回答はもう保存されていません。質問を送っていただければ、もう一度探します。
shareNumberButton = 共有 { $number }
shareButton = 共有
inlineHint = 質問を入力すると原文を引用します
inlineAskThere = 個別チャットで質問する
inlineNothing = 見つかりません
inlineNothingHint = 文庫にはこの内容がありません。別の言葉でお試しください。

## Layout and corrections.

layoutButton = 表示
layoutPlain = 標準
layoutRich = 脚注付き
layoutNote = 回答が空に見えるときは、アプリがまだこの表示に対応していません。元に戻してください。
wholeButton = 一つの記事です
fixHelp =
    題名・日付・記事の区切りを直せます。番号はレポートの「詳細」にあります。

    /fix title 0a1b2c3d4e5f 新しい題名
    /fix date 0a1b2c3d4e5f 2025-03-08
    /fix join 0a1b2c3d4e5f 前の記事につなげる
    /fix split 0a1b2c3d4e5f 120 120行目から新しい記事にする
fixDone = 直しました。この文書の記事：
fixFailed = その直し方はできませんでした。

## The chat in the terminal.

terminalWelcome = { $articles }件の記事から引用します。質問を入力してください。/help でコマンド一覧、Ctrl-D で終了します。
terminalHelp =
    質問を入力すると、文庫から原文のまま引用してお答えします。
      /more        直前の質問の続き
      /context 1   引用1とその前後
      /open 1      引用1の記事全文（Enter：次のページ、q：戻る）。/open に記事の番号でも開けます
      /articles    文庫にある記事
      /help        この一覧
      /quit        終了（Ctrl-D でも）
terminalNoQuotes = まだ引用がありません。先に質問を入力してください。
terminalNoMore = この質問の引用はこれで全部です。
terminalNoSuchQuote =
    { $shown ->
        [1] 「{ $given }」はありません。引用は1だけです。
       *[other] 「{ $given }」はありません。1から{ $shown }までの番号を入力してください。
    }
terminalNoSuchArticle = 記事 { $id } はありません。/articles で一覧を表示します。
terminalUnknown = { $command } というコマンドはありません。/help で一覧を表示します。
terminalStopped = 中止しました。
terminalLeave = 終了するには、もう一度 Ctrl-C か、Ctrl-D を押してください。
terminalPager = — { $page }/{ $pages } — Enter：次のページ、q：戻る
