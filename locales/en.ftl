# What the page says, in English.

## The frame

diary = Diary
diaries = Diaries
my-account = My account
menu = Menu
skip = To the content
back = Back
loading = One moment …
try-again = Try again
no-answer = There is no answer. Please try again in a moment.
went-wrong = That did not work. Please try again.
passkey-stopped = The passkey was not used. Try once more, or use the password.
offline = There is no network. You can record a week: it is sent later.
only-here = { $weeks ->
    [one] On this device only: one week.
   *[other] On this device only: { $weeks } weeks.
}
look = Look
cannot-keep = This browser window cannot keep anything: what you write is lost when you close it before it is sent.
yes = Yes
no = No
no-leave-it = No, leave it
go-on = Go on
save = Save
save-file = Save as a file
change = Change
changed-now = That is changed.
remove = Remove
more = More
choose = Please choose
no-one = Nobody
since = since { $when }
language = Language
there-is-something = There is something for you.

## Signing in

about = A diary for people with ALS: one rating a week, shared with the people they choose.
sign-in = Sign in
sign-out = Sign out
sign-out-unsent = { $weeks ->
    [one] One week is on this device alone, and is not sent yet. It is saved as a file first; signing out then removes it here.
   *[other] { $weeks } weeks are on this device alone, and are not sent yet. They are saved as a file first; signing out then removes them here.
}
save-and-sign-out = Save the file, and sign out
use-passkey = Sign in with a passkey
or-password = Or with your password
email = E-mail address
password = Password
show-password = Show the password
stay-signed-in = Stay signed in here
stay-signed-in-hint = Not on a device that others use.
no-account-yet = I have no account yet
password-forgotten = I have forgotten my password
second-step = One more step
second-step-why = Enter the code that your authenticator app shows, or one of your recovery codes. There is no hurry: you have ten minutes, and five tries.
code = Code
session-ended = Your session has ended: please sign in again. What was not sent yet is kept on this device.
offline-sign-in = The server cannot be reached, so nobody can sign in now.
invented = Invented people, to look around
who-are-you = Is it you?
who-are-you-why = This needs to be sure who asks, so please say once more who you are.
code-if-any = Code of the second factor, if you have one
not-done = It was not done.

### From here on it is all views but the first: these texts come after it

## Links of mails, and a new account

sign-up = Confirm your address
sign-up-says = One touch, and your address is confirmed. Then you can sign in.
confirm-address = Confirm my address
password-reset = A new password
password-reset-says = Choose a new password. All devices are signed out then.
activation = Your account
activation-says = An account was made for you. Choose its password. You are asked for a second factor afterwards.
take-password = Take this password
email-of-mail = The address that the mail went to
new-password = New password
new-password-hint = At least 15 characters, for example four words.
invitation = You are invited to a diary
invitation-sign-in = Sign in with the address that the mail went to, or make an account with it. Then you are asked whether you accept.
invitation-by = { $name } invites you to a diary.
invitation-allows = If you accept, you can { $what }.
invitation-gone = This invitation was used already, or it has ended. If you accepted it, the diary is under “Diaries”.
invitation-others = Others who see it: { $people }.
enrolment = A clinic asks to see your diary
enrolment-sign-in = Sign in with the address that the mail went to, or make an account with it. Then you choose what the clinic sees.
enrolment-says = Clinicians of this clinic could see your diary. You can end that at any time, and you see in your access log who looked.
enrolled = { $name } can see your diary now.
good-until = Good until { $when }.
accept = Accept
join = Make an account
who-joins = Who are you?
joins-patient = I have ALS and keep a diary
joins-caregiver = I am let into the diary of another person
display-name = Your name
display-name-hint = As others in the diary see it.
look-into-mail = Look into your mail
sign-up-mail = A mail is on its way to { $email }. Its link confirms the address. If none comes, look into the folder for unwanted mail.
forgot-says = A mail brings a link with which you choose a new password.
send-mail = Send the mail
reset-mail = If there is an account with this address, a mail is on its way.

## Diaries

hello = Hello { $name }
my-diary = My diary
diary-of = { $name }’s diary
no-diaries = You have no diary to look at yet. An invitation comes by mail; if yours is there already, open its link once more.
offline-home = The diaries are shown when there is a network again.
diary-is-closed = This diary is closed: it can be read, and nothing is recorded any more.
nothing-yet = Nothing is recorded yet.
last-week = Last recorded: the week of { $day }.
flags-count = { $flags ->
    [one] One thing to tell the team.
   *[other] { $flags } things to tell the team.
}
new-weeks = { $weeks ->
    [one] One new week since you last looked.
   *[other] { $weeks } new weeks since you last looked.
}
record-week = Record a week
record-another = Record or correct a week
all-weeks = All weeks
report = Page for a visit
circle = Who sees this diary
access-log = Who opened it
seen-by-team = Your team looked on { $day } ({ $name }).
in-words = In words
over-time = Over time
how-far-back = How far back
span-12 = 12 weeks
span-26 = 6 months
span-52 = A year
span-all = All
picture-alt = Picture of the ratings over time. { $words }
as-table = As a table
day = Day
answered-by = Answered by
total = Total
area-bulbar = Speaking, saliva, swallowing
area-fine_motor = Writing, cutting food, dressing
area-gross_motor = Turning in bed, walking, stairs
area-respiratory = Breathing
respondent-self = the patient
respondent-self_with_help = the patient, with help to write
respondent-caregiver_relayed = the patient, told to a caregiver
respondent-caregiver_proxy = a caregiver, from what they see
respondent-clinician_in_person = a clinician, at a visit
respondent-clinician_phone = a clinician, by phone
what-happened = What else happened
flags = To tell your team
tier-contact_today = Please call your team today
tier-contact_this_week = Please tell your team this week
tier-tell_team = Please tell your team
tier-next_visit = For the next visit
look-contact_today = Look today
look-contact_this_week = Look this week
look-tell_team = To be looked at
look-next_visit = For the next visit
known-by = { $name } knows of it since { $day }.
we-know = We know
we-know-says = It stays in the list, and is quiet until it gets worse.
we-know-note = A note, if you like
latest-week = The latest week, answer by answer
rated-on = Rated on { $day }, recorded by { $name }. Answered by: { $how }.
not-answered = not answered
was-more = before: { $was }
was-less = before: { $was }
changed = changed
you-and-this-diary = You and this diary
own-diary = This is your diary. You decide who sees it.
your-level = You were let in with: { $level }.
may-read_trend = You see what the weeks add up to.
may-read_flags = You see what the team should hear of.
may-read_entries = You see the answers and notes.
may-record_entries = You can record a week.
may-record_treatments = You can record treatments.
may-revise_all = You can correct each week.
may-manage = You decide who sees this diary.
of-this-diary = Of this diary

## Recording

step-of = { $step } of { $of }
how-far = How far it is
to-review = To the end
later = Go on later
draft-kept = Each touch is kept on this device. You can go away and come back.
draft-found = You had begun the rating of { $day }. Your answers are still here.
begin-anew = Begin anew
which-day = For which day?
week-from-to = In the week from { $from } to { $to }.
who-answers = Who answers?
answers-self = I do, by myself
answers-self_with_help = I do, and another person types
answers-caregiver_relayed = The patient tells me the answers
answers-caregiver_proxy = I do, from what I see
compare-with-before = Compare with the time before the first symptoms. There is no time limit.
begin = Begin
as-before = as last time
skip-question = Skip this question
tube = Do you have a feeding tube?
tube-hint = It decides how the question about cutting food is asked.
tube-there = Feeding tube
wording-english = The questions are in English: only this wording is there yet.
anything-else = Anything else?
anything-else-says = You may leave all of this empty.
note = Note
weight = Weight in kilograms
weight-hint = For example 68.4
no-weight = This is no weight between 20 and 300 kilograms. Write it like 68.4, or leave it empty.
symptoms = Symptoms, 0 to 10
symptoms-says = 0 is none, 10 the worst that you can imagine.
symptom-weakness = Weakness
symptom-stiffness = Stiffness
symptom-twitching = Twitching
symptom-wasting = Wasting of muscles
symptom-fatigue = Tiredness
symptom-headache = Headache
symptom-appetite_loss = Loss of appetite
symptom-pain = Pain
is-this-right = Is this right?
rated-day = Rating of { $day }
answered-of = { $answered } of { $of } questions answered.
why-changed = Why is it corrected? (if you like)
nothing-answered = Please answer at least one question.
saved-sent = It is recorded
saved-sent-says = Thank you. The week is in the diary.
saved-waiting = It is kept on this device
saved-waiting-says = There is no answer from the server. The week is sent as soon as there is one.
saved-conflict = There are other answers for this week
saved-conflict-says = Nothing is lost. Look at both, and decide.
saved-refused = The server did not take it
saved-refused-says = Your answers are kept on this device. { $says }
week-before = This week is on this device already
week-before-says = You saved it on { $when }, and it is not in the diary yet. Nothing is lost: look at both, and decide.
now = Now
earlier = Before
take-now = Keep the answers of now
take-earlier = Keep the answers of before
take-earlier-says = What you have just answered is removed.
to-diary = To the diary

## Weeks on this device

unsent = Weeks on this device only
all-sent = All weeks are in the diary.
send-now = Send now
unsent-waiting = Waits for the network.
unsent-conflict = The diary has other answers for this week.
unsent-refused = The server did not take it:
conflict-other = { $name } recorded this week too. Where the answers differ:
conflict-removed = { $name } removed this week. Your answers can be recorded anew.
both-same = Both say the same.
here = On this device
there = In the diary
take-mine = Record mine as the newer version
give-up = Give up mine
give-up-says = Your answers on this device are removed. The diary stays as it is.
sign-out-drafts = { $weeks ->
    [one] One week is begun here and not saved. Signing out removes it.
   *[other] { $weeks } weeks are begun here and not saved. Signing out removes them.
}
sign-out-offline = There is no answer from the server, so you are still signed in here. Please sign out when there is a network again.

## Weeks of the past

