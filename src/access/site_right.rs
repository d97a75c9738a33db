//! What can be done at a site, as types: `SiteAccess<Roster>` cannot be passed where
//! `SiteAccess<Export>` is asked for.

use serde::{Deserialize, Serialize};

use super::right::{Read, Registered};
use super::{Denial, Role};
use crate::platform::db::stored_as_code;

/// As what a member of the staff works at a site.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum SiteRole {
    /// Treats: sees the diaries of the patients who are enrolled.
    Clinician,
    /// Takes the data out, and sees no names and no diaries.
    DataManager,
    /// Lets staff and patients in: sees who is enrolled, and nothing that was recorded.
    SiteAdmin,
}
stored_as_code!(SiteRole { Clinician = 1, DataManager = 2, SiteAdmin = 3 });

/// Something that can be done at a site.
pub trait SiteRight: sealed::Sealed {
    /// Whether it changes the site (and so takes its row lock).
    const CHANGES: bool;

    /// What it opens of the record of a patient who is enrolled.
    type Opens;

    /// Whether staff of this site role have it.
    fn is_of(role: SiteRole) -> bool;

    /// Whether those have it who run the installation, who are of no site.
    const IS_OF_ADMINS: bool;
}

mod sealed {
    /// Rights are listed here and nowhere else.
    pub trait Sealed {}
}

macro_rules! site_right {
    (
        $(#[$doc:meta])* $name:ident,
        changes: $changes:literal, admins: $admins:literal, opens: $opens:ty, $roles:pat
    ) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub enum $name {}

        impl sealed::Sealed for $name {}

        impl SiteRight for $name {
            const CHANGES: bool = $changes;
            const IS_OF_ADMINS: bool = $admins;
            type Opens = $opens;

            fn is_of(role: SiteRole) -> bool {
                matches!(role, $roles)
            }
        }
    };
}

site_right!(
    /// Sees who works there.
    Staff, changes: false, admins: true, opens: (), SiteRole::SiteAdmin
);
site_right!(
    /// Lets staff in and out.
    ManageStaff, changes: true, admins: true, opens: (), SiteRole::SiteAdmin
);
site_right!(
    /// Sees who is enrolled and who was invited.
    Roster, changes: false, admins: false, opens: Registered,
    SiteRole::Clinician | SiteRole::SiteAdmin
);
site_right!(
    /// Invites patients.
    Enrol, changes: true, admins: false, opens: (), SiteRole::Clinician | SiteRole::SiteAdmin
);
site_right!(
    /// Sees the patients side by side.
    Cohort, changes: false, admins: false, opens: Read, SiteRole::Clinician
);
site_right!(
    /// Takes the data out, which changes nothing of the site.
    Export, changes: false, admins: false, opens: Read,
    SiteRole::Clinician | SiteRole::DataManager
);

/// What decides about `R`: the role at the site, or none, and that of the account.
pub(super) fn check<R: SiteRight>(at_site: Option<SiteRole>, role: Role) -> Result<(), Denial> {
    match at_site {
        Some(at_site) if R::is_of(at_site) => Ok(()),
        _ if R::IS_OF_ADMINS && role == Role::Admin => Ok(()),
        Some(_) => Err(Denial::SiteRole),
        None => Err(Denial::Invisible),
    }
}
