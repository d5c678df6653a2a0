## Answers: the bot and the terminal share these.

foundPassages =
    { $count ->
        [one] { $count } passage
       *[other] { $count } passages
    }
related = No passage answers this directly; these come nearest
nearestPassage = No passage answers this directly; this one comes nearest
notFound = The library holds nothing on this. Try other words, or ask about something more specific.
notAQuestion = Hello! I answer with the exact words of the articles in my library. Ask me about anything they cover.
emptyLibrary = The library is still empty. Please come back once it holds some articles.
alsoIn = Also in
lines =
    { $count ->
        [1] line { $startLine }
       *[other] lines { $startLine }–{ $endLine }
    }
pages =
    { $count ->
        [1] p. { $startPage }
       *[other] pp. { $startPage }–{ $endPage }
    }
newestVersion = newest version of { $of }
olderVersion = version { $number } of { $of }, the newest is of { $newestDate }
olderVersionUndated = version { $number } of { $of }, there is a newer one
traceTotal =
    “{ $wording }”: { $uses ->
        [1] once
       *[other] { $uses } times
    } in { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }
traceNone = “{ $wording }” stands nowhere in the library.
traceFirst = First
traceLater = Later, in other words
traceUndated = { $uses } more without a date
howToTrace = Put the wording after the command, like this: /trace opening hours
colon = :{" "}

## Answers: the bot only.

youAsked = Q: { $question }
questionTooLong = That was a long one: I read only the first { $limit } characters of your question.
restInArticle = This passage is too long to fit here; open the article to read all of it.
articleGone = This article has changed or left the library. Please ask again.
linkedQuote = From my library, word for word. Just write to me if you have a question.
quoteGone = The passage behind this link is no longer in the library: its article was changed or removed. Ask me, and I will look for what is there now.
answerGone = This answer is no longer kept. Send me the question, and I will look again.

## First steps.

start =
    Hello, I am Quoth, a bot that only quotes.
    Ask in any language: I look for the passages that answer, and show them word for word with their source.
    If the library holds no answer, I say so.
tryExample = Try one of these:
help =
    Just send me your question. In groups, use /ask and your question, mention me, or reply to me.

    • Quotes are word for word; the most telling sentences are in bold
    • “Context” shows what comes before and after, “Article” the whole text
    • “More” brings the remaining passages
    • /trace and a wording: where it first stands, and how often
    • You can go on where you were: “and in 2025?”

    /latest: the newest articles; /library: all of them
    /follow and a subject: when a new article brings something on it, I quote it to you
    /topics: what you follow
    /settings: language, answers, alerts
howToAsk = Put your question after the command, like this: /ask When does the rule take effect?
howToMention = Put your question after my name, like this: @{ $username } When does the rule take effect?
onlyText = I can only read text. Please type your question as a message.

## Trouble, in kind words.

trouble = Sorry, something went wrong and I could not answer. Please ask again in a little while.
busy = You are faster than I am! I answer one question at a time; please ask this one again in a moment.
maybeUnanswered = I was interrupted while answering this. If you cannot see the whole answer, I will gladly answer again.
askAgainButton = Answer again
maybeUndone = I was interrupted while answering this. If you cannot see an answer, please send it again.
tooFast =
    { $seconds ->
        [1] That was a lot at once. I take your next question in a second.
       *[other] That was a lot at once. I take your next question in { $seconds } seconds.
    }
oneMoment =
    { $ahead ->
        [1] One moment, please: one question is before yours.
       *[other] One moment, please: { $ahead } questions are before yours.
    }

## Feeds, for keepers only.

feedHelp =
    New articles come from feeds and channels:

    /feed add https://… adds an RSS, Atom or JSON feed
    /feed add @channel adds a channel in which I am an admin
    /feed list shows them all
    /feed remove 3 removes number 3; its articles stay
feedNone = There are no feeds yet.
feedAdded =
    { $entries ->
        [one] Added: { $title }. It holds { $entries } entry now; I am reading it in.
       *[other] Added: { $title }. It holds { $entries } entries now; I am reading them in.
    }
