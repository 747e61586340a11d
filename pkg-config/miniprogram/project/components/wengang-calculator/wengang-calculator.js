const { Form, startEngine, wordsIn } = require("../../engine/index.js");

// The calculator of any policy.
// Properties: `policy` (its id), `locale` (zh-CN or en), `preset` (answers to begin with, as the engine takes them).
// or `answers` as they were typed.
// Events: `result` with what a page needs to keep the result, whenever it may have changed; `answers` with all that is typed, with every change.
Component({
  properties: {
    policy: { type: String, value: "" },
    locale: { type: String, value: "zh-CN" },
    preset: { type: Object, value: null },
    answers: { type: Object, value: null },
  },

  data: { words: wordsIn("zh-CN"), state: "loading", view: null },

  observers: {
    "policy, locale, preset, answers"() {
      this.open();
    },
  },

  lifetimes: {
    attached() {
      this.open();
    },
  },

  methods: {
    /** Shows the policy once the engine is there. */
    async open() {
      const { policy, locale, preset, answers } = this.data;
      const asked = JSON.stringify([policy, locale, preset, answers]);
      if (this.asked === asked) return;
      this.asked = asked;
      this.setData({ words: wordsIn(locale) });
      if (!policy) return;
      try {
        await startEngine();
        // Another one may have been asked for in the meantime.
        if (this.asked !== asked) return;
        this.form = new Form(policy, locale, preset || {}, answers || undefined);
        this.show();
      } catch (error) {
        console.error(error);
        this.asked = undefined;
        this.setData({ state: "failed" });
      }
    },

    show() {
      const { view, kept } = this.form;
      this.setData({ view, state: "ready" });
      this.triggerEvent("result", kept);
    },

    changed() {
      this.triggerEvent("answers", { answers: this.form.answers });
      this.show();
    },

    answer({ detail }) {
      this.form.answer(detail.key, detail.text);
      this.changed();
    },

    leave({ detail }) {
      this.form.leave(detail.key);
      this.show();
    },

    addRow({ currentTarget }) {
      this.form.addRow(currentTarget.dataset.table);
      this.changed();
    },

    removeRow({ currentTarget }) {
      this.form.removeRow(currentTarget.dataset.table, currentTarget.dataset.row);
      this.changed();
    },

    noRows({ currentTarget }) {
      this.form.noRows(currentTarget.dataset.table);
      this.changed();
    },

    fillExample() {
      this.form.fillExample();
      this.changed();
    },

    clear() {
      this.form.fill({});
      this.changed();
    },
  },
});
