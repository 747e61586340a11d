//! The policies at hand. Each of those that are built in is read from its pack when it is first asked for.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wengang::{Calendar, Locale, Policy, pack};

use crate::{UnknownPolicyError, results};

/// Written by the build script, from files that passed all checks.
const EMBEDDED: &[(&str, &[u8])] = &include!(concat!(env!("OUT_DIR"), "/policies.rs"));

const CALENDAR: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/calendar.pack"));

struct Entry {
    id: String,
    /// The pack that is built in; empty where there is none with this id.
    pack: &'static [u8],
    policy: OnceCell<Rc<Policy>>,
    /// Whether it was added at run time, perhaps in the place of the one that is built in.
    is_added: bool,
}

impl Entry {
    fn policy(&self) -> Rc<Policy> {
        self.policy.get_or_init(|| Rc::new(pack::read_trusted(self.pack))).clone()
    }
}

thread_local! {
    static HOLIDAYS: Rc<Calendar> = Rc::new(pack::read_trusted(CALENDAR));

    static ENTRIES: RefCell<Vec<Entry>> = RefCell::new(
        EMBEDDED
            .iter()
            .map(|(id, pack)| Entry {
                id: (*id).to_owned(),
                pack,
                policy: OnceCell::new(),
                is_added: false,
            })
            .collect(),
    );
}

pub(crate) fn calendar() -> Rc<Calendar> {
    HOLIDAYS.with(Rc::clone)
}

pub(crate) fn all() -> Vec<Rc<Policy>> {
    ENTRIES.with_borrow(|entries| entries.iter().map(Entry::policy).collect())
}

/// The policy with this id.
pub(crate) fn find(id: &str, locale: Locale) -> Result<Rc<Policy>, JsValue> {
    let found = ENTRIES
        .with_borrow(|entries| entries.iter().find(|entry| entry.id == id).map(Entry::policy));
    found.ok_or_else(|| {
        let message =
            locale.pick(format!("没有编号为“{id}”的政策"), format!("there is no policy “{id}”"));
        UnknownPolicyError::new(&message, id).into()
    })
}

/// Whether the policy with this id was added at run time.
pub(crate) fn is_added(id: &str) -> bool {
    ENTRIES.with_borrow(|entries| entries.iter().any(|entry| entry.id == id && entry.is_added))
}

/// Adds a policy in the place of one with its id, or at the end; whether there was one.
pub(crate) fn add(policy: Policy) -> Result<bool, JsValue> {
    let id = policy.id.clone();
    let policy = OnceCell::from(Rc::new(policy));
    let replaced = ENTRIES.with_borrow_mut(|entries| {
        let known = entries.iter_mut().find(|known| known.id == id);
        let replaced = known.is_some();
        match known {
            Some(known) => (known.policy, known.is_added) = (policy, true),
            None => entries.push(Entry { id, pack: &[], policy, is_added: true }),
        }
        replaced
    });
    results::forget()?;
    Ok(replaced)
}

/// Takes a policy that was added away again. The one that is built in comes back, if there is one.
#[cfg(feature = "add-policy")]
pub(crate) fn remove(id: &str, locale: Locale) -> Result<Option<Rc<Policy>>, JsValue> {
    let left = ENTRIES.with_borrow_mut(|entries| {
        let place = entries.iter().position(|entry| entry.id == id && entry.is_added)?;
        if entries[place].pack.is_empty() {
            entries.remove(place);
            return Some(None);
        }
        let entry = &mut entries[place];
        (entry.policy, entry.is_added) = (OnceCell::new(), false);
        Some(Some(entry.policy()))
    });
    let left = left.ok_or_else(|| {
        let message = locale
            .pick(format!("没有添加过编号为“{id}”的政策"), format!("no policy “{id}” was added"));
        JsValue::from(UnknownPolicyError::new(&message, id))
    })?;
    results::forget()?;
    Ok(left)
}
