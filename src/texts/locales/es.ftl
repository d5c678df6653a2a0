## Answers: the bot and the terminal share these.

foundPassages =
    { $count ->
        [one] { $count } pasaje encontrado
       *[other] { $count } pasajes encontrados
    }
related = Ningún pasaje responde directamente; estos son los más cercanos
notFound = La biblioteca no dice nada sobre esto. Prueba con otras palabras o pregunta algo más concreto.
notAQuestion = ¡Hola! Respondo con las palabras exactas de los artículos de mi biblioteca. Pregúntame sobre lo que tratan.
emptyLibrary = La biblioteca aún está vacía. Vuelve cuando tenga algunos artículos.
alsoIn = También en
lines =
    { $count ->
        [1] línea { $startLine }
       *[other] líneas { $startLine }-{ $endLine }
    }
pages =
    { $count ->
        [1] pág. { $startPage }
       *[other] págs. { $startPage }-{ $endPage }
    }
newestVersion = versión más reciente de { $of }
olderVersion = versión { $number } de { $of }, la más reciente es de { $newestDate }
olderVersionUndated = versión { $number } de { $of }, hay una más reciente
traceTotal =
    «{ $wording }»: { $uses ->
        [one] { $uses } vez
       *[other] { $uses } veces
    } en { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    }
traceNone = «{ $wording }» no aparece en la biblioteca.
traceFirst = Primera vez
traceLater = Más tarde, con otras palabras
traceUndated = Además, sin fecha: { $uses }
howToTrace = Escribe la expresión después del comando, así: /trace horario de apertura
colon = :{" "}

## Answers: the bot only.

youAsked = Pregunta: { $question }
questionTooLong =
    { $limit ->
        [one] La pregunta era larga: solo he leído el primer carácter.
       *[other] La pregunta era larga: solo he leído los primeros { $limit } caracteres.
    }
restInArticle = Este pasaje es demasiado largo y no cabe aquí; ábrelo en el artículo para leerlo entero.
articleGone = Este artículo ha cambiado o ya no está en la biblioteca. Vuelve a preguntar, por favor.

## First steps.

start =
    Hola, soy Quoth, un bot que solo cita.
    Pregunta en cualquier idioma: busco los pasajes que responden y te los muestro palabra por palabra, con su fuente.
    Si la biblioteca no tiene la respuesta, te lo digo.
tryExample = Prueba con una de estas:
help =
    Envíame tu pregunta y ya está. En los grupos, escribe /ask y la pregunta, mencióname o responde a un mensaje mío.

    • Las citas son literales; lo más revelador va en negrita
    • «Contexto» muestra lo que va antes y después; «Artículo», el texto completo
    • «Más pasajes» trae los que faltan
    • /trace y una expresión: dónde aparece por primera vez y cuántas veces
    • Puedes seguir donde estabas: «¿y en 2025?»

    /latest: los artículos más nuevos; /library: todos
    /follow y un tema: cuando un artículo nuevo lo trate, te lo cito
    /topics: lo que sigues
    /settings: idioma, respuestas, avisos
howToAsk = Escribe la pregunta después del comando, así: /ask ¿Cuándo entra en vigor la norma?
onlyText = Solo sé leer texto. Escríbeme la pregunta en un mensaje.

## Trouble, in kind words.

trouble = Lo siento, algo ha fallado y no he podido responder. Vuelve a preguntar dentro de un rato.
busy = ¡Vas más rápido que yo! Respondo las preguntas de una en una; repite esta dentro de un momento, por favor.
maybeUnanswered = Algo me interrumpió mientras respondía. Si no ves la respuesta completa, te respondo otra vez con gusto.
askAgainButton = Responder otra vez
maybeUndone = Algo me interrumpió mientras lo hacía. Si no ves una respuesta, envíalo otra vez, por favor.
tooFast =
    { $seconds ->
        [1] Han sido muchas de golpe. Acepto tu siguiente pregunta en un segundo.
        [one] Han sido muchas de golpe. Acepto tu siguiente pregunta en { $seconds } segundo.
       *[other] Han sido muchas de golpe. Acepto tu siguiente pregunta en { $seconds } segundos.
    }
