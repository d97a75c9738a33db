//! What this slice refuses.

use crate::platform::http::refusals;

refusals! {
    /// Why an invitation is not sent, or a trustee may not act.
    pub enum Refusal, told otherwise {
        /// The circle is full, those counted who have not answered yet.
        TooManyMembers => 409 "too_many_members" "The circle is full: remove a member, or take an invitation back.",
        /// A mail goes out for each invitation, so there is a limit to a day's.
        TooManyInvitations => 409 "too_many_invitations" "You have sent as many invitations as one day allows; try again tomorrow.",
        /// The patient took back that others see the diary.
        SharingTakenBack => 409 "sharing_taken_back" "You took back that others see your diary: agree to it again first.",
        /// The address is the patient's own.
        OwnAddress => 422 "invalid_content" "The content is not valid; errors says where.",
        /// Only a member of the circle can act for the patient.
        NotInCircle => 422 "invalid_content" "The content is not valid; errors says where.",
        /// Those who treat or run the service cannot act for the patient.
        NotATrustee => 422 "invalid_content" "The content is not valid; errors says where.",
        /// The patient said no a while ago, or who asked took it back: asking mails everybody.
        AskedTooSoon => 409 "asked_too_soon" "This was asked for and ended a while ago; ask again later.",
    }
}
