/**
 * The day as the engine writes it, without `Intl`, which WeChat may lack.
 * @param {Date} date
 */
export function dayOf(date) {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((number) => String(number).padStart(2, "0"));
  return `${date.getFullYear()}-${month}-${day}`;
}