oneMoment =
    { $ahead ->
        [one] Un momento, por favor: hay { $ahead } pregunta antes de la tuya.
       *[other] Un momento, por favor: hay { $ahead } preguntas antes de la tuya.
    }

## Feeds, for keepers only.

feedHelp =
    Los artículos nuevos llegan de fuentes web y canales:

    /feed add https://… añade una fuente RSS, Atom o JSON
    /feed add @canal añade un canal en el que soy administrador
    /feed list las muestra todas
    /feed remove 3 quita la número 3; sus artículos se quedan
feedNone = Todavía no hay fuentes.
feedAdded =
    { $entries ->
        [one] Añadida: { $title }. Ahora tiene { $entries } entrada; la estoy leyendo.
       *[other] Añadida: { $title }. Ahora tiene { $entries } entradas; las estoy leyendo.
    }
feedAlreadyThere = Ya estaba: { $title }
channelAdded = Añadido: { $name }. Hazme administrador de ese canal y sus publicaciones entrarán en la biblioteca.
channelAllowed = A partir de ahora, las publicaciones de «{ $title }» entran en la biblioteca.
channelForgotten = Ya no estoy en «{ $title }». Sus artículos se quedan en la biblioteca; no llegarán publicaciones nuevas.
feedRemoved = Quitada: { $title }. Sus artículos se quedan en la biblioteca.
feedUnknown = No conozco esa fuente. /feed list las muestra todas.
feedWell = leída: { $when }
feedNotPulled = aún sin leer
feedFailing =
    { $times ->
        [1] ha fallado una vez
        [one] ha fallado { $times } vez
       *[other] ha fallado { $times } veces seguidas
    }
feedIsChannel = canal
feedBadAddress = No puedo leer esa dirección. Debe empezar por https:// o http://.
feedForbidden = Solo leo direcciones públicas de internet; esta lleva a una red privada.
feedUnreachable = El servidor no ha respondido como debía. Revisa la dirección o inténtalo más tarde.
feedRefused = El servidor no tiene nada en esta dirección, o no me deja leerlo.
feedRedirects = Esta dirección lleva una y otra vez a otra. Envíame la última, por favor.
feedTooLarge = Es demasiado grande para ser una fuente. Quizá haya otra solo con las últimas entradas.
feedInvalid = En esta dirección no hay ninguna fuente RSS, Atom ni JSON.
feedUnsafe = Esta fuente declara entidades propias y no es seguro leerla.
feedSuggestion = La propia página indica esta fuente: { $address }
deliveryReading = Leyendo { $name }…
deliveryProgress = { $name }: { $done } de { $total } pasajes
deliveryDone =
    { $count ->
        [one] { $name }: { $count } artículo
       *[other] { $name }: { $count } artículos
    }
deliveryKnown = Ya en la biblioteca, documentos: { $count }
deliveryFailed = No se ha podido incorporar { $name }.
deliveryTooLarge = Telegram me deja descargar archivos de hasta { $megabytes } MB. Pon los más grandes en una carpeta vigilada.
deliveryUndone = Artículos retirados: { $count }
undoButton = Deshacer
detailsButton = Detalles

## Toasts, 200 characters at most.

staleButton = Este botón ha caducado, vuelve a preguntar
notYourButton = Esto lo preguntó otra persona. ¡Tú también puedes preguntarme!
alreadyShown = Ya está más abajo

## Button labels, 24 characters at most.

moreButton = Más pasajes ({ $count })
contextButton = Contexto { $number }
articleButton = Artículo { $number }
wholeArticleButton = Artículo
backButton = Volver

## What Telegram shows before the first message.

askCommand = Hacer una pregunta, por ejemplo: /ask ¿Cuándo entra en vigor?
helpCommand = Cómo funciona
startCommand = Empezar de nuevo
botDescription = Hazme una pregunta en cualquier idioma. Busco en mi biblioteca los pasajes que la responden y te los muestro palabra por palabra, con título, fecha y lugar. No invento ni reformulo nada; si la biblioteca no tiene la respuesta, te lo digo.
botShortDescription = Un bot que solo cita: responde palabra por palabra y dice la fuente.

## Topics and alerts.

followHow =
    Escribe después del comando lo que quieres seguir, en cualquier idioma, así: /follow economía marítima

    "palabras exactas" tienen que aparecer; -palabras no deben aparecer.
