# Ce que dit la page, en français.

## The frame

diary = Journal
diaries = Journaux
my-account = Mon compte
menu = Menu
skip = Aller au contenu
back = Retour
loading = Un instant…
try-again = Réessayer
no-answer = Il n’y a pas de réponse. Veuillez réessayer dans un instant.
went-wrong = Cela n’a pas fonctionné. Veuillez réessayer.
passkey-stopped = La clé d’accès n’a pas été utilisée. Réessayez, ou utilisez le mot de passe.
offline = Il n’y a pas de réseau. Vous pouvez noter une semaine : elle sera envoyée plus tard.
only-here = { $weeks ->
    [one] Sur cet appareil seulement : une semaine.
   *[other] Sur cet appareil seulement : { $weeks } semaines.
}
look = Voir
cannot-keep = Cette fenêtre du navigateur ne peut rien conserver : ce que vous écrivez est perdu si vous la fermez avant l’envoi.
yes = Oui
no = Non
no-leave-it = Non, laisser ainsi
go-on = Continuer
save = Enregistrer
save-file = Enregistrer dans un fichier
change = Modifier
changed-now = C’est modifié.
remove = Retirer
more = Plus
choose = Veuillez choisir
no-one = Personne
since = depuis le { $when }
language = Langue
there-is-something = Il y a quelque chose pour vous.

## Signing in

about = Un journal pour les personnes atteintes de SLA : une évaluation par semaine, partagée avec les personnes de leur choix.
sign-in = Se connecter
sign-out = Se déconnecter
sign-out-unsent = { $weeks ->
    [one] Une semaine n’est que sur cet appareil et n’est pas encore envoyée. Elle est d’abord enregistrée dans un fichier ; la déconnexion la retire ensuite d’ici.
   *[other] { $weeks } semaines ne sont que sur cet appareil et ne sont pas encore envoyées. Elles sont d’abord enregistrées dans un fichier ; la déconnexion les retire ensuite d’ici.
}
save-and-sign-out = Enregistrer le fichier et se déconnecter
use-passkey = Se connecter avec une clé d’accès
or-password = Ou avec votre mot de passe
email = Adresse e-mail
password = Mot de passe
show-password = Afficher le mot de passe
stay-signed-in = Rester connecté ici
stay-signed-in-hint = Pas sur un appareil que d’autres utilisent.
no-account-yet = Je n’ai pas encore de compte
password-forgotten = J’ai oublié mon mot de passe
second-step = Encore une étape
second-step-why = Saisissez le code affiché par votre application d’authentification, ou l’un de vos codes de secours. Rien ne presse : vous avez dix minutes et cinq essais.
code = Code
session-ended = Votre session a pris fin : veuillez vous reconnecter. Ce qui n’a pas encore été envoyé reste sur cet appareil.
offline-sign-in = Le serveur est injoignable : personne ne peut se connecter pour l’instant.
invented = Personnes inventées, pour découvrir
who-are-you = Est-ce bien vous ?
who-are-you-why = Ici, il faut être sûr de la personne qui demande. Veuillez donc redire qui vous êtes.
code-if-any = Code du second facteur, si vous en avez un
not-done = Rien n’a été fait.

### From here on it is all views but the first: these texts come after it

## Links of mails, and a new account

sign-up = Confirmez votre adresse
sign-up-says = Touchez une fois, et votre adresse est confirmée. Vous pourrez alors vous connecter.
confirm-address = Confirmer mon adresse
password-reset = Un nouveau mot de passe
password-reset-says = Choisissez un nouveau mot de passe. Tous les appareils seront alors déconnectés.
activation = Votre compte
activation-says = Un compte a été créé pour vous. Choisissez son mot de passe. Un second facteur vous sera demandé ensuite.
take-password = Prendre ce mot de passe
email-of-mail = L’adresse à laquelle le message a été envoyé
new-password = Nouveau mot de passe
new-password-hint = Au moins 15 caractères, par exemple quatre mots.
invitation = Vous avez une invitation à voir un journal
invitation-sign-in = Connectez-vous avec l’adresse à laquelle le message a été envoyé, ou créez un compte avec cette adresse. On vous demandera ensuite si vous acceptez.
invitation-by = { $name } vous invite à voir un journal.
invitation-allows = Si vous acceptez, vous pourrez { $what }.
invitation-gone = Cette invitation a déjà servi, ou elle a pris fin. Si vous l’avez acceptée, le journal se trouve sous « Journaux ».
invitation-others = Autres personnes qui le voient : { $people }.
enrolment = Un centre de soins demande à voir votre journal
enrolment-sign-in = Connectez-vous avec l’adresse à laquelle le message a été envoyé, ou créez un compte avec cette adresse. Vous choisirez ensuite ce que le centre voit.
enrolment-says = Les soignants de ce centre pourraient voir votre journal. Vous pouvez y mettre fin à tout moment, et le relevé des accès vous montre qui l’a regardé.
enrolled = { $name } peut maintenant voir votre journal.
good-until = Valable jusqu’au { $when }.
accept = Accepter
join = Créer un compte
who-joins = Qui êtes-vous ?
joins-patient = J’ai la SLA et je tiens un journal
joins-caregiver = Une autre personne me laisse voir son journal
display-name = Votre nom
display-name-hint = Tel que les autres le voient dans le journal.
look-into-mail = Regardez vos messages
sign-up-mail = Un message est en route vers { $email }. Son lien confirme l’adresse. Si rien n’arrive, regardez dans le dossier des indésirables.
forgot-says = Un message vous apporte un lien pour choisir un nouveau mot de passe.
send-mail = Envoyer le message
reset-mail = S’il existe un compte avec cette adresse, un message est en route.

## Diaries

hello = Bonjour { $name }
my-diary = Mon journal
diary-of = Journal { DE($name) }
no-diaries = Vous n’avez pas encore de journal à regarder. Une invitation arrive par e-mail ; si vous avez déjà la vôtre, ouvrez encore une fois son lien.
offline-home = Les journaux s’affichent dès que le réseau revient.
diary-is-closed = Ce journal est fermé : on peut le lire, et plus rien n’y est noté.
nothing-yet = Rien n’est encore noté.
last-week = Dernière semaine notée : celle du { $day }.
flags-count = { $flags ->
    [one] Une chose à dire à l’équipe.
   *[other] { $flags } choses à dire à l’équipe.
}
new-weeks = { $weeks ->
    [one] Une nouvelle semaine depuis votre dernière visite.
   *[other] { $weeks } nouvelles semaines depuis votre dernière visite.
}
record-week = Noter une semaine
record-another = Noter ou corriger une semaine
all-weeks = Toutes les semaines
report = Page pour une consultation
circle = Qui voit ce journal
access-log = Qui l’a ouvert
seen-by-team = Votre équipe l’a regardé le { $day } ({ $name }).
in-words = En mots
over-time = Au fil du temps
how-far-back = Jusqu’où remonter
span-12 = 12 semaines
span-26 = 6 mois
span-52 = Un an
span-all = Tout
picture-alt = Image des évaluations au fil du temps. { $words }
as-table = En tableau
day = Jour
answered-by = Qui a répondu
total = Total
area-bulbar = Parole, salive, déglutition
area-fine_motor = Écriture, découpe des aliments, habillage
area-gross_motor = Se tourner au lit, marche, escaliers
area-respiratory = Respiration
respondent-self = la personne malade
respondent-self_with_help = la personne malade, avec de l’aide pour écrire
respondent-caregiver_relayed = la personne malade, par la voix d’un aidant
respondent-caregiver_proxy = un aidant, d’après ce qu’il voit
respondent-clinician_in_person = un soignant, en consultation
respondent-clinician_phone = un soignant, par téléphone
what-happened = Ce qui s’est passé d’autre
flags = À dire à votre équipe
tier-contact_today = Veuillez appeler votre équipe aujourd’hui
tier-contact_this_week = Veuillez le dire à votre équipe cette semaine
tier-tell_team = Veuillez le dire à votre équipe
tier-next_visit = Pour la prochaine consultation
look-contact_today = À regarder aujourd’hui
look-contact_this_week = À regarder cette semaine
look-tell_team = À regarder
look-next_visit = Pour la prochaine consultation
known-by = { $name } le sait depuis le { $day }.
we-know = Nous le savons
we-know-says = Cela reste dans la liste, sans alerte, tant que cela ne s’aggrave pas.
we-know-note = Une remarque, si vous le souhaitez
latest-week = La dernière semaine, réponse par réponse
rated-on = Évaluation du { $day }, notée par { $name }. Qui a répondu : { $how }.
not-answered = sans réponse
was-more = avant : { $was }
was-less = avant : { $was }
changed = changé
you-and-this-diary = Vous et ce journal
own-diary = C’est votre journal. Vous décidez qui le voit.
your-level = Votre accès : { $level }.
may-read_trend = Vous voyez ce qui ressort des semaines.
may-read_flags = Vous voyez ce que l’équipe devrait savoir.
may-read_entries = Vous voyez les réponses et les remarques.
may-record_entries = Vous pouvez noter une semaine.
may-record_treatments = Vous pouvez noter des traitements.
may-revise_all = Vous pouvez corriger chaque semaine.
may-manage = Vous décidez qui voit ce journal.
of-this-diary = De ce journal

## Recording

step-of = { $step } sur { $of }
how-far = Où vous en êtes
to-review = Aller à la fin
later = Continuer plus tard
draft-kept = Chaque geste est conservé sur cet appareil. Vous pouvez partir et revenir.
draft-found = Vous aviez commencé l’évaluation du { $day }. Vos réponses sont encore là.
begin-anew = Recommencer
which-day = Pour quel jour ?
week-from-to = Dans la semaine du { $from } au { $to }.
who-answers = Qui répond ?
answers-self = Moi, sans aide
answers-self_with_help = Moi, et une autre personne saisit
answers-caregiver_relayed = La personne malade me dit les réponses
answers-caregiver_proxy = Moi, d’après ce que je vois
compare-with-before = Comparez avec la période d’avant les premiers symptômes. Vous avez tout votre temps.
begin = Commencer
as-before = comme la dernière fois
skip-question = Passer cette question
tube = Avez-vous une sonde d’alimentation ?
tube-hint = La question sur la découpe des aliments en dépend.
tube-there = Sonde d’alimentation
wording-english = Les questions sont en anglais : seule cette version existe pour l’instant.
anything-else = Autre chose ?
anything-else-says = Vous pouvez tout laisser vide ici.
note = Remarque
weight = Poids en kilogrammes
weight-hint = Par exemple 68,4
no-weight = Ce n’est pas un poids entre 20 et 300 kilogrammes. Écrivez-le comme 68,4, ou laissez vide.
symptoms = Symptômes, de 0 à 10
symptoms-says = 0 : aucun ; 10 : le plus fort que vous puissiez imaginer.
symptom-weakness = Faiblesse
symptom-stiffness = Raideur
symptom-twitching = Secousses musculaires
symptom-wasting = Fonte des muscles
symptom-fatigue = Fatigue
symptom-headache = Maux de tête
symptom-appetite_loss = Manque d’appétit
symptom-pain = Douleur
is-this-right = Est-ce exact ?
rated-day = Évaluation du { $day }
answered-of = { $answered } questions sur { $of } ont une réponse.
why-changed = Pourquoi cette correction ? (si vous le souhaitez)
nothing-answered = Veuillez répondre à une question au moins.
saved-sent = C’est noté
saved-sent-says = Merci. La semaine est dans le journal.
saved-waiting = C’est conservé sur cet appareil
saved-waiting-says = Le serveur ne répond pas. La semaine est envoyée dès qu’il répond.
saved-conflict = Il y a d’autres réponses pour cette semaine
saved-conflict-says = Rien n’est perdu. Regardez les deux, et décidez.
saved-refused = Le serveur ne l’a pas accepté
saved-refused-says = Vos réponses sont conservées sur cet appareil. { $says }
week-before = Cette semaine est déjà sur cet appareil
week-before-says = Vous l’avez enregistrée le { $when }, et elle n’est pas encore dans le journal. Rien n’est perdu : regardez les deux, puis décidez.
now = Maintenant
earlier = Avant
take-now = Garder les réponses de maintenant
take-earlier = Garder les réponses d’avant
take-earlier-says = Ce que vous venez de répondre est supprimé.
to-diary = Vers le journal

## Weeks on this device

unsent = Semaines sur cet appareil seulement
all-sent = Toutes les semaines sont dans le journal.
send-now = Envoyer maintenant
unsent-waiting = En attente du réseau.
unsent-conflict = Le journal contient d’autres réponses pour cette semaine.
unsent-refused = Le serveur ne l’a pas accepté :
conflict-other = { $name } a aussi noté cette semaine. Là où les réponses diffèrent :
conflict-removed = { $name } a retiré cette semaine. Vos réponses peuvent être notées à nouveau.
both-same = Les deux disent la même chose.
here = Sur cet appareil
there = Dans le journal
take-mine = Noter les miennes comme version plus récente
give-up = Abandonner les miennes
give-up-says = Vos réponses sur cet appareil sont supprimées. Le journal reste tel quel.
sign-out-drafts = { $weeks ->
    [one] Une semaine est commencée ici et n’est pas enregistrée. La déconnexion la supprime.
   *[other] { $weeks } semaines sont commencées ici et ne sont pas enregistrées. La déconnexion les supprime.
}
sign-out-offline = Le serveur ne répond pas : votre session est encore ouverte ici. Fermez-la quand le réseau revient.

## Weeks of the past

as-csv = Enregistrer en tableau (CSV)
corrected = corrigée
correct = Corriger
write-again = Noter à nouveau
remove-week = Retirer cette semaine
remove-week-says = Elle ne compte plus. L’historique la conserve.
why-removed = Pourquoi ? (si vous le souhaitez)
removed-week = Semaine { $week }, retirée
was-removed = La semaine a été retirée.
earlier-versions = Versions précédentes
recorded-by = Noté par { $name } le { $when }.
answered-at = Réponses données le { $when }.
reason = Raison : { $reason }

