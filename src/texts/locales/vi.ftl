## Answers: the bot and the terminal share these.

foundPassages = Tìm thấy { $count } đoạn
related = Không có đoạn nào trả lời trực tiếp; đây là những đoạn gần nhất
notFound = Thư viện không có nội dung này. Bạn thử dùng từ khác hoặc hỏi cụ thể hơn nhé.
notAQuestion = Chào bạn! Mình trả lời bằng nguyên văn các bài trong thư viện. Bạn muốn biết điều gì thì cứ hỏi nhé.
emptyLibrary = Thư viện vẫn còn trống. Khi nào có bài, bạn quay lại nhé.
alsoIn = Cũng có trong
lines =
    { $count ->
        [1] dòng { $startLine }
       *[other] dòng { $startLine }–{ $endLine }
    }
pages =
    { $count ->
        [1] trang { $startPage }
       *[other] trang { $startPage }–{ $endPage }
    }
newestVersion = bản mới nhất trong { $of } bản
olderVersion = bản { $number } trong { $of } bản, bản mới nhất ngày { $newestDate }
olderVersionUndated = bản { $number } trong { $of } bản, đã có bản mới hơn
traceTotal = “{ $wording }”: { $uses } lần trong { $articles } bài
traceNone = “{ $wording }” không có ở đâu trong thư viện.
traceFirst = Lần đầu
traceLater = Về sau, nói cách khác
traceUndated = Còn { $uses } lần không rõ ngày
howToTrace = Viết cụm từ sau lệnh, ví dụ: /trace giờ mở cửa
colon = :{" "}

## Answers: the bot only.

youAsked = Câu hỏi: { $question }
questionTooLong = Câu hỏi hơi dài, mình chỉ đọc { $limit } ký tự đầu.
restInArticle = Đoạn này dài quá, không hiện hết ở đây được; bạn mở toàn bài để đọc đầy đủ nhé.
articleGone = Bài này đã thay đổi hoặc không còn trong thư viện. Bạn hỏi lại nhé.

## First steps.

start =
    Chào bạn, mình là Quoth, một bot chỉ trích dẫn.
    Bạn hỏi bằng ngôn ngữ nào cũng được: mình tìm những đoạn trả lời câu hỏi và trích nguyên văn kèm nguồn.
    Nếu thư viện không có câu trả lời, mình sẽ nói là không có.
tryExample = Bạn thử hỏi xem:
help =
    Cứ gửi câu hỏi cho mình. Trong nhóm, hãy viết /ask kèm câu hỏi, nhắc đến mình hoặc trả lời tin nhắn của mình.

    • Trích dẫn giữ đúng từng chữ; câu quan trọng nhất được in đậm
    • “Ngữ cảnh” cho xem phần trước và sau, “Toàn bài” cho xem cả bài
    • “Xem thêm” hiện những đoạn còn lại
    • /trace kèm cụm từ: xuất hiện lần đầu ở đâu, bao nhiêu lần
    • Bạn có thể hỏi tiếp: “còn năm 2025 thì sao?”

    /latest: bài mới nhất; /library: tất cả các bài
    /follow kèm chủ đề: có bài mới nói đến, mình trích gửi bạn
    /topics: các chủ đề đang theo dõi
    /settings: ngôn ngữ, câu trả lời, thông báo
howToAsk = Viết câu hỏi sau lệnh, ví dụ: /ask Quy định này có hiệu lực từ khi nào?
onlyText = Mình chỉ đọc được chữ. Bạn gõ câu hỏi thành tin nhắn nhé.

## Trouble, in kind words.

trouble = Xin lỗi, có trục trặc nên mình chưa trả lời được. Lát nữa bạn hỏi lại nhé.
busy = Bạn nhanh hơn mình rồi! Mình trả lời lần lượt từng câu một, lát nữa bạn gửi lại câu này nhé.
maybeUnanswered = Mình bị gián đoạn khi đang trả lời. Nếu bạn không thấy đủ câu trả lời, mình sẵn sàng trả lời lại.
askAgainButton = Trả lời lại
maybeUndone = Mình bị gián đoạn khi đang xử lý. Nếu không thấy phản hồi, bạn gửi lại nhé.
tooFast = Bạn gửi nhiều quá rồi. { $seconds } giây nữa mình nhận câu tiếp theo nhé.
oneMoment = Bạn chờ chút nhé, còn { $ahead } câu hỏi trước bạn.

## Feeds, for keepers only.

