## Answers: the bot and the terminal share these.

foundPassages = 구절 { $count }개를 찾았어요
related = 질문에 바로 답하는 구절은 없어요. 가장 가까운 구절이에요
notFound = 서고에서 이 내용을 찾지 못했어요. 다른 말로 바꾸거나 조금 더 구체적으로 물어봐 주세요.
notAQuestion = 안녕하세요! 저는 서고에 있는 글을 원문 그대로 인용해서 답해요. 궁금한 것을 물어봐 주세요.
emptyLibrary = 서고가 아직 비어 있어요. 글이 들어오면 다시 찾아와 주세요.
alsoIn = 같은 내용
lines =
    { $count ->
        [1] { $startLine }행
       *[other] { $startLine }~{ $endLine }행
    }
pages =
    { $count ->
        [1] { $startPage }쪽
       *[other] { $startPage }~{ $endPage }쪽
    }
newestVersion = { $of }개 판 중 최신판
olderVersion = { $of }개 판 중 { $number }판, 최신판은 { $newestDate }
olderVersionUndated = { $of }개 판 중 { $number }판, 더 새로운 판이 있음
traceTotal = ‘{ $wording }’: 글 { $articles }건에 { $uses }번
traceNone = ‘{ $wording }’ 표현은 서고에 없어요.
traceFirst = 처음 나온 곳
traceLater = 그 뒤의 표현
traceUndated = 날짜 없는 것 { $uses }번 더
howToTrace = 명령어 뒤에 표현을 써 주세요. 예: /trace 개관 시간
colon = :{" "}

## Answers: the bot only.

youAsked = 질문: { $question }
questionTooLong = 질문이 길어서 처음 { $limit }자만 읽었어요.
restInArticle = 구절이 길어서 여기에 다 담지 못했어요. 전체 내용은 전문에서 볼 수 있어요.
articleGone = 글이 바뀌었거나 서고에서 빠졌어요. 다시 질문해 주세요.

## First steps.

start =
    안녕하세요, 인용으로만 답하는 봇 Quoth예요.
    어떤 언어로든 물어보세요. 답이 되는 구절을 찾아 출처와 함께 원문 그대로 보여 드려요.
    서고에 답이 없으면 없다고 말씀드려요.
tryExample = 이렇게 물어보세요:
help =
    질문을 그대로 보내 주세요. 그룹에서는 /ask 뒤에 질문을 쓰거나, 저를 멘션하거나, 제 메시지에 답장해 주세요.

    • 인용은 한 글자도 바꾸지 않아요. 핵심 문장은 굵게 표시해요
    • ‘앞뒤’는 앞뒤 내용을, ‘전문’은 글 전체를 보여 줘요
    • ‘더 보기’는 나머지 구절을 보여 줘요
    • /trace 뒤에 표현: 처음 나온 곳과 횟수
    • 이어서 물어볼 수 있어요: “그럼 2025년은?”

    /latest: 최신 글, /library: 전체 글
    /follow 뒤에 주제: 새 글이 다루면 인용해서 보내 드려요
    /topics: 받아 보는 주제
    /settings: 언어, 답변, 알림
howToAsk = 명령어 뒤에 질문을 써 주세요. 예: /ask 이 규정은 언제부터 시행되나요?
onlyText = 저는 글자만 읽을 수 있어요. 질문을 메시지로 써 주세요.

## Trouble, in kind words.

trouble = 죄송해요, 문제가 생겨서 답하지 못했어요. 잠시 후에 다시 물어봐 주세요.
busy = 너무 빨라요! 질문에는 하나씩 답하고 있어요. 이 질문은 잠시 후에 다시 보내 주세요.
maybeUnanswered = 답하는 도중에 중단되었어요. 답변이 다 보이지 않으면 다시 답해 드릴게요.
askAgainButton = 다시 답하기
maybeUndone = 처리하는 도중에 중단되었어요. 답이 보이지 않으면 다시 보내 주세요.
tooFast = 한꺼번에 너무 많이 보내셨어요. 다음 질문은 { $seconds }초 뒤에 받을게요.
oneMoment = 잠시만요, 앞에 질문이 { $ahead }개 있어요.

## Feeds, for keepers only.

