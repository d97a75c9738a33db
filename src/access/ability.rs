//! What a caller may do with a record, for an app that shows no button in vain.

use serde::Serialize;

use super::Access;
use super::right::{Manage, Read, Review, Right, Summary, Treat, Write};

/// Something that a caller may do with a diary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ability {
    /// See the curve, the stages and the plain words.
    ReadTrend,
    /// See flags.
    ReadFlags,
    /// See single answers, symptoms, weight, history and treatments.
    ReadEntries,
    /// Record a week.
    RecordEntries,
    /// Record a treatment, and say of a flag "we know".
    RecordTreatments,
    /// Correct and remove what any person recorded.
    ReviseAll,
    /// Change facts and circle.
    Manage,
    /// See who opened the diary, and choose who acts for the patient.
    Review,
}

impl<R> Access<R> {
    /// All that the caller's standing allows; nothing is recorded in a diary that was closed.
    pub fn may(&self) -> Vec<Ability> {
        let is_open = !self.is_closed();
        let abilities = [
            (Ability::ReadTrend, self.has::<Summary>()),
            (Ability::ReadFlags, self.sees_flags()),
            (Ability::ReadEntries, self.has::<Read>()),
            (Ability::RecordEntries, is_open && self.has::<Write>()),
            (Ability::RecordTreatments, is_open && self.has::<Treat>()),
            (Ability::ReviseAll, is_open && self.standing.acts()),
            (Ability::Manage, self.has::<Manage>()),
            (Ability::Review, self.has::<Review>()),
        ];
        let allowed = abilities.into_iter().filter(|(_, is_allowed)| *is_allowed);
        allowed.map(|(ability, _)| ability).collect()
    }

    /// The same for another right, where the caller has it and it changes nothing.
    pub fn also<Other: Right>(&self) -> Option<Access<Other>> {
        if Other::CHANGES || !self.has::<Other>() {
            return None;
        }
        Some(Access {
            sealed_key: self.sealed_key.clone(),
            own_name: self.own_name.clone(),
            own_device: self.own_device.clone(),
            ..Access::without_keys(
                self.who.clone(),
                self.patient,
                self.record.clone(),
                self.standing,
                self.may_see_flags,
            )
        })
    }

    fn has<Other: Right>(&self) -> bool {
        Other::check(self.standing, self.who.role).is_ok()
    }
}
