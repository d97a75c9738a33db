//! Who follows a diary: everybody in the circle, and the clinician who coordinates the care, as they are let in now.

use super::model::{Choice, Person};
use super::store::choices;
use crate::access::{self, Access, Relation, Right, Role, Standing};
use crate::accounts;
use crate::circle;
use crate::clinic;
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::AccountId;

/// All of them, in the order in which they are told where no one before answered: who coordinates the care, the
/// trustee, and then the longest in the circle.
pub fn people(conn: &mut Conn, access: &Access<impl Right>) -> DbResult<Vec<Person>> {
    let chosen = choices::of_diary(conn, access.key())?;
    let mut people: Vec<Person> = Vec::new();
    for member in access::followers(conn, access)? {
        let row = chosen.get(&member.account);
        let own = row.filter(|row| row.chosen_at >= member.since);
        people.push(Person {
            account: member.account,
            relation: member.standing.relation(),
            sees_flags: member.sees_flags(),
            choice: own.map_or_else(Choice::nothing, |row| row.choice.clone()),
            chosen_at: own.map_or(member.since, |row| row.chosen_at),
            is_muted: row.is_some_and(|row| row.is_muted),
        });
    }
    if let Some(trustee) = circle::chosen(conn, access)? {
        to_the_front(&mut people, trustee.account);
    }
    let Some((coordinator, since)) = clinic::coordinator_of(conn, access)? else {
        return Ok(people);
    };
    let is_let_in =
        access.lets_in(Role::Clinician) && accounts::active_zone(conn, coordinator)?.is_some();
    if !is_let_in {
        return Ok(people);
    }
    if let Some(member) = people.iter_mut().find(|one| one.account == coordinator) {
        // Those who treat read entries.
        member.sees_flags = true;
    } else {
        let row = chosen.get(&coordinator);
        let own = row.filter(|row| row.chosen_at >= since);
        people.push(Person {
            account: coordinator,
            relation: Relation::Clinician,
            sees_flags: true,
            choice: own.map_or_else(Choice::nothing, |row| row.choice.clone()),
            chosen_at: own.map_or(since, |row| row.chosen_at),
            is_muted: row.is_some_and(|row| row.is_muted),
        });
    }
    to_the_front(&mut people, coordinator);
    Ok(people)
}

fn to_the_front(people: &mut [Person], account: AccountId) {
    if let Some(place) = people.iter().position(|one| one.account == account)
        && let Some(first) = people.get_mut(..=place)
    {
        first.rotate_right(1);
    }
}

/// One of them.
pub fn person(
    conn: &mut Conn,
    access: &Access<impl Right>,
    account: AccountId,
) -> DbResult<Option<Person>> {
    let people = people(conn, access)?;
    Ok(people.into_iter().find(|one| one.account == account))
}

/// Whether the caller treats the patient without having been let into the circle.
pub fn is_of_clinic(access: &Access<impl Right>) -> bool {
    matches!(
        access.standing(),
        Standing::Clinic(_) | Standing::Program(_)
    )
}