feedHelp =
    새 글은 피드와 채널에서 들어와요:

    /feed add https://… RSS, Atom, JSON 피드 추가
    /feed add @channel 제가 관리자인 채널 추가
    /feed list 전체 목록 보기
    /feed remove 3 3번 삭제(글은 그대로 남아요)
feedNone = 아직 피드가 없어요.
feedAdded = 추가했어요: { $title }. 지금 { $entries }건이 있고, 읽어 들이고 있어요.
feedAlreadyThere = 이미 있어요: { $title }
channelAdded = 추가했어요: { $name }. 저를 이 채널의 관리자로 지정하면 게시물이 서고에 들어와요.
channelAllowed = 이제부터 ‘{ $title }’ 채널의 게시물이 서고에 들어와요.
channelForgotten = 저는 이제 ‘{ $title }’ 채널에 없어요. 글은 서고에 남고, 새 게시물은 들어오지 않아요.
feedRemoved = 삭제했어요: { $title }. 글은 서고에 남아 있어요.
feedUnknown = 그런 피드는 없어요. /feed list 로 전체 목록을 볼 수 있어요.
feedWell = { $when }에 읽음
feedNotPulled = 아직 읽지 않음
feedFailing =
    { $times ->
        [1] 한 번 실패
       *[other] { $times }번 연속 실패
    }
feedIsChannel = 채널
feedBadAddress = 읽을 수 없는 주소예요. https:// 또는 http:// 로 시작해야 해요.
feedForbidden = 공개된 인터넷 주소만 읽어요. 이 주소는 내부 네트워크로 연결돼요.
feedUnreachable = 서버가 제대로 응답하지 않았어요. 주소를 확인하거나 나중에 다시 시도해 주세요.
feedRefused = 이 주소에는 아무것도 없거나, 서버가 읽기를 허용하지 않아요.
feedRedirects = 이 주소는 계속 다른 주소로 넘어가요. 마지막 주소를 보내 주세요.
feedTooLarge = 피드라기에는 너무 커요. 최신 글만 담은 피드가 있는지 확인해 주세요.
feedInvalid = 이 주소에는 RSS, Atom, JSON 피드가 없어요.
feedUnsafe = 이 피드는 자체 엔티티를 선언하고 있어서 안전하게 읽을 수 없어요.
feedSuggestion = 이 페이지가 알려 주는 피드: { $address }
deliveryReading = { $name } 읽는 중…
deliveryProgress = { $name }: 구절 { $total }개 중 { $done }개
deliveryDone = { $name }: 글 { $count }건
deliveryKnown = 이미 서고에 있는 문서: { $count }개
deliveryFailed = 받아들이지 못했어요: { $name }
deliveryTooLarge = Telegram에서는 { $megabytes }MB까지만 받을 수 있어요. 더 큰 파일은 감시 폴더에 넣어 주세요.
deliveryUndone = 되돌린 글: { $count }건
undoButton = 되돌리기
detailsButton = 자세히

## Toasts, 200 characters at most.

staleButton = 만료된 버튼이에요. 다시 질문해 주세요
notYourButton = 다른 분의 질문이에요. 직접 물어보셔도 돼요!
alreadyShown = 이미 아래에 있어요

## Button labels, 24 characters at most.

moreButton = 더 보기({ $count }개)
contextButton = 앞뒤 { $number }
articleButton = 전문 { $number }
wholeArticleButton = 전문
backButton = 뒤로

## What Telegram shows before the first message.

askCommand = 질문하기, 예: /ask 언제부터 시행되나요?
helpCommand = 사용 방법
startCommand = 처음부터
botDescription = 어떤 언어로든 질문해 주세요. 서고에서 답이 되는 구절을 찾아 제목, 날짜, 위치와 함께 원문 그대로 보여 드려요. 지어내거나 바꿔 쓰지 않아요. 서고에 답이 없으면 없다고 말씀드려요.
botShortDescription = 인용으로만 답하는 봇: 원문 그대로, 출처와 함께.

## Topics and alerts.

followHow =
    명령어 뒤에 받아 볼 주제를 어떤 언어로든 써 주세요. 예: /follow 해양 경제

    "정확한 말"은 꼭 있어야 하고, -말은 없어야 해요.
