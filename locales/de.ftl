# Was die Seite sagt, auf Deutsch.

## The frame

diary = Tagebuch
diaries = Tagebücher
my-account = Mein Konto
menu = Menü
skip = Zum Inhalt
back = Zurück
loading = Einen Moment …
try-again = Noch einmal versuchen
no-answer = Es kommt keine Antwort. Bitte versuchen Sie es gleich noch einmal.
went-wrong = Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.
passkey-stopped = Der Passkey wurde nicht verwendet. Versuchen Sie es noch einmal, oder nehmen Sie das Passwort.
offline = Es gibt kein Netz. Sie können trotzdem eine Woche eintragen: Sie wird später gesendet.
only-here = { $weeks ->
    [one] Nur auf diesem Gerät: eine Woche.
   *[other] Nur auf diesem Gerät: { $weeks } Wochen.
}
look = Ansehen
cannot-keep = Dieses Browserfenster kann nichts aufbewahren: Was Sie schreiben, geht verloren, wenn Sie es vor dem Senden schließen.
yes = Ja
no = Nein
no-leave-it = Nein, so lassen
go-on = Weiter
save = Speichern
save-file = Als Datei speichern
change = Ändern
changed-now = Das ist geändert.
remove = Entfernen
more = Mehr
choose = Bitte wählen
no-one = Niemand
since = seit { $when }
language = Sprache
there-is-something = Es gibt etwas für Sie.

## Signing in

about = Ein Tagebuch für Menschen mit ALS: eine Einschätzung pro Woche, geteilt mit den Menschen, die sie auswählen.
sign-in = Anmelden
sign-out = Abmelden
sign-out-unsent = { $weeks ->
    [one] Eine Woche ist nur auf diesem Gerät und noch nicht gesendet. Sie wird zuerst als Datei gespeichert; beim Abmelden wird sie dann hier entfernt.
   *[other] { $weeks } Wochen sind nur auf diesem Gerät und noch nicht gesendet. Sie werden zuerst als Datei gespeichert; beim Abmelden werden sie dann hier entfernt.
}
save-and-sign-out = Datei speichern und abmelden
use-passkey = Mit einem Passkey anmelden
or-password = Oder mit Ihrem Passwort
email = E-Mail-Adresse
password = Passwort
show-password = Passwort zeigen
stay-signed-in = Hier angemeldet bleiben
stay-signed-in-hint = Nicht auf einem Gerät, das andere benutzen.
no-account-yet = Ich habe noch kein Konto
password-forgotten = Ich habe mein Passwort vergessen
second-step = Noch ein Schritt
second-step-why = Geben Sie den Code ein, den Ihre Authenticator-App zeigt, oder einen Ihrer Wiederherstellungscodes. Es eilt nicht: Sie haben zehn Minuten und fünf Versuche.
code = Code
session-ended = Ihre Sitzung ist zu Ende: Bitte melden Sie sich neu an. Was noch nicht gesendet ist, bleibt auf diesem Gerät.
offline-sign-in = Der Server ist nicht zu erreichen, deshalb kann sich gerade niemand anmelden.
invented = Erfundene Personen, zum Umsehen
who-are-you = Sind Sie es?
who-are-you-why = Hier muss sicher sein, wer fragt. Bitte sagen Sie deshalb noch einmal, wer Sie sind.
code-if-any = Code des zweiten Faktors, falls Sie einen haben
not-done = Es wurde nichts getan.

### From here on it is all views but the first: these texts come after it

## Links of mails, and a new account

sign-up = Adresse bestätigen
sign-up-says = Ein Tippen, und Ihre Adresse ist bestätigt. Dann können Sie sich anmelden.
confirm-address = Meine Adresse bestätigen
password-reset = Ein neues Passwort
password-reset-says = Wählen Sie ein neues Passwort. Alle Geräte werden dann abgemeldet.
activation = Ihr Konto
activation-says = Für Sie wurde ein Konto angelegt. Wählen Sie das Passwort dafür. Danach werden Sie nach einem zweiten Faktor gefragt.
take-password = Dieses Passwort nehmen
email-of-mail = Die Adresse, an die die Mail ging
new-password = Neues Passwort
new-password-hint = Mindestens 15 Zeichen, zum Beispiel vier Wörter.
invitation = Sie sind zu einem Tagebuch eingeladen
invitation-sign-in = Melden Sie sich mit der Adresse an, an die die Mail ging, oder legen Sie damit ein Konto an. Dann werden Sie gefragt, ob Sie annehmen.
invitation-by = { $name } lädt Sie zu einem Tagebuch ein.
invitation-allows = Wenn Sie annehmen, können Sie { $what }.
invitation-gone = Diese Einladung wurde schon verwendet oder gilt nicht mehr. Wenn Sie sie angenommen haben, steht das Tagebuch unter „Tagebücher“.
invitation-others = Wer es außerdem sieht: { $people }.
enrolment = Eine Klinik möchte Ihr Tagebuch sehen
enrolment-sign-in = Melden Sie sich mit der Adresse an, an die die Mail ging, oder legen Sie damit ein Konto an. Dann wählen Sie, was die Klinik sieht.
enrolment-says = Behandelnde dieser Klinik könnten Ihr Tagebuch sehen. Sie können das jederzeit beenden, und im Zugriffsprotokoll sehen Sie, wer hineingesehen hat.
enrolled = { $name } kann Ihr Tagebuch jetzt sehen.
good-until = Gültig bis { $when }.
accept = Annehmen
join = Ein Konto anlegen
who-joins = Wer sind Sie?
joins-patient = Ich habe ALS und führe ein Tagebuch
joins-caregiver = Ich darf in das Tagebuch einer anderen Person sehen
display-name = Ihr Name
display-name-hint = So, wie ihn andere im Tagebuch sehen.
look-into-mail = Sehen Sie in Ihre Mails
sign-up-mail = Eine Mail ist unterwegs an { $email }. Ihr Link bestätigt die Adresse. Wenn keine kommt, sehen Sie im Ordner für unerwünschte Mails nach.
forgot-says = Eine Mail bringt einen Link, mit dem Sie ein neues Passwort wählen.
send-mail = Mail senden
reset-mail = Wenn es ein Konto mit dieser Adresse gibt, ist eine Mail unterwegs.

## Diaries

hello = Guten Tag, { $name }
my-diary = Mein Tagebuch
diary-of = Tagebuch von { $name }
no-diaries = Sie haben noch kein Tagebuch zum Ansehen. Eine Einladung kommt per Mail; ist Ihre schon da, öffnen Sie ihren Link noch einmal.
offline-home = Die Tagebücher erscheinen, wenn es wieder ein Netz gibt.
diary-is-closed = Dieses Tagebuch ist geschlossen: Es kann gelesen werden, und nichts wird mehr eingetragen.
nothing-yet = Noch ist nichts eingetragen.
last-week = Zuletzt eingetragen: die Woche vom { $day }.
flags-count = { $flags ->
    [one] Eine Sache, die das Team wissen sollte.
   *[other] { $flags } Dinge, die das Team wissen sollte.
}
new-weeks = { $weeks ->
    [one] Eine neue Woche, seit Sie zuletzt hier waren.
   *[other] { $weeks } neue Wochen, seit Sie zuletzt hier waren.
}
record-week = Eine Woche eintragen
record-another = Eine Woche eintragen oder berichtigen
all-weeks = Alle Wochen
report = Seite für den Arztbesuch
circle = Wer dieses Tagebuch sieht
access-log = Wer es geöffnet hat
seen-by-team = Ihr Team hat am { $day } hineingesehen ({ $name }).
in-words = In Worten
over-time = Im Lauf der Zeit
how-far-back = Wie weit zurück
span-12 = 12 Wochen
span-26 = 6 Monate
span-52 = Ein Jahr
span-all = Alles
picture-alt = Bild der Einschätzungen im Lauf der Zeit. { $words }
as-table = Als Tabelle
day = Tag
answered-by = Wer geantwortet hat
total = Gesamtwert
area-bulbar = Sprechen, Speichel, Schlucken
area-fine_motor = Schreiben, Schneiden von Essen, Ankleiden
area-gross_motor = Umdrehen im Bett, Gehen, Treppen
area-respiratory = Atmung
respondent-self = die erkrankte Person
respondent-self_with_help = die erkrankte Person, mit Hilfe beim Schreiben
respondent-caregiver_relayed = die erkrankte Person, an eine betreuende Person weitergesagt
respondent-caregiver_proxy = eine betreuende Person, nach dem, was sie sieht
respondent-clinician_in_person = die Klinik, bei einem Besuch
respondent-clinician_phone = die Klinik, am Telefon
what-happened = Was sonst geschah
flags = Für Ihr Team
tier-contact_today = Bitte rufen Sie Ihr Team heute an
tier-contact_this_week = Bitte sagen Sie es Ihrem Team diese Woche
tier-tell_team = Bitte sagen Sie es Ihrem Team
tier-next_visit = Für den nächsten Besuch
look-contact_today = Heute ansehen
look-contact_this_week = Diese Woche ansehen
look-tell_team = Ansehen
look-next_visit = Für den nächsten Besuch
known-by = { $name } weiß davon seit { $day }.
we-know = Wir wissen es
we-know-says = Es bleibt in der Liste und ist still, bis es stärker wird.
we-know-note = Eine Notiz, wenn Sie mögen
latest-week = Die letzte Woche, Antwort für Antwort
rated-on = Einschätzung vom { $day }, eingetragen von { $name }. Wer geantwortet hat: { $how }.
not-answered = nicht beantwortet
was-more = vorher: { $was }
was-less = vorher: { $was }
changed = geändert
you-and-this-diary = Sie und dieses Tagebuch
own-diary = Das ist Ihr Tagebuch. Sie entscheiden, wer es sieht.
your-level = Ihr Zugang: { $level }.
may-read_trend = Sie sehen, was sich aus den Wochen ergibt.
may-read_flags = Sie sehen, was das Team wissen sollte.
may-read_entries = Sie sehen die Antworten und Notizen.
may-record_entries = Sie können eine Woche eintragen.
may-record_treatments = Sie können Behandlungen eintragen.
may-revise_all = Sie können jede Woche berichtigen.
may-manage = Sie entscheiden, wer dieses Tagebuch sieht.
of-this-diary = Zu diesem Tagebuch

## Recording

step-of = { $step } von { $of }
how-far = Wie weit Sie sind
to-review = Zum Ende
later = Später weiter
draft-kept = Jede Berührung wird auf diesem Gerät aufbewahrt. Sie können weggehen und wiederkommen.
draft-found = Sie hatten die Einschätzung vom { $day } schon begonnen. Ihre Antworten sind noch da.
begin-anew = Neu beginnen
which-day = Für welchen Tag?
week-from-to = In der Woche vom { $from } bis { $to }.
who-answers = Wer antwortet?
answers-self = Ich, allein
answers-self_with_help = Ich, und eine andere Person tippt
answers-caregiver_relayed = Die erkrankte Person sagt mir die Antworten
answers-caregiver_proxy = Ich, nach dem, was ich sehe
compare-with-before = Vergleichen Sie mit der Zeit vor den ersten Beschwerden. Sie haben so viel Zeit, wie Sie möchten.
begin = Beginnen
as-before = wie beim letzten Mal
skip-question = Diese Frage auslassen
tube = Haben Sie eine Ernährungssonde?
tube-hint = Davon hängt ab, wie die Frage zum Schneiden von Essen gestellt wird.
tube-there = Ernährungssonde
wording-english = Die Fragen sind auf Englisch: Bisher gibt es nur diesen Wortlaut.
anything-else = Noch etwas?
anything-else-says = Sie können hier alles leer lassen.
note = Notiz
weight = Gewicht in Kilogramm
weight-hint = Zum Beispiel 68,4
no-weight = Das ist kein Gewicht zwischen 20 und 300 Kilogramm. Schreiben Sie es wie 68,4, oder lassen Sie es leer.
symptoms = Beschwerden, 0 bis 10
symptoms-says = 0 heißt keine, 10 die stärksten, die Sie sich vorstellen können.
symptom-weakness = Schwäche
symptom-stiffness = Steifheit
symptom-twitching = Muskelzucken
symptom-wasting = Muskelschwund
symptom-fatigue = Müdigkeit
symptom-headache = Kopfschmerzen
symptom-appetite_loss = Wenig Appetit
symptom-pain = Schmerzen
is-this-right = Stimmt das so?
rated-day = Einschätzung vom { $day }
answered-of = { $answered } von { $of } Fragen beantwortet.
why-changed = Warum wird berichtigt? (wenn Sie mögen)
nothing-answered = Bitte beantworten Sie mindestens eine Frage.
saved-sent = Es ist eingetragen
saved-sent-says = Danke. Die Woche steht im Tagebuch.
saved-waiting = Es ist auf diesem Gerät aufbewahrt
saved-waiting-says = Der Server antwortet nicht. Die Woche wird gesendet, sobald er antwortet.
saved-conflict = Für diese Woche gibt es andere Antworten
saved-conflict-says = Nichts ist verloren. Sehen Sie sich beide an und entscheiden Sie.
saved-refused = Der Server hat es nicht angenommen
saved-refused-says = Ihre Antworten sind auf diesem Gerät aufbewahrt. { $says }
week-before = Diese Woche liegt schon auf diesem Gerät
week-before-says = Sie haben sie am { $when } gespeichert, und sie steht noch nicht im Tagebuch. Nichts geht verloren: Sehen Sie beide an und entscheiden Sie.
now = Jetzt
earlier = Vorher
take-now = Die Antworten von jetzt behalten
take-earlier = Die Antworten von vorher behalten
take-earlier-says = Was Sie gerade geantwortet haben, wird entfernt.
to-diary = Zum Tagebuch

## Weeks on this device

unsent = Wochen nur auf diesem Gerät
all-sent = Alle Wochen stehen im Tagebuch.
send-now = Jetzt senden
unsent-waiting = Wartet auf das Netz.
unsent-conflict = Im Tagebuch stehen andere Antworten für diese Woche.
unsent-refused = Der Server hat es nicht angenommen:
conflict-other = { $name } hat diese Woche auch eingetragen. Wo sich die Antworten unterscheiden:
conflict-removed = { $name } hat diese Woche entfernt. Ihre Antworten können neu eingetragen werden.
both-same = Beide sagen dasselbe.
here = Auf diesem Gerät
there = Im Tagebuch
take-mine = Meine als neuere Fassung eintragen
give-up = Meine verwerfen
give-up-says = Ihre Antworten auf diesem Gerät werden entfernt. Das Tagebuch bleibt, wie es ist.
sign-out-drafts = { $weeks ->
    [one] Eine Woche ist hier begonnen und nicht gespeichert. Das Abmelden entfernt sie.
   *[other] { $weeks } Wochen sind hier begonnen und nicht gespeichert. Das Abmelden entfernt sie.
}
sign-out-offline = Der Server antwortet nicht, deshalb sind Sie hier noch angemeldet. Bitte melden Sie sich ab, wenn es wieder ein Netz gibt.

## Weeks of the past

as-csv = Als Tabelle speichern (CSV)
corrected = berichtigt
correct = Berichtigen
write-again = Neu eintragen
remove-week = Diese Woche entfernen
remove-week-says = Sie zählt dann nicht mehr. Im Verlauf bleibt sie aufbewahrt.
why-removed = Warum? (wenn Sie mögen)
removed-week = Woche { $week }, entfernt
was-removed = Die Woche wurde entfernt.
earlier-versions = Frühere Fassungen
recorded-by = Eingetragen von { $name } am { $when }.
answered-at = Beantwortet am { $when }.
reason = Grund: { $reason }

