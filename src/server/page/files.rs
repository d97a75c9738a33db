//! The files of the page, and what they are called together.

use std::borrow::Cow;
use std::io::Write;
use std::iter::zip;
use std::sync::{LazyLock, OnceLock};

use actix_web::web::Bytes;
use data_encoding::HEXLOWER;

use crate::platform::secret::sha256;
use crate::platform::words::Language;

/// A file of the page.
pub(super) struct File {
    name: Cow<'static, str>,
    bytes: &'static [u8],
    small: OnceLock<Bytes>,
}

macro_rules! files {
    ($($name:literal)*) => {
        vec![$(File {
            name: $name.into(),
            bytes: include_bytes!(concat!("../../../web/", $name)),
            small: OnceLock::new(),
        }),*]
    };
}

/// As the folder `web` has them, and those of texts; a test compares.
static FILES: LazyLock<Vec<File>> = LazyLock::new(|| {
    let mut files = files! {
        "alerts.js" "api.js" "awaited.js" "card.js" "circle.js" "clinic.js" "compare.js" "consents.js" "diary.js" "facts.js" "focus.js" "forgot.js"
        "guest-links.js" "guest.js" "header.js" "history.js" "home.js" "icon.svg" "join.js" "keep.js" "levels.js" "link.js"
        "live.js" "log.js" "main.js" "me.js" "outbox.js" "parts.js" "picture.js" "place.js" "prefers.js" "questions.js"
        "rate.js" "raters.js" "record-forms.js" "record-more.js" "record.js" "reminders.js" "report.js"
        "session.js" "sign-in.js" "team.js" "texts.js" "told.js" "treatments.js"
        "unsent.js" "vendor.js" "weeks.js"
    };
    for language in Language::ALL {
        for (texts, name) in zip(language.of_page(), ["", "-more"]) {
            files.push(File {
                name: format!("{}{name}.ftl", language.code()).into(),
                bytes: texts.as_bytes(),
                small: OnceLock::new(),
            });
        }
    }
    files
});

static RELEASE: LazyLock<String> = LazyLock::new(|| {
    let mut all = Vec::new();
    for file in FILES.iter() {
        all.extend_from_slice(file.name.as_bytes());
        all.extend_from_slice(&sha256(file.bytes));
    }
    // Sixteen digits: enough that no two are the same.
    let [a, b, c, d, e, f, g, h, ..] = sha256(&all);
    HEXLOWER.encode(&[a, b, c, d, e, f, g, h])
});

/// What all files together are called.
pub(super) fn release() -> &'static str {
    &RELEASE
}

/// The file with this name.
pub(super) fn find(name: &str) -> Option<&'static File> {
    FILES.iter().find(|file| file.name == name)
}

/// The names of all files.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|file| &*file.name)
}

impl File {
    /// Its media type.
    pub(super) fn kind(&self) -> &'static str {
        match self.name.rsplit_once('.').map(|(_, kind)| kind) {
            Some("js") => "text/javascript; charset=utf-8",
            Some("svg") => "image/svg+xml",
            _ => "text/plain; charset=utf-8",
        }
    }

    /// As it is.
    pub(super) fn bytes(&self) -> &'static [u8] {
        self.bytes
    }

    /// As Brotli makes it, once for the life of the process.
    pub(super) fn small(&self) -> Bytes {
        /// The smallest, with a window of 4 MiB.
        const SETTINGS: (u32, u32) = (11, 22);
        let small = self.small.get_or_init(|| {
            let (quality, window) = SETTINGS;
            let made = Vec::with_capacity(self.bytes.len());
            let mut brotli = brotli::CompressorWriter::new(made, 4096, quality, window);
            // Writing to memory does not fail.
            drop(brotli.write_all(self.bytes));
            brotli.into_inner().into()
        });
        small.clone()
    }
}
