## Answers: the bot and the terminal share these.

foundPassages =
    { $count ->
        [one] { $count } Textstelle gefunden
       *[other] { $count } Textstellen gefunden
    }
related = Keine Stelle beantwortet das direkt; diese kommen am nächsten
notFound = Dazu steht nichts in der Bibliothek. Versuch es mit anderen Worten oder frag etwas genauer.
notAQuestion = Hallo! Ich antworte nur mit dem Wortlaut der Artikel in meiner Bibliothek. Frag mich nach dem, was darin steht.
emptyLibrary = Die Bibliothek ist noch leer. Schau wieder vorbei, wenn Artikel darin sind.
alsoIn = Auch in
lines =
    { $count ->
        [1] Zeile { $startLine }
       *[other] Zeilen { $startLine }–{ $endLine }
    }
pages =
    { $count ->
        [1] S. { $startPage }
       *[other] S. { $startPage }–{ $endPage }
    }
newestVersion = neueste von { $of } Fassungen
olderVersion = Fassung { $number } von { $of }, die neueste ist vom { $newestDate }
olderVersionUndated = Fassung { $number } von { $of }, es gibt eine neuere
traceTotal =
    „{ $wording }“: { $uses ->
        [one] einmal
       *[other] { $uses }-mal
    } in { $articles ->
        [one] einem Artikel
       *[other] { $articles } Artikeln
    }
traceNone = „{ $wording }“ steht nirgends in der Bibliothek.
traceFirst = Zuerst
traceLater = Später, mit anderen Worten
traceUndated = Dazu ohne Datum: { $uses }
howToTrace = Schreib den Wortlaut hinter den Befehl, zum Beispiel: /trace Öffnungszeiten
colon = :{" "}

## Answers: the bot only.

youAsked = Frage: { $question }
questionTooLong =
    { $limit ->
        [one] Deine Frage war lang: Ich habe nur das erste Zeichen gelesen.
       *[other] Deine Frage war lang: Ich habe nur die ersten { $limit } Zeichen gelesen.
    }
restInArticle = Diese Stelle ist zu lang und passt hier nicht hin; im Artikel steht sie ganz.
articleGone = Dieser Artikel wurde geändert oder ist nicht mehr in der Bibliothek. Bitte frag noch einmal.

## First steps.

start =
    Hallo, ich bin Quoth, ein Bot, der nur zitiert.
    Frag in jeder Sprache: Ich suche die Stellen, die deine Frage beantworten, und zeige sie Wort für Wort mit ihrer Quelle.
    Wenn die Antwort nicht in der Bibliothek steht, sage ich das.
tryExample = Probier es zum Beispiel damit:
help =
    Schick mir einfach deine Frage. In Gruppen schreib /ask und deine Frage, erwähne mich oder antworte auf eine Nachricht von mir.

    • Zitate sind wörtlich; die wichtigsten Sätze sind fett
    • „Kontext“ zeigt, was davor und danach steht, „Artikel“ den ganzen Text
    • „Mehr Stellen“ bringt die übrigen
    • /trace und ein Wortlaut: wo er zuerst steht und wie oft
    • Du kannst dort weiterfragen: „und 2025?“

    /latest: die neuesten Artikel; /library: alle
    /follow und ein Thema: Bringt ein neuer Artikel etwas dazu, zitiere ich es dir
    /topics: deine Themen
    /settings: Sprache, Antworten, Meldungen
howToAsk = Schreib deine Frage hinter den Befehl, zum Beispiel: /ask Wann tritt die Regel in Kraft?
onlyText = Ich kann nur Text lesen. Bitte schreib mir deine Frage als Nachricht.

## Trouble, in kind words.

