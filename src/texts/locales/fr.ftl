## Answers: the bot and the terminal share these.

foundPassages =
    { $count ->
        [one] { $count } passage trouvé
       *[other] { $count } passages trouvés
    }
related = Aucun passage ne répond directement ; voici les plus proches
notFound = La bibliothèque ne contient rien à ce sujet. Essayez d’autres mots ou posez une question plus précise.
notAQuestion = Bonjour ! Je réponds avec les mots exacts des articles de ma bibliothèque. Interrogez-moi sur ce dont ils parlent.
emptyLibrary = La bibliothèque est encore vide. Revenez quand elle contiendra quelques articles.
alsoIn = Aussi dans
lines =
    { $count ->
        [1] ligne { $startLine }
       *[other] lignes { $startLine } à { $endLine }
    }
pages =
    { $count ->
        [1] p. { $startPage }
       *[other] p. { $startPage }-{ $endPage }
    }
newestVersion = version la plus récente sur { $of }
olderVersion = version { $number } sur { $of }, la plus récente date du { $newestDate }
olderVersionUndated = version { $number } sur { $of }, il en existe une plus récente
traceTotal =
    « { $wording } » : { $uses } fois dans { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }
traceNone = « { $wording } » ne figure pas dans la bibliothèque.
traceFirst = Première fois
traceLater = Plus tard, en d’autres mots
traceUndated = Sans date, en plus : { $uses }
howToTrace = Écrivez l’expression après la commande, par exemple : /trace heures d’ouverture
colon = {"\u00A0"}:{" "}

## Answers: the bot only.

youAsked = Question : { $question }
questionTooLong =
    { $limit ->
        [one] La question était longue : je n’en ai lu que le premier caractère.
       *[other] La question était longue : je n’en ai lu que les { $limit } premiers caractères.
    }
restInArticle = Ce passage est trop long pour tenir ici ; ouvrez l’article pour le lire en entier.
articleGone = Cet article a changé ou a quitté la bibliothèque. Merci de reposer la question.

## First steps.

start =
    Bonjour, je suis Quoth, un bot qui ne fait que citer.
    Posez votre question dans n’importe quelle langue : je cherche les passages qui y répondent et je les montre mot pour mot, avec leur source.
    Si la bibliothèque ne contient pas de réponse, je le dis.
tryExample = Essayez par exemple :
help =
    Envoyez-moi simplement votre question. Dans un groupe, écrivez /ask suivi de la question, mentionnez-moi ou répondez à l’un de mes messages.

    • Les citations sont exactes ; les phrases les plus parlantes sont en gras
    • « Contexte » montre ce qui précède et ce qui suit, « Article » le texte entier
    • « Autres passages » apporte la suite
    • /trace suivi d’une expression : où elle apparaît d’abord, et combien de fois
    • Vous pouvez enchaîner : « et en 2025 ? »

    /latest : les articles les plus récents ; /library : tous
    /follow suivi d’un sujet : dès qu’un nouvel article en parle, je le cite
    /topics : ce que vous suivez
    /settings : langue, réponses, alertes
howToAsk = Écrivez la question après la commande, par exemple : /ask Quand la règle entre-t-elle en vigueur ?
onlyText = Je ne sais lire que du texte. Écrivez-moi votre question dans un message.

## Trouble, in kind words.

trouble = Désolé, quelque chose s’est mal passé et je n’ai pas pu répondre. Réessayez dans un petit moment.
busy = Vous allez plus vite que moi ! Je réponds à une question à la fois ; reposez celle-ci dans un instant, s’il vous plaît.
maybeUnanswered = J’ai été interrompu pendant que je répondais. Si vous ne voyez pas toute la réponse, je réponds volontiers à nouveau.
askAgainButton = Répondre à nouveau
maybeUndone = J’ai été interrompu en chemin. Si vous ne voyez pas de réponse, merci de renvoyer le message.
tooFast =
    { $seconds ->
        [1] Cela fait beaucoup d’un coup. Je prends votre prochaine question dans une seconde.
        [one] Cela fait beaucoup d’un coup. Je prends votre prochaine question dans { $seconds } seconde.
       *[other] Cela fait beaucoup d’un coup. Je prends votre prochaine question dans { $seconds } secondes.
    }
