//! `config check`: every setting, where it comes from, and what is wrong with it. Never a secret.

use std::process::ExitCode;

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command};

use super::{badly_configured, complain};
use crate::platform::clock::ZoneData;
use crate::platform::config::Settings;
use crate::platform::tls::HIGH_TIME;

pub(super) fn run(settings: &Settings, command: &Command, matches: &ArgMatches) -> ExitCode {
    for argument in command.get_arguments() {
        // What only tests set is told where it is set.
        let is_set = matches.contains_id(argument.get_id().as_str());
        if let Some(variable) = argument
            .get_env()
            .filter(|_| !argument.is_hide_set() || is_set)
        {
            let variable = variable.to_string_lossy();
            let value = shown(argument, matches);
            println!("{variable:<30} {value}  ({})", source(argument, matches));
        }
    }
    println!("the database is {}", kind(&settings.database()));
    println!("time zones are those of {}", ZoneData::in_use());
    tell_of_the_certificate(settings);
    let weak = settings.check();
    if weak.is_empty() {
        println!("The settings can be used.");
        ExitCode::SUCCESS
    } else {
        badly_configured(weak)
    }
}

/// When it ends; in time for a renewal that is a warning.
fn tell_of_the_certificate(settings: &Settings) {
    let certificate = settings.tls.certificate().ok().flatten();
    if let Some(ends) = certificate.and_then(|certificate| certificate.ends()) {
        if ends - settings.clock().now() < HIGH_TIME {
            complain("ALSFRS_TLS_CERT: the certificate ends within two weeks, or has ended");
        }
        println!("the certificate ends at {ends}");
    }
}

/// The value, or of one that may hold a password what kind it is.
fn shown(argument: &Arg, matches: &ArgMatches) -> String {
    let values = matches.get_raw(argument.get_id().as_str());
    let values: Vec<String> = values
        .into_iter()
        .flatten()
        .map(|value| value.to_string_lossy().into_owned())
        .map(|value| {
            if argument.is_hide_env_values_set() {
                format!("{}://…", kind(&value))
            } else {
                value
            }
        })
        .collect();
    if values.is_empty() {
        "-".to_owned()
    } else {
        values.join(",")
    }
}

fn source(argument: &Arg, matches: &ArgMatches) -> &'static str {
    match matches.value_source(argument.get_id().as_str()) {
        Some(ValueSource::CommandLine) => "command line",
        Some(ValueSource::EnvVariable) => "environment",
        _ => "default",
    }
}

/// What comes before `://`, and nothing of a text that has none: the rest may hold a password.
fn kind(url: &str) -> &str {
    url.split_once("://").map_or("?", |(kind, _)| kind)
}
