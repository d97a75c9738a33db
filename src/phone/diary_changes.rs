//! What changed in one diary after a place, as its reader may see it.

use super::heads::{Head, heads};
use super::model::{Change, Feed, Place, Position};
use super::shown::shown;
use crate::access::{Access, Inspect, Read, Summary};
use crate::platform::db::Conn;
use crate::platform::http::HttpResult;

/// That the diary is closed, which comes with time alone. It takes nothing from its reader: the diary says it.
const CLOSED: u8 = 1 << 4;

/// Which parts of a diary its reader sees, whether they see words, and whether it is closed: in seven bits.
pub fn view<R>(access: &Access<R>) -> u8 {
    [
        access.also::<Read>().is_some(),
        access.also::<Inspect>().is_some(),
        access.shows_words(),
        access.sees_flags(),
        access.is_closed(),
    ]
    .into_iter()
    .rev()
    .fold(0, |bits, bit| bits << 1 | u8::from(bit))
}

/// Adds to `feed` what changed in a diary after `since`, at most `room` changes, and how far that goes.
///
/// A reader who is shown other parts than before begins anew, with an order to delete the rest.
pub fn go_on(
    conn: &mut Conn,
    access: &Access<Summary>,
    since: Option<Position>,
    room: usize,
    feed: &mut Feed,
) -> HttpResult<()> {
    let (patient, view) = (access.patient(), view(access));
    let mut place = Place::BEGINNING;
    let mut room = room;
    let mut is_told_again = false;
    match since {
        Some(since) if since.view & !CLOSED == view & !CLOSED => {
            place = since.place;
            is_told_again = since.view != view;
        }
        Some(_) => {
            feed.changes.push(Change::purge(patient));
            room = room.saturating_sub(1);
        }
        None => {}
    }
    let mut heads = heads(conn, access, place)?;
    if is_told_again && !heads.iter().any(|(_, head)| matches!(head, Head::Diary)) {
        heads.insert(0, (place, Head::Diary));
    }
    let following = heads.get(room).map(|(place, _)| place.number);
    heads.truncate(room);
    let reached = heads.last().map_or(place, |(place, _)| *place);
    let next = match following {
        None => end(access, reached),
        Some(number) if number > reached.number => Place::after(reached.number),
        Some(_) => reached,
    };
    feed.more |= following.is_some();
    feed.positions
        .insert(patient, Position { view, place: next });
    if !heads.is_empty() {
        feed.told.push((patient, access.standing().is_patient()));
    }
    feed.changes.extend(shown(conn, access, heads)?);
    Ok(())
}

/// Where one stands who was told of everything up to `reached`. The patient and who acts for them stand at the last change,
/// so that asking again costs nothing; others where the last stands that they see, so that what they are not told of moves nothing.
fn end<R>(access: &Access<R>, reached: Place) -> Place {
    if access.standing().acts() {
        Place::after(access.last_change().max(reached.number))
    } else {
        Place::after(reached.number)
    }
}