## The page for a visit

report-of = { $name } : page pour une consultation
report-made = Établie le { $day }.
last-rated = Dernière évaluation : { $day }.
report-says = Cette page s’imprime sur une seule feuille. Choisissez « Enregistrer au format PDF » pour la conserver.
questions = Questions pour la consultation
questions-hint = Elles sont imprimées, et conservées nulle part.
report-compare = Comparée à l’évaluation du
report-changes = Ce qui a changé depuis le { $day } est marqué.
report-treatments = Traitements actuels
report-treatments-over = Traitements terminés
report-effects = Effets indésirables
report-more = (et { $more } de plus dans le journal)
print = Imprimer
no-advice = Évaluations d’un journal, telles qu’elles ont été notées. Ce n’est pas un diagnostic, et cela ne prédit rien.

## The circle

who-sees = Qui le voit
nobody-sees = Personne d’autre que vous.
invited = Invitations
invited-pending = en attente
invited-used = acceptée
invited-revoked = retirée
invited-expired = expirée
invite = Inviter une personne
their-email = Son adresse e-mail
who-are-they = Qui est cette personne pour vous ?
what-they-see = Ce que cette personne voit
send-invitation = Envoyer l’invitation
send-invitations = Envoyer les invitations
invitation-sent = L’invitation est en route.
withdraw = Retirer
withdraw-says = L’invitation envoyée à { $email } ne sera plus valable.
take-back = Retirer l’accès
take-back-says = { $name } ne verra plus rien de votre journal dès maintenant.
may-see-flags = Aussi ce que l’équipe devrait savoir
what-levels-see = Ce que chaque accès permet de voir
level-summary = L’évolution seulement
level-read = L’évolution et les réponses
level-write = Noter aussi pour vous
level-write-member = Noter aussi pour la personne malade
sees-read_trend = Ce que disent les semaines
sees-read_flags = Ce que l’équipe devrait savoir
sees-read_entries = Réponses, remarques, traitements et valeurs mesurées
sees-record_entries = Peut noter une semaine
sees-record_treatments = Peut noter des traitements
relation-self = la personne malade
relation-spouse = époux ou épouse
relation-wife = épouse
relation-husband = mari
relation-partner = partenaire
relation-parent = parent
relation-mother = mère
relation-father = père
relation-child = enfant
relation-daughter = fille
relation-son = fils
relation-sibling = frère ou sœur
relation-sister = sœur
relation-brother = frère
relation-grandchild = petit-enfant
relation-relative = membre de la famille
relation-friend = ami ou amie
relation-neighbour = voisin ou voisine
relation-caregiver = aidant ou aidante
relation-nurse = infirmier ou infirmière
relation-therapist = thérapeute
relation-doctor = médecin
relation-clinician = soignant ou soignante
relation-other = autre
trustee = Personne de confiance
trustee-says = Une personne de votre cercle qui peut agir pour vous quand vous ne le pouvez pas. Elle doit d’abord le demander ; il reste alors du temps, et un seul geste de votre part dit non.
trustee-who = Qui ?
choose-trustee = Choisir cette personne
trustee-named = désignée ; n’agit pas pour vous actuellement
trustee-waiting = a demandé à agir pour vous, et le fera à partir du { $when }, sauf si vous dites non
trustee-acting = agit pour vous
trustee-not-now = Pas maintenant
trustee-not-now-says = La demande prend fin. Elle pourra être refaite plus tard.
trustee-end = Ne plus désigner
trustee-end-says = { $name } ne sera plus votre personne de confiance.
access-log-says = Chaque regard sur votre journal, et chaque changement.
clinics = Centres de soins
what-clinic-sees = Ce que le centre voit
clinic-always-sees = Les évaluations, les traitements et ce qui en découle, toujours. Et aussi :
share-notes = Mes remarques
share-notes-hint = Ce que vous avez écrit avec vos mots.
share-facts = Ce qui me concerne
share-facts-hint = Le début, le sexe, l’année de naissance, le gène.
share-research = Pour la recherche
share-research-hint = Sans votre nom, dans ce que le centre extrait.
coordinator = Soignant coordinateur
coordinator-who = Qui coordonne ?
coordinated-by = { $name } ({ $clinic }) coordonne les soins.
leave-clinic = Quitter ce centre
leave-clinic-says = Plus personne { DE($name) } ne verra quoi que ce soit de votre journal dès maintenant.

## My account

what-i-see = Ce que je vois
without-numbers = Sans chiffres, stades ni rythmes
without-numbers-hint = Sur cet appareil. Rien ne change dans le journal.
change-password = Changer le mot de passe
current-password = Mot de passe actuel
password-changed = Le mot de passe est changé. Les autres appareils sont déconnectés.
passkeys = Clés d’accès
passkeys-says = Une clé d’accès vous connecte avec votre visage, votre doigt ou le code de l’appareil : rien à saisir.
passkey-name = Un nom pour cet appareil
add-passkey = Ajouter une clé d’accès
remove-passkey-says = { $name } ne vous connectera plus.
second-factor = Second facteur
second-factor-says = Un code d’une application d’authentification, demandé en plus du mot de passe.
second-factor-demanded = Votre travail ici demande un second facteur : une clé d’accès, ou un code d’une application d’authentification.
set-up-totp = Configurer une application d’authentification
totp-how = Ajoutez cette clé à votre application d’authentification, puis saisissez le code qu’elle affiche.
open-authenticator = Ouvrir l’application sur cet appareil
totp-since = Configurée depuis le { $when }.
codes-left = Codes de secours restants : { $codes }.
new-recovery-codes = Nouveaux codes de secours
recovery-codes = Codes de secours
recovery-codes-says = Chacun vous connecte une fois, si l’appareil est perdu. Ils ne sont montrés que maintenant : enregistrez-les ou imprimez-les.
remove-totp-says = Seul le mot de passe sera alors demandé.
told-here = Avis sur cet appareil
told-here-switch = M’avertir sur cet appareil
told-here-hint = Un rappel arrive ici plutôt que par courriel. Il ne dit jamais de quoi il s’agit.
told-here-refused = Ce navigateur ne le permet pas : changez cela dans ses réglages.
devices = Appareils connectés
device = Un appareil
this-one = celui-ci
sign-out-there = Déconnecter cet appareil
sign-out-there-says = Il faudra se reconnecter sur cet appareil.
sign-out-others = Déconnecter tous les autres
sign-out-others-says = Il faudra se reconnecter sur tous les autres appareils.
my-data = Mes données
my-data-says = Tout ce qui est conservé à votre sujet, dans un seul fichier.
take-copy = Enregistrer mes données
erase-me = M’effacer
erase-me-says = Votre compte et votre journal sont effacés après quelques jours. D’ici là, vous pouvez l’arrêter.
erased-at = Tout ce qui est conservé sur vous sera effacé le { $when }.
do-not-erase = Ne pas l’effacer

## The emergency card, as it is chosen

card-says = Une page pour qui vous aide en urgence et ne vous a jamais vu : ce que vous avez, comment vous respirez et mangez, qui appeler. Elle s’ouvre sans compte, par un lien ou par un code sur papier.
card-there = Votre carte
card-chosen = Son contenu a été choisi le { $when }.
card-look = La voir et l’imprimer
card-look-says = Elle s’ouvre dans sa propre fenêtre et s’imprime sur une feuille, avec le code à scanner : une pour le fauteuil, une pour le sac, une pour la porte.
card-link = Le lien de la carte
card-end = Retirer la carte
card-end-says = Son lien et son code n’ouvriront plus rien, sur papier non plus. La prochaine carte en aura d’autres.
card-what = Ce qu’elle dit
card-make = Créer la carte
card-name = Votre nom sur la carte
card-name-hint = Vide, elle ne montre aucun nom.
card-diagnosis = Qu’il s’agit de la SLA
card-diagnosis-hint = Avec le jour du diagnostic, s’il figure parmi ce qui vous concerne.
card-ventilation = Comment je respire
card-ventilation-hint = Votre dernière réponse sur un appareil respiratoire, et depuis quand.
card-swallowing = Comment j’avale
card-swallowing-hint = Votre dernière réponse sur la déglutition, et une sonde d’alimentation.
card-note = Avec vos mots
card-note-hint = Par exemple : Je comprends tout. Je réponds avec les yeux.
card-contact = Qui appeler, { $number }
card-contact-name = Nom
card-contact-phone = Numéro de téléphone
card-contact-phone-hint = Avec l’indicatif du pays, par exemple +33 1 23 45 67 89.
card-contact-about = Qui est-ce ?
card-contact-about-hint = Par exemple : mari, connaît l’appareil respiratoire.
card-add-contact = Ajouter une personne à appeler
card-remove-contact = Retirer cette personne

## Reminders

reminders = Rappels
reminders-choose = Choisir les rappels
reminders-says = Rien ne vous rappelle quoi que ce soit avant que vous le choisissiez ici. Aucun message ne parle de santé.
reminders-nobody = Vous ne notez rien dans aucun journal : il n’y a donc rien à rappeler.
reminders-whose = Pour quel journal ?
remind-weekly = Me le rappeler chaque semaine
remind-weekly-hint = Seulement tant que la semaine n’est pas notée.
weekday = Quel jour ?
weekday-monday = lundi
weekday-tuesday = mardi
weekday-wednesday = mercredi
weekday-thursday = jeudi
weekday-friday = vendredi
weekday-saturday = samedi
weekday-sunday = dimanche
at-hour = À quelle heure ?
remind-visit = Une visite au centre
remind-visit-hint = Le rappel vient la veille. Vide : aucun.
remind-next_course = Quand certaines cliniques répètent une cure de cellules
remind-next_course-hint = À partir de 12 mois après le dernier jour où des cellules ont été données.
remind-end_of_follow_up = Quand le suivi se termine
remind-end_of_follow_up-hint = 42 mois après ce jour.
ways = De quelle façon ?
way-mail = Par e-mail
way-mail-hint = À l’adresse de votre compte.
way-push = Sur mes appareils
way-push-hint = Sur ceux où vous l’avez demandé, sous « Mon compte ».
quiet-hours = Jamais la nuit
quiet-hours-hint = Ce qui tombe dans ces heures arrive à leur fin.
quiet-from = De
quiet-to = À
paused-until = Pause jusqu’au
paused-until-hint = Rien ne vous est rappelé avant ce jour. Vide, il n’y a pas de pause.
remind-later = Pas maintenant, mais plus tard aujourd’hui
remind-later-in = Quand ?
remind-later-do = Me le rappeler plus tard
remind-later-at = Le rappel viendra le { $when }, si la semaine n’est pas notée d’ici là.
in-hours = { $hours ->
    [one] Dans une heure
   *[other] Dans { $hours } heures
}

## What followers are told

alerts = Ce qui a été signalé
alerts-open = { $alerts ->
    [one] Une chose attend que quelqu’un s’en occupe.
   *[other] { $alerts } choses attendent que quelqu’un s’en occupe.
}
no-alerts = Rien n’a encore été signalé.
alert-silence = Rien n’a été noté depuis la semaine du { $day }
alert-flag = Il s’agit de : { $what }. Cela a commencé la semaine du { $day }.
alert-raised = Remarqué le { $when }.
alert-told = Signalé à : { $people }.
alert-seen-to = { $name } s’en occupe depuis le { $when }.
alert-over = C’était fini de soi-même le { $when }.
alert-see-to = Je m’en occupe
alert-see-to-hint = Les autres personnes averties le voient, et personne d’autre n’est averti.
alerts-of = Qui est averti
alerts-own = Ce qui m’est signalé
alerts-own-says = Rien n’est signalé avant que vous le choisissiez. Aucun message ne dit de quoi il s’agit. La personne malade voit ce que vous choisissez et peut l’arrêter.
alerts-active = Cela vous est signalé à présent.
alerts-not-active = Rien ne vous est signalé actuellement : n’y comptez pas.
alerts-flags = Ce que l’équipe devrait savoir
alerts-no-flags = Avec ce que vous pouvez voir, seul le silence peut vous être signalé.
alert-tier-contact_today = Ce qui demande un appel aujourd’hui
alert-tier-contact_this_week = Ce que l’équipe devrait savoir cette semaine
alert-tier-tell_team = Ce que l’équipe devrait savoir à l’occasion
alert-tier-next_visit = Ce qui est pour la prochaine visite
alerts-silence = Que rien n’a été noté
alerts-silence-off = Ne pas me le signaler
after-weeks = { $weeks ->
    [one] Après une semaine entière
   *[other] Après { $weeks } semaines entières
}
alerts-next = Si personne ne répond, avertir la personne suivante
alerts-next-off = Jamais
after-hours = { $hours ->
    [one] Après une heure
   *[other] Après { $hours } heures
}
alerts-next-hint = Avec une façon et rien d’autre, vous êtes averti quand personne avant vous n’a répondu.
followers = Qui est averti de votre journal
followers-says = Dans l’ordre où ces personnes sont averties quand personne avant n’a répondu. Chacune a choisi pour elle-même ; vous pouvez l’arrêter, et personne n’en est informé.
follower-nothing = N’a rien choisi : n’est averti de rien.
follower-ways = Signalé : { $ways }.
follower-last = Seulement si personne avant n’a répondu.
follower-silence = { $weeks ->
    [one] Que rien n’a été noté pendant une semaine
   *[other] Que rien n’a été noté pendant { $weeks } semaines
}
follower-next = { $hours ->
    [one] Sans réponse après une heure, la personne suivante est avertie
   *[other] Sans réponse après { $hours } heures, la personne suivante est avertie
}
follower-muted = arrêté par vous
follower-mute = L’arrêter pour cette personne
follower-unmute = Avertir de nouveau cette personne

