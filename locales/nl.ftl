# Wat de pagina zegt, in het Nederlands.

## The frame

diary = Dagboek
diaries = Dagboeken
my-account = Mijn account
menu = Menu
skip = Naar de inhoud
back = Terug
loading = Een ogenblik …
try-again = Opnieuw proberen
no-answer = Er komt geen antwoord. Probeer het zo dadelijk opnieuw.
went-wrong = Dat lukte niet. Probeer het opnieuw.
passkey-stopped = De passkey is niet gebruikt. Probeer het nog eens, of gebruik het wachtwoord.
offline = Er is geen netwerk. U kunt wel een week invullen: die wordt later verzonden.
only-here = { $weeks ->
    [one] Alleen op dit apparaat: één week.
   *[other] Alleen op dit apparaat: { $weeks } weken.
}
look = Bekijken
cannot-keep = Dit browservenster kan niets bewaren: wat u schrijft, gaat verloren als u het sluit voordat het is verzonden.
yes = Ja
no = Nee
no-leave-it = Nee, zo laten
go-on = Verder
save = Opslaan
save-file = Opslaan als bestand
change = Wijzigen
changed-now = Dat is gewijzigd.
remove = Verwijderen
more = Meer
choose = Maak een keuze
no-one = Niemand
since = sinds { $when }
language = Taal
there-is-something = Er is iets voor u.

## Signing in

about = Een dagboek voor mensen met ALS: één beoordeling per week, gedeeld met de mensen die zij kiezen.
sign-in = Inloggen
sign-out = Uitloggen
sign-out-unsent = { $weeks ->
    [one] Eén week staat alleen op dit apparaat en is nog niet verzonden. Die wordt eerst als bestand opgeslagen; bij het uitloggen wordt hij hier verwijderd.
   *[other] { $weeks } weken staan alleen op dit apparaat en zijn nog niet verzonden. Ze worden eerst als bestand opgeslagen; bij het uitloggen worden ze hier verwijderd.
}
save-and-sign-out = Bestand opslaan en uitloggen
use-passkey = Inloggen met een passkey
or-password = Of met uw wachtwoord
email = E-mailadres
password = Wachtwoord
show-password = Wachtwoord tonen
stay-signed-in = Hier ingelogd blijven
stay-signed-in-hint = Niet op een apparaat dat anderen gebruiken.
no-account-yet = Ik heb nog geen account
password-forgotten = Ik ben mijn wachtwoord vergeten
second-step = Nog één stap
second-step-why = Vul de code in die uw authenticator-app toont, of een van uw herstelcodes. Er is geen haast: u hebt tien minuten en vijf pogingen.
code = Code
session-ended = Uw sessie is afgelopen: log opnieuw in. Wat nog niet is verzonden, blijft op dit apparaat.
offline-sign-in = De server is niet bereikbaar, dus niemand kan nu inloggen.
invented = Verzonnen mensen, om rond te kijken
who-are-you = Bent u het?
who-are-you-why = Hier moet zeker zijn wie het vraagt. Zeg daarom nog eens wie u bent.
code-if-any = Code van de tweede factor, als u die hebt
not-done = Er is niets gedaan.

### From here on it is all views but the first: these texts come after it

## Links of mails, and a new account

sign-up = Bevestig uw adres
sign-up-says = Eén keer tikken, en uw adres is bevestigd. Daarna kunt u inloggen.
confirm-address = Mijn adres bevestigen
password-reset = Een nieuw wachtwoord
password-reset-says = Kies een nieuw wachtwoord. Alle apparaten worden dan uitgelogd.
activation = Uw account
activation-says = Er is een account voor u gemaakt. Kies het wachtwoord ervan. Daarna wordt u om een tweede factor gevraagd.
take-password = Dit wachtwoord gebruiken
email-of-mail = Het adres waar de mail naartoe ging
new-password = Nieuw wachtwoord
new-password-hint = Minstens 15 tekens, bijvoorbeeld vier woorden.
invitation = U bent uitgenodigd voor een dagboek
invitation-sign-in = Log in met het adres waar de mail naartoe ging, of maak er een account mee. Daarna wordt u gevraagd of u de uitnodiging aanneemt.
invitation-by = { $name } nodigt u uit voor een dagboek.
invitation-allows = Als u aanneemt, kunt u { $what }.
invitation-gone = Deze uitnodiging is al gebruikt, of ze geldt niet meer. Als u haar hebt aangenomen, staat het dagboek onder ‘Dagboeken’.
invitation-others = Anderen die het zien: { $people }.
enrolment = Een kliniek vraagt uw dagboek te mogen zien
enrolment-sign-in = Log in met het adres waar de mail naartoe ging, of maak er een account mee. Daarna kiest u wat de kliniek ziet.
enrolment-says = Behandelaars van deze kliniek kunnen dan uw dagboek zien. U kunt dat altijd beëindigen, en in het toegangslogboek ziet u wie heeft gekeken.
enrolled = { $name } kan uw dagboek nu zien.
good-until = Geldig tot { $when }.
accept = Aannemen
join = Een account maken
who-joins = Wie bent u?
joins-patient = Ik heb ALS en houd een dagboek bij
joins-caregiver = Ik mag in het dagboek van een ander kijken
display-name = Uw naam
display-name-hint = Zoals anderen hem in het dagboek zien.
look-into-mail = Kijk in uw mail
sign-up-mail = Er is een mail onderweg naar { $email }. De link daarin bevestigt het adres. Komt er geen mail, kijk dan in de map voor ongewenste mail.
forgot-says = U krijgt een mail met een link waarmee u een nieuw wachtwoord kiest.
send-mail = De mail versturen
reset-mail = Als er een account met dit adres is, is er een mail onderweg.

## Diaries

hello = Dag { $name }
my-diary = Mijn dagboek
diary-of = Dagboek van { $name }
no-diaries = U hebt nog geen dagboek om te bekijken. Een uitnodiging komt per mail; is die van u er al, open de link dan nog een keer.
offline-home = De dagboeken verschijnen als er weer een netwerk is.
diary-is-closed = Dit dagboek is gesloten: het kan worden gelezen en er wordt niets meer in vastgelegd.
nothing-yet = Er is nog niets ingevuld.
last-week = Laatst ingevuld: de week van { $day }.
flags-count = { $flags ->
    [one] Eén ding om aan het team te vertellen.
   *[other] { $flags } dingen om aan het team te vertellen.
}
new-weeks = { $weeks ->
    [one] Eén nieuwe week sinds u voor het laatst keek.
   *[other] { $weeks } nieuwe weken sinds u voor het laatst keek.
}
record-week = Een week invullen
record-another = Een week invullen of verbeteren
all-weeks = Alle weken
report = Pagina voor een afspraak
circle = Wie dit dagboek ziet
access-log = Wie het heeft geopend
seen-by-team = Uw team heeft op { $day } gekeken ({ $name }).
in-words = In woorden
over-time = In de loop van de tijd
how-far-back = Hoe ver terug
span-12 = 12 weken
span-26 = 6 maanden
span-52 = Een jaar
span-all = Alles
picture-alt = Beeld van de beoordelingen in de loop van de tijd. { $words }
as-table = Als tabel
day = Dag
answered-by = Wie heeft geantwoord
total = Totaal
area-bulbar = Spreken, speeksel, slikken
area-fine_motor = Schrijven, eten snijden, aankleden
area-gross_motor = Omdraaien in bed, lopen, traplopen
area-respiratory = Ademhaling
respondent-self = de patiënt
respondent-self_with_help = de patiënt, met hulp bij het schrijven
respondent-caregiver_relayed = de patiënt, verteld aan een mantelzorger
respondent-caregiver_proxy = een mantelzorger, naar wat die ziet
respondent-clinician_in_person = een behandelaar, bij een afspraak
respondent-clinician_phone = een behandelaar, per telefoon
what-happened = Wat er verder gebeurde
flags = Om aan uw team te vertellen
tier-contact_today = Bel vandaag uw team
tier-contact_this_week = Vertel het deze week aan uw team
tier-tell_team = Vertel het aan uw team
tier-next_visit = Voor de volgende afspraak
look-contact_today = Vandaag bekijken
look-contact_this_week = Deze week bekijken
look-tell_team = Te bekijken
look-next_visit = Voor de volgende afspraak
known-by = { $name } weet ervan sinds { $day }.
we-know = Wij weten het
we-know-says = Het blijft in de lijst, en blijft stil tot het erger wordt.
we-know-note = Een notitie, als u wilt
latest-week = De laatste week, antwoord voor antwoord
rated-on = Beoordeling van { $day }, ingevuld door { $name }. Wie heeft geantwoord: { $how }.
not-answered = niet beantwoord
was-more = eerder: { $was }
was-less = eerder: { $was }
changed = veranderd
you-and-this-diary = U en dit dagboek
own-diary = Dit is uw dagboek. U beslist wie het ziet.
your-level = Uw toegang: { $level }.
may-read_trend = U ziet wat uit de weken blijkt.
may-read_flags = U ziet wat het team zou moeten weten.
may-read_entries = U ziet de antwoorden en notities.
may-record_entries = U kunt een week invullen.
may-record_treatments = U kunt behandelingen invullen.
may-revise_all = U kunt elke week verbeteren.
may-manage = U beslist wie dit dagboek ziet.
of-this-diary = Van dit dagboek

## Recording

step-of = { $step } van { $of }
how-far = Hoe ver u bent
to-review = Naar het einde
later = Later verder
draft-kept = Elke aanraking wordt op dit apparaat bewaard. U kunt weggaan en terugkomen.
draft-found = U was al begonnen met de beoordeling van { $day }. Uw antwoorden zijn er nog.
begin-anew = Opnieuw beginnen
which-day = Voor welke dag?
week-from-to = In de week van { $from } tot en met { $to }.
who-answers = Wie antwoordt?
answers-self = Ikzelf, alleen
answers-self_with_help = Ikzelf, en iemand anders typt
answers-caregiver_relayed = De patiënt vertelt mij de antwoorden
answers-caregiver_proxy = Ik, naar wat ik zie
compare-with-before = Vergelijk met de tijd vóór de eerste klachten. Er is geen tijdslimiet.
begin = Beginnen
as-before = zoals de vorige keer
skip-question = Deze vraag overslaan
tube = Hebt u een voedingssonde?
tube-hint = Daarvan hangt af hoe de vraag over het snijden van eten wordt gesteld.
tube-there = Voedingssonde
wording-english = De vragen zijn in het Engels: alleen deze versie bestaat tot nu toe.
anything-else = Nog iets?
anything-else-says = U mag dit allemaal leeg laten.
note = Notitie
weight = Gewicht in kilogram
weight-hint = Bijvoorbeeld 68,4
no-weight = Dit is geen gewicht tussen 20 en 300 kilogram. Schrijf het als 68,4, of laat het leeg.
symptoms = Klachten, 0 tot 10
symptoms-says = 0 is geen, 10 de ergste die u zich kunt voorstellen.
symptom-weakness = Zwakte
symptom-stiffness = Stijfheid
symptom-twitching = Spiertrekkingen
symptom-wasting = Dunner wordende spieren
symptom-fatigue = Moeheid
symptom-headache = Hoofdpijn
symptom-appetite_loss = Weinig eetlust
symptom-pain = Pijn
is-this-right = Klopt dit?
rated-day = Beoordeling van { $day }
answered-of = { $answered } van { $of } vragen beantwoord.
why-changed = Waarom wordt dit verbeterd? (als u wilt)
nothing-answered = Beantwoord minstens één vraag.
saved-sent = Het is ingevuld
saved-sent-says = Dank u. De week staat in het dagboek.
saved-waiting = Het is op dit apparaat bewaard
saved-waiting-says = De server antwoordt niet. De week wordt verzonden zodra die antwoordt.
saved-conflict = Er zijn andere antwoorden voor deze week
saved-conflict-says = Er is niets verloren. Bekijk beide, en beslis.
saved-refused = De server nam het niet aan
saved-refused-says = Uw antwoorden zijn op dit apparaat bewaard. { $says }
week-before = Deze week staat al op dit apparaat
week-before-says = U hebt deze opgeslagen op { $when }, en ze staat nog niet in het dagboek. Er gaat niets verloren: bekijk beide en beslis.
now = Nu
earlier = Eerder
take-now = De antwoorden van nu houden
take-earlier = De eerdere antwoorden houden
take-earlier-says = Wat u net hebt geantwoord, wordt verwijderd.
to-diary = Naar het dagboek

## Weeks on this device

unsent = Weken alleen op dit apparaat
all-sent = Alle weken staan in het dagboek.
send-now = Nu verzenden
unsent-waiting = Wacht op het netwerk.
unsent-conflict = Het dagboek heeft andere antwoorden voor deze week.
unsent-refused = De server nam het niet aan:
conflict-other = { $name } heeft deze week ook ingevuld. Waar de antwoorden verschillen:
conflict-removed = { $name } heeft deze week verwijderd. Uw antwoorden kunnen opnieuw worden ingevuld.
both-same = Beide zeggen hetzelfde.
here = Op dit apparaat
there = In het dagboek
take-mine = De mijne als nieuwere versie invullen
give-up = De mijne laten vervallen
give-up-says = Uw antwoorden op dit apparaat worden verwijderd. Het dagboek blijft zoals het is.
sign-out-drafts = { $weeks ->
    [one] Eén week is hier begonnen en niet opgeslagen. Uitloggen verwijdert die.
   *[other] { $weeks } weken zijn hier begonnen en niet opgeslagen. Uitloggen verwijdert ze.
}
sign-out-offline = De server antwoordt niet, dus u bent hier nog ingelogd. Log uit als er weer een netwerk is.

## Weeks of the past

as-csv = Opslaan als tabel (CSV)
corrected = verbeterd
correct = Verbeteren
write-again = Opnieuw invullen
remove-week = Deze week verwijderen
remove-week-says = De week telt dan niet meer mee. De geschiedenis bewaart hem.
why-removed = Waarom? (als u wilt)
removed-week = Week { $week }, verwijderd
was-removed = De week is verwijderd.
earlier-versions = Eerdere versies
recorded-by = Ingevuld door { $name } op { $when }.
answered-at = Beantwoord op { $when }.
reason = Reden: { $reason }