feedAlreadyThere = Already there: { $title }
channelAdded = Added: { $name }. Make me an admin of that channel, and its posts will join the library.
channelAllowed = From now on the posts of “{ $title }” join the library.
channelForgotten = I am no longer in “{ $title }”. Its articles stay in the library; new posts will not come.
feedRemoved = Removed: { $title }. Its articles stay in the library.
feedUnknown = I know no such feed. /feed list shows them all.
feedWell = read { $when }
feedNotPulled = not read yet
feedFailing =
    { $times ->
        [1] failed once
       *[other] failed { $times } times in a row
    }
feedIsChannel = channel
feedBadAddress = That is not a web address I can read. It should begin with https:// or http://.
feedForbidden = I only read addresses on the public internet; this one leads into a private network.
feedUnreachable = The server did not answer as it should. Please check the address, or try again later.
feedRefused = The server has nothing at this address, or does not let me read it.
feedRedirects = This address keeps leading on to another one. Please send me the last one.
feedTooLarge = This is too large for a feed. Perhaps there is one with the latest entries only.
feedInvalid = There is no RSS, Atom or JSON feed at this address.
feedUnsafe = This feed declares entities of its own, which is not safe to read.
feedSuggestion = The page itself names this feed: { $address }

deliveryReading = Reading { $name } …
deliveryProgress = { $name }: { $done } of { $total } passages
deliveryDone =
    { $count ->
        [one] { $name }: one article
       *[other] { $name }: { $count } articles
    }
deliveryKnown =
    { $count ->
        [one] Already in the library: one document
       *[other] Already in the library: { $count } documents
    }
deliveryFailed = { $name } could not be taken in.
deliveryTooLarge = Telegram lets me fetch files of up to { $megabytes } MB. Please put larger ones into a watched folder.
deliveryUndone =
    { $count ->
        [0] Nothing of it is in the library.
        [one] Taken out again: one article.
       *[other] Taken out again: { $count } articles.
    }
undoButton = Undo
detailsButton = Details
wholeButton = It is one article
fixHelp =
    Titles, dates and boundaries can be mended; Details under a report shows the ids:

    /fix title 0a1b2c3d4e5f New title
    /fix date 0a1b2c3d4e5f 2025-03-08
    /fix join 0a1b2c3d4e5f joins it with the article before it
    /fix split 0a1b2c3d4e5f 120 begins a new article at line 120
fixDone = Mended. The document now holds:
fixFailed = That could not be mended so.

## Toasts, 200 characters at most.

staleButton = This button has expired, please ask again
notYourButton = Someone else asked this. You can ask me too!
alreadyShown = It is already further down

## Button labels, 24 characters at most.

moreButton = More passages ({ $count })
contextButton = Context { $number }
articleButton = Article { $number }
shareNumberButton = Share { $number }
shareButton = Share
inContextButton = In context
wholeArticleButton = Article
backButton = Back

inlineHint = Type a question to quote the library
inlineAskThere = Ask me in private
inlineNothing = Nothing found
inlineNothingHint = The library holds nothing on this. Try other words.

## What Telegram shows before the first message.

askCommand = Ask a question, like: /ask When does it take effect?
helpCommand = How it works
startCommand = Start over
botDescription = Ask me a question, in any language. I find the passages in my library that answer it and show them word for word, with title, date and place. Nothing is made up or reworded; if the library holds no answer, I say so.
botShortDescription = A bot that only quotes: answers word for word, with their source.

## Topics and alerts.

followHow =
    Put what you want to follow after the command, in any language, like this: /follow marine economy

    "exact words" must occur, -words must not.
topicTooShort = That is too short to follow: give me at least a word.
topicTooLong = That is too long for a topic: please keep to { $limit } characters.
topicTooWide = That would match nearly everything: { $fired } of { $articles } articles. Please name something more specific.
tooManyTopics = You follow { $limit } topics already, which is the most I can keep. Remove one with /topics first.
alreadyFollowed = You follow this already: { $name }
adminsOnly = Only admins can do this
backTest = “{ $words }” would have brought { $fired } of the { $articles } articles so far.
nothingNear = Nothing so far, but the next article may be the one.
bestSoFar = The best of them:
nowFollowing =
    Following: { $name }
    I will quote new articles on it as they come. /topics shows all you follow, /settings when I may write.
