// A result: verdict, amount, conditions, rows, deadlines, calculation.
// Event: `calendar` with a deadline that is to be put into the phone's calendar.
Component({
  properties: {
    result: { type: Object, value: {} },
    words: { type: Object, value: {} },
    /** Whether deadlines can be put into the calendar. */
    calendar: { type: Boolean, value: false },
  },

  methods: {
    addToCalendar({ currentTarget }) {
      this.triggerEvent("calendar", this.data.result.deadlines[currentTarget.dataset.index]);
    },
  },
});