## Consents, facts, and one’s own place

look-as-level-says = Voyez votre journal comme chaque niveau le voit. Une personne à qui vous l’avez permis voit en plus ce que l’équipe devrait savoir :
look-as-level = Comme avec : { $level }
preview-says = Voici ce journal tel que le voit une personne avec : { $level }. Ce qu’elle choisit pour elle-même, par exemple sans chiffres, peut différer.
preview-notes = { $name } a peut-être écrit une remarque. Les autres personnes à ce niveau la voient, sauf si { $name } l’a refusé depuis.
consents = Ce à quoi vous consentez
consents-says = Chacun est une décision à part. Vous pouvez le retirer à tout moment et le redonner : personne n’en est informé, et rien n’est effacé.
consent-care_sharing = Les personnes que j’invite voient mon journal
consent-care_sharing-says = Famille, proches et soignants voient ce que vous avez choisi pour chacun. Retiré, c’est une pause pour tous à la fois.
consent-care_sharing-end = Dès maintenant, personne d’autre que vous ne voit rien de votre journal, même qui agit pour vous, jusqu’à ce que vous redonniez votre accord. La carte d’urgence n’ouvre rien pendant ce temps.
consent-notes_sharing = Elles voient aussi ce que j’ai écrit
consent-notes_sharing-says = Remarques et raisons, pour qui voit les réponses.
consent-notes_sharing-end = Dès maintenant, vous seul voyez remarques et raisons. Personne ne peut savoir s’il y en avait.
consent-clinic_enrolment = Les soignants voient mon journal
consent-clinic_enrolment-says = Dans les centres que vous avez acceptés, parmi leurs patients.
consent-clinic_enrolment-end = Dès maintenant, aucun soignant ne voit rien de votre journal, jusqu’à ce que vous redonniez votre accord.
consent-research_export = La recherche peut utiliser mes évaluations
consent-research_export-says = Sans votre nom, dans les centres où vous l’avez choisi : ils peuvent extraire vos évaluations et les transmettre à la recherche.
consent-research_export-end = Dès maintenant, rien n’est utilisé pour la recherche.
consent-by-inviting = Cela vaut pour les personnes que vous laissez entrer, jusqu’à ce que vous y mettiez fin.
consent-at-clinics = Cela vaut dans les centres où vous l’avez choisi, jusqu’à ce que vous y mettiez fin.
consent-given = Vous avez donné votre accord le { $when }.
consent-ended = Vous l’avez retiré le { $when }.
consent-take-back = Retirer mon accord
consent-give = Donner mon accord
own-place = Ma place dans ce journal
leave-diary = Quitter ce journal
leave-diary-says = Vous ne verrez plus rien du journal { DE($name) }. Seule une nouvelle invitation vous y ramène.
trusted-named = { $name } vous a désigné pour agir en son nom quand ce ne sera plus possible. Rien ne change tant que vous ne le demandez pas.
trusted-waiting = Vous avez demandé à agir pour { $name }. À partir du { $when } ce sera le cas, sauf refus.
trusted-acting = Vous agissez pour { $name } : vous pouvez noter, corriger et retirer chaque semaine, et décider qui voit le journal.
trusted-acting-closed = Vous agissez pour { $name }. Le journal est fermé : vous pouvez le lire, et décider qui le voit.
trusted-again-from = Vous pourrez le redemander à partir du { $when }.
trusted-ask = Demander à agir
trusted-ask-says = { $name } et tout le cercle en sont informés par e-mail, et il y a du temps pour refuser.
trusted-stop = Retirer ma demande
trusted-stop-says = Vous n’agissez plus dès maintenant, et ne pourrez pas le redemander pendant un temps.
trusted-decline = Je ne veux pas être personne de confiance
trusted-decline-says = { $name } pourra alors choisir une autre personne.
close-diary = Fermer le journal
close-diary-says = Après quelques jours, plus rien n’est noté dans le journal { DE($name) }. Chacun peut encore lire, rien n’est effacé. Tout le cercle en est informé par e-mail, et un geste l’arrête.
close-diary-why = Sur quoi vous fondez-vous ?
close-diary-why-hint = Par exemple : que la personne est décédée, ou le souhaitait.
diary-closed = Le journal est fermé depuis le { $when }.
diary-closes = Le journal sera fermé le { $when }.
keep-diary-open = Garder le journal ouvert
open-diary-again = Rouvrir le journal
facts = Ce qui concerne la personne
facts-says = Connu une fois, et non chaque semaine. Tout peut rester vide ; un centre ne le voit que si cela a été choisi.
not-known = Inconnu
fact-symptom_onset = Quand sont venus les premiers signes
fact-onset_region = Où cela a commencé
fact-diagnosed_on = Jour du diagnostic
fact-birth_year = Année de naissance
fact-sex = Sexe
fact-gene = Gène où une cause a été trouvée
fact-gene-hint = Son symbole, par exemple SOD1.
fact-usual_weight_kg = Poids avant la maladie, en kilogrammes
fact-usual_weight_kg-hint = Une perte de poids se mesure à partir de lui.
fact-height_cm = Taille en centimètres
fact-time_zone = Fuseau horaire
region-bulbar = Parole ou déglutition
region-upper_limb = Bras ou mains
region-lower_limb = Jambes ou pieds
region-trunk = Tronc
region-respiratory = Respiration
region-generalised = Plusieurs à la fois
region-unknown = Demandé, et inconnu
region-not_shared = Non partagé, ou inconnu
sex-female = Féminin
sex-male = Masculin
sex-other = Autre
sex-unknown = Demandé, et inconnu

## The clinic

no-clinics = Aucun centre ne vous a encore ajouté.
clinic-views = Vues du centre
clinic-patients = Patients
clinic-summary = Vue d’ensemble
clinic-exports = Extraire les données
clinic-invitations = Invitations
clinic-roster = Participants
clinic-staff = Personnel
role = Rôle
role-clinician = Soignant
role-data_manager = Gestionnaire des données
role-site_admin = Administrateur
no-patients = Aucun patient n’a encore rejoint le centre.
sorted-by = Trié par
sort-needs_attention = Qui regarder en premier
sort-last_week = Dernière semaine
sort-total = Total
sort-points_per_month = Points par mois
sort-change_4_weeks = Changement sur 4 semaines
sort-change_12_weeks = Changement sur 12 semaines
sort-kings = Stade de King’s
sort-weeks_silent = Semaines sans évaluation
sort-seen_at = Dernier regard du centre
cohort-patient = Patient
cohort-why = Pourquoi
cohort-last = Dernière semaine
cohort-total = Total
cohort-per-month = Points par mois
cohort-kings = King’s
cohort-silent = Semaines sans évaluation
cohort-closed = Journal fermé
cohort-enrolled = { $patients ->
    [one] { $patients } patient est inscrit.
   *[other] { $patients } patients sont inscrits.
}
cohort-closed-count = { $closed ->
    [one] { $closed } journal est fermé et n’est pas compté ci-dessous.
   *[other] { $closed } journaux sont fermés et ne sont pas comptés ci-dessous.
}
by-onset = Selon le lieu de début
medians = Au milieu (médiane)
adherence-part = Semaines notées, sur les 26 dernières
flag-nothing_recorded = rien de noté
flag-breathing_now = respiration
flag-breathing_changed = respiration changée
flag-breathing_support_changed = aide respiratoire changée
flag-swallowing_changed = déglutition changée
flag-weight_down = poids en baisse
flag-total_changed_quickly = total vite changé
flag-saliva_aids = salive
flag-speech_aids = parole
by-stage = Stades de King’s
by-pace = Rythme
pace-slower_than_most = plus lent que la plupart (moins de 0,04 point par mois)
pace-slower_than_mean = plus lent que la moyenne (jusqu’à 0,89)
pace-faster_than_mean = plus rapide que la moyenne (jusqu’à 1,96)
pace-faster_than_most = plus rapide que la plupart
exports-says = Les patients qui n’ont pas donné leur accord sont laissés de côté, et comptés dans le manifeste.
format = Format
format-csv = Tableau, une ligne par semaine (CSV)
format-csv-long = Tableau, une ligne par réponse (CSV)
format-proact = Fichiers PRO-ACT
format-ndjson = Tout, avec l’historique (NDJSON)
format-fhir = FHIR R4
format-dataset-json = CDISC Dataset-JSON
format-parquet = Parquet
names-or-not = Noms
without-names = Sans noms
with-names = Avec noms
export-reason = Pourquoi faut-il les noms ?
take-out = Extraire les données
export-queued = en attente
export-running = en préparation
export-ready = prêt
export-failed = échoué
export-expired = expiré
file-rows = { $rows } lignes
manifest = Manifeste, signé
remove-export-says = Ses fichiers sont supprimés.
invite-patient = Inviter un patient
subject-id = Numéro de participant
subject-id-hint = Attribué par le serveur si le champ est vide.
invite-many = Inviter plusieurs personnes
invite-many-says = Un tableau avec les colonnes email et subject_id. Si une ligne contient une erreur, personne n’est invité, et on vous dit laquelle.
table-file = Tableau (CSV)
invited-of = Invitations envoyées : { $invited } sur { $of }.
row-of = Ligne { $row }, { $email }
not-invited-subject_id_taken = pas d’invitation : un autre patient de ce centre a ce numéro de participant
not-invited-invited_too_often = pas d’invitation : adresse invitée aussi souvent qu’un jour le permet, réessayez demain
add-staff = Ajouter une personne
staff-name = Nom
staff-added = Cette personne est prévenue par e-mail.
staff-pending = Invitation du { $moment }, mot de passe pas encore choisi
staff-unnamed = Une personne dont le nom n’est pas encore connu ici
remove-staff-says = { $name } ne verra plus rien de ce centre dès maintenant.

## Records beside the weeks

record-something = Noter quelque chose
recorded-so-far = Noté jusqu’ici
record-warned = C’est noté. Veuillez regarder l’avertissement à côté.
add-measurement = Ajouter une valeur mesurée
add-administration = Ajouter un jour où il a été donné
add-screening = Ajouter un examen avant les cellules
schedule = À quelle fréquence, si vous voulez
treatment-clinic = Où, si vous voulez
in-trial = Cela fait partie d’une étude
trial-id = Numéro de l’étude
suspected = De quel traitement, pensez-vous ?
serious-short = grave
cell-type = Quelles cellules ?
cells-mesenchymal = Mésenchymateuses
cells-neural = Neurales
cells-other = Autres
cell-source = De quel tissu ?
source-bone_marrow = Moelle osseuse
source-adipose = Graisse
source-peripheral_blood = Sang
source-umbilical_cord = Cordon ombilical
source-other = Autre tissu
cell-donor = De qui ?
donor-autologous = Les siennes
donor-allogeneic = D’une autre personne
route = Comment a-t-il été donné ?
route-oral = Par la bouche
route-intravenous = Dans une veine
route-intrathecal = Dans le liquide autour de la moelle épinière
route-intraspinal = Dans la moelle épinière elle-même
route-intramuscular = Dans un muscle
route-enteral = Par une sonde d’alimentation
route-other = Autrement
amount-cells = Combien de cellules, en millions
amount-mg = Quelle quantité, en milligrammes
millions = { $cells } millions de cellules
guided-by = Qu’est-ce qui a guidé l’aiguille ?
imaging-none = Rien
imaging-ultrasound = Échographie
imaging-fluoroscopy = Radioscopie
imaging-ct = Scanner
imaging-mri = IRM
imaging-other = Autre
anaesthesia = Comment la douleur a-t-elle été évitée ?
anaesthesia-none = Pas du tout
anaesthesia-local = Sur place
anaesthesia-sedation = Sédation
anaesthesia-general = Anesthésie générale
finding-damaged_bone_marrow = Moelle osseuse abîmée
finding-clotting_disorder = Sang qui coagule mal
finding-low_platelets = Trop peu de plaquettes
finding-cancer = Cancer
finding-pregnancy_or_lactation = Grossesse ou allaitement
finding-active_severe_infection = Une infection grave en ce moment
found-unknown = Inconnu
found-no = Pas trouvé
found-yes = Trouvé
screened-by = Qui a examiné ?
screening-found = Trouvé : { $what }.
screening-unknown = Non connu : { $what }.
screening-nothing = Rien n’a été trouvé contre les cellules.
days-given = { $days ->
    [0] Jours où il a été donné
    [one] Donné un jour
   *[other] Donné { $days } jours
}
course-next = Les cliniques de ce journal le répètent entre le { $from } et le { $to }, si cela se fait : c’est à vous d’en décider avec votre équipe.
course-followed = Suivi jusqu’au { $day }.
warning-not_screened = { $day } : des cellules ont été données sans qu’un examen préalable soit noté ici.
warning-contraindicated = { $day } : des cellules ont été données bien que l’examen préalable ait trouvé quelque chose.
what-measured = Qu’est-ce qui a été mesuré ?
measured-value = Valeur
measure-range = En { $unit }, entre { $lowest } et { $highest }.
posture = Assis ou couché ?
posture-sitting = assis
posture-supine = couché sur le dos
posture-standing = debout
measured-with = Avec quel appareil, si vous voulez
measure-svc = Fonction pulmonaire : capacité vitale lente (SVC)
measure-fvc = Fonction pulmonaire : capacité vitale forcée (FVC)
measure-snip = Pression au reniflement (SNIP)
measure-peak_cough_flow = Débit de pointe à la toux
measure-ventilator_hours = Heures de ventilation par jour
measure-nfl_serum = Neurofilament à chaîne légère dans le sérum
measure-nfl_plasma = Neurofilament à chaîne légère dans le plasma
measure-nfl_csf = Neurofilament à chaîne légère dans le liquide céphalo-rachidien
measure-pnfh_csf = Neurofilament à chaîne lourde phosphorylé dans le liquide céphalo-rachidien