## The page for a visit

report-of = { $name }: pagina voor een afspraak
report-made = Gemaakt op { $day }.
last-rated = Laatste beoordeling: { $day }.
report-says = Deze pagina past afgedrukt op één vel. Kies ‘Opslaan als pdf’ om hem te bewaren.
questions = Vragen voor de afspraak
questions-hint = Ze worden afgedrukt, en nergens bewaard.
report-compare = Vergeleken met de beoordeling van
report-changes = Wat sinds { $day } veranderde, is gemarkeerd.
report-treatments = Behandelingen nu
report-treatments-over = Beëindigde behandelingen
report-effects = Bijwerkingen
report-more = (en nog { $more } in het dagboek)
print = Afdrukken
no-advice = Beoordelingen uit een dagboek, zoals ze zijn ingevuld. Dit is geen diagnose, en het voorspelt niets.

## The circle

who-sees = Wie het ziet
nobody-sees = Niemand behalve u.
invited = Uitgenodigd
invited-pending = uitgenodigd
invited-used = aangenomen
invited-revoked = ingetrokken
invited-expired = verlopen
invite = Iemand uitnodigen
their-email = Het e-mailadres van die persoon
who-are-they = Wie is die persoon voor u?
what-they-see = Wat die persoon ziet
send-invitation = De uitnodiging versturen
send-invitations = De uitnodigingen versturen
invitation-sent = De uitnodiging is onderweg.
withdraw = Intrekken
withdraw-says = De uitnodiging aan { $email } geldt dan niet meer.
take-back = Toegang beëindigen
take-back-says = { $name } ziet vanaf nu niets meer van uw dagboek.
may-see-flags = Ook wat het team zou moeten weten
what-levels-see = Wat iemand met elke toegang ziet
level-summary = Alleen het verloop
level-read = Verloop en antwoorden
level-write = Ook voor u invullen
level-write-member = Ook voor de patiënt invullen
sees-read_trend = Wat de weken samen zeggen
sees-read_flags = Wat het team zou moeten weten
sees-read_entries = Antwoorden, notities, behandelingen en meetwaarden
sees-record_entries = Mag een week invullen
sees-record_treatments = Mag behandelingen invullen
relation-self = de patiënt
relation-spouse = echtgenoot of echtgenote
relation-wife = echtgenote
relation-husband = echtgenoot
relation-partner = partner
relation-parent = ouder
relation-mother = moeder
relation-father = vader
relation-child = kind
relation-daughter = dochter
relation-son = zoon
relation-sibling = broer of zus
relation-sister = zus
relation-brother = broer
relation-grandchild = kleinkind
relation-relative = familielid
relation-friend = vriend of vriendin
relation-neighbour = buurman of buurvrouw
relation-caregiver = mantelzorger
relation-nurse = verpleegkundige
relation-therapist = therapeut
relation-doctor = arts
relation-clinician = behandelaar
relation-other = anders
trustee = Vertrouwenspersoon
trustee-says = Iemand uit uw kring die voor u mag handelen als u dat niet kunt. Die persoon moet er eerst om vragen; dan is er tijd, en één tik van u zegt nee.
trustee-who = Wie?
choose-trustee = Deze persoon kiezen
trustee-named = gekozen; handelt nu niet voor u
trustee-waiting = heeft gevraagd voor u te mogen handelen, en doet dat vanaf { $when }, tenzij u nee zegt
trustee-acting = handelt voor u
trustee-not-now = Nu niet
trustee-not-now-says = Het verzoek eindigt. Het kan later opnieuw worden gedaan.
trustee-end = Niet meer
trustee-end-says = { $name } is dan niet meer uw vertrouwenspersoon.
access-log-says = Elke blik in uw dagboek, en elke wijziging.
clinics = Klinieken
what-clinic-sees = Wat de kliniek ziet
clinic-always-sees = Altijd: beoordelingen, behandelingen en wat daaruit volgt. En ook:
share-notes = Mijn notities
share-notes-hint = Wat u in eigen woorden hebt geschreven.
share-facts = Gegevens over mij
share-facts-hint = Wanneer het begon, geslacht, geboortejaar, gen.
share-research = Voor onderzoek
share-research-hint = Zonder uw naam, in wat de kliniek eruit haalt.
coordinator = Coördinerende behandelaar
coordinator-who = Wie coördineert?
coordinated-by = { $name } ({ $clinic }) coördineert de zorg.
leave-clinic = Deze kliniek verlaten
leave-clinic-says = Niemand van { $name } ziet vanaf nu nog iets van uw dagboek.

## My account

what-i-see = Wat ik zie
without-numbers = Zonder getallen, stadia en tempo
without-numbers-hint = Op dit apparaat. In het dagboek verandert niets.
change-password = Wachtwoord wijzigen
current-password = Huidig wachtwoord
password-changed = Het wachtwoord is gewijzigd. Andere apparaten zijn uitgelogd.
passkeys = Passkeys
passkeys-says = Met een passkey logt u in met uw gezicht, uw vinger of de code van het apparaat: u hoeft niets te typen.
passkey-name = Een naam voor dit apparaat
add-passkey = Passkey toevoegen
remove-passkey-says = Met { $name } kunt u dan niet meer inloggen.
second-factor = Tweede factor
second-factor-says = Een code uit een authenticator-app, gevraagd naast het wachtwoord.
second-factor-demanded = Uw werk hier vraagt een tweede factor: een passkey, of een code uit een authenticator-app.
set-up-totp = Authenticator-app instellen
totp-how = Voeg deze sleutel toe aan uw authenticator-app, en vul dan de code in die de app toont.
open-authenticator = De app op dit apparaat openen
totp-since = Ingesteld sinds { $when }.
codes-left = Herstelcodes over: { $codes }.
new-recovery-codes = Nieuwe herstelcodes
recovery-codes = Herstelcodes
recovery-codes-says = Met elke code kunt u één keer inloggen, als het apparaat kwijt is. Ze worden alleen nu getoond: sla ze op of druk ze af.
remove-totp-says = Dan wordt alleen nog het wachtwoord gevraagd.
told-here = Berichten op dit apparaat
told-here-switch = Laat het mij op dit apparaat weten
told-here-hint = Een herinnering komt hier in plaats van per mail. Ze zegt nooit waar het over gaat.
told-here-refused = Deze browser staat het niet toe: verander dat in de instellingen.
devices = Apparaten die zijn ingelogd
device = Een apparaat
this-one = dit apparaat
sign-out-there = Daar uitloggen
sign-out-there-says = Op dat apparaat moet opnieuw worden ingelogd.
sign-out-others = Alle andere uitloggen
sign-out-others-says = Op alle andere apparaten moet opnieuw worden ingelogd.
my-data = Mijn gegevens
my-data-says = Alles wat over u wordt bewaard, in één bestand.
take-copy = Mijn gegevens opslaan
erase-me = Mij wissen
erase-me-says = Uw account en uw dagboek worden na enkele dagen gewist. Tot dan kunt u dat tegenhouden.
erased-at = Alles wat van u wordt bewaard, wordt op { $when } gewist.
do-not-erase = Niet wissen

## The emergency card, as it is chosen

card-says = Een pagina voor wie u in een noodgeval helpt en u nog nooit heeft gezien: wat u heeft, hoe u ademt en eet, wie er gebeld moet worden. Ze opent zonder account, via een link of een code op papier.
card-there = Uw kaart
card-chosen = Wat erop staat, is gekozen op { $when }.
card-look = Bekijken en afdrukken
card-look-says = Ze opent in een eigen venster en past met de code om te scannen op één vel: één voor de rolstoel, één voor de tas, één voor de deur.
card-link = De link van de kaart
card-end = Kaart intrekken
card-end-says = De link en de code openen niets meer, ook niet op papier. De volgende kaart heeft andere.
card-what = Wat erop staat
card-make = Kaart maken
card-name = Hoe u erop heet
card-name-hint = Leeg toont ze geen naam.
card-diagnosis = Dat het ALS is
card-diagnosis-hint = Met de dag van de diagnose, als die bij de gegevens over u staat.
card-ventilation = Hoe ik adem
card-ventilation-hint = Uw nieuwste antwoord over een ademhulp, en sinds wanneer.
card-swallowing = Hoe ik slik
card-swallowing-hint = Uw nieuwste antwoord over slikken, en een voedingssonde.
card-note = In uw eigen woorden
card-note-hint = Bijvoorbeeld: Ik begrijp alles. Ik antwoord met mijn ogen.
card-contact = Wie te bellen, { $number }
card-contact-name = Naam
card-contact-phone = Telefoonnummer
card-contact-phone-hint = Met het landnummer, bijvoorbeeld +31 20 123 4567.
card-contact-about = Wie is dat?
card-contact-about-hint = Bijvoorbeeld: echtgenoot, kent het beademingsapparaat.
card-add-contact = Iemand om te bellen toevoegen
card-remove-contact = Deze persoon verwijderen

## Reminders

reminders = Herinneringen
reminders-choose = Herinneringen kiezen
reminders-says = Niets herinnert u eraan voordat u het hier kiest. Geen enkel bericht zegt iets over gezondheid.
reminders-nobody = U vult in geen enkel dagboek iets in, dus er valt niets te herinneren.
reminders-whose = Voor welk dagboek?
remind-weekly = Herinner mij elke week
remind-weekly-hint = Alleen zolang de week nog niet is ingevuld.
weekday = Op welke dag?
weekday-monday = maandag
weekday-tuesday = dinsdag
weekday-wednesday = woensdag
weekday-thursday = donderdag
weekday-friday = vrijdag
weekday-saturday = zaterdag
weekday-sunday = zondag
at-hour = Hoe laat?
remind-visit = Een bezoek aan de kliniek
remind-visit-hint = U wordt de dag ervoor herinnerd. Leeg: geen.
remind-next_course = Wanneer sommige klinieken een celkuur herhalen
remind-next_course-hint = Vanaf 12 maanden na de laatste dag waarop cellen zijn gegeven.
remind-end_of_follow_up = Wanneer die lang genoeg is gevolgd
remind-end_of_follow_up-hint = 42 maanden na die dag.
ways = Op welke manier?
way-mail = Per mail
way-mail-hint = Naar het adres van uw account.
way-push = Op mijn apparaten
way-push-hint = Op die waar u dat hebt gezegd, onder ‘Mijn account’.
quiet-hours = Nooit ’s nachts
quiet-hours-hint = Wat in deze uren valt, komt aan het eind ervan.
quiet-from = Van
quiet-to = Tot
paused-until = Pauze tot
paused-until-hint = Vóór deze dag herinnert niets u. Leeg is er geen pauze.
remind-later = Nu niet, maar later vandaag
remind-later-in = Wanneer?
remind-later-do = Herinner mij later
remind-later-at = U wordt herinnerd op { $when }, als de week dan nog niet is ingevuld.
in-hours = { $hours ->
    [one] Over één uur
   *[other] Over { $hours } uur
}

## What followers are told

alerts = Wat er is gemeld
alerts-open = { $alerts ->
    [one] Er wacht iets op iemand die ermee aan de slag gaat.
   *[other] Er wachten { $alerts } dingen op iemand die ermee aan de slag gaat.
}
no-alerts = Er is nog niets gemeld.
alert-silence = Sinds de week van { $day } is er niets ingevuld
alert-flag = Het gaat om: { $what }. Het begon in de week van { $day }.
alert-raised = Opgemerkt op { $when }.
alert-told = Gemeld aan: { $people }.
alert-seen-to = { $name } is er sinds { $when } mee bezig.
alert-over = Het ging vanzelf voorbij op { $when }.
alert-see-to = Ik pak het op
alert-see-to-hint = De anderen aan wie het is gemeld, zien dat, en verder wordt het niemand gemeld.
alerts-of = Wie het gemeld krijgt
alerts-own = Wat mij wordt gemeld
alerts-own-says = Er wordt niets gemeld voordat u het kiest. Geen bericht zegt waar het over gaat. De patiënt ziet wat u kiest en kan het uitzetten.
alerts-active = Het wordt u nu gemeld.
alerts-not-active = Op dit moment wordt u niets gemeld: vertrouw er niet op.
alerts-flags = Wat het team zou moeten weten
alerts-no-flags = Met wat u mag zien, kan u alleen worden gemeld dat er niets wordt ingevuld.
alert-tier-contact_today = Wat vandaag een telefoontje vraagt
alert-tier-contact_this_week = Wat het team deze week zou moeten weten
alert-tier-tell_team = Wat het team een keer zou moeten weten
alert-tier-next_visit = Wat voor het volgende bezoek is
alerts-silence = Dat er niets is ingevuld
alerts-silence-off = Niet melden
after-weeks = { $weeks ->
    [one] Na één hele week
   *[other] Na { $weeks } hele weken
}
alerts-next = Als niemand antwoordt, de volgende persoon inlichten
alerts-next-off = Nooit
after-hours = { $hours ->
    [one] Na één uur
   *[other] Na { $hours } uur
}
alerts-next-hint = Met alleen een manier wordt het u gemeld als niemand vóór u antwoordde.
followers = Wie meldingen over uw dagboek krijgt
followers-says = In de volgorde waarin wordt gemeld als niemand ervoor antwoordde. Iedereen koos zelf; u kunt het uitzetten, en niemand krijgt dat te horen.
follower-nothing = Heeft niets gekozen: krijgt niets gemeld.
follower-ways = Gemeld: { $ways }.
follower-last = Alleen als niemand ervoor antwoordde.
follower-silence = { $weeks ->
    [one] Dat er één week niets is ingevuld
   *[other] Dat er { $weeks } weken niets is ingevuld
}
follower-next = { $hours ->
    [one] Zonder antwoord na één uur wordt de volgende persoon ingelicht
   *[other] Zonder antwoord na { $hours } uur wordt de volgende persoon ingelicht
}
follower-muted = door u uitgezet
follower-mute = Voor deze persoon uitzetten
follower-unmute = Deze persoon weer laten inlichten

