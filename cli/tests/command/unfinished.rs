//! Whatever happens while a file is written, the one that was there stays whole.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Instant;

use super::{folder, text, wengang};

const REFUND: &str = "shanghai-2024-stabilisation-refund";
const HEADING: &str = "单位名称,employerKind,enterpriseSize,paidAsRequired,seriouslyDishonest,\
                       insuredFullYear,insuredAtStart,insuredAtEnd,naturalAttrition,premiumsPaid\n";

/// A register of so many firms.
fn register(rows: usize) -> String {
    let row = |row| {
        format!(
            "第{row}家公司,enterprise,small,true,false,true,{},97,1,12300.00\n",
            100 + row % 900
        )
    };
    HEADING.chars().chain((0..rows).map(row).collect::<String>().chars()).collect()
}

/// What was begun in the place of a file and not finished.
fn leftovers(place: &Path) -> Vec<String> {
    let entries = fs::read_dir(place.parent().unwrap()).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let name = place.file_name().unwrap().to_str().unwrap();
    names.filter(|other| other.starts_with(name) && other.ends_with(".unfinished")).collect()
}

fn batch(input: &Path, output: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wengang"));
    command.current_dir("..").args(["batch", REFUND]).arg(input).arg("-o").arg(output);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Numbers that look random, the same for the same seed.
struct Dice(u64);

impl Dice {
    /// A number below this one.
    fn throw(&mut self, below: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }
}

/// Whether this process was started with interruptions ignored, as `nohup` does; so then is the command.
fn ignores_interruptions() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0);
    // SIGHUP, SIGINT and SIGTERM are 1, 2 and 15.
    ignored & 0b100_0000_0000_0011 != 0
}

/// Runs `batch` and stops it at random moments: `WENGANG_KILLS` times, or some.
#[cfg(unix)]
#[test]
fn a_run_that_is_killed_leaves_the_old_file_or_the_whole_new_one() {
    let kills =
        std::env::var("WENGANG_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(12);
    let folder = folder("killed");
    let (input, output) = (folder.join("firms.csv"), folder.join("results.csv"));
    let register = register(if kills > 50 { 100_000 } else { 5_000 });
    fs::write(&input, &register).unwrap();
    let started = Instant::now();
    assert!(batch(&input, &output).status().unwrap().success());
    let whole_run = started.elapsed();
    let whole = fs::read(&output).unwrap();
    let precious = b"the results of last year\n".repeat(10_000);
    let seed = started.elapsed().as_nanos();
    let mut dice = Dice(u64::try_from(seed).unwrap_or(0));
    let (mut replaced, mut stopped, mut left_over) = (0, 0, 0);
    for kill in 0..kills {
        // Every other time the register is its own result.
        let target = if kill % 2 == 0 { &output } else { &input };
        fs::write(&input, &register).unwrap();
        fs::write(&output, &precious).unwrap();
        let (before, earlier) = (fs::read(target).unwrap(), leftovers(target));
        let mut child = batch(&input, target).spawn().unwrap();
        sleep(whole_run * u32::try_from(dice.throw(1100)).unwrap() / 1000);
        let signal = ["KILL", "TERM", "INT"][kill % 3];
        let sent =
            Command::new("kill").args([&format!("-{signal}"), &child.id().to_string()]).output();
        assert!(sent.is_ok());
        child.wait().unwrap();
        let after = fs::read(target).unwrap();
        let is_new = after == whole;
        assert!(is_new || after == before, "{target:?} after {signal}, seed {seed}, kill {kill}");
        if target == &output {
            assert_eq!(fs::read(&input).unwrap(), register.as_bytes(), "seed {seed}, kill {kill}");
        }
        // A run that is stopped early has not come to removing what one before it left.
        let unfinished: Vec<_> =
            leftovers(target).into_iter().filter(|name| !earlier.contains(name)).collect();
        // What is killed outright cannot tidy up; the next run does.
        assert!(unfinished.len() <= 1, "{unfinished:?}");
        if signal != "KILL" && !ignores_interruptions() {
            assert!(unfinished.is_empty(), "{signal}, seed {seed}, kill {kill}: {unfinished:?}");
        }
        (replaced, stopped) =
            if is_new { (replaced + 1, stopped) } else { (replaced, stopped + 1) };
        left_over += unfinished.len();
    }
    println!(
        "{kills} kills: {stopped} old files kept, {replaced} runs were through; {left_over} unfinished files after KILL"
    );
    for target in [&output, &input] {
        fs::write(&input, &register).unwrap();
        assert!(batch(&input, target).status().unwrap().success());
        assert!(leftovers(target).is_empty());
    }
}

/// Runs `batch` where no file may grow beyond some hundred kilobytes.
#[cfg(unix)]
fn without_room(setting: &str, input: &Path, output: &Path) -> std::process::Output {
    let script = format!("ulimit -f 200; {setting} exec \"$@\"");
    let mut command = Command::new("sh");
    command.current_dir("..").args(["-c", &script, "sh", env!("CARGO_BIN_EXE_wengang")]);
    command.args(["batch", "--locale", "en", REFUND]).arg(input).arg("-o").arg(output);
    command.output().unwrap()
}

#[cfg(unix)]
#[test]
fn no_room_for_the_results_leaves_the_old_ones() {
    let folder = folder("no-room");
    let (input, output) = (folder.join("firms.csv"), folder.join("results.csv"));
    let register = register(3_000);
    fs::write(&input, &register).unwrap();
    for target in [&output, &input] {
        fs::write(&output, "precious\n").unwrap();
        let before = fs::read(target).unwrap();
        // As on a full disk: writing fails.
        let failed = without_room("trap '' XFSZ;", &input, target);
        assert_eq!(failed.status.code(), Some(2), "{failed:?}");
        assert!(
            text(&failed.stderr).contains("the file that was there is as it was"),
            "{failed:?}"
        );
        assert_eq!(fs::read(target).unwrap(), before);
        assert!(leftovers(target).is_empty());
        // As by a watchdog: writing kills.
        assert!(!without_room("", &input, target).status.success());
        assert_eq!(fs::read(target).unwrap(), before);
        assert_eq!(leftovers(target).len(), 1);
    }
    // A place where nothing had been stays empty.
    let fresh = folder.join("fresh.csv");
    assert_eq!(without_room("trap '' XFSZ;", &input, &fresh).status.code(), Some(2));
    assert!(!fresh.exists());
}

#[test]
fn a_run_that_fails_leaves_the_old_results() {
    let folder = folder("failed");
    let (input, output) = (folder.join("firms.csv"), folder.join("results.csv"));
    fs::write(&output, "precious\n").unwrap();
    let late = register(12_000) + "\"never closed\n";
    let undecodable = [register(12_000).as_bytes(), b"\xff\xff\n"].concat();
    for register in [late.as_bytes(), &undecodable, b"noSuchField\n1\n", b"", HEADING.as_bytes()] {
        fs::write(&input, register).unwrap();
        for target in [&output, &input] {
            let before = fs::read(target).unwrap();
            assert!(!batch(&input, target).status().unwrap().success());
            assert_eq!(fs::read(target).unwrap(), before);
            assert!(leftovers(target).is_empty());
        }
    }
}

#[test]
fn what_a_killed_run_left_is_removed_and_what_another_still_writes_is_not() {
    let folder = folder("leftovers");
    let (input, output) = (folder.join("firms.csv"), folder.join("results.csv"));
    fs::write(&input, register(3)).unwrap();
    let names =
        ["results.csv.1-0.unfinished", "results.csv.2-0.unfinished", "other.csv.1-0.unfinished"];
    let [stale, growing, foreign] = names.map(|name| folder.join(name));
    for path in [&stale, &growing, &foreign] {
        fs::write(path, "half").unwrap();
    }
    let still_written = fs::File::open(&growing).unwrap();
    still_written.lock().unwrap();
    assert!(batch(&input, &output).status().unwrap().success());
    assert_eq!((stale.exists(), growing.exists(), foreign.exists()), (false, true, true));
}

#[cfg(unix)]
#[test]
fn permissions_are_kept_and_a_protected_file_is_not_replaced() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder("permissions");
    let (input, output) = (folder.join("firms.csv"), folder.join("results.csv"));
    fs::write(&input, register(3)).unwrap();
    fs::write(&output, "old\n").unwrap();
    fs::set_permissions(&output, fs::Permissions::from_mode(0o640)).unwrap();
    assert!(batch(&input, &output).status().unwrap().success());
    assert_eq!(fs::metadata(&output).unwrap().permissions().mode() & 0o777, 0o640);
    fs::write(&output, "old\n").unwrap();
    fs::set_permissions(&output, fs::Permissions::from_mode(0o440)).unwrap();
    // The superuser may write everywhere.
    let may_write = fs::OpenOptions::new().write(true).open(&output).is_ok();
    assert_eq!(batch(&input, &output).status().unwrap().success(), may_write);
    if !may_write {
        assert_eq!(fs::read_to_string(&output).unwrap(), "old\n");
    }
}

