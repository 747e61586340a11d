// As scripts of that time did: methods for all objects, and plain values too.
Object.prototype.version = "1.2";
Object.prototype.settings = { debug: true };
Object.prototype.extend = function (other) {
  return Object.assign(this, other);
};
