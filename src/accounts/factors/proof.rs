//! A code that a person typed as their second factor: from an app, or from the paper.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::recovery_code::RecoveryCode;
use super::{letters, recovery_codes, totp_factors};
use crate::accounts::model::Account;
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::{Conn, DbResult};
use crate::platform::limit::Way;
use crate::platform::mail;

/// What a person typed.
pub enum TypedCode {
    /// Six digits.
    OneTime(String),
    /// One of those that were written down.
    Recovery(RecoveryCode),
    /// What can be neither.
    Neither,
}

impl TypedCode {
    /// Reads it: spaces between the digits do not matter.
    pub fn read(text: &str) -> Self {
        let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_digit()) {
            return Self::OneTime(digits);
        }
        RecoveryCode::typed(text).map_or(Self::Neither, Self::Recovery)
    }

    /// In what way it proves who its owner is.
    pub fn way(&self) -> Way {
        match self {
            Self::OneTime(_) | Self::Neither => Way::OneTimeCode,
            Self::Recovery(_) => Way::RecoveryCode,
        }
    }
}

/// Uses the code up, for `account`; `false` when it is wrong, or was used already.
pub fn prove(
    conn: &mut Conn,
    app: &App,
    account: &Account,
    typed: &TypedCode,
    now: DateTime<Utc>,
) -> DbResult<bool> {
    match typed {
        TypedCode::OneTime(digits) => one_time(conn, app, account, digits, now),
        TypedCode::Recovery(code) => recovery(conn, app, account, code, now),
        TypedCode::Neither => Ok(false),
    }
}

fn one_time(
    conn: &mut Conn,
    app: &App,
    account: &Account,
    digits: &str,
    now: DateTime<Utc>,
) -> DbResult<bool> {
    let Some(factor) = totp_factors::confirmed(conn, app, account.id)? else {
        return Ok(false);
    };
    match factor.seed.step_of(digits, now) {
        Some(step) => totp_factors::use_up(conn, &factor, step),
        None => Ok(false),
    }
}

fn recovery(
    conn: &mut Conn,
    app: &App,
    account: &Account,
    code: &RecoveryCode,
    now: DateTime<Utc>,
) -> DbResult<bool> {
    if !recovery_codes::use_up(conn, app, account.id, code, now)? {
        return Ok(false);
    }
    let left = recovery_codes::left(conn, account.id)?;
    let letter = letters::recovery_code_used(&account.person.recipient(), left);
    mail::enqueue(conn, &app.vault, now, &letter)?;
    let detail = json!({ "number": code.number() });
    audit::record_for(
        conn,
        account.id,
        None,
        now,
        Action::RecoveryCodeUsed,
        &detail,
    )?;
    Ok(true)
}
