// One question with its control and what is wrong with the answer.
// Events: `answer` with { key, text }, and `leave` with { key } once the question has been left.
Component({
  properties: {
    question: { type: Object, value: {} },
    words: { type: Object, value: {} },
  },

  data: { text: "" },

  observers: {
    // What is being typed is not written back: that would come late and undo the next key.
    question({ key, text }) {
      if (this.typing === key || this.data.text === text) return;
      this.setData({ text });
    },
  },

  methods: {
    answer(text) {
      this.triggerEvent("answer", { key: this.data.question.key, text });
    },

    leave() {
      this.triggerEvent("leave", { key: this.data.question.key });
    },

    type({ detail }) {
      this.typing = this.data.question.key;
      this.typed = detail.value;
      this.answer(detail.value);
    },

    endTyping() {
      this.typing = undefined;
      if (this.typed !== undefined) this.setData({ text: this.typed });
      this.leave();
    },

    choose({ detail }) {
      this.answer(detail.value);
      this.leave();
    },

    // None of them excludes all others.
    tick({ detail }) {
      const before = this.data.question.choices.filter(({ chosen }) => chosen).map(({ id }) => id);
      const isNone = detail.value.includes("none") && !before.includes("none");
      this.answer(isNone ? "none" : detail.value.filter((id) => id !== "none").join(","));
      this.leave();
    },

    roll({ detail }) {
      const choice = this.data.question.choices[Number(detail.value)];
      if (!choice) return;
      this.answer(choice.id);
      this.leave();
    },

    clear() {
      this.answer("");
    },
  },
});
