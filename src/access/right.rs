//! What can be done with a record, as types: `Access<Read>` cannot be passed where `Access<Write>`
//! is asked for.

use super::{Denial, Level, Role, Standing};

/// Something that can be done with a patient's record.
pub trait Right: sealed::Sealed {
    /// Whether it changes the record (and so takes its row lock).
    const CHANGES: bool;

    /// Whether something is recorded with it: never in a diary that is closed.
    const RECORDS: bool;

    /// Whether a caller of this standing and role has it.
    fn check(standing: Standing, role: Role) -> Result<(), Denial>;
}

mod sealed {
    /// Rights are listed here and nowhere else.
    pub trait Sealed {}
}

macro_rules! right {
    ($(#[$doc:meta])* $name:ident, changes: $changes:literal, $check:expr) => {
        right!($(#[$doc])* $name, changes: $changes, records: false, $check);
    };
    (
        $(#[$doc:meta])* $name:ident,
        changes: $changes:literal, records: $records:literal, $check:expr
    ) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub enum $name {}

        impl sealed::Sealed for $name {}

        impl Right for $name {
            const CHANGES: bool = $changes;
            const RECORDS: bool = $records;

            fn check(standing: Standing, role: Role) -> Result<(), Denial> {
                ($check)(standing, role)
            }
        }
    };
}

right!(
    /// Sees the trend: anyone who was let in, and clinicians of a site.
    Summary, changes: false, no_guest
);
right!(
    /// Sees the entries and notes.
    Read, changes: false, |standing, _| at_least(Level::Read, standing)
);
right!(
    /// Records, revises and removes entries.
    Write, changes: true, records: true, |standing, _| at_least(Level::Write, standing)
);
right!(
    /// Records treatments and what belongs to them, and says of a flag "we know": with level `write`, and clinicians with `read`.
    Treat, changes: true, records: true, |standing, role| match role {
        Role::Clinician => at_least(Level::Read, standing),
        Role::Patient | Role::Caregiver | Role::Admin => at_least(Level::Write, standing),
    }
);
right!(
    /// Sees who else is in the circle and which invitations there are: the patient, or who acts for them.
    Inspect, changes: false, acting
);
right!(
    /// Changes the patient's profile and circle: the patient, or who acts for them.
    Manage, changes: true, acting
);
right!(
    /// Sees what only the patient ever sees: who opened the diary.
    Review, changes: false, patient_only
);
right!(
    /// Chooses who acts for the patient, and takes that back: the patient alone.
    Entrust, changes: true, patient_only
);
right!(
    /// Asks to act for the patient: one of the circle, and it is looked up which.
    Petition, changes: true, not_the_patient
);
right!(
    /// Is written down as a reader: any member of the circle, and clinicians of a site.
    Noted, changes: true, no_guest
);
right!(
    /// Says that they looked: clinicians of the patient.
    Look, changes: true, |_, role| match role {
        Role::Clinician => Ok(()),
        Role::Patient | Role::Caregiver | Role::Admin => Err(Denial::ClinicianOnly),
    }
);
right!(
    /// Leaves the circle: anyone who was let in.
    Leave, changes: true, in_the_circle
);
right!(
    /// Sees their own place in the circle: the patient, and anyone who was let in.
    Belong, changes: false, in_the_circle
);
right!(
    /// Is listed as enrolled at a site: by no standing, only by [`super::subjects`].
    Registered, changes: false, |_, _| Err(Denial::Invisible)
);
right!(
    /// Is told of what is new, and says that they see to it: any member of the circle, and clinicians of a site.
    Follow, changes: true, |_, _| Ok(())
);
right!(
    /// Is looked at by the service itself: by no standing, only by [`super::watching`].
    Watch, changes: false, |_, _| Err(Denial::Invisible)
);
right!(
    /// Sees what the patient's emergency card shows: by no standing, only by [`super::by_card`].
    Shown, changes: true, |_, _| Err(Denial::Invisible)
);
right!(
    /// Comes into the circle: by no standing, only by [`super::by_invitation`].
    Join, changes: true, |_, _| Err(Denial::Invisible)
);

fn at_least(needed: Level, standing: Standing) -> Result<(), Denial> {
    match standing.level() {
        level if level >= needed => Ok(()),
        Level::Summary => Err(Denial::SummaryOnly),
        Level::Read | Level::Write => Err(Denial::ReadOnly),
    }
}

fn no_guest(standing: Standing, _: Role) -> Result<(), Denial> {
    match standing {
        Standing::Guest => Err(Denial::Invisible),
        _ => Ok(()),
    }
}

fn acting(standing: Standing, _: Role) -> Result<(), Denial> {
    if standing.acts() {
        Ok(())
    } else {
        Err(Denial::PatientOnly)
    }
}

fn in_the_circle(standing: Standing, _: Role) -> Result<(), Denial> {
    match standing {
        Standing::Patient | Standing::Member(..) | Standing::Trustee(_) => Ok(()),
        Standing::Clinic(_) | Standing::Program(_) | Standing::Guest => Err(Denial::PatientOnly),
    }
}

fn not_the_patient(standing: Standing, _: Role) -> Result<(), Denial> {
    match standing {
        Standing::Member(..) | Standing::Trustee(_) => Ok(()),
        Standing::Patient | Standing::Clinic(_) | Standing::Program(_) | Standing::Guest => {
            Err(Denial::TrusteeOnly)
        }
    }
}

fn patient_only(standing: Standing, _: Role) -> Result<(), Denial> {
    if standing.is_patient() {
        Ok(())
    } else {
        Err(Denial::PatientOnly)
    }
}
