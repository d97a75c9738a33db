//! Opens what is stored sealed.

use std::collections::hash_map;
use std::collections::{HashMap, HashSet};

use super::{Author, Version, Versioned};
use crate::access::{self, Access, Guest, PatientKey, Read, Relation, Role, SealedName};
use crate::platform::db::{Conn, DbError, DbResult};
use crate::platform::ids::AccountId;
use crate::platform::vault::DataKey;

/// A version as it is stored.
pub trait Row<T: Versioned> {
    /// Who recorded it, and as what.
    fn recorded_by(&self) -> (AccountId, i16);

    /// Of which diary it is.
    fn diary(&self) -> PatientKey;

    /// Leaves out what was written in words, so that it is not opened in vain.
    fn forget_words(&mut self);

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

/// The versions that these rows of several diaries make, by diary and in the order of the rows, for who is told no
/// names and is shown words `with_words` alone.
pub fn nameless<T: Versioned, S: Row<T>>(
    conn: &mut Conn,
    diaries: &[&Access<Read>],
    rows: Vec<S>,
    with_words: bool,
) -> DbResult<HashMap<PatientKey, Vec<Version<T>>>> {
    let authors: HashSet<AccountId> = rows.iter().map(|row| row.recorded_by().0).collect();
    let roles = access::roles_of(conn, authors)?;
    let mut keys = HashMap::new();
    for access in diaries {
        keys.insert(access.key(), (access.data_key()?, access.shows_words()));
    }
    let mut found: HashMap<PatientKey, Vec<Version<T>>> = HashMap::new();
    for mut row in rows {
        let (diary, (account, relation)) = (row.diary(), row.recorded_by());
        let corrupt = || DbError::corrupt("author", account);
        let Some((key, shows_words)) = keys.get(&diary) else {
            continue;
        };
        if !(with_words && *shows_words) {
            row.forget_words();
        }
        let author = Author {
            account,
            guest: None,
            display_name: String::new(),
            relation: Relation::from_code(relation).ok_or_else(corrupt)?,
            role: *roles.get(&account).ok_or_else(corrupt)?,
        };
        let author = author.or(row.guest(key)?, false);
        let version = row.into_version((key, None), author, *shows_words)?;
        found.entry(diary).or_default().push(version);
    }
    Ok(found)
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
