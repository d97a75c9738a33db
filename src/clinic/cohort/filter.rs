use super::Pace;
use crate::clinical::{FlagCode, KingsStage};
use crate::patients::OnsetRegion;
use crate::trends::Overview;

/// Which patients of a clinic are shown; each that is given must hold.
#[derive(Debug, Clone, Default)]
pub struct CohortFilter {
    /// The number of King's stage: 4 is 4A, 4B and both.
    pub stage: Option<u16>,
    /// The MiToS stage.
    pub mitos: Option<u16>,
    /// Where the weakness began.
    pub onset_region: Option<OnsetRegion>,
    /// The gene in which a cause was found.
    pub gene: Option<String>,
    /// A word of the name of a treatment that goes on.
    pub treatment: Option<String>,
    /// A flag that no person knows of yet.
    pub flag: Option<FlagCode>,
    /// At least so many weeks without a rating.
    pub silent_weeks: Option<i32>,
    /// The slope beside the published population.
    pub pace: Option<Pace>,
}

impl CohortFilter {
    /// Whether the line is that of one of them.
    pub fn holds(&self, line: &Overview) -> bool {
        let has_word = |word: &String| {
            let word = word.to_lowercase();
            let mut names = line.treatments.iter();
            names.any(|name| name.to_lowercase().contains(&word))
        };
        let is_gene = |gene: &String| {
            let found = line.gene.as_ref();
            found.is_some_and(|found| found.eq_ignore_ascii_case(gene))
        };
        let is_at = |asked: Option<u16>, stage: Option<u8>| {
            asked.is_none() || asked == stage.map(u16::from)
        };
        is_at(self.stage, line.kings.map(number))
            && is_at(self.mitos, line.mitos)
            && self
                .onset_region
                .is_none_or(|region| line.onset_region == Some(region))
            && self.gene.as_ref().is_none_or(is_gene)
            && self.treatment.as_ref().is_none_or(has_word)
            && self
                .flag
                .is_none_or(|code| line.flags.iter().any(|flag| flag.code == code))
            && self.silent_weeks.is_none_or(|weeks| {
                !line.closed && line.weeks_silent.is_none_or(|silent| silent >= weeks)
            })
            && self
                .pace
                .is_none_or(|pace| line.points_per_month.map(Pace::of) == Some(pace))
    }
}

/// The number of a stage.
pub(super) fn number(stage: KingsStage) -> u8 {
    match stage {
        KingsStage::Zero => 0,
        KingsStage::One => 1,
        KingsStage::Two => 2,
        KingsStage::Three => 3,
        KingsStage::FourA | KingsStage::FourB | KingsStage::FourAAndB => 4,
    }
}