## The page for a visit

report-of = { $name }: Seite für den Arztbesuch
report-made = Erstellt am { $day }.
last-rated = Letzte Einschätzung: { $day }.
report-says = Diese Seite passt gedruckt auf ein Blatt. Mit „Als PDF speichern“ können Sie sie aufbewahren.
questions = Fragen für den Besuch
questions-hint = Sie werden gedruckt und nirgends aufbewahrt.
report-compare = Verglichen mit der Einschätzung vom
report-changes = Was sich seit dem { $day } geändert hat, ist markiert.
report-treatments = Behandlungen jetzt
report-treatments-over = Beendete Behandlungen
report-effects = Nebenwirkungen
report-more = (und { $more } weitere im Tagebuch)
print = Drucken
no-advice = Einschätzungen aus einem Tagebuch, so wie sie eingetragen wurden. Das ist keine Diagnose und sagt nichts voraus.

## The circle

who-sees = Wer es sieht
nobody-sees = Niemand außer Ihnen.
invited = Eingeladen
invited-pending = eingeladen
invited-used = angenommen
invited-revoked = zurückgezogen
invited-expired = abgelaufen
invite = Eine Person einladen
their-email = Ihre oder seine E-Mail-Adresse
who-are-they = Was ist diese Person für Sie?
what-they-see = Was diese Person sieht
send-invitation = Einladung senden
send-invitations = Einladungen senden
invitation-sent = Die Einladung ist unterwegs.
withdraw = Zurückziehen
withdraw-says = Die Einladung an { $email } gilt dann nicht mehr.
take-back = Zugang beenden
take-back-says = { $name } sieht von jetzt an nichts mehr von Ihrem Tagebuch.
may-see-flags = Auch, was das Team wissen sollte
what-levels-see = Was man mit welchem Zugang sieht
level-summary = Nur der Verlauf
level-read = Verlauf und Antworten
level-write = Auch für Sie eintragen
level-write-member = Auch für die erkrankte Person eintragen
sees-read_trend = Was die Wochen ergeben
sees-read_flags = Was das Team wissen sollte
sees-read_entries = Antworten, Notizen, Behandlungen und Messwerte
sees-record_entries = Darf eine Woche eintragen
sees-record_treatments = Darf Behandlungen eintragen
relation-self = die erkrankte Person
relation-spouse = Ehepartner oder Ehepartnerin
relation-wife = Ehefrau
relation-husband = Ehemann
relation-partner = Partner oder Partnerin
relation-parent = Elternteil
relation-mother = Mutter
relation-father = Vater
relation-child = Kind
relation-daughter = Tochter
relation-son = Sohn
relation-sibling = Bruder oder Schwester
relation-sister = Schwester
relation-brother = Bruder
relation-grandchild = Enkelkind
relation-relative = verwandt
relation-friend = befreundet
relation-neighbour = aus der Nachbarschaft
relation-caregiver = betreuende Person
relation-nurse = Pflegefachperson
relation-therapist = Therapeutin oder Therapeut
relation-doctor = Ärztin oder Arzt
relation-clinician = aus der Klinik
relation-other = anderes
trustee = Vertrauensperson
trustee-says = Eine Person aus Ihrem Kreis, die für Sie handeln darf, wenn Sie es nicht können. Sie muss zuerst darum bitten; dann ist Zeit, und ein Tippen von Ihnen sagt Nein.
trustee-who = Wer?
choose-trustee = Diese Person wählen
trustee-named = ausgewählt; handelt zurzeit nicht für Sie
trustee-waiting = hat darum gebeten, für Sie zu handeln, und tut es ab { $when }, wenn Sie nicht Nein sagen
trustee-acting = handelt für Sie
trustee-not-now = Jetzt nicht
trustee-not-now-says = Die Bitte endet. Sie kann später wieder gestellt werden.
trustee-end = Nicht mehr
trustee-end-says = { $name } ist dann nicht mehr Ihre Vertrauensperson.
access-log-says = Jeder Blick in Ihr Tagebuch und jede Änderung.
clinics = Kliniken
what-clinic-sees = Was die Klinik sieht
clinic-always-sees = Immer: Einschätzungen, Behandlungen und was sich daraus ergibt. Und außerdem:
share-notes = Meine Notizen
share-notes-hint = Was Sie in eigenen Worten geschrieben haben.
share-facts = Angaben zu mir
share-facts-hint = Wann es begann, Geschlecht, Geburtsjahr, Gen.
share-research = Für die Forschung
share-research-hint = Ohne Ihren Namen, in dem, was die Klinik herausnimmt.
coordinator = Koordinierende Person der Klinik
coordinator-who = Wer koordiniert?
coordinated-by = { $name } ({ $clinic }) koordiniert die Behandlung.
leave-clinic = Diese Klinik verlassen
leave-clinic-says = Niemand von { $name } sieht von jetzt an etwas von Ihrem Tagebuch.

## My account

what-i-see = Was ich sehe
without-numbers = Ohne Zahlen, Stadien und Tempo
without-numbers-hint = Auf diesem Gerät. Im Tagebuch ändert sich nichts.
change-password = Passwort ändern
current-password = Jetziges Passwort
password-changed = Das Passwort ist geändert. Andere Geräte sind abgemeldet.
passkeys = Passkeys
passkeys-says = Ein Passkey meldet Sie mit Ihrem Gesicht, Ihrem Finger oder dem Code des Geräts an: Sie müssen nichts tippen.
passkey-name = Ein Name für dieses Gerät
add-passkey = Passkey hinzufügen
remove-passkey-says = Mit { $name } können Sie sich dann nicht mehr anmelden.
second-factor = Zweiter Faktor
second-factor-says = Ein Code aus einer Authenticator-App, nach dem neben dem Passwort gefragt wird.
second-factor-demanded = Ihre Arbeit hier braucht einen zweiten Faktor: einen Passkey oder einen Code aus einer Authenticator-App.
set-up-totp = Authenticator-App einrichten
totp-how = Geben Sie diesen Schlüssel in Ihre Authenticator-App ein und dann hier den Code, den sie zeigt.
open-authenticator = App auf diesem Gerät öffnen
totp-since = Eingerichtet seit { $when }.
codes-left = Übrige Wiederherstellungscodes: { $codes }.
new-recovery-codes = Neue Wiederherstellungscodes
recovery-codes = Wiederherstellungscodes
recovery-codes-says = Jeder davon meldet Sie einmal an, falls das Gerät verloren ist. Sie werden nur jetzt gezeigt: Speichern oder drucken Sie sie.
remove-totp-says = Dann wird nur noch nach dem Passwort gefragt.
told-here = Nachrichten auf diesem Gerät
told-here-switch = Auf diesem Gerät Bescheid geben
told-here-hint = Eine Erinnerung kommt hierher statt per Mail. Sie sagt nie, worum es geht.
told-here-refused = Dieser Browser erlaubt es nicht: ändern Sie das in seinen Einstellungen.
devices = Geräte, die angemeldet sind
device = Ein Gerät
this-one = dieses
sign-out-there = Dort abmelden
sign-out-there-says = Auf diesem Gerät muss man sich neu anmelden.
sign-out-others = Alle anderen abmelden
sign-out-others-says = Auf allen anderen Geräten muss man sich neu anmelden.
my-data = Meine Daten
my-data-says = Alles, was über Sie aufbewahrt ist, in einer Datei.
take-copy = Meine Daten speichern
erase-me = Mich löschen
erase-me-says = Ihr Konto und Ihr Tagebuch werden nach einigen Tagen gelöscht. Bis dahin können Sie es aufhalten.
erased-at = Alles, was über Sie aufbewahrt wird, wird am { $when } gelöscht.
do-not-erase = Nicht löschen

## The emergency card, as it is chosen

card-says = Eine Seite für alle, die Ihnen im Notfall helfen und Sie noch nie gesehen haben: was Sie haben, wie Sie atmen und essen, wen man anruft. Sie öffnet sich ohne Konto, über einen Link oder einen Code auf Papier.
card-there = Ihre Karte
card-chosen = Was sie sagt, wurde am { $when } gewählt.
card-look = Ansehen und drucken
card-look-says = Sie öffnet sich in einem eigenen Fenster und druckt sich mit dem Code zum Scannen auf ein Blatt: eines für den Rollstuhl, eines für die Tasche, eines für die Tür.
card-link = Der Link der Karte
card-end = Karte zurücknehmen
card-end-says = Ihr Link und ihr Code öffnen nichts mehr, auch auf Papier nicht. Die nächste Karte hat andere.
card-what = Was sie sagt
card-make = Karte erstellen
card-name = Wie Sie darauf heißen
card-name-hint = Leer zeigt sie keinen Namen.
card-diagnosis = Dass es ALS ist
card-diagnosis-hint = Mit dem Tag der Diagnose, wenn er bei den Angaben über Sie steht.
card-ventilation = Wie ich atme
card-ventilation-hint = Ihre neueste Antwort zu einem Beatmungsgerät, und seit wann.
card-swallowing = Wie ich schlucke
card-swallowing-hint = Ihre neueste Antwort zum Schlucken, und eine Ernährungssonde.
card-note = In Ihren Worten
card-note-hint = Zum Beispiel: Ich verstehe alles. Ich antworte mit den Augen.
card-contact = Wen man anruft, { $number }
card-contact-name = Name
card-contact-phone = Telefonnummer
card-contact-phone-hint = Mit der Vorwahl des Landes, zum Beispiel +49 30 1234567.
card-contact-about = Wer ist das?
card-contact-about-hint = Zum Beispiel: Ehemann, kennt das Beatmungsgerät.
card-add-contact = Jemanden zum Anrufen hinzufügen
card-remove-contact = Diese Person entfernen

## Reminders

reminders = Erinnerungen
reminders-choose = Erinnerungen wählen
reminders-says = Nichts erinnert Sie, bevor Sie es hier wählen. Keine Nachricht sagt etwas über die Gesundheit.
reminders-nobody = Sie tragen in kein Tagebuch ein, deshalb gibt es nichts, woran erinnert werden kann.
reminders-whose = Für welches Tagebuch?
remind-weekly = Jede Woche erinnern
remind-weekly-hint = Nur solange die Woche noch nicht eingetragen ist.
weekday = An welchem Tag?
weekday-monday = Montag
weekday-tuesday = Dienstag
weekday-wednesday = Mittwoch
weekday-thursday = Donnerstag
weekday-friday = Freitag
weekday-saturday = Samstag
weekday-sunday = Sonntag
at-hour = Um wie viel Uhr?
remind-visit = Ein Besuch in der Klinik
remind-visit-hint = Sie werden am Tag davor erinnert. Leer: an keinen.
remind-next_course = Wenn manche Kliniken eine Zelltherapie wiederholen
remind-next_course-hint = Ab 12 Monaten nach dem letzten Tag, an dem Zellen gegeben wurden.
remind-end_of_follow_up = Wenn die Nachbeobachtung endet
remind-end_of_follow_up-hint = 42 Monate nach diesem Tag.
ways = Auf welchem Weg?
way-mail = Per E-Mail
way-mail-hint = An die Adresse Ihres Kontos.
way-push = Auf meinen Geräten
way-push-hint = Auf denen, wo Sie das unter „Mein Konto“ gesagt haben.
quiet-hours = Nie in der Nacht
quiet-hours-hint = Was in diese Stunden fällt, kommt an ihrem Ende.
quiet-from = Von
quiet-to = Bis
paused-until = Pause bis
paused-until-hint = Vor diesem Tag erinnert Sie gar nichts. Leer gibt es keine Pause.
remind-later = Nicht jetzt, aber heute noch
remind-later-in = Wann?
remind-later-do = Später erinnern
remind-later-at = Sie werden am { $when } erinnert, wenn die Woche bis dahin nicht eingetragen ist.
in-hours = { $hours ->
    [one] In einer Stunde
   *[other] In { $hours } Stunden
}

## What followers are told

alerts = Was gemeldet wurde
alerts-open = { $alerts ->
    [one] Etwas wartet darauf, dass sich jemand kümmert.
   *[other] { $alerts } Dinge warten darauf, dass sich jemand kümmert.
}
no-alerts = Es wurde noch nichts gemeldet.
alert-silence = Seit der Woche vom { $day } wurde nichts eingetragen
alert-flag = Es geht um: { $what }. Es begann in der Woche vom { $day }.
alert-raised = Bemerkt am { $when }.
alert-told = Gemeldet an: { $people }.
alert-seen-to = { $name } kümmert sich seit { $when } darum.
alert-over = Es war am { $when } von selbst vorbei.
alert-see-to = Ich kümmere mich
alert-see-to-hint = Die anderen, denen es gemeldet wurde, sehen das, und niemandem sonst wird es gemeldet.
alerts-of = Wem gemeldet wird
alerts-own = Was mir gemeldet wird
alerts-own-says = Es wird nichts gemeldet, bevor Sie es wählen. Keine Nachricht sagt, worum es geht. Die Patientin oder der Patient sieht, was Sie wählen, und darf es abschalten.
alerts-active = Es wird Ihnen jetzt gemeldet.
alerts-not-active = Es wird Ihnen zurzeit nichts gemeldet: Verlassen Sie sich nicht darauf.
alerts-flags = Was das Team wissen sollte
alerts-no-flags = Mit dem, was Sie sehen dürfen, kann Ihnen nur gemeldet werden, wenn nichts eingetragen wird.
alert-tier-contact_today = Was heute einen Anruf braucht
alert-tier-contact_this_week = Was das Team diese Woche wissen sollte
alert-tier-tell_team = Was das Team gelegentlich wissen sollte
alert-tier-next_visit = Was für den nächsten Besuch ist
alerts-silence = Dass nichts eingetragen wurde
alerts-silence-off = Nicht melden
after-weeks = { $weeks ->
    [one] Nach einer ganzen Woche
   *[other] Nach { $weeks } ganzen Wochen
}
alerts-next = Wenn niemand antwortet, der nächsten Person melden
alerts-next-off = Nie
after-hours = { $hours ->
    [one] Nach einer Stunde
   *[other] Nach { $hours } Stunden
}
alerts-next-hint = Mit einem Weg und sonst nichts wird Ihnen gemeldet, wenn niemand vor Ihnen antwortete.
followers = Wem aus Ihrem Tagebuch gemeldet wird
followers-says = In der Reihenfolge, in der gemeldet wird, wenn niemand davor antwortet. Jede Person hat selbst gewählt; Sie können es abschalten, und niemand erfährt davon.
follower-nothing = Hat nichts gewählt: bekommt nichts gemeldet.
follower-ways = Gemeldet: { $ways }.
follower-last = Nur, wenn niemand davor antwortet.
follower-silence = { $weeks ->
    [one] Dass eine Woche lang nichts eingetragen wurde
   *[other] Dass { $weeks } Wochen lang nichts eingetragen wurde
}
follower-next = { $hours ->
    [one] Ohne Antwort nach einer Stunde wird der nächsten Person gemeldet
   *[other] Ohne Antwort nach { $hours } Stunden wird der nächsten Person gemeldet
}
follower-muted = von Ihnen abgeschaltet
follower-mute = Für diese Person abschalten
follower-unmute = Dieser Person wieder melden

## Consents, facts, and one’s own place