topicTooShort = Es demasiado corto: dame al menos una palabra.
topicTooLong =
    { $limit ->
        [one] Es demasiado largo para un tema: { $limit } carácter como máximo, por favor.
       *[other] Es demasiado largo para un tema: { $limit } caracteres como máximo, por favor.
    }
topicTooWide =
    { $articles ->
        [one] Encajaría casi todo: { $fired } de { $articles } artículo. Di algo más concreto, por favor.
       *[other] Encajaría casi todo: { $fired } de { $articles } artículos. Di algo más concreto, por favor.
    }
tooManyTopics =
    { $limit ->
        [one] Ya sigues { $limit } tema y no me caben más. Quita antes alguno con /topics.
       *[other] Ya sigues { $limit } temas y no me caben más. Quita antes alguno con /topics.
    }
alreadyFollowed = Ya lo sigues: { $name }
adminsOnly = Solo los administradores pueden hacer esto
backTest =
    { $articles ->
        [one] «{ $words }» habría traído { $fired } de { $articles } artículo que hay hasta ahora.
       *[other] «{ $words }» habría traído { $fired } de los { $articles } artículos que hay hasta ahora.
    }
nothingNear = De momento, nada, pero el próximo artículo puede ser el bueno.
bestSoFar = Lo mejor:
nowFollowing =
    Siguiendo: { $name }
    Te citaré los artículos nuevos según lleguen. /topics muestra todo lo que sigues; /settings, cuándo puedo escribirte.
noTopics = Aún no sigues nada. Empieza con /follow y un tema.
yourTopics =
    { $count ->
        [one] Sigues { $count } tema:
       *[other] Sigues { $count } temas:
    }
topicWords = Palabras: { $words }
topicActive = Activo
topicPaused = En pausa
topicMuted = Sin sonido
topicStrictness = Rigor: { $strictness }
askName = Responde a este mensaje con el nombre nuevo de: { $name }
renamed = Nombre nuevo: { $name }
sureToDelete = ¿Dejar de seguir «{ $name }» definitivamente?
deleted = Ya no sigues: { $name }
alertOn = Novedades sobre: { $topic }
digestOf =
    { $count ->
        [one] { $count } pasaje nuevo
       *[other] { $count } pasajes nuevos
    }
floodOf =
    { $count ->
        [one] Ha llegado mucho de golpe: { $count } pasaje en un solo mensaje, para no sonar sin parar.
       *[other] Ha llegado mucho de golpe: { $count } pasajes en un solo mensaje, para no sonar sin parar.
    }
moreLikeThis = Gracias: seré un poco menos estricto con este tema
lessLikeThis = Gracias: seré un poco más estricto con este tema
settings =
    Cuándo te escribo
    { $timing }
    Horas de silencio: { $quiet }
    Zona horaria: { $zone }
    { $sound }
timingInstant = Al momento
timingDaily = Una vez al día, a las { $time }
timingWeekly = Una vez por semana, los lunes a las { $time }
noQuiet = ninguna
quietHours = de { $from } a { $to }
soundOn = Con sonido
soundOff = Sin sonido
askZone = ¿Por qué reloj te guías? De él dependen las horas de silencio y los resúmenes.
privacy =
    Lo que guardo de ti:
    • lo que has elegido en /settings, hasta que pasen { $days ->
        [one] { $days } día
        *[other] { $days } días
    } sin saber de ti, con un número cifrado en lugar de tu nombre
    • el número de este chat y tu idioma, si sigues algo
    • los temas que sigues y cuándo puedo escribirte
    • qué avisos se encontraron y se enviaron para ellos
    • tus mensajes hasta que los respondo, un día como mucho
    • las preguntas cuyas respuestas aún tienen botones y tus 👍 y 👎, durante { $days ->
        [one] { $days } día
        *[other] { $days } días
    }, con un número cifrado en lugar de tu nombre
    • tu última pregunta en un chat, durante diez minutos, para entender «¿y en 2025?»
    • si me bloqueas o borras tu cuenta, todo desaparece pasados { $days ->
        [one] { $days } día
        *[other] { $days } días
    }

    Ni nombres ni mensajes. De esta máquina no sale nada más que mis mensajes para ti. /delete_me lo borra todo; en un grupo, lo que sigue el grupo.