## Consents, facts, and one’s own place

look-as-level-says = Bekijk uw dagboek zoals elk niveau het ziet. Wie u dat apart hebt toegestaan, ziet ook wat het team zou moeten weten:
look-as-level = Zoals met: { $level }
preview-says = Zo ziet iemand dit dagboek met: { $level }. Wat die persoon zelf kiest, zoals geen getallen, kan anders zijn.
preview-notes = Misschien schreef { $name } een notitie. Anderen met dit niveau zien die, tenzij { $name } dat introk.
consents = Waar u mee instemt
consents-says = Elk is een eigen beslissing. U kunt die altijd intrekken en weer geven: niemand krijgt het te horen, en er wordt niets gewist.
consent-care_sharing = Wie ik toelaat, ziet mijn dagboek
consent-care_sharing-says = Familie, vrienden en behandelaars zien wat u voor ieder koos. Ingetrokken is het een pauze voor iedereen tegelijk.
consent-care_sharing-end = Vanaf nu ziet niemand behalve u iets van uw dagboek, ook niet wie voor u handelt, totdat u weer instemt. De noodkaart opent zolang niets.
consent-notes_sharing = Zij zien ook wat ik in woorden schreef
consent-notes_sharing-says = Notities en redenen, voor wie losse antwoorden ziet.
consent-notes_sharing-end = Vanaf nu ziet alleen u notities en redenen. Niemand kan zien of er een was.
consent-clinic_enrolment = Behandelaars zien mijn dagboek
consent-clinic_enrolment-says = Bij de klinieken die u toeliet, tussen hun patiënten.
consent-clinic_enrolment-end = Vanaf nu ziet geen behandelaar iets van uw dagboek, totdat u weer instemt.
consent-research_export = Onderzoek mag mijn beoordelingen gebruiken
consent-research_export-says = Zonder uw naam, bij de klinieken waar u ervoor koos: zij mogen uw beoordelingen eruit halen en voor onderzoek doorgeven.
consent-research_export-end = Vanaf nu wordt niets voor onderzoek gebruikt.
consent-by-inviting = Het geldt voor wie u binnenlaat, tot u het intrekt.
consent-at-clinics = Het geldt bij de klinieken waar u ervoor koos, tot u het intrekt.
consent-given = U stemde in op { $when }.
consent-ended = U trok het in op { $when }.
consent-take-back = Instemming intrekken
consent-give = Instemmen
own-place = Mijn plaats in dit dagboek
leave-diary = Dit dagboek verlaten
leave-diary-says = U ziet dan niets meer van het dagboek van { $name }. Alleen een nieuwe uitnodiging brengt u terug.
trusted-named = { $name } koos u als degene die mag handelen als het zelf niet meer gaat. Er verandert niets totdat u erom vraagt.
trusted-waiting = U hebt gevraagd voor { $name } te handelen. Vanaf { $when } doet u dat, tenzij er nee wordt gezegd.
trusted-acting = U handelt voor { $name }: u mag elke week invullen, corrigeren en verwijderen, en beslissen wie het dagboek ziet.
trusted-acting-closed = U handelt voor { $name }. Het dagboek is gesloten: u mag het lezen, en beslissen wie het ziet.
trusted-again-from = U kunt het vanaf { $when } opnieuw vragen.
trusted-ask = Vragen te mogen handelen
trusted-ask-says = { $name } en iedereen in de kring krijgen het per mail te horen, en er is tijd om nee te zeggen.
trusted-stop = Mijn verzoek intrekken
trusted-stop-says = U handelt vanaf nu niet, en kunt het een tijd niet opnieuw vragen.
trusted-decline = Ik wil geen vertrouwenspersoon zijn
trusted-decline-says = { $name } kan dan iemand anders kiezen.
close-diary = Dagboek sluiten
close-diary-says = Na enkele dagen wordt er in het dagboek van { $name } niets meer ingevuld; iedereen kan blijven lezen, niets wordt gewist. De hele kring krijgt het per mail te horen, en één tik houdt het tegen.
close-diary-why = Waarop beslist u dat?
close-diary-why-hint = Bijvoorbeeld: dat de persoon is overleden, of het zo wilde.
diary-closed = Het dagboek is gesloten sinds { $when }.
diary-closes = Het dagboek sluit op { $when }.
keep-diary-open = Dagboek open houden
open-diary-again = Het dagboek weer openen
facts = Gegevens over de persoon
facts-says = Eén keer bekend, niet elke week. Alles mag leeg blijven; een kliniek ziet het alleen als dat is gekozen.
not-known = Niet bekend
fact-symptom_onset = Wanneer de eerste verschijnselen kwamen
fact-onset_region = Waar het begon
fact-diagnosed_on = Dag van de diagnose
fact-birth_year = Geboortejaar
fact-sex = Geslacht
fact-gene = Gen waarin een oorzaak is gevonden
fact-gene-hint = Het symbool, bijvoorbeeld SOD1.
fact-usual_weight_kg = Gewicht vóór de ziekte, in kilogram
fact-usual_weight_kg-hint = Gewichtsverlies wordt daaraan gemeten.
fact-height_cm = Lengte in centimeters
fact-time_zone = Tijdzone
region-bulbar = Spreken of slikken
region-upper_limb = Armen of handen
region-lower_limb = Benen of voeten
region-trunk = Romp
region-respiratory = Ademhaling
region-generalised = Meerdere tegelijk
region-unknown = Gevraagd, en niet bekend
region-not_shared = Niet gedeeld of niet bekend
sex-female = Vrouw
sex-male = Man
sex-other = Anders
sex-unknown = Gevraagd, en niet bekend

## The clinic

no-clinics = Er is nog geen kliniek die u heeft toegevoegd.
clinic-views = Weergaven van de kliniek
clinic-patients = Patiënten
clinic-summary = Overzicht
clinic-exports = Gegevens eruit halen
clinic-invitations = Uitnodigingen
clinic-roster = Deelnemers
clinic-staff = Medewerkers
role = Rol
role-clinician = Behandelaar
role-data_manager = Datamanager
role-site_admin = Beheerder
no-patients = Er heeft zich nog geen patiënt aangesloten.
sorted-by = Gesorteerd op
sort-needs_attention = Naar wie het eerst moet worden gekeken
sort-last_week = Laatste week
sort-total = Totaal
sort-points_per_month = Punten per maand
sort-change_4_weeks = Verandering over 4 weken
sort-change_12_weeks = Verandering over 12 weken
sort-kings = King’s-stadium
sort-weeks_silent = Weken zonder beoordeling
sort-seen_at = Wanneer de kliniek voor het laatst keek
cohort-patient = Patiënt
cohort-why = Waarom
cohort-last = Laatste week
cohort-total = Totaal
cohort-per-month = Punten per maand
cohort-kings = King’s
cohort-silent = Weken stil
cohort-closed = Dagboek gesloten
cohort-enrolled = { $patients ->
    [one] 1 patiënt doet mee.
   *[other] { $patients } patiënten doen mee.
}
cohort-closed-count = { $closed ->
    [one] 1 dagboek is gesloten en hieronder niet meegeteld.
   *[other] { $closed } dagboeken zijn gesloten en hieronder niet meegeteld.
}
by-onset = Naar waar het begon
medians = In het midden (mediaan)
adherence-part = Vastgelegde weken, van de laatste 26
flag-nothing_recorded = niets ingevuld
flag-breathing_now = ademhaling
flag-breathing_changed = ademhaling veranderd
flag-breathing_support_changed = ademondersteuning veranderd
flag-swallowing_changed = slikken veranderd
flag-weight_down = minder gewicht
flag-total_changed_quickly = totaal snel veranderd
flag-saliva_aids = speeksel
flag-speech_aids = spreken
by-stage = King’s-stadia
by-pace = Tempo
pace-slower_than_most = langzamer dan bij de meesten (minder dan 0,04 punt per maand)
pace-slower_than_mean = langzamer dan gemiddeld (tot 0,89)
pace-faster_than_mean = sneller dan gemiddeld (tot 1,96)
pace-faster_than_most = sneller dan bij de meesten
exports-says = Patiënten die geen toestemming gaven, worden weggelaten en in het manifest geteld.
format = Formaat
format-csv = Tabel, een rij per week (CSV)
format-csv-long = Tabel, een rij per antwoord (CSV)
format-proact = PRO-ACT-bestanden
format-ndjson = Alles met geschiedenis (NDJSON)
format-fhir = FHIR R4
format-dataset-json = CDISC Dataset-JSON
format-parquet = Parquet
names-or-not = Namen
without-names = Zonder namen
with-names = Met namen
export-reason = Waarvoor zijn namen nodig?
take-out = Gegevens eruit halen
export-queued = wacht
export-running = wordt gemaakt
export-ready = klaar
export-failed = mislukt
export-expired = verlopen
file-rows = { $rows } rijen
manifest = Manifest, ondertekend
remove-export-says = De bestanden ervan worden verwijderd.
invite-patient = Een patiënt uitnodigen
subject-id = Deelnemersnummer
subject-id-hint = Wordt door de server gemaakt als het leeg is.
invite-many = Velen uitnodigen
invite-many-says = Een tabel met de kolommen email en subject_id. Als één rij een fout heeft, wordt niemand uitgenodigd, en hoort u welke rij het is.
table-file = Tabel (CSV)
invited-of = { $invited } van { $of } zijn uitgenodigd.
row-of = Rij { $row }, { $email }
not-invited-subject_id_taken = niet uitgenodigd: een andere patiënt van deze kliniek heeft dit deelnemersnummer
not-invited-invited_too_often = niet uitgenodigd: zo vaak uitgenodigd als één dag toelaat; probeer het morgen weer
add-staff = Medewerker toevoegen
staff-name = Naam
staff-added = Die persoon hoort het per mail.
staff-pending = Uitgenodigd op { $moment }, heeft nog geen wachtwoord gekozen
staff-unnamed = Iemand van wie de naam hier nog niet bekend is
remove-staff-says = { $name } ziet vanaf nu niets meer van deze kliniek.

## Records beside the weeks

record-something = Iets invullen
recorded-so-far = Tot nu toe ingevuld
record-warned = Het is ingevuld. Bekijk de waarschuwing erbij.
add-measurement = Meetwaarde toevoegen
add-administration = Dag toevoegen waarop het is gegeven
add-screening = Onderzoek vóór cellen toevoegen
schedule = Hoe vaak, als u wilt
treatment-clinic = Waar, als u wilt
in-trial = Het hoort bij een studie
trial-id = Nummer van de studie
suspected = Van welke behandeling, denkt u?
serious-short = ernstig
cell-type = Welke cellen?
cells-mesenchymal = Mesenchymale
cells-neural = Neurale
cells-other = Andere
cell-source = Uit welk weefsel?
source-bone_marrow = Beenmerg
source-adipose = Vetweefsel
source-peripheral_blood = Bloed
source-umbilical_cord = Navelstreng
source-other = Ander weefsel
cell-donor = Van wie?
donor-autologous = Eigen
donor-allogeneic = Van iemand anders
route = Hoe is het gegeven?
route-oral = Via de mond
route-intravenous = In een ader
route-intrathecal = In het vocht rond het ruggenmerg
route-intraspinal = In het ruggenmerg zelf
route-intramuscular = In een spier
route-enteral = Via een voedingssonde
route-other = Op een andere manier
amount-cells = Hoeveel cellen, in miljoenen
amount-mg = Hoeveel, in milligram
millions = { $cells } miljoen cellen
guided-by = Wat leidde de naald?
imaging-none = Niets
imaging-ultrasound = Echografie
imaging-fluoroscopy = Röntgendoorlichting
imaging-ct = CT
imaging-mri = MRI
imaging-other = Iets anders
anaesthesia = Hoe is pijn voorkomen?
anaesthesia-none = Helemaal niet
anaesthesia-local = Plaatselijk
anaesthesia-sedation = Roesje
anaesthesia-general = Narcose
finding-damaged_bone_marrow = Beschadigd beenmerg
finding-clotting_disorder = Bloed dat niet goed stolt
finding-low_platelets = Te weinig bloedplaatjes
finding-cancer = Kanker
finding-pregnancy_or_lactation = Zwangerschap of borstvoeding
finding-active_severe_infection = Nu een ernstige infectie
found-unknown = Niet bekend
found-no = Niet gevonden
found-yes = Gevonden
screened-by = Wie heeft onderzocht?
screening-found = Gevonden: { $what }.
screening-unknown = Niet bekend: { $what }.
screening-nothing = Er is niets gevonden dat tegen cellen spreekt.
days-given = { $days ->
    [0] Dagen waarop het is gegeven
    [one] Op één dag gegeven
   *[other] Op { $days } dagen gegeven
}
course-next = De klinieken van dit dagboek herhalen het tussen { $from } en { $to }, als dat al gebeurt: dat beslist u met uw team.
course-followed = Gevolgd tot { $day }.
warning-not_screened = { $day }: er zijn cellen gegeven zonder dat hier een onderzoek vooraf is ingevuld.
warning-contraindicated = { $day }: er zijn cellen gegeven hoewel het onderzoek vooraf iets had gevonden.
what-measured = Wat is er gemeten?
measured-value = Waarde
measure-range = In { $unit }, tussen { $lowest } en { $highest }.
posture = Zittend of liggend?
posture-sitting = zittend
posture-supine = liggend op de rug
posture-standing = staand
measured-with = Met welk apparaat, als u wilt
measure-svc = Longfunctie: langzame vitale capaciteit (SVC)
measure-fvc = Longfunctie: geforceerde vitale capaciteit (FVC)
measure-snip = Snuifdruk (SNIP)
measure-peak_cough_flow = Hoestkracht
measure-ventilator_hours = Uren beademing per dag
measure-nfl_serum = Neurofilament light in serum
measure-nfl_plasma = Neurofilament light in plasma
measure-nfl_csf = Neurofilament light in hersenvocht
measure-pnfh_csf = Gefosforyleerd neurofilament heavy in hersenvocht