trouble = Entschuldige, da ist etwas schiefgegangen, und ich konnte nicht antworten. Bitte frag gleich noch einmal.
busy = Du bist schneller als ich! Ich beantworte eine Frage nach der anderen; stell diese bitte gleich noch einmal.
maybeUnanswered = Ich wurde beim Antworten unterbrochen. Wenn du nicht die ganze Antwort siehst, antworte ich gern noch einmal.
askAgainButton = Noch einmal antworten
maybeUndone = Ich wurde dabei unterbrochen. Wenn du keine Antwort siehst, schick es bitte noch einmal.
tooFast =
    { $seconds ->
        [1] Das war viel auf einmal. Deine nächste Frage nehme ich in einer Sekunde an.
        [one] Das war viel auf einmal. Deine nächste Frage nehme ich in { $seconds } Sekunde an.
       *[other] Das war viel auf einmal. Deine nächste Frage nehme ich in { $seconds } Sekunden an.
    }
oneMoment =
    { $ahead ->
        [1] Einen Moment bitte: Eine Frage ist vor deiner dran.
        [one] Einen Moment bitte: { $ahead } Frage ist vor deiner dran.
       *[other] Einen Moment bitte: { $ahead } Fragen sind vor deiner dran.
    }

## Feeds, for keepers only.

feedHelp =
    Neue Artikel kommen aus Feeds und Kanälen:

    /feed add https://… fügt einen RSS-, Atom- oder JSON-Feed hinzu
    /feed add @kanal fügt einen Kanal hinzu, in dem ich Admin bin
    /feed list zeigt alle
    /feed remove 3 entfernt Nummer 3; ihre Artikel bleiben
feedNone = Es gibt noch keine Feeds.
feedAdded =
    { $entries ->
        [one] Hinzugefügt: { $title }. Der Feed hat gerade { $entries } Eintrag; ich lese ihn ein.
       *[other] Hinzugefügt: { $title }. Der Feed hat gerade { $entries } Einträge; ich lese sie ein.
    }
feedAlreadyThere = Schon dabei: { $title }
channelAdded = Hinzugefügt: { $name }. Mach mich dort zum Admin, dann kommen die Beiträge in die Bibliothek.
channelAllowed = Ab jetzt kommen die Beiträge von „{ $title }“ in die Bibliothek.
channelForgotten = Ich bin nicht mehr in „{ $title }“. Die Artikel bleiben in der Bibliothek; neue Beiträge kommen nicht mehr.
feedRemoved = Entfernt: { $title }. Die Artikel bleiben in der Bibliothek.
feedUnknown = Diesen Feed kenne ich nicht. /feed list zeigt alle.
feedWell = gelesen: { $when }
feedNotPulled = noch nicht gelesen
feedFailing =
    { $times ->
        [1] einmal fehlgeschlagen
        [one] { $times }-mal fehlgeschlagen
       *[other] { $times }-mal hintereinander fehlgeschlagen
    }
feedIsChannel = Kanal
feedBadAddress = Diese Adresse kann ich nicht lesen. Sie muss mit https:// oder http:// beginnen.
feedForbidden = Ich lese nur öffentliche Adressen im Internet; diese führt in ein privates Netz.
feedUnreachable = Der Server hat nicht richtig geantwortet. Prüf bitte die Adresse oder versuch es später noch einmal.
feedRefused = Unter dieser Adresse liegt nichts, oder der Server lässt mich nicht lesen.
feedRedirects = Diese Adresse leitet immer weiter. Bitte schick mir die letzte.
feedTooLarge = Das ist zu groß für einen Feed. Vielleicht gibt es einen nur mit den neuesten Einträgen.
feedInvalid = Unter dieser Adresse gibt es keinen RSS-, Atom- oder JSON-Feed.
feedUnsafe = Dieser Feed deklariert eigene Entitäten; ihn zu lesen wäre nicht sicher.
feedSuggestion = Die Seite selbst nennt diesen Feed: { $address }
deliveryReading = Ich lese { $name } …
deliveryProgress = { $name }: { $done } von { $total } Textstellen
deliveryDone =
    { $count ->
        [one] { $name }: ein Artikel
       *[other] { $name }: { $count } Artikel
    }
