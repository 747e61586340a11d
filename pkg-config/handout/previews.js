// Some previews of mails and chats show a file as the source of a frame. There, links within the page would lead to what
// is around the frame.
addEventListener("click", (event) => {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  const href = /** @type {HTMLAnchorElement | undefined} */ (link)?.getAttribute("href");
  if (event.defaultPrevented || !href?.startsWith("#") || !document.URL.startsWith("about:srcdoc")) return;
  event.preventDefault();
  location.hash = href;
});
