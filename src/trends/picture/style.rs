//! The colours of each theme. Text keeps 4.5 : 1 to what is behind it, marks 3 : 1, in every one.

use std::sync::LazyLock;

use super::look::Theme;
use crate::platform::http::small_page::hash_source;

/// What is the same in all of them.
const SHAPES: &str = "\
text{font:14px system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',sans-serif;fill:var(--ink)}\
.b{font-weight:600}.h{font-size:16px;font-weight:600}\
path,rect{fill:none}\
.paper{fill:var(--paper)}\
.grid{stroke:var(--grid)}.axis{stroke:var(--edge)}\
.happened{stroke:var(--ink);stroke-dasharray:2 4}\
.happening{stroke:var(--edge)}\
.letter{fill:var(--paper);stroke:var(--ink)}\
.band{fill:var(--band);stroke:var(--edge);stroke-dasharray:1 2}\
.trend{stroke:var(--ink);stroke-width:2}\
.dot.self{stroke:var(--self)}.dot.helped{stroke:var(--helped)}.dot.proxy{stroke:var(--proxy)}.dot.clinic{stroke:var(--clinic)}\
.trend.helped{stroke-dasharray:12 5}.trend.proxy{stroke-dasharray:6 4}.trend.clinic{stroke-dasharray:2 3}\
.dot.self{stroke-linecap:round}.dot.helped{stroke-linecap:square}\
.dot.proxy{fill:var(--proxy)}.dot.clinic{fill:var(--clinic);stroke-width:2}\
.dot.clinic.phone{fill:var(--paper)}\
.open{stroke:var(--ink);stroke-width:1.5}\
.s0,.s1,.s2,.s3,.s4{stroke:var(--edge)}\
.s0{fill:var(--s0)}.s1{fill:var(--s1)}.s2{fill:var(--s2)}.s3{fill:var(--s3)}.s4{fill:var(--s4)}";

const LIGHT: &str = "--paper:#ffffff;--ink:#1c2228;--edge:#5b6773;--grid:#dfe4e9;--band:#d3e3f2;\
--self:#1f5c99;--helped:#6b3fa0;--proxy:#a63c06;--clinic:#0b6b4f;\
--s0:#f4f7fa;--s1:#dfe9f3;--s2:#cadbea;--s3:#b3cbe1;--s4:#9cbad7";

const DARK: &str = "--paper:#14181d;--ink:#eef2f5;--edge:#8a97a3;--grid:#2f373f;--band:#24394f;\
--self:#7cbcf5;--helped:#c9a6f2;--proxy:#ffa26b;--clinic:#62d6ab;\
--s0:#1c2229;--s1:#24303c;--s2:#2c3f51;--s3:#345066;--s4:#3d5f7b";

const CONTRAST: &str = "--paper:#000000;--ink:#ffffff;--edge:#ffffff;--grid:#555555;--band:#3a3a00;\
--self:#ffff00;--helped:#00ffff;--proxy:#ffb0ff;--clinic:#80ff80;\
--s0:#000000;--s1:#1a1a1a;--s2:#2e2e2e;--s3:#424242;--s4:#575757";

const PRINT: &str = "--paper:#ffffff;--ink:#000000;--edge:#000000;--grid:#d0d0d0;--band:#e0e0e0;\
--self:#666666;--helped:#3c3c3c;--proxy:#000000;--clinic:#000000;\
--s0:#ffffff;--s1:#ececec;--s2:#dadada;--s3:#c8c8c8;--s4:#b4b4b4";

struct Style {
    text: String,
    policy: String,
}

impl Style {
    fn new(text: String) -> Self {
        let style = hash_source(&text);
        let policy = format!("default-src 'none'; style-src {style}; frame-ancestors 'none'");
        Self { text, policy }
    }

    fn of(colours: &str) -> Self {
        Self::new(format!("svg{{{colours}}}{SHAPES}"))
    }

    fn as_the_device_is_set() -> Self {
        Self::new(format!(
            "svg{{{LIGHT}}}\
             @media(prefers-color-scheme:dark){{svg{{{DARK}}}}}\
             @media(prefers-contrast:more){{svg{{{PRINT}}}}}\
             @media(prefers-contrast:more)and (prefers-color-scheme:dark){{svg{{{CONTRAST}}}}}\
             @media print{{svg{{{PRINT}}}}}{SHAPES}"
        ))
    }
}

static AUTO: LazyLock<Style> = LazyLock::new(Style::as_the_device_is_set);
static ON_WHITE: LazyLock<Style> = LazyLock::new(|| Style::of(LIGHT));
static ON_BLACK: LazyLock<Style> = LazyLock::new(|| Style::of(DARK));
static STRONG: LazyLock<Style> = LazyLock::new(|| Style::of(CONTRAST));
static ON_PAPER: LazyLock<Style> = LazyLock::new(|| Style::of(PRINT));

fn style(theme: Theme) -> &'static Style {
    match theme {
        Theme::Auto => &AUTO,
        Theme::Light => &ON_WHITE,
        Theme::Dark => &ON_BLACK,
        Theme::Contrast => &STRONG,
        Theme::Print => &ON_PAPER,
    }
}

/// The style sheet of a picture.
pub(super) fn of(theme: Theme) -> &'static str {
    &style(theme).text
}

/// What a picture may load, where it is opened by itself: its own style sheet.
pub fn policy(theme: Theme) -> &'static str {
    &style(theme).policy
}
