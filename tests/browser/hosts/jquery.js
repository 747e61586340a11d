// As scripts of that time did: methods for all arrays, and content put in as text, scripts and all.
Array.prototype.remove = function (item) {
  const index = this.indexOf(item);
  if (index >= 0) this.splice(index, 1);
  return this;
};
Array.prototype.each = function (visit) {
  for (let index = 0; index < this.length; index += 1) visit(this[index]);
};

jQuery(($) => {
  $("#place").html('<script src="/embed/wengang.js" data-policy="shanghai-2024-stabilisation-refund"></script>');
});
