//! `wengang site`: what hangs on the policies of a built site: their catalogue, for each a page that is found and read without
//! scripts, the list of these pages, and the map of the site.

use std::path::{Path, PathBuf};

use minijinja::HtmlEscape;
use serde_json::json;
use wengang::{Locale, Policy, Text};

use crate::answer::{Answer, Failure};
use crate::doc::{AnswersOfPlace, QuestionPage};
use crate::faq::{Listed, ListedQuestion};
use crate::library::NATIONWIDE;
use crate::pack::{Pack, broken};
use crate::system::fs;
use crate::{doc, faq, output, pack};

/// The page of the site: the pages of its policies are made of it.
const INDEX: &str = "index.html";
const PACKS: &str = "packs";
const SHEET: &str = "rules.css";
const LIST: &str = "policies.html";
const MAP: &str = "sitemap.xml";
/// The folder of the pages of questions.
const QUESTIONS: &str = "faq";

const LOCALES: [Locale; 2] = [Locale::Chinese, Locale::English];

/// What the page of the site is changed at, by what stands before it.
const LANGUAGE: &str = "<html lang=\"";
const TITLE: &str = "<title>";
const DESCRIPTION: &str = "<meta name=\"description\" content=\"";
const CARD_TITLE: &str = "<meta property=\"og:title\" content=\"";
const CARD_DESCRIPTION: &str = "<meta property=\"og:description\" content=\"";
const CARD_ADDRESS: &str = "<meta property=\"og:url\" content=\"";
const CANONICAL: &str = "<link rel=\"canonical\" href=\"";
const ICON: &str = "<link rel=\"icon\" href=\"";
const OPERATOR: &str = "<p data-operator>";
/// The engine that it begins with, and the whole one.
const ENGINE: &str = "<link rel=\"preload\" href=\"";
const WHOLE: &str = "data-whole=\"";
/// The calculator.
const ELEMENT: &str = "<wengang-page";
/// Where the page of a policy leads once it is awake.
const PLACE: &str = "data-place=\"#/";

/// A page to be made of the page of the site.
struct Leaf<'l> {
    /// The folder that it lies in, which is also its place in the page of the site.
    folder: &'l str,
    heading: &'l str,
    summary: &'l str,
    /// What is read before the page is awake.
    content: &'l str,
    /// Whether its policy takes the whole engine.
    is_rare: bool,
}

impl Leaf<'_> {
    fn file(&self, locale: Locale) -> String {
        format!("{}/{}", self.folder, locale.pick(INDEX, "en.html"))
    }

    /// The way back to the folder of the site.
    fn home(&self) -> String {
        "../".repeat(self.folder.split('/').count())
    }
}

/// A built site.
struct Site<'f> {
    folder: &'f Path,
    index: String,
    /// What it is called.
    name: String,
    /// Its public address, as it stands in the page, with a slash at its end, where its operator has given one.
    address: Option<String>,
    written: Vec<PathBuf>,
    removed: Vec<PathBuf>,
}

