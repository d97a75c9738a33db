//! Which form of the questionnaire was filled in.

use super::vocabulary::words;

/// The form an entry was answered on, stored with every entry: scale, year, language, wording.
///
/// Published forms differ by a few words (`BiPAP` and NIPPV, for one), so old entries must keep
/// saying which words the person read. Change it whenever a label, an anchor or
/// [`REFERENCE_POINT`] changes.
pub const INSTRUMENT_VERSION: &str = "alsfrs-r/1999-en-1";

/// What every answer is compared with: the time before the disease, never the last visit.
///
/// Source: ALSFRS-R instructions as reproduced by neurologyminutiae.blogspot.com, 2009. A recall
/// window such as "over the past week" would need clinical sign-off and a new
/// [`INSTRUMENT_VERSION`].
pub const REFERENCE_POINT: &str =
    "How are you doing, compared with the time before the disease began?";

words! {
    /// Which of the two alternatives of item 5 was answered; exactly one of them counts.
    #[derive(Default)]
    enum CuttingForm {
        /// 5a, for a person without a gastrostomy, or with one that supplies no more than half of the
        /// nutrition. (The half is unconfirmed: the manual's page was not readable to us.)
        #[default]
        A "5a",
        /// 5b, for a person who is fed through a gastrostomy.
        B "5b",
    }
}
