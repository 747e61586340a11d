//! `pack` and `catalogue`.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use wengang::pack;

use super::{folder, json, text, wengang};

const SIZE: &str = "policies/national/enterprise-size.toml";
const EXAMPLE: &str = "tests/mistakes/none.toml";

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn pack_of_example(folder: &Path) -> String {
    let is_it = |name: &String| {
        name.starts_with("example.") && Path::new(name).extension() == Some("pack".as_ref())
    };
    names(folder).into_iter().find(is_it).unwrap()
}

fn catalogue(folder: &Path) -> Value {
    serde_json::from_slice(&fs::read(folder.join("catalogue.json")).unwrap()).unwrap()
}

#[test]
fn a_pack_is_named_by_its_hash_and_listed_with_what_it_is() {
    let folder = folder("pack-named");
    let path = folder.to_str().unwrap();
    let output = wengang(&["pack", "--json", EXAMPLE, "-o", path], "");
    assert!(output.status.success(), "{output:?}");
    let [_, name, entry] = names(&folder).try_into().unwrap();
    assert_eq!(entry, "example.entry.json");
    // The list of one policy, which a link needs no more of.
    let files = ["catalogue.json", &entry].map(|file| fs::read(folder.join(file)).unwrap());
    assert_eq!(files[0], files[1]);
    let bytes = fs::read(folder.join(&name)).unwrap();
    let hash = pack::hash(&bytes);
    assert_eq!(name, format!("example.{}.pack", &hash[..16]));
    let written = [&name, "catalogue.json"].map(|name| format!("{path}/{name}"));
    assert_eq!(json(&output), json!({ "written": written, "removed": [], "earlier": [] }));
    let policy = pack::read(&bytes).unwrap();
    assert_eq!(
        catalogue(&folder),
        json!({ "format": 3, "policies": [{
            "id": "example",
            "title": { "zh": "例子", "en": "Example" },
            "region": { "zh": "某市", "en": "Somewhere" },
            "summary": { "zh": "例子", "en": "Example" },
            "keywords": [],
            "claimYear": null,
            "scheme": "example",
            "audience": "employer",
            "effective": { "from": null, "to": null },
            "version": policy.version,
            "hash": hash,
            "bytes": bytes.len(),
            "file": name,
        }] })
    );
}

#[test]
fn packs_that_are_there_are_listed_too_and_an_earlier_version_is_laid_aside() {
    let folder = folder("pack-again");
    let path = folder.to_str().unwrap();
    let ids = || -> Vec<_> {
        let policies = catalogue(&folder)["policies"].as_array().unwrap().clone();
        policies.iter().map(|policy| policy["id"].as_str().unwrap().to_owned()).collect()
    };
    wengang(&["pack", SIZE, "-o", path], "");
    let output = wengang(&["pack", EXAMPLE, "-o", path], "");
    assert!(text(&output.stdout).starts_with("已写入 "), "{output:?}");
    assert_eq!(ids(), ["example", "national-enterprise-size"]);
    let before = names(&folder);

    // The same again, and then another version.
    let output = wengang(&["pack", EXAMPLE, "-o", path], "");
    assert!(output.status.success() && names(&folder) == before, "{output:?}");
    let changed = changed_example(&folder);
    let output = wengang(&["pack", "--locale", "en", changed.to_str().unwrap(), "-o", path], "");
    assert!(text(&output.stdout).contains("kept the earlier "), "{output:?}");
    fs::remove_file(changed).unwrap();
    assert_eq!(ids(), ["example", "national-enterprise-size"]);
    // With the folder of what is laid aside.
    assert_eq!(names(&folder).len(), 6);
    assert!(names(&folder) != before);

    let listed = catalogue(&folder);
    fs::remove_file(folder.join("catalogue.json")).unwrap();
    let output = wengang(&["catalogue", path], "");
    assert!(output.status.success(), "{output:?}");
    assert_eq!(catalogue(&folder), listed);

    // One that is taken away takes its line with it, and what was compressed from that.
    fs::remove_file(folder.join(pack_of_example(&folder))).unwrap();
    fs::write(folder.join("example.entry.json.br"), "").unwrap();
    wengang(&["catalogue", path], "");
    assert_eq!(ids(), ["national-enterprise-size"]);
    let [_, earlier, _, entry] = names(&folder).try_into().unwrap();
    assert_eq!(earlier, "earlier");
    assert_eq!(entry, "national-enterprise-size.entry.json");
}

/// The example with another figure.
fn changed_example(folder: &Path) -> PathBuf {
    let source = fs::read_to_string(Path::new("..").join(EXAMPLE)).unwrap();
    let changed = folder.join("changed.toml");
    fs::write(&changed, source.replace("500", "600")).unwrap();
    changed
}

/// What lies in the folder of earlier packs: by name, the policy and what the bytes are.
fn earlier(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let folder = folder.join("earlier");
    names(&folder)
        .into_iter()
        .map(|name| (name.clone(), fs::read(folder.join(name)).unwrap()))
        .collect()
}

#[test]
fn an_earlier_version_goes_by_policy_and_version_and_is_the_very_pack_that_was_published() {
    let folder = folder("pack-earlier");
    let path = folder.to_str().unwrap();
    wengang(&["pack", EXAMPLE, "-o", path], "");
    let name = pack_of_example(&folder);
    let published = fs::read(folder.join(&name)).unwrap();
    let version = pack::read(&published).unwrap().version;
    // A server would go on giving these.
    fs::write(folder.join(format!("{name}.br")), "").unwrap();

    let changed = changed_example(&folder);
    let output = wengang(&["pack", "--json", changed.to_str().unwrap(), "-o", path], "");
    let kept = format!("example.{version}.pack");
    assert_eq!(json(&output)["earlier"], json!([format!("{path}/earlier/{kept}")]));
    assert_eq!(json(&output)["removed"], json!([]));
    assert_eq!(earlier(&folder), [(kept, published.clone())]);
    assert!(!names(&folder).iter().any(|other| other.starts_with(&name)));
    // No list has it.
    assert_eq!(catalogue(&folder)["policies"].as_array().unwrap().len(), 1);
    assert_ne!(catalogue(&folder)["policies"][0]["version"], json!(version));

    // And back: both are there then.
    wengang(&["pack", EXAMPLE, "-o", path], "");
    assert_eq!(earlier(&folder).len(), 2);
    assert_eq!(fs::read(folder.join(pack_of_example(&folder))).unwrap(), published);
}