/// Makes anew what hangs on the packs of a site: of policies and, where there are any, of questions.
pub(crate) fn run(folder: &Path, locale: Locale) -> Result<Answer, Failure> {
    let path = folder.join(INDEX);
    let index = fs::read_to_string(&path).map_err(|error| broken(&path, &error))?;
    let lacks = |mark| lacks(&path, mark, locale);
    let address = between(&index, CANONICAL, "\"").ok().map(str::to_owned);
    let name = between(&index, TITLE, "</title>").map_err(lacks)?.to_owned();
    let mut site = Site { folder, index, name, address, written: Vec::new(), removed: Vec::new() };
    let (catalogue, packs) = pack::listed(&folder.join(PACKS), pack::Drafts::Refused, locale)?;
    site.written.push(catalogue);
    let questions = faq::read(&folder.join(PACKS))?;
    site.write(SHEET, &doc::style()?)?;
    for locale in LOCALES {
        let templates = doc::templates(locale)?;
        for pack in &packs {
            let policy = &pack.policy;
            let leaf = Leaf {
                folder: &policy.id,
                heading: &heading(policy, locale),
                summary: &escaped(policy.summary.get(locale)),
                content: &doc::rules(&templates, policy, locale)?,
                is_rare: pack.is_rare(),
            };
            let page = site.page(&leaf, locale).map_err(lacks)?;
            site.write(&leaf.file(locale), &page)?;
        }
        for leaf in questions.iter().flat_map(|listed| question_leaves(listed, locale)) {
            let content = match leaf.asked {
                Some(asked) => doc::question(&templates, &answers(asked, &leaf, &packs, locale))?,
                None => list_of_questions(questions.as_ref(), &leaf, locale),
            };
            let leaf = Leaf {
                folder: &leaf.folder,
                heading: &escaped(&leaf.title),
                summary: &escaped(leaf.summary),
                content: &content,
                is_rare: false,
            };
            let page = site.page(&leaf, locale).map_err(lacks)?;
            site.write(&leaf.file(locale), &page)?;
        }
    }
    let folders: Vec<String> = packs
        .iter()
        .map(|pack| pack.policy.id.clone())
        .chain(questions.iter().flat_map(|listed| {
            question_leaves(listed, Locale::Chinese).into_iter().map(|leaf| leaf.folder)
        }))
        .collect();
    site.write(LIST, &site.list(&packs))?;
    match site.map(&folders) {
        Some(map) => site.write(MAP, &map)?,
        None => site.remove(MAP)?,
    }
    site.remove_others_than(&folders)?;
    Ok(site.answer(packs.len(), locale))
}

