//! The policies at hand: those of the library, each read from its pack when it is first asked for, and those that were
//! added at run time.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wengang::pack::{self, Unreadable};
use wengang::{Calendar, Date, Locale, Policy, Summary};

#[cfg(feature = "analysis")]
use crate::results;
use crate::{PolicyNotLoadedError, UnknownPolicyError, unreadable};

const CALENDAR: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/calendar.pack"));

#[wasm_bindgen(module = "/library.js")]
extern "C" {
    fn listed(known: usize) -> Option<String>;
    #[wasm_bindgen(js_name = hashOf)]
    fn hash_of(id: &str) -> Option<String>;
    /// An error of whoever gives it, such as a file that has gone, is thrown as it is.
    #[wasm_bindgen(catch, js_name = packOf)]
    fn pack_of(id: &str) -> Result<Option<Vec<u8>>, JsValue>;
}

/// A policy of the library, as its catalogue has it.
struct Listed<'c> {
    id: &'c str,
    title: [&'c str; 2],
    region: [&'c str; 2],
    audience: &'c str,
    scheme: &'c str,
    claim_year: &'c str,
    effective: [&'c str; 2],
}

impl<'c> Listed<'c> {
    fn summary(&self, locale: Locale) -> Summary<'c> {
        let pick = |[chinese, english]: [&'c str; 2]| locale.pick(chinese, english);
        let [from, to] = self.effective.map(Date::parse);
        Summary {
            id: self.id,
            title: pick(self.title),
            region: pick(self.region),
            audience: self.audience,
            scheme: self.scheme,
            claim_year: self.claim_year.parse().ok(),
            from,
            to,
        }
    }
}

thread_local! {
    static HOLIDAYS: Rc<Calendar> = Rc::new(pack::read_trusted(CALENDAR));

    /// As `library.js` writes it. What JavaScript remembers of it by address stays where it is.
    static CATALOGUE: Cell<&'static str> = const { Cell::new("") };

    /// What has been read of the library.
    static READ: RefCell<Vec<Rc<Policy>>> = const { RefCell::new(Vec::new()) };

    static ADDED: RefCell<Vec<Rc<Policy>>> = const { RefCell::new(Vec::new()) };

    /// Earlier versions of policies, beside the present ones: no list has them.
    #[cfg(feature = "analysis")]
    static EARLIER: RefCell<Vec<Rc<Policy>>> = const { RefCell::new(Vec::new()) };
}

pub(crate) fn calendar() -> Rc<Calendar> {
    HOLIDAYS.with(Rc::clone)
}

fn catalogue() -> Vec<Listed<'static>> {
    let known = entries_in(CATALOGUE.get());
    // A visit that began with one policy has more later.
    let Some(text) = listed(known.len()) else { return known };
    CATALOGUE.set(text.leak());
    entries_in(CATALOGUE.get())
}

fn entries_in(text: &'static str) -> Vec<Listed<'static>> {
    let parts: Vec<_> = text.split('\0').collect();
    let entry = |parts: &[&'static str]| match *parts {
        [id, zh, en, region_zh, region_en, audience, scheme, claim_year, from, to] => {
            Some(Listed {
                id,
                title: [zh, en],
                region: [region_zh, region_en],
                audience,
                scheme,
                claim_year,
                effective: [from, to],
            })
        }
        _ => None,
    };
    parts.chunks(10).filter_map(entry).collect()
}

/// Makes use of a line for each policy of the library, or for what was added in its place, then of those that were added
/// beside them; each with whether it was added.
pub(crate) fn summarised<T>(locale: Locale, answer: impl FnOnce(&[(Summary<'_>, bool)]) -> T) -> T {
    let listed = catalogue();
    ADDED.with_borrow(|added| {
        let mut lines: Vec<_> = listed
            .iter()
            .map(|entry| match added.iter().find(|policy| policy.id == entry.id) {
                Some(policy) => (Summary::new(policy, locale), true),
                None => (entry.summary(locale), false),
            })
            .collect();
        let is_listed = |policy: &&Rc<Policy>| listed.iter().any(|entry| entry.id == policy.id);
        let beside = added.iter().filter(|policy| !is_listed(policy));
        lines.extend(beside.map(|policy| (Summary::new(policy, locale), true)));
        answer(&lines)
    })
}

/// All policies that are at hand.
#[cfg(feature = "analysis")]
pub(crate) fn all(locale: Locale) -> Result<Vec<Rc<Policy>>, JsValue> {
    let listed = catalogue();
    let mut policies = Vec::new();
    for entry in &listed {
        policies.extend(at_hand(entry.id, locale)?);
    }
    let beside = ADDED.with_borrow(Clone::clone).into_iter();
    policies.extend(beside.filter(|policy| !listed.iter().any(|entry| entry.id == policy.id)));
    Ok(policies)
}

/// The policy with this id.
pub(crate) fn find(id: &str, locale: Locale) -> Result<Rc<Policy>, JsValue> {
    if let Some(policy) = at_hand(id, locale)? {
        return Ok(policy);
    }
    if hash_of(id).is_none() {
        let message =
            locale.pick(format!("没有编号为“{id}”的政策"), format!("there is no policy “{id}”"));
        return Err(UnknownPolicyError::new(&message, id).into());
    }
    let message = locale.pick(
        format!("政策“{id}”还没有载入：请先调用 load(\"{id}\")"),
        format!("the policy “{id}” is not loaded: await load(\"{id}\") first"),
    );
    Err(PolicyNotLoadedError::new(&message, id).into())
}

fn at_hand(id: &str, locale: Locale) -> Result<Option<Rc<Policy>>, JsValue> {
    let with_id =
        |policies: &Vec<Rc<Policy>>| policies.iter().find(|policy| policy.id == id).cloned();
    let added = ADDED.with_borrow(with_id);
    #[cfg(feature = "analysis")]
    let added = added.or_else(|| EARLIER.with_borrow(with_id));
    if added.is_some() {
        return Ok(added);
    }
    let place =
        READ.with_borrow(|read| match read.binary_search_by(|policy| (*policy.id).cmp(id)) {
            Ok(place) => Ok(read[place].clone()),
            Err(place) => Err(place),
        });
    let place = match place {
        Ok(policy) => return Ok(Some(policy)),
        Err(place) => place,
    };
    let Some(pack) = pack_of(id)? else { return Ok(None) };
    let policy = Rc::new(from_library(id, &pack).map_err(|reason| unreadable(reason, locale))?);
    READ.with_borrow_mut(|read| read.insert(place, policy.clone()));
    Ok(Some(policy))
}

/// The policy in a pack of the library, if it is the very pack that the catalogue lists.
fn from_library(id: &str, pack: &[u8]) -> Result<Policy, Unreadable> {
    #[cfg(feature = "analysis")]
    let policy = pack::read(pack)?;
    // What has the hash that the catalogue gives was checked before it was packed.
    #[cfg(not(feature = "analysis"))]
    let policy = pack::read_known(pack)?;
    let is_listed = policy.id == id && hash_of(id).is_some_and(|hash| hash == pack::hash(pack));
    if is_listed { Ok(policy) } else { Err(Unreadable::Altered) }
}

/// Whether the policy with this id was added at run time.
pub(crate) fn is_added(id: &str) -> bool {
    ADDED.with_borrow(|added| added.iter().any(|policy| policy.id == id))
}

/// Adds a policy in the place of one with its id, or at the end; whether there was one.
#[cfg(feature = "analysis")]
pub(crate) fn add(policy: Policy) -> Result<bool, JsValue> {
    let is_listed = hash_of(&policy.id).is_some();
    let policy = Rc::new(policy);
    let replaced = ADDED.with_borrow_mut(|added| {
        let earlier = added.iter_mut().find(|earlier| earlier.id == policy.id);
        let replaced = is_listed || earlier.is_some();
        match earlier {
            Some(earlier) => *earlier = policy,
            None => added.push(policy),
        }
        replaced
    });
    results::let_go()?;
    Ok(replaced)
}

/// Keeps an earlier version of a policy beside the present one, by the name that it has in the place of an id.
#[cfg(feature = "analysis")]
pub(crate) fn keep_earlier(policy: Policy) -> Result<(), JsValue> {
    EARLIER.with_borrow_mut(|earlier| {
        earlier.retain(|other| other.id != policy.id);
        earlier.push(Rc::new(policy));
    });
    results::let_go()
}

/// Takes a policy that was added away again. That of the library comes back, if there is one.
#[cfg(feature = "add-policy")]
pub(crate) fn remove(id: &str, locale: Locale) -> Result<Option<Summary<'static>>, JsValue> {
    let removed = ADDED.with_borrow_mut(|added| {
        let place = added.iter().position(|policy| policy.id == id)?;
        Some(added.remove(place))
    });
    if removed.is_none() {
        let message = locale
            .pick(format!("没有添加过编号为“{id}”的政策"), format!("no policy “{id}” was added"));
        return Err(UnknownPolicyError::new(&message, id).into());
    }
    results::let_go()?;
    Ok(catalogue().into_iter().find(|entry| entry.id == id).map(|entry| entry.summary(locale)))
}