oneMoment =
    { $ahead ->
        [one] Un instant, s’il vous plaît : { $ahead } question passe avant la vôtre.
       *[other] Un instant, s’il vous plaît : { $ahead } questions passent avant la vôtre.
    }

## Feeds, for keepers only.

feedHelp =
    Les nouveaux articles viennent de flux et de canaux :

    /feed add https://… ajoute un flux RSS, Atom ou JSON
    /feed add @canal ajoute un canal dont je suis administrateur
    /feed list les affiche tous
    /feed remove 3 retire le numéro 3 ; ses articles restent
feedNone = Il n’y a pas encore de flux.
feedAdded =
    { $entries ->
        [one] Ajouté : { $title }. Il contient { $entries } entrée ; je lis.
       *[other] Ajouté : { $title }. Il contient { $entries } entrées ; je les lis.
    }
feedAlreadyThere = Déjà présent : { $title }
channelAdded = Ajouté : { $name }. Nommez-moi administrateur de ce canal, et ses publications rejoindront la bibliothèque.
channelAllowed = Désormais, les publications de « { $title } » rejoignent la bibliothèque.
channelForgotten = Je ne suis plus dans « { $title } ». Ses articles restent dans la bibliothèque ; il n’y aura plus de nouvelles publications.
feedRemoved = Retiré : { $title }. Ses articles restent dans la bibliothèque.
feedUnknown = Je ne connais pas ce flux. /feed list les affiche tous.
feedWell = lu : { $when }
feedNotPulled = pas encore lu
feedFailing =
    { $times ->
        [1] un échec
        [one] { $times } échec
       *[other] { $times } échecs de suite
    }
feedIsChannel = canal
feedBadAddress = Je ne peux pas lire cette adresse. Elle doit commencer par https:// ou http://.
feedForbidden = Je ne lis que les adresses publiques d’internet ; celle-ci mène à un réseau privé.
feedUnreachable = Le serveur n’a pas répondu correctement. Vérifiez l’adresse ou réessayez plus tard.
feedRefused = Le serveur n’a rien à cette adresse, ou ne me laisse pas le lire.
feedRedirects = Cette adresse renvoie sans cesse vers une autre. Envoyez-moi la dernière, s’il vous plaît.
feedTooLarge = C’est trop gros pour un flux. Il en existe peut-être un qui ne contient que les dernières entrées.
feedInvalid = Il n’y a pas de flux RSS, Atom ou JSON à cette adresse.
feedUnsafe = Ce flux déclare ses propres entités ; le lire ne serait pas sûr.
feedSuggestion = La page elle-même indique ce flux : { $address }
deliveryReading = Lecture de { $name }…
deliveryProgress = { $name } : { $done } passages sur { $total }
deliveryDone =
    { $count ->
        [one] { $name } : { $count } article
       *[other] { $name } : { $count } articles
    }
deliveryKnown = Déjà dans la bibliothèque, documents : { $count }
deliveryFailed = { $name } n’a pas pu être ajouté.
deliveryTooLarge = Telegram me laisse télécharger des fichiers jusqu’à { $megabytes } Mo. Mettez les plus gros dans un dossier surveillé.
deliveryUndone = Articles retirés : { $count }
undoButton = Annuler
detailsButton = Détails

## Toasts, 200 characters at most.

staleButton = Ce bouton a expiré, merci de reposer la question
notYourButton = C’est la question de quelqu’un d’autre. Vous pouvez me poser la vôtre !
alreadyShown = C’est déjà plus bas

## Button labels, 24 characters at most.

moreButton = Autres passages ({ $count })
contextButton = Contexte { $number }
articleButton = Article { $number }
wholeArticleButton = Article
backButton = Retour

## What Telegram shows before the first message.

askCommand = Poser une question, par exemple : /ask Quand cela entre-t-il en vigueur ?
helpCommand = Comment ça marche
startCommand = Recommencer
botDescription = Posez-moi une question, dans n’importe quelle langue. Je cherche dans ma bibliothèque les passages qui y répondent et je les montre mot pour mot, avec titre, date et emplacement. Rien n’est inventé ni reformulé ; s’il n’y a pas de réponse, je le dis.
botShortDescription = Un bot qui ne fait que citer : il répond mot pour mot et donne sa source.

## Topics and alerts.

followHow =
    Écrivez après la commande ce que vous voulez suivre, dans n’importe quelle langue, par exemple : /follow économie maritime

    "mots exacts" doivent figurer dans le texte, -mots ne doivent pas y figurer.
