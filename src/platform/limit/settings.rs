//! The limits, each a setting: a clinic behind one address raises what is counted by address.

use clap::Args;

use super::Limit;

macro_rules! limits {
    ($($(#[doc = $what:literal])+ $name:ident: $kind:ty = $usual:literal, $flag:literal, $variable:literal $(, $parser:expr)?;)*) => {
        /// Every limit; each can be given as a flag or in the environment, as `30/min`, `5/h`,
        /// `3/15min`, or `off`.
        #[derive(Args, Clone, Debug)]
        pub struct LimitSettings {$(
            $(#[doc = $what])+
            #[arg(long = $flag, env = $variable, default_value = $usual $(, value_parser = $parser)?)]
            pub $name: $kind,
        )*}

        impl LimitSettings {
            /// Each limit under the name of its variable.
            pub fn list(&self) -> impl Iterator<Item = (&'static str, String)> {
                [$(($variable, self.$name.to_string())),*].into_iter()
            }
        }
    };
}

limits! {
    /// Attempts to sign in, in whatever way, by network
    sign_in: Limit = "30/min", "limit-sign-in", "ALSFRS_LIMIT_SIGN_IN";

    /// Failures to prove who one is, by account, after which each further one locks for longer
    guesses: u16 = "10", "limit-guesses", "ALSFRS_LIMIT_GUESSES", clap::value_parser!(u16).range(1..);

    /// Failures in a row, by account, after which a password opens nothing until it is reset
    failures: u16 = "100", "limit-failures", "ALSFRS_LIMIT_FAILURES", clap::value_parser!(u16).range(1..);

    /// Accounts that are signed up, by network
    sign_up: Limit = "5/h", "limit-sign-up", "ALSFRS_LIMIT_SIGN_UP";

    /// Mails that are asked for without signing in, by recipient
    mail: Limit = "3/h", "limit-mail", "ALSFRS_LIMIT_MAIL";

    /// The same, in a day
    mail_of_a_day: Limit = "10/d", "limit-mail-of-a-day", "ALSFRS_LIMIT_MAIL_OF_A_DAY";

    /// The same, by network: at most a tenth of what all together have
    network_mail: Limit = "20/h", "limit-network-mail", "ALSFRS_LIMIT_NETWORK_MAIL";

    /// Invitations, by recipient, from everybody together
    invited: Limit = "3/d", "limit-invited", "ALSFRS_LIMIT_INVITED";

    /// What mails others, such as an invitation, by who does it
    caused_mail: Limit = "30/d", "limit-caused-mail", "ALSFRS_LIMIT_CAUSED_MAIL";

    /// The same, to all recipients together
    all_mail: Limit = "1000/h", "limit-all-mail", "ALSFRS_LIMIT_ALL_MAIL";

    /// Invitations of patients and staff, by the clinic that sends them
    site_mail: Limit = "400/d", "limit-site-mail", "ALSFRS_LIMIT_SITE_MAIL";

    /// Refreshes, by session
    refresh: Limit = "60/h", "limit-refresh", "ALSFRS_LIMIT_REFRESH";

    /// Invitations looked at or accepted, by account
    invitations: Limit = "60/h", "limit-invitations", "ALSFRS_LIMIT_INVITATIONS";

    /// Exports, by account
    exports: Limit = "5/h", "limit-exports", "ALSFRS_LIMIT_EXPORTS";

    /// Links of guests and emergency cards that are tried, by network
    links: Limit = "60/min", "limit-links", "ALSFRS_LIMIT_LINKS";

    /// Requests, by session and instance
    requests: Limit = "600/min", "limit-requests", "ALSFRS_LIMIT_REQUESTS";
}

impl LimitSettings {
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