## Ratings of home and clinic

raters = Thuis en kliniek
agreement-means = Mensen zien dezelfde dagen anders, en niemand hoeft zich te vergissen: de een weet hoe het voelt, de ander hoelang het duurt. Twee beoordelingen van één persoon door dezelfde ogen verschillen tot ongeveer 4 van de 48 punten zonder dat er iets verandert. Een verschil tussen beoordelaars is geen verandering van de ziekte.
home-and-clinic = Naast elkaar
home-and-clinic-says = Elke beoordeling van de kliniek met de dichtstbijzijnde van thuis, hooguit { $days } dagen uit elkaar. Het verschil is die van de kliniek min die van thuis.
at-home = Thuis
at-clinic = Kliniek
difference = Verschil
no-home-rating = Geen beoordeling rond die dag
agreement-limits-mean = Van 100 paren liggen er ongeveer 95 tussen de twee grenzen. Bij minder dan vijf paren zijn er geen.
agreement-of = { $other }, vergeleken met: { $one }
clinic-ratings = Beoordelingen van de kliniek
rate = Beoordelen voor de kliniek
rate-of = Beoordeling van de kliniek: { $name }
rate-says = Ze staat naast het dagboek van thuis, en geen lijn telt haar mee.
rate-how = Hoe is het gevraagd?
rate-remove-says = Ze telt in geen vergelijking meer. De geschiedenis bewaart haar.
rate-removed = De beoordeling van deze dag is verwijderd
rate-removed-says = { $name } heeft de beoordeling van de kliniek van { $day } verwijderd. Uw antwoorden zijn er nog en kunnen opnieuw worden ingevuld.
rate-anew = Opnieuw invullen
rate-anew-says = Uw antwoorden worden de beoordeling van de kliniek voor deze dag. De geschiedenis houdt bij dat ze verwijderd was.
rate-taken = Deze dag heeft al een beoordeling
rate-taken-says = { $name } heeft de beoordeling van de kliniek van { $day } ingevuld. Er gaat niets verloren: bekijk beide en beslis.

## Guests, who have no account

guest = Een week voor iemand anders
guest-for = Het gaat om { $name }.
guest-says = U kreeg een link om één week vast te leggen voor de persoon bij wie u bent. Verder ziet u niets van het dagboek.
guest-name = Uw naam
guest-name-hint = Het dagboek toont die als de naam die u opgaf.
guest-tube = Heeft de persoon een voedingssonde?
guest-recorded = Dank u. De beoordeling van { $day } staat in het dagboek, met de naam { $name }.
guest-correct-until = U kunt die verbeteren tot { $when }.
guest-changed-since = Dank u. Wat u vastlegde, is daarna in het dagboek veranderd; hier is niets meer te doen.
guest-links = Zonder account: één week met een link
guest-links-says = Wie een nacht bij u waakt, heeft geen account nodig. Een link geldt één dag en legt één week vast; wie hem heeft, ziet niets van uw dagboek.
guest-shown-name = Uw naam die hij toont, als u wilt
make-guest-link = Maak een link
guest-link-made = Geef deze link zelf door. Hij wordt alleen nu getoond.
copy-link = Kopieer de link
copied = Hij is gekopieerd.
copy-by-hand = Kopieer hem met de hand.
guest-link-made-on = Gemaakt op { $when }:
guest-link-open = nog niets vastgelegd
guest-link-used = een week vastgelegd ({ $week })
guest-link-revoked = ingetrokken
guest-link-expired = verlopen
guest-link-withdraw = De link opent dan niets meer. Wat ermee is vastgelegd, blijft.
claimed-name = een gast met een link, die de naam { $name } opgaf
former-member = iemand die eerder bij de kring hoorde

## What a refusal means here

problem-link_used = Met deze link is al een andere week vastgelegd. Die kan verbeterd worden.
problem-code_not_valid = Deze link geldt niet meer, of hoort bij een ander adres. Vraag een nieuwe aan.
problem-wrong_credentials = Het e-mailadres of het wachtwoord klopt niet: probeer het opnieuw, of vraag per mail een nieuw wachtwoord aan.
problem-wrong_code = De code klopt niet of is al gebruikt: voer de volgende in.
problem-mfa_token_not_valid = Dit inloggen duurde te lang of werd te vaak geprobeerd: begin opnieuw.
problem-passkey_refused = Deze passkey wordt hier niet aangenomen, of het duurde te lang: probeer het nog eens.
problem-wrong_password = Het huidige wachtwoord klopt niet: typ het opnieuw, of vraag per mail een nieuw aan.
problem-not_found = Het is er niet, of niet meer voor u.
problem-precondition_failed = Het is intussen gewijzigd. Bekijk het opnieuw, en probeer het dan nog eens.
problem-insufficient_user_authentication = Uw werk hier vraagt een tweede factor. Stel er een in onder ‘Mijn account’ en log dan opnieuw in.
problem-week_taken = Deze week is al door anderen ingevuld, of sindsdien gewijzigd. Bekijk haar opnieuw en beslis dan.
problem-week_recorded = Deze week is al ingevuld. Kies een andere dag van de link, of zeg het tegen de persoon die hem aan u gaf.
problem-week_removed = Deze week is intussen verwijderd. Bekijk haar opnieuw en beslis of ze opnieuw wordt ingevuld.
problem-week_not_valid = Deze week bestaat niet.
problem-id_taken = Hier is al iets ingevuld. Bekijk het opnieuw en probeer het dan nog eens.
problem-record_removed = Het is intussen verwijderd. Bekijk het opnieuw en beslis of het opnieuw wordt ingevuld.
problem-precondition_required = Het is intussen gewijzigd. Bekijk het opnieuw en probeer het dan nog eens.
problem-too_many_versions = Hiervan zijn er zoveel versies als er mogen zijn; het kan alleen nog worden verwijderd.
problem-too_many_records = Hiervan zijn er zoveel als er mogen zijn.
problem-recorded_by_patient = De patiënt heeft dit ingevuld; alleen die kan het wijzigen.
problem-recorded_by_clinician = De kliniek heeft dit ingevuld; alleen de kliniek en de patiënt kunnen het wijzigen.
problem-screening_by_caregiver = Een onderzoek wordt ingevuld door de kliniek of door de patiënt.
problem-not_cell_therapy = Deze behandeling is geen celtherapie.
problem-diary_closed = Dit dagboek is gesloten en neemt niets meer op.
problem-read_only = U mag dit dagboek lezen, niet erin schrijven; de patiënt kan dat wijzigen.
problem-summary_only = U mag het verloop van dit dagboek zien, niet wat er is ingevuld; de patiënt kan dat wijzigen.
problem-patient_only = Dat kan alleen degene van wie dit dagboek is.
problem-clinician_only = Dat kunnen alleen behandelaars.
problem-site_role = Uw rol bij deze kliniek staat dat niet toe.
problem-trustee_only = Dat kan alleen de gekozen vertrouwenspersoon.
problem-coordinator_only = Van de behandelaars wordt alleen degene ingelicht die de zorg coördineert.
problem-own_diary = Dit is uw eigen dagboek: meldingen zijn voor wie het dagboek van een ander volgt.
problem-asked_too_soon = Dit is kort geleden gevraagd en beëindigd; vraag het later opnieuw.
problem-sharing_taken_back = U hebt ingetrokken dat anderen uw dagboek zien: stem daar eerst weer mee in.
problem-reminders_off = U wordt nergens aan herinnerd: kies dat eerst.
problem-flag_changed = De getallen zijn veranderd sinds u het zag: kijk nog eens.
problem-too_late_today = Dat zou niet meer vandaag zijn, of in uw stille uren.
problem-too_many_guest_links = U hebt zoveel links gemaakt als op één dag mag: probeer het morgen weer.
problem-too_many_invitations = U hebt zoveel uitnodigingen gestuurd als op één dag mag: probeer het morgen weer.
problem-too_many_members = De kring is vol: verwijder iemand, of trek een uitnodiging in.
problem-too_many_passkeys = Er zijn al twintig passkeys: verwijder er een die u niet gebruikt.
problem-passkey_not_valid = Deze passkey kan niet worden toegevoegd, of het duurde te lang: begin opnieuw.
problem-last_factor = U hebt een tweede factor nodig: voeg er een andere toe voordat u deze verwijdert.
problem-no_second_factor = Er is geen tweede factor waarvoor herstelcodes kunnen invallen.
problem-password_closed = Te veel foute wachtwoorden achter elkaar: dit wachtwoord opent niets meer. Kies per mail een nieuw.
problem-invalid_grant = De sessie is afgelopen: log opnieuw in.
problem-erasure_begun = Uw account wordt nu gewist; het kan niet meer worden behouden.
problem-device_taken = Op dit apparaat krijgt een ander account meldingen: zet het hier opnieuw aan.
problem-export_expired = De bestanden van deze export zijn gewist: vraag een nieuwe.
problem-export_no_longer_shared = Iemand in deze export deelt niet meer: de bestanden zijn gewist. Vraag een nieuwe.
problem-export_not_ready = Deze export is nog niet klaar, of is mislukt.
problem-too_many_exports = Er worden twee exports van u gemaakt: wacht op één, of verwijder er één.
problem-too_many_rows = Eén bestand nodigt hooguit 200 mensen uit: splits het.
problem-too_many_staff = Bij deze kliniek werken zoveel mensen als er mogen zijn.
problem-subject_id_taken = Iemand anders van deze kliniek heeft dit nummer.
problem-quota_exceeded = Dat was te vaak in korte tijd: probeer het zo nog eens.
problem-client_too_old = Deze pagina is ouder dan de server: laad haar opnieuw. Wat nog moet worden verstuurd, blijft op het apparaat.
problem-body_too_large = Dat is te groot.
problem-request_timeout = Het kwam niet op tijd aan: verstuur het opnieuw.
problem-unavailable = Even niet beschikbaar: probeer het zo nog eens.
problem-internal = Er ging iets mis aan onze kant.
fault-another_day = De dag is een andere dan die waar het om gaat.
fault-before_treatment = Dat was vóór het begin van de behandeling.
fault-cell_therapy_only = Dat hoort alleen bij een celtherapie.
fault-date_before_diagnosis = De dag ligt vóór de diagnose.
fault-date_in_future = Deze dag is nog nergens op aarde aangebroken.
fault-date_too_early = Deze dag ligt te ver terug.
fault-day_outside_link = Deze dag hoort niet bij deze link.
fault-day_outside_treatment = De dag valt buiten de behandeling.
fault-day_outside_week = De dag valt buiten deze week.
fault-date_before_birth = Deze dag ligt vóór het geboortejaar.
fault-diagnosed_before_onset = De diagnose ligt vóór de eerste verschijnselen.
fault-empty = Er is iets leeg dat niet leeg mag zijn.
fault-ended_before_start = Het eindigde voordat het begon.
fault-forbidden_character = Er staat een teken in dat niet mag.
fault-gastrostomy_needed = Deze vorm van de vraag hoort bij een voedingssonde.
fault-given_outside_treatment = Er zijn dagen waarop ze is gegeven buiten deze tijd.
fault-identified_only = Dat is er alleen met namen.
fault-invalid_email = Dat is geen e-mailadres.
fault-invalid_subject_id = Dat kan geen nummer zijn.
fault-invalid_value = Er staat een waarde in die niet kan.
fault-laboratory_only = Dat hoort alleen bij waarden uit het laboratorium.
fault-lung_function_only = Dat hoort alleen bij een meting van de longen.
fault-missing_member = Er ontbreekt iets.
fault-not_in_circle = Deze persoon zit niet in uw kring.
fault-not_in_trial = Het nummer van een studie hoort alleen bij een studie.
fault-not_your_clinician = Deze persoon behandelt u niet.
fault-nothing_answered = Beantwoord minstens één vraag.
fault-out_of_range = Zo’n waarde is hier niet mogelijk: controleer het getal en de eenheid.
fault-own_address = Dat is uw eigen adres.
fault-password_too_common = Dit wachtwoord komt te vaak voor: neem bijvoorbeeld vier woorden.
fault-password_too_long = Dit wachtwoord is te lang.
fault-password_too_short = Dit wachtwoord is te kort: minstens 15 tekens.
fault-respondent_not_possible = Zo kan hier niet geantwoord zijn.
fault-too_long = Dat is te lang.
fault-trustee_not_possible = Deze persoon kan geen vertrouwenspersoon zijn.
fault-unknown_columns = De tabel heeft de kolommen email en subject_id nodig.
fault-unknown_push_service = Deze browser meldt via een dienst die wij niet kennen.
fault-unknown_time_zone = Deze tijdzone bestaat niet.
fault-unknown_treatment = Deze behandeling is er hier niet.
fault-unreadable = Dat is niet te lezen.
fault-wrong_number_of_cells = Een rij heeft niet zoveel velden als de eerste.

## Treatments, and the team