topicTooShort = C’est trop court : donnez-moi au moins un mot.
topicTooLong =
    { $limit ->
        [one] C’est trop long pour un sujet : { $limit } caractère au plus.
       *[other] C’est trop long pour un sujet : { $limit } caractères au plus, s’il vous plaît.
    }
topicTooWide =
    { $fired ->
        [one] Presque tout correspondrait : { $fired } article sur { $articles }. Indiquez quelque chose de plus précis.
       *[other] Presque tout correspondrait : { $fired } articles sur { $articles }. Indiquez quelque chose de plus précis.
    }
tooManyTopics =
    { $limit ->
        [one] Vous suivez déjà { $limit } sujet, je ne peux pas en garder plus. Retirez-en d’abord un avec /topics.
       *[other] Vous suivez déjà { $limit } sujets, je ne peux pas en garder plus. Retirez-en d’abord un avec /topics.
    }
alreadyFollowed = Vous suivez déjà ce sujet : { $name }
adminsOnly = Seuls les administrateurs peuvent faire cela
backTest =
    { $fired ->
        [one] « { $words } » aurait signalé { $fired } article sur { $articles } à ce jour.
       *[other] « { $words } » aurait signalé { $fired } articles sur { $articles } à ce jour.
    }
nothingNear = Rien pour le moment, mais le prochain article sera peut-être le bon.
bestSoFar = Les meilleurs :
nowFollowing =
    Sujet suivi : { $name }
    Je citerai les nouveaux articles dès leur arrivée. /topics affiche tout ce que vous suivez, /settings les moments où je peux écrire.
noTopics = Vous ne suivez encore rien. Commencez par /follow suivi d’un sujet.
yourTopics =
    { $count ->
        [one] Vous suivez { $count } sujet :
       *[other] Vous suivez { $count } sujets :
    }
topicWords = Mots : { $words }
topicActive = Actif
topicPaused = En pause
topicMuted = Sans son
topicStrictness = Exigence : { $strictness }
askName = Répondez à ce message avec un nouveau nom pour : { $name }
renamed = Nouveau nom : { $name }
sureToDelete = Ne plus suivre « { $name } », définitivement ?
deleted = Vous ne suivez plus : { $name }
alertOn = Du nouveau sur : { $topic }
digestOf =
    { $count ->
        [one] { $count } nouveau passage
       *[other] { $count } nouveaux passages
    }
floodOf =
    { $count ->
        [one] Beaucoup de nouveautés d’un coup : { $count } passage dans un seul message, pour ne pas sonner sans arrêt.
       *[other] Beaucoup de nouveautés d’un coup : { $count } passages dans un seul message, pour ne pas sonner sans arrêt.
    }
moreLikeThis = Merci ! Je serai un peu moins exigeant sur ce sujet
lessLikeThis = Merci ! Je serai un peu plus exigeant sur ce sujet
settings =
    Quand je vous écris
    { $timing }
    Heures calmes : { $quiet }
    Fuseau horaire : { $zone }
    { $sound }
timingInstant = Tout de suite
timingDaily = Une fois par jour, à { $time }
timingWeekly = Une fois par semaine, le lundi à { $time }
noQuiet = aucune
quietHours = de { $from } à { $to }
soundOn = Avec le son
soundOff = Sans le son
askZone = Quelle heure est la vôtre ? Les heures calmes et les résumés la suivent.
privacy =
    Ce que je garde de vous :
    • ce que vous avez choisi dans /settings, jusqu’à ce que je sois sans nouvelles de vous pendant { $days ->
        [one] { $days } jour
        *[other] { $days } jours
    }, avec un numéro brouillé à la place de votre nom
    • le numéro de cette conversation et votre langue, si vous suivez un sujet
    • les sujets que vous suivez et les moments où je peux écrire
    • les alertes trouvées et envoyées pour eux
    • vos messages jusqu’à ma réponse, un jour au plus
    • les questions dont les réponses ont encore des boutons, et vos 👍 et 👎, pendant { $days ->
        [one] { $days } jour
        *[other] { $days } jours
    }, avec un numéro brouillé à la place de votre nom
    • votre dernière question dans une conversation, pendant dix minutes, pour comprendre « et en 2025 ? »
    • si vous me bloquez ou supprimez votre compte, tout disparaît après { $days ->
        [one] { $days } jour
        *[other] { $days } jours
    }

    Ni noms ni messages. Rien ne quitte cette machine, sauf mes messages pour vous. /delete_me efface tout cela ; dans un groupe, ce que suit le groupe.