deliveryKnown = Schon in der Bibliothek, Dokumente: { $count }
deliveryFailed = { $name } konnte nicht aufgenommen werden.
deliveryTooLarge = Telegram lässt mich Dateien bis { $megabytes } MB laden. Größere leg bitte in einen überwachten Ordner.
deliveryUndone = Wieder entfernte Artikel: { $count }
undoButton = Rückgängig
detailsButton = Einzelheiten

## Toasts, 200 characters at most.

staleButton = Dieser Knopf ist abgelaufen, bitte frag noch einmal
notYourButton = Das hat jemand anderes gefragt. Du kannst mich aber auch fragen!
alreadyShown = Das steht schon weiter unten

## Button labels, 24 characters at most.

moreButton = Mehr Stellen ({ $count })
contextButton = Kontext { $number }
articleButton = Artikel { $number }
wholeArticleButton = Artikel
backButton = Zurück

## What Telegram shows before the first message.

askCommand = Eine Frage stellen, zum Beispiel: /ask Wann tritt das in Kraft?
helpCommand = So funktioniert es
startCommand = Von vorn beginnen
botDescription = Stell mir eine Frage, in jeder Sprache. Ich suche in meiner Bibliothek die Stellen, die sie beantworten, und zeige sie Wort für Wort, mit Titel, Datum und Fundstelle. Nichts ist erfunden oder umformuliert; wenn die Antwort nicht darin steht, sage ich das.
botShortDescription = Ein Bot, der nur zitiert: Antworten Wort für Wort, mit Quelle.

## Topics and alerts.

followHow =
    Schreib hinter den Befehl, welchem Thema du folgen willst, in jeder Sprache, zum Beispiel: /follow Meereswirtschaft

    "genaue Wörter" müssen vorkommen, -Wörter dürfen nicht.
topicTooShort = Das ist zu kurz: Nenn mir mindestens ein Wort.
topicTooLong =
    { $limit ->
        [one] Das ist zu lang für ein Thema: bitte höchstens { $limit } Zeichen.
       *[other] Das ist zu lang für ein Thema: bitte höchstens { $limit } Zeichen.
    }
topicTooWide =
    { $articles ->
        [one] Das träfe fast alles: { $fired } von { $articles } Artikel. Bitte nenn etwas Genaueres.
       *[other] Das träfe fast alles: { $fired } von { $articles } Artikeln. Bitte nenn etwas Genaueres.
    }
tooManyTopics =
    { $limit ->
        [one] Du folgst schon { $limit } Thema, mehr kann ich nicht behalten. Entferne zuerst eines mit /topics.
       *[other] Du folgst schon { $limit } Themen, mehr kann ich nicht behalten. Entferne zuerst eines mit /topics.
    }
alreadyFollowed = Dem folgst du schon: { $name }
adminsOnly = Das dürfen nur Admins
backTest =
    { $articles ->
        [one] „{ $words }“ hätte bisher { $fired } von { $articles } Artikel gebracht.
       *[other] „{ $words }“ hätte bisher { $fired } von { $articles } Artikeln gebracht.
    }
nothingNear = Bisher nichts, aber vielleicht ist es schon der nächste Artikel.
bestSoFar = Das Beste davon:
nowFollowing =
    Du folgst jetzt: { $name }
    Neue Artikel dazu zitiere ich, sobald sie kommen. /topics zeigt alle deine Themen, /settings, wann ich schreiben darf.
noTopics = Du folgst noch keinem Thema. Fang an mit /follow und einem Thema.
yourTopics =
    { $count ->
        [one] Du folgst { $count } Thema:
       *[other] Du folgst { $count } Themen:
    }
topicWords = Suchwörter: { $words }
topicActive = Aktiv
topicPaused = Pausiert
topicMuted = Ohne Ton
topicStrictness = Strenge: { $strictness }
askName = Antworte auf diese Nachricht mit einem neuen Namen für: { $name }
renamed = Umbenannt: { $name }
sureToDelete = „{ $name }“ wirklich nicht mehr folgen?
deleted = Du folgst nicht mehr: { $name }
alertOn = Neues zu: { $topic }
digestOf =
    { $count ->
        [one] { $count } neue Textstelle
       *[other] { $count } neue Textstellen
    }
