//! What can be done, as the audit names it.

macro_rules! actions {
    ($($(#[$doc:meta])* $variant:ident = $name:literal),+ $(,)?) => {
        /// Something that was done.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Action { $($(#[$doc])* $variant),+ }

        impl Action {
            /// How it is stored.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }
    };
}

actions! {
    /// An account was made.
    AccountConfirmed = "account.confirmed",
    /// Name, time zone or language of an account changed.
    AccountChanged = "account.changed",
    /// A password changed; every other session ended.
    PasswordChanged = "account.password_changed",
    /// The account of a clinician or an admin was made, or its code sent again.
    StaffAdded = "account.staff_added",
    /// Somebody asked for a new password, with an address that may be nobody's.
    PasswordResetAsked = "account.password_reset_asked",
    /// A forgotten password was replaced; every session ended.
    PasswordReset = "account.password_reset",
    /// A second factor was enrolled.
    FactorAdded = "account.factor_added",
    /// A second factor was taken away.
    FactorRemoved = "account.factor_removed",
    /// A recovery code was used up.
    RecoveryCodeUsed = "account.recovery_code_used",
    /// New recovery codes took the place of those before.
    RecoveryCodesRenewed = "account.recovery_codes_renewed",
    /// Somebody agreed to something.
    ConsentGiven = "consent.given",
    /// Somebody took back what they had agreed to.
    ConsentWithdrawn = "consent.withdrawn",
    /// Somebody got a copy of everything that is known of them.
    AccountExported = "account.exported",
    /// Somebody asked to be erased.
    ErasureAsked = "account.erasure_asked",
    /// Somebody kept their account after all.
    ErasureTakenBack = "account.erasure_taken_back",
    /// Somebody was erased.
    AccountErased = "account.erased",
    /// Somebody signed in.
    SignedIn = "session.opened",
    /// A sign-in was refused.
    SignInRefused = "session.refused",
    /// Somebody said once more who they are.
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
    /// Somebody was invited.
    Invited = "circle.invited",
    /// An invitation was taken back.
    InvitationRevoked = "circle.invitation_revoked",
    /// Somebody came into the circle.
    InvitationAccepted = "circle.joined",
    /// The patient changed how far somebody is let in.
    LevelChanged = "circle.level_changed",
    /// Somebody was sent out of the circle, or left it.
    GrantRevoked = "circle.left",
}