sureToForget = ¿Borrar todos los temas, ajustes y avisos de este chat? No se puede deshacer.
forgotten = Hecho: ya no guardo nada de este chat.
statusLibrary = Documentos: { $documents }, artículos: { $articles }, pasajes: { $passages }
statusReady = Modelo e índice: listos
statusNotReady = Modelo e índice: { $code } ({ $hint })
statusBot =
    Preguntas en curso: { $questions } (la más antigua espera { $oldestSeconds } s)
    Última respuesta de Telegram: hace { $pollSeconds } s
statusInbox =
    Entrada: { $waiting } en espera (la más antigua { $oldestSeconds } s), { $running } en curso
    Sin respuesta en dos días: { $expired } fuera de plazo, { $refused } demasiado seguidas, { $failed } con error, { $unsure } en duda, { $attempts } interrumpidas
statusAlerts =
    Temas: { $topics }
    Avisos pendientes: { $waiting } (el más antiguo, { $oldestMinutes } min)
    Enviados: { $sent }, abandonados: { $dead }, inciertos: { $unknown }, intentos dudosos: { $ambiguous }
statusFeeds = Fuentes y canales: { $feeds }, con fallos: { $failing }
followButton = Seguir este tema
startButton = Empezar
cancelButton = Cancelar
stricterButton = Más estricto
looserButton = Menos estricto
pauseButton = Pausar
resumeButton = Reanudar
muteButton = Silenciar
unmuteButton = Con sonido
renameButton = Cambiar nombre
deleteButton = Borrar
keepButton = Conservar
unfollowButton = Dejar de seguir
goodButton = 👍 Más como este
badButton = 👎 Este no
contextPlainButton = Contexto
timingButton = Frecuencia
hourButton = Hora
quietButton = Horas de silencio
zoneButton = Zona horaria
soundButton = Sonido
followCommand = Seguir un tema, por ejemplo: /follow economía marítima
topicsCommand = Lo que sigues
settingsCommand = Idioma, respuestas y avisos
privacyCommand = Lo que se guarda de ti
deleteMeCommand = Borrarlo todo

## Looking through the library.

libraryHolds =
    La biblioteca tiene { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    } en { $documents ->
        [one] { $documents } documento
       *[other] { $documents } documentos
    }.
libraryDates =
    { $span ->
        [day] Fecha: { $from }.
       *[range] Fechas: de { $from } a { $to }.
    }
libraryHow = Echa un vistazo con los botones o escribe palabras del título después de /article.
documentsTitle = Documentos
monthsTitle = ¿Qué mes?
newestTitle = Artículos más recientes
undated = Sin fecha
articleCount =
    { $count ->
        [one] { $count } artículo
       *[other] { $count } artículos
    }
articleHow = Escribe palabras del título después del comando, así: /article normas de la biblioteca
titlesFound =
    { $count ->
        [one] { $count } título se parece:
       *[other] { $count } títulos se parecen:
    }
moreTitles = Y { $count } más; añade otra palabra del título para afinar.
noSuchTitle = Ningún título tiene las palabras «{ $words }». Para buscar dentro de los artículos, envíame la pregunta sin el comando.
byDocumentButton = Por documento
byDateButton = Por fecha
newestButton = Recientes
libraryButton = Biblioteca
libraryCommand = Recorrer la biblioteca
latestCommand = Los artículos más recientes
articleCommand = Abrir un artículo por su título, por ejemplo: /article normas de la biblioteca

## What a reader chooses.

answerSettings =
    Cómo respondo
    Idioma: { $language }
    Citas por respuesta: { $quotes }
    Formato: { $layout }
askLanguage = ¿En qué idioma te hablo? Las citas siempre quedan tal como están en los artículos.
languageAuto = Como en Telegram
languageButton = Idioma
quotesButton = Citas: { $count }
settingsButton = Ajustes
languageCommand = Elegir el idioma
sureToForgetMe = ¿Borrar todo lo que guardo de ti: ajustes, temas, avisos y preguntas? No se puede deshacer.

## Follow-ups.

understoodAs = Lo he entendido así: { $question }
literalButton = Solo mis palabras

## What a reader says of an answer.