noTopics = You follow nothing yet. Begin with: /follow and a subject
yourTopics =
    { $count ->
        [one] You follow { $count } topic:
       *[other] You follow { $count } topics:
    }
topicWords = Words: { $words }
topicActive = Active
topicPaused = Paused
topicMuted = Without a sound
topicStrictness = Strictness: { $strictness }
askName = Reply to this message with a new name for: { $name }
renamed = Renamed: { $name }
sureToDelete = Stop following “{ $name }” for good?
deleted = No longer following: { $name }
alertOn = New on: { $topic }
digestOf =
    { $count ->
        [one] { $count } new passage
       *[other] { $count } new passages
    }
floodOf = A lot has come in at once: { $count } passages in one message, so that it does not ring all the time.
moreLikeThis = Thanks: a little looser on this topic from now on
lessLikeThis = Thanks: a little stricter on this topic from now on
settings =
    When I write to you
    { $timing }
    Quiet hours: { $quiet }
    Time zone: { $zone }
    { $sound }
timingInstant = At once
timingDaily = Once a day, at { $time }
timingWeekly = Once a week, Mondays at { $time }
noQuiet = none
quietHours = { $from } – { $to }
soundOn = With a sound
soundOff = Without a sound
askZone = Which clock is yours? Quiet hours and digests go by it.
privacy =
    What I keep of you:
    • what you have chosen in /settings, until I have not heard of you for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, with a scrambled number in place of your name
    • the number of this chat and your language, if you follow something
    • the topics you follow and when I may write
    • which alerts were raised and sent for them
    • your messages until I have answered them, a day at most
    • the questions whose answers still have buttons, and your 👍 and 👎, for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, with a scrambled number in place of your name
    • your last question in a chat, for ten minutes, so that I understand “and in 2025?”
    • if you block me or delete your account, all of it goes after { $days ->
        [one] { $days } day
       *[other] { $days } days
    }

    No names and no messages. Nothing leaves this machine but my messages to you. /delete_me removes all of it; in a group, what the group follows.
sureToForget = Remove all topics, settings and alerts of this chat? This cannot be undone.
forgotten = Done: nothing of this chat is kept any more.
statusLibrary = Documents: { $documents }, articles: { $articles }, passages: { $passages }
statusReady = Model and index: ready
statusNotReady = Model and index: { $code } ({ $hint })
statusBot =
    Questions under way: { $questions } (oldest waits { $oldestSeconds } s)
    Telegram last answered { $pollSeconds } s ago
statusInbox =
    Inbox: { $waiting } waiting (oldest { $oldestSeconds } s), { $running } under way
    Unanswered in two days: { $expired } too late, { $refused } too many at once, { $failed } failed, { $unsure } in doubt, { $attempts } cut off
statusAlerts =
    Topics: { $topics }
    Alerts waiting: { $waiting } (oldest { $oldestMinutes } min)
    Sent: { $sent }, given up: { $dead }, unknown: { $unknown }, unsure attempts: { $ambiguous }
statusFeeds = Feeds and channels: { $feeds }, failing: { $failing }
followButton = Follow this
startButton = Start
cancelButton = Cancel
stricterButton = Stricter
looserButton = Looser
pauseButton = Pause
resumeButton = Resume
muteButton = Mute
unmuteButton = Unmute
renameButton = Rename
deleteButton = Delete
keepButton = Keep it
unfollowButton = Unfollow
goodButton = 👍 More like this
badButton = 👎 Not this
contextPlainButton = Context
timingButton = How often
hourButton = Hour
quietButton = Quiet hours
zoneButton = Time zone
soundButton = Sound
followCommand = Follow a subject, like: /follow marine economy
traceCommand = Where a wording first stands
topicsCommand = What you follow
settingsCommand = Language, answers, alerts
privacyCommand = What is kept of you
deleteMeCommand = Remove all of it