sureToForget = Effacer tous les sujets, réglages et alertes de cette conversation ? C’est irréversible.
forgotten = C’est fait : je ne garde plus rien de cette conversation.
statusLibrary = Documents : { $documents }, articles : { $articles }, passages : { $passages }
statusReady = Modèle et index : prêts
statusNotReady = Modèle et index : { $code } ({ $hint })
statusBot =
    Questions en cours : { $questions } (la plus ancienne attend { $oldestSeconds } s)
    Dernière réponse de Telegram : il y a { $pollSeconds } s
statusInbox =
    Réception : { $waiting } en attente (la plus ancienne { $oldestSeconds } s), { $running } en cours
    Sans réponse en deux jours : { $expired } trop tard, { $refused } trop à la fois, { $failed } en échec, { $unsure } incertaines, { $attempts } interrompues
statusAlerts =
    Sujets : { $topics }
    Alertes en attente : { $waiting } (la plus ancienne : { $oldestMinutes } min)
    Envoyées : { $sent }, abandonnées : { $dead }, incertaines : { $unknown }, essais douteux : { $ambiguous }
statusFeeds = Flux et canaux : { $feeds }, en échec : { $failing }
followButton = Suivre ce sujet
startButton = Commencer
cancelButton = Annuler
stricterButton = Plus exigeant
looserButton = Moins exigeant
pauseButton = Mettre en pause
resumeButton = Reprendre
muteButton = Couper le son
unmuteButton = Remettre le son
renameButton = Renommer
deleteButton = Supprimer
keepButton = Garder
unfollowButton = Ne plus suivre
goodButton = 👍 Encore
badButton = 👎 Pas ça
contextPlainButton = Contexte
timingButton = Fréquence
hourButton = Heure
quietButton = Heures calmes
zoneButton = Fuseau horaire
soundButton = Son
followCommand = Suivre un sujet, par exemple : /follow économie maritime
topicsCommand = Ce que vous suivez
settingsCommand = Langue, réponses, alertes
privacyCommand = Ce qui est gardé de vous
deleteMeCommand = Tout effacer

## Looking through the library.

libraryHolds =
    La bibliothèque contient { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    } dans { $documents ->
        [one] { $documents } document
       *[other] { $documents } documents
    }.
libraryDates =
    { $span ->
        [day] Date : { $from }.
       *[range] Dates : de { $from } à { $to }.
    }
libraryHow = Parcourez-la avec les boutons, ou écrivez des mots du titre après /article.
documentsTitle = Documents
monthsTitle = Quel mois ?
newestTitle = Articles récents
undated = Sans date
articleCount =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
articleHow = Écrivez des mots du titre après la commande, par exemple : /article règlement de la bibliothèque
titlesFound =
    { $count ->
        [one] { $count } titre s’en approche :
       *[other] { $count } titres s’en approchent :
    }
moreTitles = Et { $count } de plus ; un autre mot du titre affinera la recherche.
noSuchTitle = Aucun titre ne contient « { $words } ». Pour chercher dans les articles, envoyez-moi votre question sans la commande.
byDocumentButton = Par document
byDateButton = Par date
newestButton = Récents
libraryButton = Bibliothèque
libraryCommand = Parcourir la bibliothèque
latestCommand = Les articles les plus récents
articleCommand = Ouvrir un article par son titre, par exemple : /article règlement de la bibliothèque

## What a reader chooses.

answerSettings =
    Comment je réponds
    Langue : { $language }
    Citations par réponse : { $quotes }
    Présentation : { $layout }
askLanguage = Dans quelle langue dois-je vous parler ? Les citations restent toujours telles quelles.
languageAuto = Comme dans Telegram
languageButton = Langue
quotesButton = Citations : { $count }
settingsButton = Réglages
languageCommand = Choisir la langue
sureToForgetMe = Effacer tout ce que je garde de vous : réglages, sujets, alertes et questions ? C’est irréversible.

## Follow-ups.

understoodAs = Question comprise ainsi : { $question }
literalButton = Seulement mes mots

## What a reader says of an answer.