as-csv = Save as a table (CSV)
corrected = corrected
correct = Correct
write-again = Record it anew
remove-week = Remove this week
remove-week-says = It no longer counts. The history keeps it.
why-removed = Why? (if you like)
removed-week = Week { $week }, removed
was-removed = The week was removed.
earlier-versions = Earlier versions
recorded-by = Recorded by { $name } on { $when }.
answered-at = Answered on { $when }.
reason = Reason: { $reason }

## The page for a visit

report-of = { $name }: page for a visit
report-made = Made on { $day }.
last-rated = Last rating: { $day }.
report-says = This page prints on one sheet. Choose “Save as PDF” to keep it.
questions = Questions for the visit
questions-hint = They are printed, and kept nowhere.
report-compare = Compared with the rating of
report-changes = What changed since { $day } is marked.
report-treatments = Treatments now
report-treatments-over = Treatments that ended
report-effects = Side effects
report-more = (and { $more } more in the diary)
print = Print
no-advice = Ratings of a diary, as they were recorded. This is no diagnosis, and it forecasts nothing.

## The circle

who-sees = Who sees it
nobody-sees = Nobody but you.
invited = Invited
invited-pending = invited
invited-used = accepted
invited-revoked = withdrawn
invited-expired = expired
invite = Invite a person
their-email = Their e-mail address
who-are-they = Who are they to you?
what-they-see = What they see
send-invitation = Send the invitation
send-invitations = Send the invitations
invitation-sent = The invitation is on its way.
withdraw = Withdraw
withdraw-says = The invitation to { $email } is no longer good then.
take-back = Take back
take-back-says = { $name } sees nothing of your diary from now on.
may-see-flags = Also what the team should hear of
what-levels-see = What each level sees
level-summary = Trend only
level-read = Trend and answers
level-write = Also recording for you
level-write-member = Also recording for the patient
sees-read_trend = What the weeks add up to
sees-read_flags = What the team should hear of
sees-read_entries = Answers, notes, treatments and measured values
sees-record_entries = May record a week
sees-record_treatments = May record treatments
relation-self = the patient
relation-spouse = spouse
relation-wife = wife
relation-husband = husband
relation-partner = partner
relation-parent = parent
relation-mother = mother
relation-father = father
relation-child = child
relation-daughter = daughter
relation-son = son
relation-sibling = sibling
relation-sister = sister
relation-brother = brother
relation-grandchild = grandchild
relation-relative = relative
relation-friend = friend
relation-neighbour = neighbour
relation-caregiver = caregiver
relation-nurse = nurse
relation-therapist = therapist
relation-doctor = doctor
relation-clinician = clinician
relation-other = other
trustee = Trustee
trustee-says = A person of your circle who may act for you when you cannot. They have to ask first; then there is time, and one touch of yours says no.
trustee-who = Who?
choose-trustee = Choose this person
trustee-named = chosen; does not act for you now
trustee-waiting = has asked to act for you, and does from { $when } on, unless you say no
trustee-acting = acts for you
trustee-not-now = Not now
trustee-not-now-says = The request ends. It can be made again later.
trustee-end = No longer
trustee-end-says = { $name } is no longer your trustee.
access-log-says = Each look at your diary, and each change.
clinics = Clinics
what-clinic-sees = What the clinic sees
clinic-always-sees = Ratings, treatments and what follows from them, always. And also:
share-notes = My notes
share-notes-hint = What you wrote in your own words.
share-facts = Facts about me
share-facts-hint = When it began, sex, year of birth, gene.
share-research = For research
share-research-hint = Without your name, in what the clinic takes out.
coordinator = Coordinating clinician
coordinator-who = Who coordinates?
coordinated-by = { $name } ({ $clinic }) coordinates the care.
leave-clinic = Leave this clinic
leave-clinic-says = Nobody of { $name } sees anything of your diary from now on.

## My account

what-i-see = What I see
without-numbers = Without numbers, stages and rates
without-numbers-hint = On this device. Nothing is changed in the diary.
change-password = Change the password
current-password = Current password
password-changed = The password is changed. Other devices are signed out.
passkeys = Passkeys
passkeys-says = A passkey signs you in with your face, your finger or the code of the device: nothing to type.
passkey-name = A name for this device
add-passkey = Add a passkey
remove-passkey-says = { $name } no longer signs you in.
second-factor = Second factor
second-factor-says = A code of an authenticator app, asked beside the password.
second-factor-demanded = Your work here needs a second factor: a passkey, or a code of an authenticator app.
set-up-totp = Set up an authenticator app
totp-how = Add this key to your authenticator app, then enter the code that it shows.
open-authenticator = Open the app on this device
totp-since = Set up since { $when }.
codes-left = { $codes } recovery codes are left.
new-recovery-codes = New recovery codes
recovery-codes = Recovery codes
recovery-codes-says = Each of these signs you in once, where the device is lost. They are shown only now: save or print them.
remove-totp-says = Only the password is asked then.
told-here = Being told on this device
told-here-switch = Tell me on this device
told-here-hint = A reminder comes here instead of a mail. It never says what it is about.
told-here-refused = This browser does not allow it: change that in its settings.
devices = Devices that are signed in
device = A device
this-one = this one
sign-out-there = Sign out there
sign-out-there-says = This device has to sign in again.
sign-out-others = Sign out all others
sign-out-others-says = All other devices have to sign in again.
my-data = My data
my-data-says = All that is kept of you, in one file.
take-copy = Save my data
erase-me = Erase me
erase-me-says = Your account and your diary are erased after some days. Until then you can stop it.
erased-at = All that is kept of you will be erased on { $when }.
do-not-erase = Do not erase it

## The emergency card, as it is chosen

card-says = A page for whoever helps you in an emergency and has never seen you: what you have, how you breathe and eat, whom to call. It opens without an account, from a link or from a code on paper.
card-there = Your card
card-chosen = What it says was chosen on { $when }.
card-look = Look at it and print it
card-look-says = It opens in a window of its own, and prints on one sheet with the code to scan: one for the wheelchair, one for the bag, one for the door.
card-link = The link of the card
card-end = Take the card back
card-end-says = Its link and its code open nothing any more, on paper either. The next card has others.
card-what = What it says
card-make = Make the card
card-name = What you are called on it
card-name-hint = Empty, it shows no name.
card-diagnosis = That it is ALS
card-diagnosis-hint = With the day of the diagnosis, where the facts about you have it.
card-ventilation = How I breathe
card-ventilation-hint = Your newest answer about a breathing device, and since when.
card-swallowing = How I swallow
card-swallowing-hint = Your newest answer about swallowing, and a feeding tube.
card-note = In your own words
card-note-hint = For example: I understand everything. I answer with my eyes.
card-contact = Whom to call, { $number }
card-contact-name = Name
card-contact-phone = Phone number
card-contact-phone-hint = With the code of the country, for example +49 30 1234567.
card-contact-about = Who is that?
card-contact-about-hint = For example: husband, knows the breathing machine.
card-add-contact = Add a person to call
card-remove-contact = Remove this person

## Reminders

reminders = Reminders
reminders-choose = Choose reminders
reminders-says = Nothing reminds you before you choose it here. No message says anything about health.
reminders-nobody = You record in no diary, so there is nothing to be reminded of.
reminders-whose = Of which diary?
remind-weekly = Remind me each week
remind-weekly-hint = Only while the week is not recorded yet.
weekday = On which day?
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
at-hour = At what time?
remind-visit = A visit at the clinic
remind-visit-hint = You are reminded on the day before. Empty, of none.
remind-next_course = When some clinics repeat a course of cells
remind-next_course-hint = From 12 months after the last day on which cells were given.
remind-end_of_follow_up = When it has been followed for long enough
remind-end_of_follow_up-hint = 42 months after that day.
ways = In which way?
way-mail = By mail
way-mail-hint = To the address of your account.
way-push = On my devices
way-push-hint = On those where you said so, under “My account”.
quiet-hours = Never at night
quiet-hours-hint = What falls into these hours comes at their end.
quiet-from = From
quiet-to = To
paused-until = Pause until
paused-until-hint = Nothing at all reminds you before this day. Empty, there is no pause.
remind-later = Not now, but later today
remind-later-in = When?
remind-later-do = Remind me later
remind-later-at = You are reminded on { $when }, unless the week is recorded by then.
in-hours = { $hours ->
    [one] In one hour
   *[other] In { $hours } hours
}

## What followers are told

alerts = What was told
alerts-open = { $alerts ->
    [one] Something waits for a person who sees to it.
   *[other] { $alerts } things wait for a person who sees to them.
}
no-alerts = Nothing was told yet.
alert-silence = Nothing was recorded since the week of { $day }
alert-flag = It is about: { $what }. It began in the week of { $day }.
alert-raised = Noticed on { $when }.
alert-told = Told to: { $people }.
alert-seen-to = { $name } sees to it since { $when }.
alert-over = It was over by itself on { $when }.
alert-see-to = I see to it
alert-see-to-hint = The others who were told see that, and nobody else is told of it.
alerts-of = Who is told
alerts-own = What I am told
alerts-own-says = Nothing is told before you choose it. No message says what it is about. The patient sees what you choose, and may switch it off.
alerts-active = You are told of it now.
alerts-not-active = You are told nothing at present: do not rely on it.
alerts-flags = What the team should hear of
alerts-no-flags = With what you were let in to, only silence can be told to you.
alert-tier-contact_today = What needs a call today
alert-tier-contact_this_week = What the team should hear this week
alert-tier-tell_team = What the team should hear of at some time
alert-tier-next_visit = What is for the next visit
alerts-silence = That nothing was recorded
alerts-silence-off = Do not tell me
after-weeks = { $weeks ->
    [one] After one whole week
   *[other] After { $weeks } whole weeks
}
alerts-next = If nobody answers, tell the next person
alerts-next-off = Never
after-hours = { $hours ->
    [one] After one hour
   *[other] After { $hours } hours
}
alerts-next-hint = With a way and nothing else you are told where nobody before you answered.
followers = Who is told of your diary
followers-says = In the order in which they are told where nobody before answered. Each chose for themselves; you can switch it off, and nobody is told that you did.
follower-nothing = Chose nothing: is told of nothing.
follower-ways = Told: { $ways }.
follower-last = Only where nobody before answered.
follower-silence = { $weeks ->
    [one] That nothing was recorded for one week
   *[other] That nothing was recorded for { $weeks } weeks
}
follower-next = { $hours ->
    [one] Without an answer for one hour, the next person is told
   *[other] Without an answer for { $hours } hours, the next person is told
}
follower-muted = switched off by you
follower-mute = Switch it off for this person
follower-unmute = Let this person be told again

