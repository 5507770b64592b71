//! What page furniture says, in several languages: general wording of menus, forums, shops and newsletters.
//!
//! Phrases are folded (lower case, straight apostrophes) and masked (`#` for a number).

use super::super::BoilerplateCode::{self, *};

/// How much of a line a phrase must be.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Place {
    /// The line starts with it; a letter may not follow at once.
    Start,
    /// It is the whole line, or the whole of one part of it, closing marks and numbers aside.
    Whole,
    /// It stands anywhere in the line.
    Inside,
    /// It stands anywhere in a line near the top or the end of the page.
    Edge,
}
use Place::{Edge, Inside, Start, Whole};

/// Furniture phrases with the code they give.
#[rustfmt::skip] // One phrase a line would make a table of eight hundred lines.
pub(super) const PHRASES: &[(BoilerplateCode, Place, &[&str])] = &[
    (Advertisement, Inside, &[
        "generous support of", "thanks to our sponsors", "support of our sponsors",
    ]),
    (Navigation, Inside, &[
        "page # of #", "jump to navigation", "version en ligne", "view this email in",
    ]),
    (Navigation, Edge, &[
        "in your browser", "dans votre navigateur", "in ihrem browser", "im browser", "en su navegador", "en tu navegador",
        "nel browser", "nel tuo browser", "no navegador", "no seu navegador", "in je browser", "i nettleseren",
        "i webbläsaren", "i din browser", "similar threads", "ähnliche themen", "discussions similaires",
        "temas similares", "discussioni simili", "te puede interesar", "pode interessar", "vous aimerez aussi",
        "könnte sie auch", "könnte dich auch", "potrebbe interessarti", "read more from", "users viewing",
        "users browsing", "viendo este tema", "wer ist online", "qui est en ligne", "quem está ligado", "chi è online",
        "wie is online", "hvem er online", "vilka är online", "all comments", "alle kommentare", "tous les commentaires",
        "todos los comentarios", "tutti i commenti", "alle reacties", "alle kommentarer", "alla kommentarer", "todos os comentários",
        "liknande trådar", "lignende tråde", "lignende emner", "all times are", "time now is", "alle zeiten sind",
    ]),
    (Widget, Edge, &[
        "ask your own question", "faça a sua", "eigene frage stellen", "posez votre question", "haz tu pregunta",
        "fai la tua domanda", "abbestellen", "désinscri", "désabonn", "darse de baja", "date de baja", "cancellati",
        "disiscri", "cancelar a subscrição", "avmeld", "afmelden", "uitschrijven", "avprenumerera", "afmeld",
    ]),
    (Advertisement, Edge, &[
        "earn us a commission", "earn a commission", "affiliate link", "affiliate-link", "enlaces de afiliad",
        "liens affiliés", "liens d'affiliation", "petite commission", "link di affiliazione", "link affiliat",
        "links de afiliad", "affiliatelenker", "affiliatelänkar", "affiliatelinks",
    ]),
    (Attribution, Start, &[
        "answered by", "answer by", "beantwortet von", "antwort von", "répondu par", "réponse de", "risposta di",
        "risposto da", "respondida por", "respondido por", "respuesta de", "resposta de", "contestada por",
        "contestado por", "beantwoord door", "antwoord van", "besvart av", "svar fra", "besvarat av", "svar från",
        "besvaret af",
    ]),
    (Widget, Inside, &[
        "your email", "enter your e-mail", "votre adresse e-mail", "sign me up",
    ]),
    (Widget, Start, &[
        "contact:", "contact :", "kontakt:", "contatti:", "contacto:",
    ]),
    (EditorialNote, Start, &[
        "auto-generated", "automatically generated transcript", "translated from",
    ]),
    (Navigation, Start, &[
        "skip to content", "skip to main", "skip to navigation", "jump to navigation", "jump to recipe",
        "jump to content", "aller au contenu", "aller à la navigation", "vai al contenuto", "zum inhalt springen",
        "direkt zum inhalt", "saltar al contenido", "ir al contenido", "ir para o conteúdo", "naar de inhoud",
        "hopp til innhold", "hoppa till innehåll", "gå til indhold", "page # of #", "seite # von #", "page # sur #",
        "pagina # di #", "página # de #", "pagina # van #", "side # av #", "sida # av #", "go to page", "back to top",
        "back to ", "haut de page", "retour en haut", "torna su", "nach oben", "volver arriba", "tilbake til toppen",
        "previous post", "next post", "previous article", "next article", "older posts", "newer posts", "read next",
        "you might also like", "you may also like", "related articles", "related posts", "more from ", "more on this",
        "most read", "most popular", "leggi anche", "lire aussi", "à lire aussi", "lea también", "leia também",
        "lesen sie auch", "mehr zum thema", "lees ook", "les også", "läs också", "tags:", "tagged:", "tag:",
        "categories:", "category:", "filed under", "mots-clés", "étiquettes", "schlagwörter", "schlagworte", "stichworte:", "palabras clave", "palavras-chave", "parole chiave", "etichette:",
        "stikkord:", "nyckelord:", "trefwoorden:", "emneord:", "attachments:", "anhänge:", "pièces jointes", "adjuntos:",
        "allegati:", "anexos:", "vedlegg:", "bijlagen:", "etiquetas:", "related:",
        "see also:", "older:", "newer:", "next:", "previous:", "suivant :", "précédent :", "nearby ",
        "version en ligne", "table of contents", "contents [", "view this email in", "frequently bought together",
        "customers also", "les clients ont aussi", "kunden kauften auch", "i clienti hanno", "retrieved from",
        "view # more", "load # more", "show # more", "show more", "voir plus", "mehr anzeigen", "mostra altri",
        "ver más", "altre domande", "afficher plus", "sort by", "trier par", "ordina per", "sortieren nach",
        "ordenar por", "display posts from", "who is online", "view # more", "load more", "read more on ",
    ]),
    (Navigation, Whole, &[
        "top", "menu", "home", "search", "contents", "main page", "accueil", "startseite", "inicio", "início",
        "sitemap", "log in", "sign in", "log out", "register", "zurück", "weiter", "suivant", "précédent", "avanti",
        "indietro", "next", "previous", "prev", "nächste seite", "tutte le puntate", "all posts", "suche", "rechercher",
        "cerca", "buscar", "connexion", "anmelden", "accedi", "entra", "entrar", "iniciar sesión", "se connecter",
    ]),
    (Advertisement, Start, &[
        "advertisement", "sponsored", "members don't see this ad", "anzeige", "werbung", "publicité", "pubblicità",
        "publicidad", "publicidade", "annonse", "reklame", "buy from", "check price", "see all offers", "shop now",
        "as an affiliate", "this post contains affiliate", "affiliate ", "available in our shop", "in stock",
        "buy me a", "support the show", "add to basket", "add to cart", "ajouter au panier", "in den warenkorb",
    ]),
    (Widget, Start, &[
        "leave a comment", "leave a reply", "post a comment", "write a comment", "add a comment", "log in to ",
        "you must log in", "you must be logged", "laisser un commentaire", "laissez un commentaire", "connectez-vous",
        "lascia un commento", "scrivi un commento", "kommentar schreiben", "kommentar verfassen", "deja un comentario",
        "deixe um comentário", "legg igjen en kommentar", "plaats een reactie", "subscribe", "sign up to",
        "sign up for", "join our newsletter", "newsletter", "unsubscribe", "s'abonner", "se désabonner", "abonnez-vous",
        "iscriviti", "abbonati", "abonnieren", "suscríbete", "was this ", "did you find this", "cet article vous a",
        "avis utile", "war dieser", "questo articolo ti", "¿te ha ", "was there something wrong",
        "is there anything wrong", "rate this", "rate us", "did you make this", "share this", "share on", "share:",
        "partager", "teilen", "condividi", "compartir", "print this", "email this", "imprimer", "drucken", "stampa",
        "imprimir", "pin it", "do you have a story", "got a question", "like this?", "follow us", "suivez-nous",
        "folgen sie", "seguici", "síguenos", "comments are ", "les commentaires sont", "i commenti sono",
        "die kommentare sind", "reply to ", "you are receiving", "you get this", "you received this",
        "vous recevez cette", "ricevi questa", "sie erhalten diese", "recibes este", "forward this", "forward to",
        "view in browser", "read in app", "read online", "listen to this", "écouter cet", "ascolta", "reply to thread",
        "enter your email", "contact us", "edit this page", "suggest an edit", "mark as ", "never miss", "download as",
        "download pdf", "save to ", "add to my", "press reply", "not a member yet", "join in ", "page owner",
    ]),
    (Legal, Start, &[
        "©", "(c) #", "copyright", "all rights reserved", "tous droits réservés", "alle rechte vorbehalten",
        "tutti i diritti", "riproduzione riservata", "todos los derechos", "todos os direitos", "mentions légales",
        "impressum", "datenschutz", "privacy", "terms of", "terms and", "cookies", "cookie ", "accept all",
        "powered by", "we use cookies", "nous utilisons des cookies", "wir verwenden cookies", "licence:", "license:",
        "text is available under", "licensed for ", "licensed under ", "disclaimer", "usamos cookies",
        "utilizziamo i cookie",
    ]),
    (Legal, Inside, &[
        "todos os direitos reservados", "all rights reserved", "tous droits réservés", "alle rechte vorbehalten", "tutti i diritti riservati",
        "todos los derechos reservados", "privacy policy", "cookie policy", "terms of use", "terms of service",
        "regulated by the press",
    ]),
    (Byline, Start, &[
        "posted by", "posted on", "posted #", "published", "publié le", "pubblicato", "publicado", "veröffentlicht",
        "words by", "words:", "text by", "testo di", "texte de", "foto:", "photo:", "picture:", "photos:",
        "illustration:", "updated", "last updated", "last reviewed", "mis à jour", "mise à jour", "aggiornato",
        "aktualisiert", "actualizado", "reviewed by", "tested by", "written by", "rédigé par", "scritto da",
        "escrito por", "geschrieben von", "review date", "posted # ",
    ]),
    (Byline, Inside, &[
        "min read", "min de lecture", "min. lesezeit", "min lesezeit", "min di lettura", "min de lectura",
        "minute read", "min listen",
    ]),
    (EditMark, Start, &[
        "last edited", "edited by", "dernière modification", "zuletzt bearbeitet", "ultima modifica", "última edición",
        "sist redigert", "this page was last edited", "modifié en dernier", "modificato da", "bearbeitet von", "page last", "last changed", "last modified",
        "zuletzt geändert", "sidst redigeret", "senast ändrad", "laatst bewerkt", "última alteração",
    ]),
    (Signature, Start, &[
        "sent from my", "envoyé depuis", "envoyé de mon", "inviato da", "gesendet von", "von meinem", "enviado desde",
        "enviado do", "sendt fra", "skickat från", "verzonden vanaf", "verstuurd vanaf",
    ]),
    (MemberCard, Start, &[
        "joined", "member since", "registered:", "posts:", "posts #", "messages:", "messages :", "messages #",
        "inscrit le", "inscrite le", "inscrit depuis", "iscritto dal", "iscritta dal", "messaggi", "mitglied seit",
        "registriert seit", "dabei seit", "beiträge:", "mensajes:", "registrado", "miembro desde", "medlem siden",
        "innlegg:", "berichten:", "lid sinds", "reaction score", "thread starter", "started by", "topic author",
        "sujet lancé par", "sujet créé par", "discussione iniziata", "erstellt von", "themenstarter", "start date",
        "location:", "likes received", "level #",
    ]),
    (MemberCard, Whole, &[
        "joined", "messages", "posts", "reaction score", "full member", "new member", "member", "senior member",
        "junior member", "moderator", "administrator", "newbie", "well-known member", "active member", "membre",
        "nouveau", "habitué", "mitglied", "moderatore", "utente", "miembro", "op", "beiträge", "mensajes",
    ]),
    (Reactions, Start, &[
        "reactions:", "réactions :", "reazioni:", "reaktionen:", "reacciones:", "liked by", "aimé par",
    ]),
    (AboutSite, Whole, &[
        "about us", "about the author", "about this site", "about this blog", "à propos", "à propos de nous",
        "à propos de l'auteur", "chi siamo", "über uns", "über den autor", "über die autorin", "sobre nosotros",
        "quiénes somos", "sobre el autor", "sobre nós", "om oss", "om os", "over ons",
    ]),
    (EditorialNote, Inside, &[
        "been condensed and", "been edited for", "been edited and", "been lightly edited", "edited and condensed",
        "condensed for clarity", "originally published", "originally appeared", "paru initialement",
        "zuerst erschienen", "apparso originariamente",
    ]),
];

