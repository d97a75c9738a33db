//! Which things changed in a diary after a place, before what they say is looked up.

use chrono::NaiveDate;

use super::model::Place;
use crate::access::{Access, Inspect, Read, Summary};
use crate::circle::{self, ChangedMember};
use crate::clinical::Week;
use crate::diary;
use crate::patients;
use crate::platform::db::Conn;
use crate::platform::http::HttpResult;
use crate::platform::ids::RecordId;
use crate::treatments;
use crate::trends;

/// Something that changed, before what it says is looked up.
pub enum Head {
    /// The diary itself.
    Diary,
    /// The facts about the patient.
    Facts(Box<patients::Facts>),
    /// A member of the circle.
    Member(Box<ChangedMember>),
    /// A week.
    Week(Week),
    /// A dated record.
    Record(RecordId),
    /// A rating of the clinic, and its day.
    Rating(RecordId, NaiveDate),
    /// That people know of a flag.
    Known(Box<trends::Known>),
}

/// What stands where in the order.
type Heads = Vec<(Place, Head)>;

/// What changed after `since`, in order.
pub fn heads(conn: &mut Conn, access: &Access<Summary>, since: Place) -> HttpResult<Heads> {
    // What else was changed with the last change may still be to come.
    let after = if since.is_whole() {
        since.number
    } else {
        since.number - 1
    };
    let mut found = Vec::new();
    if let Some(acting) = access.also::<Inspect>() {
        of_the_patient(conn, &acting, after, &mut found)?;
    }
    own(conn, access, &mut found)?;
    if let Some(reading) = access.also::<Read>() {
        recorded(conn, &reading, after, &mut found)?;
    }
    if access.sees_flags() {
        for known in trends::known(conn, access)? {
            let place = place(known.change, 7, known.flag.0.into_bytes());
            found.push((place, Head::Known(known.into())));
        }
    }
    found.retain(|(place, _)| *place > since);
    found.sort_by_key(|(place, _)| *place);
    Ok(found)
}

fn place(number: i64, rank: u8, key: [u8; 16]) -> Place {
    Place {
        number,
        within: (rank, key),
    }
}

/// Facts and circle: for the patient and who acts for them.
fn of_the_patient(
    conn: &mut Conn,
    access: &Access<Inspect>,
    after: i64,
    found: &mut Heads,
) -> HttpResult<()> {
    let facts = patients::facts(conn, access)?;
    found.push((place(facts.change, 1, [0; 16]), Head::Facts(facts.into())));
    for member in circle::changed(conn, access, after)? {
        // No copy holds those who went before one came.
        if member.member.is_some() || after > Place::BEGINNING.number {
            let place = place(member.change, 2, member.account.0.into_bytes());
            found.push((place, Head::Member(member.into())));
        }
    }
    Ok(())
}

/// The diary as the caller may see it, and their own place in the circle.
fn own(conn: &mut Conn, access: &Access<Summary>, found: &mut Heads) -> HttpResult<()> {
    let mut changed = patients::diary_changed(conn, access)?;
    if let Some(own) = circle::member(conn, access, access.by())? {
        changed = changed.max(own.change);
        if !access.standing().acts() {
            let place = place(own.change, 2, own.account.0.into_bytes());
            let member = ChangedMember {
                account: own.account,
                change: own.change,
                member: Some(own),
            };
            found.push((place, Head::Member(member.into())));
        }
    }
    found.push((place(changed, 0, [0; 16]), Head::Diary));
    Ok(())
}

/// Weeks and dated records; what belongs to a treatment after it.
fn recorded(
    conn: &mut Conn,
    access: &Access<Read>,
    after: i64,
    found: &mut Heads,
) -> HttpResult<()> {
    for (number, week) in diary::changed(conn, access, after)? {
        let place = place(
            number,
            3,
            u128::from(week.number().unsigned_abs()).to_be_bytes(),
        );
        found.push((place, Head::Week(week)));
    }
    for record in treatments::changed(conn, access, after)? {
        let place = place(record.change, 4 + record.depth, record.id.0.into_bytes());
        let head = match record.rating_of {
            Some(day) => Head::Rating(record.id, day),
            None => Head::Record(record.id),
        };
        found.push((place, head));
    }
    Ok(())
}