## Consents, facts, and one’s own place

look-as-level-says = Look at your diary as each level sees it. A person whom you allowed it beside that also sees what the team should hear of:
look-as-level = As with: { $level }
preview-says = So a person sees this diary who is let in with: { $level }. What they choose for themselves, such as no numbers, may differ.
preview-notes = { $name } may have written a note. Others with this level see it, unless { $name } took that back.
consents = What you agree to
consents-says = Each is a decision of its own. You can take it back at any time and give it again: nobody is told, and nothing is deleted.
consent-care_sharing = People I let in see my diary
consent-care_sharing-says = Family, friends and clinicians see what you chose for each. Taken back, it is a pause for all of them at once.
consent-care_sharing-end = From now on nobody but you sees anything of your diary, not even who acts for you, until you agree again. The emergency card opens nothing meanwhile.
consent-notes_sharing = They also see what I wrote in words
consent-notes_sharing-says = Notes and reasons, for those who see single answers.
consent-notes_sharing-end = From now on only you see notes and reasons. Nobody can tell whether there was one.
consent-clinic_enrolment = Clinicians see my diary
consent-clinic_enrolment-says = At the clinics that you let in, among their patients.
consent-clinic_enrolment-end = From now on no clinician sees anything of your diary, until you agree again.
consent-research_export = Research may use my ratings
consent-research_export-says = Without your name, at the clinics where you chose it: they may take your ratings out and hand them on for research.
consent-research_export-end = Nothing is used for research from now on.
consent-by-inviting = It holds for those you let in, until you take it back.
consent-at-clinics = It holds at the clinics where you chose it, until you take it back.
consent-given = You agreed on { $when }.
consent-ended = You took it back on { $when }.
consent-take-back = Take my agreement back
consent-give = Agree
own-place = My place in this diary
leave-diary = Leave this diary
leave-diary-says = You then see nothing more of { $name }’s diary. Only a new invitation brings you back.
trusted-named = { $name } chose you as the person who may act for them when they cannot. It changes nothing until you ask.
trusted-waiting = You have asked to act for { $name }. From { $when } on you do, unless they say no.
trusted-acting = You act for { $name }: you may record, correct and remove each week, and decide who sees the diary.
trusted-acting-closed = You act for { $name }. The diary is closed: you may read it, and decide who sees it.
trusted-again-from = You can ask again from { $when } on.
trusted-ask = Ask to act for them
trusted-ask-says = { $name } and everybody in the circle are told by mail, and there is time to say no.
trusted-stop = Take my request back
trusted-stop-says = You do not act for them from now on, and cannot ask again for a time.
trusted-decline = I do not want to be the trustee
trusted-decline-says = { $name } can choose another person then.
close-diary = Close the diary
close-diary-says = After some days nothing more is recorded in { $name }’s diary; everybody goes on reading, and nothing is deleted. All in the circle are told by mail, and it can be stopped with one touch.
close-diary-why = On what do you decide it?
close-diary-why-hint = For example: that the person died, or wished it so.
diary-closed = The diary has been closed since { $when }.
diary-closes = The diary closes on { $when }.
keep-diary-open = Keep the diary open
open-diary-again = Open the diary again
facts = Facts about the patient
facts-says = Known once, and not each week. All of it may stay empty; a clinic sees it only where that was chosen.
not-known = Not known
fact-symptom_onset = When the first symptoms came
fact-onset_region = Where it began
fact-diagnosed_on = Day of the diagnosis
fact-birth_year = Year of birth
fact-sex = Sex
fact-gene = Gene in which a cause was found
fact-gene-hint = Its symbol, for example SOD1.
fact-usual_weight_kg = Weight before the illness, in kilograms
fact-usual_weight_kg-hint = A loss of weight is measured against it.
fact-height_cm = Height in centimetres
fact-time_zone = Time zone
region-bulbar = Speech or swallowing
region-upper_limb = Arms or hands
region-lower_limb = Legs or feet
region-trunk = Trunk
region-respiratory = Breathing
region-generalised = Several at once
region-unknown = Asked, and not known
region-not_shared = Not shared, or not known
sex-female = Female
sex-male = Male
sex-other = Other
sex-unknown = Asked, and not known

## The clinic

no-clinics = No clinic has added you yet.
clinic-views = Views of the clinic
clinic-patients = Patients
clinic-summary = Summary
clinic-exports = Data out
clinic-invitations = Invitations
clinic-roster = Roster
clinic-staff = Staff
role = Role
role-clinician = Clinician
role-data_manager = Data manager
role-site_admin = Administrator
no-patients = No patient has joined yet.
sorted-by = Sorted by
sort-needs_attention = Who needs to be looked at first
sort-last_week = Last week
sort-total = Total
sort-points_per_month = Points a month
sort-change_4_weeks = Change over 4 weeks
sort-change_12_weeks = Change over 12 weeks
sort-kings = King’s stage
sort-weeks_silent = Weeks without a rating
sort-seen_at = When the clinic last looked
cohort-patient = Patient
cohort-why = Why
cohort-last = Last week
cohort-total = Total
cohort-per-month = Points a month
cohort-kings = King’s
cohort-silent = Weeks silent
cohort-closed = Diary closed
cohort-enrolled = { $patients ->
    [one] 1 patient is enrolled.
   *[other] { $patients } patients are enrolled.
}
cohort-closed-count = { $closed ->
    [one] 1 diary is closed and not counted below.
   *[other] { $closed } diaries are closed and not counted below.
}
by-onset = By where it began
medians = In the middle (median)
adherence-part = Weeks that were recorded, of the last 26
flag-nothing_recorded = nothing recorded
flag-breathing_now = breathing
flag-breathing_changed = breathing changed
flag-breathing_support_changed = breathing support changed
flag-swallowing_changed = swallowing changed
flag-weight_down = weight down
flag-total_changed_quickly = total changed quickly
flag-saliva_aids = saliva
flag-speech_aids = speech
by-stage = King’s stages
by-pace = Pace
pace-slower_than_most = slower than most (below 0.04 points a month)
pace-slower_than_mean = slower than the mean (up to 0.89)
pace-faster_than_mean = faster than the mean (up to 1.96)
pace-faster_than_most = faster than most
exports-says = Patients who did not agree are left out, and counted in the manifest.
format = Format
format-csv = Table, a row a week (CSV)
format-csv-long = Table, a row an answer (CSV)
format-proact = PRO-ACT files
format-ndjson = All with history (NDJSON)
format-fhir = FHIR R4
format-dataset-json = CDISC Dataset-JSON
format-parquet = Parquet
names-or-not = Names
without-names = Without names
with-names = With names
export-reason = Why are names needed?
take-out = Take the data out
export-queued = waits
export-running = is being made
export-ready = ready
export-failed = failed
export-expired = expired
file-rows = { $rows } rows
manifest = Manifest, signed
remove-export-says = Its files are removed.
invite-patient = Invite a patient
subject-id = Subject id
subject-id-hint = Made by the server where it is empty.
invite-many = Invite many
invite-many-says = A table with the columns email and subject_id. Where one row has a fault, nobody is invited, and you are told which.
table-file = Table (CSV)
invited-of = { $invited } of { $of } are invited.
row-of = Row { $row }, { $email }
not-invited-subject_id_taken = not invited: another patient of this clinic has this subject id
not-invited-invited_too_often = not invited: invited as often as one day allows, try again tomorrow
add-staff = Add staff
staff-name = Name
staff-added = They are told by mail.
staff-pending = Let in on { $moment }, has not chosen a password yet
staff-unnamed = Somebody whose name is not known here yet
remove-staff-says = { $name } sees nothing of this clinic from now on.

## Treatments, and the team

treatments = Treatments and side effects
no-treatments = Nothing is recorded yet.
it-ended = It ended
last-day = Last day
first-day = Day
remove-record-says = { $name } no longer counts. The history keeps it.
recorded-by-short = Recorded by { $name }.
record-added = It is recorded.
add-treatment = Add a treatment
add-side_effect = Add a side effect
add-milestone = Add a milestone
what-kind = What is it?
treatment-name = Name
dose = Dose, if you like
in-your-words = In your own words
how-bad = How bad?
serious = It was serious
serious-hint = It led to a hospital, to danger or to lasting harm.
treatment-drug = A medicine
treatment-cell_therapy = Cells
treatment-rehabilitation = Rehabilitation
treatment-device = A device
treatment-other = Other
happening-headache = Headache
happening-fatigue = Tiredness
happening-fever = Fever
happening-site_pain = Pain where it was given
happening-other = Other
happening-gastrostomy = Feeding tube through the belly
happening-nasogastric_tube = Feeding tube through the nose
happening-niv_over_22_hours = Breathing mask more than 22 hours a day
happening-tracheostomy = Tracheostomy
happening-wheelchair = Wheelchair
happening-speech_device = Speech device
severity-1 = mild
severity-2 = moderate
severity-3 = severe
severity-4 = life-threatening
severity-5 = fatal
record-administration = A day on which it was given
record-screening = Examination before cells
record-measurement = Measured value
for-the-team = For the team
we-looked = We have looked
seen-told = The patient sees that you looked.
agreement = How far raters agree
agreement-pairs = Pairs
agreement-mean-difference = Mean difference
agreement-limits = Limits of agreement

## Records beside the weeks