#[test]
fn the_same_version_in_other_bytes_is_no_earlier_one_and_a_draft_is_none_either() {
    let folder = folder("pack-not-earlier");
    let path = folder.to_str().unwrap();
    wengang(&["pack", EXAMPLE, "-o", path], "");
    let name = pack_of_example(&folder);
    let other = folder.join("example.0123456789abcdef.pack");
    fs::rename(folder.join(&name), &other).unwrap();
    let output = wengang(&["pack", "--json", EXAMPLE, "-o", path], "");
    assert_eq!(json(&output)["removed"], json!([other.to_str().unwrap()]));
    assert!(!folder.join("earlier").exists());

    let source = fs::read_to_string(Path::new("..").join(EXAMPLE)).unwrap();
    let draft = folder.join("draft.toml");
    fs::write(&draft, format!("draft = true\n{source}")).unwrap();
    let drafted = ["pack", "--drafts", draft.to_str().unwrap(), "-o", path];
    assert!(wengang(&drafted, "").status.success());
    let before = earlier(&folder);
    assert_eq!(before.len(), 1);
    wengang(&["pack", "--drafts", EXAMPLE, "-o", path], "");
    assert_eq!(earlier(&folder), before);
}

#[test]
fn what_is_laid_aside_by_hand_is_given_its_name() {
    let folder = folder("pack-by-hand");
    let path = folder.to_str().unwrap();
    wengang(&["pack", EXAMPLE, SIZE, "-o", path], "");
    let name = pack_of_example(&folder);
    let published = fs::read(folder.join(&name)).unwrap();
    let version = pack::read(&published).unwrap().version;
    fs::create_dir(folder.join("earlier")).unwrap();
    fs::rename(folder.join(&name), folder.join("earlier").join(&name)).unwrap();
    assert!(wengang(&["catalogue", path], "").status.success());
    assert_eq!(earlier(&folder), [(format!("example.{version}.pack"), published)]);

    // One that is broken is said to be, and stays.
    fs::write(folder.join("earlier/example.0123456789abcdef.pack"), "no pack").unwrap();
    let output = wengang(&["catalogue", "--json", path], "");
    assert_eq!(json(&output)["unreadable"][0]["reason"], json!("malformed"));
    assert_eq!(earlier(&folder).len(), 2);
}

#[test]
fn a_mistaken_file_leaves_the_folder_as_it_was() {
    let folder = folder("pack-mistaken");
    let path = folder.to_str().unwrap();
    let output = wengang(&["pack", EXAMPLE, "tests/mistakes/unknown-name.toml", "-o", path], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("unknown-name.toml:45:12"), "{output:?}");
    assert_eq!(names(&folder), [""; 0]);
}

#[test]
fn a_broken_pack_is_named_and_the_old_catalogue_stays() {
    let folder = folder("pack-broken");
    let path = folder.to_str().unwrap();
    wengang(&["pack", SIZE, EXAMPLE, "-o", path], "");
    let before = fs::read(folder.join("catalogue.json")).unwrap();
    let example = pack_of_example(&folder);
    let mut bytes = fs::read(folder.join(&example)).unwrap();
    bytes.pop();
    fs::write(folder.join(&example), bytes).unwrap();
    fs::write(folder.join("page.pack"), "<!doctype html>").unwrap();
    for command in [&["catalogue", path][..], &["pack", SIZE, "-o", path]] {
        let output = wengang(&[command, &["--locale", "en", "--json"]].concat(), "");
        assert_eq!(output.status.code(), Some(1));
        let unreadable = [
            (&*example, "truncated", "the pack is incomplete, its end is missing; get it anew"),
            ("page.pack", "malformed", "this is no policy pack"),
        ];
        let unreadable = unreadable.map(|(name, reason, message)| {
            json!({ "path": format!("{path}/{name}"), "reason": reason, "message": message })
        });
        assert_eq!(json(&output), json!({ "unreadable": unreadable }));
        assert_eq!(fs::read(folder.join("catalogue.json")).unwrap(), before);
    }
    let output = wengang(&["catalogue", path], "");
    assert!(text(&output.stderr).contains("page.pack: malformed: 这不是政策包"), "{output:?}");
}

#[test]
fn two_packs_of_one_policy_are_one_too_many() {
    let folder = folder("pack-twice");
    let path = folder.to_str().unwrap();
    wengang(&["pack", EXAMPLE, "-o", path], "");
    fs::copy(folder.join(pack_of_example(&folder)), folder.join("again.pack")).unwrap();
    let output = wengang(&["catalogue", path, "--locale", "en"], "");
    assert_eq!(output.status.code(), Some(1));
    let errors = text(&output.stderr);
    assert!(errors.contains("again.pack") && errors.contains("“example”"), "{errors}");
}

#[test]
fn a_folder_that_is_not_there_is_told_from_a_broken_pack() {
    let output = wengang(&["catalogue", "nowhere"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("nowhere: "), "{output:?}");
    assert_eq!(wengang(&["pack"], "").status.code(), Some(2));
}