topicTooShort = 너무 짧아요. 한 단어 이상 써 주세요.
topicTooLong = 주제가 너무 길어요. { $limit }자 안으로 써 주세요.
topicTooWide = 거의 모든 글이 해당돼요({ $articles }건 중 { $fired }건). 조금 더 구체적으로 써 주세요.
tooManyTopics = 이미 주제를 최대치인 { $limit }개까지 받아 보고 있어요. 먼저 /topics 에서 하나를 지워 주세요.
alreadyFollowed = 이미 받아 보는 주제예요: { $name }
adminsOnly = 관리자만 할 수 있어요
backTest = ‘{ $words }’: 지금까지의 글 { $articles }건 중 { $fired }건이 해당돼요.
nothingNear = 아직은 없어요. 다음 글이 바로 그 글일지도 몰라요.
bestSoFar = 그중 가장 가까운 글:
nowFollowing =
    받아 보기 시작: { $name }
    새 글이 들어오면 인용해서 보내 드려요. /topics 에서 전체 주제를, /settings 에서 알림 시간을 볼 수 있어요.
noTopics = 아직 받아 보는 주제가 없어요. /follow 뒤에 주제를 써서 시작해 보세요.
yourTopics = 받아 보는 주제 { $count }개:
topicWords = 검색어: { $words }
topicActive = 받아 보는 중
topicPaused = 일시 중지됨
topicMuted = 소리 없음
topicStrictness = 엄격도: { $strictness }
askName = 이 메시지에 답장으로 새 이름을 보내 주세요: { $name }
renamed = 이름을 바꿨어요: { $name }
sureToDelete = ‘{ $name }’ 주제를 그만 받아 볼까요?
deleted = 더 이상 받아 보지 않아요: { $name }
alertOn = 새 소식: { $topic }
digestOf = 새 구절 { $count }개
floodOf = 한꺼번에 많이 들어와서, 계속 울리지 않도록 구절 { $count }개를 메시지 하나에 모았어요.
moreLikeThis = 고마워요. 이 주제는 조금 더 넓게 고를게요
lessLikeThis = 고마워요. 이 주제는 조금 더 엄격하게 고를게요
settings =
    알림 보내는 때
    { $timing }
    방해 금지 시간: { $quiet }
    시간대: { $zone }
    { $sound }
timingInstant = 바로
timingDaily = 하루 한 번, { DATETIME($time, hour12: 0) }
timingWeekly = 일주일에 한 번, 월요일 { DATETIME($time, hour12: 0) }
noQuiet = 없음
quietHours = { DATETIME($from, hour12: 0) }~{ DATETIME($to, hour12: 0) }
soundOn = 소리 있음
soundOff = 소리 없음
askZone = 어느 지역의 시간에 맞출까요? 방해 금지 시간과 모아 보기에 쓰여요.
privacy =
    저장하는 것:
    • /settings 에서 고른 것({ $days }일 동안 소식이 없으면 삭제, 이름 대신 뒤섞은 번호로)
    • 주제를 받아 보는 경우, 이 채팅의 번호와 사용하는 언어
    • 받아 보는 주제와 알림을 보내도 되는 시간
    • 그 주제로 찾아서 보낸 알림
    • 아직 답하지 않은 메시지(답하면 삭제, 길어야 하루)
    • 답변에 아직 버튼이 있는 질문과 누르신 👍 와 👎({ $days }일 동안, 이름 대신 뒤섞은 번호로)
    • 채팅에서 하신 마지막 질문(10분 동안, “그럼 2025년은?” 같은 말을 알아듣기 위해)
    • 저를 차단하거나 계정을 삭제하면 { $days }일 뒤에 모두 지워져요

    이름도 메시지도 저장하지 않아요. 보내 드리는 메시지 말고는 아무것도 이 컴퓨터를 벗어나지 않아요. /delete_me 로 모두 지울 수 있어요. 그룹에서는 그룹이 받아 보는 것을 지워요.
sureToForget = 이 채팅의 주제, 설정, 알림을 모두 지울까요? 되돌릴 수 없어요.
forgotten = 다 지웠어요. 이 채팅에 대해 남아 있는 것이 없어요.
statusLibrary = 문서: { $documents }, 글: { $articles }, 구절: { $passages }
statusReady = 모델과 색인: 준비됨
statusNotReady = 모델과 색인: { $code } ({ $hint })
statusBot =
    처리 중인 질문: { $questions } (가장 오래 기다린 것 { $oldestSeconds }초)
    Telegram의 마지막 응답: { $pollSeconds }초 전