record-something = Record something
recorded-so-far = Recorded so far
record-warned = It is recorded. Please look at the warning beside it.
add-measurement = Add a measured value
add-administration = Add a day on which it was given
add-screening = Add an examination before cells
schedule = How often, if you like
treatment-clinic = Where, if you like
in-trial = It is part of a trial
trial-id = Number of the trial
suspected = From which treatment, do you think?
serious-short = serious
cell-type = Which cells?
cells-mesenchymal = Mesenchymal
cells-neural = Neural
cells-other = Others
cell-source = From which tissue?
source-bone_marrow = Bone marrow
source-adipose = Fat
source-peripheral_blood = Blood
source-umbilical_cord = Umbilical cord
source-other = Another tissue
cell-donor = Whose cells?
donor-autologous = The patient’s own
donor-allogeneic = Of another person
route = How was it given?
route-oral = By mouth
route-intravenous = Into a vein
route-intrathecal = Into the fluid around the spinal cord
route-intraspinal = Into the spinal cord itself
route-intramuscular = Into a muscle
route-enteral = Through a feeding tube
route-other = In another way
amount-cells = How many cells, in millions
amount-mg = How much, in milligrams
millions = { $cells } million cells
guided-by = What guided the needle?
imaging-none = Nothing
imaging-ultrasound = Ultrasound
imaging-fluoroscopy = X-ray while it was given
imaging-ct = CT
imaging-mri = MRI
imaging-other = Other
anaesthesia = How was pain kept away?
anaesthesia-none = Not at all
anaesthesia-local = At that place
anaesthesia-sedation = Drowsy
anaesthesia-general = Asleep
finding-damaged_bone_marrow = Damaged bone marrow
finding-clotting_disorder = Blood that does not clot as it should
finding-low_platelets = Too few platelets
finding-cancer = Cancer
finding-pregnancy_or_lactation = A child that is carried or nursed
finding-active_severe_infection = A severe infection now
found-unknown = Not known
found-no = Not found
found-yes = Found
screened-by = Who looked?
screening-found = Found: { $what }.
screening-unknown = Not known: { $what }.
screening-nothing = Nothing was found that speaks against cells.
days-given = { $days ->
    [0] Days on which it was given
    [one] Given on one day
   *[other] Given on { $days } days
}
course-next = The clinics of this diary repeat it between { $from } and { $to }, if at all: that is for you and your team to decide.
course-followed = Followed until { $day }.
warning-not_screened = { $day }: cells were given without an examination before them that is recorded here.
warning-contraindicated = { $day }: cells were given although the examination before them had found something.
what-measured = What was measured?
measured-value = Value
measure-range = In { $unit }, between { $lowest } and { $highest }.
posture = Sitting or lying?
posture-sitting = sitting
posture-supine = lying on the back
posture-standing = standing
measured-with = With which device, if you like
measure-svc = Lung function: slow vital capacity (SVC)
measure-fvc = Lung function: forced vital capacity (FVC)
measure-snip = Sniff pressure (SNIP)
measure-peak_cough_flow = Peak cough flow
measure-ventilator_hours = Hours of ventilation a day
measure-nfl_serum = Neurofilament light in serum
measure-nfl_plasma = Neurofilament light in plasma
measure-nfl_csf = Neurofilament light in spinal fluid
measure-pnfh_csf = Phosphorylated neurofilament heavy in spinal fluid

## Ratings of home and clinic

raters = Home and clinic
agreement-means = People see the same days differently, and none of them need be wrong: one knows how it feels, another how long it takes. Two ratings of one person by the same eyes differ by up to about 4 points of 48 without any change. A difference between raters is no change of the disease.
home-and-clinic = Beside each other
home-and-clinic-says = Each rating of the clinic with the nearest one of home, at most { $days } days apart. The difference is the clinic’s less the one of home.
at-home = Home
at-clinic = Clinic
difference = Difference
no-home-rating = No rating near that day
agreement-limits-mean = Of 100 pairs, about 95 lie between the two limits. With fewer than five pairs there are none.
agreement-of = { $other }, compared with { $one }
clinic-ratings = Ratings of the clinic
rate = Rate for the clinic
rate-of = The clinic’s rating of { $name }
rate-says = It stands beside the diary that the home keeps, and no line counts it.
rate-how = How was it asked?
rate-remove-says = It no longer counts in any comparison. The history keeps it.
rate-removed = The rating of this day was removed
rate-removed-says = { $name } removed the clinic’s rating of { $day }. Your answers are still here, and can be recorded anew.
rate-anew = Record it anew
rate-anew-says = Your answers become the clinic’s rating of this day. The history keeps the removal.
rate-taken = This day has a rating already
rate-taken-says = { $name } recorded the clinic’s rating of { $day }. Nothing is lost: look at both, and decide.

## Guests, who have no account

guest = A week for another person
guest-for = The week is about { $name }.
guest-says = You were handed a link to record one week for the person you look after. You see nothing else of the diary.
guest-name = Your name
guest-name-hint = The diary shows it as the name that you gave.
guest-tube = Does the person have a feeding tube?
guest-recorded = Thank you. The rating of { $day } is in the diary, with the name { $name }.
guest-correct-until = You can correct it until { $when }.
guest-changed-since = Thank you. What you recorded has been changed in the diary since, so there is nothing left to do here.
guest-links = Without an account: one week by a link
guest-links-says = Who sits with you for a night needs no account. A link is good for one day and records one week; whoever holds it sees nothing of your diary.
guest-shown-name = The name of yours that it shows, if you like
make-guest-link = Make a link
guest-link-made = Hand this link over yourself. It is shown only now.
copy-link = Copy the link
copied = It is copied.
copy-by-hand = Please copy it by hand.
guest-link-made-on = Made on { $when }:
guest-link-open = nothing recorded yet
guest-link-used = a week recorded ({ $week })
guest-link-revoked = withdrawn
guest-link-expired = expired
guest-link-withdraw = The link opens nothing any more then. What was recorded with it stays.
claimed-name = a guest with a link, who gave the name { $name }
former-member = a person who was in the circle before

## What a refusal means here

problem-link_used = This link has recorded another week already. That one can be corrected.
problem-code_not_valid = This link is not good any more, or belongs to another address. Ask for a new one.
problem-wrong_credentials = The e-mail address or the password is wrong: try again, or ask for a new password by mail.
problem-wrong_code = The code is wrong, or was used already: give the next one.
problem-mfa_token_not_valid = This sign-in took too long or was tried too often: begin it again.
problem-passkey_refused = This passkey is not taken here, or it took too long: try once more.
problem-wrong_password = The current password is wrong: type it again, or ask for a new one by mail.
problem-not_found = It is not there, or not for you any more.
problem-precondition_failed = It was changed meanwhile. Look at it again, then try once more.
problem-insufficient_user_authentication = Your work here needs a second factor. Set one up under “My account”, then sign in again.
problem-week_taken = This week was recorded by others already, or changed since. Look at it again, then decide.
problem-week_recorded = This week is recorded already. Choose another day of the link, or tell the person who gave it to you.
problem-week_removed = This week was removed meanwhile. Look at it again, then decide whether it is recorded anew.
problem-id_taken = Something is recorded here already. Look at it again, then try once more.
problem-record_removed = It was removed meanwhile. Look at it again, then decide whether it is recorded anew.
problem-precondition_required = It was changed meanwhile. Look at it again, then try once more.
problem-invalid_grant = The session has ended: please sign in again.
problem-quota_exceeded = That was too often in a short time: try again in a moment.
problem-client_too_old = This page is older than the server: load it anew. What waits to be sent stays on the device.

## What the page and the emergency card say

emergency-card = Emergency card

### From here on it is the server that writes: the page is sent what stands above

## The emergency card

emergency-diagnosis = Diagnosis
emergency-als = ALS (amyotrophic lateral sclerosis)
emergency-diagnosed-on = Known since { $day }, as the patient says.
emergency-breathing = Breathing
emergency-breathing-4 = No breathing device
emergency-breathing-3 = Breathing mask (non-invasive ventilation) at times
emergency-breathing-2 = Breathing mask (non-invasive ventilation) every night
emergency-breathing-1 = Breathing mask (non-invasive ventilation) night and day
emergency-breathing-0 = Ventilated through a tube in the windpipe (invasive)
emergency-tracheostomy = Tracheostomy since { $day }
emergency-mask = Breathing mask more than 22 hours a day since { $day }
emergency-swallowing = Swallowing
emergency-swallowing-4 = Eats as usual
emergency-swallowing-3 = Chokes at times
emergency-swallowing-2 = Needs food and drink that are easier to swallow
emergency-swallowing-1 = Is fed through a tube in part
emergency-swallowing-0 = Takes nothing by mouth: is fed through a tube or a vein
emergency-tube = Feeding tube since { $day }
emergency-tube-answered = Feeding tube, as answered on { $day }
emergency-patient-said = The patient’s own statement of { $day }.
emergency-caregiver-saw = As a caregiver saw it on { $day }.
emergency-clinician-saw = As a clinician saw it on { $day }.
emergency-not-recorded = Nothing is recorded
emergency-words = In the patient’s own words
emergency-contacts = Please call
emergency-warning = All of this was said in a diary, on the days that are named. Nobody has checked it, and it may have changed since: what you see before you counts more. It is no medical record, and it forecasts nothing.
emergency-shown-on = Shown on { $day }.
emergency-chosen-on = What it shows was chosen on { $day }.
emergency-gone = This card is not good any more, or there never was one here. Ask the person, or those who are with them.

## Moments

day-in-words = { $without_year ->
    [yes] { $day } { $month }
   *[no] { $day } { $month } { $year }
}
day-and-time = { $day } { $month } { $year } at { $time } UTC
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Mails: no subject says anything about health, nor about a person

mail-hello = Hello,
mail-sign-up =
    somebody, probably you, is opening an account with this address. To finish, follow
    this link:

    { $link }

    Or enter this code in the app:

    Code: { $code }

    You have 24 hours, so there is no hurry. If you did not ask for it, do nothing:
    without link or code there will be no account.
    .subject = Your code