floodOf =
    { $count ->
        [one] Auf einmal kam viel herein: { $count } Textstelle in einer Nachricht, damit es nicht dauernd klingelt.
       *[other] Auf einmal kam viel herein: { $count } Textstellen in einer Nachricht, damit es nicht dauernd klingelt.
    }
moreLikeThis = Danke! Bei diesem Thema bin ich ab jetzt etwas großzügiger
lessLikeThis = Danke! Bei diesem Thema bin ich ab jetzt etwas strenger
settings =
    Wann ich dir schreibe
    { $timing }
    Ruhezeit: { $quiet }
    Zeitzone: { $zone }
    { $sound }
timingInstant = Sofort
timingDaily = Einmal am Tag, um { $time } Uhr
timingWeekly = Einmal in der Woche, montags um { $time } Uhr
noQuiet = keine
quietHours = { $from }–{ $to } Uhr
soundOn = Mit Ton
soundOff = Ohne Ton
askZone = Welche Uhr gilt für dich? Nach ihr richten sich Ruhezeit und Übersichten.
privacy =
    Was ich von dir aufbewahre:
    • was du in /settings gewählt hast, bis ich { $days ->
        [one] { $days } Tag
        *[other] { $days } Tage
    } lang nichts von dir gehört habe, mit einer verschlüsselten Nummer statt deines Namens
    • die Nummer dieses Chats und deine Sprache, wenn du einem Thema folgst
    • deine Themen und wann ich schreiben darf
    • welche Meldungen dazu gefunden und verschickt wurden
    • deine Nachrichten, bis ich geantwortet habe, höchstens einen Tag
    • Fragen, deren Antworten noch Knöpfe haben, und deine 👍 und 👎, { $days ->
        [one] { $days } Tag
        *[other] { $days } Tage
    } lang, mit einer verschlüsselten Nummer statt deines Namens
    • deine letzte Frage in einem Chat, zehn Minuten lang, damit ich „und 2025?“ verstehe
    • wenn du mich blockierst oder dein Konto löschst, verschwindet alles nach { $days ->
        [one] { $days } Tag
        *[other] { $days } Tagen
    }

    Keine Namen und keine Nachrichten. Nichts verlässt diesen Rechner außer meinen Nachrichten an dich. /delete_me löscht das alles; in einer Gruppe das, dem die Gruppe folgt.
sureToForget = Alle Themen, Einstellungen und Meldungen dieses Chats löschen? Das lässt sich nicht rückgängig machen.
forgotten = Erledigt: Von diesem Chat ist nichts mehr gespeichert.
statusLibrary = Dokumente: { $documents }, Artikel: { $articles }, Textstellen: { $passages }
statusReady = Modell und Index: bereit
statusNotReady = Modell und Index: { $code } ({ $hint })
statusBot =
    Fragen in Arbeit: { $questions } (älteste wartet { $oldestSeconds } s)
    Letzte Antwort von Telegram: vor { $pollSeconds } s
statusInbox =
    Eingang: { $waiting } warten (älteste { $oldestSeconds } s), { $running } in Arbeit
    Unbeantwortet in zwei Tagen: { $expired } zu spät, { $refused } zu viel auf einmal, { $failed } fehlgeschlagen, { $unsure } ungewiss, { $attempts } abgebrochen
statusAlerts =
    Themen: { $topics }
    Wartende Meldungen: { $waiting } (älteste: { $oldestMinutes } Min.)
    Gesendet: { $sent }, aufgegeben: { $dead }, ungewiss: { $unknown }, unsichere Versuche: { $ambiguous }