helpfulButton = 👍 Útil
notHelpfulButton = 👎 No me sirve
shouldBeThereButton = 👎 Debería estar
wrongPassageButton = Pasaje equivocado
wrongSourceButton = Fuente equivocada
missingButton = Falta uno mejor
otherReasonButton = Otra cosa
voteThanks = Gracias, anotado
voteTakenBack = Retirado
statusVotes = Votos de las respuestas: 👍 { $good }, 👎 { $bad }

similarTopic = «{ $words }» parece lo mismo que «{ $name }», que ya sigues. Si los unes, recibirás un aviso por artículo, no dos.
merged = Unidos: sigues «{ $name }» y nada llegará dos veces.
channelUnknown = No soy administrador del canal { $name }. Hazme administrador con permiso para publicar e inténtalo de nuevo.
keepBothButton = Conservar ambos
mergeButton = Unir

traceCommand = Dónde aparece una expresión por primera vez
catchUpButton = Ponerse al día
caughtUp =
    { $count ->
        [0] Durante la pausa no ha llegado nada.
        [one] Durante la pausa ha llegado un artículo; te lo envío enseguida.
       *[other] Durante la pausa han llegado { $count } artículos; te los envío enseguida.
    }

## Places: groups, links, inline mode.

nearestPassage = Ningún pasaje responde directamente; este es el más cercano
inContextButton = En contexto
howToMention = Escribe la pregunta después de mi nombre, así: @{ $username } ¿Cuándo entra en vigor la norma?
linkedQuote = De mi biblioteca, palabra por palabra. Si tienes una pregunta, escríbeme.
quoteGone = El pasaje de este enlace ya no está en la biblioteca: su artículo cambió o fue retirado. Pregúntame y buscaré lo que hay ahora.
answerGone = Esta respuesta ya no se conserva. Envíame la pregunta y buscaré de nuevo.
shareNumberButton = Compartir { $number }
shareButton = Compartir
inlineHint = Escribe una pregunta para citar
inlineAskThere = Pregúntame en privado
inlineNothing = Nada encontrado
inlineNothingHint = La biblioteca no tiene nada sobre esto. Prueba con otras palabras.

## Layout and corrections.

layoutButton = Formato
layoutPlain = sencillo
layoutRich = con notas al pie
layoutNote = Si ahora las respuestas se ven vacías, tu aplicación aún no conoce este formato: vuelve al anterior.
wholeButton = Es un solo artículo
fixHelp =
    Se pueden corregir títulos, fechas y límites; los identificadores están en «Detalles», bajo el informe:

    /fix title 0a1b2c3d4e5f Título nuevo
    /fix date 0a1b2c3d4e5f 2025-03-08
    /fix join 0a1b2c3d4e5f lo une al artículo anterior
    /fix split 0a1b2c3d4e5f 120 empieza un artículo nuevo en la línea 120
fixDone = Corregido. El documento contiene ahora:
fixFailed = No se ha podido corregir así.

## The chat in the terminal.

terminalWelcome =
    { $articles ->
        [one] { $articles } artículo para citar.
       *[other] { $articles } artículos para citar.
    } Escribe una pregunta; /help muestra los comandos, Ctrl-D sale.
terminalHelp =
    Escribe una pregunta: la respuesta se cita palabra por palabra de la biblioteca.
      /more        más pasajes sobre la última pregunta
      /context 1   la cita 1 con el texto de alrededor
      /open 1      el artículo de la cita 1 (Intro: página siguiente, q: volver); también /open y un identificador
      /articles    lo que hay en la biblioteca
      /help        esta lista
      /quit        salir (o Ctrl-D)
terminalNoQuotes = Aún no hay citas: haz antes una pregunta.
terminalNoMore = No hay más pasajes sobre esta pregunta.
terminalNoSuchQuote =
    { $shown ->
        [1] Solo hay la cita 1, no «{ $given }».
       *[other] Escribe un número del 1 al { $shown }, no «{ $given }».
    }
terminalNoSuchArticle = No hay ningún artículo { $id }. /articles los muestra todos.
terminalUnknown = No existe el comando { $command }. /help los muestra todos.
terminalStopped = Detenido.
terminalLeave = Pulsa otra vez Ctrl-C, o Ctrl-D, para salir.
terminalPager = — { $page }/{ $pages } — Intro: página siguiente, q: volver