## Ratings of home and clinic

raters = À la maison et au centre
agreement-means = Les mêmes jours sont vus différemment, sans que personne ne se trompe : l’un sait ce que l’on ressent, l’autre combien de temps cela prend. Deux évaluations d’une personne par les mêmes yeux diffèrent jusqu’à environ 4 points sur 48 sans aucun changement. Une différence entre évaluateurs n’est pas un changement de la maladie.
home-and-clinic = Côte à côte
home-and-clinic-says = Chaque évaluation du centre avec la plus proche de la maison, à { $days } jours au plus. La différence est celle du centre moins celle de la maison.
at-home = Maison
at-clinic = Centre
difference = Différence
no-home-rating = Aucune évaluation près de ce jour
agreement-limits-mean = Sur 100 paires, environ 95 se trouvent entre les deux limites. Avec moins de cinq paires, il n’y en a pas.
agreement-of = { $other }, comparé à : { $one }
clinic-ratings = Évaluations du centre
rate = Évaluer pour le centre
rate-of = Évaluation du centre : { $name }
rate-says = Elle se tient à côté du journal de la maison, et aucune ligne ne la compte.
rate-how = Comment a-t-on demandé ?
rate-remove-says = Elle ne compte plus dans aucune comparaison. L’historique la garde.
rate-removed = L’évaluation de ce jour a été retirée
rate-removed-says = { $name } a retiré l’évaluation du centre du { $day }. Vos réponses sont toujours là et peuvent être notées à nouveau.
rate-anew = Noter à nouveau
rate-anew-says = Vos réponses deviennent l’évaluation du centre pour ce jour. L’historique garde le retrait.
rate-taken = Ce jour a déjà une évaluation
rate-taken-says = { $name } a noté l’évaluation du centre du { $day }. Rien n’est perdu : regardez les deux, puis décidez.

## Guests, who have no account

guest = Une semaine pour une autre personne
guest-for = Il s’agit { DE($name) }.
guest-says = On vous a remis un lien pour noter une semaine pour la personne dont vous vous occupez. Vous ne voyez rien d’autre du journal.
guest-name = Votre nom
guest-name-hint = Le journal le montre comme le nom que vous avez donné.
guest-tube = La personne a-t-elle une sonde d’alimentation ?
guest-recorded = Merci. L’évaluation du { $day } est dans le journal, avec le nom { $name }.
guest-correct-until = Vous pouvez la corriger jusqu’au { $when }.
guest-changed-since = Merci. Ce que vous avez noté a été modifié depuis dans le journal : il ne reste rien à faire ici.
guest-links = Sans compte : une semaine par un lien
guest-links-says = Qui veille sur vous une nuit n’a pas besoin de compte. Un lien vaut un jour et note une semaine ; qui le détient ne voit rien de votre journal.
guest-shown-name = Votre nom tel qu’il le montre, si vous voulez
make-guest-link = Créer un lien
guest-link-made = Remettez ce lien vous-même. Il n’est montré que maintenant.
copy-link = Copier le lien
copied = Il est copié.
copy-by-hand = Veuillez le copier à la main.
guest-link-made-on = Créé le { $when } :
guest-link-open = rien de noté pour l’instant
guest-link-used = une semaine notée ({ $week })
guest-link-revoked = retiré
guest-link-expired = expiré
guest-link-withdraw = Le lien n’ouvre alors plus rien. Ce qui a été noté avec lui reste.
claimed-name = une personne invitée par un lien, qui a donné le nom { $name }
former-member = une personne qui faisait partie du cercle

## What a refusal means here

problem-link_used = Ce lien a déjà servi à noter une autre semaine. Celle-là peut être corrigée.
problem-code_not_valid = Ce lien n’est plus valable, ou appartient à une autre adresse. Demandez-en un nouveau.
problem-wrong_credentials = L’adresse e-mail ou le mot de passe est faux : essayez encore, ou demandez un nouveau mot de passe par e-mail.
problem-wrong_code = Le code est faux ou a déjà servi : saisissez le suivant.
problem-mfa_token_not_valid = Cette connexion a pris trop de temps ou trop d’essais : recommencez-la.
problem-passkey_refused = Cette clé d’accès n’est pas acceptée ici, ou cela a pris trop de temps : essayez encore une fois.
problem-wrong_password = Le mot de passe actuel est faux : saisissez-le encore, ou demandez-en un nouveau par e-mail.
problem-not_found = Ce n’est pas là, ou ce n’est plus pour vous.
problem-precondition_failed = Cela a changé entre-temps. Regardez à nouveau, puis réessayez.
problem-insufficient_user_authentication = Votre travail ici demande un second facteur. Configurez-en un sous « Mon compte », puis reconnectez-vous.
problem-week_taken = Cette semaine a déjà été notée par d’autres, ou changée depuis. Regardez-la de nouveau, puis décidez.
problem-week_recorded = Cette semaine est déjà notée. Choisissez un autre jour du lien, ou dites-le à la personne qui vous l’a donné.
problem-week_removed = Cette semaine a été retirée entre-temps. Regardez-la de nouveau, puis décidez s’il faut la noter à nouveau.
problem-week_not_valid = Cette semaine n’existe pas.
problem-id_taken = Quelque chose est déjà noté ici. Regardez de nouveau, puis réessayez.
problem-record_removed = Cela a été retiré entre-temps. Regardez de nouveau, puis décidez s’il faut le noter à nouveau.
problem-precondition_required = Cela a changé entre-temps. Regardez de nouveau, puis réessayez.
problem-too_many_versions = Il y a déjà autant de versions que possible ; cela peut seulement être retiré.
problem-too_many_records = Il y en a déjà autant que possible.
problem-recorded_by_patient = La personne malade l’a noté ; elle seule peut le changer.
problem-recorded_by_clinician = Le centre l’a noté ; seuls le centre et la personne malade peuvent le changer.
problem-screening_by_caregiver = Un examen est noté par le centre ou par la personne malade.
problem-not_cell_therapy = Ce traitement n’est pas une thérapie cellulaire.
problem-diary_closed = Ce journal est fermé et n’accepte plus rien.
problem-read_only = Vous pouvez lire ce journal, pas y écrire ; la personne malade peut changer cela.
problem-summary_only = Vous pouvez voir l’évolution de ce journal, pas ses notes ; la personne malade peut changer cela.
problem-patient_only = Seule la personne à qui appartient ce journal peut le faire.
problem-clinician_only = Seuls les soignants peuvent le faire.
problem-site_role = Votre rôle dans ce centre ne le permet pas.
problem-trustee_only = Seule la personne de confiance désignée peut le faire.
problem-coordinator_only = Parmi les soignants, seule la personne qui coordonne les soins est avertie.
problem-own_diary = C’est votre propre journal : les avis sont pour qui suit le journal d’une autre personne.
problem-asked_too_soon = Cela a été demandé et a pris fin il y a peu ; redemandez plus tard.
problem-sharing_taken_back = Vous avez retiré votre accord pour que d’autres voient votre journal : donnez-le d’abord à nouveau.
problem-reminders_off = Aucun rappel n’est choisi : choisissez-en d’abord un.
problem-flag_changed = Les chiffres ont changé depuis que vous l’avez vu : regardez encore une fois.
problem-too_late_today = Ce ne serait plus aujourd’hui, ou pendant vos heures de calme.
problem-too_many_guest_links = Vous avez créé autant de liens qu’un jour le permet : réessayez demain.
problem-too_many_invitations = Vous avez envoyé autant d’invitations qu’un jour le permet : réessayez demain.
problem-too_many_members = Le cercle est complet : retirez une personne, ou une invitation.
problem-too_many_passkeys = Il y a déjà vingt clés d’accès : retirez-en une que vous n’utilisez pas.
problem-passkey_not_valid = Cette clé d’accès ne peut pas être ajoutée, ou cela a pris trop longtemps : recommencez.
problem-last_factor = Il vous faut un second facteur : ajoutez-en un autre avant de retirer celui-ci.
problem-no_second_factor = Il n’y a pas de second facteur que des codes de secours pourraient remplacer.
problem-password_closed = Trop de mots de passe erronés de suite : celui-ci n’ouvre plus rien. Choisissez-en un nouveau par e-mail.
problem-invalid_grant = La session a pris fin : veuillez vous reconnecter.
problem-erasure_begun = Votre compte est en cours d’effacement ; il ne peut plus être gardé.
problem-device_taken = Un autre compte est averti sur cet appareil : activez-le à nouveau ici.
problem-export_expired = Les fichiers de cet export sont effacés : demandez-en un autre.
problem-export_no_longer_shared = Une personne de cet export ne partage plus : ses fichiers sont effacés. Demandez-en un autre.
problem-export_not_ready = Cet export n’est pas encore prêt, ou il a échoué.
problem-too_many_exports = Deux de vos exports sont en cours : attendez-en un, ou retirez-en un.
problem-too_many_rows = Un fichier invite 200 personnes au plus : divisez-le.
problem-too_many_staff = Ce centre compte autant de personnes que possible.
problem-subject_id_taken = Une autre personne de ce centre a cet identifiant.
problem-quota_exceeded = C’était trop souvent en peu de temps : réessayez dans un moment.
problem-client_too_old = Cette page est plus ancienne que le serveur : rechargez-la. Ce qui attend d’être envoyé reste sur l’appareil.
problem-body_too_large = C’est trop volumineux.
problem-request_timeout = Cela n’est pas arrivé à temps : envoyez-le à nouveau.
problem-unavailable = Pas disponible pour le moment : réessayez dans un instant.
problem-internal = Quelque chose n’a pas marché de notre côté.
fault-another_day = Ce jour n’est pas celui dont il s’agit.
fault-before_treatment = C’était avant le début du traitement.
fault-cell_therapy_only = Cela n’appartient qu’à une thérapie cellulaire.
fault-date_before_diagnosis = Ce jour est avant le diagnostic.
fault-date_in_future = Ce jour n’est encore arrivé nulle part sur terre.
fault-date_too_early = Ce jour est trop loin dans le passé.
fault-day_outside_link = Ce jour n’appartient pas à ce lien.
fault-day_outside_treatment = Ce jour n’est pas dans le temps du traitement.
fault-day_outside_week = Ce jour n’est pas dans cette semaine.
fault-date_before_birth = Ce jour est avant l’année de naissance.
fault-diagnosed_before_onset = Le diagnostic est avant les premiers signes.
fault-empty = Quelque chose est vide qui ne peut l’être.
fault-ended_before_start = Cela a fini avant de commencer.
fault-forbidden_character = Un caractère n’est pas permis.
fault-gastrostomy_needed = Cette forme de la question suppose une sonde d’alimentation.
fault-given_outside_treatment = Il y a des jours où il a été donné hors de ce temps.
fault-identified_only = Cela n’existe qu’avec les noms.
fault-invalid_email = Ce n’est pas une adresse e-mail.
fault-invalid_subject_id = Ce ne peut pas être un identifiant.
fault-invalid_value = Une valeur n’est pas possible.
fault-laboratory_only = Cela n’appartient qu’aux valeurs de laboratoire.
fault-lung_function_only = Cela n’appartient qu’à la mesure des poumons.
fault-missing_member = Il manque quelque chose.
fault-not_in_circle = Cette personne n’est pas dans votre cercle.
fault-not_in_trial = Le numéro d’une étude n’appartient qu’à une étude.
fault-not_your_clinician = Cette personne ne vous soigne pas.
fault-nothing_answered = Veuillez répondre à au moins une question.
fault-out_of_range = Une telle valeur n’est pas possible ici : vérifiez le nombre et l’unité.
fault-own_address = C’est votre propre adresse.
fault-password_too_common = Ce mot de passe est trop courant : prenez par exemple quatre mots.
fault-password_too_long = Ce mot de passe est trop long.
fault-password_too_short = Ce mot de passe est trop court : au moins 15 caractères.
fault-respondent_not_possible = La réponse ne peut pas venir de cette personne ici.
fault-too_long = C’est trop long.
fault-trustee_not_possible = Cette personne ne peut pas être personne de confiance.
fault-unknown_columns = Le tableau demande les colonnes email et subject_id.
fault-unknown_push_service = Ce navigateur avertit par un service que nous ne connaissons pas.
fault-unknown_time_zone = Ce fuseau horaire n’existe pas.
fault-unknown_treatment = Ce traitement n’existe pas ici.
fault-unreadable = Cela ne se lit pas.
fault-wrong_number_of_cells = Une ligne n’a pas autant de cases que la première.

## Treatments, and the team

treatments = Traitements et effets indésirables
no-treatments = Rien n’est encore noté.
it-ended = C’est terminé
last-day = Dernier jour
first-day = Jour
remove-record-says = { $name } ne compte plus. L’historique en garde la trace.
recorded-by-short = Noté par { $name }.
record-added = C’est noté.
add-treatment = Ajouter un traitement
add-side_effect = Ajouter un effet indésirable
add-milestone = Ajouter une étape
what-kind = De quoi s’agit-il ?
treatment-name = Nom
dose = Dose, si vous le souhaitez
in-your-words = Avec vos propres mots
how-bad = Quelle gravité ?
serious = C’était grave
serious-hint = Il y a eu hospitalisation, danger ou séquelle durable.
treatment-drug = Un médicament
treatment-cell_therapy = Des cellules
treatment-rehabilitation = Rééducation
treatment-device = Un appareil
treatment-other = Autre chose
happening-headache = Mal de tête
happening-fatigue = Fatigue
happening-fever = Fièvre
happening-site_pain = Douleur au point d’administration
happening-other = Autre chose
happening-gastrostomy = Sonde d’alimentation par le ventre
happening-nasogastric_tube = Sonde d’alimentation par le nez
happening-niv_over_22_hours = Masque respiratoire plus de 22 heures par jour
happening-tracheostomy = Trachéotomie
happening-wheelchair = Fauteuil roulant
happening-speech_device = Aide à la parole
severity-1 = léger
severity-2 = modéré
severity-3 = sévère
severity-4 = danger de mort
severity-5 = mortel
record-administration = Un jour où il a été donné
record-screening = Examen avant les cellules
record-measurement = Valeur mesurée
for-the-team = Pour l’équipe
we-looked = Nous avons regardé
seen-told = Le patient voit que vous avez regardé.
agreement = Accord entre les évaluations
agreement-pairs = Paires
agreement-mean-difference = Différence moyenne
agreement-limits = Limites d’agrément