impl Site<'_> {
    /// The page of the site, with what is to be read in the place of the calculator until that is there. The error is a mark that is missing.
    fn page(&self, leaf: &Leaf<'_>, locale: Locale) -> Result<String, &'static str> {
        let Leaf { folder, heading, summary, content, is_rare } = leaf;
        // It lies in a folder of its own.
        let home = leaf.home();
        let index = self.index.replace("\"./", &format!("\"{home}"));
        let mut page = Page(index.replace(" ./", &format!(" {home}")));
        page.set(LANGUAGE, "\"", locale.pick("zh-CN", "en"))?;
        page.set(DESCRIPTION, "\"", summary)?;
        page.set(CARD_TITLE, "\"", heading)?;
        page.set(CARD_DESCRIPTION, "\"", summary)?;
        page.set("<meta property=\"og:locale\" content=\"", "\"", locale.pick("zh_CN", "en"))?;
        page.set(TITLE, "</title>", &format!("{heading} · {}", self.name))?;
        if let Some(address) = &self.address {
            let [own, chinese, english] = [locale, Locale::Chinese, Locale::English]
                .map(|locale| address_of(address, folder, locale));
            page.set(CANONICAL, "\"", &own)?;
            page.set(CARD_ADDRESS, "\"", &own)?;
            for (language, address) in [("zh-CN", chinese), ("en", english)] {
                let link =
                    format!(r#"<link rel="alternate" hreflang="{language}" href="{address}" />"#);
                page.insert(&format!("{link}\n    "), "<script ")?;
            }
        }
        if *is_rare {
            let whole = between(&page.0, WHOLE, "\"")?.to_owned();
            page.set(ENGINE, "\"", &whole)?;
        }
        let sheet = format!(r#"<link rel="stylesheet" href="{home}{SHEET}" data-asleep />"#);
        page.insert(&format!("{sheet}\n    "), "<script ")?;
        page.insert(&format!("{PLACE}{folder}{}\" ", locale.pick("", "?_lang=en")), "async ")?;
        page.insert(&self.asleep(content, &home, locale), ELEMENT)?;
        page.set(ELEMENT, "", " hidden")?;
        let element = page.0.rfind(ELEMENT).unwrap_or_default();
        let mut element = Page(page.0.split_off(element));
        element.set(">\n", "</wengang-page>", "")?;
        Ok(page.0 + &element.0)
    }

    /// What is read before the calculator is there.
    fn asleep(&self, content: &str, home: &str, locale: Locale) -> String {
        let name = &self.name;
        let needs = locale.pick(
            "计算在您的设备上进行，需要启用 JavaScript。",
            "The calculation runs on your device and needs JavaScript.",
        );
        let all = locale.pick("全部政策", "All policies");
        let operator = between(&self.index, OPERATOR, "</p>").unwrap_or_default();
        format!(
            "<div data-asleep>\n\
             <div class=\"home\" role=\"navigation\" aria-label=\"{name}\"><a href=\"{home}\">{name}</a> <a href=\"{home}{LIST}\">{all}</a></div>\n\
             <div class=\"rules\">\n\
             {content}\n\
             <footer><noscript><p>{needs}</p></noscript><p>{operator}</p></footer>\n\
             </div>\n\
             </div>\n    "
        )
    }

    /// The pages of all policies, to be found from the page of the site.
    fn list(&self, packs: &[Pack]) -> String {
        let (name, title) = (&self.name, "全部政策 All policies");
        let lines: Vec<_> = packs
            .iter()
            .map(|Pack { policy, .. }| {
                let [chinese, english] = LOCALES.map(|locale| heading(policy, locale));
                let id = &policy.id;
                // The page in English of a policy that has no English is called by its Chinese name.
                let language = if policy.title.chinese == policy.title.english { "zh-CN" } else { "en" };
                format!("<li class=\"item\"><a href=\"./{id}/\">{chinese}</a><br><a lang=\"{language}\" class=\"small\" href=\"./{id}/en.html\">{english}</a></li>\n")
            })
            .collect();
        let canonical = self
            .address
            .as_ref()
            .map(|address| format!("<link rel=\"canonical\" href=\"{address}{LIST}\">\n"));
        let icon = between(&self.index, ICON, "\"").unwrap_or("data:,");
        format!(
            "<!doctype html>\n\
             <html lang=\"zh-CN\">\n\
             <head>\n\
             <meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"description\" content=\"{name}能测算的全部政策。 All policies of this calculator.\">\n\
             <title>{title} · {name}</title>\n\
             {}{ICON}{icon}\">\n\
             <link rel=\"stylesheet\" href=\"./{SHEET}\">\n\
             </head>\n\
             <body>\n\
             <div class=\"home\" role=\"navigation\" aria-label=\"{name}\"><a href=\"./\">{name}</a></div>\n\
             <div class=\"rules\">\n\
             <header><h1>{title}</h1></header>\n\
             <main><ul>\n{}</ul></main>\n\
             </div>\n\
             </body>\n\
             </html>\n",
            canonical.unwrap_or_default(),
            lines.concat()
        )
    }

    /// The map of the site for search engines; it takes whole addresses, and so only a site with a known one has it.
    fn map(&self, folders: &[String]) -> Option<String> {
        let address = self.address.as_ref()?;
        let pages = folders
            .iter()
            .flat_map(|folder| LOCALES.map(|locale| address_of(address, folder, locale)));
        let all = [address.clone(), format!("{address}{LIST}")].into_iter().chain(pages);
        let lines: Vec<_> = all.map(|page| format!("  <url><loc>{page}</loc></url>\n")).collect();
        Some(format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}</urlset>\n",
            lines.concat()
        ))
    }

    /// The pages of policies and questions that are no longer there.
    fn remove_others_than(&mut self, folders: &[String]) -> Result<(), Failure> {
        let asked = self.folder.join(QUESTIONS);
        let mut found = subfolders(self.folder)?;
        if fs::exists(&asked)? {
            found.extend(subfolders(&asked)?.into_iter().map(|name| format!("{QUESTIONS}/{name}")));
        }
        for name in found.into_iter().filter(|name| !folders.contains(name)) {
            let folder = self.folder.join(&name);
            let is_page = fs::read_to_string(folder.join(INDEX))
                .is_ok_and(|page| page.contains(&format!("{PLACE}{name}\"")));
            // That of all questions is removed with those in it.
            if is_page && fs::exists(&folder)? {
                fs::remove_dir_all(&folder).map_err(|error| broken(&folder, &error))?;
                self.removed.push(folder);
            }
        }
        Ok(())
    }

    fn write(&mut self, name: &str, content: &str) -> Result<(), Failure> {
        let path = self.folder.join(name);
        let write = || {
            fs::create_dir_all(path.parent().unwrap_or(self.folder))?;
            output::write_served(&path, content.as_bytes())
        };
        write().map_err(|error| broken(&path, &error))?;
        self.written.push(path);
        Ok(())
    }

    fn remove(&mut self, name: &str) -> Result<(), Failure> {
        let path = self.folder.join(name);
        if fs::exists(&path)? {
            output::remove_served(&path).map_err(|error| broken(&path, &error))?;
            self.removed.push(path);
        }
        Ok(())
    }

    fn answer(&self, policies: usize, locale: Locale) -> Answer {
        let folder = self.folder.display();
        let mut words = vec![locale.pick(
            format!("已更新 {folder}：目录、{policies} 项政策的网页（中、英文）"),
            format!(
                "{folder} is up to date: catalogue, pages of {policies} policies in both languages"
            ),
        )];
        if self.address.is_none() {
            words.push(locale.pick(
                "没有写网站地图：index.html 没有写明网站的地址".to_owned(),
                "no site map: index.html does not say the site’s address".to_owned(),
            ));
        }
        let names = |paths: &[PathBuf]| -> Vec<String> {
            paths.iter().map(|path| path.display().to_string()).collect()
        };
        for path in names(&self.removed) {
            words.push(locale.pick(format!("已删去 {path}"), format!("removed {path}")));
        }
        let data = json!({ "written": names(&self.written), "removed": names(&self.removed) });
        Answer::done(data, words.join("\n"))
    }
}

