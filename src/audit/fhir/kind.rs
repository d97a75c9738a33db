//! What each action is to those who read `AuditEvent`s: its type, its subtype and what it did.
//!
//! Codes: DICOM PS3.16 context groups 400 and 401, and the profiles of IHE BALP 1.1 for what was done to
//! a patient's data.

use crate::audit::Action;

/// A code and the words for it, in a system of codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Code {
    pub(super) system: &'static str,
    pub(super) value: &'static str,
    pub(super) display: &'static str,
}

const fn dicom(code: &'static str, display: &'static str) -> Code {
    Code {
        system: "http://dicom.nema.org/resources/ontology/DCM",
        value: code,
        display,
    }
}

/// One of the few kinds of events that there are outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Something came to be in a patient's record.
    Create,
    /// Something of it was shown.
    Read,
    /// Something in it changed.
    Update,
    /// Something was taken away from what is shown.
    Delete,
    /// A copy left the system.
    Export,
    /// Somebody proved who they are.
    Login,
    /// A session ended.
    Logout,
    /// Somebody did not prove who they are.
    LoginFailed,
    /// Somebody was refused.
    Denied,
    /// How somebody gets in changed.
    Attributes,
    /// What somebody may do changed.
    Roles,
    /// The audit itself was worked on.
    AuditLog,
    /// The installation was worked on.
    Application,
}

pub(super) const SOURCE: Code = dicom("110153", "Source Role ID");
pub(super) const DESTINATION: Code = dicom("110152", "Destination Role ID");

const REST: Code = Code {
    system: "http://terminology.hl7.org/CodeSystem/audit-event-type",
    value: "rest",
    display: "Restful Operation",
};

const fn interaction(code: &'static str) -> Code {
    Code {
        system: "http://hl7.org/fhir/restful-interaction",
        value: code,
        display: code,
    }
}

impl Kind {
    /// The kind of `action`.
    pub(super) fn of(action: Action) -> Self {
        match action {
            Action::EntryRecorded
            | Action::TreatmentRecorded
            | Action::AdministrationRecorded
            | Action::ScreeningRecorded
            | Action::SideEffectRecorded => Self::Create,
            Action::TrendRead
            | Action::EntriesRead
            | Action::HistoryRead
            | Action::TreatmentsRead
            | Action::DiaryOpened => Self::Read,
            Action::ProfileChanged
            | Action::EntryRevised
            | Action::TreatmentRevised
            | Action::SideEffectRevised => Self::Update,
            Action::EntryVoided
            | Action::TreatmentVoided
            | Action::AdministrationVoided
            | Action::ScreeningVoided
            | Action::SideEffectVoided => Self::Delete,
            Action::AccountExported => Self::Export,
            Action::SignedIn | Action::SteppedUp => Self::Login,
            Action::SignedOut => Self::Logout,
            Action::SignInRefused | Action::SecondFactorRefused | Action::RefreshReused => {
                Self::LoginFailed
            }
            Action::AccessRefused => Self::Denied,
            Action::AccountConfirmed
            | Action::AccountChanged
            | Action::PasswordChanged
            | Action::StaffAdded
            | Action::PasswordResetAsked
            | Action::PasswordReset
            | Action::FactorAdded
            | Action::FactorRemoved
            | Action::FactorResetAsked
            | Action::FactorResetApproved
            | Action::FactorResetCancelled
            | Action::FactorsReset
            | Action::RecoveryCodeUsed
            | Action::RecoveryCodesRenewed
            | Action::ErasureAsked
            | Action::ErasureTakenBack
            | Action::AccountErased => Self::Attributes,
            Action::ConsentGiven
            | Action::ConsentWithdrawn
            | Action::Invited
            | Action::InvitationRevoked
            | Action::InvitationAccepted
            | Action::FlagKnown
            | Action::LevelChanged
            | Action::GrantRevoked
            | Action::TrusteeNamed
            | Action::TrusteeForgotten
            | Action::TrusteeAsked
            | Action::TrusteeActs
            | Action::TrusteeRefused
            | Action::TrusteeRefusedByLink
            | Action::TrusteeSteppedBack
            | Action::ClosureAsked
            | Action::ClosureTakenBack => Self::Roles,
            Action::AuditCut | Action::AuditExported => Self::AuditLog,
            Action::RetentionRun | Action::SilenceTold => Self::Application,
        }
    }

    /// The type of the event.
    pub(super) fn event_type(self) -> Code {
        match self {
            Self::Create | Self::Read | Self::Update | Self::Delete => REST,
            Self::Export => dicom("110106", "Export"),
            Self::Login | Self::Logout | Self::LoginFailed => {
                dicom("110114", "User Authentication")
            }
            Self::Denied | Self::Attributes | Self::Roles => dicom("110113", "Security Alert"),
            Self::AuditLog => dicom("110101", "Audit Log Used"),
            Self::Application => dicom("110100", "Application Activity"),
        }
    }

    /// What it was, more closely.
    pub(super) fn subtype(self) -> Option<Code> {
        match self {
            Self::Create => Some(interaction("create")),
            Self::Read => Some(interaction("read")),
            Self::Update => Some(interaction("update")),
            Self::Delete => Some(interaction("delete")),
            Self::Login | Self::LoginFailed => Some(dicom("110122", "Login")),
            Self::Logout => Some(dicom("110123", "Logout")),
            Self::Attributes => Some(dicom("110137", "User Security Attributes Changed")),
            Self::Roles => Some(dicom("110136", "Security Roles Changed")),
            Self::Denied | Self::Export | Self::AuditLog | Self::Application => None,
        }
    }

    /// Whether something was created, read, updated, deleted or executed.
    pub(super) fn action(self) -> &'static str {
        match self {
            Self::Create => "C",
            Self::Read | Self::Export => "R",
            Self::Update | Self::Attributes | Self::Roles => "U",
            Self::Delete => "D",
            Self::Login
            | Self::Logout
            | Self::LoginFailed
            | Self::Denied
            | Self::AuditLog
            | Self::Application => "E",
        }
    }

    /// Whether it succeeded: 0, or else 4.
    pub(super) fn outcome(self) -> &'static str {
        match self {
            Self::LoginFailed | Self::Denied => "4",
            Self::Create
            | Self::Read
            | Self::Update
            | Self::Delete
            | Self::Export
            | Self::Login
            | Self::Logout
            | Self::Attributes
            | Self::Roles
            | Self::AuditLog
            | Self::Application => "0",
        }
    }

    /// The profile of IHE BALP that such an event of a patient's record keeps to.
    pub(super) fn profile(self) -> Option<&'static str> {
        match self {
            Self::Create => Some("PatientCreate"),
            Self::Read => Some("PatientRead"),
            Self::Update => Some("PatientUpdate"),
            Self::Delete => Some("PatientDelete"),
            Self::Export
            | Self::Login
            | Self::Logout
            | Self::LoginFailed
            | Self::Denied
            | Self::Attributes
            | Self::Roles
            | Self::AuditLog
            | Self::Application => None,
        }
    }

    /// As what the client and the server took part: what is read flows towards the client.
    pub(super) fn roles(self) -> (Code, Code) {
        match self {
            Self::Read => (DESTINATION, SOURCE),
            Self::Create
            | Self::Update
            | Self::Delete
            | Self::Export
            | Self::Login
            | Self::Logout
            | Self::LoginFailed
            | Self::Denied
            | Self::Attributes
            | Self::Roles
            | Self::AuditLog
            | Self::Application => (SOURCE, DESTINATION),
        }
    }
}