## What the page and the emergency card say

emergency-card = Carte d’urgence

### From here on it is the server that writes: the page is sent what stands above

## The emergency card

emergency-diagnosis = Diagnostic
emergency-als = SLA (sclérose latérale amyotrophique)
emergency-diagnosed-on = Connue depuis le { $day }, selon la personne malade.
emergency-breathing = Respiration
emergency-breathing-4 = Pas d’appareil respiratoire
emergency-breathing-3 = Ventilation par masque (non invasive) par moments
emergency-breathing-2 = Ventilation par masque (non invasive) chaque nuit
emergency-breathing-1 = Ventilation par masque (non invasive) jour et nuit
emergency-breathing-0 = Ventilation par un tube dans la trachée (invasive)
emergency-tracheostomy = Trachéotomie depuis le { $day }
emergency-mask = Masque respiratoire plus de 22 heures par jour depuis le { $day }
emergency-swallowing = Déglutition
emergency-swallowing-4 = Mange comme d’habitude
emergency-swallowing-3 = Avale parfois de travers
emergency-swallowing-2 = A besoin d’aliments et de boissons plus faciles à avaler
emergency-swallowing-1 = Est alimenté en partie par une sonde
emergency-swallowing-0 = Ne prend rien par la bouche : alimentation par sonde ou par la veine
emergency-tube = Sonde d’alimentation depuis le { $day }
emergency-tube-answered = Sonde d’alimentation, d’après la réponse du { $day }
emergency-patient-said = Déclaration de la personne malade du { $day }.
emergency-caregiver-saw = Comme un proche aidant l’a vu le { $day }.
emergency-clinician-saw = Comme un clinicien l’a vu le { $day }.
emergency-not-recorded = Rien n’est noté
emergency-words = Avec ses propres mots
emergency-contacts = À appeler
emergency-warning = Tout cela a été dit dans un journal, aux jours indiqués. Personne ne l’a vérifié, et cela a pu changer depuis : ce que vous voyez devant vous compte davantage. Ce n’est pas un dossier médical et cela ne prédit rien.
emergency-shown-on = Affiché le { $day }.
emergency-chosen-on = Son contenu a été choisi le { $day }.
emergency-gone = Cette carte n’est plus valable, ou il n’y en a jamais eu ici. Demandez à la personne ou à son entourage.

## Moments

day-in-words = { $without_year ->
   *[other] { $day } { $month } { $year }
}
day-and-time = { $day } { $month } { $year } à { $time } UTC
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

## Mails: no subject says anything about health, nor about a person

mail-hello = Bonjour,
mail-sign-up =
    Quelqu’un, probablement vous, ouvre un compte avec cette adresse. Pour terminer, suivez
    ce lien :

    { $link }

    Ou saisissez ce code dans l’application :

    Code : { $code }

    Vous avez 24 heures, rien ne presse. Si vous ne l’avez pas demandé, ne faites rien :
    sans lien ni code, il n’y aura pas de compte.
    .subject = Votre code
mail-already-here =
    Quelqu’un, probablement vous, a voulu ouvrir un compte avec cette adresse. Il y en a déjà
    un, et rien n’a changé : connectez-vous avec le mot de passe que vous avez.

    Si ce n’était pas vous, vous n’avez rien à faire.
    .subject = Vous avez déjà un compte
mail-password-reset =
    Quelqu’un, probablement vous, a demandé un nouveau mot de passe pour votre compte. Pour en
    choisir un, suivez ce lien :

    { $link }

    Ou saisissez ce code dans l’application :

    Code : { $code }

    Il sert une fois, dans les 30 prochaines minutes ; ensuite, refaites la demande. Si vous ne
    l’avez pas demandé, ne faites rien : votre mot de passe reste le même.
    .subject = Un nouveau mot de passe
mail-activation =
    Un compte a été créé pour vous. Pour choisir son mot de passe, suivez ce lien :

    { $link }

    Ou saisissez ce code dans l’application :

    Code : { $code }

    Il sert une fois, dans les sept jours. Après la première connexion, un second facteur vous
    sera demandé ; ayez votre téléphone à portée de main.

    Si vous ne savez pas de quoi il s’agit, ne faites rien : sans le code, personne ne peut
    utiliser le compte.
    .subject = Votre compte est prêt
mail-password-changed =
    Le mot de passe de votre compte vient d’être changé, et tous les autres appareils ont été
    déconnectés.

    Si ce n’était pas vous, écrivez tout de suite aux responsables de ce service.
    .subject = Votre mot de passe a été changé
mail-key-used-twice =
    La clé qui garde l’un de vos appareils connecté a été utilisée une deuxième fois. Cela peut
    vouloir dire que quelqu’un l’a copiée ; nous avons donc mis fin à cette session. Vos autres
    appareils restent connectés, et rien de ce que vous avez écrit n’est perdu : veuillez vous
    reconnecter.

    Si cela se reproduit, changez votre mot de passe.
    .subject = L’un de vos appareils a été déconnecté
mail-device-left =
    Vous vous êtes connecté sur un appareil de plus qu’un compte ne peut en avoir à la fois ;
    celui qui n’avait pas servi depuis le plus longtemps a donc été déconnecté.

    Si ce n’était pas vous, changez votre mot de passe.
    .subject = L’un de vos appareils a été déconnecté
mail-new-device =
    Quelqu’un, probablement vous, s’est connecté à votre compte sur un nouvel appareil ou depuis
    un autre réseau.

    Appareil : { $device }
    Réseau : { $address }
    Quand : { $when }

    Si ce n’était pas vous, déconnectez cet appareil dans l’application et changez votre mot de
    passe.
    .subject = Un nouvel appareil s’est connecté
mail-device-without-name = sans nom
mail-factor-added =
    Désormais, la connexion à votre compte demande, en plus du mot de passe, un code de votre
    application. Gardez les codes de secours qui vous ont été montrés : l’un d’eux remplace
    l’application si votre téléphone est perdu.

    Si ce n’était pas vous, écrivez tout de suite aux responsables de ce service.
    .subject = La connexion demande maintenant une seconde étape
mail-factor-removed =
    La seconde étape de la connexion vient d’être retirée de votre compte : le mot de passe seul
    suffit maintenant, et les codes de secours ne valent plus rien.

    Si ce n’était pas vous, changez votre mot de passe et remettez la seconde étape.
    .subject = Le mot de passe suffit maintenant pour se connecter
mail-codes-removed =
    Les codes de votre application viennent d’être retirés de votre compte. Vous vous connectez
    avec une clé d’accès, ou avec le mot de passe et l’un de vos codes de secours.

    Si ce n’était pas vous, changez votre mot de passe et remettez les codes.
    .subject = Les codes de votre application ne sont plus demandés
mail-recovery-code-used =
    L’un de vos codes de secours vient d’être utilisé et ne vaut plus rien. Codes restants : { $left }.
    Une fois connecté, vous pouvez en créer de nouveaux.

    Si ce n’était pas vous, changez tout de suite votre mot de passe et créez de nouveaux codes.
    .subject = L’un de vos codes de secours a été utilisé
mail-recovery-codes-renewed =
    De nouveaux codes de secours viennent d’être créés pour votre compte. Les précédents ne
    valent plus rien.

    Si ce n’était pas vous, changez tout de suite votre mot de passe et créez de nouveaux codes.
    .subject = Vous avez de nouveaux codes de secours
mail-reset-asked =
    On a dit aux responsables de ce service que vous aviez perdu les seconds facteurs de votre
    compte. Ils seront retirés le { $due }. Connectez-vous ensuite avec votre mot de
    passe, et enregistrez tout de suite un second facteur.

    Si vous n’avez rien perdu, connectez-vous, annulez, et écrivez tout de suite aux responsables
    de ce service.
    .subject = Vos seconds facteurs vont être retirés
mail-reset-cancelled =
    Les seconds facteurs de votre compte ne seront pas retirés : tout reste comme avant.
    .subject = Vos seconds facteurs restent
mail-factors-reset =
    Les seconds facteurs de votre compte viennent d’être retirés, et tous les appareils ont été
    déconnectés. Connectez-vous avec votre mot de passe, et enregistrez tout de suite un second
    facteur : avant cela, rien d’autre n’est possible.

    Si vous n’avez rien perdu, écrivez tout de suite aux responsables de ce service.
    .subject = Vos seconds facteurs ont été retirés
mail-passkey-added =
    Désormais, vous pouvez vous connecter à votre compte avec cette clé d’accès :

    { $name }

    Si ce n’était pas vous, connectez-vous, retirez-la, et changez tout de suite votre mot de
    passe.
    .subject = Une clé d’accès a été ajoutée à votre compte
mail-passkey-removed =
    Cette clé d’accès vient d’être retirée de votre compte et ne connecte plus personne :

    { $name }

    Si ce n’était pas vous, changez tout de suite votre mot de passe, et regardez quels appareils
    sont connectés.
    .subject = Une clé d’accès a été retirée de votre compte
mail-invitation =
    { $name } partage un journal avec vous. Dès que vous acceptez, vous pouvez
    { $allows }.

    Connectez-vous avec cette adresse, ou ouvrez d’abord un compte avec elle, et saisissez ce
    code :

    Code : { $code }

    Ou suivez ce lien, qui porte le même code :

    { $link }

    Le code sert une fois, pour vous seul, jusqu’au { $ends }.
    Si vous ne le souhaitez pas, ne faites rien : personne ne le saura. Pour ne plus recevoir
    d’invitation, de personne :

    { $never }
    .subject = Vous avez une invitation
you-can-summary = voir comment les évaluations évoluent, sans les réponses ni les notes
you-can-read = lire chaque entrée avec ses notes, et voir comment les évaluations évoluent
you-can-write = tout lire, et noter à la place de la personne malade
mail-enrolment =
    { $site } demande à voir le journal que vous tenez ou tiendrez. Dès que vous acceptez,
    l’équipe soignante y voit ce que vous notez. Vous choisissez si elle voit aussi vos notes et
    les informations sur vous, et si vos évaluations vont à la recherche sans votre nom. Vous
    pouvez changer cela, ou partir, à tout moment.

    Connectez-vous avec cette adresse, ou ouvrez d’abord un compte avec elle, et saisissez ce
    code :

    Code : { $code }

    Ou suivez ce lien, qui porte le même code :

    { $link }

    Le code sert une fois, pour vous seul, jusqu’au { $ends }.
    Si vous ne le souhaitez pas, ne faites rien : personne ne le saura. Pour ne plus recevoir
    d’invitation, de personne :

    { $never }
    .subject = Vous avez une invitation
mail-works-here =
    Vous travaillez désormais pour { $site }. Connectez-vous avec cette adresse pour voir ce qui
    vous y attend. Si c’est une erreur, dites-le à ceux qui vous ont ajouté.
    .subject = Vous avez été ajouté à un centre
mail-coordinates =
    Un patient de votre centre vous a choisi pour coordonner ses soins. Connectez-vous pour voir
    qui : la liste de votre centre le dit. Cela peut changer à tout moment.
    .subject = Vous avez été choisi
mail-cannot-work-here =
    { $site } voulait vous laisser y travailler avec cette adresse. Elle a déjà ici un compte
    d’une autre sorte, et un compte n’est que d’une sorte : donnez-leur une autre adresse, si
    vous y travaillez. Rien n’a changé, et ils n’en ont rien su.
    .subject = On vous a proposé de travailler dans un centre
mail-closure-asked =
    { $who }, agit pour vous et demande que votre journal soit fermé le
    { $from }. Plus personne n’y noterait rien ; rien n’est effacé.

    Si vous ne le voulez pas, dites non ici, sans vous connecter. Votre journal est alors rouvert,
    et plus personne n’agit pour vous :

    { $link }

    Vous pouvez dire non à tout moment, même après.
    .subject = Votre journal va être fermé
mail-circle-closes =
    Une personne que { $name } a choisie demande que le journal que { $name } partage avec vous
    soit fermé le { $from }. Plus personne n’y noterait rien ; ce que vous pouvez voir
    reste tel quel.

    Si cela vous paraît anormal, parlez-en à { $name }.
    .subject = À propos d’un journal que vous partagez
mail-closure-ended =
    La personne qui agit pour vous ne demande plus que votre journal soit fermé : il est ouvert,
    et tout est comme avant.
    .subject = Votre journal est ouvert
mail-circle-opens =
    Le journal que { $name } partage avec vous n’est pas fermé : tout est comme avant.
    .subject = À propos d’un journal que vous partagez
mail-are-you-there =
    Vous n’avez pas utilisé votre compte depuis { $months } mois. Rien ne lui arrive, et rien n’est
    effacé.

    Si vous continuez, connectez-vous une fois. Si vous n’en voulez plus, connectez-vous et
    demandez qu’il soit effacé. Si vous avez besoin d’aide, une personne que vous avez laissée
    entrer peut aussi le demander, si vous la choisissez.
    .subject = Votre compte est resté silencieux
