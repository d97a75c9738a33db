//! `config check`: what the settings are, and what is wrong with them.

use std::process::ExitCode;

use super::BAD_CONFIGURATION;
use crate::platform::config::Settings;

pub(super) fn run(settings: &Settings) -> ExitCode {
    println!("listen            {}", settings.listen);
    println!("public URL        {}", settings.public_url);
    println!("data folder       {}", settings.data_dir.display());
    println!("database          {}", kind(&settings.database()));
    println!(
        "mail              {}",
        settings.mail_url.as_deref().map_or("file", kind)
    );
    println!("profile           {:?}", settings.profile);
    println!("flags in trends   {:?}", settings.flags);
    for (variable, limit) in settings.limits.list() {
        println!("{variable:<26}{limit}");
    }
    let weak = settings.check();
    for weak in &weak {
        eprintln!("{weak}");
    }
    if weak.is_empty() {
        println!("The settings can be used.");
        ExitCode::SUCCESS
    } else {
        BAD_CONFIGURATION.into()
    }
}

/// What comes before `://`, and nothing of a text that has none: the rest may hold a password.
fn kind(url: &str) -> &str {
    url.split_once("://").map_or("?", |(kind, _)| kind)
}