look-as-level-says = Sehen Sie Ihr Tagebuch so, wie jede Stufe es sieht. Wem Sie es eigens erlaubt haben, der sieht dazu, was das Team wissen sollte:
look-as-level = Wie mit: { $level }
preview-says = So sieht jemand dieses Tagebuch mit: { $level }. Was diese Person für sich selbst wählt, etwa keine Zahlen, kann anders sein.
preview-notes = Vielleicht hat { $name } eine Notiz geschrieben. Andere mit dieser Stufe sehen sie, außer { $name } hat das zurückgenommen.
consents = Womit Sie einverstanden sind
consents-says = Jedes ist eine eigene Entscheidung. Sie können sie jederzeit zurücknehmen und wieder geben: Niemand erfährt davon, und nichts wird gelöscht.
consent-care_sharing = Wen ich hereinlasse, sieht mein Tagebuch
consent-care_sharing-says = Familie, Freunde und Behandelnde sehen, was Sie für jede Person gewählt haben. Zurückgenommen ist es eine Pause für alle zugleich.
consent-care_sharing-end = Ab jetzt sieht außer Ihnen niemand etwas von Ihrem Tagebuch, auch nicht, wer für Sie handelt, bis Sie wieder zustimmen. Die Notfallkarte öffnet so lange nichts.
consent-notes_sharing = Sie sehen auch, was ich in Worten schrieb
consent-notes_sharing-says = Notizen und Gründe, für alle, die einzelne Antworten sehen.
consent-notes_sharing-end = Ab jetzt sehen nur Sie Notizen und Gründe. Niemand kann erkennen, ob es welche gab.
consent-clinic_enrolment = Behandelnde sehen mein Tagebuch
consent-clinic_enrolment-says = In den Kliniken, die Sie hereinließen, unter deren Patientinnen und Patienten.
consent-clinic_enrolment-end = Ab jetzt sehen keine Behandelnden etwas von Ihrem Tagebuch, bis Sie wieder zustimmen.
consent-research_export = Die Forschung darf meine Einschätzungen nutzen
consent-research_export-says = Ohne Ihren Namen, bei den Kliniken, bei denen Sie es gewählt haben: Sie dürfen Ihre Einschätzungen ausgeben und für die Forschung weitergeben.
consent-research_export-end = Ab jetzt wird nichts für die Forschung genutzt.
consent-by-inviting = Es gilt für alle, die Sie hereinlassen, bis Sie es zurücknehmen.
consent-at-clinics = Es gilt bei den Kliniken, bei denen Sie es gewählt haben, bis Sie es zurücknehmen.
consent-given = Sie stimmten am { $when } zu.
consent-ended = Sie nahmen es am { $when } zurück.
consent-take-back = Zustimmung zurücknehmen
consent-give = Zustimmen
own-place = Mein Platz in diesem Tagebuch
leave-diary = Dieses Tagebuch verlassen
leave-diary-says = Sie sehen dann vom Tagebuch von { $name } nichts mehr. Nur eine neue Einladung bringt Sie zurück.
trusted-named = { $name } hat Sie als die Person gewählt, die handeln darf, wenn es selbst nicht mehr geht. Es ändert nichts, bis Sie darum bitten.
trusted-waiting = Sie haben darum gebeten, für { $name } zu handeln. Ab { $when } tun Sie es, wenn kein Nein kommt.
trusted-acting = Sie handeln für { $name }: Sie dürfen jede Woche eintragen, berichtigen und entfernen und entscheiden, wer das Tagebuch sieht.
trusted-acting-closed = Sie handeln für { $name }. Das Tagebuch ist geschlossen: Sie dürfen es lesen und entscheiden, wer es sieht.
trusted-again-from = Sie können ab { $when } wieder darum bitten.
trusted-ask = Um das Handeln bitten
trusted-ask-says = { $name } und alle im Kreis erfahren es per E-Mail, und es ist Zeit, Nein zu sagen.
trusted-stop = Bitte zurücknehmen
trusted-stop-says = Sie handeln ab jetzt nicht, und können eine Weile nicht wieder darum bitten.
trusted-decline = Ich möchte nicht Vertrauensperson sein
trusted-decline-says = { $name } kann dann eine andere Person wählen.
close-diary = Tagebuch schließen
close-diary-says = Nach einigen Tagen wird ins Tagebuch von { $name } nichts mehr eingetragen; alle können weiter lesen, nichts wird gelöscht. Alle im Kreis erfahren es per E-Mail, und ein Tippen hält es auf.
close-diary-why = Worauf stützen Sie das?
close-diary-why-hint = Zum Beispiel: dass die Person gestorben ist oder es so wollte.
diary-closed = Das Tagebuch ist seit { $when } geschlossen.
diary-closes = Das Tagebuch wird am { $when } geschlossen.
keep-diary-open = Tagebuch offen lassen
open-diary-again = Das Tagebuch wieder öffnen
facts = Angaben über die Person
facts-says = Einmal bekannt, nicht jede Woche. Alles darf leer bleiben; eine Klinik sieht es nur, wo das gewählt wurde.
not-known = Nicht bekannt
fact-symptom_onset = Wann die ersten Anzeichen kamen
fact-onset_region = Wo es begann
fact-diagnosed_on = Tag der Diagnose
fact-birth_year = Geburtsjahr
fact-sex = Geschlecht
fact-gene = Gen, in dem eine Ursache gefunden wurde
fact-gene-hint = Sein Kürzel, zum Beispiel SOD1.
fact-usual_weight_kg = Gewicht vor der Krankheit, in Kilogramm
fact-usual_weight_kg-hint = Ein Gewichtsverlust wird daran gemessen.
fact-height_cm = Größe in Zentimetern
fact-time_zone = Zeitzone
region-bulbar = Sprechen oder Schlucken
region-upper_limb = Arme oder Hände
region-lower_limb = Beine oder Füße
region-trunk = Rumpf
region-respiratory = Atmung
region-generalised = Mehrere zugleich
region-unknown = Gefragt, und nicht bekannt
region-not_shared = Nicht geteilt oder nicht bekannt
sex-female = Weiblich
sex-male = Männlich
sex-other = Anders
sex-unknown = Gefragt, und nicht bekannt

## The clinic

no-clinics = Noch hat keine Klinik Sie hinzugefügt.
clinic-views = Ansichten der Klinik
clinic-patients = Patientinnen und Patienten
clinic-summary = Übersicht
clinic-exports = Daten herausnehmen
clinic-invitations = Einladungen
clinic-roster = Teilnehmende
clinic-staff = Personal
role = Rolle
role-clinician = Behandelnde Person
role-data_manager = Datenmanagement
role-site_admin = Verwaltung
no-patients = Noch niemand ist beigetreten.
sorted-by = Sortiert nach
sort-needs_attention = Wer zuerst angesehen werden sollte
sort-last_week = Letzte Woche
sort-total = Gesamtwert
sort-points_per_month = Punkte im Monat
sort-change_4_weeks = Änderung über 4 Wochen
sort-change_12_weeks = Änderung über 12 Wochen
sort-kings = King’s-Stadium
sort-weeks_silent = Wochen ohne Einschätzung
sort-seen_at = Wann die Klinik zuletzt hineinsah
cohort-patient = Person
cohort-why = Warum
cohort-last = Letzte Woche
cohort-total = Gesamtwert
cohort-per-month = Punkte im Monat
cohort-kings = King’s
cohort-silent = Wochen ohne Eintrag
cohort-closed = Tagebuch geschlossen
cohort-enrolled = { $patients ->
    [one] 1 Person nimmt teil.
   *[other] { $patients } Personen nehmen teil.
}
cohort-closed-count = { $closed ->
    [one] 1 Tagebuch ist geschlossen und unten nicht mitgezählt.
   *[other] { $closed } Tagebücher sind geschlossen und unten nicht mitgezählt.
}
by-onset = Nach dem Ort des Beginns
medians = In der Mitte (Median)
adherence-part = Eingetragene Wochen, von den letzten 26
flag-nothing_recorded = nichts eingetragen
flag-breathing_now = Atmung
flag-breathing_changed = Atmung geändert
flag-breathing_support_changed = Atemunterstützung geändert
flag-swallowing_changed = Schlucken geändert
flag-weight_down = weniger Gewicht
flag-total_changed_quickly = Gesamtwert rasch geändert
flag-saliva_aids = Speichel
flag-speech_aids = Sprechen
by-stage = King’s-Stadien
by-pace = Tempo
pace-slower_than_most = langsamer als bei den meisten (unter 0,04 Punkten im Monat)
pace-slower_than_mean = langsamer als im Mittel (bis 0,89)
pace-faster_than_mean = schneller als im Mittel (bis 1,96)
pace-faster_than_most = schneller als bei den meisten
exports-says = Wer nicht zugestimmt hat, wird ausgelassen und im Manifest gezählt.
format = Format
format-csv = Tabelle, eine Zeile pro Woche (CSV)
format-csv-long = Tabelle, eine Zeile pro Antwort (CSV)
format-proact = PRO-ACT-Dateien
format-ndjson = Alles mit Verlauf (NDJSON)
format-fhir = FHIR R4
format-dataset-json = CDISC Dataset-JSON
format-parquet = Parquet
names-or-not = Namen
without-names = Ohne Namen
with-names = Mit Namen
export-reason = Wozu werden Namen gebraucht?
take-out = Daten herausnehmen
export-queued = wartet
export-running = wird erstellt
export-ready = fertig
export-failed = fehlgeschlagen
export-expired = abgelaufen
file-rows = { $rows } Zeilen
manifest = Manifest, signiert
remove-export-says = Die Dateien werden entfernt.
invite-patient = Patientin oder Patienten einladen
subject-id = Teilnehmernummer
subject-id-hint = Wird vom Server vergeben, wenn das Feld leer ist.
invite-many = Viele einladen
invite-many-says = Eine Tabelle mit den Spalten email und subject_id. Wenn eine Zeile einen Fehler hat, wird niemand eingeladen, und Sie erfahren, welche es ist.
table-file = Tabelle (CSV)
invited-of = { $invited } von { $of } sind eingeladen.
row-of = Zeile { $row }, { $email }
not-invited-subject_id_taken = nicht eingeladen: Eine andere Person dieser Klinik hat diese Teilnehmernummer
not-invited-invited_too_often = nicht eingeladen: so oft eingeladen, wie ein Tag erlaubt; versuchen Sie es morgen wieder
add-staff = Personal hinzufügen
staff-name = Name
staff-added = Die Person erfährt es per Mail.
staff-pending = Eingeladen am { $moment }, hat noch kein Passwort gewählt
staff-unnamed = Eine Person, deren Name hier noch nicht bekannt ist
remove-staff-says = { $name } sieht von jetzt an nichts mehr von dieser Klinik.

## Records beside the weeks

record-something = Etwas eintragen
recorded-so-far = Bisher eingetragen
record-warned = Es ist eingetragen. Bitte sehen Sie sich die Warnung daneben an.
add-measurement = Messwert hinzufügen
add-administration = Tag der Gabe hinzufügen
add-screening = Untersuchung vor Zellen hinzufügen
schedule = Wie oft, wenn Sie mögen
treatment-clinic = Wo, wenn Sie mögen
in-trial = Es gehört zu einer Studie
trial-id = Nummer der Studie
suspected = Von welcher Behandlung, meinen Sie?
serious-short = schwerwiegend
cell-type = Welche Zellen?
cells-mesenchymal = Mesenchymale
cells-neural = Neurale
cells-other = Andere
cell-source = Aus welchem Gewebe?
source-bone_marrow = Knochenmark
source-adipose = Fettgewebe
source-peripheral_blood = Blut
source-umbilical_cord = Nabelschnur
source-other = Anderes Gewebe
cell-donor = Wessen Zellen?
donor-autologous = Eigene
donor-allogeneic = Von einer anderen Person
route = Wie wurde es gegeben?
route-oral = Über den Mund
route-intravenous = In eine Vene
route-intrathecal = In die Flüssigkeit um das Rückenmark
route-intraspinal = In das Rückenmark selbst
route-intramuscular = In einen Muskel
route-enteral = Über eine Ernährungssonde
route-other = Auf andere Weise
amount-cells = Wie viele Zellen, in Millionen
amount-mg = Wie viel, in Milligramm
millions = { $cells } Millionen Zellen
guided-by = Was führte die Nadel?
imaging-none = Nichts
imaging-ultrasound = Ultraschall
imaging-fluoroscopy = Durchleuchtung
imaging-ct = CT
imaging-mri = MRT
imaging-other = Anderes
anaesthesia = Wie wurde Schmerz ferngehalten?
anaesthesia-none = Gar nicht
anaesthesia-local = Örtlich
anaesthesia-sedation = Dämmerschlaf
anaesthesia-general = Vollnarkose
finding-damaged_bone_marrow = Geschädigtes Knochenmark
finding-clotting_disorder = Blut, das nicht richtig gerinnt
finding-low_platelets = Zu wenige Blutplättchen
finding-cancer = Krebs
finding-pregnancy_or_lactation = Schwangerschaft oder Stillen
finding-active_severe_infection = Eine schwere Infektion jetzt
found-unknown = Nicht bekannt
found-no = Nicht gefunden
found-yes = Gefunden
screened-by = Wer hat untersucht?
screening-found = Gefunden: { $what }.
screening-unknown = Nicht bekannt: { $what }.
screening-nothing = Es wurde nichts gefunden, was gegen Zellen spricht.
days-given = { $days ->
    [0] Tage der Gabe
    [one] An einem Tag gegeben
   *[other] An { $days } Tagen gegeben
}
course-next = Die Kliniken dieses Tagebuchs wiederholen es zwischen { $from } und { $to }, wenn überhaupt: Das entscheiden Sie mit Ihrem Team.
course-followed = Nachbeobachtung bis { $day }.
warning-not_screened = { $day }: Zellen wurden gegeben, ohne dass hier eine Untersuchung davor eingetragen ist.
warning-contraindicated = { $day }: Zellen wurden gegeben, obwohl die Untersuchung davor etwas gefunden hatte.
what-measured = Was wurde gemessen?
measured-value = Wert
measure-range = In { $unit }, zwischen { $lowest } und { $highest }.
posture = Im Sitzen oder Liegen?
posture-sitting = im Sitzen
posture-supine = in Rückenlage
posture-standing = im Stehen
measured-with = Mit welchem Gerät, wenn Sie mögen
measure-svc = Lungenfunktion: langsame Vitalkapazität (SVC)
measure-fvc = Lungenfunktion: forcierte Vitalkapazität (FVC)
measure-snip = Schnüffeldruck (SNIP)
measure-peak_cough_flow = Hustenstoß
measure-ventilator_hours = Stunden Beatmung am Tag
measure-nfl_serum = Neurofilament-Leichtkette im Serum
measure-nfl_plasma = Neurofilament-Leichtkette im Plasma
measure-nfl_csf = Neurofilament-Leichtkette im Nervenwasser
measure-pnfh_csf = Phosphorylierte Neurofilament-Schwerkette im Nervenwasser

## Ratings of home and clinic