mail-somebody-quiet =
    { $name } vous a choisi et n’a pas utilisé le compte depuis { $months } mois. Rien ne lui
    arrive, et rien n’est effacé.

    Si { $name } ne peut pas continuer, vous pouvez demander dans l’application à vous occuper du
    journal, puis le fermer. Sinon, il suffit que { $name } se connecte une fois.
    .subject = Quelqu’un est resté silencieux
mail-you-chose =
    Vous avez choisi qui peut agir pour vous, si un jour vous le voulez ou en avez besoin :

    { $who }.

    Rien ne change maintenant. Cette personne doit d’abord le demander ; vous en serez alors
    informé et aurez le temps de dire non. Vous pouvez choisir quelqu’un d’autre, ou personne, à
    tout moment.

    Si ce n’est pas vous qui avez choisi, connectez-vous, annulez ce choix, et changez votre mot
    de passe.
    .subject = Vous avez choisi qui agit pour vous
mail-you-were-chosen =
    { $name } partage un journal avec vous, et vous a choisi pour vous en occuper si un jour cela
    est souhaité ou nécessaire.

    Rien ne change maintenant, et vous n’avez rien à faire. Le moment venu, demandez-le dans
    l’application. Si vous préférez ne pas le faire, vous pouvez y refuser.
    .subject = Quelqu’un vous fait confiance
mail-trustee-asks =
    { $who }, demande à agir pour vous à partir du
    { $from }. Vous avez choisi cette personne.

    Elle pourrait alors faire avec votre journal et votre cercle ce que vous pouvez faire. Votre
    compte, votre mot de passe et le choix de cette personne ne restent qu’à vous.

    Si vous le voulez, ne faites rien. Sinon, dites non ici, sans vous connecter :

    { $link }

    Vous pouvez dire non à tout moment, même après, avec ce lien ou dans l’application.
    .subject = Quelqu’un demande à agir pour vous
mail-trustee-soon =
    { $who }, agit pour vous à partir du
    { $from }. Vous avez choisi cette personne, et elle l’a demandé.

    Si vous le voulez, ne faites rien. Sinon, dites non ici, sans vous connecter :

    { $link }
    .subject = Bientôt, quelqu’un agit pour vous
mail-trustee-acts =
    { $who }, agit désormais pour vous. Vous avez choisi cette personne.

    Vous pouvez toujours tout faire vous-même, et voir tout ce qu’elle fait. Vous pouvez y mettre
    fin à tout moment, dans l’application ou ici, sans vous connecter :

    { $link }
    .subject = Quelqu’un agit maintenant pour vous
mail-nobody-acts =
    Comme vous l’avez voulu, personne n’agit pour vous. La personne que vous avez choisie ne peut
    pas le redemander avant le { $from } ; vous pouvez aussi choisir quelqu’un d’autre, ou
    personne.

    Si vous ne l’avez pas voulu, vous pouvez la choisir à nouveau dans l’application.
    .subject = Personne n’agit pour vous
    .others =
    Les personnes qu’elle a laissées entrer quand elle agissait pour vous sont encore dans votre
    cercle :

    - { $names }

    Pour les retirer toutes, sans vous connecter :

    { $link }&others
mail-circle-asked =
    Une personne que { $name } a choisie demande à s’occuper du journal que { $name } partage avec
    vous, à partir du { $from }. { $name } peut dire non, maintenant et plus tard.

    Ce que vous pouvez voir reste tel quel. Si cela vous paraît anormal, parlez-en à { $name }.
    .subject = À propos d’un journal que vous partagez
mail-circle-acts =
    Une personne que { $name } a choisie s’occupe désormais du journal que { $name } partage avec
    vous, avec { $name }.

    Ce que vous pouvez voir reste tel quel. Si cela vous paraît anormal, parlez-en à { $name }.
    .subject = À propos d’un journal que vous partagez
mail-circle-changed =
    { $name } agit pour vous et a changé qui peut ouvrir votre journal ou qui coordonne vos soins,
    ou a invité quelqu’un.
    L’application dit ce que c’était, sous « Qui l’a ouvert ».

    Vous pouvez le changer à nouveau, et mettre fin à tout moment au fait qu’on agit pour vous.
    .subject = Votre cercle a été changé
mail-erasure-asked =
    Quelqu’un, probablement vous, a demandé que votre compte et tout ce que vous avez écrit soient
    effacés. Cela se fera le { $due }.

    D’ici là, tout marche comme avant, et vous pouvez changer d’avis : connectez-vous et gardez le
    compte. Après, personne ne peut le rétablir.

    Si ce n’était pas vous, connectez-vous, gardez le compte, et changez votre mot de passe.

    Voici ce qui reste ensuite :

    { $stays }
    .subject = Votre compte va être effacé
mail-erasure-taken-back =
    Votre compte ne sera pas effacé : tout reste comme avant.
    .subject = Votre compte reste
mail-erased =
    Comme vous l’avez demandé, votre compte a été effacé, avec ce que vous avez écrit. Les
    sauvegardes d’avant le gardent jusqu’à ce qu’elles soient écrasées ; celle qui est restaurée
    vous oublie à nouveau. C’est le dernier e-mail que nous vous envoyons.
    .subject = Votre compte a été effacé
mail-reminder-week =
    Vous avez demandé un rappel par semaine : celle-ci est encore ouverte.

    Ouvrez l’application pour le voir. Vous pouvez aussi y choisir quand vous recevez un rappel,
    faire une pause, ou l’arrêter.
    .subject = Votre rappel
mail-reminder-week-and-more =
    Vous avez demandé un rappel par semaine : celle-ci est encore ouverte. Autre chose que vous
    vouliez qu’on vous rappelle est là aussi.

    Ouvrez l’application pour le voir. Vous pouvez aussi y choisir quand vous recevez un rappel,
    faire une pause, ou l’arrêter.
    .subject = Votre rappel
mail-reminder =
    Vous avez demandé un rappel : c’est le moment.

    Ouvrez l’application pour le voir. Vous pouvez aussi y choisir quand vous recevez un rappel,
    faire une pause, ou l’arrêter.
    .subject = Votre rappel
mail-alert =
    Il y a du nouveau dans un journal que vous suivez. Ouvrez l’application pour le voir, et pour
    dire que vous vous en occupez : les autres personnes qui suivent le journal le sauront.

    Dans l’application, vous choisissez aussi ce qu’on vous dit, et par quels moyens.
    .subject = Il y a du nouveau dans un journal que vous suivez

## What a lock screen shows

push-title = Journal
push-body = Il y a quelque chose pour vous.

## What people are to the patient, as the patient reads it

your-self = vous
your-spouse = votre époux ou épouse
your-wife = votre épouse
your-husband = votre mari
your-partner = votre partenaire
your-parent = votre parent
your-mother = votre mère
your-father = votre père
your-child = votre enfant
your-daughter = votre fille
your-son = votre fils
your-sibling = votre frère ou sœur
your-sister = votre sœur
your-brother = votre frère
your-grandchild = votre petit-enfant
your-relative = de votre famille
your-friend = de vos amis
your-neighbour = de votre voisinage
your-caregiver = qui vous aide
your-nurse = de vos infirmiers ou infirmières
your-therapist = thérapeute à vos côtés
your-doctor = votre médecin
your-clinician = de votre centre
your-guest = avec un lien pour une semaine
your-other = que vous avez laissé entrer

## What goes when a person is erased, and what stays

goes-name = Votre nom, votre adresse, votre mot de passe et tous les appareils connectés.
goes-diary = Votre journal avec son historique, vos notes, et qui avait accès.
goes-circle = Votre place dans les cercles des autres, et les invitations qui vous ont été envoyées.
stays-audit = Qu’une chose a été faite, quand et par quel numéro de compte, sans nom : cela prouve que personne n’a falsifié les enregistrements.
    .basis = RGPD, article 17, paragraphe 3, points b et e : des enregistrements exigés par la loi, et des droits en justice
    .until = jusqu’à la fin de sa durée de conservation
stays-consents = Ce à quoi vous avez consenti et quand, sous un numéro de compte sans nom : cela prouve que vos données ont été utilisées comme vous le vouliez.
    .basis = RGPD, article 7, paragraphe 1, avec 17, paragraphe 3, points b et e : le consentement doit être démontré
    .until = tant que ce service existe
stays-others = Ce que vous avez noté dans le journal d’une autre personne : cela lui appartient, et l’auteur y apparaît comme « former caregiver ».
    .basis = RGPD, article 9, paragraphe 2, point a : le consentement de la personne à qui est le journal
    .until = jusqu’à ce que la personne à qui est le journal le retire ou l’efface
stays-journal = Votre numéro de compte dans la liste des personnes effacées : une sauvegarde restaurée vous oublie à nouveau.
    .basis = RGPD, article 17, paragraphe 1, avec 5, paragraphe 2 : l’effacement doit durer, et être démontré
    .until = tant que ce service existe
stays-backups = Les sauvegardes d’avant : avec les clés du service, elles restent lisibles jusqu’à ce qu’elles soient écrasées. Celle qui est restaurée vous oublie à nouveau avant que quiconque puisse s’en servir.
    .basis = RGPD, article 32, paragraphe 1, point c : ce qui est là doit être rétabli après une panne
    .until = jusqu’à ce qu’elles soient écrasées

## The access log: what was done, after who did it
log-line = { $who } : { $did }.
log-line-week = { $who } : { $did } ({ $week }).
log-line-site = { $who } : { $did } ({ $site }).
log-who-you = Vous
log-who-program = { $name }, un programme de { $site }
log-who-clinician = { $name }, de l’équipe de { $site }
log-who-member = { $name }, { $relation }
log-who-gone = Une personne dont le compte n’existe plus
log-who-card = Une personne qui a votre carte d’urgence
log-who-guest = Une personne sans compte, avec un lien pour une semaine
log-who-somebody = Quelqu’un
log-did-looked = recherche de quelque chose que vous ne partagez pas, et qui n’a pas été montré
log-did-something = quelque chose a été fait
log-account =
    .confirmed = compte ouvert
    .changed = nom, fuseau horaire ou langue du compte changés
    .reminders_changed = rappels changés
    .password_changed = mot de passe changé
    .staff_added = compte reçu pour travailler ici
    .password_reset_asked = nouveau mot de passe demandé par e-mail
    .password_reset = nouveau mot de passe choisi avec le code envoyé
    .factor_added = second facteur ajouté
    .factor_removed = second facteur retiré
    .factor_reset_asked = tous les seconds facteurs perdus ; le responsable du service a demandé leur retrait
    .factor_reset_cancelled = retrait des seconds facteurs empêché
    .factors_reset = seconds facteurs perdus, que le responsable du service a retirés
    .disabled = accès au compte bloqué par le responsable du service
    .enabled = accès au compte rétabli par le responsable du service
    .recovery_code_used = code de secours utilisé
    .recovery_codes_renewed = nouveaux codes de secours créés
    .exported = copie reçue de tout ce que l’on sait de vous
    .erasure_asked = effacement demandé
    .erasure_taken_back = compte finalement gardé
    .erased = compte effacé
log-consent =
    .given = consentement donné
    .withdrawn = consentement retiré
log-session =
    .opened = connexion
    .refused = tentative de connexion avec votre adresse, refusée
    .stepped_up = identité prouvée encore une fois
    .second_factor_refused = second facteur faux, refusé
    .ended = déconnexion, ou déconnexion d’un appareil
    .reuse_detected = ancienne clé utilisée de l’un de vos appareils, qui a été déconnecté
log-patient =
    .changed = informations sur vous changées
    .synced = journal mis à jour sur un appareil
    .read = journal ouvert
    .listed = dernier total vu dans la liste des journaux
    .seen = semaines regardées pour votre équipe
log-entry =
    .recorded = semaine notée
    .revised = semaine corrigée
    .voided = semaine retirée
log-treatment =
    .recorded = traitement noté
    .revised = traitement corrigé
    .voided = traitement retiré
log-administration =
    .recorded = jour d’un traitement noté
    .revised = jour d’un traitement corrigé
    .voided = jour d’un traitement retiré
log-screening =
    .recorded = examen avant une thérapie cellulaire noté
    .revised = examen avant une thérapie cellulaire corrigé
    .voided = examen avant une thérapie cellulaire retiré
log-side_effect =
    .recorded = effet indésirable noté
    .revised = effet indésirable corrigé
    .voided = effet indésirable retiré
log-measurement =
    .recorded = valeur mesurée notée
    .revised = valeur mesurée corrigée
    .voided = valeur mesurée retirée
log-milestone =
    .recorded = étape notée
    .revised = étape corrigée
    .voided = étape retirée
log-clinic_rating =
    .recorded = évaluation du centre notée
    .revised = évaluation du centre corrigée
    .voided = évaluation du centre retirée
log-flag =
    .known = « nous le savons », dit d’une chose que votre équipe devrait savoir
log-alerts =
    .chosen = choix de ce qui doit être dit de votre journal
    .muted = informations sur votre journal à une personne, arrêtées
    .unmuted = informations sur votre journal à une personne, permises à nouveau
log-alert =
    .sent = information reçue qu’il y a du nouveau dans votre journal
    .acknowledged = prise en charge d’une nouveauté de votre journal
log-circle =
    .invited = personne invitée dans votre cercle
    .invitation_revoked = invitation retirée
    .joined = arrivée dans votre cercle
    .level_changed = changement de ce qu’une personne peut voir
    .left = fin d’une place dans votre cercle
log-guest =
    .link_made = lien créé avec lequel une personne sans compte peut noter une semaine
    .link_revoked = lien pour une semaine retiré
    .link_opened = lien pour une semaine ouvert
log-card =
    .chosen = choix de ce que montre votre carte d’urgence
    .revoked = carte d’urgence retirée
    .opened = carte ouverte
