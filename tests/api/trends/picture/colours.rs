//! Whether what is drawn can be seen: WCAG 2.2, 1.4.3 and 1.4.11, of every theme.

use std::collections::HashMap;

use alsfrs_diary::trends::picture::{Chart, Look, Theme, draw};

use super::drawn::{LOOK, empty};

const THEMES: [(Theme, usize); 5] = [
    (Theme::Auto, 5),
    (Theme::Light, 1),
    (Theme::Dark, 1),
    (Theme::Contrast, 1),
    (Theme::Print, 1),
];

/// What is behind text.
const BEHIND_TEXT: [&str; 7] = ["paper", "band", "s0", "s1", "s2", "s3", "s4"];

/// Marks, and what is behind them.
const MARKS: [&str; 6] = ["edge", "ink", "self", "helped", "proxy", "clinic"];

#[test]
fn text_and_marks_can_be_seen_in_every_theme() {
    for (theme, palettes) in THEMES {
        let found = palettes_of(&empty(), theme);
        assert_eq!(found.len(), palettes, "{theme:?}");
        for colours in found {
            for behind in BEHIND_TEXT {
                let contrast = contrast(&colours["ink"], &colours[behind]);
                assert!(contrast >= 4.5, "{theme:?}: ink on {behind}: {contrast}");
            }
            for mark in MARKS {
                for behind in ["paper", "band"] {
                    let contrast = contrast(&colours[mark], &colours[behind]);
                    assert!(contrast >= 3.0, "{theme:?}: {mark} on {behind}: {contrast}");
                }
            }
        }
    }
}

#[test]
fn contrast_is_measured_as_wcag_does() {
    for (one, other, expected) in [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
    ] {
        let measured = contrast(one, other);
        assert!(
            (measured - expected).abs() < 0.01,
            "{one} {other}: {measured}"
        );
    }
}

/// The colours by name, of each palette that the style sheet has.
fn palettes_of(chart: &Chart, theme: Theme) -> Vec<HashMap<String, String>> {
    let look = Look { theme, ..LOOK };
    let svg = draw(chart, look);
    let palettes = svg.split("svg{--").skip(1);
    let palette = |rest: &str| {
        let end = rest.find('}').unwrap();
        let colours = rest[..end].split(";--");
        let colours = colours.map(|colour| {
            let (name, value) = colour.split_once(':').unwrap();
            (name.to_owned(), value.to_owned())
        });
        colours.collect()
    };
    palettes.map(palette).collect()
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: &str) -> f64 {
    let part = |place: usize| {
        let value = u8::from_str_radix(&colour[place..place + 2], 16).unwrap();
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}