raters = Zu Hause und Klinik
agreement-means = Menschen sehen dieselben Tage verschieden, und niemand muss sich irren: Die eine Person weiß, wie es sich anfühlt, die andere, wie lange etwas dauert. Zwei Einschätzungen einer Person durch dieselben Augen unterscheiden sich um bis zu etwa 4 von 48 Punkten, ohne dass sich etwas geändert hat. Ein Unterschied zwischen Bewertenden ist keine Veränderung der Krankheit.
home-and-clinic = Nebeneinander
home-and-clinic-says = Jede Einschätzung der Klinik mit der nächsten von zu Hause, höchstens { $days } Tage auseinander. Der Unterschied ist die der Klinik minus die von zu Hause.
at-home = Zu Hause
at-clinic = Klinik
difference = Unterschied
no-home-rating = Keine Einschätzung um diesen Tag
agreement-limits-mean = Von 100 Paaren liegen etwa 95 zwischen den beiden Grenzen. Bei weniger als fünf Paaren gibt es keine.
agreement-of = { $other }, verglichen mit: { $one }
clinic-ratings = Einschätzungen der Klinik
rate = Für die Klinik einschätzen
rate-of = Einschätzung der Klinik: { $name }
rate-says = Sie steht neben dem Tagebuch von zu Hause, und keine Linie zählt sie mit.
rate-how = Wie wurde gefragt?
rate-remove-says = Sie zählt in keinem Vergleich mehr. Die Geschichte behält sie.
rate-removed = Die Einschätzung dieses Tages wurde entfernt
rate-removed-says = { $name } hat die Einschätzung der Klinik vom { $day } entfernt. Ihre Antworten sind noch da und können neu eingetragen werden.
rate-anew = Neu eintragen
rate-anew-says = Ihre Antworten werden die Einschätzung der Klinik für diesen Tag. Die Geschichte behält, dass sie entfernt war.
rate-taken = Dieser Tag hat schon eine Einschätzung
rate-taken-says = { $name } hat die Einschätzung der Klinik vom { $day } eingetragen. Nichts geht verloren: Sehen Sie beide an und entscheiden Sie.

## Guests, who have no account

guest = Eine Woche für eine andere Person
guest-for = Es geht um { $name }.
guest-says = Sie haben einen Link bekommen, um eine Woche für die Person einzutragen, bei der Sie sind. Vom Tagebuch sehen Sie sonst nichts.
guest-name = Ihr Name
guest-name-hint = Das Tagebuch zeigt ihn als den Namen, den Sie angegeben haben.
guest-tube = Hat die Person eine Ernährungssonde?
guest-recorded = Danke. Die Einschätzung vom { $day } steht im Tagebuch, mit dem Namen { $name }.
guest-correct-until = Sie können sie bis { $when } berichtigen.
guest-changed-since = Danke. Ihr Eintrag wurde im Tagebuch seither geändert; hier ist nichts mehr zu tun.
guest-links = Ohne Konto: eine Woche mit einem Link
guest-links-says = Wer eine Nacht bei Ihnen wacht, braucht kein Konto. Ein Link gilt einen Tag und trägt eine Woche ein; wer ihn hat, sieht nichts von Ihrem Tagebuch.
guest-shown-name = Ihr Name, den er zeigt, wenn Sie möchten
make-guest-link = Link erstellen
guest-link-made = Geben Sie diesen Link selbst weiter. Er wird nur jetzt gezeigt.
copy-link = Link kopieren
copied = Er ist kopiert.
copy-by-hand = Bitte kopieren Sie ihn von Hand.
guest-link-made-on = Erstellt am { $when }:
guest-link-open = noch nichts eingetragen
guest-link-used = eine Woche eingetragen ({ $week })
guest-link-revoked = zurückgenommen
guest-link-expired = abgelaufen
guest-link-withdraw = Der Link öffnet dann nichts mehr. Was damit eingetragen wurde, bleibt.
claimed-name = einem Gast mit einem Link, der den Namen { $name } angab
former-member = jemand, der früher zum Kreis gehörte

## What a refusal means here

problem-link_used = Mit diesem Link wurde schon eine andere Woche eingetragen. Die lässt sich berichtigen.
problem-code_not_valid = Dieser Link gilt nicht mehr oder gehört zu einer anderen Adresse. Lassen Sie sich einen neuen schicken.
problem-wrong_credentials = Die E-Mail-Adresse oder das Passwort stimmt nicht: Versuchen Sie es noch einmal, oder lassen Sie sich per Mail ein neues Passwort geben.
problem-wrong_code = Der Code stimmt nicht oder wurde schon benutzt: Geben Sie den nächsten ein.
problem-mfa_token_not_valid = Diese Anmeldung hat zu lange gedauert oder wurde zu oft versucht: Beginnen Sie sie von vorn.
problem-passkey_refused = Dieser Passkey wird hier nicht angenommen, oder es hat zu lange gedauert: Versuchen Sie es noch einmal.
problem-wrong_password = Das jetzige Passwort stimmt nicht: Geben Sie es noch einmal ein, oder lassen Sie sich per Mail ein neues geben.
problem-not_found = Es ist nicht da, oder nicht mehr für Sie.
problem-precondition_failed = Es wurde inzwischen geändert. Sehen Sie es noch einmal an und versuchen Sie es dann erneut.
problem-insufficient_user_authentication = Ihre Arbeit hier braucht einen zweiten Faktor. Richten Sie unter „Mein Konto“ einen ein und melden Sie sich dann neu an.
problem-week_taken = Diese Woche wurde schon von anderen eingetragen oder seither geändert. Sehen Sie sie noch einmal an und entscheiden Sie dann.
problem-week_recorded = Diese Woche ist schon eingetragen. Wählen Sie einen anderen Tag des Links, oder sagen Sie es der Person, die ihn Ihnen gegeben hat.
problem-week_removed = Diese Woche wurde inzwischen entfernt. Sehen Sie sie noch einmal an und entscheiden Sie, ob sie neu eingetragen wird.
problem-week_not_valid = Diese Woche gibt es nicht.
problem-id_taken = Hier ist schon etwas eingetragen. Sehen Sie es noch einmal an und versuchen Sie es dann erneut.
problem-record_removed = Es wurde inzwischen entfernt. Sehen Sie noch einmal nach und entscheiden Sie, ob es neu eingetragen wird.
problem-precondition_required = Es wurde inzwischen geändert. Sehen Sie es noch einmal an und versuchen Sie es dann erneut.
problem-too_many_versions = Das hat so viele Fassungen, wie es geben darf; es lässt sich nur noch entfernen.
problem-too_many_records = Davon gibt es so viele, wie es geben darf.
problem-recorded_by_patient = Das hat die Patientin oder der Patient eingetragen; nur sie oder er kann es ändern.
problem-recorded_by_clinician = Das hat die Klinik eingetragen; nur sie und die Patientin oder der Patient können es ändern.
problem-screening_by_caregiver = Eine Untersuchung trägt die Klinik ein, oder die Patientin oder der Patient.
problem-not_cell_therapy = Diese Behandlung ist keine Zelltherapie.
problem-diary_closed = Dieses Tagebuch ist geschlossen und nimmt nichts mehr auf.
problem-read_only = Sie dürfen dieses Tagebuch lesen, nicht darin schreiben; die Patientin oder der Patient kann das ändern.
problem-summary_only = Sie dürfen den Verlauf dieses Tagebuchs sehen, nicht die Einträge; die Patientin oder der Patient kann das ändern.
problem-patient_only = Das kann nur die Person, deren Tagebuch es ist.
problem-clinician_only = Das können nur Behandelnde.
problem-site_role = Ihre Rolle in dieser Klinik erlaubt das nicht.
problem-trustee_only = Das kann nur die Vertrauensperson, die gewählt wurde.
problem-coordinator_only = Von den Behandelnden wird nur der Person gemeldet, die die Behandlung koordiniert.
problem-own_diary = Das ist Ihr eigenes Tagebuch: Gemeldet wird denen, die dem Tagebuch einer anderen Person folgen.
problem-asked_too_soon = Das wurde vor einer Weile verlangt und endete; fragen Sie später noch einmal.
problem-sharing_taken_back = Sie haben zurückgenommen, dass andere Ihr Tagebuch sehen: Stimmen Sie dem zuerst wieder zu.
problem-reminders_off = Sie werden an nichts erinnert: Wählen Sie das zuerst.
problem-flag_changed = Die Zahlen haben sich geändert, seit Sie es gesehen haben: Sehen Sie noch einmal hin.
problem-too_late_today = Das wäre heute nicht mehr, oder in der Zeit, in der nichts kommen soll.
problem-too_many_guest_links = Für heute gibt es so viele Links, wie es geben darf: Versuchen Sie es morgen wieder.
problem-too_many_invitations = Für heute gibt es so viele Einladungen, wie es geben darf: Versuchen Sie es morgen wieder.
problem-too_many_members = Der Kreis ist voll: Entfernen Sie eine Person, oder nehmen Sie eine Einladung zurück.
problem-too_many_passkeys = Es gibt schon zwanzig Passkeys: Entfernen Sie einen, den Sie nicht benutzen.
problem-passkey_not_valid = Dieser Passkey lässt sich nicht hinzufügen, oder es hat zu lange gedauert: Beginnen Sie noch einmal.
problem-last_factor = Sie brauchen einen zweiten Faktor: Fügen Sie einen anderen hinzu, bevor Sie diesen entfernen.
problem-no_second_factor = Es gibt keinen zweiten Faktor, für den Wiederherstellungscodes einspringen könnten.
problem-password_closed = Zu viele falsche Passwörter hintereinander: Dieses Passwort öffnet nichts mehr. Wählen Sie per Mail ein neues.
problem-invalid_grant = Die Sitzung ist zu Ende: Bitte melden Sie sich neu an.
problem-erasure_begun = Ihr Konto wird gerade gelöscht; es lässt sich nicht mehr behalten.
problem-device_taken = Auf diesem Gerät wird einem anderen Konto gemeldet: Schalten Sie es hier neu ein.
problem-export_expired = Die Dateien dieses Exports sind gelöscht: Verlangen Sie einen neuen.
problem-export_no_longer_shared = Eine Person in diesem Export teilt nicht mehr: Die Dateien sind gelöscht. Verlangen Sie einen neuen.
problem-export_not_ready = Dieser Export ist noch nicht fertig, oder er ist misslungen.
problem-too_many_exports = Zwei Ihrer Exporte werden gerade gemacht: Warten Sie auf einen, oder entfernen Sie einen.
problem-too_many_rows = Eine Datei lädt höchstens 200 Personen ein: Teilen Sie sie.
problem-too_many_staff = In dieser Klinik arbeiten so viele, wie es sein dürfen.
problem-subject_id_taken = Eine andere Person dieser Klinik hat diese Kennung.
problem-quota_exceeded = Das war in kurzer Zeit zu oft: Versuchen Sie es gleich noch einmal.
problem-client_too_old = Diese Seite ist älter als der Server: Laden Sie sie neu. Was noch zu senden ist, bleibt auf dem Gerät.
problem-body_too_large = Das ist zu groß.
problem-request_timeout = Es kam nicht rechtzeitig an: Senden Sie es noch einmal.
problem-unavailable = Im Augenblick nicht verfügbar: Versuchen Sie es gleich noch einmal.
problem-internal = Auf unserer Seite ist etwas schiefgegangen.
fault-another_day = Der Tag ist ein anderer als der, um den es geht.
fault-before_treatment = Das war vor dem Beginn der Behandlung.
fault-cell_therapy_only = Das gehört nur zu einer Zelltherapie.
fault-date_before_diagnosis = Der Tag liegt vor der Diagnose.
fault-date_in_future = Dieser Tag ist noch nirgends auf der Erde gekommen.
fault-date_too_early = Dieser Tag liegt zu weit zurück.
fault-day_outside_link = Dieser Tag gehört nicht zu diesem Link.
fault-day_outside_treatment = Der Tag liegt nicht in der Zeit der Behandlung.
fault-day_outside_week = Der Tag liegt nicht in dieser Woche.
fault-date_before_birth = Dieser Tag liegt vor dem Geburtsjahr.
fault-diagnosed_before_onset = Die Diagnose liegt vor den ersten Anzeichen.
fault-empty = Etwas ist leer, das es nicht sein darf.
fault-ended_before_start = Es endete, bevor es begann.
fault-forbidden_character = Ein Zeichen darin ist nicht erlaubt.
fault-gastrostomy_needed = Diese Form der Frage setzt eine Ernährungssonde voraus.
fault-given_outside_treatment = Es gibt Tage, an denen sie gegeben wurde, außerhalb dieser Zeit.
fault-identified_only = Das gibt es nur mit Namen.
fault-invalid_email = Das ist keine E-Mail-Adresse.
fault-invalid_subject_id = Das kann keine Kennung sein.
fault-invalid_value = Ein Wert darin ist nicht möglich.
fault-laboratory_only = Das gehört nur zu Werten aus dem Labor.
fault-lung_function_only = Das gehört nur zur Messung der Lunge.
fault-missing_member = Es fehlt etwas.
fault-not_in_circle = Diese Person ist nicht in Ihrem Kreis.
fault-not_in_trial = Die Nummer einer Studie gehört nur zu einer Studie.
fault-not_your_clinician = Diese Person behandelt Sie nicht.
fault-nothing_answered = Bitte beantworten Sie mindestens eine Frage.
fault-out_of_range = So ein Wert ist hier nicht möglich: Prüfen Sie Zahl und Einheit.
fault-own_address = Das ist Ihre eigene Adresse.
fault-password_too_common = Dieses Passwort ist zu verbreitet: Nehmen Sie zum Beispiel vier Wörter.
fault-password_too_long = Dieses Passwort ist zu lang.
fault-password_too_short = Dieses Passwort ist zu kurz: mindestens 15 Zeichen.
fault-respondent_not_possible = So kann hier nicht geantwortet worden sein.
fault-too_long = Das ist zu lang.
fault-trustee_not_possible = Diese Person kann nicht Vertrauensperson sein.
fault-unknown_columns = Die Tabelle braucht die Spalten email und subject_id.
fault-unknown_push_service = Dieser Browser meldet über einen Dienst, den wir nicht kennen.
fault-unknown_time_zone = Diese Zeitzone gibt es nicht.
fault-unknown_treatment = Diese Behandlung gibt es hier nicht.
fault-unreadable = Das lässt sich nicht lesen.
fault-wrong_number_of_cells = Eine Zeile hat nicht so viele Felder wie die erste.

## Treatments, and the team

treatments = Behandlungen und Nebenwirkungen
no-treatments = Noch ist nichts eingetragen.
it-ended = Das ist zu Ende
last-day = Letzter Tag
first-day = Tag
remove-record-says = { $name } zählt nicht mehr. Der Verlauf bewahrt es auf.
recorded-by-short = Eingetragen von { $name }.
record-added = Es ist eingetragen.
add-treatment = Eine Behandlung eintragen
add-side_effect = Eine Nebenwirkung eintragen
add-milestone = Einen Einschnitt eintragen
what-kind = Was ist es?
treatment-name = Name
dose = Dosis, wenn Sie möchten
in-your-words = In Ihren eigenen Worten
how-bad = Wie schlimm?
serious = Es war schwerwiegend
serious-hint = Es führte ins Krankenhaus, brachte in Gefahr oder schadete auf Dauer.
treatment-drug = Ein Medikament
treatment-cell_therapy = Zellen
treatment-rehabilitation = Rehabilitation
treatment-device = Ein Hilfsmittel
treatment-other = Etwas anderes
happening-headache = Kopfschmerzen
happening-fatigue = Müdigkeit
happening-fever = Fieber
happening-site_pain = Schmerzen an der Stelle der Gabe
happening-other = Etwas anderes
happening-gastrostomy = Ernährungssonde durch die Bauchdecke
happening-nasogastric_tube = Ernährungssonde durch die Nase
happening-niv_over_22_hours = Atemmaske mehr als 22 Stunden am Tag
happening-tracheostomy = Luftröhrenschnitt
happening-wheelchair = Rollstuhl
happening-speech_device = Sprechhilfe
severity-1 = leicht
severity-2 = mittel
severity-3 = schwer
severity-4 = lebensbedrohlich
severity-5 = tödlich
record-administration = Tag der Gabe
record-screening = Untersuchung vor Zellen
record-measurement = Messwert
for-the-team = Für das Team
we-looked = Wir haben es angesehen
seen-told = Die Patientin oder der Patient sieht, dass Sie es angesehen haben.
agreement = Wie weit die Einschätzungen übereinstimmen
agreement-pairs = Paare
agreement-mean-difference = Mittlerer Unterschied
agreement-limits = Übereinstimmungsgrenzen