log-trustee =
    .named = choix de qui agit pour vous, si vous le voulez ou en avez besoin
    .forgotten = fin du choix de qui agit pour vous
    .asked = demande d’agir pour vous
    .acts = agit désormais pour vous
    .refused = refus que quelqu’un agisse pour vous
    .refused_by_link = refus que quelqu’un agisse pour vous, par le lien de votre e-mail
    .stepped_back = fin de sa demande d’agir pour vous, ou de son action pour vous
log-closure =
    .asked = demande de fermer votre journal
    .taken_back = journal gardé ouvert, ou rouvert
log-silence =
    .told = information reçue que votre compte est resté longtemps silencieux
log-trend =
    .read = évolution ouverte
log-entries =
    .read = entrées lues
log-history =
    .read = versions précédentes de vos entrées lues
log-treatments =
    .read = traitements et effets indésirables lus
log-access =
    .refused = demande de votre journal, qui n’est pas partagé et n’a pas été montré
log-site =
    .made = centre créé
    .staff_added = personne ajoutée à l’équipe d’un centre
    .staff_refused = tentative d’ajouter une personne à un centre, avec l’adresse d’une autre
    .staff_removed = personne retirée de l’équipe d’un centre
    .invited = personne invitée dans un centre
    .invitation_revoked = invitation dans un centre retirée
    .roster_read = liste des inscrits d’un centre lue
log-enrolment =
    .accepted = accès à votre journal donné à un centre
    .changed = changement de ce que voit un centre
    .ended = départ d’un centre, qui ne voit plus rien de votre journal
log-coordinator =
    .named = choix de qui coordonne vos soins dans un centre
    .ended = fin de la coordination de vos soins dans un centre
log-cohort =
    .read = liste des patients du centre lue, où vous figurez
log-client =
    .added = programme d’un centre admis
    .removed = programme d’un centre retiré
    .token = connexion comme programme d’un centre
log-export =
    .asked = données d’un centre demandées
    .made = données d’un centre reçues en fichiers
    .fetched = fichier avec les données d’un centre pris
    .deleted = fichiers avec les données d’un centre effacés
    .without_name = vos évaluations sorties dans un export sans noms
    .by_name = vos évaluations sorties dans un export qui dit de qui elles sont
log-retention =
    .run = oubli de ce qui était terminé
log-audit =
    .exported = registre de ce qui a été fait exporté
    .cut = anciens événements effacés

## The clinic

cohort-counts = On compte ici des personnes traitées, et non l’effet d’un traitement : les groupes diffèrent par plus que le traitement, les personnes qui l’ont choisi et ont tenu un journal diffèrent des autres, et un déclin rapide avant est naturellement plus lent après. Comparez chaque part et son intervalle à la part des personnes sans le traitement, à côté.

## What the weeks add up to: a code is the name of a text, and its members are what that is made of

sentence-days = { $days ->
    [one] le { $first_day }
   *[more] entre le { $first_day } et le { $last_day }
}
sentence-ratings = { $ratings ->
    [one] { $ratings } évaluation
   *[other] { $ratings } évaluations
}
sentence-stretch = { $side ->
    [before] avant le début, { sentence-days } ({ sentence-ratings }),
    [after] après le début, { sentence-days } ({ sentence-ratings }),
   *[none] { sentence-days } ({ sentence-ratings }),
}
sentence-score = { $score ->
    [bulbar] le score pour la parole, la salive et la déglutition
    [fine_motor] le score pour l’écriture, la découpe des aliments et l’habillage
    [gross_motor] le score pour se tourner au lit, la marche et les escaliers
    [respiratory] le score pour la respiration
   *[total] le total
}
sentence-of-score = { $score ->
    [bulbar] du score pour la parole, la salive et la déglutition
    [fine_motor] du score pour l’écriture, la découpe des aliments et l’habillage
    [gross_motor] du score pour se tourner au lit, la marche et les escaliers
    [respiratory] du score pour la respiration
   *[total] du total
}
sentence-item-speech = parole
sentence-item-salivation = salive
sentence-item-swallowing = déglutition
sentence-item-handwriting = écriture à la main
sentence-item-cutting = découpe des aliments
sentence-item-dressing = habillage et toilette
sentence-item-turning = se tourner au lit
sentence-item-walking = marche
sentence-item-stairs = montée des escaliers
sentence-item-dyspnea = essoufflement
sentence-item-orthopnea = respiration en position couchée
sentence-item-respiratory_insufficiency = aide respiratoire
sentence-and = { $most } et { $last }
sentence-nothing_recorded_yet = Rien n’est encore noté.
sentence-last_rating = La dernière évaluation date du { $last_day }, il y a { $days_ago ->
    [one] { $days_ago } jour
   *[other] { $days_ago } jours
}{ $rater ->
    [caregiver_proxy_by_you] , par vous.
    [caregiver_proxy] , par un aidant.
    [caregiver_proxy_you] , par un aidant.
    [clinician_in_person] , par le centre de soins.
    [clinician_phone] , par le centre de soins au téléphone.
   *[self] .
}
sentence-nothing_recorded = { sentence-days }, rien n’a été noté.
sentence-always_skipped = { sentence-days } ({ sentence-ratings }), il n’y a pas de total, parce que { $count ->
    [one] une question est restée
   *[other] { $count } questions sont restées
} chaque fois sans réponse : { $items }.
sentence-no_total = { $ratings ->
    [one] { sentence-days }, l’évaluation laisse une question sans réponse et n’a donc pas de total ({ $ratings } évaluation).
   *[other] { sentence-days } ({ $ratings } évaluations), il n’y a pas de total, parce que chacune laisse au moins une question sans réponse.
}
sentence-ends = { $ends ->
    [none] {""}
    [near] {" "}de moins de 1 point, autour de { $from } sur { $of }
   *[both] {" "}d’environ { $from } à environ { $to } sur { $of }
}
sentence-set-apart = sans compter le changement de répondant ou de formulaire
sentence-about = { $pace ->
    [small] de moins de { $finest } point par mois
   *[told] { sentence-about-points }
}
sentence-about-points = d’environ { $points ->
    [one] { $points } point
   *[other] { $points } points
} par mois
sentence-likely = { $likely ->
    [none] {""}
    [most] {" "}(probablement { $faster } au plus)
    [between] {" "}(probablement entre { $slower } et { $faster })
   *[within] {" "}(probablement à { $finest } près)
}
sentence-pace = { $pace ->
    [none] {""}
   *[told] { sentence-pace-told }
}
sentence-pace-told = { $ends ->
    [none] , { sentence-about }{ sentence-likely }, { sentence-set-apart }
   *[both] , { sentence-about }{ sentence-likely }
}
sentence-fell = { sentence-stretch } { sentence-score } a baissé{ sentence-ends }{ sentence-pace }.
sentence-rose = { sentence-stretch } { sentence-score } a augmenté{ sentence-ends }{ sentence-pace }.
sentence-no_clear_change = { sentence-stretch } { sentence-score } ne montre pas de changement net{ sentence-two-ends }.{ sentence-possible }
sentence-two-ends = { $ends ->
    [none] , { sentence-set-apart }
    [near]  : environ { $from } sur { $of } au début et à la fin
   *[both]  : environ { $from } sur { $of } au début, environ { $to } à la fin
}
sentence-possible = { $possible ->
    [untold] {""}
    [none] {" "}Tout changement est inférieur à { $finest } point par mois.
    [fall] {" "}{ sentence-possible-fall }
    [rise] {" "}{ sentence-possible-rise }
   *[both] {" "}{ sentence-possible-both }
}
sentence-possible-fall = Il se peut qu’il n’y ait aucun changement, ou une baisse allant jusqu’à { $fall ->
    [one] { $fall } point
   *[other] { $fall } points
} par mois.
sentence-possible-rise = Il se peut qu’il n’y ait aucun changement, ou une hausse allant jusqu’à { $rise ->
    [one] { $rise } point
   *[other] { $rise } points
} par mois.
sentence-possible-both = Il se peut qu’il n’y ait aucun changement, une baisse allant jusqu’à { $fall ->
    [one] { $fall } point
   *[other] { $fall } points
} par mois, ou une hausse allant jusqu’à { $rise ->
    [one] { $rise } point
   *[other] { $rise } points
} par mois.
sentence-always_the_same = { sentence-stretch } { sentence-score } était chaque fois { $ends ->
    [none] le même, { sentence-set-apart }
   *[near] de { $from } sur { $of }
}.
sentence-went = { $ends ->
    [none] { sentence-stretch } { sentence-score } a été évalué.
   *[both] { sentence-stretch } { sentence-score } était de { $from } sur { $of } au début et de { $to } à la fin.
}
sentence-on_a_line = { sentence-went } Ces évaluations ne permettent pas de dire à quel point un rythme serait certain.
sentence-too_few = { sentence-went } C’est trop peu pour distinguer un changement de hauts et de bas.
sentence-one_rating = { $ends ->
    [none] { sentence-one_rating-rated }
   *[both] { sentence-one_rating-scored }
}
sentence-one_rating-scored = { sentence-score } était de { $from } sur { $of } le { $first_day }{ $side ->
    [before] , avant le début
    [after] , après le début
   *[none] {""}
} (1 évaluation).
sentence-one_rating-rated = { sentence-score } a été évalué le { $first_day }{ $side ->
    [before] , avant le début
    [after] , après le début
   *[none] {""}
} (1 évaluation).
sentence-too_few_to_compare = { $days ->
    [none] Cela s’est terminé avant qu’il y ait des jours à regarder ensuite.
   *[more] { sentence-too_few_to_compare-rated }
}
sentence-too_few_to_compare-rated = { $side ->
    [before] avant le début,
   *[after] après le début,
} { sentence-days }, { $ratings ->
    [0] aucune évaluation n’a de total.
    [one] { $ratings } évaluation a un total : trop peu pour comparer.
   *[other] { $ratings } évaluations ont un total : trop peu pour comparer.
}
sentence-look_longer = Une évolution demande des évaluations sur 12 semaines : pour en voir une, regardez { $weeks } semaines ou plus.
sentence-takes = { $side ->
    [none] { sentence-takes-trend }
   *[after] { sentence-takes-comparison }
}{ sentence-takes-day }.
sentence-takes-trend = Pour une évolution{ $score ->
    [total] {" "}du total
   *[none] {""}
}, il faut encore { $more_ratings ->
    [one] { $more_ratings } évaluation
   *[other] { $more_ratings } évaluations
}{ $score ->
    [total] {" "}avec les douze réponses
   *[none] {""}
}
sentence-takes-comparison = Pour une comparaison{ $score ->
    [total] {" "}du total
   *[none] {""}
}, il faut encore { $more_ratings ->
    [one] { $more_ratings } évaluation
   *[other] { $more_ratings } évaluations
}{ $score ->
    [total] {" "}avec les douze réponses
   *[none] {""}
}
sentence-takes-day = { $not_before ->
    [none] {""}
   *[day] , { sentence-takes-from }
}
sentence-takes-from = { $more_ratings ->
    [one] le { $not_before } ou plus tard
   *[other] dont une le { $not_before } ou plus tard
}
sentence-takes_in_all = Pour une évolution{ $score ->
    [total] {" "}du total
   *[none] {""}
}, il faut { $ratings } évaluations{ $score ->
    [total] {" "}avec les douze réponses
   *[none] {""}
} sur { $weeks } semaines ou plus.
sentence-step = { $for_good ->
    [yes] à partir du { $since } : { sentence-ways } ; { sentence-seen }.
   *[no] par moments, d’abord le { $since } : { sentence-ways } ; { sentence-seen }.
}
sentence-ways = { $rater ->
    [none] { sentence-asked }
   *[new] { sentence-ways-rated }
}
sentence-ways-rated = { $tube ->
    [none] { sentence-rated }
   *[asked] { sentence-rated } ; { sentence-asked }
}
sentence-rated = { $rater ->
    [self] { $name } a répondu sans aide
    [self_you] vous avez répondu sans aide
    [self_with_help] { $name } a répondu avec de l’aide
    [self_with_help_by_you] { $name } a répondu avec votre aide
    [self_with_help_you] vous avez répondu avec l’aide d’une autre personne
    [caregiver_proxy] un aidant a répondu pour { $name }, d’après ce qu’il voit
    [caregiver_proxy_by_you] vous avez répondu pour { $name }, d’après ce que vous voyez
    [caregiver_proxy_you] un aidant a répondu pour vous, d’après ce qu’il voit
    [clinician_in_person] le centre de soins a évalué, en face à face
   *[clinician_phone] le centre de soins a évalué, au téléphone
}
sentence-asked = { $tube ->
    [yes] la découpe des aliments a été demandée comme avec une sonde d’alimentation
   *[no] la découpe des aliments a été demandée comme sans sonde d’alimentation
}
sentence-seen = { $seen ->
    [higher] { sentence-step-higher }
    [lower] { sentence-step-lower }
   *[unclear] on ne sait pas si { sentence-score } a fait un saut à ce moment
}
sentence-step-higher = { sentence-score } était alors plus haut que juste avant, d’environ { $points ->
    [one] { $points } point
   *[other] { $points } points
}{ $likely ->
    [between] {" "}(probablement entre { $least } et { $most })
   *[none] {""}
}
sentence-step-lower = { sentence-score } était alors plus bas que juste avant, d’environ { $points ->
    [one] { $points } point
   *[other] { $points } points
}{ $likely ->
    [between] {" "}(probablement entre { $least } et { $most })
   *[none] {""}
}
sentence-answered_by = { $all ->
    [yes] { sentence-answered_by-all }
   *[no] { sentence-answered_by-some }
}
sentence-answered_by-all = { $ratings ->
    [one] La seule évaluation a été faite
   *[other] Les { $of_ratings } évaluations ont été faites
} { sentence-made }.
sentence-answered_by-some = Sur { $of_ratings } évaluations, { $ratings ->
    [one] { $ratings } a été faite
   *[other] { $ratings } ont été faites
} { sentence-made }.
sentence-made = { $rater ->
    [self] par { $name }, sans aide
    [self_you] par vous, sans aide
    [self_with_help] avec de l’aide
    [self_with_help_by_you] avec votre aide
    [self_with_help_you] avec l’aide d’une autre personne
    [caregiver_proxy] par un aidant, d’après ce qu’il voit
    [caregiver_proxy_by_you] par vous, d’après ce que vous voyez
    [caregiver_proxy_you] par un aidant, d’après ce qu’il voit
    [clinician_in_person] par le centre de soins, en face à face
   *[clinician_phone] par le centre de soins, au téléphone
}
sentence-incomplete = { $ratings ->
    [one] { $ratings } évaluation laisse au moins une question sans réponse et n’a pas de total.
   *[other] { $ratings } évaluations laissent au moins une question sans réponse et n’ont pas de total.
}
sentence-left_out = { $ratings ->
    [one] { $ratings } évaluation est la seule de son genre (selon qui a répondu, et le formulaire) et n’est pas comparée aux autres.
   *[other] { $ratings } évaluations sont chacune la seule de leur genre (selon qui a répondu, et le formulaire) et ne sont pas comparées aux autres.
}
sentence-recorded = { $kept ->
    [all] { sentence-recorded-all }
    [none] { sentence-recorded-none }
    [row] { sentence-recorded-row }
   *[some] { sentence-recorded-some }
}
sentence-recorded-all = { $weeks ->
    [1] La seule semaine depuis le { $first_day } a été notée.
    [2] Les deux semaines depuis le { $first_day } ont été notées.
   *[other] Les { $weeks } semaines depuis le { $first_day } ont toutes été notées.
}
sentence-recorded-none = { $weeks ->
    [one] La seule semaine depuis le { $first_day } n’a pas été notée.
   *[other] Aucune des { $weeks } semaines depuis le { $first_day } n’a été notée.
}
sentence-recorded-row = Sur les { $weeks } semaines depuis le { $first_day }, { $weeks_recorded ->
    [one] { $weeks_recorded } a été notée
   *[other] { $weeks_recorded } ont été notées
}, dont les { $weeks_in_a_row } dernières de suite.
sentence-recorded-some = Sur les { $weeks } semaines depuis le { $first_day }, { $weeks_recorded ->
    [one] { $weeks_recorded } a été notée.
   *[other] { $weeks_recorded } ont été notées.
}
sentence-rests = { sentence-days } ({ $ratings_before ->
    [one] 1 évaluation
   *[other] { $ratings_before } évaluations
} avant, { $ratings_after } après),
sentence-difference_up = { sentence-difference }
sentence-difference_down = { sentence-difference }
sentence-difference = { sentence-rests } le rythme { sentence-of-score } après, moins le rythme avant, est d’environ { $per_month } point par mois (probablement entre { $low } et { $high }).
sentence-no_clear_difference = { $apart ->
    [small] { sentence-no_clear_difference-small }
   *[told] { sentence-no_clear_difference-told }
}
sentence-no_clear_difference-small = { sentence-rests } on ne voit pas de différence nette dans le rythme { sentence-of-score } : toute différence est trop petite pour être dite.
sentence-no_clear_difference-told = { sentence-rests } on ne voit pas de différence nette dans le rythme { sentence-of-score } : elle peut se situer n’importe où entre { $low } et { $high } point par mois, donc il n’y en a peut-être aucune.
sentence-difference_unknown = { sentence-rests } on ne peut pas dire de combien le rythme { sentence-of-score } diffère : les évaluations d’un côté sont trop régulières pour dire à quel point ce serait certain.
sentence-at_the_end_of_the_scale = { sentence-rests } beaucoup d’évaluations { sentence-of-score } sont à 0 ou à { $of }. Une courbe ne montre alors pas tout ce qui change, avec le traitement ou sans lui ; aucune différence n’est donc donnée.
sentence-shows_no_cause = Une différence dans le temps ne montre aucune cause : cela ne peut montrer ni que le traitement a eu un effet, ni qu’il n’en a pas eu.
sentence-regression_to_the_mean = On commence souvent quelque chose de nouveau après une période inhabituellement mauvaise. Ce qui suit est alors en général plus proche de la moyenne de la personne, avec un traitement ou sans (régression vers la moyenne).
sentence-faster_at_first = Chez beaucoup de personnes, la perte est d’abord plus rapide, puis plus lente, avec un traitement ou sans. La période d’après tend donc d’elle-même à paraître meilleure que celle d’avant.
sentence-changes_without_it = Le rythme change aussi de lui-même : chez des personnes sans ce traitement, il a changé pour environ une sur { $one_in } de plus de { $per_month } point par mois, vers le haut ou vers le bas (observé chez { $people } personnes).
sentence-without_decline = Certaines personnes ne perdent rien pendant un temps : { $half } sur 100 pendant six mois et { $year } pendant un an dans des essais, { $register_half } et { $register_year } sur 100 dans un registre de toute une population.
sentence-used_before = Le même traitement a aussi été utilisé avant : ces évaluations ne viennent pas d’une période sans lui.
sentence-after_begins = Les jours d’après qui sont comparés commencent le { $first_day } : les évaluations comptent à partir de là.
sentence-rated_in_different_ways = Les évaluations n’ont pas toutes été faites de la même façon : le répondant, ou le formulaire, a changé. Chaque façon a ici son propre niveau, pour qu’un tel changement ne soit pas pris pour un rythme.
sentence-other_treatments = { $treatments ->
    [one] Un autre traitement a été utilisé pendant cette période, et peut faire partie d’une différence.
   *[other] { $treatments } autres traitements ont été utilisés pendant cette période, et peuvent faire partie d’une différence.
}

