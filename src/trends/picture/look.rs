//! How a picture shall look.

use serde::Deserialize;

use crate::platform::words::Language;

/// What its reader asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// In CSS pixels.
    pub width: u16,
    /// Its colours.
    pub theme: Theme,
    /// Whether numbers, stages and rates are shown: some people would rather not see them.
    pub numbers: bool,
    /// What its reader reads.
    pub language: Language,
}

/// The colours of a picture.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = PictureTheme)]
pub enum Theme {
    /// As the device is set: light or dark, more contrast, paper.
    #[default]
    Auto,
    /// Dark on white.
    Light,
    /// Light on dark.
    Dark,
    /// Strong colours on black.
    Contrast,
    /// Black and greys on white.
    Print,
}
