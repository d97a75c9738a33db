//! What can be done, as the audit names it.

macro_rules! actions {
    ($($(#[$doc:meta])* $variant:ident = $name:literal),+ $(,)?) => {
        /// Something that was done, by its name in the table. How the patient reads it stands under `log-` and that
        /// name in the files of texts.
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
        }
    };
}

actions! {
    /// An account was made.
    AccountConfirmed = "account.confirmed",
    /// Name, time zone or language of an account changed.
    AccountChanged = "account.changed",
    /// What a person is reminded of changed.
    RemindersChanged = "account.reminders_changed",
    /// A password changed; every other session ended.
    PasswordChanged = "account.password_changed",
    /// The account of a clinician or an admin was made, or its code sent again.
    StaffAdded = "account.staff_added",
    /// A new password was asked for, with an address that may have no account.
    PasswordResetAsked = "account.password_reset_asked",
    /// A forgotten password was replaced; every session ended.
    PasswordReset = "account.password_reset",
    /// A second factor was enrolled.
    FactorAdded = "account.factor_added",
    /// A second factor was taken away.
    FactorRemoved = "account.factor_removed",
    /// The operator asked for the factors of a member of the staff to be taken away.
    FactorResetAsked = "account.factor_reset_asked",
    /// It does not take place.
    FactorResetCancelled = "account.factor_reset_cancelled",
    /// It took place: there is no second factor any more, and no session.
    FactorsReset = "account.factors_reset",
    /// The operator ended its sessions, and lets nobody sign in to it.
    AccountDisabled = "account.disabled",
    /// Its owner can sign in again.
    AccountEnabled = "account.enabled",
    /// A recovery code was used up.
    RecoveryCodeUsed = "account.recovery_code_used",
    /// New recovery codes took the place of those before.
    RecoveryCodesRenewed = "account.recovery_codes_renewed",
    /// A consent was given.
    ConsentGiven = "consent.given",
    /// A consent was taken back.
    ConsentWithdrawn = "consent.withdrawn",
    /// A copy of everything was handed to its owner.
    AccountExported = "account.exported",
    /// An erasure was asked for.
    ErasureAsked = "account.erasure_asked",
    /// An erasure was taken back.
    ErasureTakenBack = "account.erasure_taken_back",
    /// An account was erased.
    AccountErased = "account.erased",
    /// A session was opened.
    SignedIn = "session.opened",
    /// A sign-in was refused.
    SignInRefused = "session.refused",
    /// A caller said once more who they are.
    SteppedUp = "session.stepped_up",
    /// A second factor was wrong, or used already.
    SecondFactorRefused = "session.second_factor_refused",
    /// A session was ended by its owner.
    SignedOut = "session.ended",
    /// A retired refresh token was presented; its session ended.
    RefreshReused = "session.reuse_detected",
    /// The facts about a patient changed.
    ProfileChanged = "patient.changed",
    /// A week was recorded.
    EntryRecorded = "entry.recorded",
    /// A week was corrected.
    EntryRevised = "entry.revised",
    /// A week was removed from the diary, and kept in its history.
    EntryVoided = "entry.voided",
    /// A treatment was recorded.
    TreatmentRecorded = "treatment.recorded",
    /// A treatment was corrected.
    TreatmentRevised = "treatment.revised",
    /// A treatment was removed, and kept in its history.
    TreatmentVoided = "treatment.voided",
    /// A day on which a treatment was given was recorded.
    AdministrationRecorded = "administration.recorded",
    /// Such a day was corrected.
    AdministrationRevised = "administration.revised",
    /// Such a day was removed, and kept in its history.
    AdministrationVoided = "administration.voided",
    /// A screening before cell therapy was recorded.
    ScreeningRecorded = "screening.recorded",
    /// A screening was corrected.
    ScreeningRevised = "screening.revised",
    /// A screening was removed, and kept in its history.
    ScreeningVoided = "screening.voided",
    /// A side effect was recorded.
    SideEffectRecorded = "side_effect.recorded",
    /// A side effect was corrected.
    SideEffectRevised = "side_effect.revised",
    /// A side effect was removed, and kept in its history.
    SideEffectVoided = "side_effect.voided",
    /// A measured value was recorded.
    MeasurementRecorded = "measurement.recorded",
    /// A measured value was corrected.
    MeasurementRevised = "measurement.revised",
    /// A measured value was removed, and kept in its history.
    MeasurementVoided = "measurement.voided",
    /// A milestone was recorded.
    MilestoneRecorded = "milestone.recorded",
    /// A milestone was corrected.
    MilestoneRevised = "milestone.revised",
    /// A milestone was removed, and kept in its history.
    MilestoneVoided = "milestone.voided",
    /// A rating of the clinic was recorded.
    ClinicRatingRecorded = "clinic_rating.recorded",
    /// A rating of the clinic was corrected.
    ClinicRatingRevised = "clinic_rating.revised",
    /// A rating of the clinic was removed, and kept in its history.
    ClinicRatingVoided = "clinic_rating.voided",
    /// People said of a flag that they know.
    FlagKnown = "flag.known",
    /// What changed in a diary was sent to an app that keeps a copy.
    DiarySynced = "patient.synced",
    /// A follower changed what they want to be told of the diary.
    AlertsChosen = "alerts.chosen",
    /// A follower was told that there is something new.
    AlertSent = "alert.sent",
    /// A follower said of an alert that they see to it.
    AlertAcknowledged = "alert.acknowledged",
    /// The patient switched off what a follower is told.
    AlertsMuted = "alerts.muted",
    /// It is on again.
    AlertsUnmuted = "alerts.unmuted",
    /// An invitation was sent.
    Invited = "circle.invited",
    /// An invitation was taken back.
    InvitationRevoked = "circle.invitation_revoked",
    /// An invitation was accepted.
    InvitationAccepted = "circle.joined",
    /// The patient changed the level of a member.
    LevelChanged = "circle.level_changed",
    /// A member was sent out of the circle, or left it.
    GrantRevoked = "circle.left",
    /// A link for one week was made, for a guest without an account.
    GuestLinkMade = "guest.link_made",
    /// It was taken back.
    GuestLinkRevoked = "guest.link_revoked",
    /// Its holder looked at it.
    GuestLinkOpened = "guest.link_opened",
    /// What the emergency card shows was chosen.
    CardChosen = "card.chosen",
    /// It was taken back.
    CardRevoked = "card.revoked",
    /// A holder of its link opened it.
    CardOpened = "card.opened",
    /// The patient chose who acts for them one day.
    TrusteeNamed = "trustee.named",
    /// The patient's choice of a trustee ended.
    TrusteeForgotten = "trustee.forgotten",
    /// The trustee asked to act for the patient.
    TrusteeAsked = "trustee.asked",
    /// The waiting time is over.
    TrusteeActs = "trustee.acts",
    /// The patient said no, or took it back.
    TrusteeRefused = "trustee.refused",
    /// The same, with the link that the patient was mailed.
    TrusteeRefusedByLink = "trustee.refused_by_link",
    /// The trustee does not want to act for the patient now.
    TrusteeSteppedBack = "trustee.stepped_back",
    /// The trustee who acts for the patient asked for the diary to be closed.
    ClosureAsked = "closure.asked",
    /// It stays open, or is opened again.
    ClosureTakenBack = "closure.taken_back",
    /// Nothing was heard of the patient for long, and they were told that nothing happens.
    SilenceTold = "silence.told",
    /// A member of the circle opened the trend.
    TrendRead = "trend.read",
    /// A member of the circle read entries.
    EntriesRead = "entries.read",
    /// A member of the circle read what entries said before.
    HistoryRead = "history.read",
    /// A member of the circle read treatments and what belongs to them.
    TreatmentsRead = "treatments.read",
    /// A member of the circle looked whose diary it is.
    DiaryOpened = "patient.read",
    /// A reader listed the diaries they may open.
    DiaryListed = "patient.listed",
    /// A caller was refused what they asked of a diary.
    AccessRefused = "access.refused",
    /// A clinic was made.
    SiteMade = "site.made",
    /// A person began to work at a clinic, or in another role.
    SiteStaffAdded = "site.staff_added",
    /// A person was to work at a clinic whose address has an account of another kind.
    SiteStaffRefused = "site.staff_refused",
    /// A person works at a clinic no more.
    SiteStaffRemoved = "site.staff_removed",
    /// A clinic invited a patient.
    PatientInvited = "site.invited",
    /// A clinic took an invitation back.
    PatientUninvited = "site.invitation_revoked",
    /// The patient let a clinic in.
    Enrolled = "enrolment.accepted",
    /// The patient changed what a clinic sees.
    EnrolmentChanged = "enrolment.changed",
    /// The patient left a clinic.
    EnrolmentEnded = "enrolment.ended",
    /// The list of a clinic's patients was read.
    RosterRead = "site.roster_read",
    /// The patient chose who coordinates their care.
    CoordinatorNamed = "coordinator.named",
    /// That ended.
    CoordinatorEnded = "coordinator.ended",
    /// The patients of a clinic were listed side by side.
    CohortRead = "cohort.read",
    /// A clinician said that they had looked.
    DiarySeen = "patient.seen",
    /// A program of a clinic was let in.
    ClientAdded = "client.added",
    /// A program was taken away.
    ClientRemoved = "client.removed",
    /// A program proved who it is.
    ClientTokenGiven = "client.token",
    /// A clinic's data were asked for.
    ExportAsked = "export.asked",
    /// They are there to be fetched.
    ExportMade = "export.made",
    /// A file of them was fetched.
    ExportFetched = "export.fetched",
    /// The files were deleted.
    ExportDeleted = "export.deleted",
    /// A patient was in them, without a name.
    ExportedWithoutName = "export.without_name",
    /// A patient was in them, with what the clinic calls them.
    ExportedByName = "export.by_name",
    /// What had ended was forgotten, because the operator said so.
    RetentionRun = "retention.run",
    /// Events were exported.
    AuditExported = "audit.exported",
    /// Events whose time was over have gone.
    AuditCut = "audit.cut",
}
