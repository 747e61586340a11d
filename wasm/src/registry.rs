//! The policies at hand. Each is unpacked when it is first asked for.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wengang::{Calendar, Locale, Policy, Texts};

use crate::UnknownPolicyError;
#[cfg(feature = "add-policy")]
use crate::results;

/// Written by the build script, from files that passed all checks.
const EMBEDDED: &[(&str, &[u8])] = &include!(concat!(env!("OUT_DIR"), "/policies.rs"));

const CALENDAR: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/calendar.bin"));

const TEXTS: &str = include_str!(concat!(env!("OUT_DIR"), "/texts.txt"));

const TEXT_LENGTHS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/texts.bin"));

struct Entry {
    id: String,
    /// Empty for a policy that was added at run time.
    packed: &'static [u8],
    policy: OnceCell<Rc<Policy>>,
}

impl Entry {
    fn policy(&self) -> Rc<Policy> {
        self.policy.get_or_init(|| SHARED.with(|texts| Rc::new(texts.unpack(self.packed)))).clone()
    }
}

thread_local! {
    /// The texts of all embedded policies.
    static SHARED: Texts = Texts::new(TEXTS, TEXT_LENGTHS);

    static HOLIDAYS: Rc<Calendar> = SHARED.with(|texts| Rc::new(texts.unpack(CALENDAR)));

    static ENTRIES: RefCell<Vec<Entry>> = RefCell::new(
        EMBEDDED
            .iter()
            .map(|(id, packed)| Entry { id: (*id).to_owned(), packed, policy: OnceCell::new() })
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
pub(crate) fn find(id: &JsValue, locale: Locale) -> Result<Rc<Policy>, JsValue> {
    let id = id.as_string().unwrap_or_default();
    let found = ENTRIES
        .with_borrow(|entries| entries.iter().find(|entry| entry.id == id).map(Entry::policy));
    found.ok_or_else(|| {
        let message =
            locale.pick(format!("没有编号为“{id}”的政策"), format!("there is no policy “{id}”"));
        UnknownPolicyError::new(&message, &id).into()
    })
}

/// Adds a policy in the place of one with its id, or at the end.
#[cfg(feature = "add-policy")]
pub(crate) fn add(policy: Policy) -> Result<(), JsValue> {
    let id = policy.id.clone();
    let entry = Entry { id, packed: &[], policy: OnceCell::from(Rc::new(policy)) };
    ENTRIES.with_borrow_mut(|entries| {
        match entries.iter_mut().find(|known| known.id == entry.id) {
            Some(known) => *known = entry,
            None => entries.push(entry),
        }
    });
    results::forget()
}