mail-already-here =
    somebody, probably you, tried to open an account with this address. There is one
    already, and nothing has changed: sign in with the password you have.

    If it was not you, there is nothing you need to do.
    .subject = You already have an account
mail-password-reset =
    somebody, probably you, asked for a new password for your account. To choose one,
    follow this link:

    { $link }

    Or enter this code in the app:

    Code: { $code }

    It works once, within the next 30 minutes; after that, ask again. If you did not ask
    for it, do nothing: your password stays as it is.
    .subject = A new password
mail-activation =
    an account was made for you. To choose its password, follow this link:

    { $link }

    Or enter this code in the app:

    Code: { $code }

    It works once, within seven days. After the first sign-in you will be asked for a
    second factor; have your phone at hand.

    If you do not know what this is about, do nothing: without the code nobody can use
    the account.
    .subject = Your account is ready
mail-password-changed =
    the password of your account was changed a moment ago, and every other device was
    signed out.

    If it was not you, write to the people who run this service at once.
    .subject = Your password was changed
mail-key-used-twice =
    the key with which one of your devices stays signed in was used a second time. That
    can mean that somebody copied it, so we ended its session. Your other devices stay
    signed in, and nothing you have written is lost: please sign in again.

    If this happens more than once, change your password.
    .subject = One of your devices was signed out
mail-device-left =
    you signed in on one device more than an account can have at once, so the device that
    was not used for the longest time was signed out.

    If it was not you who signed in, change your password.
    .subject = One of your devices was signed out
mail-new-device =
    somebody, probably you, signed in to your account on a new device or from another
    network.

    Device: { $device }
    Network: { $address }
    When: { $when }

    If it was not you, sign that device out in the app, and change your password.
    .subject = A new device signed in
mail-device-without-name = not named
mail-factor-added =
    from now on, signing in to your account takes a code from your app besides the
    password. Keep the recovery codes you were shown: one of them stands in for the app
    when your phone is lost.

    If it was not you, write to the people who run this service at once.
    .subject = Signing in takes a second step now
mail-factor-removed =
    the second step of signing in was taken away from your account a moment ago: the
    password alone is enough now, and the recovery codes are worth nothing any more.

    If it was not you, change your password and switch the second step on again.
    .subject = Signing in takes the password alone now
mail-codes-removed =
    the codes from your app were taken away from your account a moment ago. You sign in with
    a passkey, or with the password and one of your recovery codes.

    If it was not you, change your password and switch the codes on again.
    .subject = Your app's codes are not asked for any more
mail-recovery-code-used =
    one of your recovery codes was used a moment ago, and is worth nothing any more.
    { $left } of them are left; you can make new ones when you are signed in.

    If it was not you, change your password and make new codes at once.
    .subject = One of your recovery codes was used
mail-recovery-codes-renewed =
    new recovery codes were made for your account a moment ago. Those you had before are
    worth nothing any more.

    If it was not you, change your password and make new codes at once.
    .subject = You have new recovery codes
mail-reset-asked =
    the people who run this service were told that you lost the second factors of your
    account. They are taken away on { $due }. Afterwards sign in with your
    password, and enrol a second factor at once.

    If you have lost nothing, sign in and cancel it, and write to the people who run this
    service at once.
    .subject = Your second factors will be taken away
mail-reset-cancelled =
    the second factors of your account will not be taken away: everything stays as it is.
    .subject = Your second factors stay
mail-factors-reset =
    the second factors of your account were taken away a moment ago, and every device was
    signed out. Sign in with your password, and enrol a second factor at once: before that
    nothing else can be done.

    If you have lost nothing, write to the people who run this service at once.
    .subject = Your second factors were taken away
mail-passkey-added =
    from now on you can sign in to your account with this passkey:

    { $name }

    If it was not you, sign in, remove it, and change your password at once.
    .subject = A passkey was added to your account
mail-passkey-removed =
    this passkey was removed from your account a moment ago, and signs nobody in any
    more:

    { $name }

    If it was not you, change your password at once, and look which devices are signed in.
    .subject = A passkey was removed from your account
mail-invitation =
    { $name } shares a diary with you. Once you accept, you can
    { $allows }.

    Sign in with this address, or open an account with it first, and enter this code:

    Code: { $code }

    Or follow this link, which carries the same code:

    { $link }

    The code works once, for you alone, until { $ends }.
    If you do not want it, do nothing: nobody is told. To get no invitation again, from
    nobody:

    { $never }
    .subject = You are invited
you-can-summary = see how the ratings develop, without single answers or notes
you-can-read = read every entry with its notes, and see how the ratings develop
you-can-write = read everything, and record entries on their behalf
mail-enrolment =
    { $site } asks to see the diary that you keep, or will keep. Once you accept, its
    clinicians see what you record. You choose whether they see your notes and the facts
    about you too, and whether your ratings go into research without your name. You can
    change that, or leave, at any time.

    Sign in with this address, or open an account with it first, and enter this code:

    Code: { $code }

    Or follow this link, which carries the same code:

    { $link }

    The code works once, for you alone, until { $ends }.
    If you do not want it, do nothing: nobody is told. To get no invitation again, from
    nobody:

    { $never }
    .subject = You are invited
mail-works-here =
    from now on you work for { $site }. Sign in with this address to see what is there for
    you. If this is a mistake, tell those who added you.
    .subject = You were added to a clinic
mail-coordinates =
    a patient of your clinic chose you to coordinate their care. Sign in to see who: the
    list of your clinic says it. They can change that at any time.
    .subject = You were chosen
mail-cannot-work-here =
    { $site } wanted to let you work there with this address. It has an account here of another
    kind already, and an account is of one kind: tell them another address, if you do work
    there. Nothing has changed, and they were not told.
    .subject = You were asked to work at a clinic
mail-closure-asked =
    { $who }, who acts for you, asks for your diary to be closed on
    { $from }. Nobody would record in it any more; nothing is deleted.

    If you do not want that, say no here, without signing in. It opens your diary again, and
    they act for you no longer:

    { $link }

    You can say no at any time, also afterwards.
    .subject = Your diary will be closed
mail-circle-closes =
    somebody whom { $name } chose asks for the diary that { $name } shares with you to be
    closed on { $from }. Nobody would record in it any more; what you
    can see stays as it is.

    If this seems wrong to you, talk to { $name }.
    .subject = About a diary you share
mail-closure-ended =
    the person who acts for you no longer asks for your diary to be closed: it is open, and
    everything is as before.
    .subject = Your diary is open
mail-circle-opens =
    the diary that { $name } shares with you is not closed: everything is as before.
    .subject = About a diary you share
mail-are-you-there =
    you have not used your account for { $months } months. Nothing happens to it, and nothing is
    deleted.

    If you go on with it, sign in once. If you do not want it any more, sign in and ask for it
    to be erased. If you need help, somebody you let in can ask for it too, when you choose
    them.
    .subject = Your account has been quiet
mail-somebody-quiet =
    { $name }, who chose you, has not used the account for { $months } months. Nothing happens
    to it, and nothing is deleted.

    If { $name } cannot go on, you can ask in the app to look after the diary, and then
    close it. If { $name } can, they only need to sign in once.
    .subject = Somebody has been quiet
mail-you-chose =
    you chose who may act for you, should you ever want or need it:

    { $who }.

    Nothing changes now. They have to ask first; then you are told, and have time to say
    no. You can choose somebody else, or nobody, at any time.

    If it was not you who chose, sign in, take it back, and change your password.
    .subject = You chose who acts for you
mail-you-were-chosen =
    { $name } shares a diary with you, and chose you to look after it should they ever
    want or need that.

    Nothing changes now, and you need not do anything. When the time comes, ask for it in
    the app. If you would rather not, you can decline there.
    .subject = Somebody trusts you
mail-trustee-asks =
    { $who }, whom you chose, asks to act for you from
    { $from } on.

    They could then do with your diary and your circle what you can do. Your account, your
    password and who is chosen stay with you alone.

    If you want that, do nothing. If not, say no here, without signing in:

    { $link }

    You can say no at any time, also afterwards, with this link or in the app.
    .subject = Somebody asks to act for you
mail-trustee-soon =
    { $who }, whom you chose, acts for you from
    { $from } on, as they asked.

    If you want that, do nothing. If not, say no here, without signing in:

    { $link }
    .subject = Soon somebody acts for you
mail-trustee-acts =
    { $who }, whom you chose, acts for you from now on.

    You can still do everything yourself, and see all that they do. You can end it at any
    time, in the app, or here, without signing in:

    { $link }
    .subject = Somebody acts for you now
mail-nobody-acts =
    as you wished, nobody acts for you. Whom you chose cannot ask again before
    { $from }; you can also choose somebody else, or nobody.

    If you did not wish it, you can choose them anew in the app.
    .subject = Nobody acts for you
    .others =
    Whom they let in while they acted for you is still in your circle:

    - { $names }

    To remove all of these, without signing in:

    { $link }&others
mail-circle-asked =
    somebody whom { $name } chose asks to look after the diary that { $name } shares with
    you, from { $from } on. { $name } can say no, then and later.

    What you can see stays as it is. If this seems wrong to you, talk to { $name }.
    .subject = About a diary you share
mail-circle-acts =
    somebody whom { $name } chose looks after the diary that { $name } shares with you from
    now on, together with { $name }.

    What you can see stays as it is. If this seems wrong to you, talk to { $name }.
    .subject = About a diary you share
mail-circle-changed =
    { $name }, who acts for you, changed who may open your diary, who coordinates your care, or
    invited somebody. Your access log says what it was.

    You can change it back, and end at any time that they act for you.
    .subject = Your circle was changed
mail-erasure-asked =
    somebody, probably you, asked for your account and all that you have written to be
    erased. That happens on { $due }.

    Until then everything works as before, and you can change your mind: sign in and keep
    the account. Afterwards nobody can bring it back.

    If it was not you, sign in, keep the account, and change your password.

    This stays afterwards:

    { $stays }
    .subject = Your account will be erased
