// Makes of a browser what it was before it had constructed style sheets, and keeps what breaks the content security policy.
for (const { prototype } of [Document, ShadowRoot]) delete prototype.adoptedStyleSheets;
for (const name of ["replace", "replaceSync"]) delete CSSStyleSheet.prototype[name];

if (!window.violations) {
  Object.defineProperty(window, "violations", { value: [] });
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    window.violations.push(`${violatedDirective} ${blockedURI}`),
  );
}