## What the page and the emergency card say

emergency-card = Notfallkarte

### From here on it is the server that writes: the page is sent what stands above

## The emergency card

emergency-diagnosis = Diagnose
emergency-als = ALS (amyotrophe Lateralsklerose)
emergency-diagnosed-on = Bekannt seit { $day }, sagt die Patientin oder der Patient.
emergency-breathing = Atmung
emergency-breathing-4 = Kein Beatmungsgerät
emergency-breathing-3 = Zeitweise Maskenbeatmung (nichtinvasiv)
emergency-breathing-2 = Maskenbeatmung (nichtinvasiv) jede Nacht
emergency-breathing-1 = Maskenbeatmung (nichtinvasiv) Tag und Nacht
emergency-breathing-0 = Beatmung über einen Schlauch in der Luftröhre (invasiv)
emergency-tracheostomy = Luftröhrenschnitt (Tracheostoma) seit { $day }
emergency-mask = Beatmungsmaske mehr als 22 Stunden am Tag seit { $day }
emergency-swallowing = Schlucken
emergency-swallowing-4 = Isst wie gewohnt
emergency-swallowing-3 = Verschluckt sich manchmal
emergency-swallowing-2 = Braucht Essen und Trinken, das sich leichter schlucken lässt
emergency-swallowing-1 = Wird zum Teil über eine Sonde ernährt
emergency-swallowing-0 = Nimmt nichts über den Mund: Ernährung über Sonde oder Vene
emergency-tube = Ernährungssonde seit { $day }
emergency-tube-answered = Ernährungssonde, laut Antwort vom { $day }
emergency-patient-said = Eigene Angabe der Patientin oder des Patienten vom { $day }.
emergency-caregiver-saw = Wie eine betreuende Person es am { $day } sah.
emergency-clinician-saw = Wie eine Fachperson es am { $day } sah.
emergency-not-recorded = Es ist nichts eingetragen
emergency-words = In eigenen Worten
emergency-contacts = Bitte anrufen
emergency-warning = All das wurde an den genannten Tagen in einem Tagebuch angegeben. Niemand hat es geprüft, und es kann sich geändert haben: Was Sie vor sich sehen, zählt mehr. Es ist keine Krankenakte und sagt nichts voraus.
emergency-shown-on = Angezeigt am { $day }.
emergency-chosen-on = Was sie zeigt, wurde am { $day } gewählt.
emergency-gone = Diese Karte gilt nicht mehr, oder hier war nie eine. Fragen Sie die Person oder wer bei ihr ist.

## Moments

day-in-words = { $without_year ->
   *[other] { $day }. { $month } { $year }
}
day-and-time = { $day }. { $month } { $year } um { $time } Uhr (UTC)
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember

## Mails: no subject says anything about health, nor about a person

mail-hello = Guten Tag,
mail-sign-up =
    jemand, wahrscheinlich Sie, eröffnet mit dieser Adresse ein Konto. Um das abzuschließen,
    folgen Sie diesem Link:

    { $link }

    Oder geben Sie diesen Code in der App ein:

    Code: { $code }

    Sie haben 24 Stunden Zeit, es eilt also nicht. Wenn das nicht von Ihnen kommt, tun Sie
    nichts: Ohne Link oder Code wird es kein Konto geben.
    .subject = Ihr Code
mail-already-here =
    jemand, wahrscheinlich Sie, wollte mit dieser Adresse ein Konto eröffnen. Es gibt schon
    eines, und nichts hat sich geändert: Melden Sie sich mit dem Passwort an, das Sie haben.

    Wenn Sie es nicht waren, müssen Sie nichts tun.
    .subject = Sie haben schon ein Konto
mail-password-reset =
    jemand, wahrscheinlich Sie, hat um ein neues Passwort für Ihr Konto gebeten. Um eines zu
    wählen, folgen Sie diesem Link:

    { $link }

    Oder geben Sie diesen Code in der App ein:

    Code: { $code }

    Er gilt einmal, in den nächsten 30 Minuten; danach bitten Sie noch einmal darum. Wenn das
    nicht von Ihnen kommt, tun Sie nichts: Ihr Passwort bleibt, wie es ist.
    .subject = Ein neues Passwort
mail-activation =
    für Sie wurde ein Konto angelegt. Um das Passwort dafür zu wählen, folgen Sie diesem Link:

    { $link }

    Oder geben Sie diesen Code in der App ein:

    Code: { $code }

    Er gilt einmal, sieben Tage lang. Nach der ersten Anmeldung werden Sie nach einem zweiten
    Faktor gefragt; halten Sie Ihr Telefon bereit.

    Wenn Sie nicht wissen, worum es geht, tun Sie nichts: Ohne den Code kann niemand das Konto
    benutzen.
    .subject = Ihr Konto ist bereit
mail-password-changed =
    das Passwort Ihres Kontos wurde gerade geändert, und alle anderen Geräte wurden abgemeldet.

    Wenn Sie es nicht waren, schreiben Sie sofort an die Betreiber dieses Dienstes.
    .subject = Ihr Passwort wurde geändert
mail-key-used-twice =
    der Schlüssel, mit dem eines Ihrer Geräte angemeldet bleibt, wurde ein zweites Mal
    verwendet. Das kann heißen, dass ihn jemand kopiert hat; deshalb haben wir diese Sitzung
    beendet. Ihre anderen Geräte bleiben angemeldet, und nichts, was Sie geschrieben haben, ist
    verloren: Bitte melden Sie sich wieder an.

    Wenn das mehr als einmal geschieht, ändern Sie Ihr Passwort.
    .subject = Eines Ihrer Geräte wurde abgemeldet
mail-device-left =
    Sie haben sich auf einem Gerät mehr angemeldet, als ein Konto zugleich haben kann. Deshalb
    wurde das Gerät abgemeldet, das am längsten nicht benutzt wurde.

    Wenn nicht Sie sich angemeldet haben, ändern Sie Ihr Passwort.
    .subject = Eines Ihrer Geräte wurde abgemeldet
mail-new-device =
    jemand, wahrscheinlich Sie, hat sich auf einem neuen Gerät oder aus einem anderen Netz in
    Ihrem Konto angemeldet.

    Gerät: { $device }
    Netz: { $address }
    Wann: { $when }

    Wenn Sie es nicht waren, melden Sie dieses Gerät in der App ab, und ändern Sie Ihr Passwort.
    .subject = Ein neues Gerät hat sich angemeldet
mail-device-without-name = ohne Namen
mail-factor-added =
    von jetzt an braucht die Anmeldung in Ihrem Konto außer dem Passwort einen Code aus Ihrer
    App. Bewahren Sie die Wiederherstellungscodes auf, die Ihnen gezeigt wurden: Einer davon
    ersetzt die App, wenn Ihr Telefon verloren ist.

    Wenn Sie es nicht waren, schreiben Sie sofort an die Betreiber dieses Dienstes.
    .subject = Die Anmeldung braucht jetzt einen zweiten Schritt
mail-factor-removed =
    der zweite Schritt der Anmeldung wurde gerade von Ihrem Konto entfernt: Jetzt genügt das
    Passwort allein, und die Wiederherstellungscodes gelten nicht mehr.

    Wenn Sie es nicht waren, ändern Sie Ihr Passwort, und schalten Sie den zweiten Schritt
    wieder ein.
    .subject = Für die Anmeldung genügt jetzt das Passwort
mail-codes-removed =
    die Codes aus Ihrer App wurden gerade von Ihrem Konto entfernt. Sie melden sich mit einem
    Passkey an, oder mit dem Passwort und einem Ihrer Wiederherstellungscodes.

    Wenn Sie es nicht waren, ändern Sie Ihr Passwort, und schalten Sie die Codes wieder ein.
    .subject = Nach den Codes Ihrer App wird nicht mehr gefragt
mail-recovery-code-used =
    einer Ihrer Wiederherstellungscodes wurde gerade verwendet und gilt nicht mehr. Übrig: { $left }.
    Wenn Sie angemeldet sind, können Sie neue machen.

    Wenn Sie es nicht waren, ändern Sie sofort Ihr Passwort, und machen Sie neue Codes.
    .subject = Ein Wiederherstellungscode wurde verwendet
mail-recovery-codes-renewed =
    für Ihr Konto wurden gerade neue Wiederherstellungscodes gemacht. Die früheren gelten nicht
    mehr.

    Wenn Sie es nicht waren, ändern Sie sofort Ihr Passwort, und machen Sie neue Codes.
    .subject = Sie haben neue Wiederherstellungscodes
mail-reset-asked =
    den Betreibern dieses Dienstes wurde gesagt, dass Sie die zweiten Faktoren Ihres Kontos
    verloren haben. Sie werden am { $due } entfernt. Melden Sie sich danach mit Ihrem
    Passwort an, und richten Sie sofort einen zweiten Faktor ein.

    Wenn Sie nichts verloren haben, melden Sie sich an, brechen Sie es ab, und schreiben Sie
    sofort an die Betreiber dieses Dienstes.
    .subject = Ihre zweiten Faktoren werden entfernt
mail-reset-cancelled =
    die zweiten Faktoren Ihres Kontos werden nicht entfernt: Alles bleibt, wie es ist.
    .subject = Ihre zweiten Faktoren bleiben
mail-factors-reset =
    die zweiten Faktoren Ihres Kontos wurden gerade entfernt, und alle Geräte wurden abgemeldet.
    Melden Sie sich mit Ihrem Passwort an, und richten Sie sofort einen zweiten Faktor ein:
    Vorher ist nichts anderes möglich.

    Wenn Sie nichts verloren haben, schreiben Sie sofort an die Betreiber dieses Dienstes.
    .subject = Ihre zweiten Faktoren wurden entfernt
mail-passkey-added =
    von jetzt an können Sie sich mit diesem Passkey in Ihrem Konto anmelden:

    { $name }

    Wenn Sie es nicht waren, melden Sie sich an, entfernen Sie ihn, und ändern Sie sofort Ihr
    Passwort.
    .subject = Ihr Konto hat einen neuen Passkey
mail-passkey-removed =
    dieser Passkey wurde gerade von Ihrem Konto entfernt und meldet niemanden mehr an:

    { $name }

    Wenn Sie es nicht waren, ändern Sie sofort Ihr Passwort, und sehen Sie nach, welche Geräte
    angemeldet sind.
    .subject = Ein Passkey wurde von Ihrem Konto entfernt
mail-invitation =
    { $name } teilt ein Tagebuch mit Ihnen. Sobald Sie annehmen, können Sie
    { $allows }.

    Melden Sie sich mit dieser Adresse an, oder eröffnen Sie erst ein Konto mit ihr, und geben
    Sie diesen Code ein:

    Code: { $code }

    Oder folgen Sie diesem Link, der denselben Code enthält:

    { $link }

    Der Code gilt einmal, nur für Sie, bis zum { $ends }.
    Wenn Sie nicht möchten, tun Sie nichts: Niemand erfährt davon. Um nie wieder eine Einladung
    zu bekommen, von niemandem:

    { $never }
    .subject = Sie sind eingeladen
you-can-summary = sehen, wie sich die Einschätzungen entwickeln, ohne einzelne Antworten und Notizen
you-can-read = jeden Eintrag mit seinen Notizen lesen und sehen, wie sich die Einschätzungen entwickeln
you-can-write = alles lesen und für die erkrankte Person eintragen
mail-enrolment =
    { $site } bittet darum, das Tagebuch zu sehen, das Sie führen oder führen werden. Sobald Sie
    annehmen, sieht das Team dort, was Sie eintragen. Sie wählen, ob es auch Ihre Notizen und
    die Angaben über Sie sieht, und ob Ihre Einschätzungen ohne Ihren Namen in die Forschung
    gehen. Sie können das jederzeit ändern oder beenden.

    Melden Sie sich mit dieser Adresse an, oder eröffnen Sie erst ein Konto mit ihr, und geben
    Sie diesen Code ein:

    Code: { $code }

    Oder folgen Sie diesem Link, der denselben Code enthält:

    { $link }

    Der Code gilt einmal, nur für Sie, bis zum { $ends }.
    Wenn Sie nicht möchten, tun Sie nichts: Niemand erfährt davon. Um nie wieder eine Einladung
    zu bekommen, von niemandem:

    { $never }
    .subject = Sie sind eingeladen
mail-works-here =
    von jetzt an arbeiten Sie für { $site }. Melden Sie sich mit dieser Adresse an, um zu sehen,
    was für Sie da ist. Wenn das ein Irrtum ist, sagen Sie es denen, die Sie hinzugefügt haben.
    .subject = Sie wurden zu einer Klinik hinzugefügt
mail-coordinates =
    eine Patientin oder ein Patient Ihrer Klinik hat Sie gewählt, um die Versorgung zu
    koordinieren. Melden Sie sich an, um zu sehen, wer es ist: Die Liste Ihrer Klinik sagt es.
    Das kann jederzeit geändert werden.
    .subject = Sie wurden gewählt
mail-cannot-work-here =
    { $site } wollte Sie dort mit dieser Adresse arbeiten lassen. Sie hat hier schon ein Konto
    anderer Art, und ein Konto ist nur von einer Art: Nennen Sie eine andere Adresse, wenn Sie
    dort arbeiten. Nichts hat sich geändert, und dort wurde nichts davon gesagt.
    .subject = Sie sollten in einer Klinik arbeiten
mail-closure-asked =
    { $who }, handelt für Sie und bittet darum, Ihr Tagebuch zu schließen, am
    { $from }. Niemand würde mehr etwas eintragen; nichts wird gelöscht.

    Wenn Sie das nicht möchten, sagen Sie hier Nein, ohne Anmeldung. Das öffnet Ihr Tagebuch
    wieder, und niemand handelt mehr für Sie:

    { $link }

    Sie können jederzeit Nein sagen, auch später.
    .subject = Ihr Tagebuch soll geschlossen werden
mail-circle-closes =
    eine Person, die { $name } gewählt hat, bittet darum, das Tagebuch zu schließen, das { $name }
    mit Ihnen teilt, am { $from }. Niemand würde mehr etwas eintragen; was Sie sehen
    können, bleibt, wie es ist.

    Wenn Ihnen das falsch vorkommt, sprechen Sie mit { $name }.
    .subject = Über ein Tagebuch, das Sie teilen
mail-closure-ended =
    die Person, die für Sie handelt, bittet nicht mehr darum, Ihr Tagebuch zu schließen: Es ist
    offen, und alles ist wie vorher.
    .subject = Ihr Tagebuch ist offen
mail-circle-opens =
    das Tagebuch, das { $name } mit Ihnen teilt, ist nicht geschlossen: Alles ist wie vorher.
    .subject = Über ein Tagebuch, das Sie teilen
mail-are-you-there =
    Sie haben Ihr Konto seit { $months } Monaten nicht benutzt. Es geschieht nichts damit, und
    nichts wird gelöscht.

    Wenn Sie weitermachen, melden Sie sich einmal an. Wenn Sie es nicht mehr möchten, melden Sie
    sich an und bitten Sie darum, es zu löschen. Wenn Sie Hilfe brauchen, kann auch jemand darum
    bitten, den Sie hineingelassen haben, wenn Sie diese Person wählen.
    .subject = Ihr Konto war lange still
mail-somebody-quiet =
    { $name } hat Sie gewählt und das Konto seit { $months } Monaten nicht benutzt. Es geschieht
    nichts damit, und nichts wird gelöscht.

    Wenn { $name } nicht weitermachen kann, können Sie in der App darum bitten, sich um das
    Tagebuch zu kümmern, und es dann schließen. Sonst genügt es, wenn { $name } sich einmal
    anmeldet.
    .subject = Jemand war lange still