mail-erasure-taken-back =
    your account will not be erased: everything stays as it is.
    .subject = Your account stays
mail-erased =
    as you asked, your account was erased with what you wrote. Backups made before keep it until
    they are overwritten; one that is restored forgets you again. This is the last mail that we
    send to you.
    .subject = Your account was erased
mail-reminder-week =
    you asked to be reminded once a week: this one is still open.

    Open the app to see it. There you can also choose when you are reminded, have a pause,
    or switch it off.
    .subject = Your reminder
mail-reminder-week-and-more =
    you asked to be reminded once a week: this one is still open. Something else that you
    wanted to be reminded of is there too.

    Open the app to see it. There you can also choose when you are reminded, have a pause,
    or switch it off.
    .subject = Your reminder
mail-reminder =
    you asked to be reminded of something: it is time.

    Open the app to see it. There you can also choose when you are reminded, have a pause,
    or switch it off.
    .subject = Your reminder
mail-alert =
    there is something new in a diary that you follow. Open the app to see it, and to say that
    you see to it: the others who follow the diary then know.

    In the app you also choose what you are told, and on which ways.
    .subject = There is something new in a diary you follow

## What a lock screen shows

push-title = Diary
push-body = There is something for you.

## What people are to the patient, as the patient reads it

your-self = you
your-spouse = your spouse
your-wife = your wife
your-husband = your husband
your-partner = your partner
your-parent = your parent
your-mother = your mother
your-father = your father
your-child = your child
your-daughter = your daughter
your-son = your son
your-sibling = your sibling
your-sister = your sister
your-brother = your brother
your-grandchild = your grandchild
your-relative = a relative of yours
your-friend = a friend of yours
your-neighbour = a neighbour of yours
your-caregiver = who helps you
your-nurse = a nurse of yours
your-therapist = a therapist of yours
your-doctor = a doctor of yours
your-clinician = a clinician of yours
your-guest = who has a link for one week
your-other = whom you let in

## What goes when a person is erased, and what stays

goes-name = Your name, your address, your password and every signed-in device.
goes-diary = Your diary with its history, your notes, and who was let in.
goes-circle = Your place in the circles of others, and the invitations to you.
stays-audit = That something was done, when and by which account number, without a name: it proves that nobody tampered with the records.
    .basis = GDPR, Article 17(3)(b) and (e): records that the law asks for, and legal claims
    .until = until its time of retention is over
stays-consents = What you agreed to and when, under an account number without a name: it proves that your data was used as you wished.
    .basis = GDPR, Article 7(1) with 17(3)(b) and (e): consent has to be shown
    .until = for as long as this service is there
stays-others = What you recorded in the diary of somebody else: it is theirs, and its author is shown as "former caregiver".
    .basis = GDPR, Article 9(2)(a): the consent of the person whose diary it is
    .until = until the person whose diary it is removes or erases it
stays-journal = Your account number in the list of those who were erased: a backup that is restored forgets you again.
    .basis = GDPR, Article 17(1) with 5(2): erasure has to last, and to be shown
    .until = for as long as this service is there
stays-backups = Backups made before: with the keys of the service they can still be read until they are overwritten. One that is restored forgets you again before anybody can use it.
    .basis = GDPR, Article 32(1)(c): what is there must be restored after a failure
    .until = until they are overwritten

## The access log: what was done, after who did it
log-line = { $who } { $did }.
log-line-week = { $who } { $did } ({ $week }).
log-line-site = { $who } { $did }: { $site }.
log-who-you = You
log-who-program = { $name }, a program of { $site },
log-who-clinician = { $name }, of the team at { $site },
log-who-member = { $name }, { $relation },
log-who-gone = Somebody whose account is gone
log-who-card = Somebody who has your emergency card
log-who-guest = Somebody without an account, who has a link for one week,
log-who-somebody = Somebody
log-did-looked = looked for something that you do not share with them, and was not shown it
log-did-something = did something
log-account =
    .confirmed = opened the account
    .changed = changed the name, time zone or language of the account
    .reminders_changed = changed what you are reminded of
    .password_changed = changed the password
    .staff_added = was given an account to work here
    .password_reset_asked = asked for a new password by mail
    .password_reset = chose a new password with the mailed code
    .factor_added = added a second factor
    .factor_removed = took a second factor away
    .factor_reset_asked = lost every second factor, and the operator asked for them to be taken away
    .factor_reset_cancelled = kept second factors from being taken away
    .factors_reset = lost the second factors, which the operator took away
    .disabled = was shut out of the account by the operator
    .enabled = was let into the account again by the operator
    .recovery_code_used = used a recovery code
    .recovery_codes_renewed = made new recovery codes
    .exported = got a copy of everything that is known of you
    .erasure_asked = asked to be erased
    .erasure_taken_back = kept the account after all
    .erased = was erased
log-consent =
    .given = agreed to something
    .withdrawn = took an agreement back
log-session =
    .opened = signed in
    .refused = tried to sign in with your address, and was refused
    .stepped_up = proved once more who is there
    .second_factor_refused = gave a wrong second factor, and was refused
    .ended = signed out, or signed a device out
    .reuse_detected = used an old key of one of your devices, which was signed out
log-patient =
    .changed = changed the facts about you
    .synced = brought the diary up to date on a device
    .read = opened your diary
    .listed = saw your last total in the list of diaries
    .seen = looked at your weeks for your team
log-entry =
    .recorded = recorded a week
    .revised = corrected a week
    .voided = removed a week
log-treatment =
    .recorded = recorded a treatment
    .revised = corrected a treatment
    .voided = removed a treatment
log-administration =
    .recorded = recorded a day on which a treatment was given
    .revised = corrected a day on which a treatment was given
    .voided = removed a day on which a treatment was given
log-screening =
    .recorded = recorded a screening before cell therapy
    .revised = corrected a screening before cell therapy
    .voided = removed a screening before cell therapy
log-side_effect =
    .recorded = recorded a side effect
    .revised = corrected a side effect
    .voided = removed a side effect
log-measurement =
    .recorded = recorded a measured value
    .revised = corrected a measured value
    .voided = removed a measured value
log-milestone =
    .recorded = recorded a milestone
    .revised = corrected a milestone
    .voided = removed a milestone
log-clinic_rating =
    .recorded = recorded a rating of the clinic
    .revised = corrected a rating of the clinic
    .voided = removed a rating of the clinic
log-flag =
    .known = said of something that your team should hear of: we know
log-alerts =
    .chosen = chose what to be told of your diary
    .muted = switched off that somebody is told of your diary
    .unmuted = let somebody be told of your diary again
log-alert =
    .sent = was told that there is something new in your diary
    .acknowledged = said that they see to something new in your diary
log-circle =
    .invited = invited somebody into your circle
    .invitation_revoked = took an invitation back
    .joined = came into your circle
    .level_changed = changed how far somebody is let in
    .left = ended a place in your circle
log-guest =
    .link_made = made a link with which somebody without an account can record one week
    .link_revoked = took a link for one week back
    .link_opened = opened a link for one week
log-card =
    .chosen = chose what your emergency card shows
    .revoked = took your emergency card back
    .opened = opened it
log-trustee =
    .named = chose who acts for you, should you want or need it
    .forgotten = ended that somebody is chosen to act for you
    .asked = asked to act for you
    .acts = acts for you from now on
    .refused = said that nobody acts for you
    .refused_by_link = followed the link in your mail and said that nobody acts for you
    .stepped_back = took back that they asked to act for you, or acted for you
log-closure =
    .asked = asked for your diary to be closed
    .taken_back = kept your diary open, or opened it again
log-silence =
    .told = was told that your account has been quiet for long
log-trend =
    .read = opened your trend
log-entries =
    .read = read your entries
log-history =
    .read = read what your entries said before
log-treatments =
    .read = read about your treatments and side effects
log-access =
    .refused = asked for your diary, which is not shared with them, and was not shown it
log-site =
    .made = made a clinic
    .staff_added = let a person work at a clinic
    .staff_refused = wanted to let a person work at a clinic, with an address of another
    .staff_removed = ended that a person works at a clinic
    .invited = invited a patient to a clinic
    .invitation_revoked = took the invitation of a patient back
    .roster_read = read who is enrolled at a clinic
log-enrolment =
    .accepted = let a clinic see your diary
    .changed = changed what a clinic sees
    .ended = left a clinic, which sees nothing of your diary any more
log-coordinator =
    .named = chose who coordinates your care at a clinic
    .ended = ended that a clinician coordinates your care
log-cohort =
    .read = saw you in the list of the clinic's patients
log-client =
    .added = let a program of a clinic in
    .removed = took a program of a clinic away
    .token = signed in as a program of a clinic
log-export =
    .asked = asked for the data of a clinic
    .made = got the data of a clinic made into files
    .fetched = fetched a file with the data of a clinic
    .deleted = deleted files with the data of a clinic
    .without_name = took your ratings out in an export without names
    .by_name = took your ratings out in an export that tells whose they are
log-retention =
    .run = forgot what had ended
log-audit =
    .exported = exported what is written down about what was done
    .cut = let old events go

## The clinic

cohort-counts = These are counts of people who were treated, not of what a treatment does: groups differ in more than the treatment, those who chose it and kept a diary differ from those who did not, and a decline that is fast before is slower after by nature. Compare each part and its interval with the part of people without the treatment beside it.

## What the weeks add up to: a code is the name of a text, and its members are what that is made of