treatments = Behandelingen en bijwerkingen
no-treatments = Er is nog niets vastgelegd.
it-ended = Dit is gestopt
last-day = Laatste dag
first-day = Dag
remove-record-says = { $name } telt niet meer mee. De geschiedenis bewaart het.
recorded-by-short = Vastgelegd door { $name }.
record-added = Het is vastgelegd.
add-treatment = Een behandeling toevoegen
add-side_effect = Een bijwerking toevoegen
add-milestone = Een mijlpaal toevoegen
what-kind = Wat is het?
treatment-name = Naam
dose = Dosering, als u wilt
in-your-words = In uw eigen woorden
how-bad = Hoe ernstig?
serious = Het was ernstig
serious-hint = Het leidde tot een ziekenhuisopname, gevaar of blijvende schade.
treatment-drug = Een medicijn
treatment-cell_therapy = Cellen
treatment-rehabilitation = Revalidatie
treatment-device = Een hulpmiddel
treatment-other = Iets anders
happening-headache = Hoofdpijn
happening-fatigue = Vermoeidheid
happening-fever = Koorts
happening-site_pain = Pijn op de plaats van toediening
happening-other = Iets anders
happening-gastrostomy = Voedingssonde via de buik
happening-nasogastric_tube = Voedingssonde via de neus
happening-niv_over_22_hours = Beademingsmasker meer dan 22 uur per dag
happening-tracheostomy = Tracheostoma
happening-wheelchair = Rolstoel
happening-speech_device = Spraakhulpmiddel
severity-1 = licht
severity-2 = matig
severity-3 = zwaar
severity-4 = levensbedreigend
severity-5 = dodelijk
record-administration = Een dag waarop het is gegeven
record-screening = Onderzoek vóór de cellen
record-measurement = Meetwaarde
for-the-team = Voor het team
we-looked = Wij hebben gekeken
seen-told = De patiënt ziet dat u hebt gekeken.
agreement = Hoe ver beoordelaars overeenkomen
agreement-pairs = Paren
agreement-mean-difference = Gemiddeld verschil
agreement-limits = Grenzen van overeenstemming

## What the page and the emergency card say

emergency-card = Noodkaart

### From here on it is the server that writes: the page is sent what stands above

## The emergency card

emergency-diagnosis = Diagnose
emergency-als = ALS (amyotrofische laterale sclerose)
emergency-diagnosed-on = Bekend sinds { $day }, zegt de patiënt.
emergency-breathing = Ademhaling
emergency-breathing-4 = Geen beademingsapparaat
emergency-breathing-3 = Soms beademing met een masker (niet-invasief)
emergency-breathing-2 = Elke nacht beademing met een masker (niet-invasief)
emergency-breathing-1 = Dag en nacht beademing met een masker (niet-invasief)
emergency-breathing-0 = Beademing via een buis in de luchtpijp (invasief)
emergency-tracheostomy = Tracheostoma sinds { $day }
emergency-mask = Beademingsmasker meer dan 22 uur per dag sinds { $day }
emergency-swallowing = Slikken
emergency-swallowing-4 = Eet zoals gewoonlijk
emergency-swallowing-3 = Verslikt zich soms
emergency-swallowing-2 = Heeft eten en drinken nodig dat makkelijker te slikken is
emergency-swallowing-1 = Krijgt voeding deels via een sonde
emergency-swallowing-0 = Neemt niets via de mond: voeding via sonde of ader
emergency-tube = Voedingssonde sinds { $day }
emergency-tube-answered = Voedingssonde, volgens het antwoord van { $day }
emergency-patient-said = Eigen verklaring van de patiënt van { $day }.
emergency-caregiver-saw = Zoals een mantelzorger het zag op { $day }.
emergency-clinician-saw = Zoals een zorgverlener het zag op { $day }.
emergency-not-recorded = Er is niets vastgelegd
emergency-words = In eigen woorden
emergency-contacts = Bel alstublieft
emergency-warning = Dit alles is op de genoemde dagen in een dagboek opgegeven. Niemand heeft het gecontroleerd, en het kan veranderd zijn: wat u voor u ziet, telt meer. Het is geen medisch dossier en voorspelt niets.
emergency-shown-on = Getoond op { $day }.
emergency-chosen-on = Wat er staat, is gekozen op { $day }.
emergency-gone = Deze kaart is niet meer geldig, of hier was er nooit een. Vraag het de persoon, of wie erbij is.

## Moments

day-in-words = { $without_year ->
   *[other] { $day } { $month } { $year }
}
day-and-time = { $day } { $month } { $year } om { $time } UTC
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

## Mails: no subject says anything about health, nor about a person

mail-hello = Hallo,
mail-sign-up =
    Iemand, waarschijnlijk u, opent een account met dit adres. Volg deze link om het af te maken:

    { $link }

    Of vul deze code in de app in:

    Code: { $code }

    U hebt 24 uur, er is dus geen haast. Hebt u er niet om gevraagd, doe dan niets: zonder link of
    code komt er geen account.
    .subject = Uw code
mail-already-here =
    Iemand, waarschijnlijk u, wilde een account openen met dit adres. Er is er al een, en er is
    niets veranderd: log in met het wachtwoord dat u hebt.

    Was u het niet, dan hoeft u niets te doen.
    .subject = U hebt al een account
mail-password-reset =
    Iemand, waarschijnlijk u, heeft om een nieuw wachtwoord voor uw account gevraagd. Volg deze
    link om er een te kiezen:

    { $link }

    Of vul deze code in de app in:

    Code: { $code }

    Hij werkt één keer, binnen de volgende 30 minuten; vraag er daarna opnieuw om. Hebt u er niet
    om gevraagd, doe dan niets: uw wachtwoord blijft zoals het is.
    .subject = Een nieuw wachtwoord
mail-activation =
    Er is een account voor u gemaakt. Volg deze link om het wachtwoord te kiezen:

    { $link }

    Of vul deze code in de app in:

    Code: { $code }

    Hij werkt één keer, binnen zeven dagen. Na de eerste keer inloggen wordt u om een tweede factor
    gevraagd; houd uw telefoon bij de hand.

    Weet u niet waar dit over gaat, doe dan niets: zonder de code kan niemand het account
    gebruiken.
    .subject = Uw account is klaar
mail-password-changed =
    Het wachtwoord van uw account is zojuist gewijzigd, en alle andere apparaten zijn uitgelogd.

    Was u het niet, schrijf dan meteen aan wie deze dienst beheert.
    .subject = Uw wachtwoord is gewijzigd
mail-key-used-twice =
    De sleutel waarmee een van uw apparaten ingelogd blijft, is een tweede keer gebruikt. Dat kan
    betekenen dat iemand hem heeft gekopieerd; daarom hebben wij die sessie beëindigd. Uw andere
    apparaten blijven ingelogd, en niets van wat u hebt geschreven is verloren: log opnieuw in.

    Gebeurt dit vaker dan één keer, wijzig dan uw wachtwoord.
    .subject = Een van uw apparaten is uitgelogd
mail-device-left =
    U hebt ingelogd op één apparaat meer dan een account tegelijk kan hebben. Daarom is het apparaat
    uitgelogd dat het langst niet was gebruikt.

    Was u het niet die inlogde, wijzig dan uw wachtwoord.
    .subject = Een van uw apparaten is uitgelogd
mail-new-device =
    Iemand, waarschijnlijk u, heeft op uw account ingelogd op een nieuw apparaat of vanaf een ander
    netwerk.

    Apparaat: { $device }
    Netwerk: { $address }
    Wanneer: { $when }

    Was u het niet, log dat apparaat dan uit in de app, en wijzig uw wachtwoord.
    .subject = Een nieuw apparaat heeft ingelogd
mail-device-without-name = zonder naam
mail-factor-added =
    Vanaf nu vraagt het inloggen op uw account naast het wachtwoord een code uit uw app. Bewaar de
    herstelcodes die u zijn getoond: een daarvan vervangt de app als uw telefoon kwijt is.

    Was u het niet, schrijf dan meteen aan wie deze dienst beheert.
    .subject = Inloggen vraagt nu een tweede stap
mail-factor-removed =
    De tweede stap van het inloggen is zojuist van uw account verwijderd: het wachtwoord alleen is
    nu genoeg, en de herstelcodes zijn niets meer waard.

    Was u het niet, wijzig dan uw wachtwoord en zet de tweede stap weer aan.
    .subject = Voor het inloggen is het wachtwoord nu genoeg
mail-codes-removed =
    De codes uit uw app zijn zojuist van uw account verwijderd. U logt in met een passkey, of met het
    wachtwoord en een van uw herstelcodes.

    Was u het niet, wijzig dan uw wachtwoord en zet de codes weer aan.
    .subject = Om de codes van uw app wordt niet meer gevraagd
mail-recovery-code-used =
    Een van uw herstelcodes is zojuist gebruikt en is niets meer waard. Nog over: { $left }.
    U kunt nieuwe maken als u bent ingelogd.

    Was u het niet, wijzig dan meteen uw wachtwoord en maak nieuwe codes.
    .subject = Een van uw herstelcodes is gebruikt
mail-recovery-codes-renewed =
    Er zijn zojuist nieuwe herstelcodes voor uw account gemaakt. De codes die u eerder had, zijn
    niets meer waard.

    Was u het niet, wijzig dan meteen uw wachtwoord en maak nieuwe codes.
    .subject = U hebt nieuwe herstelcodes
mail-reset-asked =
    Aan wie deze dienst beheert is gezegd dat u de tweede factoren van uw account kwijt bent. Ze
    worden verwijderd op { $due }. Log daarna in met uw wachtwoord, en stel meteen een
    tweede factor in.

    Bent u niets kwijt, log dan in, annuleer het, en schrijf meteen aan wie deze dienst beheert.
    .subject = Uw tweede factoren worden verwijderd
mail-reset-cancelled =
    De tweede factoren van uw account worden niet verwijderd: alles blijft zoals het is.
    .subject = Uw tweede factoren blijven
mail-factors-reset =
    De tweede factoren van uw account zijn zojuist verwijderd, en alle apparaten zijn uitgelogd. Log
    in met uw wachtwoord, en stel meteen een tweede factor in: daarvoor kan er niets anders.

    Bent u niets kwijt, schrijf dan meteen aan wie deze dienst beheert.
    .subject = Uw tweede factoren zijn verwijderd
mail-passkey-added =
    Vanaf nu kunt u met deze passkey op uw account inloggen:

    { $name }

    Was u het niet, log dan in, verwijder hem, en wijzig meteen uw wachtwoord.
    .subject = Er is een passkey aan uw account toegevoegd
mail-passkey-removed =
    Deze passkey is zojuist van uw account verwijderd en logt niemand meer in:

    { $name }

    Was u het niet, wijzig dan meteen uw wachtwoord, en kijk welke apparaten zijn ingelogd.
    .subject = Er is een passkey van uw account verwijderd
mail-invitation =
    { $name } deelt een dagboek met u. Zodra u dat aanneemt, kunt u
    { $allows }.

    Log in met dit adres, of open er eerst een account mee, en vul deze code in:

    Code: { $code }

    Of volg deze link, die dezelfde code bevat:

    { $link }

    De code werkt één keer, alleen voor u, tot { $ends }.
    Wilt u het niet, doe dan niets: niemand hoort ervan. Om nooit meer een uitnodiging te krijgen,
    van niemand:

    { $never }
    .subject = U bent uitgenodigd
you-can-summary = zien hoe de beoordelingen zich ontwikkelen, zonder losse antwoorden of notities
you-can-read = elke invoer met de notities lezen, en zien hoe de beoordelingen zich ontwikkelen
you-can-write = alles lezen, en namens de patiënt invullen
mail-enrolment =
    { $site } vraagt of het team daar het dagboek mag zien dat u bijhoudt of gaat bijhouden. Zodra u
    dat aanneemt, zien de behandelaars wat u invult. U kiest of ze ook uw notities en de gegevens
    over u zien, en of uw beoordelingen zonder uw naam naar onderzoek gaan. U kunt dat altijd
    veranderen, of stoppen.

    Log in met dit adres, of open er eerst een account mee, en vul deze code in:

    Code: { $code }

    Of volg deze link, die dezelfde code bevat:

    { $link }

    De code werkt één keer, alleen voor u, tot { $ends }.
    Wilt u het niet, doe dan niets: niemand hoort ervan. Om nooit meer een uitnodiging te krijgen,
    van niemand:

    { $never }
    .subject = U bent uitgenodigd
mail-works-here =
    Vanaf nu werkt u voor { $site }. Log in met dit adres om te zien wat er voor u is. Is dit een
    vergissing, zeg het dan aan wie u heeft toegevoegd.
    .subject = U bent aan een kliniek toegevoegd
mail-coordinates =
    Een patiënt van uw kliniek heeft u gekozen om de zorg te coördineren. Log in om te zien wie: de
    lijst van uw kliniek zegt het. Dat kan altijd worden veranderd.
    .subject = U bent gekozen
mail-cannot-work-here =
    { $site } wilde u daar laten werken met dit adres. Het heeft hier al een account van een ander
    soort, en een account is van één soort: geef een ander adres op, als u daar werkt. Er is niets
    veranderd, en het is daar niet gezegd.
    .subject = U bent gevraagd in een kliniek te werken
mail-closure-asked =
    { $who }, handelt voor u en vraagt uw dagboek te sluiten op
    { $from }. Niemand zou er nog iets in invullen; er wordt niets gewist.

    Wilt u dat niet, zeg dan hier nee, zonder in te loggen. Dat opent uw dagboek weer, en niemand
    handelt meer voor u:

    { $link }

    U kunt altijd nee zeggen, ook daarna.
    .subject = Uw dagboek wordt gesloten
mail-circle-closes =
    Iemand die { $name } heeft gekozen, vraagt het dagboek te sluiten dat { $name } met u deelt, op
    { $from }. Niemand zou er nog iets in invullen; wat u kunt zien blijft zoals het is.

    Lijkt u dit niet goed, praat dan met { $name }.
    .subject = Over een dagboek dat u deelt
mail-closure-ended =
    De persoon die voor u handelt, vraagt niet meer uw dagboek te sluiten: het is open, en alles is
    zoals eerst.
    .subject = Uw dagboek is open
mail-circle-opens =
    Het dagboek dat { $name } met u deelt, is niet gesloten: alles is zoals eerst.
    .subject = Over een dagboek dat u deelt
mail-are-you-there =
    U hebt uw account { $months } maanden niet gebruikt. Er gebeurt niets mee, en er wordt niets
    gewist.

    Gaat u ermee door, log dan één keer in. Wilt u het niet meer, log dan in en vraag het te wissen.
    Hebt u hulp nodig, dan kan iemand die u hebt binnengelaten het ook vragen, als u die persoon
    kiest.
    .subject = Uw account was lang stil