mail-you-chose =
    Sie haben gewählt, wer für Sie handeln darf, falls Sie das einmal möchten oder brauchen:

    { $who }.

    Jetzt ändert sich nichts. Diese Person muss zuerst darum bitten; dann erfahren Sie es und
    haben Zeit, Nein zu sagen. Sie können jederzeit jemand anderen wählen oder niemanden.

    Wenn nicht Sie gewählt haben, melden Sie sich an, nehmen Sie es zurück, und ändern Sie Ihr
    Passwort.
    .subject = Sie haben gewählt, wer für Sie handelt
mail-you-were-chosen =
    { $name } teilt ein Tagebuch mit Ihnen und hat Sie gewählt, sich darum zu kümmern, falls das
    einmal gewünscht oder nötig ist.

    Jetzt ändert sich nichts, und Sie müssen nichts tun. Wenn es so weit ist, bitten Sie in der
    App darum. Wenn Sie lieber nicht möchten, können Sie dort ablehnen.
    .subject = Jemand vertraut Ihnen
mail-trustee-asks =
    { $who }, bittet darum, für Sie zu handeln, ab dem
    { $from }. Sie haben diese Person dafür gewählt.

    Diese Person könnte dann mit Ihrem Tagebuch und Ihrem Kreis tun, was Sie tun können. Ihr
    Konto, Ihr Passwort und wer gewählt ist, bleiben allein bei Ihnen.

    Wenn Sie das möchten, tun Sie nichts. Wenn nicht, sagen Sie hier Nein, ohne Anmeldung:

    { $link }

    Sie können jederzeit Nein sagen, auch später, mit diesem Link oder in der App.
    .subject = Jemand bittet darum, für Sie zu handeln
mail-trustee-soon =
    { $who }, handelt für Sie ab dem
    { $from }. Sie haben diese Person gewählt, und sie hat darum gebeten.

    Wenn Sie das möchten, tun Sie nichts. Wenn nicht, sagen Sie hier Nein, ohne Anmeldung:

    { $link }
    .subject = Bald handelt jemand für Sie
mail-trustee-acts =
    { $who }, handelt von jetzt an für Sie. Sie haben diese Person gewählt.

    Sie können weiter alles selbst tun und alles sehen, was diese Person tut. Sie können es
    jederzeit beenden, in der App oder hier, ohne Anmeldung:

    { $link }
    .subject = Jetzt handelt jemand für Sie
mail-nobody-acts =
    wie Sie es wollten, handelt niemand für Sie. Wen Sie gewählt haben, kann nicht wieder darum
    bitten vor dem { $from }; Sie können auch jemand anderen wählen oder niemanden.

    Wenn Sie es nicht wollten, können Sie die Person in der App neu wählen.
    .subject = Niemand handelt für Sie
    .others =
    Wer hineingelassen wurde, während diese Person für Sie handelte, ist noch in Ihrem Kreis:

    - { $names }

    Um alle zu entfernen, ohne Anmeldung:

    { $link }&others
mail-circle-asked =
    eine Person, die { $name } gewählt hat, bittet darum, sich um das Tagebuch zu kümmern, das
    { $name } mit Ihnen teilt, ab dem { $from }. { $name } kann Nein sagen, dann und später.

    Was Sie sehen können, bleibt, wie es ist. Wenn Ihnen das falsch vorkommt, sprechen Sie mit
    { $name }.
    .subject = Über ein Tagebuch, das Sie teilen
mail-circle-acts =
    eine Person, die { $name } gewählt hat, kümmert sich von jetzt an um das Tagebuch, das
    { $name } mit Ihnen teilt, zusammen mit { $name }.

    Was Sie sehen können, bleibt, wie es ist. Wenn Ihnen das falsch vorkommt, sprechen Sie mit
    { $name }.
    .subject = Über ein Tagebuch, das Sie teilen
mail-circle-changed =
    { $name } handelt für Sie und hat geändert, wer Ihr Tagebuch öffnen darf oder Ihre Versorgung
    koordiniert, oder jemanden eingeladen. Was es war, steht in der App unter „Wer es geöffnet hat“.

    Sie können es zurück ändern, und jederzeit beenden, dass diese Person für Sie handelt.
    .subject = Ihr Kreis wurde geändert
mail-erasure-asked =
    jemand, wahrscheinlich Sie, hat darum gebeten, Ihr Konto zu löschen und alles, was Sie
    geschrieben haben. Das geschieht am { $due }.

    Bis dahin geht alles wie vorher, und Sie können es sich anders überlegen: Melden Sie sich an,
    und behalten Sie das Konto. Danach kann es niemand zurückholen.

    Wenn Sie es nicht waren, melden Sie sich an, behalten Sie das Konto, und ändern Sie Ihr
    Passwort.

    Das bleibt danach:

    { $stays }
    .subject = Ihr Konto wird gelöscht
mail-erasure-taken-back =
    Ihr Konto wird nicht gelöscht: Alles bleibt, wie es ist.
    .subject = Ihr Konto bleibt
mail-erased =
    wie Sie es wollten, wurde Ihr Konto gelöscht, mit allem, was Sie geschrieben haben. In
    Sicherungen von vorher bleibt es, bis sie überschrieben werden; wird eine davon
    zurückgespielt, vergisst sie Sie wieder. Das ist die letzte Mail, die wir Ihnen schicken.
    .subject = Ihr Konto wurde gelöscht
mail-reminder-week =
    Sie wollten einmal in der Woche erinnert werden: Diese ist noch offen.

    Öffnen Sie die App, um es zu sehen. Dort können Sie auch wählen, wann Sie erinnert werden,
    eine Pause machen oder es ausschalten.
    .subject = Ihre Erinnerung
mail-reminder-week-and-more =
    Sie wollten einmal in der Woche erinnert werden: Diese ist noch offen. Noch etwas, woran Sie
    erinnert werden wollten, ist auch da.

    Öffnen Sie die App, um es zu sehen. Dort können Sie auch wählen, wann Sie erinnert werden,
    eine Pause machen oder es ausschalten.
    .subject = Ihre Erinnerung
mail-reminder =
    Sie wollten an etwas erinnert werden: Es ist so weit.

    Öffnen Sie die App, um es zu sehen. Dort können Sie auch wählen, wann Sie erinnert werden,
    eine Pause machen oder es ausschalten.
    .subject = Ihre Erinnerung
mail-alert =
    in einem Tagebuch, dem Sie folgen, gibt es etwas Neues. Öffnen Sie die App, um es zu sehen
    und um zu sagen, dass Sie sich darum kümmern: Die anderen, die dem Tagebuch folgen, wissen
    es dann.

    In der App wählen Sie auch, was Ihnen gesagt wird, und auf welchen Wegen.
    .subject = Es gibt Neues in einem Tagebuch, dem Sie folgen

## What a lock screen shows

push-title = Tagebuch
push-body = Es gibt etwas für Sie.

## What people are to the patient, as the patient reads it

your-self = Sie selbst
your-spouse = mit Ihnen verheiratet
your-wife = Ihre Ehefrau
your-husband = Ihr Ehemann
your-partner = mit Ihnen in Partnerschaft
your-parent = ein Elternteil von Ihnen
your-mother = Ihre Mutter
your-father = Ihr Vater
your-child = Ihr Kind
your-daughter = Ihre Tochter
your-son = Ihr Sohn
your-sibling = Ihr Bruder oder Ihre Schwester
your-sister = Ihre Schwester
your-brother = Ihr Bruder
your-grandchild = Ihr Enkelkind
your-relative = mit Ihnen verwandt
your-friend = mit Ihnen befreundet
your-neighbour = aus Ihrer Nachbarschaft
your-caregiver = eine Person, die Ihnen hilft
your-nurse = eine Pflegefachperson von Ihnen
your-therapist = Ihre Therapeutin oder Ihr Therapeut
your-doctor = Ihre Ärztin oder Ihr Arzt
your-clinician = aus Ihrer Klinik
your-guest = mit einem Link für eine Woche
your-other = von Ihnen hineingelassen

## What goes when a person is erased, and what stays

goes-name = Ihr Name, Ihre Adresse, Ihr Passwort und alle angemeldeten Geräte.
goes-diary = Ihr Tagebuch mit seinem Verlauf, Ihre Notizen, und wer hineingelassen war.
goes-circle = Ihr Platz in den Kreisen anderer, und die Einladungen an Sie.
stays-audit = Dass etwas getan wurde, wann und von welcher Kontonummer, ohne Namen: Es beweist, dass niemand die Aufzeichnungen verfälscht hat.
    .basis = DSGVO, Artikel 17 Absatz 3 Buchstaben b und e: Aufzeichnungen, die das Gesetz verlangt, und Rechtsansprüche
    .until = bis die Aufbewahrungszeit vorbei ist
stays-consents = Womit Sie einverstanden waren und wann, unter einer Kontonummer ohne Namen: Es beweist, dass Ihre Daten so verwendet wurden, wie Sie es wollten.
    .basis = DSGVO, Artikel 7 Absatz 1 mit 17 Absatz 3 Buchstaben b und e: Eine Einwilligung muss nachgewiesen werden
    .until = solange es diesen Dienst gibt
stays-others = Was Sie im Tagebuch einer anderen Person eingetragen haben: Es gehört ihr, und als Autor steht dort „former caregiver“.
    .basis = DSGVO, Artikel 9 Absatz 2 Buchstabe a: die Einwilligung der Person, der das Tagebuch gehört
    .until = bis die Person, der das Tagebuch gehört, es entfernt oder löscht
stays-journal = Ihre Kontonummer in der Liste der Gelöschten: Eine Sicherung, die zurückgespielt wird, vergisst Sie wieder.
    .basis = DSGVO, Artikel 17 Absatz 1 mit 5 Absatz 2: Eine Löschung muss Bestand haben und nachgewiesen werden
    .until = solange es diesen Dienst gibt
stays-backups = Sicherungen von vorher: Mit den Schlüsseln des Dienstes sind sie noch lesbar, bis sie überschrieben werden. Wird eine davon zurückgespielt, vergisst sie Sie wieder, bevor jemand sie benutzen kann.
    .basis = DSGVO, Artikel 32 Absatz 1 Buchstabe c: Was da ist, muss nach einem Ausfall wiederhergestellt werden
    .until = bis sie überschrieben werden

## The access log: what was done, after who did it
log-line = { $who }: { $did }.
log-line-week = { $who }: { $did } ({ $week }).
log-line-site = { $who }: { $did } ({ $site }).
log-who-you = Sie
log-who-program = { $name }, ein Programm von { $site }
log-who-clinician = { $name }, aus dem Team von { $site }
log-who-member = { $name }, { $relation }
log-who-gone = Jemand, dessen Konto es nicht mehr gibt
log-who-card = Jemand, der Ihre Notfallkarte hat
log-who-guest = Jemand ohne Konto, mit einem Link für eine Woche
log-who-somebody = Jemand
log-did-looked = nach etwas gesucht, was Sie nicht teilen, und nichts gezeigt bekommen
log-did-something = etwas getan
log-account =
    .confirmed = Konto eröffnet
    .changed = Name, Zeitzone oder Sprache des Kontos geändert
    .reminders_changed = geändert, woran Sie erinnert werden
    .password_changed = Passwort geändert
    .staff_added = ein Konto bekommen, um hier zu arbeiten
    .password_reset_asked = um ein neues Passwort per Mail gebeten
    .password_reset = mit dem gemailten Code ein neues Passwort gewählt
    .factor_added = einen zweiten Faktor hinzugefügt
    .factor_removed = einen zweiten Faktor entfernt
    .factor_reset_asked = alle zweiten Faktoren verloren; der Betreiber hat verlangt, sie zu entfernen
    .factor_reset_cancelled = verhindert, dass zweite Faktoren entfernt werden
    .factors_reset = die zweiten Faktoren verloren, die der Betreiber entfernt hat
    .disabled = vom Betreiber aus dem Konto ausgesperrt
    .enabled = vom Betreiber wieder in das Konto gelassen
    .recovery_code_used = einen Wiederherstellungscode verwendet
    .recovery_codes_renewed = neue Wiederherstellungscodes gemacht
    .exported = eine Kopie von allem bekommen, was von Ihnen bekannt ist
    .erasure_asked = darum gebeten, gelöscht zu werden
    .erasure_taken_back = das Konto doch behalten
    .erased = gelöscht
log-consent =
    .given = in etwas eingewilligt
    .withdrawn = eine Einwilligung zurückgenommen
log-session =
    .opened = angemeldet
    .refused = Anmeldung mit Ihrer Adresse versucht und abgewiesen
    .stepped_up = noch einmal nachgewiesen, wer da ist
    .second_factor_refused = einen falschen zweiten Faktor angegeben und abgewiesen
    .ended = abgemeldet, oder ein Gerät abgemeldet
    .reuse_detected = einen alten Schlüssel eines Ihrer Geräte verwendet, das deshalb abgemeldet wurde
log-patient =
    .changed = Angaben über Sie geändert
    .synced = das Tagebuch auf einem Gerät auf den neuesten Stand gebracht
    .read = Ihr Tagebuch geöffnet
    .listed = Ihren letzten Gesamtwert in der Liste der Tagebücher gesehen
    .seen = für Ihr Team Ihre Wochen angesehen
log-entry =
    .recorded = eine Woche eingetragen
    .revised = eine Woche korrigiert
    .voided = eine Woche entfernt
log-treatment =
    .recorded = eine Behandlung eingetragen
    .revised = eine Behandlung korrigiert
    .voided = eine Behandlung entfernt
log-administration =
    .recorded = einen Tag eingetragen, an dem eine Behandlung gegeben wurde
    .revised = einen Tag korrigiert, an dem eine Behandlung gegeben wurde
    .voided = einen Tag entfernt, an dem eine Behandlung gegeben wurde
log-screening =
    .recorded = eine Untersuchung vor einer Zelltherapie eingetragen
    .revised = eine Untersuchung vor einer Zelltherapie korrigiert
    .voided = eine Untersuchung vor einer Zelltherapie entfernt
log-side_effect =
    .recorded = eine Nebenwirkung eingetragen
    .revised = eine Nebenwirkung korrigiert
    .voided = eine Nebenwirkung entfernt
log-measurement =
    .recorded = einen Messwert eingetragen
    .revised = einen Messwert korrigiert
    .voided = einen Messwert entfernt
log-milestone =
    .recorded = einen Einschnitt eingetragen
    .revised = einen Einschnitt korrigiert
    .voided = einen Einschnitt entfernt
log-clinic_rating =
    .recorded = eine Einschätzung der Klinik eingetragen
    .revised = eine Einschätzung der Klinik korrigiert
    .voided = eine Einschätzung der Klinik entfernt
log-flag =
    .known = zu etwas, was Ihr Team wissen sollte, gesagt: Wir wissen davon
log-alerts =
    .chosen = gewählt, was über Ihr Tagebuch gesagt werden soll
    .muted = ausgeschaltet, dass jemandem etwas über Ihr Tagebuch gesagt wird
    .unmuted = wieder eingeschaltet, dass jemandem etwas über Ihr Tagebuch gesagt wird
log-alert =
    .sent = Nachricht bekommen, dass es in Ihrem Tagebuch etwas Neues gibt
    .acknowledged = gesagt, sich um etwas Neues in Ihrem Tagebuch zu kümmern