## Looking through the library.

libraryHolds =
    The library holds { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    } in { $documents ->
        [one] { $documents } document
       *[other] { $documents } documents
    }.
libraryDates =
    { $span ->
        [day] Dated { $from }.
       *[range] Dated from { $from } to { $to }.
    }
libraryHow = Look around below, or put words of a title after /article.
documentsTitle = Documents
monthsTitle = Which month?
newestTitle = Newest articles
undated = Undated
articleCount =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
articleHow = Put words of the title after the command, like this: /article library rules
titlesFound =
    { $count ->
        [one] { $count } title comes near:
       *[other] { $count } titles fit:
    }
moreTitles = And { $count } more; another word of the title narrows it down.
noSuchTitle = No title has the words “{ $words }”. To look inside the articles, send me your question without the command.
byDocumentButton = By document
byDateButton = By date
newestButton = Newest
libraryButton = Library
libraryCommand = Look through the library
latestCommand = The newest articles
articleCommand = Open an article by its title, like: /article library rules

## What a reader chooses.

answerSettings =
    How I answer
    Language: { $language }
    Quotes in an answer: { $quotes }
    Layout: { $layout }
layoutPlain = plain
layoutRich = with footnotes
layoutNote = If answers look empty now, your app does not know this layout yet: switch back.
layoutButton = Layout
askLanguage = Which language shall I speak? Quotes always stay as the articles have them.
languageAuto = As in Telegram
languageButton = Language
quotesButton = Quotes: { $count }
settingsButton = Settings
languageCommand = Choose the language
sureToForgetMe = Remove all that I keep of you: choices, topics, alerts and questions? This cannot be undone.

## Follow-ups.

understoodAs = Understood as: { $question }
literalButton = Only my words

## What a reader says of an answer.

helpfulButton = 👍 Helpful
notHelpfulButton = 👎 Not helpful
shouldBeThereButton = 👎 It should be there
wrongPassageButton = Wrong passage
wrongSourceButton = Wrong source
missingButton = Better one not found
otherReasonButton = Something else
voteThanks = Thank you, noted
voteTakenBack = Taken back
statusVotes = Votes on answers: 👍 { $good }, 👎 { $bad }

similarTopic = “{ $words }” seems to be the same as “{ $name }”, which you follow already. Merge them, and you get one alert an article, not two.
merged = Merged: you follow “{ $name }”, and nothing twice.
channelUnknown = I am no admin of a channel { $name }. Make me one there, with the right to post, and try again.
keepBothButton = Keep both
mergeButton = Merge

catchUpButton = Catch up
caughtUp =
    { $count ->
        [0] Nothing on this has come in meanwhile.
        [one] One article has come in meanwhile; it is on its way.
       *[other] { $count } articles have come in meanwhile; they are on their way.
    }

## The chat in the terminal.

terminalWelcome =
    { $articles ->
        [one] { $articles } article to quote from.
       *[other] { $articles } articles to quote from.
    } Type a question, /help for commands, Ctrl-D to leave.
terminalHelp =
    Type a question: the answer is quoted word for word from the library.
      /more        more quotes on the last question
      /context 1   quote 1 with the text around it
      /open 1      the article of quote 1 (Enter: next page, q: back); /open ID works too
      /articles    what is in the library
      /help        this list
      /quit        leave (also Ctrl-D)
terminalNoQuotes = No quotes yet: ask a question first.
terminalNoMore = No more quotes on this question.
terminalNoSuchQuote =
    { $shown ->
        [1] There is only quote 1, not “{ $given }”.
       *[other] Give a number from 1 to { $shown }, not “{ $given }”.
    }
terminalNoSuchArticle = There is no article { $id }. /articles lists them.
terminalUnknown = There is no command { $command }. /help lists the commands.
terminalStopped = Stopped.
terminalLeave = Press Ctrl-C again or Ctrl-D to leave.
terminalPager = — { $page }/{ $pages } — Enter: next page, q: back