/// The names of what is in a folder.
fn subfolders(folder: &Path) -> Result<Vec<String>, Failure> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| broken(folder, &error))? {
        let path = entry?.path();
        names.push(path.file_name().unwrap_or_default().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// Its address, from that of the site.
fn address_of(site: &str, folder: &str, locale: Locale) -> String {
    format!("{site}{folder}/{}", locale.pick("", "en.html"))
}

/// The page of a question, or that of all of them.
struct QuestionLeaf<'l> {
    folder: String,
    title: String,
    summary: &'static str,
    asked: Option<&'l ListedQuestion>,
}

fn question_leaves(listed: &Listed, locale: Locale) -> Vec<QuestionLeaf<'_>> {
    let all = QuestionLeaf {
        folder: QUESTIONS.to_owned(),
        title: locale.pick("常问的问题", "Common questions").to_owned(),
        summary: locale.pick(
            "关于失业保险稳岗返还，经办人常问的问题：各地的文件怎样说。",
            "What people ask about the refund of unemployment-insurance premiums, and what each place’s notice says.",
        ),
        asked: None,
    };
    let questions = listed.groups.iter().flat_map(|group| &group.questions);
    let each = questions.map(|question| QuestionLeaf {
        folder: format!("{QUESTIONS}/{}", question.id),
        title: question.title.get(locale).to_owned(),
        summary: locale.pick(
            "各地的文件怎样说，依据哪一份；没有说的，写明没有说、向谁问。",
            "What each place’s notice says, with its source; where it says nothing, whom to ask.",
        ),
        asked: Some(question),
    });
    [all].into_iter().chain(each).collect()
}