log-circle =
    .invited = jemanden in Ihren Kreis eingeladen
    .invitation_revoked = eine Einladung zurückgenommen
    .joined = in Ihren Kreis gekommen
    .level_changed = geändert, wie weit jemand hineingelassen ist
    .left = einen Platz in Ihrem Kreis beendet
log-guest =
    .link_made = einen Link gemacht, mit dem jemand ohne Konto eine Woche eintragen kann
    .link_revoked = einen Link für eine Woche zurückgenommen
    .link_opened = einen Link für eine Woche geöffnet
log-card =
    .chosen = gewählt, was Ihre Notfallkarte zeigt
    .revoked = Ihre Notfallkarte zurückgenommen
    .opened = die Karte geöffnet
log-trustee =
    .named = gewählt, wer für Sie handelt, wenn Sie das möchten oder brauchen
    .forgotten = beendet, dass jemand gewählt ist, für Sie zu handeln
    .asked = darum gebeten, für Sie zu handeln
    .acts = handelt von jetzt an für Sie
    .refused = gesagt, dass niemand für Sie handelt
    .refused_by_link = dem Link in Ihrer Mail gefolgt und gesagt, dass niemand für Sie handelt
    .stepped_back = die Bitte, für Sie zu handeln, zurückgenommen, oder damit aufgehört
log-closure =
    .asked = darum gebeten, Ihr Tagebuch zu schließen
    .taken_back = Ihr Tagebuch offen gehalten oder wieder geöffnet
log-silence =
    .told = Nachricht bekommen, dass Ihr Konto lange still war
log-trend =
    .read = Ihren Verlauf geöffnet
log-entries =
    .read = Ihre Einträge gelesen
log-history =
    .read = gelesen, was Ihre Einträge früher sagten
log-treatments =
    .read = über Ihre Behandlungen und Nebenwirkungen gelesen
log-access =
    .refused = nach Ihrem Tagebuch gefragt, das nicht geteilt ist, und nichts gezeigt bekommen
log-site =
    .made = eine Klinik angelegt
    .staff_added = jemanden in einer Klinik arbeiten lassen
    .staff_refused = jemanden in einer Klinik arbeiten lassen wollen, mit der Adresse von jemand anderem
    .staff_removed = beendet, dass jemand in einer Klinik arbeitet
    .invited = jemanden in eine Klinik eingeladen
    .invitation_revoked = eine solche Einladung zurückgenommen
    .roster_read = gelesen, wer zu einer Klinik gehört
log-enrolment =
    .accepted = eine Klinik Ihr Tagebuch sehen lassen
    .changed = geändert, was eine Klinik sieht
    .ended = eine Klinik verlassen, die nichts mehr von Ihrem Tagebuch sieht
log-coordinator =
    .named = gewählt, wer in einer Klinik Ihre Versorgung koordiniert
    .ended = beendet, dass jemand in einer Klinik Ihre Versorgung koordiniert
log-cohort =
    .read = Sie in der Liste der Klinik gesehen
log-client =
    .added = ein Programm einer Klinik hineingelassen
    .removed = ein Programm einer Klinik entfernt
    .token = als Programm einer Klinik angemeldet
log-export =
    .asked = um die Daten einer Klinik gebeten
    .made = die Daten einer Klinik als Dateien bekommen
    .fetched = eine Datei mit den Daten einer Klinik geholt
    .deleted = Dateien mit den Daten einer Klinik gelöscht
    .without_name = Ihre Einschätzungen in einem Export ohne Namen mitgenommen
    .by_name = Ihre Einschätzungen in einem Export mitgenommen, der sagt, von wem sie sind
log-retention =
    .run = vergessen, was zu Ende war
log-audit =
    .exported = exportiert, was über alles Getane aufgeschrieben ist
    .cut = Altes aus dem Protokoll gelöscht

## The clinic

cohort-counts = Hier werden behandelte Menschen gezählt, nicht die Wirkung einer Behandlung: Gruppen unterscheiden sich in mehr als der Behandlung; wer sie gewählt und ein Tagebuch geführt hat, unterscheidet sich von denen, die das nicht getan haben; und ein Rückgang, der vorher schnell ist, ist nachher von Natur aus langsamer. Vergleichen Sie jeden Anteil und sein Intervall mit dem Anteil der Menschen ohne die Behandlung daneben.

## What the weeks add up to: a code is the name of a text, and its members are what that is made of

sentence-days = { $days ->
    [one] am { $first_day }
   *[more] zwischen dem { $first_day } und dem { $last_day }
}
sentence-ratings = { $ratings ->
    [one] 1 Einschätzung
   *[other] { $ratings } Einschätzungen
}
sentence-stretch = { $side ->
    [before] vor dem Beginn, { sentence-days } ({ sentence-ratings }),
    [after] nach dem Beginn, { sentence-days } ({ sentence-ratings }),
   *[none] { sentence-days } ({ sentence-ratings })
}
sentence-score = { $score ->
    [bulbar] der Wert für Sprechen, Speichel und Schlucken
    [fine_motor] der Wert für Schreiben, Schneiden von Essen und Ankleiden
    [gross_motor] der Wert für Umdrehen im Bett, Gehen und Treppen
    [respiratory] der Wert für die Atmung
   *[total] der Gesamtwert
}
sentence-of-score = { $score ->
    [bulbar] des Werts für Sprechen, Speichel und Schlucken
    [fine_motor] des Werts für Schreiben, Schneiden von Essen und Ankleiden
    [gross_motor] des Werts für Umdrehen im Bett, Gehen und Treppen
    [respiratory] des Werts für die Atmung
   *[total] des Gesamtwerts
}
sentence-item-speech = Sprechen
sentence-item-salivation = Speichel
sentence-item-swallowing = Schlucken
sentence-item-handwriting = Schreiben mit der Hand
sentence-item-cutting = Schneiden von Essen
sentence-item-dressing = Ankleiden und Waschen
sentence-item-turning = Umdrehen im Bett
sentence-item-walking = Gehen
sentence-item-stairs = Treppensteigen
sentence-item-dyspnea = Atemnot
sentence-item-orthopnea = Atmen im Liegen
sentence-item-respiratory_insufficiency = Atemunterstützung
sentence-and = { $most } und { $last }
sentence-nothing_recorded_yet = Noch ist nichts eingetragen.
sentence-last_rating = Die letzte Einschätzung war am { $last_day }, vor { $days_ago ->
    [one] 1 Tag
   *[other] { $days_ago } Tagen
}{ $rater ->
    [caregiver_proxy_by_you] , durch Sie.
    [caregiver_proxy] , durch eine betreuende Person.
    [caregiver_proxy_you] , durch eine betreuende Person.
    [clinician_in_person] , durch die Klinik.
    [clinician_phone] , durch die Klinik am Telefon.
   *[self] .
}
sentence-nothing_recorded = { sentence-days } wurde nichts eingetragen.
sentence-always_skipped = { sentence-days } ({ sentence-ratings }) gibt es keinen Gesamtwert, weil { $count ->
    [one] eine Frage
   *[other] { $count } Fragen
} jedes Mal offen blieb{ $count ->
    [one] {""}
   *[other] en
}: { $items }.
sentence-no_total = { $ratings ->
    [one] Die Einschätzung { sentence-days } lässt eine Frage offen und hat deshalb keinen Gesamtwert (1 Einschätzung).
   *[other] { sentence-days } ({ $ratings } Einschätzungen) gibt es keinen Gesamtwert, weil jede mindestens eine Frage offen lässt.
}
sentence-ends = { $ends ->
    [none] {""}
    [near] {" "}um weniger als 1 Punkt (nahe { $from } von { $of })
   *[both] {" "}von etwa { $from } auf etwa { $to } von { $of }
}
sentence-set-apart = den Wechsel bei den Antwortenden oder bei der Form nicht mitgerechnet
sentence-about = { $pace ->
    [small] im Monat um weniger als { $finest } Punkte
   *[told] { sentence-about-points }
}
sentence-about-points = im Monat um etwa { $points ->
    [one] { $points } Punkt
   *[other] { $points } Punkte
}
sentence-likely = { $likely ->
    [none] {""}
    [most] {" "}(wahrscheinlich um höchstens { $faster })
    [between] {" "}(wahrscheinlich zwischen { $slower } und { $faster })
   *[within] {" "}(wahrscheinlich auf { $finest } genau)
}
sentence-pace = { $pace ->
    [none] {""}
   *[told] { sentence-pace-told }
}
sentence-pace-told = { $ends ->
    [none] , { sentence-about }{ sentence-likely }, { sentence-set-apart }
   *[both] , { sentence-about }{ sentence-likely }
}
sentence-fell = { sentence-stretch } ist { sentence-score }{ sentence-ends } gefallen{ sentence-pace }.
sentence-rose = { sentence-stretch } ist { sentence-score }{ sentence-ends } gestiegen{ sentence-pace }.
sentence-no_clear_change = { sentence-stretch } zeigt { sentence-score } keine klare Änderung{ sentence-two-ends }.{ sentence-possible }
sentence-two-ends = { $ends ->
    [none] , { sentence-set-apart }
    [near] : etwa { $from } von { $of } am Anfang und am Ende
   *[both] : etwa { $from } von { $of } am Anfang, etwa { $to } am Ende
}
sentence-possible = { $possible ->
    [untold] {""}
    [none] {" "}Jede Änderung ist kleiner als { $finest } Punkte im Monat.
    [fall] {" "}{ sentence-possible-fall }
    [rise] {" "}{ sentence-possible-rise }
   *[both] {" "}{ sentence-possible-both }
}
sentence-possible-fall = Das kann keine Änderung sein, oder ein Rückgang um bis zu { $fall ->
    [one] { $fall } Punkt
   *[other] { $fall } Punkte
} im Monat.
sentence-possible-rise = Das kann keine Änderung sein, oder ein Anstieg um bis zu { $rise ->
    [one] { $rise } Punkt
   *[other] { $rise } Punkte
} im Monat.
sentence-possible-both = Das kann keine Änderung sein, ein Rückgang um bis zu { $fall ->
    [one] { $fall } Punkt
   *[other] { $fall } Punkte
} im Monat oder ein Anstieg um bis zu { $rise ->
    [one] { $rise } Punkt
   *[other] { $rise } Punkte
} im Monat.
sentence-always_the_same = { sentence-stretch } war { sentence-score } jedes Mal { $ends ->
    [none] gleich, { sentence-set-apart }
   *[near] { $from } von { $of }
}.
sentence-went = { $ends ->
    [none] { sentence-stretch } wurde { sentence-score } eingeschätzt.
   *[both] { sentence-stretch } war { sentence-score } am Anfang { $from } von { $of } und am Ende { $to }.
}
sentence-on_a_line = { sentence-went } Wie sicher ein Tempo wäre, lässt sich aus diesen Einschätzungen nicht sagen.
sentence-too_few = { sentence-went } Das ist zu wenig, um eine Änderung vom Auf und Ab zu unterscheiden.
sentence-one_rating = { $ends ->
    [none] { sentence-one_rating-rated }
   *[both] { sentence-one_rating-scored }
}
sentence-one_rating-scored = { sentence-score } war am { $first_day }{ $side ->
    [before] , vor dem Beginn,
    [after] , nach dem Beginn,
   *[none] {""}
} { $from } von { $of } (1 Einschätzung).
sentence-one_rating-rated = { sentence-score } wurde am { $first_day }{ $side ->
    [before] , vor dem Beginn,
    [after] , nach dem Beginn,
   *[none] {""}
} eingeschätzt (1 Einschätzung).
sentence-too_few_to_compare = { $days ->
    [none] Es endete, bevor es danach Tage zum Ansehen gab.
   *[more] { sentence-too_few_to_compare-rated }
}
sentence-too_few_to_compare-rated = { $side ->
    [before] vor dem Beginn,
   *[after] nach dem Beginn,
} { sentence-days }, { $ratings ->
    [0] hat keine Einschätzung einen Gesamtwert.
    [one] hat 1 Einschätzung einen Gesamtwert: zu wenig für einen Vergleich.
   *[other] haben { $ratings } Einschätzungen einen Gesamtwert: zu wenig für einen Vergleich.
}
sentence-look_longer = Ein Verlauf braucht Einschätzungen über 12 Wochen: Um einen zu sehen, sehen Sie sich { $weeks } Wochen oder mehr an.
sentence-takes = { $side ->
    [none] { sentence-takes-trend }
   *[after] { sentence-takes-comparison }
}{ sentence-takes-day }.
sentence-takes-trend = Ein Verlauf{ $score ->
    [total] {" "}des Gesamtwerts
   *[none] {""}
} braucht noch { $more_ratings ->
    [one] 1 Einschätzung
   *[other] { $more_ratings } Einschätzungen
}{ $score ->
    [total] {" "}mit allen zwölf Antworten
   *[none] {""}
}
sentence-takes-comparison = Ein Vergleich{ $score ->
    [total] {" "}des Gesamtwerts
   *[none] {""}
} braucht noch { $more_ratings ->
    [one] 1 Einschätzung
   *[other] { $more_ratings } Einschätzungen
}{ $score ->
    [total] {" "}mit allen zwölf Antworten
   *[none] {""}
}
sentence-takes-day = { $not_before ->
    [none] {""}
   *[day] , { sentence-takes-from }
}
sentence-takes-from = { $more_ratings ->
    [one] am { $not_before } oder später
   *[other] eine davon am { $not_before } oder später
}
sentence-takes_in_all = Ein Verlauf{ $score ->
    [total] {" "}des Gesamtwerts
   *[none] {""}
} braucht { $ratings } Einschätzungen{ $score ->
    [total] {" "}mit allen zwölf Antworten
   *[none] {""}
} über { $weeks } Wochen oder mehr.
sentence-step = { $for_good ->
    [yes] vom { $since } an: { sentence-ways }; { sentence-seen }.
   *[no] zeitweise, zuerst am { $since }: { sentence-ways }; { sentence-seen }.
}
sentence-ways = { $rater ->
    [none] { sentence-asked }
   *[new] { sentence-ways-rated }
}
sentence-ways-rated = { $tube ->
    [none] { sentence-rated }
   *[asked] { sentence-rated }; { sentence-asked }
}
sentence-rated = { $rater ->
    [self] { $name } hat allein geantwortet
    [self_you] Sie haben allein geantwortet
    [self_with_help] { $name } hat mit Hilfe geantwortet
    [self_with_help_by_you] { $name } hat mit Ihrer Hilfe geantwortet
    [self_with_help_you] Sie haben mit Hilfe einer anderen Person geantwortet
    [caregiver_proxy] eine betreuende Person hat für { $name } geantwortet, nach dem, was sie sieht
    [caregiver_proxy_by_you] Sie haben für { $name } geantwortet, nach dem, was Sie sehen
    [caregiver_proxy_you] eine betreuende Person hat für Sie geantwortet, nach dem, was sie sieht
    [clinician_in_person] die Klinik hat eingeschätzt, im persönlichen Gespräch
   *[clinician_phone] die Klinik hat eingeschätzt, am Telefon
}
sentence-asked = { $tube ->
    [yes] nach dem Schneiden von Essen wurde so gefragt wie mit einer Ernährungssonde
   *[no] nach dem Schneiden von Essen wurde so gefragt wie ohne Ernährungssonde
}
sentence-seen = { $seen ->
    [higher] { sentence-step-higher }
    [lower] { sentence-step-lower }
   *[unclear] ob { sentence-score } dadurch einen Sprung machte, ist nicht klar
}
sentence-step-higher = { sentence-score } war dann etwa { $points ->
    [one] { $points } Punkt
   *[other] { $points } Punkte
} höher als kurz davor{ $likely ->
    [between] {" "}(wahrscheinlich zwischen { $least } und { $most })
   *[none] {""}
}
sentence-step-lower = { sentence-score } war dann etwa { $points ->
    [one] { $points } Punkt
   *[other] { $points } Punkte
} niedriger als kurz davor{ $likely ->
    [between] {" "}(wahrscheinlich zwischen { $least } und { $most })
   *[none] {""}
}
sentence-answered_by = { $all ->
    [yes] { sentence-answered_by-all }
   *[no] { sentence-answered_by-some }
}
sentence-answered_by-all = { $ratings ->
    [one] Die eine Einschätzung wurde
   *[other] Alle { $of_ratings } Einschätzungen wurden
} { sentence-made } gegeben.
sentence-answered_by-some = Von { $of_ratings } Einschätzungen { $ratings ->
    [one] wurde 1
   *[other] wurden { $ratings }
} { sentence-made } gegeben.
sentence-made = { $rater ->
    [self] von { $name } allein
    [self_you] von Ihnen allein
    [self_with_help] mit Hilfe
    [self_with_help_by_you] mit Ihrer Hilfe
    [self_with_help_you] mit Hilfe einer anderen Person
    [caregiver_proxy] von einer betreuenden Person (nach dem, was sie sieht)
    [caregiver_proxy_by_you] von Ihnen (nach dem, was Sie sehen)
    [caregiver_proxy_you] von einer betreuenden Person (nach dem, was sie sieht)
    [clinician_in_person] von der Klinik (im persönlichen Gespräch)
   *[clinician_phone] von der Klinik (am Telefon)
}
sentence-incomplete = { $ratings ->
    [one] 1 Einschätzung lässt mindestens eine Frage offen und hat keinen Gesamtwert.
   *[other] { $ratings } Einschätzungen lassen mindestens eine Frage offen und haben keinen Gesamtwert.
}
sentence-left_out = { $ratings ->
    [one] 1 Einschätzung ist die einzige ihrer Art (wer geantwortet hat, und die Form) und wird nicht mit den anderen verglichen.
   *[other] { $ratings } Einschätzungen sind jeweils die einzige ihrer Art (wer geantwortet hat, und die Form) und werden nicht mit den anderen verglichen.
}
sentence-recorded = { $kept ->
    [all] { sentence-recorded-all }
    [none] { sentence-recorded-none }
    [row] { sentence-recorded-row }
   *[some] { sentence-recorded-some }
}
sentence-recorded-all = { $weeks ->
    [1] Die eine Woche seit dem { $first_day } wurde eingetragen.
    [2] Beide Wochen seit dem { $first_day } wurden eingetragen.
   *[other] Alle { $weeks } Wochen seit dem { $first_day } wurden eingetragen.
}
sentence-recorded-none = { $weeks ->
    [one] Die eine Woche seit dem { $first_day } wurde nicht eingetragen.
   *[other] Von den { $weeks } Wochen seit dem { $first_day } wurde keine eingetragen.
}
sentence-recorded-row = Von den { $weeks } Wochen seit dem { $first_day } { $weeks_recorded ->
    [one] wurde 1
   *[other] wurden { $weeks_recorded }
} eingetragen, die letzten { $weeks_in_a_row } in Folge.
sentence-recorded-some = Von den { $weeks } Wochen seit dem { $first_day } { $weeks_recorded ->
    [one] wurde 1
   *[other] wurden { $weeks_recorded }
} eingetragen.
sentence-rests = { sentence-days } ({ $ratings_before ->
    [one] 1 Einschätzung
   *[other] { $ratings_before } Einschätzungen
} vorher, { $ratings_after } nachher)
sentence-difference_up = { sentence-difference }
sentence-difference_down = { sentence-difference }
sentence-difference = { sentence-rests } ist das Tempo { sentence-of-score } nachher, abzüglich des Tempos vorher, etwa { $per_month } Punkte im Monat (wahrscheinlich zwischen { $low } und { $high }).
sentence-no_clear_difference = { $apart ->
    [small] { sentence-no_clear_difference-small }
   *[told] { sentence-no_clear_difference-told }
}
sentence-no_clear_difference-small = { sentence-rests } ist im Tempo { sentence-of-score } kein klarer Unterschied zu sehen: Er wäre zu klein, um genannt zu werden.
sentence-no_clear_difference-told = { sentence-rests } ist im Tempo { sentence-of-score } kein klarer Unterschied zu sehen: Er kann alles zwischen { $low } und { $high } Punkten im Monat sein, also vielleicht gar keiner.
sentence-difference_unknown = { sentence-rests } lässt sich nicht sagen, wie weit sich das Tempo { sentence-of-score } vorher und nachher unterscheidet: Die Einschätzungen einer Seite sind zu gleichmäßig, um zu sagen, wie sicher das wäre.
sentence-at_the_end_of_the_scale = { sentence-rests } liegen viele Einschätzungen { sentence-of-score } bei 0 oder bei { $of }. Dort zeigt eine Kurve nicht alles, was sich ändert, mit der Behandlung oder ohne sie. Deshalb wird kein Unterschied genannt.
sentence-shows_no_cause = Ein Unterschied in der Zeit zeigt keine Ursache: Das kann nicht zeigen, dass die Behandlung etwas bewirkt hat, und auch nicht, dass sie nichts bewirkt hat.
sentence-regression_to_the_mean = Oft beginnt man etwas Neues nach einer ungewöhnlich schlechten Zeit. Was folgt, liegt dann meist näher am eigenen Durchschnitt, mit einer Behandlung oder ohne (Regression zur Mitte).
sentence-faster_at_first = Bei vielen Menschen ist der Verlust zuerst schneller und später langsamer, mit einer Behandlung oder ohne. Die Zeit danach sieht deshalb von sich aus oft besser aus als die Zeit davor.
sentence-changes_without_it = Das Tempo ändert sich auch von selbst: Bei Menschen ohne diese Behandlung änderte es sich bei etwa einem von { $one_in } um mehr als { $per_month } Punkte im Monat, nach oben oder unten (gesehen bei { $people } Menschen).
sentence-without_decline = Manche Menschen verlieren eine Zeit lang nichts: { $half } von 100 über ein halbes Jahr und { $year } über ein Jahr in Studien, { $register_half } und { $register_year } von 100 in einem Register einer ganzen Bevölkerung.
sentence-used_before = Dieselbe Behandlung gab es auch in der Zeit davor: Jene Einschätzungen stammen nicht aus einer Zeit ohne sie.
sentence-after_begins = Die Tage danach, die verglichen werden, beginnen am { $first_day }: Einschätzungen von da an zählen.
sentence-rated_in_different_ways = Nicht jede Einschätzung entstand auf dieselbe Weise: Wer geantwortet hat, oder die Form, hat gewechselt. Jede Weise hat hier ein eigenes Niveau, damit ein solcher Wechsel nicht für ein Tempo gehalten wird.
sentence-other_treatments = { $treatments ->
    [one] Eine andere Behandlung lief in derselben Zeit und kann Teil eines Unterschieds sein.
   *[other] { $treatments } andere Behandlungen liefen in derselben Zeit und können Teil eines Unterschieds sein.
}