statusInbox =
    수신함: 대기 { $waiting } (최장 { $oldestSeconds }초), 처리 중 { $running }
    이틀간 답하지 못함: 기한 지남 { $expired }, 한꺼번에 너무 많음 { $refused }, 오류 { $failed }, 도착 불명 { $unsure }, 중단 { $attempts }
statusAlerts =
    주제: { $topics }
    보낼 알림: { $waiting } (가장 오래된 것 { $oldestMinutes }분)
    보냄: { $sent }, 포기: { $dead }, 불확실: { $unknown }, 결과를 모르는 시도: { $ambiguous }
statusFeeds = 피드와 채널: { $feeds }, 오류: { $failing }
followButton = 이 주제 받아 보기
startButton = 시작
cancelButton = 취소
stricterButton = 더 엄격하게
looserButton = 더 넓게
pauseButton = 일시 중지
resumeButton = 다시 시작
muteButton = 소리 끄기
unmuteButton = 소리 켜기
renameButton = 이름 바꾸기
deleteButton = 삭제
keepButton = 그대로 두기
unfollowButton = 그만 받기
goodButton = 👍 도움이 돼요
badButton = 👎 관련 없어요
contextPlainButton = 앞뒤
timingButton = 빈도
hourButton = 시각
quietButton = 방해 금지 시간
zoneButton = 시간대
soundButton = 소리
followCommand = 주제 받아 보기, 예: /follow 해양 경제
topicsCommand = 받아 보는 주제
settingsCommand = 언어, 답변, 알림
privacyCommand = 저장하는 것
deleteMeCommand = 모두 지우기

## Looking through the library.

libraryHolds = 서고에는 문서 { $documents }개에 글 { $articles }건이 있어요.
libraryDates =
    { $span ->
        [day] 날짜: { $from }
       *[range] 날짜: { $from } ~ { $to }
    }
libraryHow = 아래 버튼으로 둘러보거나, /article 뒤에 제목의 단어를 써 주세요.
documentsTitle = 문서
monthsTitle = 어느 달을 볼까요?
newestTitle = 최신 글
undated = 날짜 없음
articleCount = { $count }건
articleHow = 명령어 뒤에 제목의 단어를 써 주세요. 예: /article 도서관 규칙
titlesFound = 비슷한 제목이 { $count }건 있어요:
moreTitles = { $count }건이 더 있어요. 제목의 단어를 더 쓰면 좁힐 수 있어요.
noSuchTitle = 제목에 ‘{ $words }’ 단어가 있는 글은 없어요. 본문에서 찾으려면 명령어 없이 질문을 보내 주세요.
byDocumentButton = 문서별
byDateButton = 날짜별
newestButton = 최신 글
libraryButton = 서고
libraryCommand = 서고 둘러보기
latestCommand = 최신 글
articleCommand = 제목으로 글 열기, 예: /article 도서관 규칙

## What a reader chooses.

answerSettings =
    답하는 방식
    언어: { $language }
    답변마다 인용: { $quotes }개
    보기 방식: { $layout }
askLanguage = 어떤 언어로 말씀드릴까요? 인용은 언제나 원문 그대로예요.
languageAuto = Telegram 설정대로
languageButton = 언어
quotesButton = 인용 { $count }개
settingsButton = 설정
languageCommand = 언어 고르기
sureToForgetMe = 저장한 설정, 주제, 알림, 질문을 모두 지울까요? 되돌릴 수 없어요.

## Follow-ups.

understoodAs = 이렇게 이해했어요: { $question }
literalButton = 쓴 말 그대로 찾기

## What a reader says of an answer.

helpfulButton = 👍 도움 됐어요
notHelpfulButton = 👎 도움 안 됐어요
shouldBeThereButton = 👎 서고에 있을 텐데요
wrongPassageButton = 구절이 안 맞아요
wrongSourceButton = 출처가 안 맞아요
missingButton = 더 나은 구절이 있어요
otherReasonButton = 다른 이유
voteThanks = 고마워요, 기록했어요
voteTakenBack = 취소했어요
statusVotes = 답변 평가: 👍 { $good }, 👎 { $bad }

