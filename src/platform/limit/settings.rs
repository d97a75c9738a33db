//! The limits, each a setting: a clinic behind one address raises what is counted by address.

use clap::Args;

use super::Limit;

/// Every limit; each can be given as a flag or in the environment, as `30/min`, `5/h`, `3/15min`, or
/// `off`.
#[derive(Args, Clone, Debug)]
pub struct LimitSettings {
    /// Attempts to sign in, in whatever way, by network
    #[arg(
        long = "limit-sign-in",
        env = "ALSFRS_LIMIT_SIGN_IN",
        default_value = "30/min"
    )]
    pub sign_in: Limit,

    /// Failures to prove who one is, by account, after which each further one locks for longer
    #[arg(long = "limit-guesses", env = "ALSFRS_LIMIT_GUESSES", default_value_t = 10,
          value_parser = clap::value_parser!(u16).range(1..))]
    pub guesses: u16,

    /// Failures in a row, by account, after which a password opens nothing until it is reset
    #[arg(long = "limit-failures", env = "ALSFRS_LIMIT_FAILURES", default_value_t = 100,
          value_parser = clap::value_parser!(u16).range(1..))]
    pub failures: u16,

    /// Accounts that are signed up, by network
    #[arg(
        long = "limit-sign-up",
        env = "ALSFRS_LIMIT_SIGN_UP",
        default_value = "5/h"
    )]
    pub sign_up: Limit,

    /// Mails that are asked for without signing in, by recipient
    #[arg(long = "limit-mail", env = "ALSFRS_LIMIT_MAIL", default_value = "3/h")]
    pub mail: Limit,

    /// The same, in a day
    #[arg(
        long = "limit-mail-of-a-day",
        env = "ALSFRS_LIMIT_MAIL_OF_A_DAY",
        default_value = "10/d"
    )]
    pub mail_of_a_day: Limit,

    /// The same, by network: at most a tenth of what all together have
    #[arg(
        long = "limit-network-mail",
        env = "ALSFRS_LIMIT_NETWORK_MAIL",
        default_value = "20/h"
    )]
    pub network_mail: Limit,

    /// Invitations, by recipient, from everybody together
    #[arg(
        long = "limit-invited",
        env = "ALSFRS_LIMIT_INVITED",
        default_value = "3/d"
    )]
    pub invited: Limit,

    /// What mails others, such as an invitation, by who does it
    #[arg(
        long = "limit-caused-mail",
        env = "ALSFRS_LIMIT_CAUSED_MAIL",
        default_value = "30/d"
    )]
    pub caused_mail: Limit,

    /// The same, to all recipients together
    #[arg(
        long = "limit-all-mail",
        env = "ALSFRS_LIMIT_ALL_MAIL",
        default_value = "1000/h"
    )]
    pub all_mail: Limit,

    /// Refreshes, by session
    #[arg(
        long = "limit-refresh",
        env = "ALSFRS_LIMIT_REFRESH",
        default_value = "60/h"
    )]
    pub refresh: Limit,

    /// Invitations looked at or accepted, by account
    #[arg(
        long = "limit-invitations",
        env = "ALSFRS_LIMIT_INVITATIONS",
        default_value = "60/h"
    )]
    pub invitations: Limit,

    /// Exports, by account
    #[arg(
        long = "limit-exports",
        env = "ALSFRS_LIMIT_EXPORTS",
        default_value = "5/h"
    )]
    pub exports: Limit,

    /// Requests, by session and instance
    #[arg(
        long = "limit-requests",
        env = "ALSFRS_LIMIT_REQUESTS",
        default_value = "600/min"
    )]
    pub requests: Limit,
}

impl LimitSettings {
    /// Each limit under the name of its variable.
    pub fn list(&self) -> [(&'static str, String); 14] {
        [
            ("ALSFRS_LIMIT_SIGN_IN", self.sign_in.to_string()),
            ("ALSFRS_LIMIT_GUESSES", self.guesses.to_string()),
            ("ALSFRS_LIMIT_FAILURES", self.failures.to_string()),
            ("ALSFRS_LIMIT_SIGN_UP", self.sign_up.to_string()),
            ("ALSFRS_LIMIT_MAIL", self.mail.to_string()),
            ("ALSFRS_LIMIT_MAIL_OF_A_DAY", self.mail_of_a_day.to_string()),
            ("ALSFRS_LIMIT_NETWORK_MAIL", self.network_mail.to_string()),
            ("ALSFRS_LIMIT_INVITED", self.invited.to_string()),
            ("ALSFRS_LIMIT_CAUSED_MAIL", self.caused_mail.to_string()),
            ("ALSFRS_LIMIT_ALL_MAIL", self.all_mail.to_string()),
            ("ALSFRS_LIMIT_REFRESH", self.refresh.to_string()),
            ("ALSFRS_LIMIT_INVITATIONS", self.invitations.to_string()),
            ("ALSFRS_LIMIT_EXPORTS", self.exports.to_string()),
            ("ALSFRS_LIMIT_REQUESTS", self.requests.to_string()),
        ]
    }

    /// What one has of what all share, and what all have: who uses their own up must not take it from
    /// the others.
    pub fn shares(&self) -> [(Limit, Limit); 3] {
        [self.network_mail, self.mail, self.mail_of_a_day].map(|own| (own, self.all_mail))
    }

    /// Whether one network can use up what is there for all.
    pub fn are_unfair(&self) -> bool {
        self.shares().iter().any(|(own, all)| match (own.0, all.0) {
            (_, None) => false,
            (None, Some(_)) => true,
            (Some(own), Some(all)) => !own.is_small_part_of(all, 10),
        })
    }

    /// The limits that production does not do without, and that are off.
    pub fn missing(&self) -> impl Iterator<Item = &'static str> {
        let needed = [
            ("ALSFRS_LIMIT_SIGN_IN", self.sign_in.0.is_none()),
            ("ALSFRS_LIMIT_GUESSES", self.guesses > 100),
            ("ALSFRS_LIMIT_FAILURES", self.failures > 100),
            ("ALSFRS_LIMIT_SIGN_UP", self.sign_up.0.is_none()),
            ("ALSFRS_LIMIT_MAIL", self.mail.0.is_none()),
        ];
        needed
            .into_iter()
            .filter(|(_, missing)| *missing)
            .map(|(name, _)| name)
    }
}
