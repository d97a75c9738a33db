//! What is sent, and what becomes of it.

use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use zeroize::Zeroizing;

use super::way::Way;
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::RowId;

/// A message that this process sends now.
pub struct Outgoing {
    /// Its name, the same whenever it is sent.
    pub id: RowId,
    /// Counts who took it: what an earlier one says of it is not believed.
    pub(super) fence: i32,
    /// How often it was tried before.
    pub attempts: i16,
    /// Whether it is not tried again after this.
    pub is_last: bool,
    /// `None` when it does not open.
    pub content: Option<Zeroizing<Vec<u8>>>,
}

/// A message by what says that this process holds it.
#[derive(Clone, Copy)]
pub(super) struct Held {
    pub(super) id: RowId,
    pub(super) fence: i32,
}

impl Outgoing {
    pub(super) fn held(&self) -> Held {
        Held {
            id: self.id,
            fence: self.fence,
        }
    }
}

/// What else is written when a message is over, in the same transaction. It may run twice, and only the last counts.
pub type Act = Arc<dyn Fn(&mut Conn) -> DbResult<()> + Send + Sync>;

/// What became of a message.
pub enum Outcome {
    /// It is out, or its receiver is gone.
    Over,
    /// It does not go on this way, and this is done instead.
    Instead(Act),
    /// It is tried again, unless that was the last time.
    Failed(Failure),
}

/// Why a message did not go out.
pub struct Failure {
    /// What kind of failure, for the log: a server's own words often quote the recipient.
    pub why: &'static str,
    /// The server said to wait for so long.
    pub after: Option<TimeDelta>,
    /// It is about the server and not about this message: the others need not be tried now.
    pub is_of_the_server: bool,
}

impl Failure {
    /// A failure of this message.
    pub fn of_this_one(why: &'static str) -> Self {
        Self {
            why,
            after: None,
            is_of_the_server: false,
        }
    }
}

/// Who sends on a way.
pub trait Deliver: Sync {
    /// Which.
    const WAY: Way;
    /// How many are sent at once.
    const AT_ONCE: usize;

    /// How long one takes at the most.
    fn longest(&self) -> Duration;

    /// Sends it.
    fn deliver(&self, message: &Outgoing) -> impl Future<Output = Outcome> + Send;
}