similarTopic = ‘{ $words }’ 주제는 이미 받아 보는 ‘{ $name }’ 주제와 같은 것 같아요. 합치면 글마다 알림이 두 번이 아니라 한 번만 가요.
merged = 합쳤어요: ‘{ $name }’ 주제를 받아 보고, 같은 알림이 두 번 가지 않아요.
channelUnknown = 저는 { $name } 채널의 관리자가 아니에요. 게시 권한이 있는 관리자로 지정한 뒤 다시 시도해 주세요.
keepBothButton = 둘 다 두기
mergeButton = 합치기

traceCommand = 표현이 처음 나온 곳
catchUpButton = 밀린 글 받기
caughtUp =
    { $count ->
        [0] 쉬는 동안 들어온 글이 없어요.
       *[other] 쉬는 동안 글이 { $count }건 들어왔어요. 곧 보내 드릴게요.
    }

## Places: groups, links, inline mode.

nearestPassage = 질문에 바로 답하는 구절은 없어요. 가장 가까운 구절이에요
inContextButton = 앞뒤 보기
howToMention = 제 이름 뒤에 질문을 써 주세요. 예: @{ $username } 이 규정은 언제부터 시행되나요?
linkedQuote = 서고의 원문 그대로예요. 궁금한 점이 있으면 편하게 물어봐 주세요.
quoteGone = 이 링크의 구절은 이제 서고에 없어요. 글이 바뀌었거나 빠졌어요. 질문해 주시면 지금 있는 글에서 찾아볼게요.
answerGone = 이 답변은 이제 보관하지 않아요. 질문을 보내 주시면 다시 찾아볼게요.
shareNumberButton = 공유 { $number }
shareButton = 공유
inlineHint = 질문을 입력하면 원문을 인용해요
inlineAskThere = 개인 채팅에서 묻기
inlineNothing = 찾지 못했어요
inlineNothingHint = 서고에 이 내용이 없어요. 다른 말로 찾아보세요.

## Layout and corrections.

layoutButton = 보기 방식
layoutPlain = 기본
layoutRich = 각주 포함
layoutNote = 답변이 비어 보이면 앱이 아직 이 방식을 지원하지 않는 거예요. 원래대로 되돌려 주세요.
wholeButton = 글 하나예요
fixHelp =
    제목, 날짜, 글의 경계를 고칠 수 있어요. 번호는 보고서 아래 ‘자세히’에 있어요:

    /fix title 0a1b2c3d4e5f 새 제목
    /fix date 0a1b2c3d4e5f 2025-03-08
    /fix join 0a1b2c3d4e5f 앞 글과 합치기
    /fix split 0a1b2c3d4e5f 120 120번째 줄부터 새 글로 나누기
fixDone = 고쳤어요. 이 문서의 글:
fixFailed = 그렇게는 고칠 수 없었어요.

## The chat in the terminal.

terminalWelcome = 글 { $articles }건에서 인용해요. 질문을 입력하세요. /help: 명령어, Ctrl-D: 끝내기.
terminalHelp =
    질문을 입력하면 서고의 원문 그대로 인용해서 답해요.
      /more        마지막 질문의 나머지 구절
      /context 1   인용 1과 앞뒤 내용
      /open 1      인용 1의 글 전문(Enter: 다음 쪽, q: 돌아가기). /open 뒤에 글 번호를 써도 돼요
      /articles    서고에 있는 글
      /help        이 목록
      /quit        끝내기(Ctrl-D도 돼요)
terminalNoQuotes = 아직 인용이 없어요. 먼저 질문해 주세요.
terminalNoMore = 이 질문에는 구절이 더 없어요.
terminalNoSuchQuote =
    { $shown ->
        [1] 인용은 1번뿐이고, ‘{ $given }’ 번호는 없어요.
       *[other] ‘{ $given }’ 대신 1부터 { $shown }까지의 번호를 써 주세요.
    }
terminalNoSuchArticle = { $id } 글은 없어요. /articles 로 목록을 볼 수 있어요.
terminalUnknown = { $command } 명령어는 없어요. /help 로 목록을 볼 수 있어요.
terminalStopped = 멈췄어요.
terminalLeave = 끝내려면 Ctrl-C를 한 번 더 누르거나 Ctrl-D를 누르세요.
terminalPager = — { $page }/{ $pages } — Enter: 다음 쪽, q: 돌아가기
