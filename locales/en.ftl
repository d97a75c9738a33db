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
offline-sign-in = There is no network, so nobody can sign in now.
invented = Invented people, to look around
who-are-you = Is it you?
who-are-you-why = This needs to be sure who asks, so please say once more who you are.
code-if-any = Code of the second factor, if you have one
not-done = It was not done.

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
no-diaries = You have no diary to look at yet. An invitation comes by mail.
offline-home = The diaries are shown when there is a network again.
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
area-bulbar = Speech and swallowing
area-fine_motor = Hands
area-gross_motor = Body and legs
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

## Recording

step-of = { $step } of { $of }
how-far = How far it is
to-review = To the end
later = Go on later
draft-kept = Each touch is kept on this device. You can go away and come back.
draft-found = You had begun. Your answers are still here.
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
wording-english = The questions are in English: only this wording is there yet.
anything-else = Anything else?
anything-else-says = You may leave all of this empty.
note = Note
weight = Weight in kilograms
weight-hint = For example 68.4
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
question = Question
here = On this device
there = In the diary
take-mine = Record mine as the newer version
give-up = Give up mine
give-up-says = Your answers on this device are removed. The diary stays as it is.

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
sees-trend = What the weeks add up to
sees-flags = What the team should hear of
sees-entries = Answers and measured values
sees-notes = Notes
sees-record = May record a week
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
trustee-says = A person of your circle who may act for you when you cannot. They have to ask first; that takes two weeks, and one touch of yours says no.
trustee-who = Who?
choose-trustee = Choose this person
trustee-named = chosen; does not act for you now
trustee-waiting = has asked to act for you
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
erased-at = You are erased on { $when }.
do-not-erase = Stop it, I stay

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
add-staff = Add staff
staff-added = They are told by mail.
remove-staff-says = { $name } sees nothing of this clinic from now on.

## What a refusal means here

problem-code_not_valid = This link is not good any more, or belongs to another address. Ask for a new one.
problem-not_found = It is not there, or not for you any more.
problem-precondition_failed = It was changed meanwhile. Look at it again, then try once more.
problem-insufficient_user_authentication = Your work here needs a second factor. Set one up under “My account”, then sign in again.
