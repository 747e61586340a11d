//! Asking for what the options do not say.

use std::io::{BufRead, Write};

use wengang::Locale;
use wengang::authoring::OPEN;

use crate::answer::Failure;

/// What an answer becomes; `None` where it will not do.
type Check<'a> = Box<dyn Fn(&str) -> Option<String> + 'a>;

/// Something to ask, unless the option of the same name answers it.
pub(super) struct Question<'a> {
    option: &'a str,
    words: [&'a str; 2],
    choices: &'a [&'a str],
    default: Option<String>,
    may_stay_open: bool,
    check: Check<'a>,
}

impl<'a> Question<'a> {
    pub(super) fn new(option: &'a str, chinese: &'a str, english: &'a str) -> Question<'a> {
        let check = Box::new(|answer: &str| Some(answer.to_owned()));
        Question {
            option,
            words: [chinese, english],
            choices: &[],
            default: None,
            may_stay_open: false,
            check,
        }
    }

    pub(super) fn choice(
        option: &'a str,
        chinese: &'a str,
        english: &'a str,
        choices: &'a [&'a str],
    ) -> Question<'a> {
        let known = |answer: &str| choices.contains(&answer).then(|| answer.to_owned());
        Question { choices, ..Question::new(option, chinese, english) }.check(known)
    }

    /// What is taken where nothing is answered.
    pub(super) fn or(self, default: &str) -> Question<'a> {
        Question { default: Some(default.to_owned()), ..self }
    }

    /// May be written into the file later.
    pub(super) fn may_stay_open(self) -> Question<'a> {
        Question { may_stay_open: true, ..self }
    }

    /// What an answer becomes; `None` where it will not do.
    pub(super) fn check(self, check: impl Fn(&str) -> Option<String> + 'a) -> Question<'a> {
        Question { check: Box::new(check), ..self }
    }

    /// An answer is one line.
    fn read(&self, answer: &str) -> Option<String> {
        if answer.contains(char::is_control) { None } else { (self.check)(answer) }
    }

    fn in_words(&self, locale: Locale) -> String {
        let words = locale.pick(self.words[0], self.words[1]);
        let choices = match self.choices {
            [] => String::new(),
            choices => format!(" ({})", choices.join(" | ")),
        };
        let unanswered = match &self.default {
            Some(default) if !default.is_empty() => format!(" [{default}]"),
            None if self.may_stay_open => format!(" [{OPEN}]"),
            _ => String::new(),
        };
        format!("{words}{choices}{unanswered}")
    }
}

/// Takes answers from options; where there is a terminal, asks for the others.
pub(super) struct Interview<R, W> {
    pub(super) terminal: Option<(R, W)>,
    /// Write 待填 instead of asking.
    pub(super) leave_open: bool,
    pub(super) locale: Locale,
    /// Options that nobody gave.
    pub(super) missing: Vec<String>,
}

impl<R: BufRead, W: Write> Interview<R, W> {
    /// The answer; nothing, and a note in `missing`, where there is none to be had.
    pub(super) fn ask(
        &mut self,
        question: &Question<'_>,
        given: Option<&str>,
    ) -> Result<String, Failure> {
        let locale = self.locale;
        let refusal = |answer: &str| {
            let (option, words) = (question.option, question.in_words(locale));
            locale.pick(
                format!("--{option}：不能写“{answer}”。{words}"),
                format!("--{option}: “{answer}” will not do. {words}"),
            )
        };
        if let Some(answer) = given.map(str::trim) {
            let checked = question.read(answer).filter(|answer| !answer.is_empty());
            return checked.ok_or_else(|| Failure::Broken(refusal(answer)));
        }
        let unanswered = match &question.default {
            Some(default) => Some(default.clone()),
            None if question.may_stay_open && (self.leave_open || self.terminal.is_some()) => {
                Some(OPEN.to_owned())
            }
            None => None,
        };
        let Some((reader, writer)) = &mut self.terminal else {
            return Ok(unanswered.unwrap_or_else(|| {
                self.missing.push(format!("--{}", question.option));
                String::new()
            }));
        };
        loop {
            write!(writer, "{}: ", question.in_words(locale))?;
            writer.flush()?;
            let mut line = String::new();
            if reader.read_line(&mut line)? == 0 {
                let ended = locale
                    .pick("没有答完，没有写文件", "not all was answered; no file was written");
                return Err(Failure::Broken(ended.to_owned()));
            }
            let answer = line.trim();
            if answer.is_empty() {
                match unanswered {
                    Some(answer) => return Ok(answer),
                    None => continue,
                }
            }
            match question.read(answer) {
                Some(answer) => return Ok(answer),
                None => writeln!(writer, "{}", refusal(answer))?,
            }
        }
    }

    /// Names the options that are missing.
    pub(super) fn incomplete(&self) -> Failure {
        let missing = self.missing.join(self.locale.pick("、", ", "));
        Failure::Broken(self.locale.pick(
            format!("缺少 {missing}；各项数可用 --leave-open 先空着"),
            format!("missing: {missing}; figures can be left for later with --leave-open"),
        ))
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn terminal(answers: &str) -> Interview<Cursor<&str>, Vec<u8>> {
        let terminal = Some((Cursor::new(answers), Vec::new()));
        Interview { terminal, leave_open: false, locale: Locale::English, missing: Vec::new() }
    }

    fn year() -> Question<'static> {
        Question::new("year", "年度", "Year")
            .check(|answer| answer.parse::<u16>().ok().map(|year| year.to_string()))
    }

    #[test]
    fn asks_again_until_the_answer_will_do() {
        let mut interview = terminal("\nsoon\n 2025 \n");
        assert!(interview.ask(&year(), None).is_ok_and(|answer| answer == "2025"));
        let (_, written) = interview.terminal.unwrap();
        let written = String::from_utf8(written).unwrap();
        assert_eq!(written.matches("Year: ").count(), 3, "{written}");
        assert!(written.contains("--year: “soon” will not do. Year"), "{written}");
    }

    #[test]
    fn an_empty_line_takes_the_default_or_leaves_open() {
        let mut interview = terminal("\n\n");
        let answer = interview.ask(&year().or("2026"), None);
        assert!(answer.is_ok_and(|answer| answer == "2026"));
        let answer = interview.ask(&year().may_stay_open(), None);
        assert!(answer.is_ok_and(|answer| answer == OPEN));
    }

    #[test]
    fn an_option_is_not_asked_for() {
        let mut interview = terminal("");
        assert!(interview.ask(&year(), Some("2025")).is_ok_and(|answer| answer == "2025"));
        for bad in ["soon", "", "20\n25"] {
            assert!(interview.ask(&year(), Some(bad)).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn an_interview_that_breaks_off_fails() {
        assert!(terminal("").ask(&year(), None).is_err());
    }
}