## What the team should hear of

flag-answers = { $rater ->
    [self_you] Ihre Antworten
    [self_with_help_you] Ihre Antworten
    [caregiver_proxy] die Antworten für { $name }
    [caregiver_proxy_you] die für Sie gegebenen Antworten
    [caregiver_proxy_by_you] Ihre Antworten für { $name }
    [clinician_in_person] die Antworten der Klinik
    [clinician_phone] die Antworten der Klinik
   *[self] die Antworten von { $name }
}
flag-words-nothing_recorded = Seit dem { $day } ist keine Woche eingetragen.
flag-words-breathing_now = { $goes_on ->
    [yes] Seit dem { $day } sagen { flag-answers }, dass das Atmen schwerfällt.
   *[no] Am { $day } sagten { flag-answers }, dass das Atmen schwerfiel.
}
flag-words-breathing_changed = Am { $day } haben sich { flag-answers } zur Atmung geändert.
flag-words-breathing_support_changed = Am { $day } haben sich { flag-answers } zur Atemunterstützung geändert.
flag-words-swallowing_changed = Am { $day } haben sich { flag-answers } zum Schlucken geändert.
flag-words-weight_down = { $goes_on ->
    [yes] Seit dem { $day } liegt
   *[no] Am { $day } lag
} { $who ->
    [you] Ihr Gewicht
   *[other] das Gewicht von { $name }
} um { $tenth ->
    [yes] ein Zehntel
   *[no] ein Zwanzigstel
} oder mehr unter dem früheren.
flag-words-total_changed_quickly = Bis zum { $day } hatten sich { flag-answers } innerhalb weniger Wochen stark geändert.
flag-words-saliva_aids = { $goes_on ->
    [yes] Seit dem { $day } sagen { flag-answers }, dass es zu viel Speichel gibt.
   *[no] Am { $day } sagten { flag-answers }, dass es zu viel Speichel gab.
}
flag-words-speech_aids = { $goes_on ->
    [yes] Seit dem { $day } sagen { flag-answers }, dass das Sprechen schwerer fällt.
   *[no] Am { $day } sagten { flag-answers }, dass das Sprechen schwerer fiel.
}
flag-words-help = { $who ->
    [you] Wenn Sie jetzt gerade nicht genug Luft bekommen, rufen Sie den Notruf an.
   *[other] Wenn jetzt gerade die Luft nicht reicht, rufen Sie den Notruf an.
}
flag-ask-silence = { $who ->
    [you] Bitte sagen Sie Ihrem ALS-Team, wie es geht.
   *[other] Bitte sagen Sie dem ALS-Team, wie es geht.
}
flag-ask-saliva = { $who ->
    [you] Dagegen gibt es Hilfe: Bitte fragen Sie Ihr ALS-Team bei Ihrem nächsten Besuch.
   *[other] Dagegen gibt es Hilfe: Bitte fragen Sie das ALS-Team beim nächsten Besuch.
}
flag-ask-next_visit = { $who ->
    [you] Es gibt Hilfsmittel: Bitte fragen Sie Ihr ALS-Team bei Ihrem nächsten Besuch.
   *[other] Es gibt Hilfsmittel: Bitte fragen Sie das ALS-Team beim nächsten Besuch.
}
flag-ask-tell_team = { $who ->
    [you] Bitte sagen Sie es Ihrem ALS-Team.
   *[other] Bitte sagen Sie es dem ALS-Team.
}
flag-ask-contact = { $who ->
    [you] Bitte wenden Sie sich an Ihr ALS-Team.
   *[other] Bitte wenden Sie sich an das ALS-Team.
}
flag-ask-contact_this_week = { $who ->
    [you] Bitte wenden Sie sich diese Woche an Ihr ALS-Team.
   *[other] Bitte wenden Sie sich diese Woche an das ALS-Team.
}
flag-ask-contact_today = { $who ->
    [you] Bitte wenden Sie sich heute an Ihr ALS-Team.
   *[other] Bitte wenden Sie sich heute an das ALS-Team.
}

## What happened beside the weeks

happened-started = { $what }: begonnen
happened-ended = { $what }: beendet
marker-a_treatment = eine Behandlung
marker-a_device = ein Hilfsmittel
marker-headache = Kopfschmerzen
marker-fatigue = Müdigkeit
marker-fever = Fieber
marker-site_pain = Schmerzen an der Stelle
marker-other = eine andere Nebenwirkung
marker-gastrostomy = Ernährungssonde durch die Bauchdecke (PEG)
marker-nasogastric_tube = Ernährungssonde durch die Nase
marker-niv_over_22_hours = Maske mehr als 22 Stunden am Tag
marker-tracheostomy = Tracheostoma
marker-wheelchair = Rollstuhl
marker-speech_device = Sprechhilfe

## The picture of a trend

picture-title = Das Tagebuch vom { $from } bis { $to }
picture-shown-plain = Ein Bild der Einschätzungen dieser Wochen: der Gesamtwert und die vier Bereiche der Skala. Zahlen, Stadien und Tempo sind weggelassen.
picture-total = Gesamtwert, 0 bis 48
picture-total-plain = Gesamtwert
picture-higher = Alle zwölf Antworten zusammen: Höher heißt, dass mehr möglich ist.
picture-nothing-yet = Noch keine Einschätzungen
picture-nothing-here = Nichts in diesen Wochen
picture-silence = keine Einschätzungen
picture-by-oneself = allein geantwortet
picture-by-helped = mit Hilfe geantwortet
picture-by-proxy = von einer betreuenden Person gesehen
picture-by-clinic = von der Klinik eingeschätzt
picture-by-clinic-phone = von der Klinik am Telefon eingeschätzt
picture-line = Verlauf
picture-band = wahrscheinlicher Bereich des Verlaufs (95 %)
picture-band-plain = wahrscheinlicher Bereich des Verlaufs
picture-open = eine Frage offen: kein Gesamtwert
picture-areas = Die vier Bereiche, je 0 bis 12
picture-areas-plain = Die vier Bereiche
picture-happened = Was geschehen ist
picture-treatment = { $day }: { $label }
picture-side-effect = { $day }: Nebenwirkung, { $label }
picture-milestone = { $day }: Einschnitt, { $label }
picture-kings = King’s-Stadium, geschätzt
picture-mitos = MiToS-Stadium: verlorene Funktionen
picture-ft9 = FT9-Stadium: Bereiche bei 9 oder darunter
picture-kings-0 = 0: keine Region gezählt
picture-kings-1 = 1: eine Region des Körpers
picture-kings-2 = 2: zwei Regionen des Körpers
picture-kings-3 = 3: drei Regionen des Körpers
picture-kings-4a = 4A: Ernährung braucht Unterstützung
picture-kings-4b = 4B: Atmung braucht Unterstützung
picture-kings-4ab = 4A+4B: Ernährung und Atmung brauchen Unterstützung
picture-mitos-0 = 0: keine
picture-mitos-1 = 1: eine
picture-mitos-2 = 2: zwei
picture-mitos-3 = 3: drei
picture-mitos-4 = 4: bewegen, schlucken, sich mitteilen, atmen
picture-ft9-0 = 0: keine
picture-ft9-1 = 1: eine
picture-ft9-2 = 2: zwei
picture-ft9-3 = 3: drei
picture-ft9-4 = 4: alle vier

## The small pages that links of mails lead to

veto-title = Niemand soll für mich handeln
veto-says = Eine Person, die Sie gewählt haben, bittet darum, für Sie zu handeln, oder tut es schon.
veto-no = Nein, niemand handelt für mich
veto-remove = Wen diese Person hineingelassen hat, entfernen
veto-in-app = Diese Seite braucht JavaScript. Sie können auch in der App Nein sagen.
veto-others = Wen jemand hineingelassen hat, der für Sie handelte, sieht Ihr Tagebuch noch.
veto-left = Niemand handelt für Sie. So viele, die diese Person hineingelassen hat, sehen Ihr Tagebuch noch: { $count }.
veto-removed = Niemand handelt für Sie, und wen diese Person hineingelassen hat, ist entfernt. Sie können diese Seite schließen.
veto-done = Niemand handelt für Sie. Sie können diese Seite schließen.
veto-gone = Dieser Link gilt nicht mehr. Sehen Sie in der App nach, wer für Sie handelt.
unwanted-title = Keine Einladung mehr
unwanted-says = Sie wurden per Mail eingeladen und können solche Mails abstellen.
unwanted-undo = Einladungen wieder zulassen
unwanted-done = Sie bekommen keine Einladung mehr per Mail. Sie können diese Seite schließen.
unwanted-undone = Einladungen kommen wieder. Sie können diese Seite schließen.
touch-script = Diese Seite braucht JavaScript.
touch-failed = Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.