statusFeeds = Feeds und Kanäle: { $feeds }, gestört: { $failing }
followButton = Diesem Thema folgen
startButton = Loslegen
cancelButton = Abbrechen
stricterButton = Strenger
looserButton = Großzügiger
pauseButton = Pausieren
resumeButton = Fortsetzen
muteButton = Ton aus
unmuteButton = Ton an
renameButton = Umbenennen
deleteButton = Löschen
keepButton = Behalten
unfollowButton = Nicht mehr folgen
goodButton = 👍 Mehr davon
badButton = 👎 Das nicht
contextPlainButton = Kontext
timingButton = Wie oft
hourButton = Uhrzeit
quietButton = Ruhezeit
zoneButton = Zeitzone
soundButton = Ton
followCommand = Einem Thema folgen, zum Beispiel: /follow Meereswirtschaft
topicsCommand = Deine Themen
settingsCommand = Sprache, Antworten, Meldungen
privacyCommand = Was von dir gespeichert ist
deleteMeCommand = Alles davon löschen

## Looking through the library.

libraryHolds =
    In der Bibliothek: { $articles ->
        [one] { $articles } Artikel
       *[other] { $articles } Artikel
    } in { $documents ->
        [one] { $documents } Dokument
       *[other] { $documents } Dokumenten
    }.
libraryDates =
    { $span ->
        [day] Datum: { $from }.
       *[range] Von { $from } bis { $to }.
    }
libraryHow = Sieh dich mit den Knöpfen um oder schreib Wörter aus dem Titel hinter /article.
documentsTitle = Dokumente
monthsTitle = Welcher Monat?
newestTitle = Neueste Artikel
undated = Ohne Datum
articleCount =
    { $count ->
        [one] { $count } Artikel
       *[other] { $count } Artikel
    }
articleHow = Schreib Wörter aus dem Titel hinter den Befehl, zum Beispiel: /article Regeln der Bibliothek
titlesFound =
    { $count ->
        [one] { $count } Titel passt:
       *[other] { $count } Titel passen:
    }
moreTitles = Und { $count } weitere; noch ein Wort aus dem Titel grenzt es ein.
noSuchTitle = Kein Titel enthält „{ $words }“. Um in den Artikeln zu suchen, schick mir deine Frage ohne den Befehl.
byDocumentButton = Nach Dokument
byDateButton = Nach Datum
newestButton = Neueste
libraryButton = Bibliothek
libraryCommand = In der Bibliothek stöbern
latestCommand = Die neuesten Artikel
articleCommand = Einen Artikel am Titel finden, zum Beispiel: /article Regeln der Bibliothek

## What a reader chooses.

answerSettings =
    Wie ich antworte
    Sprache: { $language }
    Zitate je Antwort: { $quotes }
    Darstellung: { $layout }
askLanguage = Welche Sprache soll ich sprechen? Zitate bleiben immer so, wie sie im Artikel stehen.
languageAuto = Wie in Telegram
languageButton = Sprache
quotesButton = Zitate: { $count }
settingsButton = Einstellungen
languageCommand = Sprache wählen
sureToForgetMe = Alles löschen, was ich von dir habe: Einstellungen, Themen, Meldungen und Fragen? Das lässt sich nicht rückgängig machen.

## Follow-ups.

understoodAs = So verstanden: { $question }
literalButton = Nur meine Worte

## What a reader says of an answer.

helpfulButton = 👍 Hilfreich
notHelpfulButton = 👎 Nicht hilfreich
shouldBeThereButton = 👎 Müsste da sein
wrongPassageButton = Falsche Stelle
wrongSourceButton = Falsche Quelle
missingButton = Bessere Stelle fehlt
otherReasonButton = Etwas anderes
voteThanks = Danke, notiert
voteTakenBack = Zurückgenommen
statusVotes = Stimmen zu Antworten: 👍 { $good }, 👎 { $bad }

similarTopic = „{ $words }“ ist wohl dasselbe wie „{ $name }“, dem du schon folgst. Zusammengelegt bekommst du je Artikel eine Meldung statt zwei.
merged = Zusammengelegt: Du folgst „{ $name }“, und nichts kommt doppelt.
channelUnknown = Ich bin kein Admin im Kanal { $name }. Mach mich dort zum Admin, der posten darf, und versuch es noch einmal.
keepBothButton = Beide behalten
mergeButton = Zusammenlegen