feedHelp =
    Bài mới đến từ nguồn tin và kênh:

    /feed add https://… thêm nguồn RSS, Atom hoặc JSON
    /feed add @kênh thêm kênh mà mình là quản trị viên
    /feed list xem tất cả
    /feed remove 3 bỏ số 3; các bài đã có vẫn được giữ
feedNone = Chưa có nguồn tin nào.
feedAdded = Đã thêm: { $title }. Hiện có { $entries } mục, mình đang đọc vào.
feedAlreadyThere = Đã có sẵn: { $title }
channelAdded = Đã thêm: { $name }. Hãy đặt mình làm quản trị viên của kênh, bài đăng sẽ tự vào thư viện.
channelAllowed = Từ giờ, bài đăng của “{ $title }” sẽ vào thư viện.
channelForgotten = Mình không còn ở trong “{ $title }”. Các bài đã có vẫn ở trong thư viện; bài mới sẽ không vào nữa.
feedRemoved = Đã bỏ: { $title }. Các bài đã có vẫn ở trong thư viện.
feedUnknown = Không có nguồn tin này. Gửi /feed list để xem tất cả.
feedWell = đã đọc { $when }
feedNotPulled = chưa đọc
feedFailing =
    { $times ->
        [1] lỗi một lần
       *[other] lỗi { $times } lần liên tiếp
    }
feedIsChannel = kênh
feedBadAddress = Mình không đọc được địa chỉ này. Địa chỉ phải bắt đầu bằng https:// hoặc http://.
feedForbidden = Mình chỉ đọc địa chỉ công khai trên internet; địa chỉ này dẫn vào mạng nội bộ.
feedUnreachable = Máy chủ không phản hồi bình thường. Bạn kiểm tra địa chỉ hoặc thử lại sau nhé.
feedRefused = Máy chủ không có gì ở địa chỉ này, hoặc không cho đọc.
feedRedirects = Địa chỉ này cứ chuyển tiếp mãi. Bạn gửi mình địa chỉ cuối cùng nhé.
feedTooLarge = Nội dung quá lớn so với một nguồn tin. Có thể có nguồn chỉ gồm các mục mới nhất.
feedInvalid = Không có nguồn RSS, Atom hay JSON ở địa chỉ này.
feedUnsafe = Nguồn tin này tự khai báo thực thể riêng nên đọc không an toàn.
feedSuggestion = Trang này có ghi nguồn tin sau: { $address }
deliveryReading = Đang đọc { $name }…
deliveryProgress = { $name }: { $done } trên { $total } đoạn
deliveryDone = { $name }: { $count } bài
deliveryKnown = Đã có trong thư viện: { $count } tài liệu
deliveryFailed = Không nhận được { $name }.
deliveryTooLarge = Telegram chỉ cho mình tải tệp tối đa { $megabytes } MB. Tệp lớn hơn thì bạn đặt vào thư mục được theo dõi nhé.
deliveryUndone = Đã rút lại { $count } bài.
undoButton = Hoàn tác
detailsButton = Chi tiết

## Toasts, 200 characters at most.

staleButton = Nút này đã hết hạn, bạn hỏi lại nhé
notYourButton = Đây là câu hỏi của người khác. Bạn cũng có thể hỏi mình!
alreadyShown = Đã có ở bên dưới rồi

## Button labels, 24 characters at most.

moreButton = Xem thêm { $count } đoạn
contextButton = Ngữ cảnh { $number }
articleButton = Toàn bài { $number }
wholeArticleButton = Toàn bài
backButton = Quay lại

## What Telegram shows before the first message.

askCommand = Đặt câu hỏi, ví dụ: /ask Khi nào có hiệu lực?
helpCommand = Cách dùng
startCommand = Bắt đầu lại
botDescription = Bạn hỏi bằng ngôn ngữ nào cũng được. Mình tìm trong thư viện những đoạn trả lời câu hỏi và trích nguyên văn, kèm tên bài, ngày và vị trí. Không bịa, không viết lại; nếu thư viện không có câu trả lời, mình sẽ nói là không có.
botShortDescription = Bot chỉ trích dẫn: trả lời bằng nguyên văn, có ghi nguồn.

## Topics and alerts.

followHow =
    Viết điều bạn muốn theo dõi sau lệnh, bằng ngôn ngữ nào cũng được, ví dụ: /follow kinh tế biển

    "cụm từ" thì phải có trong bài, -từ thì không được có.