/// What the policies of each region say to a question, those of the whole country first.
fn answers<'p>(
    question: &'p ListedQuestion,
    leaf: &'p QuestionLeaf<'p>,
    packs: &'p [Pack],
    locale: Locale,
) -> QuestionPage<'p> {
    let about = packs.iter().map(|pack| &pack.policy);
    let about: Vec<_> = about.filter(|policy| question.schemes.contains(&policy.scheme)).collect();
    let mut regions: Vec<&Text> = Vec::new();
    for policy in &about {
        if regions.iter().all(|known| known.chinese != policy.region.chinese) {
            regions.push(&policy.region);
        }
    }
    regions.sort_by_key(|region| region.chinese != NATIONWIDE);
    let (mut places, mut silent) = (Vec::new(), Vec::new());
    for region in regions {
        let own = about.iter().filter(|policy| policy.region.chinese == region.chinese);
        let said = own.filter_map(|policy| {
            let known = policy.questions().into_iter().find(|known| known.0 == question.id)?;
            Some((*policy, known.1))
        });
        let said: Vec<_> = said.collect();
        if said.is_empty() {
            silent.push(region.get(locale));
        } else {
            places.push(AnswersOfPlace::new(region.get(locale), said.into_iter(), locale));
        }
    }
    QuestionPage { id: &question.id, title: &leaf.title, summary: leaf.summary, places, silent }
}

/// All questions, each with a link to its page.
fn list_of_questions(listed: Option<&Listed>, leaf: &QuestionLeaf<'_>, locale: Locale) -> String {
    let file = locale.pick("", "en.html");
    let groups = listed.iter().flat_map(|listed| &listed.groups).map(|group| {
        let lines = group.questions.iter().map(|question| {
            let (id, title) = (&question.id, escaped(question.title.get(locale)));
            format!("<li class=\"item\"><a href=\"./{id}/{file}\">{title}</a></li>\n")
        });
        let lines: String = lines.collect();
        format!(
            "<section><h2>{}</h2>\n<ul>\n{lines}</ul></section>\n",
            escaped(group.title.get(locale))
        )
    });
    let groups: String = groups.collect();
    let (title, summary) = (escaped(&leaf.title), escaped(leaf.summary));
    format!(
        "<header><h1>{title}</h1><p class=\"summary\">{summary}</p></header>\n<main>\n{groups}</main>"
    )
}

/// A page that is made of another.
struct Page(String);

impl Page {
    /// Puts something else between two marks.
    fn set(
        &mut self,
        before: &'static str,
        after: &'static str,
        value: &str,
    ) -> Result<(), &'static str> {
        let start = self.0.find(before).ok_or(before)? + before.len();
        let length = self.0[start..].find(after).ok_or(after)?;
        self.0.replace_range(start..start + length, value);
        Ok(())
    }

    /// Puts something before a mark.
    fn insert(&mut self, value: &str, mark: &'static str) -> Result<(), &'static str> {
        let start = self.0.find(mark).ok_or(mark)?;
        self.0.insert_str(start, value);
        Ok(())
    }
}

fn between<'t>(
    text: &'t str,
    before: &'static str,
    after: &'static str,
) -> Result<&'t str, &'static str> {
    let (_, rest) = text.split_once(before).ok_or(before)?;
    rest.split_once(after).map(|(found, _)| found).ok_or(after)
}

fn lacks(path: &Path, mark: &str, locale: Locale) -> Failure {
    let path = path.display();
    Failure::Broken(locale.pick(
        format!("{path} 不是网站的首页：找不到 {mark}"),
        format!("{path} is not the page of the site: there is no {mark}"),
    ))
}

fn heading(policy: &Policy, locale: Locale) -> String {
    let (title, region) = (policy.title.get(locale), policy.region.get(locale));
    escaped(&format!("{title}{}{region}", locale.pick("，", ", ")))
}

fn escaped(text: &str) -> String {
    HtmlEscape(text).to_string()
}
