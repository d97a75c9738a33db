//! Verifying the audit: that no event was changed, left out, moved, or cut off.

use std::collections::HashMap;

use diesel::prelude::*;

use super::chain::{BEGINNING, Chain, Hash};
use super::checkpoint::{Checkpoint, Head, checkpoints};
use super::cut::Cuts;
use super::finding::Finding;
use super::ledger;
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::AccountId;
use crate::platform::keys::StatementKey;
use crate::platform::secret::to_text;
use crate::schema::{accounts, audit_events, patients};

/// What was looked at, and what is wrong with it.
#[derive(Debug, Default)]
pub struct Verification {
    /// How many events.
    pub events: u64,
    /// How many chains.
    pub chains: usize,
    /// How many signed statements.
    pub checkpoints: usize,
    /// How many events have gone because their time was over.
    pub gone: u64,
    /// What is wrong: of each chain the first event, in the order of the chains.
    pub findings: Vec<Finding>,
}

/// Looks at every event and every statement, and at `others` that were kept elsewhere.
pub fn verify(
    conn: &mut Conn,
    keys: &[StatementKey],
    others: &[Checkpoint],
) -> DbResult<Verification> {
    let mut kept = checkpoints(conn, None, usize::MAX)?;
    kept.reverse();
    let signed = kept.iter().filter(|one| one.is_signed_by(keys));
    let cuts = Cuts::of(signed.filter_map(|one| one.cut.as_ref()));
    let mut verified = Verification {
        gone: cuts.events,
        ..Verification::default()
    };
    let ends = chains(conn, &cuts, &mut verified)?;
    verified.chains = ends.len();
    cut_off(conn, &ends, &mut verified)?;

    let mut before: Option<&Checkpoint> = None;
    for statement in &kept {
        let (number, previous) = before.map_or((1, String::new()), |before| {
            (before.number + 1, before.digest())
        });
        if (statement.number, &statement.previous) != (number, &previous) {
            verified.findings.push(Finding::NotNext(statement.number));
        }
        before = Some(statement);
    }
    let lost = others.iter().filter(|other| !kept.contains(other));
    let lost = lost.map(|other| Finding::NotKept(other.number));
    verified.findings.extend(lost);
    for statement in kept.iter().chain(others) {
        verified.checkpoints += 1;
        if statement.is_signed_by(keys) {
            as_signed(conn, statement, &cuts, &mut verified)?;
        } else {
            verified.findings.push(Finding::NotSigned(statement.number));
        }
    }
    Ok(verified)
}

/// The last event of a chain: its key and its number.
type Ends = HashMap<Chain, (i64, i64)>;

fn chains(conn: &mut Conn, cuts: &Cuts, verified: &mut Verification) -> DbResult<Ends> {
    let mut ends = Ends::new();
    let mut previous: Hash = BEGINNING;
    let mut broken = None;
    let Verification {
        events, findings, ..
    } = verified;
    ledger::walk(conn, |_, chain, seq, row| {
        *events += 1;
        let expected = if let Some((_, last)) = ends.get(&chain) {
            last + 1
        } else {
            let (gone, hash) = cuts.end_of(chain).unwrap_or((0, BEGINNING));
            previous = hash;
            gone + 1
        };
        ends.insert(chain, (row.key, seq));
        let stored = row.hash.as_deref().and_then(|hash| hash.try_into().ok());
        let finding = if seq != expected {
            Some(Finding::Missing {
                event: row.key,
                number: expected,
            })
        } else if stored.is_none() || stored != row.hash_after(&previous) {
            Some(Finding::Changed {
                event: row.key,
                number: seq,
            })
        } else {
            None
        };
        previous = stored.unwrap_or(BEGINNING);
        if let Some(finding) = finding
            && broken != Some(chain)
        {
            broken = Some(chain);
            findings.push(finding);
        }
        Ok(())
    })?;
    Ok(ends)
}

fn cut_off(conn: &mut Conn, ends: &Ends, verified: &mut Verification) -> DbResult<()> {
    let of_patients: Vec<(i64, i64)> = patients::table
        .filter(patients::audit_seq.gt(0))
        .order(patients::key)
        .select((patients::key, patients::audit_seq))
        .load(conn)?;
    let of_accounts: Vec<(AccountId, i64)> = accounts::table
        .filter(accounts::audit_seq.gt(0))
        .order(accounts::id)
        .select((accounts::id, accounts::audit_seq))
        .load(conn)?;
    let counted = of_patients
        .into_iter()
        .map(|(key, should)| (Chain::Patient(key), should))
        .chain(
            of_accounts
                .into_iter()
                .map(|(id, should)| (Chain::Account(id.0), should)),
        );
    for (chain, should) in counted {
        let end = ends.get(&chain);
        let are = end.map_or(0, |(_, number)| *number);
        if are != should {
            let event = end.map(|(event, _)| *event);
            verified
                .findings
                .push(Finding::CutOff { event, should, are });
        }
    }
    Ok(())
}

fn as_signed(
    conn: &mut Conn,
    statement: &Checkpoint,
    cuts: &Cuts,
    verified: &mut Verification,
) -> DbResult<()> {
    for Head { event, hash } in &statement.heads {
        let stored: Option<Option<Vec<u8>>> = audit_events::table
            .find(event)
            .select(audit_events::hash)
            .first(conn)
            .optional()?;
        if stored.is_none() && cuts.took(*event) {
            continue;
        }
        let stored = stored.flatten().map(|hash| to_text(&hash));
        if stored.as_ref() != Some(hash) {
            verified.findings.push(Finding::NotAsSigned {
                event: *event,
                checkpoint: statement.number,
            });
            // The first is enough: what follows it in the same chain fails with it.
            return Ok(());
        }
    }
    Ok(())
}