mail-somebody-quiet =
    { $name } heeft u gekozen en heeft het account { $months } maanden niet gebruikt. Er gebeurt
    niets mee, en er wordt niets gewist.

    Kan { $name } niet verder, dan kunt u in de app vragen of u voor het dagboek mag zorgen, en het
    daarna sluiten. Anders hoeft { $name } alleen één keer in te loggen.
    .subject = Iemand was lang stil
mail-you-chose =
    U hebt gekozen wie voor u mag handelen, als u dat ooit wilt of nodig hebt:

    { $who }.

    Nu verandert er niets. Die persoon moet er eerst om vragen; dan hoort u het, en hebt u tijd om
    nee te zeggen. U kunt altijd iemand anders kiezen, of niemand.

    Hebt u niet zelf gekozen, log dan in, neem het terug, en wijzig uw wachtwoord.
    .subject = U hebt gekozen wie voor u handelt
mail-you-were-chosen =
    { $name } deelt een dagboek met u, en heeft u gekozen om ervoor te zorgen als dat ooit gewenst of
    nodig is.

    Nu verandert er niets, en u hoeft niets te doen. Vraag er in de app om als het zover is. Wilt u
    liever niet, dan kunt u het daar afwijzen.
    .subject = Iemand vertrouwt u
mail-trustee-asks =
    { $who }, vraagt voor u te mogen handelen vanaf
    { $from }. U hebt deze persoon gekozen.

    Die persoon zou dan met uw dagboek en uw kring kunnen doen wat u kunt doen. Uw account, uw
    wachtwoord en wie er gekozen is, blijven alleen bij u.

    Wilt u dat, doe dan niets. Zo niet, zeg dan hier nee, zonder in te loggen:

    { $link }

    U kunt altijd nee zeggen, ook daarna, met deze link of in de app.
    .subject = Iemand vraagt voor u te mogen handelen
mail-trustee-soon =
    { $who }, handelt voor u vanaf
    { $from }. U hebt deze persoon gekozen, en die heeft erom gevraagd.

    Wilt u dat, doe dan niets. Zo niet, zeg dan hier nee, zonder in te loggen:

    { $link }
    .subject = Binnenkort handelt iemand voor u
mail-trustee-acts =
    { $who }, handelt vanaf nu voor u. U hebt deze persoon gekozen.

    U kunt nog steeds alles zelf doen, en alles zien wat die persoon doet. U kunt er altijd een eind
    aan maken, in de app of hier, zonder in te loggen:

    { $link }
    .subject = Iemand handelt nu voor u
mail-nobody-acts =
    Zoals u wilde, handelt niemand voor u. Wie u hebt gekozen kan het niet opnieuw vragen voor
    { $from }; u kunt ook iemand anders kiezen, of niemand.

    Wilde u het niet, dan kunt u die persoon in de app opnieuw kiezen.
    .subject = Niemand handelt voor u
    .others =
    Wie werd binnengelaten terwijl die persoon voor u handelde, is nog in uw kring:

    - { $names }

    Om hen allemaal te verwijderen, zonder in te loggen:

    { $link }&others
mail-circle-asked =
    Iemand die { $name } heeft gekozen, vraagt voor het dagboek te mogen zorgen dat { $name } met u
    deelt, vanaf { $from }. { $name } kan nee zeggen, dan en later.

    Wat u kunt zien blijft zoals het is. Lijkt u dit niet goed, praat dan met { $name }.
    .subject = Over een dagboek dat u deelt
mail-circle-acts =
    Iemand die { $name } heeft gekozen, zorgt vanaf nu voor het dagboek dat { $name } met u deelt,
    samen met { $name }.

    Wat u kunt zien blijft zoals het is. Lijkt u dit niet goed, praat dan met { $name }.
    .subject = Over een dagboek dat u deelt
mail-circle-changed =
    { $name } handelt voor u en heeft veranderd wie uw dagboek mag openen of wie uw zorg coördineert,
    of iemand uitgenodigd. Wat het was, staat in de app onder “Wie het heeft geopend”.

    U kunt het terugveranderen, en er altijd een eind aan maken dat die persoon voor u handelt.
    .subject = Uw kring is veranderd
mail-erasure-asked =
    Iemand, waarschijnlijk u, heeft gevraagd uw account en alles wat u hebt geschreven te wissen. Dat
    gebeurt op { $due }.

    Tot dan werkt alles zoals eerst, en kunt u van gedachten veranderen: log in en houd het account.
    Daarna kan niemand het terughalen.

    Was u het niet, log dan in, houd het account, en wijzig uw wachtwoord.

    Dit blijft daarna:

    { $stays }
    .subject = Uw account wordt gewist
mail-erasure-taken-back =
    Uw account wordt niet gewist: alles blijft zoals het is.
    .subject = Uw account blijft
mail-erased =
    Zoals u vroeg is uw account gewist, met wat u schreef. Back-ups van eerder bewaren het tot ze
    worden overschreven; wordt er een teruggezet, dan vergeet die u opnieuw. Dit is de laatste
    mail die wij u sturen.
    .subject = Uw account is gewist
mail-reminder-week =
    U wilde één keer per week herinnerd worden: deze staat nog open.

    Open de app om het te zien. Daar kunt u ook kiezen wanneer u herinnerd wordt, een pauze nemen,
    of het uitzetten.
    .subject = Uw herinnering
mail-reminder-week-and-more =
    U wilde één keer per week herinnerd worden: deze staat nog open. Er is ook iets anders waaraan u
    herinnerd wilde worden.

    Open de app om het te zien. Daar kunt u ook kiezen wanneer u herinnerd wordt, een pauze nemen,
    of het uitzetten.
    .subject = Uw herinnering
mail-reminder =
    U wilde ergens aan herinnerd worden: het is zover.

    Open de app om het te zien. Daar kunt u ook kiezen wanneer u herinnerd wordt, een pauze nemen,
    of het uitzetten.
    .subject = Uw herinnering
mail-alert =
    Er is iets nieuws in een dagboek dat u volgt. Open de app om het te zien, en om te zeggen dat u
    ervoor zorgt: de anderen die het dagboek volgen weten het dan.

    In de app kiest u ook wat u te horen krijgt, en langs welke wegen.
    .subject = Er is iets nieuws in een dagboek dat u volgt

## What a lock screen shows

push-title = Dagboek
push-body = Er is iets voor u.

## What people are to the patient, as the patient reads it

your-self = uzelf
your-spouse = uw echtgenoot of echtgenote
your-wife = uw echtgenote
your-husband = uw echtgenoot
your-partner = uw partner
your-parent = uw ouder
your-mother = uw moeder
your-father = uw vader
your-child = uw kind
your-daughter = uw dochter
your-son = uw zoon
your-sibling = uw broer of zus
your-sister = uw zus
your-brother = uw broer
your-grandchild = uw kleinkind
your-relative = familie van u
your-friend = een vriend of vriendin van u
your-neighbour = uit uw buurt
your-caregiver = die u helpt
your-nurse = een verpleegkundige van u
your-therapist = een therapeut van u
your-doctor = een arts van u
your-clinician = een behandelaar van u
your-guest = met een link voor één week
your-other = door u binnengelaten

## What goes when a person is erased, and what stays

goes-name = Uw naam, uw adres, uw wachtwoord en elk ingelogd apparaat.
goes-diary = Uw dagboek met zijn geschiedenis, uw notities, en wie was binnengelaten.
goes-circle = Uw plaats in de kringen van anderen, en de uitnodigingen aan u.
stays-audit = Dat er iets is gedaan, wanneer en door welk accountnummer, zonder naam: het bewijst dat niemand met de gegevens heeft geknoeid.
    .basis = AVG, artikel 17 lid 3 onder b en e: gegevens die de wet verlangt, en rechtsvorderingen
    .until = tot de bewaartijd voorbij is
stays-consents = Waarmee u hebt ingestemd en wanneer, onder een accountnummer zonder naam: het bewijst dat uw gegevens zijn gebruikt zoals u wilde.
    .basis = AVG, artikel 7 lid 1 met 17 lid 3 onder b en e: toestemming moet kunnen worden aangetoond
    .until = zolang deze dienst er is
stays-others = Wat u in het dagboek van iemand anders hebt ingevuld: het is van die persoon, en als auteur staat er “former caregiver”.
    .basis = AVG, artikel 9 lid 2 onder a: de toestemming van de persoon van wie het dagboek is
    .until = tot de persoon van wie het dagboek is het verwijdert of wist
stays-journal = Uw accountnummer in de lijst van wie is gewist: een back-up die wordt teruggezet vergeet u weer.
    .basis = AVG, artikel 17 lid 1 met 5 lid 2: wissen moet blijvend zijn, en worden aangetoond
    .until = zolang deze dienst er is
stays-backups = Back-ups van eerder: met de sleutels van de dienst zijn ze nog leesbaar tot ze worden overschreven. Wordt er een teruggezet, dan vergeet die u opnieuw voordat iemand hem kan gebruiken.
    .basis = AVG, artikel 32 lid 1 onder c: wat er is moet na een storing kunnen worden hersteld
    .until = tot ze worden overschreven

## The access log: what was done, after who did it
log-line = { $who }: { $did }.
log-line-week = { $who }: { $did } ({ $week }).
log-line-site = { $who }: { $did } ({ $site }).
log-who-you = U
log-who-program = { $name }, een programma van { $site }
log-who-clinician = { $name }, van het team van { $site }
log-who-member = { $name }, { $relation }
log-who-gone = Iemand wiens account er niet meer is
log-who-card = Iemand die uw noodkaart heeft
log-who-guest = Iemand zonder account, met een link voor één week
log-who-somebody = Iemand
log-did-looked = iets gezocht wat u niet deelt, en niets getoond gekregen
log-did-something = iets gedaan
log-account =
    .confirmed = account geopend
    .changed = naam, tijdzone of taal van het account gewijzigd
    .reminders_changed = herinneringen gewijzigd
    .password_changed = wachtwoord gewijzigd
    .staff_added = account gekregen om hier te werken
    .password_reset_asked = om een nieuw wachtwoord per mail gevraagd
    .password_reset = nieuw wachtwoord gekozen met de gemailde code
    .factor_added = tweede factor toegevoegd
    .factor_removed = tweede factor verwijderd
    .factor_reset_asked = alle tweede factoren kwijt; de beheerder heeft gevraagd ze te verwijderen
    .factor_reset_cancelled = tegengehouden dat tweede factoren worden verwijderd
    .factors_reset = de tweede factoren kwijt, die de beheerder heeft verwijderd
    .disabled = door de beheerder van het account buitengesloten
    .enabled = door de beheerder weer tot het account toegelaten
    .recovery_code_used = herstelcode gebruikt
    .recovery_codes_renewed = nieuwe herstelcodes gemaakt
    .exported = kopie gekregen van alles wat van u bekend is
    .erasure_asked = gevraagd te worden gewist
    .erasure_taken_back = account toch gehouden
    .erased = gewist
log-consent =
    .given = met iets ingestemd
    .withdrawn = toestemming ingetrokken
log-session =
    .opened = ingelogd
    .refused = geprobeerd in te loggen met uw adres, en geweigerd
    .stepped_up = nog eens aangetoond wie er is
    .second_factor_refused = verkeerde tweede factor opgegeven, en geweigerd
    .ended = uitgelogd, of een apparaat uitgelogd
    .reuse_detected = oude sleutel gebruikt van een van uw apparaten, dat is uitgelogd
log-patient =
    .changed = gegevens over u gewijzigd
    .synced = dagboek op een apparaat bijgewerkt
    .read = uw dagboek geopend
    .listed = uw laatste totaal gezien in de lijst van dagboeken
    .seen = naar uw weken gekeken voor uw team
log-entry =
    .recorded = week ingevuld
    .revised = week gecorrigeerd
    .voided = week verwijderd
log-treatment =
    .recorded = behandeling ingevuld
    .revised = behandeling gecorrigeerd
    .voided = behandeling verwijderd
log-administration =
    .recorded = dag waarop een behandeling werd gegeven, ingevuld
    .revised = dag waarop een behandeling werd gegeven, gecorrigeerd
    .voided = dag waarop een behandeling werd gegeven, verwijderd
log-screening =
    .recorded = onderzoek voor celtherapie ingevuld
    .revised = onderzoek voor celtherapie gecorrigeerd
    .voided = onderzoek voor celtherapie verwijderd
log-side_effect =
    .recorded = bijwerking ingevuld
    .revised = bijwerking gecorrigeerd
    .voided = bijwerking verwijderd
log-measurement =
    .recorded = meetwaarde ingevuld
    .revised = meetwaarde gecorrigeerd
    .voided = meetwaarde verwijderd
log-milestone =
    .recorded = mijlpaal ingevuld
    .revised = mijlpaal gecorrigeerd
    .voided = mijlpaal verwijderd
log-clinic_rating =
    .recorded = beoordeling van de kliniek ingevuld
    .revised = beoordeling van de kliniek gecorrigeerd
    .voided = beoordeling van de kliniek verwijderd
log-flag =
    .known = van iets wat uw team zou moeten weten gezegd: wij weten het
log-alerts =
    .chosen = gekozen wat er over uw dagboek gezegd wordt
    .muted = uitgezet dat iemand iets over uw dagboek hoort
    .unmuted = weer aangezet dat iemand iets over uw dagboek hoort
log-alert =
    .sent = bericht gekregen dat er iets nieuws in uw dagboek is
    .acknowledged = gezegd voor iets nieuws in uw dagboek te zorgen
log-circle =
    .invited = iemand in uw kring uitgenodigd
    .invitation_revoked = uitnodiging ingetrokken
    .joined = in uw kring gekomen
    .level_changed = gewijzigd hoe ver iemand is binnengelaten
    .left = plaats in uw kring beëindigd
log-guest =
    .link_made = link gemaakt waarmee iemand zonder account één week kan invullen
    .link_revoked = link voor één week ingetrokken
    .link_opened = link voor één week geopend
log-card =
    .chosen = gekozen wat uw noodkaart toont
    .revoked = uw noodkaart ingetrokken
    .opened = de kaart geopend
