//! A device asks to be told what its person wants to hear there.

use super::model::{NewSubscription, Subscription, Target};
use super::refusal::Refusal;
use super::store;
use crate::access::SignedIn;
use crate::platform::App;
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::SubscriptionId;
use crate::platform::secret::same;

/// The subscription of the caller's session, made, renewed or changed; and whether it is new. A device that another
/// account had is taken over by who shows that they have it in hand.
pub fn subscribe(
    conn: &mut Conn,
    app: &App,
    who: &SignedIn,
    new: &NewSubscription,
) -> DbResult<Result<(Subscription, bool), Refusal>> {
    let push_key = match (&new.target, &new.subscribed_to) {
        (Target::Bridge { .. }, _) if app.webhook.is_none() => return Ok(Err(Refusal::NoBridge)),
        (Target::Bridge { .. }, _) => Some(0),
        (Target::Web { .. }, None) => app.keys.push_key(who.at()).map(|(number, _)| number),
        (Target::Web { .. }, Some(public)) => {
            let keys = app.keys.push.get();
            let mut known = keys.iter().filter(|key| key.public == *public);
            known.next().map(|key| key.number)
        }
    };
    let Some(push_key) = push_key else {
        return Ok(Err(Refusal::OtherKey));
    };
    let known = store::known(conn, who.vault(), &new.target)?;
    if let Some((owner, before)) = &known
        && *owner != who.account()
        && !is_in_hand(&before.target, &new.target)
    {
        return Ok(Err(Refusal::DeviceTaken));
    }
    let own =
        known.filter(|(owner, before)| *owner == who.account() && before.session == who.session());
    let (id, created_at) = match &own {
        Some((_, before)) => (before.id, before.created_at),
        None => (app.ids.next::<SubscriptionId>(), who.at()),
    };
    store::make_way(conn, who, &new.target)?;
    if !store::add(conn, who, (id, created_at), &new.target, push_key)? {
        return Ok(Err(Refusal::DeviceTaken));
    }
    let subscription = Subscription {
        id,
        session: who.session(),
        target: new.target.clone(),
        push_key,
        created_at,
        renewed_at: who.at(),
    };
    Ok(Ok((subscription, own.is_none())))
}

/// Whether who names a device as `now` has it: an address of a push service may have been seen by others, the secret of
/// the browser not.
fn is_in_hand(before: &Target, now: &Target) -> bool {
    match (before, now) {
        (Target::Web { auth: known, .. }, Target::Web { auth: shown, .. }) => same(known, shown),
        (Target::Bridge { .. }, Target::Bridge { .. }) => true,
        (Target::Web { .. }, Target::Bridge { .. })
        | (Target::Bridge { .. }, Target::Web { .. }) => false,
    }
}