topicTooShort = Ngắn quá, bạn viết ít nhất một từ nhé.
topicTooLong = Chủ đề dài quá, bạn viết trong { $limit } ký tự nhé.
topicTooWide = Gần như bài nào cũng khớp: { $fired } trên { $articles } bài. Bạn nêu cụ thể hơn nhé.
tooManyTopics = Bạn đã theo dõi { $limit } chủ đề, không thêm được nữa. Hãy bỏ bớt một chủ đề bằng /topics trước nhé.
alreadyFollowed = Bạn đang theo dõi chủ đề này rồi: { $name }
adminsOnly = Chỉ quản trị viên mới làm được việc này
backTest = “{ $words }”: trong { $articles } bài hiện có, { $fired } bài khớp.
nothingNear = Hiện chưa có gì, nhưng biết đâu bài tới lại có.
bestSoFar = Những đoạn khớp nhất:
nowFollowing =
    Đang theo dõi: { $name }
    Có bài mới là mình trích gửi bạn. /topics để xem mọi chủ đề, /settings để chọn lúc nhận tin.
noTopics = Bạn chưa theo dõi gì. Hãy bắt đầu bằng /follow và một chủ đề.
yourTopics = Bạn đang theo dõi { $count } chủ đề:
topicWords = Từ khóa: { $words }
topicActive = Đang theo dõi
topicPaused = Tạm dừng
topicMuted = Không có âm báo
topicStrictness = Độ chặt: { $strictness }
askName = Trả lời tin nhắn này bằng tên mới cho chủ đề: { $name }
renamed = Đã đổi tên: { $name }
sureToDelete = Thôi theo dõi “{ $name }” nhé?
deleted = Đã thôi theo dõi: { $name }
alertOn = Tin mới về: { $topic }
digestOf = { $count } đoạn mới
floodOf = Nhiều tin đến cùng lúc: { $count } đoạn gộp trong một tin nhắn, để máy khỏi reo liên tục.
moreLikeThis = Cảm ơn bạn, từ giờ mình sẽ chọn rộng hơn một chút
lessLikeThis = Cảm ơn bạn, từ giờ mình sẽ chọn chặt hơn một chút
settings =
    Khi nào mình gửi tin
    { $timing }
    Giờ yên tĩnh: { $quiet }
    Múi giờ: { $zone }
    { $sound }
timingInstant = Ngay khi có
timingDaily = Mỗi ngày một lần, lúc { $time }
timingWeekly = Mỗi tuần một lần, thứ Hai lúc { $time }
noQuiet = không có
quietHours = { $from }–{ $to }
soundOn = Có âm báo
soundOff = Không có âm báo
askZone = Bạn dùng giờ ở đâu? Giờ yên tĩnh và bản tin tổng hợp tính theo giờ đó.
privacy =
    Những gì mình lưu về bạn:
    • những gì bạn chọn trong /settings, xóa sau { $days } ngày không có tin của bạn, với một con số đã xáo trộn thay cho tên bạn
    • số của cuộc trò chuyện này và ngôn ngữ của bạn, nếu bạn theo dõi chủ đề nào đó
    • các chủ đề bạn theo dõi và lúc mình được gửi tin
    • những tin đã tìm thấy và đã gửi cho các chủ đề đó
    • tin nhắn của bạn cho đến khi mình trả lời, lâu nhất một ngày
    • những câu hỏi mà câu trả lời còn nút bấm, và các lượt 👍 và 👎 của bạn, trong { $days } ngày, với một con số đã xáo trộn thay cho tên bạn
    • câu hỏi gần nhất của bạn, trong mười phút, để mình hiểu “thế còn năm 2025?”
    • nếu bạn chặn mình hoặc xóa tài khoản, mọi thứ sẽ bị xóa sau { $days } ngày

    Không lưu tên, không lưu tin nhắn. Ngoài tin nhắn gửi cho bạn, không có gì rời khỏi máy này. /delete_me xóa hết những thứ đó; trong nhóm thì xóa những gì nhóm theo dõi.
sureToForget = Xóa hết chủ đề, cài đặt và thông báo của cuộc trò chuyện này? Xóa rồi thì không lấy lại được.
forgotten = Xong: không còn lưu gì về cuộc trò chuyện này nữa.
statusLibrary = Tài liệu: { $documents }, bài: { $articles }, đoạn: { $passages }
statusReady = Mô hình và chỉ mục: sẵn sàng
statusNotReady = Mô hình và chỉ mục: { $code } ({ $hint })
statusBot =
    Câu hỏi đang xử lý: { $questions } (chờ lâu nhất { $oldestSeconds } giây)
    Telegram phản hồi lần cuối: { $pollSeconds } giây trước
