//! What can be done, as the audit names it.

macro_rules! actions {
    ($($(#[$doc:meta])* $variant:ident = $name:literal $words:literal),+ $(,)?) => {
        /// Something that was done: its name in the table, and what the patient is told after who
        /// did it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Action { $($(#[$doc])* $variant),+ }

        impl Action {
            /// Everything that can be done.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// How it is stored.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// Reads what [`Self::name`] stored.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)+ _ => None }
            }

            /// How the patient reads it, to follow who: "Bob, your husband, …".
            pub fn words(self) -> &'static str {
                match self { $(Self::$variant => $words),+ }
            }
        }
    };
}

actions! {
    /// An account was made.
    AccountConfirmed = "account.confirmed" "opened the account",
    /// Name, time zone or language of an account changed.
    AccountChanged = "account.changed" "changed the name, time zone or language of the account",
    /// What a person is reminded of changed.
    RemindersChanged = "account.reminders_changed" "changed what you are reminded of",
    /// A password changed; every other session ended.
    PasswordChanged = "account.password_changed" "changed the password",
    /// The account of a clinician or an admin was made, or its code sent again.
    StaffAdded = "account.staff_added" "was given an account to work here",
    /// A new password was asked for, with an address that may have no account.
    PasswordResetAsked = "account.password_reset_asked" "asked for a new password by mail",
    /// A forgotten password was replaced; every session ended.
    PasswordReset = "account.password_reset" "chose a new password with the mailed code",
    /// A second factor was enrolled.
    FactorAdded = "account.factor_added" "added a second factor",
    /// A second factor was taken away.
    FactorRemoved = "account.factor_removed" "took a second factor away",
    /// The operator asked for the factors of a member of the staff to be taken away.
    FactorResetAsked = "account.factor_reset_asked" "lost every second factor, and the operator asked for them to be taken away",
    /// It does not take place.
    FactorResetCancelled = "account.factor_reset_cancelled" "kept second factors from being taken away",
    /// It took place: there is no second factor any more, and no session.
    FactorsReset = "account.factors_reset" "lost the second factors, which the operator took away",
    /// A recovery code was used up.
    RecoveryCodeUsed = "account.recovery_code_used" "used a recovery code",
    /// New recovery codes took the place of those before.
    RecoveryCodesRenewed = "account.recovery_codes_renewed" "made new recovery codes",
    /// A consent was given.
    ConsentGiven = "consent.given" "agreed to something",
    /// A consent was taken back.
    ConsentWithdrawn = "consent.withdrawn" "took an agreement back",
    /// A copy of everything was handed to its owner.
    AccountExported = "account.exported" "got a copy of everything that is known of you",
    /// An erasure was asked for.
    ErasureAsked = "account.erasure_asked" "asked to be erased",
    /// An erasure was taken back.
    ErasureTakenBack = "account.erasure_taken_back" "kept the account after all",
    /// An account was erased.
    AccountErased = "account.erased" "was erased",
    /// A session was opened.
    SignedIn = "session.opened" "signed in",
    /// A sign-in was refused.
    SignInRefused = "session.refused" "tried to sign in with your address, and was refused",
    /// A caller said once more who they are.
    SteppedUp = "session.stepped_up" "proved once more who is there",
    /// A second factor was wrong, or used already.
    SecondFactorRefused = "session.second_factor_refused" "gave a wrong second factor, and was refused",
    /// A session was ended by its owner.
    SignedOut = "session.ended" "signed out, or signed a device out",
    /// A retired refresh token was presented; its session ended.
    RefreshReused = "session.reuse_detected" "used an old key of one of your devices, which was signed out",
    /// The facts about a patient changed.
    ProfileChanged = "patient.changed" "changed the facts about you",
    /// A week was recorded.
    EntryRecorded = "entry.recorded" "recorded a week",
    /// A week was corrected.
    EntryRevised = "entry.revised" "corrected a week",
    /// A week was removed from the diary, and kept in its history.
    EntryVoided = "entry.voided" "removed a week",
    /// A treatment was recorded.
    TreatmentRecorded = "treatment.recorded" "recorded a treatment",
    /// A treatment was corrected.
    TreatmentRevised = "treatment.revised" "corrected a treatment",
    /// A treatment was removed, and kept in its history.
    TreatmentVoided = "treatment.voided" "removed a treatment",
    /// A day on which a treatment was given was recorded.
    AdministrationRecorded = "administration.recorded" "recorded a day on which a treatment was given",
    /// Such a day was corrected.
    AdministrationRevised = "administration.revised" "corrected a day on which a treatment was given",
    /// Such a day was removed, and kept in its history.
    AdministrationVoided = "administration.voided" "removed a day on which a treatment was given",
    /// A screening before cell therapy was recorded.
    ScreeningRecorded = "screening.recorded" "recorded a screening before cell therapy",
    /// A screening was corrected.
    ScreeningRevised = "screening.revised" "corrected a screening before cell therapy",
    /// A screening was removed, and kept in its history.
    ScreeningVoided = "screening.voided" "removed a screening before cell therapy",
    /// A side effect was recorded.
    SideEffectRecorded = "side_effect.recorded" "recorded a side effect",
    /// A side effect was corrected.
    SideEffectRevised = "side_effect.revised" "corrected a side effect",
    /// A side effect was removed, and kept in its history.
    SideEffectVoided = "side_effect.voided" "removed a side effect",
    /// A measured value was recorded.
    MeasurementRecorded = "measurement.recorded" "recorded a measured value",
    /// A measured value was corrected.
    MeasurementRevised = "measurement.revised" "corrected a measured value",
    /// A measured value was removed, and kept in its history.
    MeasurementVoided = "measurement.voided" "removed a measured value",
    /// A milestone was recorded.
    MilestoneRecorded = "milestone.recorded" "recorded a milestone",
    /// A milestone was corrected.
    MilestoneRevised = "milestone.revised" "corrected a milestone",
    /// A milestone was removed, and kept in its history.
    MilestoneVoided = "milestone.voided" "removed a milestone",
    /// A rating of the clinic was recorded.
    ClinicRatingRecorded = "clinic_rating.recorded" "recorded a rating of the clinic",
    /// A rating of the clinic was corrected.
    ClinicRatingRevised = "clinic_rating.revised" "corrected a rating of the clinic",
    /// A rating of the clinic was removed, and kept in its history.
    ClinicRatingVoided = "clinic_rating.voided" "removed a rating of the clinic",
    /// People said of a flag that they know.
    FlagKnown = "flag.known" "said of something that your team should hear of: we know",
    /// What changed in a diary was sent to an app that keeps a copy.
    DiarySynced = "patient.synced" "brought the diary up to date on a device",
    /// A follower changed what they want to be told of the diary.
    AlertsChosen = "alerts.chosen" "chose what to be told of your diary",
    /// A follower was told that there is something new.
    AlertSent = "alert.sent" "was told that there is something new in your diary",
    /// It was said of an alert that somebody sees to it.
    AlertAcknowledged = "alert.acknowledged" "said that they see to something new in your diary",
    /// The patient switched off that somebody is told anything.
    AlertsMuted = "alerts.muted" "switched off that somebody is told of your diary",
    /// It is on again.
    AlertsUnmuted = "alerts.unmuted" "let somebody be told of your diary again",
    /// An invitation was sent.
    Invited = "circle.invited" "invited somebody into your circle",
    /// An invitation was taken back.
    InvitationRevoked = "circle.invitation_revoked" "took an invitation back",
    /// An invitation was accepted.
    InvitationAccepted = "circle.joined" "came into your circle",
    /// The patient changed the level of a member.
    LevelChanged = "circle.level_changed" "changed how far somebody is let in",
    /// A member was sent out of the circle, or left it.
    GrantRevoked = "circle.left" "ended a place in your circle",
    /// A link for one week was made, for a guest without an account.
    GuestLinkMade = "guest.link_made" "made a link with which somebody without an account can record one week",
    /// It was taken back.
    GuestLinkRevoked = "guest.link_revoked" "took a link for one week back",
    /// Its holder looked at it.
    GuestLinkOpened = "guest.link_opened" "opened a link for one week",
    /// What the emergency card shows was chosen.
    CardChosen = "card.chosen" "chose what your emergency card shows",
    /// It was taken back.
    CardRevoked = "card.revoked" "took your emergency card back",
    /// A holder of its link opened it.
    CardOpened = "card.opened" "opened it",
    /// The patient chose who acts for them one day.
    TrusteeNamed = "trustee.named" "chose who acts for you, should you want or need it",
    /// The patient's choice of a trustee ended.
    TrusteeForgotten = "trustee.forgotten" "ended that somebody is chosen to act for you",
    /// The trustee asked to act for the patient.
    TrusteeAsked = "trustee.asked" "asked to act for you",
    /// The waiting time is over.
    TrusteeActs = "trustee.acts" "acts for you from now on",
    /// The patient said no, or took it back.
    TrusteeRefused = "trustee.refused" "said that nobody acts for you",
    /// The same, with the link that the patient was mailed.
    TrusteeRefusedByLink = "trustee.refused_by_link" "followed the link in your mail and said that nobody acts for you",
    /// The trustee does not want to act for the patient now.
    TrusteeSteppedBack = "trustee.stepped_back" "took back that they asked to act for you, or acted for you",
    /// The trustee who acts for the patient asked for the diary to be closed.
    ClosureAsked = "closure.asked" "asked for your diary to be closed",
    /// It stays open, or is opened again.
    ClosureTakenBack = "closure.taken_back" "kept your diary open, or opened it again",
    /// Nothing was heard of the patient for long, and they were told that nothing happens.
    SilenceTold = "silence.told" "was told that your account has been quiet for long",
    /// A member of the circle opened the trend.
    TrendRead = "trend.read" "opened your trend",
    /// A member of the circle read entries.
    EntriesRead = "entries.read" "read your entries",
    /// A member of the circle read what entries said before.
    HistoryRead = "history.read" "read what your entries said before",
    /// A member of the circle read treatments and what belongs to them.
    TreatmentsRead = "treatments.read" "read about your treatments and side effects",
    /// A member of the circle looked whose diary it is.
    DiaryOpened = "patient.read" "opened your diary",
    /// A reader listed the diaries they may open.
    DiaryListed = "patient.listed" "saw your last total in the list of diaries",
    /// A caller was refused what they asked of a diary.
    AccessRefused = "access.refused" "asked for your diary, which is not shared with them, and was not shown it",
    /// A clinic was made.
    SiteMade = "site.made" "made a clinic",
    /// A person began to work at a clinic, or in another role.
    SiteStaffAdded = "site.staff_added" "let a person work at a clinic",
    /// A person was to work at a clinic whose address has an account of another kind.
    SiteStaffRefused = "site.staff_refused" "wanted to let a person work at a clinic, with an address of another",
    /// A person works at a clinic no more.
    SiteStaffRemoved = "site.staff_removed" "ended that a person works at a clinic",
    /// A clinic invited a patient.
    PatientInvited = "site.invited" "invited a patient to a clinic",
    /// A clinic took an invitation back.
    PatientUninvited = "site.invitation_revoked" "took the invitation of a patient back",
    /// The patient let a clinic in.
    Enrolled = "enrolment.accepted" "let a clinic see your diary",
    /// The patient changed what a clinic sees.
    EnrolmentChanged = "enrolment.changed" "changed what a clinic sees",
    /// The patient left a clinic.
    EnrolmentEnded = "enrolment.ended" "left a clinic, which sees nothing of your diary any more",
    /// The list of a clinic's patients was read.
    RosterRead = "site.roster_read" "read who is enrolled at a clinic",
    /// The patient chose who coordinates their care.
    CoordinatorNamed = "coordinator.named" "chose who coordinates your care at a clinic",
    /// That ended.
    CoordinatorEnded = "coordinator.ended" "ended that a clinician coordinates your care",
    /// The patients of a clinic were listed side by side.
    CohortRead = "cohort.read" "saw you in the list of the clinic's patients",
    /// A clinician said that they had looked.
    DiarySeen = "patient.seen" "looked at your weeks for your team",
    /// A program of a clinic was let in.
    ClientAdded = "client.added" "let a program of a clinic in",
    /// A program was taken away.
    ClientRemoved = "client.removed" "took a program of a clinic away",
    /// A program proved who it is.
    ClientTokenGiven = "client.token" "signed in as a program of a clinic",
    /// A clinic's data were asked for.
    ExportAsked = "export.asked" "asked for the data of a clinic",
    /// They are there to be fetched.
    ExportMade = "export.made" "got the data of a clinic made into files",
    /// A file of them was fetched.
    ExportFetched = "export.fetched" "fetched a file with the data of a clinic",
    /// The files were deleted.
    ExportDeleted = "export.deleted" "deleted files with the data of a clinic",
    /// A patient was in them, without a name.
    ExportedWithoutName = "export.without_name" "took your ratings out in an export without names",
    /// A patient was in them, with what the clinic calls them.
    ExportedByName = "export.by_name" "took your ratings out in an export that tells whose they are",
    /// What had ended was forgotten, because the operator said so.
    RetentionRun = "retention.run" "forgot what had ended",
    /// Events were exported.
    AuditExported = "audit.exported" "exported what is written down about what was done",
    /// Events whose time was over have gone.
    AuditCut = "audit.cut" "let old events go",
}
