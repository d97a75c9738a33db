//! Body weight, as far as scales at home are exact.

/// A body weight in tenths of a kilogram, 20.0 to 300.0 kg.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight(i16);

impl Weight {
    /// From kilograms with at most one decimal; `None` for anything else.
    pub fn from_kg(kg: f64) -> Option<Self> {
        let text = format!("{kg:.1}");
        let is_exact = text
            .parse::<f64>()
            .is_ok_and(|read| (read - kg).abs() < 1e-9);
        let tenths = text.replace('.', "").parse().ok().filter(|_| is_exact)?;
        Self::from_tenths(tenths)
    }

    /// From what [`Self::tenths`] gave.
    pub fn from_tenths(tenths: i16) -> Option<Self> {
        (200..=3000).contains(&tenths).then_some(Self(tenths))
    }

    /// Tenths of a kilogram.
    pub fn tenths(self) -> i16 {
        self.0
    }

    /// Kilograms.
    pub fn kg(self) -> f64 {
        f64::from(self.0) / 10.0
    }
}