statusInbox =
    Hộp thư đến: chờ { $waiting } (lâu nhất { $oldestSeconds } giây), đang xử lý { $running }
    Chưa trả lời trong hai ngày: quá hạn { $expired }, hỏi quá nhanh { $refused }, lỗi { $failed }, không rõ đã đến chưa { $unsure }, bị ngắt { $attempts }
statusAlerts =
    Chủ đề: { $topics }
    Tin chờ gửi: { $waiting } (lâu nhất { $oldestMinutes } phút)
    Đã gửi: { $sent }, bỏ: { $dead }, chưa rõ: { $unknown }, lần thử không rõ kết quả: { $ambiguous }
statusFeeds = Nguồn tin và kênh: { $feeds }, đang lỗi: { $failing }
followButton = Theo dõi chủ đề này
startButton = Bắt đầu
cancelButton = Hủy
stricterButton = Chặt hơn
looserButton = Rộng hơn
pauseButton = Tạm dừng
resumeButton = Tiếp tục
muteButton = Tắt tiếng
unmuteButton = Bật tiếng
renameButton = Đổi tên
deleteButton = Xóa
keepButton = Giữ lại
unfollowButton = Thôi theo dõi
goodButton = 👍 Có ích
badButton = 👎 Không liên quan
contextPlainButton = Ngữ cảnh
timingButton = Tần suất
hourButton = Giờ
quietButton = Giờ yên tĩnh
zoneButton = Múi giờ
soundButton = Âm báo
followCommand = Theo dõi một chủ đề, ví dụ: /follow kinh tế biển
topicsCommand = Các chủ đề đang theo dõi
settingsCommand = Ngôn ngữ, câu trả lời, thông báo
privacyCommand = Những gì được lưu về bạn
deleteMeCommand = Xóa hết những thứ đó

## Looking through the library.

libraryHolds = Thư viện có { $articles } bài trong { $documents } tài liệu.
libraryDates =
    { $span ->
        [day] Ngày: { $from }.
       *[range] Từ { $from } đến { $to }.
    }
libraryHow = Bấm các nút bên dưới để xem, hoặc viết vài từ trong tên bài sau /article.
documentsTitle = Tài liệu
monthsTitle = Xem tháng nào?
newestTitle = Bài mới nhất
undated = Không rõ ngày
articleCount = { $count } bài
articleHow = Viết vài từ trong tên bài sau lệnh, ví dụ: /article nội quy thư viện
titlesFound = Có { $count } tên bài gần khớp:
moreTitles = Còn { $count } bài nữa; thêm một từ trong tên bài để thu hẹp nhé.
noSuchTitle = Không có tên bài nào chứa “{ $words }”. Muốn tìm trong nội dung, bạn cứ gửi câu hỏi, không cần lệnh.
byDocumentButton = Theo tài liệu
byDateButton = Theo ngày
newestButton = Mới nhất
libraryButton = Thư viện
libraryCommand = Xem thư viện
latestCommand = Những bài mới nhất
articleCommand = Mở bài theo tên, ví dụ: /article nội quy thư viện

## What a reader chooses.

answerSettings =
    Cách mình trả lời
    Ngôn ngữ: { $language }
    Số trích dẫn mỗi lần: { $quotes }
    Trình bày: { $layout }
askLanguage = Mình nói với bạn bằng ngôn ngữ nào? Trích dẫn thì luôn giữ nguyên văn.
languageAuto = Theo Telegram
languageButton = Ngôn ngữ
quotesButton = { $count } trích dẫn
settingsButton = Cài đặt
languageCommand = Chọn ngôn ngữ
sureToForgetMe = Xóa hết những gì mình lưu về bạn: lựa chọn, chủ đề, thông báo và câu hỏi? Xóa rồi thì không lấy lại được.

## Follow-ups.

understoodAs = Mình hiểu là: { $question }
literalButton = Đúng lời mình viết

## What a reader says of an answer.

helpfulButton = 👍 Có ích
notHelpfulButton = 👎 Không có ích
shouldBeThereButton = 👎 Lẽ ra phải có
wrongPassageButton = Sai đoạn
wrongSourceButton = Sai nguồn
missingButton = Có đoạn hay hơn
otherReasonButton = Lý do khác
voteThanks = Cảm ơn bạn, mình ghi lại rồi
voteTakenBack = Đã rút lại
statusVotes = Đánh giá câu trả lời: 👍 { $good }, 👎 { $bad }