log-trustee =
    .named = gekozen wie voor u handelt, als u dat wilt of nodig hebt
    .forgotten = beëindigd dat iemand is gekozen om voor u te handelen
    .asked = gevraagd voor u te mogen handelen
    .acts = handelt vanaf nu voor u
    .refused = gezegd dat niemand voor u handelt
    .refused_by_link = de link in uw mail gevolgd en gezegd dat niemand voor u handelt
    .stepped_back = het verzoek om voor u te handelen ingetrokken, of ermee opgehouden
log-closure =
    .asked = gevraagd uw dagboek te sluiten
    .taken_back = uw dagboek opengehouden, of weer geopend
log-silence =
    .told = bericht gekregen dat uw account lang stil was
log-trend =
    .read = uw verloop geopend
log-entries =
    .read = uw invoer gelezen
log-history =
    .read = gelezen wat uw invoer eerder zei
log-treatments =
    .read = over uw behandelingen en bijwerkingen gelezen
log-access =
    .refused = om uw dagboek gevraagd, dat niet gedeeld wordt, en niets getoond gekregen
log-site =
    .made = kliniek gemaakt
    .staff_added = iemand in een kliniek laten werken
    .staff_refused = iemand in een kliniek willen laten werken, met het adres van een ander
    .staff_removed = beëindigd dat iemand in een kliniek werkt
    .invited = iemand bij een kliniek uitgenodigd
    .invitation_revoked = zo’n uitnodiging ingetrokken
    .roster_read = gelezen wie bij een kliniek is ingeschreven
log-enrolment =
    .accepted = een kliniek uw dagboek laten zien
    .changed = gewijzigd wat een kliniek ziet
    .ended = een kliniek verlaten, die niets meer van uw dagboek ziet
log-coordinator =
    .named = gekozen wie uw zorg coördineert in een kliniek
    .ended = beëindigd dat iemand uw zorg coördineert
log-cohort =
    .read = u gezien in de lijst van de kliniek
log-client =
    .added = programma van een kliniek binnengelaten
    .removed = programma van een kliniek verwijderd
    .token = ingelogd als programma van een kliniek
log-export =
    .asked = om de gegevens van een kliniek gevraagd
    .made = de gegevens van een kliniek als bestanden gekregen
    .fetched = bestand met de gegevens van een kliniek opgehaald
    .deleted = bestanden met de gegevens van een kliniek gewist
    .without_name = uw beoordelingen meegenomen in een export zonder namen
    .by_name = uw beoordelingen meegenomen in een export die zegt van wie ze zijn
log-retention =
    .run = vergeten wat voorbij was
log-audit =
    .exported = uitgevoerd wat er is opgeschreven over wat er is gedaan
    .cut = oude gebeurtenissen gewist

## The clinic

cohort-counts = Hier worden behandelde mensen geteld, niet wat een behandeling doet: groepen verschillen in meer dan de behandeling, wie ervoor koos en een dagboek bijhield verschilt van wie dat niet deed, en een achteruitgang die vooraf snel is, is daarna van nature langzamer. Vergelijk elk deel en zijn interval met het deel van de mensen zonder de behandeling ernaast.

## What the weeks add up to: a code is the name of a text, and its members are what that is made of

sentence-days = { $days ->
    [one] op { $first_day }
   *[more] tussen { $first_day } en { $last_day }
}
sentence-ratings = { $ratings ->
    [one] 1 beoordeling
   *[other] { $ratings } beoordelingen
}
sentence-stretch = { $side ->
    [before] vóór het begin, { sentence-days } ({ sentence-ratings }),
    [after] na het begin, { sentence-days } ({ sentence-ratings }),
   *[none] { sentence-days } ({ sentence-ratings })
}
sentence-score = { $score ->
    [bulbar] de score voor spreken, speeksel en slikken
    [fine_motor] de score voor schrijven, eten snijden en aankleden
    [gross_motor] de score voor omdraaien in bed, lopen en traplopen
    [respiratory] de score voor ademhaling
   *[total] het totaal
}
sentence-of-score = { $score ->
    [bulbar] van de score voor spreken, speeksel en slikken
    [fine_motor] van de score voor schrijven, eten snijden en aankleden
    [gross_motor] van de score voor omdraaien in bed, lopen en traplopen
    [respiratory] van de score voor ademhaling
   *[total] van het totaal
}
sentence-item-speech = spreken
sentence-item-salivation = speeksel
sentence-item-swallowing = slikken
sentence-item-handwriting = met de hand schrijven
sentence-item-cutting = eten snijden
sentence-item-dressing = aankleden en wassen
sentence-item-turning = omdraaien in bed
sentence-item-walking = lopen
sentence-item-stairs = traplopen
sentence-item-dyspnea = kortademigheid
sentence-item-orthopnea = ademen in liggende houding
sentence-item-respiratory_insufficiency = ademondersteuning
sentence-and = { $most } en { $last }
sentence-nothing_recorded_yet = Er is nog niets ingevuld.
sentence-last_rating = De laatste beoordeling was op { $last_day }, { $days_ago ->
    [one] 1 dag
   *[other] { $days_ago } dagen
} geleden{ $rater ->
    [caregiver_proxy_by_you] , door u.
    [caregiver_proxy] , door een mantelzorger.
    [caregiver_proxy_you] , door een mantelzorger.
    [clinician_in_person] , door de kliniek.
    [clinician_phone] , door de kliniek per telefoon.
   *[self] .
}
sentence-nothing_recorded = { sentence-days } is niets ingevuld.
sentence-always_skipped = { sentence-days } ({ sentence-ratings }) is er geen totaal, omdat { $count ->
    [one] één vraag elke keer open bleef
   *[other] { $count } vragen elke keer open bleven
}: { $items }.
sentence-no_total = { $ratings ->
    [one] De beoordeling { sentence-days } laat een vraag open en heeft daarom geen totaal (1 beoordeling).
   *[other] { sentence-days } ({ $ratings } beoordelingen) is er geen totaal, omdat elke minstens één vraag open laat.
}
sentence-ends = { $ends ->
    [none] {""}
    [near] {" "}met minder dan 1 punt, rond { $from } van { $of }
   *[both] {" "}van ongeveer { $from } naar ongeveer { $to } van { $of }
}
sentence-set-apart = zonder de wisseling van wie antwoordde of van de vorm mee te tellen
sentence-about = { $pace ->
    [small] minder dan { $finest } punt per maand
   *[told] { sentence-about-points }
}
sentence-about-points = ongeveer { $points ->
    [one] { $points } punt
   *[other] { $points } punten
} per maand
sentence-likely = { $likely ->
    [none] {""}
    [most] {" "}(waarschijnlijk hoogstens { $faster })
    [between] {" "}(waarschijnlijk tussen { $slower } en { $faster })
   *[within] {" "}(waarschijnlijk tot op { $finest } nauwkeurig)
}
sentence-pace = { $pace ->
    [none] {""}
   *[told] { sentence-pace-told }
}
sentence-pace-told = { $ends ->
    [none] , { sentence-about }{ sentence-likely }, { sentence-set-apart }
   *[both] , { sentence-about }{ sentence-likely }
}
sentence-fell = { sentence-stretch } daalde { sentence-score }{ sentence-ends }{ sentence-pace }.
sentence-rose = { sentence-stretch } steeg { sentence-score }{ sentence-ends }{ sentence-pace }.
sentence-no_clear_change = { sentence-stretch } laat { sentence-score } geen duidelijke verandering zien{ sentence-two-ends }.{ sentence-possible }
sentence-two-ends = { $ends ->
    [none] , { sentence-set-apart }
    [near] : ongeveer { $from } van { $of } aan het begin en aan het eind
   *[both] : ongeveer { $from } van { $of } aan het begin, ongeveer { $to } aan het eind
}
sentence-possible = { $possible ->
    [untold] {""}
    [none] {" "}Elke verandering is kleiner dan { $finest } punt per maand.
    [fall] {" "}{ sentence-possible-fall }
    [rise] {" "}{ sentence-possible-rise }
   *[both] {" "}{ sentence-possible-both }
}
sentence-possible-fall = Dit kan geen verandering zijn, of een daling van hoogstens { $fall ->
    [one] { $fall } punt
   *[other] { $fall } punten
} per maand.
sentence-possible-rise = Dit kan geen verandering zijn, of een stijging van hoogstens { $rise ->
    [one] { $rise } punt
   *[other] { $rise } punten
} per maand.
sentence-possible-both = Dit kan geen verandering zijn, een daling van hoogstens { $fall ->
    [one] { $fall } punt
   *[other] { $fall } punten
} per maand, of een stijging van hoogstens { $rise ->
    [one] { $rise } punt
   *[other] { $rise } punten
} per maand.
sentence-always_the_same = { sentence-stretch } was { sentence-score } elke keer { $ends ->
    [none] gelijk, { sentence-set-apart }
   *[near] { $from } van { $of }
}.
sentence-went = { $ends ->
    [none] { sentence-stretch } werd { sentence-score } beoordeeld.
   *[both] { sentence-stretch } was { sentence-score } aan het begin { $from } van { $of } en aan het eind { $to }.
}
sentence-on_a_line = { sentence-went } Hoe zeker een tempo zou zijn, is uit deze beoordelingen niet te zeggen.
sentence-too_few = { sentence-went } Dat is te weinig om een verandering van ups en downs te onderscheiden.
sentence-one_rating = { $ends ->
    [none] { sentence-one_rating-rated }
   *[both] { sentence-one_rating-scored }
}
sentence-one_rating-scored = { sentence-score } was { $from } van { $of } op { $first_day }{ $side ->
    [before] , vóór het begin
    [after] , na het begin
   *[none] {""}
} (1 beoordeling).
sentence-one_rating-rated = { sentence-score } werd beoordeeld op { $first_day }{ $side ->
    [before] , vóór het begin
    [after] , na het begin
   *[none] {""}
} (1 beoordeling).
sentence-too_few_to_compare = { $days ->
    [none] Het eindigde voordat er daarna dagen waren om naar te kijken.
   *[more] { sentence-too_few_to_compare-rated }
}
sentence-too_few_to_compare-rated = { $side ->
    [before] vóór het begin,
   *[after] na het begin,
} { sentence-days }, { $ratings ->
    [0] heeft geen beoordeling een totaal.
    [one] heeft 1 beoordeling een totaal: te weinig om te vergelijken.
   *[other] hebben { $ratings } beoordelingen een totaal: te weinig om te vergelijken.
}
sentence-look_longer = Een verloop vraagt beoordelingen over 12 weken: bekijk { $weeks } weken of meer om er een te zien.
sentence-takes = { $side ->
    [none] { sentence-takes-trend }
   *[after] { sentence-takes-comparison }
}{ sentence-takes-day }.
sentence-takes-trend = Voor een verloop{ $score ->
    [total] {" "}van het totaal
   *[none] {""}
} { $more_ratings ->
    [one] is nog 1 beoordeling
   *[other] zijn nog { $more_ratings } beoordelingen
}{ $score ->
    [total] {" "}met alle twaalf antwoorden
   *[none] {""}
} nodig
sentence-takes-comparison = Voor een vergelijking{ $score ->
    [total] {" "}van het totaal
   *[none] {""}
} { $more_ratings ->
    [one] is nog 1 beoordeling
   *[other] zijn nog { $more_ratings } beoordelingen
}{ $score ->
    [total] {" "}met alle twaalf antwoorden
   *[none] {""}
} nodig
sentence-takes-day = { $not_before ->
    [none] {""}
   *[day] , { sentence-takes-from }
}
sentence-takes-from = { $more_ratings ->
    [one] op { $not_before } of later
   *[other] waarvan één op { $not_before } of later
}
sentence-takes_in_all = Voor een verloop{ $score ->
    [total] {" "}van het totaal
   *[none] {""}
} zijn { $ratings } beoordelingen{ $score ->
    [total] {" "}met alle twaalf antwoorden
   *[none] {""}
} over { $weeks } weken of meer nodig.
sentence-step = { $for_good ->
    [yes] vanaf { $since }: { sentence-ways }; { sentence-seen }.
   *[no] soms, voor het eerst op { $since }: { sentence-ways }; { sentence-seen }.
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
    [self] { $name } antwoordde alleen
    [self_you] u antwoordde alleen
    [self_with_help] { $name } antwoordde met hulp
    [self_with_help_by_you] { $name } antwoordde met uw hulp
    [self_with_help_you] u antwoordde met hulp van iemand anders
    [caregiver_proxy] een mantelzorger antwoordde voor { $name }, naar wat die ziet
    [caregiver_proxy_by_you] u antwoordde voor { $name }, naar wat u ziet
    [caregiver_proxy_you] een mantelzorger antwoordde voor u, naar wat die ziet
    [clinician_in_person] de kliniek beoordeelde, in een persoonlijk gesprek
   *[clinician_phone] de kliniek beoordeelde, per telefoon
}
sentence-asked = { $tube ->
    [yes] naar eten snijden is gevraagd zoals met een voedingssonde
   *[no] naar eten snijden is gevraagd zoals zonder voedingssonde
}
sentence-seen = { $seen ->
    [higher] { sentence-step-higher }
    [lower] { sentence-step-lower }
   *[unclear] of { sentence-score } daardoor een sprong maakte, is niet duidelijk
}
sentence-step-higher = { sentence-score } was toen ongeveer { $points ->
    [one] { $points } punt
   *[other] { $points } punten
} hoger dan vlak daarvoor{ $likely ->
    [between] {" "}(waarschijnlijk tussen { $least } en { $most })
   *[none] {""}
}
sentence-step-lower = { sentence-score } was toen ongeveer { $points ->
    [one] { $points } punt
   *[other] { $points } punten
} lager dan vlak daarvoor{ $likely ->
    [between] {" "}(waarschijnlijk tussen { $least } en { $most })
   *[none] {""}
}
sentence-answered_by = { $all ->
    [yes] { sentence-answered_by-all }
   *[no] { sentence-answered_by-some }
}
sentence-answered_by-all = { $ratings ->
    [one] De ene beoordeling is
   *[other] Alle { $of_ratings } beoordelingen zijn
} gedaan { sentence-made }.
sentence-answered_by-some = Van { $of_ratings } beoordelingen { $ratings ->
    [one] is 1
   *[other] zijn { $ratings }
} gedaan { sentence-made }.
sentence-made = { $rater ->
    [self] door { $name } alleen
    [self_you] door u alleen
    [self_with_help] met hulp
    [self_with_help_by_you] met uw hulp
    [self_with_help_you] met hulp van iemand anders
    [caregiver_proxy] door een mantelzorger, naar wat die ziet
    [caregiver_proxy_by_you] door u, naar wat u ziet
    [caregiver_proxy_you] door een mantelzorger, naar wat die ziet
    [clinician_in_person] door de kliniek, in een persoonlijk gesprek
   *[clinician_phone] door de kliniek, per telefoon
}
sentence-incomplete = { $ratings ->
    [one] 1 beoordeling laat minstens één vraag open en heeft geen totaal.
   *[other] { $ratings } beoordelingen laten minstens één vraag open en hebben geen totaal.
}
sentence-left_out = { $ratings ->
    [one] 1 beoordeling is de enige in haar soort (naar wie antwoordde, en de vorm) en wordt niet met de andere vergeleken.
   *[other] { $ratings } beoordelingen zijn elk de enige in hun soort (naar wie antwoordde, en de vorm) en worden niet met de andere vergeleken.
}
sentence-recorded = { $kept ->
    [all] { sentence-recorded-all }
    [none] { sentence-recorded-none }
    [row] { sentence-recorded-row }
   *[some] { sentence-recorded-some }
}
sentence-recorded-all = { $weeks ->
    [1] De ene week sinds { $first_day } is ingevuld.
    [2] Beide weken sinds { $first_day } zijn ingevuld.
   *[other] Alle { $weeks } weken sinds { $first_day } zijn ingevuld.
}
sentence-recorded-none = { $weeks ->
    [one] De ene week sinds { $first_day } is niet ingevuld.
   *[other] Van de { $weeks } weken sinds { $first_day } is er geen ingevuld.
}
sentence-recorded-row = Van de { $weeks } weken sinds { $first_day } { $weeks_recorded ->
    [one] is er 1
   *[other] zijn er { $weeks_recorded }
} ingevuld, de laatste { $weeks_in_a_row } op rij.
sentence-recorded-some = Van de { $weeks } weken sinds { $first_day } { $weeks_recorded ->
    [one] is er 1
   *[other] zijn er { $weeks_recorded }
} ingevuld.
sentence-rests = { sentence-days } ({ $ratings_before ->
    [one] 1 beoordeling
   *[other] { $ratings_before } beoordelingen
} ervoor, { $ratings_after } erna)
sentence-difference_up = { sentence-difference }
sentence-difference_down = { sentence-difference }
sentence-difference = { sentence-rests } is het tempo { sentence-of-score } erna, min het tempo ervoor, ongeveer { $per_month } punt per maand (waarschijnlijk tussen { $low } en { $high }).
sentence-no_clear_difference = { $apart ->
    [small] { sentence-no_clear_difference-small }
   *[told] { sentence-no_clear_difference-told }
}
sentence-no_clear_difference-small = { sentence-rests } is er geen duidelijk verschil te zien in het tempo { sentence-of-score }: een verschil is te klein om te noemen.
sentence-no_clear_difference-told = { sentence-rests } is er geen duidelijk verschil te zien in het tempo { sentence-of-score }: het kan alles tussen { $low } en { $high } punt per maand zijn, dus misschien is er geen.
sentence-difference_unknown = { sentence-rests } is niet te zeggen hoe ver het tempo { sentence-of-score } ervoor en erna uiteenloopt: de beoordelingen van één kant zijn te regelmatig om te zeggen hoe zeker dat zou zijn.
sentence-at_the_end_of_the_scale = { sentence-rests } liggen veel beoordelingen { sentence-of-score } op 0 of op { $of }. Daar laat een lijn niet alles zien wat verandert, met de behandeling of zonder. Daarom wordt geen verschil genoemd.
sentence-shows_no_cause = Een verschil in de tijd toont geen oorzaak: dit kan niet laten zien dat de behandeling iets deed, en ook niet dat ze niets deed.
sentence-regression_to_the_mean = Mensen beginnen vaak aan iets nieuws na een ongewoon slechte tijd. Wat volgt, ligt dan meestal dichter bij hun eigen gemiddelde, met een behandeling of zonder (regressie naar het gemiddelde).
sentence-faster_at_first = Bij veel mensen gaat het verlies eerst sneller en later langzamer, met een behandeling of zonder. De tijd erna lijkt daardoor vanzelf vaak beter dan de tijd ervoor.
sentence-changes_without_it = Het tempo verandert ook vanzelf: bij mensen zonder deze behandeling veranderde het bij ongeveer een op de { $one_in } met meer dan { $per_month } punt per maand, omhoog of omlaag (gezien bij { $people } mensen).
sentence-without_decline = Sommige mensen gaan een tijd niet achteruit: { $half } van de 100 over een half jaar en { $year } over een jaar in studies, { $register_half } en { $register_year } van de 100 in een register van een hele bevolking.
sentence-used_before = Dezelfde behandeling was er ook in de tijd ervoor: die beoordelingen zijn niet uit een tijd zonder haar.
sentence-after_begins = De dagen erna die worden vergeleken beginnen op { $first_day }: beoordelingen vanaf dan tellen mee.
sentence-rated_in_different_ways = Niet elke beoordeling is op dezelfde manier gedaan: wie antwoordde, of de vorm, veranderde. Elke manier heeft hier een eigen niveau, zodat zo’n wisseling niet voor een tempo wordt gehouden.
sentence-other_treatments = { $treatments ->
    [one] In dezelfde tijd is een andere behandeling gebruikt, die deel kan zijn van een verschil.
   *[other] In dezelfde tijd zijn { $treatments } andere behandelingen gebruikt, die deel kunnen zijn van een verschil.
}

