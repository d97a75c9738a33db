//! What an operator should hear of: a log line with a stable `event_code`, and a count, for whatever
//! watches the two. It says that something happened, never to which person.

macro_rules! alarms {
    ($($(#[$doc:meta])* $variant:ident = $code:literal $words:literal),+ $(,)?) => {
        /// Something that should wake an operator.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Alarm { $($(#[$doc])* $variant),+ }

        impl Alarm {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Its stable name.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            fn words(self) -> &'static str {
                match self { $(Self::$variant => $words),+ }
            }
        }
    };
}

alarms! {
    /// The audit is not as it was written.
    AuditBroken = "audit_broken" "events of the audit do not follow each other: run audit verify",
    /// What is said of the audit was signed with a key that is not here.
    AuditKeyUnknown = "audit_key_unknown" "the newest checkpoint of the audit was signed with a key that is not here",
    /// The operator's own bridge does not take what it is sent.
    BridgeAway = "bridge_away" "the bridge did not take a notice for half a day: it went by mail",
    /// The server could not back its database up.
    BackupFailed = "backup_failed" "the database could not be backed up",
    /// Clients will not connect any more.
    CertificateEnds = "certificate_ends" "the certificate that the server shows ends within two weeks, or has ended",
    /// The clock is behind what was written down before.
    ClockWentBack = "clock_went_back" "an event of the audit is later than those after it, or from the future: the clock went back",
    /// The clock is days away from where it was.
    ClockJumped = "clock_jumped" "the clock is days away from what was written down last: nobody is erased before three days are over",
    /// A caller is refused again and again.
    DenialBurst = "denial_burst" "one account was refused twenty times in five minutes",
    /// The disk fills up.
    DiskShort = "disk_short" "there is little room left on the disk that holds the data",
    /// One of several could not be dealt with.
    DueFailed = "due_failed" "something that is due could not be done; the rest of it was",
    /// Many copies of everything are taken.
    ExportBurst = "export_burst" "ten copies of everything were taken within an hour",
    /// Something does not reach a person.
    MessageParked = "message_parked" "a message was given up: see outbox status, and send it again with outbox retry",
    /// A fault of ours.
    Panicked = "panicked" "a handler or a job panicked",
    /// A passkey counts from where it was before: there may be two of it.
    PasskeyCopied = "passkey_copied" "a passkey counted back: there may be a copy of it",
    /// A retired refresh token came back: there is a copy of it.
    RefreshReused = "refresh_reused" "a retired refresh token was used: there is a copy of it",
    /// A sealed value does not open.
    SealBroken = "seal_broken" "a sealed value cannot be opened",
}

/// Says it, once for each time.
pub fn sound(alarm: Alarm) {
    metrics::counter!("alarms_total", "code" => alarm.code()).increment(1);
    tracing::error!(event_code = alarm.code(), "{}", alarm.words());
}