/// What the buttons under a post or beside an article say; a number in brackets may follow.
#[rustfmt::skip]
pub(super) const BUTTONS: &[&str] = &[
    "reply", "quote", "share", "report", "like", "likes", "save", "hide", "print", "flag", "cite", "thanks", "thank",
    "edit", "delete", "follow", "vote", "upvote", "upvotes", "downvote", "helpful", "unhelpful", "yes", "no",
    "watch thread", "report thread", "jump to forum", "permalink", "copy link", "email", "facebook", "twitter", "x",
    "whatsapp", "linkedin", "reddit", "pinterest", "pin", "clip", "comments", "comment", "replies", "views",
    "show less", "map", "history", "subscribe", "download", "bookmark", "répondre", "citer", "signaler", "j'aime",
    "partager", "imprimer", "épingler", "sujet suivant", "rispondi", "cita", "mi piace", "segnala", "salva", "stampa",
    "condividi", "antworten", "zitieren", "melden", "gefällt mir", "teilen", "danke", "drucken", "responder", "citar",
    "me gusta", "denunciar", "compartir", "curtir", "svar", "siter", "rapporter", "liker", "lik", "svara", "citera",
    "anmäl", "gilla", "citér", "anmeld", "synes godt om", "reageren", "gosto", "gostei", "gefällt", "me gusta", "del", "antwoorden",
    "citeren", "vind ik leuk", "rss", "restack", "share this letter", "gift this article", "add to list", "wish list",
    "basket", "help", "log in", "sign in", "register", "listen", "save for later", "up", "top", "score", "points",
    "play", "transcript", "compare", "unsubscribe", "update preferences", "forward to a friend", "cookies", "privacy",
    "accessibility", "contact", "about", "archive", "rules", "home", "popular", "all", "menu", "search", "terms",
    "sitemap", "faq",
];