sentence-days = { $days ->
    [one] on { $first_day }
   *[more] between { $first_day } and { $last_day }
}
sentence-ratings = { $ratings ->
    [one] 1 rating
   *[other] { $ratings } ratings
}
sentence-stretch = { sentence-days } ({ sentence-ratings }){ $side ->
    [before] , before it began,
    [after] , after it began,
   *[none] {""}
}
sentence-score = { $score ->
    [bulbar] the score for speaking, saliva and swallowing
    [fine_motor] the score for writing, cutting food and dressing
    [gross_motor] the score for turning in bed, walking and stairs
    [respiratory] the score for breathing
   *[total] the total
}
sentence-of-score = of { sentence-score }
sentence-item-speech = speaking
sentence-item-salivation = saliva
sentence-item-swallowing = swallowing
sentence-item-handwriting = writing by hand
sentence-item-cutting = cutting food
sentence-item-dressing = dressing and washing
sentence-item-turning = turning in bed
sentence-item-walking = walking
sentence-item-stairs = climbing stairs
sentence-item-dyspnea = shortness of breath
sentence-item-orthopnea = breathing when lying down
sentence-item-respiratory_insufficiency = breathing support
sentence-and = { $most } and { $last }
sentence-nothing_recorded_yet = Nothing has been recorded yet.
sentence-last_rating = The last rating was on { $last_day }, { $days_ago ->
    [one] 1 day
   *[other] { $days_ago } days
} ago{ $rater ->
    [caregiver_proxy_by_you] , by you.
    [caregiver_proxy] , by a caregiver.
    [caregiver_proxy_you] , by a caregiver.
    [clinician_in_person] , by the clinic.
    [clinician_phone] , by the clinic on the telephone.
   *[self] .
}
sentence-nothing_recorded = Nothing was recorded { sentence-days }.
sentence-always_skipped = { sentence-days } ({ sentence-ratings }) there is no total, because { $count ->
    [one] one question was
   *[other] { $count } questions were
} left open every time: { $items }.
sentence-no_total = { $ratings ->
    [one] The rating { sentence-days } leaves a question open, so it has no total (1 rating).
   *[other] { sentence-days } ({ $ratings } ratings) there is no total, because each leaves a question or more open.
}
sentence-ends = { $ends ->
    [none] {""}
    [near] {" "}by less than 1 point, near { $from } of { $of }
   *[both] {" "}from about { $from } to about { $to } of { $of }
}
sentence-set-apart = not counting the change in who answered or in the form
sentence-about = { $pace ->
    [small] less than { $finest } points a month
   *[told] { sentence-about-points }
}
sentence-about-points = about { $points ->
    [one] { $points } point
   *[other] { $points } points
} a month
sentence-likely = { $likely ->
    [none] {""}
    [most] {" "}(likely no more than { $faster })
    [between] {" "}(likely between { $slower } and { $faster })
   *[within] {" "}(likely within { $finest } of that)
}
sentence-pace = { $pace ->
    [none] {""}
   *[told] { sentence-pace-told }
}
sentence-pace-told = { $ends ->
    [none] {" "}by { sentence-about }{ sentence-likely }, { sentence-set-apart }
   *[both] , { sentence-about }{ sentence-likely }
}
sentence-fell = { sentence-stretch } { sentence-score } fell{ sentence-ends }{ sentence-pace }.
sentence-rose = { sentence-stretch } { sentence-score } rose{ sentence-ends }{ sentence-pace }.
sentence-no_clear_change = { sentence-stretch } { sentence-score } shows no clear change{ sentence-two-ends }.{ sentence-possible }
sentence-two-ends = { $ends ->
    [none] , { sentence-set-apart }
    [near] : about { $from } of { $of } at first and at the end
   *[both] : about { $from } of { $of } at first, about { $to } at the end
}
sentence-possible = { $possible ->
    [untold] {""}
    [none] {" "}Any change is less than { $finest } points a month.
    [fall] {" "}{ sentence-possible-fall }
    [rise] {" "}{ sentence-possible-rise }
   *[both] {" "}{ sentence-possible-both }
}
sentence-possible-fall = This could be no change, or a fall of up to { $fall ->
    [one] { $fall } point
   *[other] { $fall } points
} a month.
sentence-possible-rise = This could be no change, or a rise of up to { $rise ->
    [one] { $rise } point
   *[other] { $rise } points
} a month.
sentence-possible-both = This could be no change, a fall of up to { $fall ->
    [one] { $fall } point
   *[other] { $fall } points
} a month, or a rise of up to { $rise ->
    [one] { $rise } point
   *[other] { $rise } points
} a month.
sentence-always_the_same = { sentence-stretch } { sentence-score } was { $ends ->
    [none] the same every time, { sentence-set-apart }
   *[near] { $from } of { $of } every time
}.
sentence-went = { $ends ->
    [none] { sentence-stretch } { sentence-score } was rated.
   *[both] { sentence-stretch } { sentence-score } was { $from } of { $of } at first and { $to } at the end.
}
sentence-on_a_line = { sentence-went } How certain a pace would be cannot be said from these ratings.
sentence-too_few = { sentence-went } That is too little to tell a change from ups and downs.
sentence-one_rating = { $ends ->
    [none] { sentence-one_rating-rated }
   *[both] { sentence-one_rating-scored }
}
sentence-one_rating-scored = { sentence-score } was { $from } of { $of } on { $first_day }{ $side ->
    [before] , before it began
    [after] , after it began
   *[none] {""}
} (1 rating).
sentence-one_rating-rated = { sentence-score } was rated on { $first_day }{ $side ->
    [before] , before it began
    [after] , after it began
   *[none] {""}
} (1 rating).
sentence-too_few_to_compare = { $days ->
    [none] It ended before there were days after it to look at.
   *[more] { sentence-too_few_to_compare-rated }
}
sentence-too_few_to_compare-rated = { sentence-days }{ $side ->
    [before] , before it began,
   *[after] , after it began,
} { $ratings ->
    [0] no rating has a total.
    [one] 1 rating has a total: too few to compare.
   *[other] { $ratings } ratings have a total: too few to compare.
}
sentence-look_longer = A trend takes ratings over 12 weeks: to see one, look at { $weeks } weeks or more.
sentence-takes = { $side ->
    [none] { sentence-takes-trend }
   *[after] { sentence-takes-comparison }
}{ sentence-takes-day }.
sentence-takes-trend = A trend{ $score ->
    [total] {" "}of the total
   *[none] {""}
} takes { $more_ratings ->
    [one] 1 more rating
   *[other] { $more_ratings } more ratings
}{ $score ->
    [total] {" "}with all twelve answers
   *[none] {""}
}
sentence-takes-comparison = A comparison{ $score ->
    [total] {" "}of the total
   *[none] {""}
} takes { $more_ratings ->
    [one] 1 more rating
   *[other] { $more_ratings } more ratings
}{ $score ->
    [total] {" "}with all twelve answers
   *[none] {""}
}
sentence-takes-day = { $not_before ->
    [none] {""}
   *[day] { sentence-takes-from }
}
sentence-takes-from = { $more_ratings ->
    [one] {" "}on { $not_before } or later
   *[other] , one of them on { $not_before } or later
}
sentence-takes_in_all = A trend{ $score ->
    [total] {" "}of the total
   *[none] {""}
} takes { $ratings } ratings{ $score ->
    [total] {" "}with all twelve answers
   *[none] {""}
} over { $weeks } weeks or more.
sentence-step = { $for_good ->
    [yes] from { $since } on { sentence-ways }; { sentence-seen }.
   *[no] at times, first on { $since }, { sentence-ways }; { sentence-seen }.
}
sentence-ways = { $rater ->
    [none] { sentence-asked }
   *[new] { sentence-ways-rated }
}
sentence-ways-rated = { $tube ->
    [none] { sentence-rated }
   *[asked] { sentence-rated }, and { sentence-asked }
}
sentence-rated = { $rater ->
    [self] { $name } answered alone
    [self_you] you answered alone
    [self_with_help] { $name } answered with another person's help
    [self_with_help_by_you] { $name } answered with your help
    [self_with_help_you] you answered with another person's help
    [caregiver_proxy] a caregiver answered for { $name }, from what they see
    [caregiver_proxy_by_you] you answered for { $name }, from what you see
    [caregiver_proxy_you] a caregiver answered for you, from what they see
    [clinician_in_person] the clinic rated, face to face
   *[clinician_phone] the clinic rated, on the telephone
}
sentence-asked = { $tube ->
    [yes] cutting food was asked as it is with a feeding tube
   *[no] cutting food was asked as it is without a feeding tube
}
sentence-seen = { $seen ->
    [higher] { sentence-step-higher }
    [lower] { sentence-step-lower }
   *[unclear] whether it made a step in { sentence-score } is not clear
}
sentence-step-higher = { sentence-score } was then about { $points ->
    [one] { $points } point
   *[other] { $points } points
} higher than just before{ $likely ->
    [between] {" "}(likely between { $least } and { $most })
   *[none] {""}
}
sentence-step-lower = { sentence-score } was then about { $points ->
    [one] { $points } point
   *[other] { $points } points
} lower than just before{ $likely ->
    [between] {" "}(likely between { $least } and { $most })
   *[none] {""}
}
sentence-answered_by = { $all ->
    [yes] { sentence-answered_by-all }
   *[no] { sentence-answered_by-some }
}
sentence-answered_by-all = { $ratings ->
    [one] The one rating was
   *[other] All { $of_ratings } ratings were
} made { sentence-made }.
sentence-answered_by-some = { $ratings ->
    [one] 1 of { $of_ratings } ratings was
   *[other] { $ratings } of { $of_ratings } ratings were
} made { sentence-made }.
sentence-made = { $rater ->
    [self] by { $name } alone
    [self_you] by you alone
    [self_with_help] with another person's help
    [self_with_help_by_you] with your help
    [self_with_help_you] with another person's help
    [caregiver_proxy] by a caregiver, from what they see
    [caregiver_proxy_by_you] by you, from what you see
    [caregiver_proxy_you] by a caregiver, from what they see
    [clinician_in_person] by the clinic, face to face
   *[clinician_phone] by the clinic, on the telephone
}
sentence-incomplete = { $ratings ->
    [one] 1 rating leaves a question or more open and has no total.
   *[other] { $ratings } ratings leave a question or more open and have no total.
}
sentence-left_out = { $ratings ->
    [one] 1 rating is the only one of its kind (by who answered, and the form), and is not compared with the others.
   *[other] { $ratings } ratings are each the only one of their kind (by who answered, and the form), and are not compared with the others.
}
sentence-recorded = { $kept ->
    [all] { sentence-recorded-all }
    [none] { sentence-recorded-none }
    [row] { sentence-recorded-row }
   *[some] { sentence-recorded-some }
}
sentence-recorded-all = { $weeks ->
    [1] The one week since { $first_day } was recorded.
    [2] Both weeks since { $first_day } were recorded.
   *[other] All { $weeks } weeks since { $first_day } were recorded.
}
sentence-recorded-none = { $weeks ->
    [one] The one week since { $first_day } was not recorded.
   *[other] None of the { $weeks } weeks since { $first_day } was recorded.
}
sentence-recorded-row = Of the { $weeks } weeks since { $first_day }, { $weeks_recorded ->
    [one] 1 was recorded
   *[other] { $weeks_recorded } were recorded
}, the last { $weeks_in_a_row } in a row.
sentence-recorded-some = Of the { $weeks } weeks since { $first_day }, { $weeks_recorded ->
    [one] 1 was recorded.
   *[other] { $weeks_recorded } were recorded.
}
sentence-rests = { sentence-days } ({ $ratings_before ->
    [one] 1 rating
   *[other] { $ratings_before } ratings
} before, { $ratings_after } after)
sentence-difference_up = { sentence-difference }
sentence-difference_down = { sentence-difference }
sentence-difference = { sentence-rests } the pace { sentence-of-score } after, less the pace before, is about { $per_month } points a month (likely between { $low } and { $high }).
sentence-no_clear_difference = { $apart ->
    [small] { sentence-no_clear_difference-small }
   *[told] { sentence-no_clear_difference-told }
}
sentence-no_clear_difference-small = { sentence-rests } no clear difference is seen in the pace { sentence-of-score }: any difference is too small to be told.
sentence-no_clear_difference-told = { sentence-rests } no clear difference is seen in the pace { sentence-of-score }: it could be anything between { $low } and { $high } points a month, so there may be none.
sentence-difference_unknown = { sentence-rests } how far the paces { sentence-of-score } lie apart cannot be said: the ratings of one side are too regular to tell how certain it would be.
sentence-at_the_end_of_the_scale = { sentence-rests } many ratings { sentence-of-score } lie at 0 or at { $of }. There a curve does not show all that changes, with the treatment or without it, so no difference is told.
sentence-shows_no_cause = A difference in time shows no cause: this cannot show that the treatment did anything, or that it did not.
sentence-regression_to_the_mean = People often begin something new after an unusually bad stretch. What follows is then usually closer to their own average, with a treatment or without one (regression to the mean).
sentence-faster_at_first = In many people the loss is faster at first and slower later, with a treatment or without one. By nature, then, the time after tends to look better than the time before.
sentence-changes_without_it = The pace changes by itself, too: in people without it, about one in { $one_in ->
    [3] three
   *[other] { $one_in }
} changed by more than { $per_month } points a month, up or down (seen in { $people } people).
sentence-without_decline = Some people do not decline for a while: { $half } of 100 over half a year and { $year } over a year in trials, { $register_half } and { $register_year } of 100 in a register of a whole population.
sentence-used_before = The same treatment was used in the time before, too: those ratings are not of a time without it.
sentence-after_begins = The days after it that are compared begin on { $first_day }: ratings from then on count.
sentence-rated_in_different_ways = Not every rating was made in the same way: who answered, or the form, changed. Each way has a level of its own here, so that such a change is not taken for a pace.
sentence-other_treatments = { $treatments ->
    [one] Another treatment was used in the same time, and may be part of any difference.
   *[other] { $treatments } other treatments were used in the same time, and may be part of any difference.
}
## What the team should hear of