## What the team should hear of

flag-answers = { $rater ->
    [self_you] vos réponses
    [self_with_help_you] vos réponses
    [caregiver_proxy] les réponses données pour { $name }
    [caregiver_proxy_you] les réponses données pour vous
    [caregiver_proxy_by_you] vos réponses pour { $name }
    [clinician_in_person] les réponses du centre de soins
    [clinician_phone] les réponses du centre de soins
   *[self] les réponses { DE($name) }
}
flag-words-nothing_recorded = Aucune semaine n’a été notée depuis le { $day }.
flag-words-breathing_now = { $goes_on ->
    [yes] Depuis le { $day }, { flag-answers } disent que la respiration est difficile.
   *[no] Le { $day }, { flag-answers } disaient que la respiration était difficile.
}
flag-words-breathing_changed = Le { $day }, { flag-answers } sur la respiration ont changé.
flag-words-breathing_support_changed = Le { $day }, { flag-answers } sur l’aide respiratoire ont changé.
flag-words-swallowing_changed = Le { $day }, { flag-answers } sur la déglutition ont changé.
flag-words-weight_down = { $goes_on ->
    [yes] Depuis le { $day },
   *[no] Le { $day },
} { $who ->
    [you] votre poids
   *[other] le poids { DE($name) }
} { $goes_on ->
    [yes] est
   *[no] était
} inférieur { $tenth ->
    [yes] d’un dixième
   *[no] d’un vingtième
} ou plus à ce qu’il était avant.
flag-words-total_changed_quickly = Au { $day }, { flag-answers } avaient beaucoup changé en quelques semaines.
flag-words-saliva_aids = { $goes_on ->
    [yes] Depuis le { $day }, { flag-answers } disent qu’il y a trop de salive.
   *[no] Le { $day }, { flag-answers } disaient qu’il y avait trop de salive.
}
flag-words-speech_aids = { $goes_on ->
    [yes] Depuis le { $day }, { flag-answers } disent que parler est plus difficile.
   *[no] Le { $day }, { flag-answers } disaient que parler était plus difficile.
}
flag-words-help = { $who ->
    [you] Si vous manquez d’air en ce moment même, appelez le numéro d’urgence.
   *[other] Si l’air manque en ce moment même, appelez le numéro d’urgence.
}
flag-ask-silence = { $who ->
    [you] Veuillez dire à votre équipe SLA comment cela va.
   *[other] Veuillez dire à l’équipe SLA comment cela va.
}
flag-ask-saliva = { $who ->
    [you] Il existe de l’aide pour cela : veuillez en parler à votre équipe SLA lors de votre prochaine consultation.
   *[other] Il existe de l’aide pour cela : veuillez en parler à l’équipe SLA lors de la prochaine consultation.
}
flag-ask-next_visit = { $who ->
    [you] Il existe des aides techniques : veuillez en parler à votre équipe SLA lors de votre prochaine consultation.
   *[other] Il existe des aides techniques : veuillez en parler à l’équipe SLA lors de la prochaine consultation.
}
flag-ask-tell_team = { $who ->
    [you] Veuillez le dire à votre équipe SLA.
   *[other] Veuillez le dire à l’équipe SLA.
}
flag-ask-contact = { $who ->
    [you] Veuillez contacter votre équipe SLA.
   *[other] Veuillez contacter l’équipe SLA.
}
flag-ask-contact_this_week = { $who ->
    [you] Veuillez contacter votre équipe SLA cette semaine.
   *[other] Veuillez contacter l’équipe SLA cette semaine.
}
flag-ask-contact_today = { $who ->
    [you] Veuillez contacter votre équipe SLA aujourd’hui.
   *[other] Veuillez contacter l’équipe SLA aujourd’hui.
}

## What happened beside the weeks

happened-started = { $what } : début
happened-ended = { $what } : fin
marker-a_treatment = un traitement
marker-a_device = une aide technique
marker-headache = maux de tête
marker-fatigue = fatigue
marker-fever = fièvre
marker-site_pain = douleur à l’endroit du geste
marker-other = un autre effet indésirable
marker-gastrostomy = sonde d’alimentation par le ventre (gastrostomie)
marker-nasogastric_tube = sonde d’alimentation par le nez
marker-niv_over_22_hours = masque plus de 22 heures par jour
marker-tracheostomy = trachéotomie
marker-wheelchair = fauteuil roulant
marker-speech_device = aide à la parole

## The picture of a trend

picture-title = Le journal du { $from } au { $to }
picture-shown-plain = Une image des évaluations de ces semaines : le total et les quatre domaines de l’échelle. Les nombres, les stades et les rythmes sont laissés de côté.
picture-total = Total, de 0 à 48
picture-total-plain = Total
picture-higher = Les douze réponses ensemble : plus haut veut dire que davantage est possible.
picture-nothing-yet = Pas encore d’évaluations
picture-nothing-here = Rien pendant ces semaines
picture-silence = pas d’évaluations
picture-by-oneself = réponses données sans aide
picture-by-helped = réponses avec de l’aide
picture-by-proxy = vu par un aidant
picture-by-clinic = évalué par le centre
picture-by-clinic-phone = évalué par le centre, par téléphone
picture-line = évolution
picture-band = plage probable de l’évolution (95 %)
picture-band-plain = plage probable de l’évolution
picture-open = une question laissée ouverte : pas de total
picture-areas = Les quatre domaines, de 0 à 12 chacun
picture-areas-plain = Les quatre domaines
picture-happened = Ce qui s’est passé
picture-treatment = { $day } : { $label }
picture-side-effect = { $day } : effet indésirable, { $label }
picture-milestone = { $day } : étape, { $label }
picture-kings = Stade de King’s, estimé
picture-mitos = Stade MiToS : fonctions perdues
picture-ft9 = Stade FT9 : domaines à 9 ou moins
picture-kings-0 = 0 : aucune région comptée
picture-kings-1 = 1 : une région du corps
picture-kings-2 = 2 : deux régions du corps
picture-kings-3 = 3 : trois régions du corps
picture-kings-4a = 4A : la nutrition a besoin d’aide
picture-kings-4b = 4B : la respiration a besoin d’aide
picture-kings-4ab = 4A+4B : la nutrition et la respiration ont besoin d’aide
picture-mitos-0 = 0 : aucun
picture-mitos-1 = 1 : un
picture-mitos-2 = 2 : deux
picture-mitos-3 = 3 : trois
picture-mitos-4 = 4 : bouger, avaler, communiquer, respirer
picture-ft9-0 = 0 : aucun
picture-ft9-1 = 1 : un
picture-ft9-2 = 2 : deux
picture-ft9-3 = 3 : trois
picture-ft9-4 = 4 : les quatre

## The small pages that links of mails lead to

veto-title = Personne ne doit agir pour moi
veto-says = Une personne que vous avez choisie demande à agir pour vous, ou le fait déjà.
veto-no = Non, personne n’agit pour moi
veto-remove = Retirer les personnes qu’elle a laissées entrer
veto-in-app = Cette page a besoin de JavaScript. Vous pouvez aussi dire non dans l’application.
veto-others = Les personnes laissées entrer par quelqu’un qui agissait pour vous voient encore votre journal.
veto-left = Personne n’agit pour vous. Personnes laissées entrer qui voient encore votre journal : { $count }.
veto-removed = Personne n’agit pour vous, et les personnes laissées entrer sont retirées. Vous pouvez fermer cette page.
veto-done = Personne n’agit pour vous. Vous pouvez fermer cette page.
veto-gone = Ce lien n’est plus valable. Regardez dans l’application qui agit pour vous.
unwanted-title = Plus d’invitation
unwanted-says = Vous avez été invité par e-mail, et pouvez ne plus recevoir de tels messages.
unwanted-undo = Laisser à nouveau venir les invitations
unwanted-done = Plus aucune invitation ne vous sera envoyée. Vous pouvez fermer cette page.
unwanted-undone = Les invitations reviennent. Vous pouvez fermer cette page.
touch-script = Cette page a besoin de JavaScript.
touch-failed = Cela n’a pas marché. Veuillez réessayer.