/// What counters count.
#[rustfmt::skip]
pub(super) const COUNTED: &[&str] = &[
    "comments", "comment", "replies", "reply", "views", "view", "shares", "share", "votes", "vote", "likes", "like",
    "posts", "post", "answers", "questions", "ratings", "reviews", "subscribers", "followers", "upvotes", "visits",
    "guests", "people", "related questions", "responses", "results", "commentaires", "commentaire", "réponses", "vues",
    "avis", "questions", "abonnés", "commenti", "commento", "risposte", "visualizzazioni", "messaggi", "voti",
    "kommentare", "kommentar", "antworten", "aufrufe", "beiträge", "bewertungen", "comentarios", "respuestas", "vistas",
    "mensajes", "comentários", "respostas", "kommentarer", "svar", "innlegg", "reacties", "berichten", "attachments",
    "users", "helpful votes", "more", "points",
];

/// Words that name a source before or after a domain.
#[rustfmt::skip]
pub(super) const SOURCE_WORDS: &[&str] = &[
    "source", "via", "answer", "read", "more", "fonte", "quelle", "fuente", "réponse", "risposta", "antwort",
    "respuesta", "bron", "kilde", "källa", "report", "flag", "edit", "lire", "view",
];

/// Words that come before an author's name.
#[rustfmt::skip]
pub(super) const AUTHOR_WORDS: &[&str] = &[
    "by", "par", "von", "di", "por", "av", "door", "af",
];

/// Times ago: a number, one of these, perhaps "ago".
#[rustfmt::skip]
pub(super) const AGO_WORDS: &[&str] = &[
    "ago", "il y a", "giorni fa", "mesi fa", "ore fa", "anni fa", "settimane fa", "vor #", "hace #", "há #", "siden",
    "geleden", "sedan",
];