helpfulButton = 👍 Utile
notHelpfulButton = 👎 Pas utile
shouldBeThereButton = 👎 Ça devrait y être
wrongPassageButton = Mauvais passage
wrongSourceButton = Mauvaise source
missingButton = Il existe mieux
otherReasonButton = Autre chose
voteThanks = Merci, c’est noté
voteTakenBack = Retiré
statusVotes = Avis sur les réponses : 👍 { $good }, 👎 { $bad }

similarTopic = « { $words } » semble être la même chose que « { $name } », que vous suivez déjà. Réunis, ils donneront une alerte par article, pas deux.
merged = Réunis : vous suivez « { $name } », et rien n’arrivera deux fois.
channelUnknown = Je ne suis pas administrateur du canal { $name }. Nommez-moi administrateur avec le droit de publier, puis réessayez.
keepBothButton = Garder les deux
mergeButton = Réunir

traceCommand = Où une expression apparaît d’abord
catchUpButton = Rattraper
caughtUp =
    { $count ->
        [0] Rien n’est arrivé pendant la pause.
        [one] Un article est arrivé pendant la pause ; je vous l’envoie.
       *[other] { $count } articles sont arrivés pendant la pause ; je vous les envoie.
    }

## Places: groups, links, inline mode.

nearestPassage = Aucun passage ne répond directement ; voici le plus proche
inContextButton = En contexte
howToMention = Écrivez la question après mon nom, par exemple : @{ $username } Quand la règle entre-t-elle en vigueur ?
linkedQuote = Extrait de ma bibliothèque, mot pour mot. Une question ? Écrivez-moi.
quoteGone = Le passage de ce lien n’est plus dans la bibliothèque : son article a été modifié ou retiré. Posez-moi la question, et je chercherai ce qui s’y trouve maintenant.
answerGone = Cette réponse n’est plus conservée. Envoyez-moi la question, et je chercherai de nouveau.
shareNumberButton = Partager { $number }
shareButton = Partager
inlineHint = Écrivez une question pour citer
inlineAskThere = Me demander en privé
inlineNothing = Rien trouvé
inlineNothingHint = La bibliothèque ne contient rien là-dessus. Essayez d’autres mots.

## Layout and corrections.

layoutButton = Présentation
layoutPlain = simple
layoutRich = avec notes
layoutNote = Si les réponses paraissent vides, votre application ne connaît pas encore cette présentation : revenez à l’autre.
wholeButton = C’est un seul article
fixHelp =
    On peut corriger titres, dates et limites ; les identifiants sont dans « Détails », sous le compte rendu :

    /fix title 0a1b2c3d4e5f Nouveau titre
    /fix date 0a1b2c3d4e5f 2025-03-08
    /fix join 0a1b2c3d4e5f le joint à l’article précédent
    /fix split 0a1b2c3d4e5f 120 commence un nouvel article à la ligne 120
fixDone = Corrigé. Le document contient maintenant :
fixFailed = Cette correction n’a pas été possible.

## The chat in the terminal.

terminalWelcome =
    { $articles ->
        [one] { $articles } article à citer.
       *[other] { $articles } articles à citer.
    } Écrivez une question ; /help affiche les commandes, Ctrl-D quitte.
terminalHelp =
    Écrivez une question : la réponse est citée mot pour mot de la bibliothèque.
      /more        d’autres passages sur la dernière question
      /context 1   la citation 1 avec le texte autour
      /open 1      l’article de la citation 1 (Entrée : page suivante, q : retour) ; /open suivi d’un identifiant aussi
      /articles    ce que contient la bibliothèque
      /help        cette liste
      /quit        quitter (ou Ctrl-D)
terminalNoQuotes = Pas encore de citation : posez d’abord une question.
terminalNoMore = Il n’y a pas d’autre passage sur cette question.
terminalNoSuchQuote =
    { $shown ->
        [1] Il n’y a que la citation 1, pas « { $given } ».
       *[other] Donnez un numéro de 1 à { $shown }, pas « { $given } ».
    }
terminalNoSuchArticle = Il n’y a pas d’article { $id }. /articles les affiche tous.
terminalUnknown = Il n’y a pas de commande { $command }. /help les affiche toutes.
terminalStopped = Arrêté.
terminalLeave = Encore Ctrl-C, ou Ctrl-D, pour quitter.
terminalPager = — { $page }/{ $pages } — Entrée : page suivante, q : retour
