//! Opens what is stored sealed.

use std::collections::HashMap;
use std::collections::hash_map;

use super::{Author, Version, Versioned};
use crate::access::{Access, Guest, Relation, Role, SealedName};
use crate::platform::db::{DbError, DbResult};
use crate::platform::ids::AccountId;
use crate::platform::vault::DataKey;

/// A version as it is stored.
pub trait Row<T: Versioned> {
    /// Who recorded it, and as what.
    fn recorded_by(&self) -> (AccountId, i16);

    /// The guest who recorded it with a link of that account, where it was one.
    fn guest(&self, _: &DataKey) -> DbResult<Option<Guest>> {
        Ok(None)
    }

    /// The version, by what the keys of the diary and of the author open of it.
    fn into_version(
        self,
        keys: (&DataKey, Option<&DataKey>),
        author: Author,
        shows_words: bool,
    ) -> DbResult<Version<T>>;
}

/// The versions that these rows make, each with the name and the role of its author. A diary has few
/// authors: each name is opened once.
pub fn opened<T: Versioned, S: Row<T>, R>(
    access: &Access<R>,
    rows: impl IntoIterator<Item = (S, SealedName, i16)>,
) -> DbResult<Vec<Version<T>>> {
    let mut rows = rows.into_iter().peekable();
    if rows.peek().is_none() {
        return Ok(Vec::new());
    }
    let key = access.data_key()?;
    let mut names = HashMap::new();
    rows.map(|(row, sealed, role)| {
        let (account, relation) = row.recorded_by();
        let corrupt = || DbError::corrupt("author", account);
        let (name, own) = match names.entry(account) {
            hash_map::Entry::Occupied(known) => known.into_mut(),
            hash_map::Entry::Vacant(new) => {
                let own = sealed.key(access.who().vault(), account)?;
                let name = if access.shows_names() {
                    sealed.open_with(own.as_ref(), account)?
                } else {
                    String::new()
                };
                new.insert((name, own))
            }
        };
        let author = Author {
            account,
            guest: None,
            display_name: name.clone(),
            relation: Relation::from_code(relation).ok_or_else(corrupt)?,
            role: Role::from_code(role).ok_or_else(corrupt)?,
        };
        let author = author.or(row.guest(&key)?, access.shows_names());
        row.into_version((&key, own.as_ref()), author, access.shows_words())
    })
    .collect()
}

/// The same versions for their reader: one who is not shown words is told nothing of a version that only
/// changed these, but when and by which author the rest was said. `first` finds the earliest of the earlier
/// versions with a [`shown_revision`](Version::shown_revision).
pub fn as_shown<T: Versioned, R>(
    access: &Access<R>,
    mut versions: Vec<Version<T>>,
    mut first: impl FnMut(T::Key, i32) -> DbResult<Option<Version<T>>>,
) -> DbResult<Vec<Version<T>>> {
    if !access.shows_words() {
        for version in &mut versions {
            if version.shown_revision < version.revision
                && let Some(first) = first(version.key, version.shown_revision)?
            {
                version.told_as(first);
            }
        }
    }
    Ok(versions)
}

/// The caller, as the author of what is written now.
pub fn own_author<R>(access: &Access<R>) -> DbResult<Author> {
    let guest = access.guest();
    let author = Author {
        account: access.by(),
        guest: None,
        display_name: guest.map_or_else(|| access.own_name(), |_| Ok(String::new()))?,
        relation: access.standing().relation(),
        role: access.who().role(),
    };
    Ok(author.or(guest.cloned(), true))
}