## What the team should hear of

flag-answers = { $rater ->
    [self_you] your answers
    [self_with_help_you] your answers
    [caregiver_proxy] the answers given for { $name }
    [caregiver_proxy_you] the answers given for you
    [caregiver_proxy_by_you] your answers for { $name }
    [clinician_in_person] the clinic's answers
    [clinician_phone] the clinic's answers
   *[self] { $name }'s answers
}
flag-words-nothing_recorded = No week has been recorded since { $day }.
flag-words-breathing_now = { $goes_on ->
    [yes] Since { $day } { flag-answers } have said that breathing is hard.
   *[no] On { $day } { flag-answers } said that breathing was hard.
}
flag-words-breathing_changed = On { $day } { flag-answers } about breathing changed.
flag-words-breathing_support_changed = On { $day } { flag-answers } about breathing support changed.
flag-words-swallowing_changed = On { $day } { flag-answers } about swallowing changed.
flag-words-weight_down = { $goes_on ->
    [yes] Since { $day }
   *[no] On { $day }
} { $who ->
    [you] your weight
   *[other] { $name }'s weight
} { $goes_on ->
    [yes] has been
   *[no] was
} { $tenth ->
    [yes] a tenth or more below
   *[no] a twentieth or more below
} what it was before.
flag-words-total_changed_quickly = By { $day } { flag-answers } had changed a lot within a few weeks.
flag-words-saliva_aids = { $goes_on ->
    [yes] Since { $day } { flag-answers } have said that there is too much saliva.
   *[no] On { $day } { flag-answers } said that there was too much saliva.
}
flag-words-speech_aids = { $goes_on ->
    [yes] Since { $day } { flag-answers } have said that speaking is harder.
   *[no] On { $day } { flag-answers } said that speaking was harder.
}
flag-words-help = { $who ->
    [you] If you cannot get enough air right now, call your emergency number.
   *[other] If there is not enough air right now, call the emergency number.
}
flag-ask-silence = { $who ->
    [you] Please let your ALS team know how things are.
   *[other] Please let the ALS team know how things are.
}
flag-ask-saliva = { $who ->
    [you] There is help for it: please ask your ALS team at your next visit.
   *[other] There is help for it: please ask the ALS team at the next visit.
}
flag-ask-next_visit = { $who ->
    [you] There are aids: please ask your ALS team at your next visit.
   *[other] There are aids: please ask the ALS team at the next visit.
}
flag-ask-tell_team = { $who ->
    [you] Please tell your ALS team.
   *[other] Please tell the ALS team.
}
flag-ask-contact = { $who ->
    [you] Please contact your ALS team.
   *[other] Please contact the ALS team.
}
flag-ask-contact_this_week = { $who ->
    [you] Please contact your ALS team this week.
   *[other] Please contact the ALS team this week.
}
flag-ask-contact_today = { $who ->
    [you] Please contact your ALS team today.
   *[other] Please contact the ALS team today.
}
## What else happened

## What happened beside the weeks

happened-started = { $what } started
happened-ended = { $what } ended
marker-a_treatment = a treatment
marker-a_device = a device
marker-headache = headache
marker-fatigue = tiredness
marker-fever = fever
marker-site_pain = pain at the site
marker-other = another side effect
marker-gastrostomy = feeding tube through the belly
marker-nasogastric_tube = feeding tube through the nose
marker-niv_over_22_hours = mask for more than 22 hours a day
marker-tracheostomy = tracheostomy
marker-wheelchair = wheelchair
marker-speech_device = speech device

## The picture of a trend

picture-title = The diary from { $from } to { $to }
picture-shown-plain = A picture of the ratings of these weeks: the total, and the four areas of the scale. Numbers, stages and rates are left out.
picture-total = Total, 0 to 48
picture-total-plain = Total
picture-higher = All twelve answers together: higher means that more is possible.
picture-nothing-yet = No ratings yet
picture-nothing-here = No ratings in these weeks
picture-silence = no ratings
picture-by-oneself = answered alone
picture-by-helped = answered with help
picture-by-proxy = seen by a caregiver
picture-by-clinic = rated by the clinic
picture-by-clinic-phone = rated by the clinic, by telephone
picture-line = trend
picture-band = likely range of the trend (95 %)
picture-band-plain = likely range of the trend
picture-open = a question left open: no total
picture-areas = The four areas, 0 to 12 each
picture-areas-plain = The four areas
picture-happened = What happened
picture-treatment = { $day }: { $label }
picture-side-effect = { $day }: side effect, { $label }
picture-milestone = { $day }: milestone, { $label }
picture-kings = King's stage, estimated
picture-mitos = MiToS stage: functions lost
picture-ft9 = FT9 stage: areas at 9 or below
picture-kings-0 = 0: no region counted
picture-kings-1 = 1: one region of the body
picture-kings-2 = 2: two regions of the body
picture-kings-3 = 3: three regions of the body
picture-kings-4a = 4A: nutrition needs support
picture-kings-4b = 4B: breathing needs support
picture-kings-4ab = 4A+4B: nutrition and breathing need support
picture-mitos-0 = 0: none
picture-mitos-1 = 1: one
picture-mitos-2 = 2: two
picture-mitos-3 = 3: three
picture-mitos-4 = 4: moving, swallowing, communicating, breathing
picture-ft9-0 = 0: none
picture-ft9-1 = 1: one
picture-ft9-2 = 2: two
picture-ft9-3 = 3: three
picture-ft9-4 = 4: all four

## The small pages that links of mails lead to

veto-title = Nobody shall act for me
veto-says = Somebody whom you chose asks to act for you, or does so already.
veto-no = No, nobody acts for me
veto-remove = Remove whom they let in
veto-in-app = This page needs JavaScript. You can also say no in the app.
veto-others = Whom somebody let in who acted for you still sees your diary.
veto-left = Nobody acts for you. People whom they let in and who can still see your diary: { $count }.
veto-removed = Nobody acts for you, and whom they let in is removed. You can close this page.
veto-done = Nobody acts for you. You can close this page.
veto-gone = This link is not good any more. Look into the app to see who acts for you.
unwanted-title = No invitation again
unwanted-says = You were invited by mail, and can get no such mail again.
unwanted-undo = Let invitations come again
unwanted-done = No invitation is mailed to you again. You can close this page.
unwanted-undone = Invitations come again. You can close this page.
touch-script = This page needs JavaScript.
touch-failed = That did not work. Please try again.