#[cfg(unix)]
#[test]
fn links_that_lead_nowhere_yet_and_what_is_no_file() {
    let folder = folder("no-file");
    let (input, link) = (folder.join("firms.csv"), folder.join("link.csv"));
    fs::write(&input, register(3)).unwrap();
    std::os::unix::fs::symlink("results.csv", &link).unwrap();
    assert!(batch(&input, &link).status().unwrap().success());
    assert!(link.is_symlink() && folder.join("results.csv").is_file());
    std::os::unix::fs::symlink("circle.csv", folder.join("circle.csv")).unwrap();
    for nowhere in ["circle.csv", "no/such/folder.csv", "."] {
        let status = batch(&input, &folder.join(nowhere)).status().unwrap();
        assert_eq!(status.code(), Some(2), "{nowhere}");
    }
    if Path::new("/dev/full").exists() {
        assert_eq!(batch(&input, Path::new("/dev/full")).status().unwrap().code(), Some(2));
        assert!(batch(&input, Path::new("/dev/null")).status().unwrap().success());
    }
}

#[cfg(unix)]
#[test]
fn pages_too_are_written_whole_or_not_at_all() {
    let folder = folder("pages");
    let page = folder.join("page.html");
    fs::write(&page, "precious\n").unwrap();
    let script = "ulimit -f 8; trap '' XFSZ; exec \"$@\"";
    let mut command = Command::new("sh");
    command.current_dir("..").args(["-c", script, "sh", env!("CARGO_BIN_EXE_wengang")]);
    let output = command.args(["doc", REFUND, "-o"]).arg(&page).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert_eq!(fs::read_to_string(&page).unwrap(), "precious\n");
    assert!(wengang(&["doc", REFUND, "-o", page.to_str().unwrap()], "").status.success());
    assert!(fs::read_to_string(&page).unwrap().starts_with("<!DOCTYPE html>"));
}