traceCommand = Wo ein Wortlaut zuerst steht
catchUpButton = Nachholen
caughtUp =
    { $count ->
        [0] In der Pause kam nichts dazu.
        [one] In der Pause kam ein Artikel; er ist unterwegs zu dir.
       *[other] In der Pause kamen { $count } Artikel; sie sind unterwegs zu dir.
    }

## Places: groups, links, inline mode.

nearestPassage = Keine Stelle beantwortet das direkt; diese kommt am nächsten
inContextButton = Im Zusammenhang
howToMention = Schreib deine Frage hinter meinen Namen, zum Beispiel: @{ $username } Wann tritt die Regel in Kraft?
linkedQuote = Aus meiner Bibliothek, Wort für Wort. Wenn du eine Frage hast, schreib mir einfach.
quoteGone = Die Stelle hinter diesem Link ist nicht mehr in der Bibliothek: Der Artikel wurde geändert oder entfernt. Frag mich, dann suche ich, was jetzt dort steht.
answerGone = Diese Antwort ist nicht mehr gespeichert. Schick mir die Frage, dann suche ich noch einmal.
shareNumberButton = Teilen { $number }
shareButton = Teilen
inlineHint = Frage eingeben, um zu zitieren
inlineAskThere = Frag mich privat
inlineNothing = Nichts gefunden
inlineNothingHint = Die Bibliothek enthält dazu nichts. Versuch es mit anderen Worten.

## Layout and corrections.

layoutButton = Darstellung
layoutPlain = einfach
layoutRich = mit Fußnoten
layoutNote = Wenn Antworten jetzt leer aussehen, kennt deine App diese Darstellung noch nicht: Schalte zurück.
wholeButton = Es ist ein Artikel
fixHelp =
    Titel, Daten und Grenzen lassen sich berichtigen; „Einzelheiten“ unter dem Bericht zeigt die Kennungen:

    /fix title 0a1b2c3d4e5f Neuer Titel
    /fix date 0a1b2c3d4e5f 2025-03-08
    /fix join 0a1b2c3d4e5f verbindet ihn mit dem Artikel davor
    /fix split 0a1b2c3d4e5f 120 beginnt in Zeile 120 einen neuen Artikel
fixDone = Berichtigt. Das Dokument enthält jetzt:
fixFailed = So ließ sich das nicht berichtigen.

## The chat in the terminal.

terminalWelcome =
    { $articles ->
        [one] { $articles } Artikel zum Zitieren.
       *[other] { $articles } Artikel zum Zitieren.
    } Tipp eine Frage; /help zeigt die Befehle, Ctrl-D beendet.
terminalHelp =
    Tipp eine Frage: Die Antwort ist wörtlich aus der Bibliothek zitiert.
      /more        mehr Stellen zur letzten Frage
      /context 1   Zitat 1 mit dem Text davor und danach
      /open 1      der Artikel zu Zitat 1 (Enter: weiter, q: zurück); auch /open mit einer Kennung
      /articles    was in der Bibliothek ist
      /help        diese Liste
      /quit        beenden (auch Ctrl-D)
terminalNoQuotes = Noch keine Zitate: Stell zuerst eine Frage.
terminalNoMore = Zu dieser Frage gibt es keine weiteren Stellen.
terminalNoSuchQuote =
    { $shown ->
        [1] Es gibt nur Zitat 1, nicht „{ $given }“.
       *[other] Nenn eine Nummer von 1 bis { $shown }, nicht „{ $given }“.
    }
terminalNoSuchArticle = Einen Artikel { $id } gibt es nicht. /articles zeigt alle.
terminalUnknown = Einen Befehl { $command } gibt es nicht. /help zeigt alle.
terminalStopped = Abgebrochen.
terminalLeave = Zum Beenden noch einmal Ctrl-C oder Ctrl-D drücken.
terminalPager = — { $page }/{ $pages } — Enter: weiter, q: zurück