similarTopic = “{ $words }” có vẻ giống “{ $name }” mà bạn đang theo dõi. Nếu gộp lại, mỗi bài chỉ báo một lần, không phải hai.
merged = Đã gộp: bạn theo dõi “{ $name }”, không tin nào đến hai lần.
channelUnknown = Mình không phải quản trị viên của kênh { $name }. Hãy đặt mình làm quản trị viên có quyền đăng rồi thử lại nhé.
keepBothButton = Giữ cả hai
mergeButton = Gộp lại

traceCommand = Cụm từ xuất hiện lần đầu ở đâu
catchUpButton = Xem phần đã lỡ
caughtUp =
    { $count ->
        [0] Trong lúc tạm dừng không có bài mới nào.
       *[other] Trong lúc tạm dừng có { $count } bài mới, mình gửi bạn ngay.
    }

## Places: groups, links, inline mode.

nearestPassage = Không đoạn nào trả lời trực tiếp; đoạn này gần nhất
inContextButton = Xem ngữ cảnh
howToMention = Viết câu hỏi sau tên mình, ví dụ: @{ $username } Quy định có hiệu lực từ khi nào?
linkedQuote = Nguyên văn từ thư viện của mình. Có câu hỏi gì, bạn cứ nhắn cho mình nhé.
quoteGone = Đoạn trong liên kết này không còn trong thư viện: bài đã được sửa hoặc gỡ bỏ. Bạn cứ hỏi, mình sẽ tìm trong những bài hiện có.
answerGone = Câu trả lời này không còn được lưu. Bạn gửi câu hỏi, mình sẽ tìm lại.
shareNumberButton = Chia sẻ { $number }
shareButton = Chia sẻ
inlineHint = Gõ câu hỏi để trích nguyên văn
inlineAskThere = Hỏi riêng mình
inlineNothing = Không tìm thấy
inlineNothingHint = Thư viện không có gì về điều này. Bạn thử từ khác nhé.

## Layout and corrections.

layoutButton = Trình bày
layoutPlain = đơn giản
layoutRich = có chú thích
layoutNote = Nếu câu trả lời trông như trống, ứng dụng của bạn chưa hiển thị được kiểu này: hãy chuyển lại.
wholeButton = Đây là một bài
fixHelp =
    Có thể sửa tiêu đề, ngày và ranh giới bài; mã số có trong “Chi tiết” dưới báo cáo:

    /fix title 0a1b2c3d4e5f Tiêu đề mới
    /fix date 0a1b2c3d4e5f 2025-03-08
    /fix join 0a1b2c3d4e5f nối vào bài trước
    /fix split 0a1b2c3d4e5f 120 bắt đầu bài mới từ dòng 120
fixDone = Đã sửa. Tài liệu này hiện có:
fixFailed = Không sửa được như vậy.

## The chat in the terminal.

terminalWelcome = Có { $articles } bài để trích dẫn. Gõ câu hỏi, /help để xem các lệnh, Ctrl-D để thoát.
terminalHelp =
    Gõ câu hỏi: câu trả lời được trích nguyên văn từ thư viện.
      /more        các đoạn còn lại của câu hỏi vừa rồi
      /context 1   trích dẫn 1 kèm ngữ cảnh
      /open 1      toàn bài của trích dẫn 1 (Enter: trang sau, q: quay lại); /open kèm mã bài cũng được
      /articles    các bài trong thư viện
      /help        danh sách này
      /quit        thoát (hoặc Ctrl-D)
terminalNoQuotes = Chưa có trích dẫn nào. Bạn đặt câu hỏi trước nhé.
terminalNoMore = Câu hỏi này không còn đoạn nào nữa.
terminalNoSuchQuote =
    { $shown ->
        [1] Chỉ có trích dẫn 1, không có “{ $given }”.
       *[other] Bạn gõ một số từ 1 đến { $shown }, không phải “{ $given }”.
    }
terminalNoSuchArticle = Không có bài { $id }. Gõ /articles để xem danh sách.
terminalUnknown = Không có lệnh { $command }. Gõ /help để xem các lệnh.
terminalStopped = Đã dừng.
terminalLeave = Nhấn Ctrl-C lần nữa hoặc Ctrl-D để thoát.
terminalPager = — { $page }/{ $pages } — Enter: trang sau, q: quay lại