## What the team should hear of

flag-answers = { $rater ->
    [self_you] uw antwoorden
    [self_with_help_you] uw antwoorden
    [caregiver_proxy] de antwoorden die voor { $name } zijn gegeven
    [caregiver_proxy_you] de antwoorden die voor u zijn gegeven
    [caregiver_proxy_by_you] uw antwoorden voor { $name }
    [clinician_in_person] de antwoorden van de kliniek
    [clinician_phone] de antwoorden van de kliniek
   *[self] de antwoorden van { $name }
}
flag-words-nothing_recorded = Sinds { $day } is geen week ingevuld.
flag-words-breathing_now = { $goes_on ->
    [yes] Sinds { $day } zeggen { flag-answers } dat ademen moeilijk is.
   *[no] Op { $day } zeiden { flag-answers } dat ademen moeilijk was.
}
flag-words-breathing_changed = Op { $day } zijn { flag-answers } over ademhaling veranderd.
flag-words-breathing_support_changed = Op { $day } zijn { flag-answers } over ademondersteuning veranderd.
flag-words-swallowing_changed = Op { $day } zijn { flag-answers } over slikken veranderd.
flag-words-weight_down = { $goes_on ->
    [yes] Sinds { $day } ligt
   *[no] Op { $day } lag
} { $who ->
    [you] uw gewicht
   *[other] het gewicht van { $name }
} { $tenth ->
    [yes] een tiende
   *[no] een twintigste
} of meer onder wat het eerder was.
flag-words-total_changed_quickly = Tegen { $day } waren { flag-answers } binnen enkele weken sterk veranderd.
flag-words-saliva_aids = { $goes_on ->
    [yes] Sinds { $day } zeggen { flag-answers } dat er te veel speeksel is.
   *[no] Op { $day } zeiden { flag-answers } dat er te veel speeksel was.
}
flag-words-speech_aids = { $goes_on ->
    [yes] Sinds { $day } zeggen { flag-answers } dat spreken moeilijker is.
   *[no] Op { $day } zeiden { flag-answers } dat spreken moeilijker was.
}
flag-words-help = { $who ->
    [you] Krijgt u op dit moment niet genoeg lucht, bel dan het alarmnummer.
   *[other] Is er op dit moment niet genoeg lucht, bel dan het alarmnummer.
}
flag-ask-silence = { $who ->
    [you] Laat uw ALS-team alstublieft weten hoe het gaat.
   *[other] Laat het ALS-team alstublieft weten hoe het gaat.
}
flag-ask-saliva = { $who ->
    [you] Er is hulp voor: vraag ernaar bij uw ALS-team bij uw volgende afspraak.
   *[other] Er is hulp voor: vraag ernaar bij het ALS-team bij de volgende afspraak.
}
flag-ask-next_visit = { $who ->
    [you] Er zijn hulpmiddelen: vraag ernaar bij uw ALS-team bij uw volgende afspraak.
   *[other] Er zijn hulpmiddelen: vraag ernaar bij het ALS-team bij de volgende afspraak.
}
flag-ask-tell_team = { $who ->
    [you] Vertel het alstublieft aan uw ALS-team.
   *[other] Vertel het alstublieft aan het ALS-team.
}
flag-ask-contact = { $who ->
    [you] Neem alstublieft contact op met uw ALS-team.
   *[other] Neem alstublieft contact op met het ALS-team.
}
flag-ask-contact_this_week = { $who ->
    [you] Neem deze week contact op met uw ALS-team.
   *[other] Neem deze week contact op met het ALS-team.
}
flag-ask-contact_today = { $who ->
    [you] Neem vandaag contact op met uw ALS-team.
   *[other] Neem vandaag contact op met het ALS-team.
}

## What happened beside the weeks

happened-started = { $what }: begonnen
happened-ended = { $what }: beëindigd
marker-a_treatment = een behandeling
marker-a_device = een hulpmiddel
marker-headache = hoofdpijn
marker-fatigue = moeheid
marker-fever = koorts
marker-site_pain = pijn op de plaats zelf
marker-other = een andere bijwerking
marker-gastrostomy = voedingssonde door de buik (PEG)
marker-nasogastric_tube = voedingssonde door de neus
marker-niv_over_22_hours = masker meer dan 22 uur per dag
marker-tracheostomy = tracheostoma
marker-wheelchair = rolstoel
marker-speech_device = spraakcomputer

## The picture of a trend

picture-title = Het dagboek van { $from } tot { $to }
picture-shown-plain = Een beeld van de beoordelingen van deze weken: het totaal en de vier gebieden van de schaal. Getallen, stadia en tempo zijn weggelaten.
picture-total = Totaal, 0 tot 48
picture-total-plain = Totaal
picture-higher = Alle twaalf antwoorden samen: hoger betekent dat er meer kan.
picture-nothing-yet = Nog geen beoordelingen
picture-nothing-here = Niets in deze weken
picture-silence = geen beoordelingen
picture-by-oneself = alleen beantwoord
picture-by-helped = met hulp beantwoord
picture-by-proxy = gezien door een mantelzorger
picture-by-clinic = beoordeeld door de kliniek
picture-by-clinic-phone = beoordeeld door de kliniek, per telefoon
picture-line = verloop
picture-band = waarschijnlijk bereik van het verloop (95 %)
picture-band-plain = waarschijnlijk bereik van het verloop
picture-open = een vraag open gelaten: geen totaal
picture-areas = De vier gebieden, elk 0 tot 12
picture-areas-plain = De vier gebieden
picture-happened = Wat er gebeurde
picture-treatment = { $day }: { $label }
picture-side-effect = { $day }: bijwerking, { $label }
picture-milestone = { $day }: mijlpaal, { $label }
picture-kings = King’s-stadium, geschat
picture-mitos = MiToS-stadium: verloren functies
picture-ft9 = FT9-stadium: gebieden op 9 of lager
picture-kings-0 = 0: geen regio geteld
picture-kings-1 = 1: één regio van het lichaam
picture-kings-2 = 2: twee regio’s van het lichaam
picture-kings-3 = 3: drie regio’s van het lichaam
picture-kings-4a = 4A: voeding heeft ondersteuning nodig
picture-kings-4b = 4B: ademhaling heeft ondersteuning nodig
picture-kings-4ab = 4A+4B: voeding en ademhaling hebben ondersteuning nodig
picture-mitos-0 = 0: geen
picture-mitos-1 = 1: één
picture-mitos-2 = 2: twee
picture-mitos-3 = 3: drie
picture-mitos-4 = 4: bewegen, slikken, communiceren, ademen
picture-ft9-0 = 0: geen
picture-ft9-1 = 1: één
picture-ft9-2 = 2: twee
picture-ft9-3 = 3: drie
picture-ft9-4 = 4: alle vier

## The small pages that links of mails lead to

veto-title = Niemand mag voor mij handelen
veto-says = Iemand die u hebt gekozen, vraagt voor u te mogen handelen, of doet dat al.
veto-no = Nee, niemand handelt voor mij
veto-remove = Verwijderen wie is binnengelaten
veto-in-app = Deze pagina heeft JavaScript nodig. U kunt ook in de app nee zeggen.
veto-others = Wie is binnengelaten door iemand die voor u handelde, ziet uw dagboek nog.
veto-left = Niemand handelt voor u. Zoveel mensen die zijn binnengelaten, zien uw dagboek nog: { $count }.
veto-removed = Niemand handelt voor u, en wie is binnengelaten is verwijderd. U kunt deze pagina sluiten.
veto-done = Niemand handelt voor u. U kunt deze pagina sluiten.
veto-gone = Deze link is niet meer geldig. Kijk in de app wie voor u handelt.
unwanted-title = Geen uitnodiging meer
unwanted-says = U bent per mail uitgenodigd, en kunt zulke mails stoppen.
unwanted-undo = Uitnodigingen weer toelaten
unwanted-done = Er wordt u geen uitnodiging meer gemaild. U kunt deze pagina sluiten.
unwanted-undone = Uitnodigingen komen weer. U kunt deze pagina sluiten.
touch-script = Deze pagina heeft JavaScript nodig.
touch-failed = Dat lukte niet. Probeer het nog eens.
